package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// exclusive returns the frame of a relative clause, other than f, that item k is
// the subject of and of nothing else; -1 when there is none.
func (s *scope) exclusive(f, k int) int {
	for g := range s.frames {
		o := &s.frames[g]
		if g == f || !o.relative || o.group == s.frames[f].group && s.frames[f].relative || k < o.from || k >= o.item || s.items[o.item].depth > s.items[k].depth {
			continue
		}
		if s.frames[f].item < o.item {
			continue
		}
		return g
	}
	return -1
}

// inCondition reports whether item k stands in a condition that is not marked:
// behind 在 or 当 and before 时.
func (s *scope) inCondition(k int) bool {
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.ConditionLead) && !s.is(j, lexicon.Modal|lexicon.Verb) {
			return true
		}
		if s.items[j].mark >= 0 {
			return false
		}
	}
	return false
}

// subjectPosition reports whether the unmarked party at item k is the subject of
// the action at item v: a modal follows it, or a word that makes it act stands
// before it, and it is governed by nothing.
func (s *scope) subjectPosition(k, v int, relative bool) bool {
	if k+1 > v {
		return false
	}
	if s.items[k].entry.English && s.items[k].entry.Word == "us" {
		return false
	}
	if s.is(k, lexicon.SameParty) && !s.is(k, lexicon.First|lexicon.User|lexicon.Third) {
		return s.thirdSubject(k, v)
	}
	if k > 0 && s.isNext(k) {
		prev := &s.items[k-1]
		if prev.is(lexicon.Ask|lexicon.Allow) && !prev.is(lexicon.To|lexicon.With|lexicon.Via) {
			if !s.sameClause(k, v) && !s.english && prev.is(lexicon.Ask) && !usersVerb(s.verbOf(&s.items[v])) {
				// 会提示您…，该过程会[收集]: who is asked does something else.
				return false
			}
			return !s.qualifies(k, v) && s.reaches(k, v)
		}
		if prev.is(lexicon.With) && s.is(k-2, lexicon.Modal) && !s.english {
			return false // 我们会与您[确认]<…>
		}
		if prev.is(lexicon.To | lexicon.From | lexicon.With | lexicon.Of | lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Consent) {
			if !prev.is(lexicon.List) && !(prev.is(lexicon.Of) && relative && k+1 == v) {
				return false
			}
		}
	}
	if s.is(k, lexicon.Third) && !s.is(k, lexicon.First|lexicon.User) {
		return s.thirdSubject(k, v)
	}
	next := &s.items[k+1]
	if next.isMark(syntax.Actor) && next.gap == 0 && !s.english {
		return false // 与我们(关联公司)
	}
	// Behind an action and before data the word says whose data it is; only the
	// pronouns act without a modal right behind them.
	if s.isMark(k-1, syntax.Action) && s.adjoins(k) && !s.english && !relative || next.isMark(syntax.Data) {
		return false
	}
	if w := s.items[k].entry; !w.English && !w.Has(lexicon.Pronoun) && !(next.is(lexicon.Modal|lexicon.Negation) && next.gap == 0) {
		return false
	}
	if next.is(lexicon.Front) && !next.is(lexicon.Modal) && next.entry.Word != "把" {
		return false
	}
	if next.is(lexicon.Of|lexicon.Possessive) || s.is(k, lexicon.Possessive) && !next.is(lexicon.Modal) {
		return false
	}
	for j := k + 1; j < v; j++ {
		if s.items[j].depth > s.items[k].depth {
			continue
		}
		if s.is(j, lexicon.ConditionTail) && !s.english && next.is(lexicon.ConditionLead) && next.gap == 0 && j > k+1 && s.sameClause(j, k) && (s.is(j+1, lexicon.Modal|lexicon.Negation) || j+1 == v) && s.adjoins(j+1) {
			// 您在下单时需要[填写]: the condition stands between subject and modal.
			return s.sameClause(v, k)
		}
		if s.is(j, lexicon.ConditionTail|lexicon.PurposeNoun) || s.is(j, lexicon.Relative) && s.english {
			return false
		}
		if s.is(j, lexicon.Verb) && !s.is(j, lexicon.Adverb|lexicon.Via|lexicon.Modal|lexicon.Ask|lexicon.Allow) && !s.english && (relative || !s.predicate(k)) {
			return false
		}
		if s.is(j, lexicon.Ask|lexicon.Allow) && !s.is(j, lexicon.Modal|lexicon.Via) && j+1 < v {
			return false
		}
	}
	if k+1 == v {
		return true
	}
	limit := 5 * hanSize
	if next.is(lexicon.Modal|lexicon.Negation|lexicon.Front|lexicon.Adverb) && next.gap <= 2*hanSize {
		return true
	}
	gap := 0
	for j := k + 1; j <= v; j++ {
		gap += s.items[j].gap
		if s.items[j].punct != noPunct || s.is(j, lexicon.Of) && !s.english {
			return false
		}
	}
	return gap <= limit
}

// thirdSubject reports whether the unmarked third party at item k starts a clause that
// says what it does: 该公司会[使用]<…>.
func (s *scope) thirdSubject(k, v int) bool {
	if s.english || s.items[k].entry.Word == "其" || !s.sameClause(k, v) || !s.is(k+1, lexicon.Modal) || s.items[k+1].gap > 0 || s.inCondition(k) {
		return false
	}
	if s.isPunct(k-1, noPunct) && !s.is(k-1, lexicon.Break) || k > 0 && s.items[k].gap > 0 || k == 0 && s.items[k].Start > s.sentence.Start {
		return false
	}
	for j := k + 1; j < v; j++ {
		if s.items[j].mark >= 0 && s.items[j].kind == syntax.Actor || s.is(j, lexicon.Verb|lexicon.Ask|lexicon.Of) && !s.is(j, lexicon.Modal|lexicon.Via|lexicon.Adverb) {
			return false
		}
	}
	return true
}

// predicate reports whether the party at item k starts the main clause: a modal
// follows it at once, and its clause is no condition.
func (s *scope) predicate(k int) bool {
	return s.items[k].entry.Has(lexicon.Pronoun) && s.is(k+1, lexicon.Modal) && s.adjoins(k+1) && !s.inCondition(k)
}

func (s *scope) reaches(k, v int) bool {
	for j := k + 1; j < v; j++ {
		if s.items[j].depth == s.items[k].depth && (s.is(j, lexicon.ConditionTail) || s.isMark(j, syntax.Action) && !s.isMark(v, syntax.Action)) {
			return false
		}
	}
	return s.items[v].segment-s.items[k].segment <= 2
}

// partyOfItem says who an item names.
func (r *reader) partyOfItem(it *item) practice.Party {
	if it.mark < 0 {
		return practice.UnknownParty
	}
	p, _ := r.partyOf(it.mark)
	return p
}

// mediumSubject reports whether the thing at item k holds what the verb at item v
// says: 这些订单中将可能包含….
func (s *scope) mediumSubject(k, v int) bool {
	if s.is(k, lexicon.DataNoun) || !s.sameClause(k, v) {
		return false
	}
	for j := k + 1; j < v; j++ {
		if !s.is(j, lexicon.Modal|lexicon.Adverb|lexicon.Neutral|lexicon.List) || s.items[j].gap > 2*hanSize {
			return false
		}
	}
	return true
}

// qualifies reports whether 的 closes a clause between items k and v in the clause of
// k, so that k stands inside a noun phrase: 委托我们推广的(伙伴).
func (s *scope) qualifies(k, v int) bool {
	for j := k + 1; j < v && s.sameClause(j, k); j++ {
		if s.is(j, lexicon.Of) && s.items[j].entry.Word == "的" && j+1 < v && s.isMark(j+1, syntax.Actor) {
			return true
		}
	}
	return false
}
