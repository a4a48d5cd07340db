package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// voteClause: a finite or a relative clause says when or which, a participle behind data
// says which, and in with an -ing form says what for. A member of a list is what the one
// before it is.
func (english) voteClause(s *scope, v *votes, i int) {
	it := &s.items[i]
	text := lexicon.Lower(s.text(it.Span))
	first, _, _ := strings.Cut(text, " ")
	e := lexicon.Default().Match(text, 0)
	subject := s.items[i].gap <= oneSpace && s.subjectBeforeClause(i-1)
	switch {
	case v.purpose >= telling && v.best >= telling:
	case s.is(i-1, lexicon.Place) && isGerund(first):
		v.purpose += firm // in {delivering the goods}
	case v.condition >= cues && v.best >= leads:
	case e.Has(lexicon.Nominative) && e.Is(lexicon.First) && s.canBehind(it.Span, e):
		v.purpose += cues // so {we can help}
	case s.is(i-1, lexicon.Relative) && e.Is(lexicon.Benefit): // who {perform services}, which {helps us}: either
	case e.Has(lexicon.Nominative), e.Is(lexicon.Relative), e.Is(lexicon.Passive), subject:
		v.condition += cues
	case s.isMark(i-1, syntax.Data) && it.gap <= oneSpace && !isGerund(first) && (pastForm(first) || e.Has(lexicon.Participle)):
		v.condition += cues
	case s.is(i-1, lexicon.By) && isGerund(first):
		v.condition += cues
	default:
		s.voteLikeMember(v, i)
	}
}

// canBehind reports whether a word of being able to follows the pronoun e, with which a
// clause starts: we can.
func (s *scope) canBehind(clause source.Span, e *lexicon.Entry) bool {
	t := s.tokenAt(clause.Start + len(e.Word))
	return t < len(s.tokens) && int(s.tokens[t].start) == clause.Start+len(e.Word)+oneSpace && s.tokens[t].entry.Is(lexicon.Modal) && s.tokens[t].entry.Modality == lexicon.Can
}

// subjectBeforeClause reports whether the subject of the clause in a mark stands at item k,
// right before it: when you {sign in}, partners who {work for us}.
func (s *scope) subjectBeforeClause(k int) bool {
	return s.has(k, lexicon.Nominative) || s.is(k, lexicon.Relative) && !s.is(k, lexicon.Determiner) || s.has(k, lexicon.BarePronoun) && s.is(k, lexicon.SameParty)
}

// voteLikeMember makes a member of a list, whose own words say little, what the one before
// it is: when {you sign in}, {open the shop} or {write to us}.
func (s *scope) voteLikeMember(v *votes, i int) {
	k := i - 1
	for s.is(k, lexicon.List) || s.isPunct(k, comma) || s.isPunct(k, semicolon) || s.isPunct(k, openParen) || s.isPunct(k, closParen) {
		k--
	}
	if k == i-1 || !s.isMark(k, syntax.Purpose) {
		return
	}
	if s.isCondition(k) {
		before, _, _ := strings.Cut(s.text(s.items[k].Span), " ")
		if s.plainlyJoined(k, i) && !pastForm(before) {
			v.condition += cues
		}
		return
	}
	v.purpose += slight
}

// plainlyJoined reports whether nothing but a comma and and or or stands between items k
// and i.
func (s *scope) plainlyJoined(k, i int) bool {
	for j := k + 1; j <= i; j++ {
		if s.items[j].gap > oneSpace || j < i && !s.is(j, lexicon.List) && !s.isPunct(j, comma) {
			return false
		}
	}
	return true
}
