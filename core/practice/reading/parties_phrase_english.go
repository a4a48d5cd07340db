package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Whom an English preposition governs need not be a word of the lexicon: the noun phrases
// behind it are parties where the verb gives or takes, and elsewhere where their words are
// for somebody: [hold] <a key> for (the porter), [add] <a name> to the list.

// endsParty are the words at which the noun phrases behind a preposition end.
const endsParty = lexicon.Modal | lexicon.Negation | lexicon.ConditionLead | lexicon.PurposeTrail | lexicon.Relative | lexicon.Place |
	lexicon.From | lexicon.To | lexicon.By | lexicon.Via | lexicon.PartsOpen | lexicon.PartsClosed | lexicon.Exception | lexicon.Passive | lexicon.Break | lexicon.ConditionTail | lexicon.PurposeLead | lexicon.Adverb

// parties are the noun phrases behind a preposition, unless a mark stands there.
func (english) parties(s *scope, g int, fr *frame) []practice.Value {
	known := s.partiesBehind(g)
	if s.has(g, lexicon.Infinitive) && s.startsInfinitive(g) {
		return known
	}
	if all, ok := s.englishParties(g, fr); ok {
		return widerNames(known, all)
	}
	return known
}

// englishParties returns the parties named behind item g, and reports whether all the words
// there were understood as such.
func (s *scope) englishParties(g int, fr *frame) ([]practice.Value, bool) {
	p := s.phrasesBehind(g)
	var found []practice.Value
	part := p
	for k := p.from; k <= p.to; k++ {
		if k < p.to && !s.is(k, lexicon.List|lexicon.More) && !s.isPunct(k, comma) {
			continue
		}
		if k < p.to {
			s.endAt(&part, k)
		}
		s.dropLead(&part, lexicon.Determiner|lexicon.Possessive|lexicon.Adverb)
		s.trimPhrase(&part)
		if part.Len() > 0 {
			if !s.englishParty(part, fr, s.is(g, lexicon.From)) {
				return nil, false
			}
			v := s.third(part.Span)
			if s.endsWith(part, lexicon.User) {
				v.Party = practice.UserParty
			}
			found = append(found, *v)
		}
		if k < p.to {
			part = phrase{source.Span{Start: s.items[k].End, End: p.End}, k + 1, p.to}
		}
	}
	return found, len(found) > 0
}

// phrasesBehind returns the words behind item g up to where its noun phrases end.
func (s *scope) phrasesBehind(g int) phrase {
	p := phrase{source.Span{Start: s.items[g].End, End: s.span.End}, g + 1, len(s.items)}
	for k := g + 1; k < len(s.items); k++ {
		it := &s.items[k]
		points := k == g+1 && s.has(k, lexicon.Points) // to that person
		switch {
		case s.items[g].mark >= 0 && it.is(lexicon.With) && !it.is(lexicon.List):
			s.endAt(&p, k)
			return p // [provide] our partners with <names>
		case it.depth < s.items[g].depth, it.mark >= 0, it.punct != noPunct && it.punct != comma && it.punct != lineBreak,
			it.punct == comma && !s.partiesGoOn(k),
			it.is(endsParty) && !points && !s.hyphenated(k) && !(k == g+1 && it.is(lexicon.Adverb)), it.is(lexicon.Verb) && !s.isDeterminerBefore(k):
			s.endAt(&p, k)
			if s.items[g].mark >= 0 { // the first of two objects
				p.End = s.objectEnd(p)
				for p.to > p.from && s.items[p.to-1].Start >= p.End {
					p.to--
				}
			}
			return p
		}
	}
	return p
}

// isDeterminerBefore reports whether the word at item k is a noun here: a, the or our stands
// before it.
func (s *scope) isDeterminerBefore(k int) bool {
	return s.is(k-1, lexicon.Determiner|lexicon.Possessive) && s.isNext(k)
}

// partiesGoOn reports whether the comma at item k separates members of a list: another comma
// with and or or, or such a word alone, follows before anything else does.
func (s *scope) partiesGoOn(k int) bool {
	for j := k + 1; j < len(s.items); j++ {
		switch {
		case s.is(j, lexicon.List):
			return true
		case s.items[j].mark >= 0, s.items[j].punct != noPunct && s.items[j].punct != comma, s.is(j, endsParty|lexicon.Verb):
			return false
		}
	}
	return false
}

// englishParty reports whether a phrase names somebody to whom, or from whom, something
// goes in a frame. from says that it is a source, which only somebody is: from toll
// operators, but not from your end.
func (s *scope) englishParty(p phrase, fr *frame, from bool) bool {
	text := s.text(p.Span)
	gives := fr.verb.category.Gives() || fr.verb.entry.Is(lexicon.Gives)
	if s.startsWith(p, lexicon.User) && p.from+1 == p.to && s.items[p.from].End == p.End {
		return gives || lexicon.Default().StartOf(lexicon.Lower(s.text(s.items[fr.item].Span)), lexicon.Ditransitive) != nil // to you, to parents
	}
	if !s.wellFormed(p) || p.Len() > maxEnglishPhrase || s.endsWith(p, notHead&^lexicon.Of|lexicon.Medium|lexicon.Service) || s.startsWith(p, notInPhrase) ||
		isWord(text, lexicon.Location) || isGerund(text) {
		return false
	}
	if from {
		return s.englishSomebody(p) || isName("From "+text)
	}
	return gives || s.englishSomebody(p)
}

// englishSomebody reports whether the words of a phrase are for somebody.
func (s *scope) englishSomebody(p phrase) bool {
	text := s.text(p.Span)
	for k := p.from; k < p.to; k++ {
		if s.is(k, lexicon.Of) {
			text = text[:s.items[k].Start-p.Start]
			s.endAt(&p, k)
			s.trimPhrase(&p)
			break
		}
	}
	text = strings.TrimSpace(text)
	return s.endsWith(p, someone) && !s.is(p.to-1, lexicon.Medium) || isWord(text, lexicon.PartyWord) || lexicon.Default().EndOf(lexicon.Lower(text), lexicon.PartySuffix) != nil
}

// isWord reports whether the last word of a text has a trait.
func isWord(text string, t lexicon.Trait) bool {
	last := lexicon.Lower(text[strings.LastIndexByte(text, ' ')+1:])
	e := lexicon.Default().StartOf(last, t)
	return e != nil && e.Word == last
}

// otherParty finds whom a verb such as give names right behind it: [send] parents <a log>,
// and whom a verb that the lexicon does not know gives something to or takes it from.
func (english) otherParty(s *scope, g int) (f int, from bool) {
	it := &s.items[g]
	switch {
	case it.isMark(syntax.Action):
		if lexicon.Default().StartOf(lexicon.Lower(s.text(it.Span)), lexicon.Ditransitive) == nil || !s.objectBehind(g) {
			return -1, false
		}
		return it.frame, false
	case it.is(lexicon.To|lexicon.From|lexicon.With) && !it.is(lexicon.Modal):
		if f = s.frameBeside(g); f >= 0 && s.frames[f].verb.category == lexicon.Other && !s.frames[f].unmarked {
			return f, it.is(lexicon.From)
		}
	}
	return -1, false
}

// objectBehind reports whether a noun phrase and then data stand behind the action at item v.
func (s *scope) objectBehind(v int) bool {
	for k := v + 1; k < len(s.items); k++ {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Data):
			between := phrase{source.Span{Start: s.items[v].End, End: it.Start}, v + 1, k}
			s.dropLead(&between, lexicon.Adverb)
			return s.objectEnd(between) > between.Start
		case it.mark >= 0, it.punct != noPunct, it.is(endsParty | lexicon.Verb):
			return false
		}
	}
	return false
}

// objectEnd returns the byte offset at which the first of two objects ends: before the last
// determiner or possessive that does not start the words; the start when there is none.
func (s *scope) objectEnd(p phrase) int {
	for k := p.to - 1; k >= p.from; k-- {
		if s.is(k, lexicon.Determiner|lexicon.Possessive) && !s.is(k, lexicon.Of) && !blank(s.plain[p.Start:s.items[k].Start]) {
			return s.items[k].Start
		}
	}
	return p.Start
}
