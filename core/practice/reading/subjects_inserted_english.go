package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
)

// A subject may stand far ahead of its predicate: over what is put in between commas, before verbs
// that nobody marked, behind words that only report the clause.

// dropReport drops what a phrase says ahead of the clause that it reports, and reports whether
// there was any: please note that (couriers), tell us if (somebody else).
func (s *scope) dropReport(p *phrase) bool {
	for k := p.to - 1; k >= p.from; k-- {
		if s.has(k, lexicon.StrongLead) && s.is(k, lexicon.ConditionLead) && k > p.from || s.is(k, lexicon.Relative) && isReport(s.plain[p.Start:s.items[k].Start]) {
			s.startBehind(p, k)
			s.dropLead(p, lexicon.Adverb)
			s.trimPhrase(p)
			return true
		}
	}
	return false
}

// isReport reports whether the last word of a text says something that that follows.
func isReport(text string) bool {
	return lexicon.Default().EndOf(lexicon.Lower(strings.TrimSpace(text)), lexicon.SaysThat) != nil
}

// verbsStart returns the index of the first of the verbs, which nobody marked, with which the action
// at item v is joined: collect of collect, sort and [store]. It is v when there are none.
func (s *scope) verbsStart(v int) int {
	first := v
	for k := v - 1; k >= 0 && s.items[k].frame < 0 && (s.isPunct(k, comma) || s.is(k, lexicon.List|lexicon.Verb|lexicon.Adverb)); k-- {
		if s.is(k, lexicon.Verb) && s.isNext(k+1) {
			first = k
		} else if s.is(k, lexicon.Verb) {
			break
		}
	}
	if !s.wordBetween(first, v, lexicon.List) {
		return v
	}
	return first
}

// beforeJoined finds the name before verbs that nobody marked, without a modal, with which the action
// at item v is joined: couriers collect, sort and [store].
func (s *scope) beforeJoined(v int) (phrase, bool) {
	first := s.verbsStart(v)
	if first == v {
		return phrase{}, false
	}
	p := s.clauseBefore(first)
	if !s.behindNoMark(p) {
		return p, false
	}
	s.dropConnectives(&p)
	s.dropReport(&p)
	for s.endsWith(p, lexicon.Adverb) || s.endsWith(p, lexicon.Negation) && s.has(p.to-1, lexicon.Pairs) && p.to > p.from+1 {
		s.endAt(&p, p.to-1) // our app neither asks for nor [keeps]
	}
	s.trimPhrase(&p)
	if s.isPlainPronoun(p) {
		return p, s.has(p.from, lexicon.Nominative) || s.is(p.from, lexicon.User)
	}
	if behind := (phrase{p.Span, p.from + 1, p.to}); s.holds(behind, lexicon.Modal|lexicon.Negation) && !s.holds(p, lexicon.Relative) || s.endsWith(p, lexicon.Modal) {
		return p, false
	}
	nobody := s.startsWith(p, lexicon.Negation) && s.has(p.from, lexicon.NamesNobody)
	return p, nobody || (s.englishName(p) || s.namesSeveral(p)) && s.agrees(p, lexicon.Lower(s.text(s.items[first].Span)))
}

// sharedSubject finds who does what the clause p says ahead of and, and so what the action behind it
// says: the embassy may ask for papers and [keep]. It reports whether that is sure; words that may
// name somebody are returned as well.
func (s *scope) sharedSubject(p phrase) (phrase, bool) {
	if s.startsWith(p, lexicon.First|lexicon.User) && s.has(p.from, lexicon.Nominative) {
		p.End, p.to = s.items[p.from].End, p.from+1
		return p, true
	}
	for k := p.from; k < p.to && !s.is(k, lexicon.Relative); k++ {
		if s.isFinite(k) {
			s.endAt(&p, k)
			s.trimPhrase(&p)
			return p, s.englishName(p) || s.namesSeveral(p)
		}
	}
	if s.startsWith(p, notInPhrase|lexicon.Verb|lexicon.Adverb) || s.wellFormed(p) && isGerund(s.text(p.Span)) {
		return phrase{}, false
	}
	return p, false
}

// maxInsertions is how many insertions can part a subject from its predicate.
const maxInsertions = 3

// beforeInserted finds the name that what is inserted between commas parts from its
// predicate, of which the clause of item v holds no other word: our partners, like most
// firms, will [collect].
func (s *scope) beforeInserted(fr *frame, v int) (phrase, bool) {
	k := s.firstOfClause(v) - 1
	for range maxInsertions {
		if !s.isPunct(k, comma) {
			break
		}
		k = s.firstOfClause(k) - 1
		if !s.isPunct(k, comma) {
			break
		}
		p := s.clauseBefore(k)
		starts := p.from == s.firstOfClause(k)
		s.dropConnectives(&p)
		s.dropReport(&p)
		for s.endsWith(p, lexicon.Modal|lexicon.Negation|lexicon.Adverb) && !s.has(p.to-1, lexicon.NamesNobody) {
			s.endAt(&p, p.to-1)
		}
		s.dropParenthesis(&p)
		s.trimPhrase(&p)
		head := s.headOf(p)
		if behind := (phrase{p.Span, p.from + 1, head.to}); s.holds(behind, lexicon.Modal|lexicon.Negation) && !s.has(p.from, lexicon.Pairs) {
			break // the gym does not film, record
		}
		if p.from == p.to && !strings.Contains(s.text(p.Span), " ") && !s.namesSeveral(p) && !s.englishSomebody(p) {
			continue // furthermore
		}
		if starts && p.Len() > 0 && (s.is(head.to, lexicon.Place|lexicon.Relative|lexicon.With) && s.englishName(head) || s.isPlainPronoun(p) || s.has(p.from, lexicon.Pairs) && s.is(p.from, lexicon.Negation) || s.englishName(p) || s.namesSeveral(p)) && !s.doerBetween(-1, k) {
			return p, true
		}
	}
	return phrase{}, false
}

// headOf returns a phrase without what tells it apart behind its name: shops on our platform, the
// hotel you booked.
func (s *scope) headOf(p phrase) phrase {
	for k := p.from; k < p.to; k++ {
		if s.is(k, lexicon.Place|lexicon.Relative|lexicon.With) || s.has(k, lexicon.Nominative) && k > p.from {
			s.endAt(&p, k)
			s.trimPhrase(&p)
			p.to = k
			break
		}
	}
	return p
}

// predicateAlone reports whether a comma and then nothing but a modal stands before an active
// verb, so that its subject stands elsewhere in the sentence.
func (s *scope) predicateAlone(fr *frame) bool {
	if !s.english || fr.relative || fr.unmarked || s.passive(fr) {
		return false
	}
	first := fr.item
	for first > 0 && (s.isPunct(first-1, comma) || s.isNext(first) && s.items[first-1].frame < 0 &&
		s.is(first-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb|lexicon.List|lexicon.Verb)) {
		first--
	}
	return first < fr.item-1 && s.isPunct(first, comma) && first > 0
}
