package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// exclusive returns the frame of a relative clause, other than f, that item k is
// the subject of and of nothing else; -1 when there is none.
func exclusive(list []item, frames []frame, f, k int) int {
	for g := range frames {
		o := &frames[g]
		if g == f || !o.relative || o.group == frames[f].group && frames[f].relative || k < o.from || k >= o.item || list[o.item].depth > list[k].depth {
			continue
		}
		if frames[f].item < o.item {
			continue
		}
		return g
	}
	return -1
}

// inCondition reports whether item k stands in a condition that is not marked:
// behind 在 or 当 and before 时.
func (r *reader) inCondition(list []item, k int) bool {
	for j := k - 1; j >= 0 && list[j].segment == list[k].segment; j-- {
		if list[j].is(lexicon.ConditionLead) && !list[j].is(lexicon.Modal|lexicon.Verb) {
			return true
		}
		if list[j].mark >= 0 {
			return false
		}
	}
	return false
}

// subjectBefore reports whether another actor stands before item k.
func (r *reader) subjectBefore(list []item, k int) bool {
	for j := k - 1; j >= 0; j-- {
		if list[j].isMark(syntax.Actor) && r.roles[list[j].mark].Name == RoleActor {
			return true
		}
	}
	return false
}

// subjectPosition reports whether the unmarked party at item k is the subject of
// the action at item v: a modal follows it, or a word that makes it act stands
// before it, and it is governed by nothing.
func (r *reader) subjectPosition(list []item, k, v int, relative bool) bool {
	if k+1 > v {
		return false
	}
	if list[k].entry.English && list[k].entry.Word == "us" {
		return false
	}
	if list[k].is(lexicon.SameParty) && !list[k].is(lexicon.First|lexicon.User|lexicon.Third) {
		return r.thirdSubject(list, k, v)
	}
	if k > 0 && list[k].gap == 0 || k > 0 && r.english && list[k].gap <= 1 {
		prev := &list[k-1]
		if prev.is(lexicon.Ask|lexicon.Allow) && !prev.is(lexicon.To|lexicon.With|lexicon.Via) {
			if list[k].segment != list[v].segment && !r.english && prev.is(lexicon.Ask) && !usersVerb(r.verbOf(&list[v])) {
				// 会提示您…，该过程会[收集]: who is asked does something else.
				return false
			}
			return !r.qualifies(list, k, v) && r.sameClause(list, k, v)
		}
		if prev.is(lexicon.With) && k > 1 && list[k-2].is(lexicon.Modal) && !r.english {
			return false // 我们会与您[确认]<…>
		}
		if prev.is(lexicon.To | lexicon.From | lexicon.With | lexicon.Of | lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Consent) {
			if !prev.is(lexicon.List) && !(prev.is(lexicon.Of) && relative && k+1 == v) {
				return false
			}
		}
	}
	if list[k].is(lexicon.Third) && !list[k].is(lexicon.First|lexicon.User) {
		return r.thirdSubject(list, k, v)
	}
	next := &list[k+1]
	if next.isMark(syntax.Actor) && next.gap == 0 && !r.english {
		return false // 与我们(关联公司)
	}
	// Behind an action and before data the word says whose data it is; only the
	// pronouns act without a modal right behind them.
	if k > 0 && list[k-1].isMark(syntax.Action) && list[k].gap == 0 && !r.english && !relative || next.isMark(syntax.Data) {
		return false
	}
	if w := list[k].entry; !w.English && !pronouns[w.Word] && !(next.is(lexicon.Modal|lexicon.Negation) && next.gap == 0) {
		return false
	}
	if next.is(lexicon.Front) && !next.is(lexicon.Modal) && next.entry.Word != "把" {
		return false
	}
	if next.is(lexicon.Of|lexicon.Possessive) || list[k].is(lexicon.Possessive) && !next.is(lexicon.Modal) {
		return false
	}
	for j := k + 1; j < v; j++ {
		if list[j].depth > list[k].depth {
			continue
		}
		if list[j].is(lexicon.ConditionTail) && !r.english && next.is(lexicon.ConditionLead) && next.gap == 0 && j > k+1 && list[j].segment == list[k].segment && (list[j+1].is(lexicon.Modal|lexicon.Negation) || j+1 == v) && list[j+1].gap == 0 {
			// 您在下单时需要[填写]: the condition stands between subject and modal.
			return list[v].segment == list[k].segment
		}
		if list[j].is(lexicon.ConditionTail|lexicon.PurposeNoun) || list[j].is(lexicon.Relative) && r.english {
			return false
		}
		if list[j].is(lexicon.Verb) && !list[j].is(lexicon.Adverb|lexicon.Via|lexicon.Modal|lexicon.Ask|lexicon.Allow) && !r.english && (relative || !r.predicate(list, k)) {
			return false
		}
		if list[j].is(lexicon.Ask|lexicon.Allow) && !list[j].is(lexicon.Modal|lexicon.Via) && j+1 < v {
			return false
		}
	}
	if k+1 == v {
		return true
	}
	limit := 5 * len("的")
	if next.is(lexicon.Modal|lexicon.Negation|lexicon.Front|lexicon.Adverb) && next.gap <= 2*len("的") {
		return true
	}
	gap := 0
	for j := k + 1; j <= v; j++ {
		gap += list[j].gap
		if list[j].punct != noPunct || list[j].is(lexicon.Of) && !r.english {
			return false
		}
	}
	return gap <= limit
}

// thirdSubject reports whether the unmarked third party at item k starts a clause that
// says what it does: 该公司会[使用]<…>.
func (r *reader) thirdSubject(list []item, k, v int) bool {
	if r.english || list[k].entry.Word == "其" || list[k].segment != list[v].segment || !list[k+1].is(lexicon.Modal) || list[k+1].gap > 0 || r.inCondition(list, k) {
		return false
	}
	if k > 0 && list[k-1].punct == noPunct && !list[k-1].is(lexicon.Break) || k > 0 && list[k].gap > 0 || k == 0 && list[k].Start > r.sentence.Start {
		return false
	}
	for j := k + 1; j < v; j++ {
		if list[j].mark >= 0 && list[j].kind == syntax.Actor || list[j].is(lexicon.Verb|lexicon.Ask|lexicon.Of) && !list[j].is(lexicon.Modal|lexicon.Via|lexicon.Adverb) {
			return false
		}
	}
	return true
}

// predicate reports whether the party at item k starts the main clause: a modal
// follows it at once, and its clause is no condition.
func (r *reader) predicate(list []item, k int) bool {
	return pronouns[list[k].entry.Word] && list[k+1].is(lexicon.Modal) && list[k+1].gap == 0 && !r.inCondition(list, k)
}

// pronouns are the words for the two parties that stand as a subject by themselves.
var pronouns = map[string]bool{"我们": true, "您": true, "你": true, "用户": true, "我司": true, "我方": true}

func (r *reader) sameClause(list []item, k, v int) bool {
	for j := k + 1; j < v; j++ {
		if list[j].depth == list[k].depth && (list[j].is(lexicon.ConditionTail) || list[j].isMark(syntax.Action) && !list[v].isMark(syntax.Action)) {
			return false
		}
	}
	return list[v].segment-list[k].segment <= 2
}

// partyOfItem says who an item names.
func (r *reader) partyOfItem(it *item) Party {
	if it.mark < 0 {
		return UnknownParty
	}
	p, _ := r.partyOf(it.mark)
	return p
}

// mediumSubject reports whether the thing at item k holds what the verb at item v
// says: 这些订单中将可能包含….
func (r *reader) mediumSubject(list []item, k, v int) bool {
	if list[k].is(lexicon.DataNoun) || list[k].segment != list[v].segment {
		return false
	}
	for j := k + 1; j < v; j++ {
		if !list[j].is(lexicon.Modal|lexicon.Adverb|lexicon.Neutral|lexicon.List) || list[j].gap > 2*len("的") {
			return false
		}
	}
	return true
}

// dataBetween reports whether data stands between two items.
func (r *reader) dataBetween(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].isMark(syntax.Data) {
			return true
		}
	}
	return false
}

// qualifies reports whether 的 closes a clause between items k and v in the clause of
// k, so that k stands inside a noun phrase: 委托我们推广的(伙伴).
func (r *reader) qualifies(list []item, k, v int) bool {
	for j := k + 1; j < v && list[j].segment == list[k].segment; j++ {
		if list[j].is(lexicon.Of) && list[j].entry.Word == "的" && j+1 < v && list[j+1].isMark(syntax.Actor) {
			return true
		}
	}
	return false
}
