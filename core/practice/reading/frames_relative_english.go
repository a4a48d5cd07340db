package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// relative decides whether action f qualifies data before it: <data> that (you)
// [provide], <data> (you) [provide], <data> [collected] by (us).
func (english) relative(s *scope, f int) {
	fr := &s.frames[f]
	c := relativeClause{verb: fr.item, subject: -1}
	for k := range s.before(fr.item) {
		it := &s.items[k]
		switch {
		case it.depth != s.items[fr.item].depth:
		case it.isMark(syntax.Data):
			if j := s.skipBack(k-1, lexicon.Determiner|lexicon.Possessive); s.is(j, lexicon.Passive) && (s.has(j-1, lexicon.DeniesNoun) || s.isPunct(j-1, comma)) {
				return // nor are <images> [kept]
			}
			if s.qualifiedBy(k, c) {
				fr.relative = true
				if f > 0 {
					fr.host = f - 1
				}
			}
			return
		case it.isMark(syntax.Action), it.punct == semicolon, it.punct == colon:
			return
		case it.is(lexicon.ConditionLead) && c.subject < 0 && !c.that:
			return
		case s.isDoer(k), it.is(lexicon.User | lexicon.First):
			if c.subject < 0 {
				c.subject = k
			}
		case it.is(lexicon.Relative):
			c.that = true
		case it.is(lexicon.Passive):
			c.passive = true
		case it.is(lexicon.Break), it.is(lexicon.List) && c.subject >= 0:
			return
		}
	}
}

// relativeClause is what stands between data and an action that may qualify it.
type relativeClause struct {
	verb, subject int  // items; subject is -1 when it has none
	that          bool // that or which starts it
	passive       bool
}

// qualifiedBy reports whether a clause qualifies the data at item k.
func (s *scope) qualifiedBy(k int, c relativeClause) bool {
	switch {
	case c.that: // <data> that (you) [provide]
		return true
	case c.passive || s.isPunct(k+1, comma):
		return false
	case c.subject >= 0 && k+1 == c.subject && s.isNext(c.subject): // <data> (you) [provide]
		return true
	case s.contactClause(k, c.verb):
		return true
	case c.subject >= 0:
		return false
	}
	e := s.verbOf(&s.items[c.verb]).entry
	unknown := e == nil && (pastForm(s.text(s.items[c.verb].Span)) || s.is(c.verb+1, lexicon.By) && s.isNext(c.verb+1))
	return k+1 == c.verb && (participle(e) || unknown) // <data> [collected] by (us)
}

// contactClause reports whether a name and a verb without that, about the data at item k, stand
// behind it, and an action before it: we keep the <notes> our staff [write].
func (s *scope) contactClause(k, verb int) bool {
	if s.actionBefore(k) < 0 || s.markBetween(k, verb, syntax.Actor) || s.markBetween(k, verb, syntax.Purpose) {
		return false
	}
	p := phrase{source.Span{Start: s.items[k].End, End: s.items[verb].Start}, k + 1, verb}
	modal := false
	for s.endsWith(p, lexicon.Adverb|lexicon.Modal|lexicon.Negation) {
		modal = modal || s.is(p.to-1, lexicon.Modal|lexicon.Negation)
		s.endAt(&p, p.to-1)
	}
	s.trimPhrase(&p)
	return (s.englishName(p) || s.namesSeveral(p)) && (modal || s.agrees(p, lexicon.Lower(s.text(s.items[verb].Span))))
}
