package reading

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Whom a Chinese preposition governs need not be a word of the lexicon: between 向 and the
// action, or behind 给 up to the end of its clause, whatever noun phrases stand are parties.
// What is no such phrase is refused as a whole.

// maxChineseParty is how many characters the name of one party can have.
const maxChineseParty = 16

// notInParty are the words that are no part of a name for a party: they govern it, or
// start something else. One that is a single character may be part of a longer word.
const notInParty = lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.ConditionLead | lexicon.ConditionTail |
	lexicon.Modal | lexicon.Head | lexicon.Front | lexicon.To | lexicon.From | lexicon.Gloss | lexicon.SameData | lexicon.Vague

// parties are those that the words of the lexicon name, unless more is understood when the
// words are taken as names, whatever they are.
func (chinese) parties(s *scope, g int, fr *frame) []practice.Value {
	if k := g + 1; s.adjoins(k) && s.has(k, lexicon.BarePronoun) && (k+1 == fr.item || g > fr.item && k+1 == len(s.items)-1) {
		return []practice.Value{*s.third(s.items[k].Span)} // 向其[提供]
	}
	known := s.partiesBehind(g)
	if all, ok := s.partyPhrases(g, fr); ok {
		return widerNames(known, all)
	}
	return known
}

// otherParty finds who is asked (向医保局[调取], 通过推荐人[了解]), for whom something is given
// (为导游[提供]), and whom an action names behind a word of its own mark ([发给]供应商).
func (chinese) otherParty(s *scope, g int) (f int, from bool) {
	if s.items[g].isMark(syntax.Action) {
		if s.namesNext(s.items[g].Span) && s.frames[s.items[g].frame].verb.category != lexicon.Collect && !s.isMark(g+1, syntax.Actor) {
			return s.items[g].frame, false
		}
		return -1, false
	}
	via := s.is(g, lexicon.Via) && s.is(g, lexicon.Allow)
	aimed := s.has(g, lexicon.PurposeParticle) && s.is(g, lexicon.PurposeLead)
	if !via && !aimed && !s.has(g, lexicon.Addresses) {
		return -1, false
	}
	v := g + 1
	for v < len(s.items) && s.items[v].frame < 0 {
		if s.items[v].mark >= 0 || s.items[v].punct != noPunct && !s.is(v, lexicon.List) {
			return -1, false
		}
		v++
	}
	if v == len(s.items) {
		return -1, false
	}
	verb := &s.frames[s.items[v].frame].verb
	asked := verb.category == lexicon.Collect || verb.category == lexicon.Query
	switch {
	case s.has(g, lexicon.Addresses) && asked:
		return s.items[v].frame, true
	case via && asked && s.namesSomebody(phrase{source.Span{Start: s.items[g].End, End: s.items[v].Start}, g + 1, v}):
		return s.items[v].frame, true
	case aimed && verb.entry.Has(lexicon.Supplies) && (v == g+1 || s.is(v-1, someone)):
		return s.items[v].frame, false
	}
	return -1, false
}

// namesNext reports whether a recipient may stand right behind an action: its words end with
// one that governs it (发给), or are those of telling (告知).
func (s *scope) namesNext(action source.Span) bool {
	lex := lexicon.Default()
	return lex.StartOf(s.lastOf(action), lexicon.PostVerbal) != nil || lex.EndOf(s.text(action), lexicon.Tells) != nil
}

// partyPhrases returns the parties that the preposition at item g governs, which goes with
// the action of frame fr, and reports whether all its words were understood as such.
func (s *scope) partyPhrases(g int, fr *frame) ([]practice.Value, bool) {
	p := phrase{Span: s.items[g].Span, from: g + 1}
	p.Start = p.End
	if fr.item > g {
		p.to, p.End = fr.item, s.items[fr.item].Start
		for k := g + 1; k < fr.item; k++ {
			if s.items[k].punct == comma || s.items[k].punct == openParen || s.is(k, lexicon.Front) || s.isMark(k, syntax.Data) {
				s.endAt(&p, k)
				break
			}
		}
		for s.endsWith(p, lexicon.Adverb|lexicon.Modal|lexicon.Negation) {
			s.endAt(&p, p.to-1)
		}
	} else {
		p.to, p.End = len(s.items), s.span.End
		for k := g + 1; k < len(s.items); k++ {
			if s.items[k].punct != noPunct || s.is(k, lexicon.PurposeTrail|lexicon.Modal|lexicon.PartsOpen) || s.items[k].frame >= 0 || s.is(k, lexicon.ConditionTail) && s.endsClause(k) {
				s.endAt(&p, k)
				break
			}
		}
	}
	s.trimPhrase(&p)
	found, ok := s.splitParties(p, fr)
	if ok && s.mayBePlace(g) {
		for i := range found {
			span := found[i].Place.Span
			if name := (phrase{span, p.from, s.itemsBefore(span.End)}); !s.namesSomebody(name) {
				return nil, false // 从终端, 同步至电脑
			}
		}
	}
	return found, ok
}

// mayBePlace reports whether what the word at item g governs is a place or a thing as often as
// somebody: 从, 至.
func (s *scope) mayBePlace(g int) bool {
	return s.is(g, lexicon.From) || lexicon.Default().StartOf(s.lastOf(s.items[g].Span), lexicon.Arrival) != nil
}

// itemsBefore returns the index behind the last item that ends no later than the byte offset at.
func (s *scope) itemsBefore(at int) int {
	k := len(s.items)
	for k > 0 && s.items[k-1].End > at {
		k--
	}
	return k
}

// splitParties makes a party of each part of a list.
func (s *scope) splitParties(p phrase, fr *frame) ([]practice.Value, bool) {
	var found []practice.Value
	part := p
	for k := p.from; k <= p.to; k++ {
		if k < p.to {
			if s.items[k].mark >= 0 {
				if !s.isMark(k, syntax.Actor) || s.role(k).Name == practice.RoleActor && fr.item > k {
					return nil, false
				}
				if trimSpan(s.plain, source.Span{Start: part.Start, End: s.items[k].Start}).Len() > 0 {
					return nil, false // 与(X)合作的(Y)
				}
				part.Start, part.from = s.items[k].End, k+1
				continue
			}
			if !s.is(k, lexicon.List|lexicon.More) {
				continue
			}
			s.endAt(&part, k)
		}
		next := phrase{p.Span, k + 1, p.to}
		if k < p.to {
			next.Start = s.items[k].End
		}
		s.trimPhrase(&part)
		if part.Len() > 0 {
			if !s.partyName(&part) {
				return nil, false
			}
			found = append(found, *s.third(part.Span))
		}
		if k < p.to && s.is(k, lexicon.More) {
			break // 医院、清算组织等支付机构: what follows only says of what kind they are
		}
		part = next
	}
	return found, len(found) > 0
}

// partyName reports whether a phrase can name somebody, and takes off it what only says
// whose or which it is.
func (s *scope) partyName(p *phrase) bool {
	for k := p.to - 1; k >= p.from; k-- {
		if !s.is(k, lexicon.Of) {
			continue
		}
		if s.wordBetween(p.from-1, k, lexicon.Verb|lexicon.To|lexicon.From|lexicon.With|lexicon.PurposeLead|lexicon.First|lexicon.User|lexicon.Benefit|lexicon.Determiner) {
			s.startBehind(p, k) // 为残障人士提供服务的公益组织
			break
		}
	}
	s.dropLead(p, lexicon.Determiner|lexicon.Possessive|lexicon.Adverb)
	if e := lexicon.Default().StartOf(s.lastOf(p.Span), lexicon.OurPlace); e != nil {
		at := *p
		if at.End -= len(e.Word); s.namesSomebody(at) {
			*p = at // 从典当行处
		}
	}
	s.trimPhrase(p)
	n := utf8.RuneCountInString(s.text(p.Span))
	if n < 2 || n > maxChineseParty || !s.wellFormed(*p) || s.startsWith(*p, notInParty&^lexicon.ConditionTail) {
		return false
	}
	if s.namesSomebody(*p) {
		return true // 配送员, 数据分析公司
	}
	for k := p.from; k < p.to; k++ {
		if s.is(k, lexicon.Verb|lexicon.Benefit) || s.is(k, notInParty) && s.items[k].Len() > hanSize {
			return false
		}
	}
	return !s.has(p.to-1, lexicon.Location) && !s.endsWith(*p, notHead|lexicon.Medium|lexicon.Service)
}

// lastOf returns the last character of a span.
func (s *scope) lastOf(span source.Span) string {
	text := s.text(span)
	_, n := utf8.DecodeLastRuneInString(text)
	return text[len(text)-n:]
}

// endsClause reports whether item k is the last of its clause.
func (s *scope) endsClause(k int) bool {
	return k+1 == len(s.items) || s.items[k+1].punct != noPunct && s.adjoins(k+1)
}
