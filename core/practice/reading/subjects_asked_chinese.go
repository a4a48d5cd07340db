package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// askedRule is the rule of an actor whom another asks, allows or forbids to act.
const askedRule = "subject-asked"

// subject finds whom nobody marked and another has act: 学校会请家长[签署]<回执>. Whoever asks
// stands before the word that says so.
func (chinese) subject(s *scope, f int) bool {
	fr := &s.frames[f]
	if fr.unmarked || fr.relative {
		return false
	}
	if k := s.skipBack(fr.item-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb); s.has(k, lexicon.Pronoun) && s.adjoins(k+1) && s.reasonEndsBehind(k) {
		s.takeSubject(fr, k) // 因您拒绝[提供]<位置>而
		return true
	}
	for k := range s.beforeInClause(fr.item) {
		it := &s.items[k]
		switch {
		case it.depth > s.items[fr.item].depth:
			continue
		case it.isMark(syntax.Action) && s.asksByMark(k):
			return s.takeAskedBy(fr, k)
		case it.mark >= 0, it.frame >= 0, it.punct != noPunct:
			return false
		case (s.has(k, lexicon.Directs) || s.has(k, lexicon.Hires)) && !s.is(k, lexicon.To|lexicon.Via):
			return s.takeAsked(fr, k)
		}
	}
	return false
}

// asksByMark reports whether the marked action at item k has another act, or keeps them from it.
func (s *scope) asksByMark(k int) bool {
	e := lexicon.Default().Whole(s.text(s.items[k].Span))
	return e.Is(lexicon.Ask|lexicon.Allow) && !e.Is(lexicon.Via) || e.Has(lexicon.Directs)
}

// takeAskedBy makes whoever stands between the action at item k, which asks, and that of a frame its
// subject: 会[要求]您[提供]<照片>.
func (s *scope) takeAskedBy(fr *frame, k int) bool {
	p := phrase{source.Span{Start: s.items[k].End, End: s.items[fr.item].Start}, k + 1, fr.item}
	s.endAtPredicate(&p, k+1)
	s.trimPhrase(&p)
	switch {
	case s.isPerson(p):
		add(&fr.actors, link{item: p.from, evidence: practice.Read, rule: askedRule})
	case s.chineseName(p) && s.namesSomebody(p):
		s.takePhrase(fr, p)
	default:
		return false
	}
	fr.derive(askedRule)
	return true
}

// takeAsked makes the words between item k, which asks, and the action of a frame its
// subject, and reports whether they can name somebody.
func (s *scope) takeAsked(fr *frame, k int) bool {
	p := phrase{source.Span{Start: s.items[k].End, End: s.items[fr.item].Start}, k + 1, fr.item}
	s.endAtPredicate(&p, k+1)
	s.trimPhrase(&p)
	cue := s.items[k].entry.Word
	if j := s.clauseBefore(k).from - 1; s.isDoer(j) && s.role(j).Rule == "qualifier" && s.sameClause(j, k) {
		return false // somebody says that who asks is who acts
	}
	switch {
	case p.Len() == 0 && s.is(k, lexicon.Benefit):
		// 让您: the word holds whom it asks.
		you := s.items[k].Span
		you.Start = you.End - hanSize
		v := s.unmarked(you, askedRule, cue)
		v.Party = practice.UserParty
		add(&fr.actors, link{item: -1, value: v, evidence: practice.Read, rule: askedRule, cue: cue})
	case s.isPerson(p):
		add(&fr.actors, link{item: p.from, evidence: practice.Read, rule: askedRule, cue: cue})
	case s.chineseName(p) && s.namesSomebody(p):
		s.takePhrase(fr, p)
		for i := range fr.actors {
			fr.actors[i].rule, fr.actors[i].cue = askedRule, cue
			fr.actors[i].value.Rule, fr.actors[i].value.Cue = askedRule, cue
		}
	default:
		return false
	}
	fr.derive(askedRule)
	s.findAsker(fr, k)
	return true
}

// isPerson reports whether a phrase is one word for the company or the person.
func (s *scope) isPerson(p phrase) bool {
	return p.from+1 == p.to && s.is(p.from, lexicon.First|lexicon.User) && s.items[p.from].Start == p.Start && s.items[p.from].End == p.End
}

// findAsker makes whoever stands before item k, which asks, the requester of a frame.
func (s *scope) findAsker(fr *frame, k int) {
	q := s.clauseBefore(k)
	if j := q.from - 1; j >= 0 && s.isMark(j, syntax.Actor) && s.sameClause(j, k) {
		if s.role(j).Name == practice.RoleActor && s.role(j).Rule != "qualifier" {
			*s.role(j) = practice.Role{Name: practice.RoleRequester, Evidence: practice.Read, Rule: "pivot", Cue: s.items[k].entry.Word, Margin: plainMargin}
			fr.requester = &link{item: j, evidence: practice.Marked, rule: "pivot", cue: s.items[k].entry.Word}
			fr.derive("pivot")
		}
		return
	}
	s.endAt(&q, s.predicateEdge(&q))
	s.dropLead(&q, lexicon.Break|lexicon.Adverb)
	for s.endsWith(q, lexicon.Adverb) {
		s.endAt(&q, q.to-1)
	}
	s.trimPhrase(&q)
	l := link{item: q.from, evidence: practice.Read, rule: "pivot", cue: s.items[k].entry.Word}
	switch {
	case s.isPerson(q):
	case s.chineseName(q):
		l.item, l.value = -1, s.unmarked(q.Span, "pivot", l.cue)
		l.value.Party = s.partyOfPhrase(q)
	default:
		return
	}
	fr.requester = &l
	fr.derive("pivot")
}

// endAtPredicate lets a phrase end before the adverbs, modals and negations that lead up to
// its end, down to item from.
func (s *scope) endAtPredicate(p *phrase, from int) {
	for p.to > from && s.endsWith(*p, lexicon.Adverb|lexicon.Modal|lexicon.Negation) {
		s.endAt(p, p.to-1)
	}
}
