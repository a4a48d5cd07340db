package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// A subject stands before the word with which its predicate starts, which may be a clause or
// two ahead of the action: our clerks may not, even if asked, [confirm] it.

// maxInserted is how many items may be inserted between the words that a predicate starts
// with and its action: will not, unless a judge orders it, [hand].
const maxInserted = 24

// opening returns the index of the modal or the negation with which the predicate of the
// action at item v starts in a clause before: over commas, or from the colon of a list on.
// -1 is for none.
func (s *scope) opening(v int) int {
	depth, commas, listed := s.items[v].depth, 0, false
	crossed := false // a mark that says when or why, in the clause of the action
	for k := v - 1; k >= 0 && k >= v-maxInserted; k-- {
		it := &s.items[k]
		switch {
		case it.depth > depth:
		case it.depth < depth:
			return -1
		case it.punct == semicolon:
			listed = true
		case it.punct == colon:
			if !s.predicateOpen(k) {
				return -1
			}
			return s.openWord(k)
		case it.frame >= 0:
			if !s.frames[it.frame].relative && !listed {
				return -1
			}
		case it.punct == comma:
			if commas++; s.predicateOpen(k) {
				return s.openWord(k)
			}
		case it.is(lexicon.Modal|lexicon.Negation) && !it.is(lexicon.ConditionLead|lexicon.Front):
			switch {
			case listed, commas == 0 && it.has(lexicon.DeniesNext):
			case commas == 0:
				if crossed && s.goesOnBehind(k) {
					return k
				}
				return -1
			case s.goesOnBehind(k):
				return k
			case !s.inInserted(k):
				return -1
			}
		case commas == 0 && s.isDoer(k):
			return -1
		case it.isMark(syntax.Purpose):
			crossed = true
		}
	}
	return -1
}

// predicateOpen reports whether the predicate before the colon, or the comma, at item k goes
// on behind it: its last word is a modal or a negation, adverbs aside.
func (s *scope) predicateOpen(k int) bool {
	for j := k - 1; j >= 0 && s.isNext(j+1); j-- {
		switch {
		case s.is(j, lexicon.PurposeTail) && s.ledBefore(j):
			return false // 因检修需要，
		case s.is(j, lexicon.Modal|lexicon.Negation):
			return true
		case s.is(j, lexicon.Adverb), s.has(j, lexicon.Infinitive):
		default:
			return false
		}
	}
	return false
}

// openWord returns the first modal or negation of the predicate that is open before item k.
func (s *scope) openWord(k int) int {
	at := k
	for j := k - 1; j >= 0; j-- {
		switch {
		case s.is(j, lexicon.Modal|lexicon.Negation):
			at = j
		case s.is(j, lexicon.Adverb), s.has(j, lexicon.Infinitive):
		default:
			return at
		}
	}
	return at
}

// startsAdjunct are the words with which something starts that stands between a modal and
// its action.
const startsAdjunct = lexicon.To | lexicon.From | lexicon.With | lexicon.By | lexicon.Via | lexicon.ConditionLead |
	lexicon.PurposeLead | lexicon.Front | lexicon.Exception

// goesOnBehind reports whether nothing but what says when, why or to whom stands between
// the modal at item k and the end of its clause, so that its action is still to come:
// 不会向任何人，[出售].
func (s *scope) goesOnBehind(k int) bool {
	next := s.skip(k+1, lexicon.Modal|lexicon.Negation|lexicon.Adverb)
	if !s.is(next, startsAdjunct) && !s.isMark(next, syntax.Purpose) {
		return false
	}
	last := next
	verb := false
	for j := next; j < len(s.items) && s.sameClause(j, k) && s.items[j].punct != comma && s.items[j].frame < 0; j++ {
		verb = verb || s.is(j, lexicon.Verb) && !s.is(j, startsAdjunct|lexicon.ConditionWord|lexicon.Consent)
		last = j
	}
	return !verb || s.is(last, lexicon.ConditionTail|lexicon.PurposeTail|lexicon.PurposeNoun)
}

// inInserted reports whether item k stands in a clause that a word such as 除非 starts.
func (s *scope) inInserted(k int) bool {
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.ConditionLead|lexicon.Exception|lexicon.Relative) {
			return true
		}
	}
	return false
}
