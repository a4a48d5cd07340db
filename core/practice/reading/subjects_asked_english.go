package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// This file finds English subjects that do not stand right before their predicate, and
// says what may be one that was not understood.

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
	verb, _, _ := strings.Cut(lexicon.Lower(s.text(s.items[fr.item].Span)), " ")
	if s.startsWith(p, lexicon.To) && s.has(p.from, lexicon.Infinitive) && p.from+1 == p.to {
		return true // to [reserve] a <plot>, write to us
	}
	return p.Len() == 0 && (fr.bareForm(verb) || isGerund(verb))
}

// namesSeveral reports whether a phrase is one word for several that the lexicon does not
// know: judges [hide].
func (s *scope) namesSeveral(p phrase) bool {
	text := s.text(p.Span)
	return p.from == p.to && len(text) > minLoneName && plural(text) && !strings.Contains(text, " ")
}

// agentFollows reports whether by follows a passive, so that somebody else acts, whoever
// that is.
func (s *scope) agentFollows(fr *frame) bool { return s.agentWord(fr) >= 0 }

// agentWord returns the index of the by that tells of somebody who acts behind a passive and what
// is joined with it, -1 for none: hung in the corridor by staff.
func (s *scope) agentWord(fr *frame) int {
	first := s.behindJoined(fr)
	for k := first; k < len(s.items) && s.sameClause(k, first-1); k++ {
		switch {
		case s.items[k].frame >= 0 || s.items[k].mark >= 0 && s.items[k].kind != syntax.Data:
			return -1
		case s.is(k, lexicon.By) && !s.is(k, lexicon.Via):
			return k
		}
	}
	return -1
}
