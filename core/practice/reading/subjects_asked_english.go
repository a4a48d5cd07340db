package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// This file finds English subjects that do not stand right before their predicate, and
// says what may be one that was not understood.

// whoIsAsked finds who is asked, or let, or kept from acting by the words before an action:
// the rink requires (skaters) to [wear], we let (moderators) [lock], (visitors) are asked to
// [sign]. p are the words of the clause before the action.
func (s *scope) whoIsAsked(p phrase) (phrase, bool) {
	k := p.to - 1
	for k >= p.from && s.leadsToAsked(k) {
		k--
	}
	to := s.has(k+1, lexicon.Infinitive) || s.is(k+1, lexicon.From)
	for j := k; j >= p.from; j-- {
		asks := s.is(j, lexicon.Ask|lexicon.Allow) && !s.is(j, lexicon.Modal|lexicon.Via|lexicon.Verb) || s.has(j, lexicon.DeniesFrom)
		switch {
		case !asks && s.is(j, lexicon.Modal|lexicon.ConditionLead|lexicon.Relative|lexicon.PurposeLead):
			return p, false
		case !asks || to == s.has(j, lexicon.BareInfinitive):
			continue
		}
		q := p
		s.startBehind(&q, j)
		if k+1 < p.to {
			s.endAt(&q, k+1)
		}
		s.trimPhrase(&q)
		if q.Len() > 0 {
			return q, !s.startsWith(q, lexicon.Negation)
		}
		return s.askedBefore(p, j)
	}
	return p, false
}

// leadsToAsked reports whether item k may stand between whom somebody asks and the action.
func (s *scope) leadsToAsked(k int) bool {
	if s.has(k, lexicon.Infinitive) || s.is(k, lexicon.From) {
		return true
	}
	return s.is(k, lexicon.Adverb|lexicon.List|lexicon.Verb) && !s.is(k, lexicon.Ask|lexicon.Allow) && !s.has(k, lexicon.DeniesFrom)
}

// askedBefore finds who is asked to act ahead of a passive: (visitors) are asked to [sign].
// j is the item that asks.
func (s *scope) askedBefore(p phrase, j int) (phrase, bool) {
	be := j - 1
	for s.is(be, lexicon.Adverb) && !s.is(be, lexicon.Passive) {
		be--
	}
	if be < p.from || !s.is(be, lexicon.Passive|lexicon.Negation) || s.has(be, lexicon.Inverts) {
		return p, false
	}
	s.endAt(&p, be)
	for s.endsWith(p, lexicon.Passive|lexicon.Adverb|lexicon.Negation|lexicon.Modal) {
		s.endAt(&p, p.to-1)
	}
	s.dropLead(&p, lexicon.Break|lexicon.Adverb|lexicon.List)
	s.trimPhrase(&p)
	return p, p.Len() > 0
}

// behindModal finds a subject that has changed places with its modal: on no account may
// (referees) [share], nor will (the caterer) [share].
func (s *scope) behindModal(p phrase) (phrase, bool) {
	for s.startsWith(p, lexicon.Negation) && s.has(p.from, lexicon.DeniesNoun) || s.startsWith(p, lexicon.List) {
		s.startBehind(&p, p.from)
	}
	if !s.startsWith(p, lexicon.Modal) && !(s.startsWith(p, lexicon.Adverb) && s.has(p.from, lexicon.Inverts)) {
		return p, false
	}
	s.startBehind(&p, p.from)
	for s.endsWith(p, lexicon.Adverb) {
		s.endAt(&p, p.to-1)
	}
	s.trimPhrase(&p)
	return p, p.Len() > 0 && !s.holds(p, lexicon.Modal|lexicon.Negation|lexicon.Verb|lexicon.List)
}

// behindNoMark reports whether a phrase starts a clause: no mark stands before it.
func (s *scope) behindNoMark(p phrase) bool {
	return p.from == 0 || s.items[p.from-1].mark < 0
}

// mayName reports whether the words of a phrase, which were not understood, may be for
// somebody who acts: nothing among them is for the company or the person, and none starts
// something else.
func (s *scope) mayName(p phrase) bool {
	if p.Len() < minLoneName || !s.wellFormed(p) || s.startsWith(p, notInPhrase|lexicon.Relative|lexicon.Verb|lexicon.Neutral) || s.endsWith(p, notInPhrase) {
		return false
	}
	for k := p.from; k < p.to; k++ {
		if s.has(k, lexicon.Nominative) {
			return false
		}
	}
	return true
}

// isDone reports whether data that stands before an empty phrase is what an active verb is
// said of, so that nobody acts: <voice samples> never [leave] the handset.
func (s *scope) isDone(fr *frame, p phrase) bool {
	if fr.relative || !s.isMark(p.from-1, syntax.Data) {
		return false
	}
	return !s.is(fr.item-1, lexicon.Passive) && fr.bareForm(s.text(s.items[fr.item].Span))
}

// lacksSubject reports whether nothing stands before an active verb where its subject
// would: [tell] us your <name>, may [request] your <height>. The reader may be meant, or
// whoever the text speaks of.
func (s *scope) lacksSubject(fr *frame) bool {
	if fr.relative || fr.unmarked || s.passive(fr) || s.is(fr.item-1, lexicon.Passive) {
		return false
	}
	p := s.clauseBefore(fr.item)
	if !s.behindNoMark(p) {
		return false
	}
	s.dropLead(&p, lexicon.Break|lexicon.Adverb|lexicon.List)
	if len(s.trail) > 0 {
		s.dropLead(&p, lexicon.Modal|lexicon.Negation) // below a title that may name who acts
	}
	s.trimPhrase(&p)
	return p.Len() == 0 && fr.bareForm(s.text(s.items[fr.item].Span))
}

// namesSeveral reports whether a phrase is one word for several that the lexicon does not
// know: judges [hide].
func (s *scope) namesSeveral(p phrase) bool {
	text := s.text(p.Span)
	return p.from == p.to && len(text) > minLoneName && plural(text) && !strings.Contains(text, " ")
}

// agentFollows reports whether by follows a passive, so that somebody else acts, whoever
// that is.
func (s *scope) agentFollows(fr *frame) bool {
	for k := range s.behindInClause(fr.item) {
		switch {
		case s.items[k].frame >= 0 || s.items[k].mark >= 0:
			return false
		case s.is(k, lexicon.By) && !s.is(k, lexicon.Via):
			return true // hung in the corridor by staff
		}
	}
	return false
}
