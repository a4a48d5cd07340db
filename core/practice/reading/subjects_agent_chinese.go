package reading

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// Who acts stands behind 被 or 由, in a clause about data, or before what says to whom, why and when.

// beforeParties returns the index of the first item of what says to whom, why or when, in marks,
// before the action at item v, v when nothing does: 向 of 商家可以向(银行)[提供].
func (s *scope) beforeParties(v int) int {
	const between = lexicon.List | lexicon.More | lexicon.Adverb | lexicon.Possessive | lexicon.Determiner |
		lexicon.ConditionTail | lexicon.PurposeTail | lexicon.Organisation | lexicon.Third | lexicon.Modal | lexicon.Negation
	for k := v - 1; k >= 0 && s.sameClause(k, v); k-- {
		it := &s.items[k]
		switch {
		case it.is(startsAdjunct) && !it.is(lexicon.Modal):
			v = k
		case it.depth > s.items[v].depth, it.punct == openParen, it.punct == closParen, it.is(between), it.is(lexicon.Verb) && s.is(k+1, lexicon.List) && s.adjoins(k+1):
		case it.isMark(syntax.Actor) && !s.isDoer(k), it.isMark(syntax.Purpose):
		default:
			return v
		}
	}
	return v
}

// cutToPerson cuts a phrase down to what stands before its predicate, and reports whether that is the
// company or the person, by a pronoun: 您可以在{…}时.
func (s *scope) cutToPerson(p *phrase) bool {
	if !s.startsMain(p.from) {
		return false
	}
	if edge := s.predicateEdge(p); edge < p.to {
		s.endAt(p, edge)
	}
	s.stripName(p)
	return s.isPerson(*p) && s.has(p.from, lexicon.Pronoun)
}

// relativeSubject finds who acts in a clause about data, behind the main action: [使用](顾客)
// [留下]的<评价>, [查看](您)为{办理业务}[填写]的<地址>.
func (s *scope) relativeSubject(fr *frame, p phrase) (phrase, bool) {
	if p.from == 0 || s.items[p.from-1].frame < 0 {
		return p, false
	}
	for k := p.from; k < p.to; k++ {
		serves := k > p.from && lexicon.Default().StartOf(s.text(s.items[k].Span), lexicon.ServesUser) != nil
		if serves || s.is(k, lexicon.Via|lexicon.To|lexicon.From|lexicon.ConditionLead|lexicon.PurposeLead) || s.has(k, lexicon.Locative) || s.is(k, lexicon.Modal|lexicon.Negation) {
			s.endAt(&p, k)
			break
		}
	}
	for s.endsWith(p, lexicon.Adverb) {
		s.endAt(&p, p.to-1)
	}
	s.trimPhrase(&p)
	switch {
	case p.from < p.to && s.items[p.from].Span == p.Span && s.has(p.from, lexicon.Pronoun):
		return p, true
	case utf8.RuneCountInString(s.text(p.Span)) < 2 || !s.wellFormed(p):
		return p, false
	case s.chineseName(p) && s.namesSomebody(p):
		return p, true
	}
	fr.unread = p.from == p.to && lexicon.Default().EndOf(s.text(p.Span), lexicon.EndsTime) == nil
	return p, false
}

// chineseAgent finds who acts behind 被 or 由 in the words before an action.
func (s *scope) chineseAgent(p phrase, category lexicon.Category) (phrase, bool) {
	for k := p.to - 1; k >= p.from; k-- {
		through := s.has(k, lexicon.LetsThrough)
		if (!s.is(k, lexicon.By) || !s.is(k, lexicon.Passive|lexicon.Allow) || s.is(k, lexicon.Via)) && !through && !s.has(k, lexicon.HandsOver) {
			continue
		}
		agent := p
		s.startBehind(&agent, k)
		if (through || s.has(k, lexicon.HandsOver)) && !s.namesSomebody(s.upTo(agent, agent.to)) || s.has(k, lexicon.Channel) && category.Takes() {
			continue
		}
		for j := agent.from; j < agent.to; j++ {
			if s.is(j, lexicon.Via|lexicon.To|lexicon.From|lexicon.ConditionLead|lexicon.PurposeLead) && s.namesSomebody(s.upTo(agent, j)) {
				s.endAt(&agent, j) // 由专员通过邮件[发送]
			}
		}
		p = agent
		s.dropJoinedVerbs(&p)
		for s.endsWith(p, lexicon.Adverb|lexicon.Modal) || s.endsWith(p, lexicon.Neutral) && s.has(p.to-1, lexicon.Undertakes) {
			s.endAt(&p, p.to-1)
		}
		s.trimPhrase(&p)
		return p, s.chineseName(p) && !s.holds(p, lexicon.Modal|lexicon.Front)
	}
	return p, false
}

// dropJoinedVerbs drops verbs that nobody marked, and which are joined with the action behind a
// phrase, from its end: 物业收集、[保存].
func (s *scope) dropJoinedVerbs(p *phrase) {
	for s.endsWith(*p, lexicon.List) && p.to-2 >= p.from && s.is(p.to-2, lexicon.Verb) && s.adjoins(p.to-1) {
		s.endAt(p, p.to-2)
	}
}
