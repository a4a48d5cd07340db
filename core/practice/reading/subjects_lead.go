package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// bareLead returns what a lead-in hands on that says who acts and marks no action: 您可以：,
// 教练不得：. It is nil for any other, which does not end with a modal or a negation.
func (s *scope) bareLead(span source.Span) *lead {
	s.start(span)
	s.span, s.parent = span, -1
	s.items = s.appendItems(s.items[:0], span, -1)
	end := len(s.items)
	for end > 0 && !s.isPunct(end-1, colon) {
		end--
	}
	end-- // the last colon
	last, acts := s.beforeActsBelow(end)
	for s.is(last, lexicon.Adverb) && !s.is(last, lexicon.Modal|lexicon.Negation) || s.has(last, lexicon.Infinitive) {
		last-- // agree not to:
	}
	if end < 1 || !s.invertedLead(last) && (!s.is(last, lexicon.Modal|lexicon.Negation) || last == end-1 && !acts && !s.adjoins(end)) {
		return nil
	}
	for k := range end {
		if s.isMark(k, syntax.Action) {
			return nil
		}
	}
	// The actions follow in the items: the colon stands for them.
	s.items[last+1] = s.items[end]
	end = last + 1
	s.items = s.items[:end+1]
	s.span, s.parent = span, -1
	clear(s.frames)
	s.frames = append(s.frames[:0], frame{item: end, host: -1, verb: verb{category: lexicon.Other}})
	fr := &s.frames[0]
	s.items[end].frame, s.items[end].punct = 0, noPunct
	s.giveActorRoles()
	s.linkSubjects()
	s.linkPolarity()
	l := &lead{modality: fr.modality, modalText: fr.modalText, negated: fr.negated, negText: fr.negText}
	for _, v := range s.values(fr.actors) {
		if v.Evidence <= practice.Carried {
			l.actors = append(l.actors, v)
		}
	}
	if len(l.actors) == 0 && s.has(last, lexicon.Urges) {
		l.actors = []practice.Value{{Text: s.grammar.pronoun(practice.UserParty), Mark: -1, Party: practice.UserParty, Evidence: practice.Implied, Rule: "subject-implied"}}
	}
	return l
}

// beforeActsBelow returns the index of the item before the words, ahead of the colon at
// item end, that only point at the actions in the items, and whether there are such words:
// 不得有下列行为：.
func (s *scope) beforeActsBelow(end int) (last int, acts bool) {
	if end < 1 {
		return -1, false
	}
	text := s.plain[s.span.Start:s.items[end].Start]
	at := len(text)
	lex := lexicon.Default()
	if e := lex.EndOf(text, lexicon.ActsBelow); e != nil {
		for at -= len(e.Word); ; at -= len(e.Word) {
			if e = lex.EndOf(text[:at], lexicon.LightDoes); e == nil {
				break
			}
		}
	}
	if at == len(text) {
		// What acts are meant may have been said ahead: 以下事情我们从来不做：.
		if e := lex.EndOf(text, lexicon.LightDoes); e != nil && lex.StartOf(text, lexicon.ActsBelow) != nil {
			at -= len(e.Word)
		}
	}
	last = end - 1
	for last >= 0 && s.items[last].End > s.span.Start+at {
		last--
	}
	return last, at < len(text)
}
