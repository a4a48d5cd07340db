package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// conditionTail: no word ends an English condition.
func (english) conditionTail(*scope, int, int) *lexicon.Entry { return nil }

// behindModal: what an English modal waits over is set off by commas.
func (english) behindModal(_ *scope, start, _ int) int { return start }

// conditionGoesOn: an English condition ends with its clause.
func (english) conditionGoesOn(_ *scope, end int) int { return end }

// leadsPurpose: for may lead anything, and to ship it, we … is left to who marks it.
func (english) leadsPurpose(s *scope, k int) bool {
	return !s.has(k, lexicon.LooseLead) && !s.is(k, lexicon.PurposeTrail)
}

// trailsPurpose: to may lead a party, unless what is done for somebody follows.
func (english) trailsPurpose(s *scope, k, last int) bool {
	return !s.has(k, lexicon.LooseLead) || s.startsPurpose(k+1, last, lexicon.Benefit)
}

// innerCondition: English conditions inside a clause are read where they are marked.
func (english) innerCondition(*scope, int, int) {}

// clauseAdjuncts reads what stands ahead of the main clause, to open an account, and what
// follows the action: [delete] it when you log out.
func (english) clauseAdjuncts(s *scope, start, last, end, actions int) {
	if actions == 0 {
		s.leadingAdjunct(start, last, end)
		return
	}
	s.trailingAdjuncts(start, last, end)
}

// leadingAdjunct reads the clause from item start on, which has no action, as what for or
// when the main clause behind it is so.
func (s *scope) leadingAdjunct(start, last, end int) {
	span := trimSpan(s.plain, source.Span{Start: s.items[start].End, End: s.wordsEnd(last, end)})
	right := s.mainBehind(span.End)
	if span.Len() < minAdjunct || right < 0 {
		return
	}
	cue := word(s.items[start].entry)
	switch {
	case s.has(start, lexicon.InvertedLead) && s.startsInverted(start+1):
		s.addConditions(s.following(right, start, true), s.unmarked(span, "condition-leading", cue))
	case s.holdsMarks(start, end):
	case s.has(start, lexicon.Infinitive) && s.isNext(start) && !s.startsNoun(start+1), s.has(start, lexicon.LooseLead) && s.isAim(start, span):
		s.addPurposes(s.following(right, start, false), s.unmarked(span, "purpose-leading", cue))
	}
}

// startsInverted reports whether a subject stands at item k, behind should or had.
func (s *scope) startsInverted(k int) bool {
	return s.isNext(k) && (s.has(k, lexicon.Nominative) || s.isMark(k, syntax.Actor) || s.is(k, lexicon.Determiner|lexicon.Possessive)) || k < len(s.items) && s.items[k].gap > oneSpace
}

// startsNoun reports whether a noun phrase, rather than a verb, stands at item k right
// behind the word before it: to our partners.
func (s *scope) startsNoun(k int) bool {
	return s.isNext(k) && s.is(k, lexicon.Determiner|lexicon.Possessive|lexicon.User|lexicon.First|lexicon.Third|lexicon.Service|lexicon.Medium|lexicon.Negation)
}

// isAim reports whether the words behind for say what something is for, rather than for
// whom or how long: research, tax reasons, spotting fraud. Item k is for.
func (s *scope) isAim(k int, span source.Span) bool {
	for k++; s.is(k, lexicon.Determiner) && s.items[k].Start < span.End; k++ {
		span.Start = s.items[k].End
	}
	if span = trimSpan(s.plain, span); s.is(k, lexicon.PurposeNoun|lexicon.PurposeTail) && s.items[k].Span == span {
		return false // for any other purpose
	}
	text := s.text(span)
	first, _, _ := strings.Cut(text, " ")
	return isGerund(first) && len(first) > minLoneName+1 || isWord(text, lexicon.AimWord)
}

// trailingAdjuncts reads what follows an action in its clause, up to the next such words.
func (s *scope) trailingAdjuncts(start, last, end int) {
	stop := s.wordsEnd(last, end)
	if end == len(s.items) && s.items[end-1].punct == noPunct {
		stop = s.span.End
	}
	for k := last; k > start; k-- {
		it := &s.items[k]
		left := s.mainBefore(k)
		if it.frame >= 0 || it.isMark(syntax.Action) {
			stop = it.Start
			continue
		}
		if it.mark >= 0 || it.depth > 0 || left < 0 || s.items[s.frames[left].item].segment != it.segment {
			continue
		}
		span := trimSpan(s.plain, source.Span{Start: it.End, End: stop})
		if span.Len() < minAdjunct || s.markIn(span) {
			continue
		}
		switch {
		case s.trailsCondition(k, span):
			if it.has(lexicon.Precedes) {
				span.Start = it.Start // before you pay
			}
			v := s.unmarked(span, "condition-trailing", it.entry.Word)
			v.Negative = it.is(lexicon.Exception)
			s.addConditions(s.nearest(left), v)
			stop = it.Start
		case it.has(lexicon.LooseLead) && !it.has(lexicon.Infinitive) && s.isAim(k, span):
			s.addPurposes(s.nearest(left), s.unmarked(span, "purpose-trailing", it.entry.Word))
			stop = it.Start
		}
	}
}

// trailsCondition reports whether item k leads a condition behind an action, of which span are
// the words: a clause, where the word may lead a time as well (before you leave).
func (s *scope) trailsCondition(k int, span source.Span) bool {
	it := &s.items[k]
	switch {
	case !it.is(lexicon.ConditionLead):
		return false
	case it.has(lexicon.ReasonLead), it.is(lexicon.Exception) && it.has(lexicon.StrongLead):
		return true
	case it.has(lexicon.TimeLead):
		return s.has(k+1, lexicon.Nominative) && s.isNext(k+1)
	}
	return it.has(lexicon.Decisive) && s.holdsSubject(k+1, span)
}

// markIn reports whether a mark stands in a span.
func (s *scope) markIn(span source.Span) bool {
	m := s.markAt(span.Start)
	return m < len(s.marks) && s.marks[m].Plain.Start < span.End
}

// holdsSubject reports whether the words of a span, the first item of which is item k, are
// a clause: somebody stands first in it, or words that nobody knows.
func (s *scope) holdsSubject(k int, span source.Span) bool {
	if k >= len(s.items) || s.items[k].Start >= span.End || s.items[k].Start > span.Start {
		return true
	}
	return s.has(k, lexicon.Nominative) || s.is(k, lexicon.User|lexicon.First|lexicon.Third|lexicon.Determiner|lexicon.Possessive|lexicon.SameParty|lexicon.SameData|lexicon.ConditionWord)
}
