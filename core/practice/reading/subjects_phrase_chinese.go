package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// maxChinesePhrase is how long a subject can be, in bytes: names of forty characters are
// clauses that were not understood.
const maxChinesePhrase = 40 * hanSize

// subjectPhrase finds the words behind 被 or 由, or those between the start of the clause,
// or the end of a condition, and the first word of the predicate: 如您开通会员，(青禾读书)
// 可能[推送].
func (chinese) subjectPhrase(s *scope, f int) (phrase, bool) {
	fr := &s.frames[f]
	if fr.unmarked {
		return phrase{}, false
	}
	p := s.clauseBefore(fr.item)
	if agent, ok := s.chineseAgent(p); ok {
		return agent, true
	}
	if fr.relative {
		return phrase{}, false
	}
	edge := s.predicateEdge(&p)
	if p.from > 0 && p.Start == s.items[p.from-1].End && s.isMark(p.from-1, syntax.Actor) {
		return p, false // (我们)及其他公司会
	}
	starts := p.from == 0 || !s.isPunct(p.from-1, noPunct) || s.isMark(p.from-1, syntax.Purpose) || s.is(p.from-1, lexicon.ConditionTail|lexicon.PurposeTail)
	if edge == fr.item && !starts {
		return p, false
	}
	s.endAt(&p, edge)
	s.dropLead(&p, lexicon.Break|lexicon.Adverb)
	for s.endsWith(p, lexicon.Adverb) {
		s.endAt(&p, p.to-1)
	}
	s.dropParenthesis(&p)
	s.trimPhrase(&p)
	return p, s.chineseName(p) && !s.asksBetween(edge, fr.item) && s.fitsPredicate(p, edge)
}

// chineseAgent finds who acts behind 被 or 由 in the words before an action.
func (s *scope) chineseAgent(p phrase) (phrase, bool) {
	for k := p.to - 1; k >= p.from; k-- {
		if !s.is(k, lexicon.By) || !s.is(k, lexicon.Passive|lexicon.Allow) || s.is(k, lexicon.Via) {
			continue
		}
		s.startBehind(&p, k)
		for s.endsWith(p, lexicon.Adverb|lexicon.Modal) {
			s.endAt(&p, p.to-1)
		}
		s.trimPhrase(&p)
		return p, s.chineseName(p) && !s.holds(p, lexicon.Modal|lexicon.Front)
	}
	return p, false
}

// predicateEdge returns the index of the word that the predicate starts with, a modal or
// the like, and lets the words p before an action start behind the condition or purpose
// that stands ahead of it.
func (s *scope) predicateEdge(p *phrase) int {
	last := p.to
	for k := p.from; k < last; k++ {
		switch {
		case s.items[k].depth > s.items[last].depth:
		case s.is(k, lexicon.Modal|lexicon.Negation), s.has(k, lexicon.PlainDisposal), s.has(k, lexicon.FormalDisposal):
			if s.is(k, lexicon.Negation) && s.is(k, lexicon.ConditionLead) && blank(s.plain[p.Start:s.items[k].Start]) {
				continue // 没有一家公司能够
			}
			return k
		case s.has(k, lexicon.Locative) && !blank(s.plain[p.Start:s.items[k].Start]):
			return k // 未成年人在监护人陪同下
		case s.is(k, lexicon.ConditionTail|lexicon.PurposeTail|lexicon.SameCondition|lexicon.SamePurpose):
			s.startBehind(p, k)
		}
	}
	return last
}

// chineseName reports whether a phrase can name somebody.
func (s *scope) chineseName(p phrase) bool {
	if !s.wellFormed(p) || utf8.RuneCountInString(s.text(p.Span)) < 2 || p.Len() > maxChinesePhrase || s.endsWith(p, notHead) {
		return false
	}
	qualified := s.holds(p, lexicon.Of)
	party := s.endsWith(p, someone)
	switch {
	case s.startsWith(p, lexicon.Negation):
		return party && p.to > p.from+1 && !s.holds(p, lexicon.To|lexicon.From|lexicon.Possessive|lexicon.Of)
	case s.startsWith(p, lexicon.To|lexicon.With|lexicon.PurposeLead):
		return qualified && party // 给我们送菜的(农户)
	case s.startsWith(p, notInPhrase):
		return false
	case s.has(p.from, lexicon.Points) && !party:
		return false // 该过程会
	case s.has(p.to-1, lexicon.Pronoun) && s.endsWith(p, lexicon.First|lexicon.User):
		return s.is(p.to-2, lexicon.List)
	case s.has(p.from, lexicon.Pronoun) && s.startsWith(p, lexicon.First|lexicon.User):
		return (qualified || s.is(p.from+1, lexicon.List) && s.adjoins(p.from+1)) &&
			!s.is(p.from+1, notInPhrase&^(lexicon.List|lexicon.With|lexicon.Of)|lexicon.Adverb)
	case !qualified && s.holds(p, lexicon.To|lexicon.From):
		return false
	}
	return !s.startsWith(p, lexicon.Verb|lexicon.Benefit) || party && !s.holds(p, lexicon.First|lexicon.User)
}

// fitsPredicate reports whether a phrase is the subject of the predicate that starts at
// item edge. Before a bare action, or before what only says a need, as 实名认证需要 does,
// it is one only when its last word is one for somebody, or it is the company's name.
func (s *scope) fitsPredicate(p phrase, edge int) bool {
	known := s.endsWith(p, someone) || s.grammar.namesOwner(s.text(p.Span))
	switch {
	case s.is(edge, lexicon.Ask) && s.is(edge+1, lexicon.First|lexicon.User|lexicon.Third) || s.isMark(edge+1, syntax.Actor):
		return false // 认证机构需要您[提供]: who is asked acts
	case !s.is(edge, lexicon.Modal|lexicon.Negation):
		return known && !s.startsWith(p, notInPhrase&^lexicon.PurposeLead) && !s.holds(p, lexicon.To|lexicon.From|lexicon.Via)
	case s.is(edge, lexicon.Ask):
		return known
	}
	return true
}

// asksBetween reports whether the predicate that starts at item edge says that another does
// what the action at item v says: 监护人可以要求我们[删除], 平台禁止商户[下载].
func (s *scope) asksBetween(edge, v int) bool {
	for k := edge + 1; k < v; k++ {
		if s.is(k, lexicon.Ask|lexicon.Allow) && !s.is(k, lexicon.Modal|lexicon.Via|lexicon.To|lexicon.By) && (s.is(k+1, someone) || s.isMark(k+1, syntax.Actor)) {
			return true
		}
	}
	return edge < v && s.is(edge, lexicon.Negation) && s.is(edge+1, someone) && s.adjoins(edge+1)
}

// namesOwner reports whether a name starts with 本, so that it is one of whoever speaks:
// 本宠物医院. It is looked for in the text, for 本 is a part of too many words.
func (chinese) namesOwner(name string) bool { return strings.HasPrefix(name, "本") }
