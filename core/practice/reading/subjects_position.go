package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

const (
	maxPredicateGap = 2 * hanSize // bytes before a word of a predicate: two characters that the lexicon does not know
	maxSubjectGap   = 5 * hanSize // bytes of unknown words between subject and action: more are a clause of their own
	maxAskedReach   = 2           // clauses: what is asked may follow a condition
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

// subjectPosition reports whether the unmarked party at item k is the subject of the
// action at item v behind it: 我们会[收集]. relative says that the action qualifies data.
func (s *scope) subjectPosition(k, v int, relative bool) bool {
	switch {
	case s.has(k, lexicon.Objective):
		return false
	case s.is(k, lexicon.SameParty) && !s.is(k, lexicon.First|lexicon.User|lexicon.Third):
		return s.grammar.thirdSubject(s, k, v)
	case s.asked(k):
		return s.askedActs(k, v)
	case s.governed(k) && !(s.is(k-1, lexicon.Of) && relative && k+1 == v):
		return false
	case s.is(k, lexicon.Third) && !s.is(k, lexicon.First|lexicon.User):
		return s.grammar.thirdSubject(s, k, v)
	case !s.english && s.waitsBehind(k, v):
		return true
	case s.saysWhose(k) || s.undergoes(k, v) || s.grammar.attached(s, k, relative) || s.namedInPassing(k):
		return false
	}
	for j := k + 1; j < v; j++ {
		if s.items[j].depth > s.items[k].depth {
			continue
		}
		if !s.english && s.endsAside(k, j, v) {
			return s.sameClause(v, k)
		}
		if s.is(j, lexicon.ConditionTail|lexicon.PurposeNoun) || s.inReason(k, j) || s.grammar.setsApart(s, k, j, relative) || s.asksAnother(j) && j+1 < v {
			return false
		}
	}
	return s.near(k, v)
}

// undergoes reports whether the party at item k has something done to it, or lets it be done,
// rather than does what the action at item v says: 我们会联系您并[核对], 经用户授权[收集].
func (s *scope) undergoes(k, v int) bool {
	if s.english || !s.adjoins(k) {
		return false
	}
	return s.has(k+1, lexicon.Continues) && s.is(k-1, lexicon.Benefit|lexicon.Verb) || s.has(k-1, lexicon.LetsThrough) && k+1 != v
}

// asked reports whether the party at item k is asked or allowed to act: 请您[填写].
func (s *scope) asked(k int) bool {
	return s.is(k-1, lexicon.Ask|lexicon.Allow) && s.isNext(k) && !s.is(k-1, lexicon.To|lexicon.With|lexicon.Via)
}

// askedActs reports whether the party at item k, who is asked to act, is the subject of
// the action at item v.
func (s *scope) askedActs(k, v int) bool {
	if !s.sameClause(k, v) && !s.english && s.is(k-1, lexicon.Ask) && !usersVerb(s.verbOf(&s.items[v])) {
		return false // 会提示您…，该过程会[收集]: who is asked does something else
	}
	return !s.qualifies(k, v) && s.reaches(k, v)
}

// governed reports whether a word before the party at item k governs it: 向您[提供].
func (s *scope) governed(k int) bool {
	if !s.isNext(k) {
		return false
	}
	if s.is(k-1, lexicon.With) && s.is(k-2, lexicon.Modal) && !s.english {
		return true // 我们会与您[确认]<…>
	}
	return s.is(k-1, lexicon.To|lexicon.From|lexicon.With|lexicon.Of|lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Consent) && !s.is(k-1, lexicon.List)
}

// saysWhose reports whether the party at item k only says whose what follows is: 我们的.
func (s *scope) saysWhose(k int) bool {
	return s.isMark(k+1, syntax.Data) || s.is(k+1, lexicon.Of|lexicon.Possessive) || s.is(k, lexicon.Possessive) && !s.is(k+1, lexicon.Modal)
}

// namedInPassing reports whether nothing behind the party at item k makes it act. All
// but the Chinese pronouns and the English words need a modal at once: 平台会[收集].
func (s *scope) namedInPassing(k int) bool {
	if s.is(k+1, lexicon.Front) && !s.is(k+1, lexicon.Modal) && !s.has(k+1, lexicon.PlainDisposal) {
		return true // 我们对…
	}
	return !s.items[k].entry.English && !s.has(k, lexicon.Pronoun) && !(s.is(k+1, lexicon.Modal|lexicon.Negation) && s.adjoins(k+1))
}

// asksAnother reports whether the word at item k asks or allows somebody else to act.
func (s *scope) asksAnother(k int) bool {
	return s.is(k, lexicon.Ask|lexicon.Allow) && !s.is(k, lexicon.Modal|lexicon.Via)
}

// near reports whether the party at item k stands close before the action at item v:
// what lies between is short, or starts as a predicate does.
func (s *scope) near(k, v int) bool {
	if k+1 == v || s.is(k+1, lexicon.Modal|lexicon.Negation|lexicon.Front|lexicon.Adverb) && s.items[k+1].gap <= maxPredicateGap {
		return true
	}
	gap := 0
	for j := k + 1; j <= v; j++ {
		gap += s.items[j].gap
		if s.items[j].punct != noPunct || s.is(j, lexicon.Of) && !s.english {
			return false
		}
	}
	return gap <= maxSubjectGap
}

// predicate reports whether the party at item k starts the main clause: a modal
// follows it at once, and its clause is no condition.
func (s *scope) predicate(k int) bool {
	return s.items[k].entry.Has(lexicon.Pronoun) && s.is(k+1, lexicon.Modal|lexicon.Negation) && s.adjoins(k+1) && !s.inCondition(k)
}

// reaches reports whether what the party at item k is asked to do can be the action at
// item v: no condition ends between, and no other action comes first.
func (s *scope) reaches(k, v int) bool {
	for j := k + 1; j < v; j++ {
		if s.items[j].depth == s.items[k].depth && (s.is(j, lexicon.ConditionTail) || s.isMark(j, syntax.Action) && !s.isMark(v, syntax.Action)) {
			return false
		}
	}
	return s.items[v].segment-s.items[k].segment <= maxAskedReach
}

// partyOfItem says who an item names.
func (r *reader) partyOfItem(it *item) practice.Party {
	if it.mark < 0 {
		return practice.UnknownParty
	}
	p, _ := r.partyOf(it.mark)
	return p
}

// mediumSubject reports whether the thing at item k holds what the unmarked verb of a
// frame says: 这些订单中将可能包含….
func (s *scope) mediumSubject(fr *frame, k int) bool {
	v := fr.item
	if fr.verb.category != lexicon.Record || !fr.unmarked || s.items[k].depth != s.items[v].depth || s.is(k, lexicon.DataNoun) || !s.sameClause(k, v) {
		return false
	}
	for j := k + 1; j < v; j++ {
		if !s.is(j, lexicon.Modal|lexicon.Adverb|lexicon.Neutral|lexicon.List) || s.items[j].gap > maxPredicateGap {
			return false
		}
	}
	return true
}

// qualifies reports whether 的 closes a clause between items k and v in the clause of
// k, so that k stands inside a noun phrase: 委托我们推广的(伙伴).
func (s *scope) qualifies(k, v int) bool {
	for j := k + 1; j < v && s.sameClause(j, k); j++ {
		if s.has(j, lexicon.Attributive) && j+1 < v && s.isMark(j+1, syntax.Actor) {
			return true
		}
	}
	return false
}
