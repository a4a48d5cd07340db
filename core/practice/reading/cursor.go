package reading

import (
	"iter"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// This file holds the questions that the passes ask about the items of a scope, by
// their index. An index outside of the items is no error: nothing stands there.

// is reports whether item k is a word of one of the classes.
func (s *scope) is(k int, c lexicon.Class) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].class&c != 0
}

// has reports whether item k is a word with one of the traits.
func (s *scope) has(k int, t lexicon.Trait) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].has(t)
}

// isMark reports whether item k is a mark of a kind.
func (s *scope) isMark(k int, kind syntax.Kind) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].kind == kind
}

// isPunct reports whether item k is a punctuation mark of a kind.
func (s *scope) isPunct(k int, punct byte) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].punct == punct
}

// role returns the role of the mark that item k is.
func (s *scope) role(k int) *practice.Role { return &s.roles[s.items[k].mark] }

// isDoer reports whether item k is a marked actor that does something rather than
// receives it or the like.
func (s *scope) isDoer(k int) bool {
	return s.isMark(k, syntax.Actor) && s.role(k).Name == practice.RoleActor
}

// isCondition reports whether item k is a mark of a condition.
func (s *scope) isCondition(k int) bool {
	return s.isMark(k, syntax.Purpose) && s.role(k).Name == practice.RoleCondition
}

// adjoins reports whether item k follows the one before at once.
func (s *scope) adjoins(k int) bool { return uint(k) < uint(len(s.items)) && s.items[k].gap == 0 }

// isNext reports whether item k is the next word: it follows the one before at once, but
// for a space where the language writes one.
func (s *scope) isNext(k int) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].gap <= s.grammar.space()
}

// sameClause reports whether no comma, semicolon or colon ends a clause between items a
// and b.
func (s *scope) sameClause(a, b int) bool { return s.items[a].segment == s.items[b].segment }

// skipBack returns the index of the last item up to k that is none of the classes, -1
// when there is none; skip that of the first from k on, len(s.items) when there is none.
func (s *scope) skipBack(k int, c lexicon.Class) int {
	for s.is(k, c) {
		k--
	}
	return k
}

func (s *scope) skip(k int, c lexicon.Class) int {
	for s.is(k, c) {
		k++
	}
	return k
}

// before counts down the items before k, the nearest first; beforeInClause those of
// the clause of k, behindInClause up those behind k in its clause.
func (s *scope) before(k int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := k - 1; j >= 0 && yield(j); j-- {
		}
	}
}

func (s *scope) beforeInClause(k int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := k - 1; j >= 0 && s.items[j].segment == s.items[k].segment && yield(j); j-- {
		}
	}
}

func (s *scope) behindInClause(k int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := k + 1; j < len(s.items) && s.items[j].segment == s.items[k].segment && yield(j); j++ {
		}
	}
}

// wordBetween reports whether a word of one of the classes stands between items a and b.
func (s *scope) wordBetween(a, b int, c lexicon.Class) bool {
	for k := a + 1; k < b; k++ {
		if s.items[k].is(c) {
			return true
		}
	}
	return false
}

// markBetween reports whether a mark of a kind stands between items a and b.
func (s *scope) markBetween(a, b int, kind syntax.Kind) bool {
	for k := a + 1; k < b; k++ {
		if s.items[k].isMark(kind) {
			return true
		}
	}
	return false
}

// doerBetween reports whether somebody who does something stands marked between items
// a and b.
func (s *scope) doerBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.isDoer(k) {
			return true
		}
	}
	return false
}

// maxNearGap is how many bytes may stand before an item that is near: one character that
// the lexicon does not know.
const maxNearGap = hanSize

// isNear reports whether at most one unknown character stands between item k and the one
// before.
func (s *scope) isNear(k int) bool {
	return uint(k) < uint(len(s.items)) && s.items[k].gap <= maxNearGap
}
