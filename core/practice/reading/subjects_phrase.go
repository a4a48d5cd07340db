package reading

import (
	"strings"
	"unicode"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// A subject need not be a word of the lexicon: whatever noun phrase stands before the
// predicate acts, be it a name, a device or a profession. What is no such phrase is
// refused, and the subject is then looked for as if nothing stood there.

// phraseRule is the rule of an actor that such a phrase names.
const phraseRule = "subject-phrase"

// notInPhrase are the words that no noun phrase starts with: they govern it, or start
// something else than a subject.
const notInPhrase = lexicon.To | lexicon.From | lexicon.By | lexicon.Via | lexicon.Front | lexicon.Place |
	lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.ConditionLead | lexicon.Exception | lexicon.Head |
	lexicon.Ask | lexicon.Allow | lexicon.Agree | lexicon.Of | lexicon.List | lexicon.With | lexicon.More | lexicon.Gloss |
	lexicon.PartsOpen | lexicon.PartsClosed | lexicon.SamePurpose | lexicon.SameCondition | lexicon.SameData

// notHead are the words that end no phrase for somebody: what is handled, a time, a reason.
const notHead = lexicon.DataNoun | lexicon.Vague | lexicon.SameData | lexicon.PurposeNoun | lexicon.PurposeTail |
	lexicon.ConditionTail | lexicon.Consent | lexicon.Agree | lexicon.Possessive | lexicon.Of | notInPhrase&^(lexicon.Head|lexicon.Allow)

// someone are the words for a party.
const someone = lexicon.First | lexicon.User | lexicon.Third | lexicon.Organisation

// phrase is the place of a noun phrase: items from up to, but not with, to, and the bytes
// between, which may hold words that the lexicon does not know.
type phrase struct {
	source.Span
	from, to int
}

// phraseSubject makes the noun phrase before the predicate of frame f its subject, and
// reports whether that settles it: also when somebody may be meant whom nobody knows.
func (s *scope) phraseSubject(f int) bool {
	p, ok := s.grammar.subjectPhrase(s, f, s.frames[f].item)
	if !ok {
		if k := s.opening(s.frames[f].item); k >= 0 {
			p, ok = s.grammar.subjectPhrase(s, f, k+1)
		}
	}
	if !ok {
		if k := s.joinedStart(s.frames[f].item); k >= 0 {
			p, ok = s.grammar.subjectPhrase(s, f, k+1)
		}
	}
	if !ok && !s.english {
		if k := s.beforeParties(s.frames[f].item); k < s.frames[f].item {
			if q := s.clauseBefore(k); s.cutToPerson(&q) {
				s.takeSubject(&s.frames[f], q.from)
				return true
			}
			p, ok = s.grammar.subjectPhrase(s, f, k)
		}
	}
	if !ok {
		fr := &s.frames[f]
		fr.unclear = s.isUnresolved(p)
		if fr.unread {
			fr.derive("subject-unread")
		}
		return fr.unread
	}
	s.takePhrase(&s.frames[f], p)
	return true
}

// isUnresolved reports whether a phrase is nothing but a pronoun of the third person, of
// which nobody knows whom it stands for, but that it is not the company.
func (s *scope) isUnresolved(p phrase) bool {
	return p.from < p.to && (s.has(p.from, lexicon.BarePronoun) || s.has(p.from, lexicon.ThirdPerson)) && !s.has(p.from, lexicon.Objective) &&
		s.items[p.from].Start == p.Start && s.items[p.from].End == p.End
}

// takePhrase makes a phrase, or each of those that are joined in it, a subject.
func (s *scope) takePhrase(fr *frame, p phrase) {
	if e := lexicon.Default().StartOf(s.text(p.Span), lexicon.Pairs); e != nil {
		p.Start += len(e.Word) // neither (the courier) nor (the shop)
		fr.nobody = e.Word
		s.trimPhrase(&p)
	}
	part := p
	cue := ""
	if !s.english {
		cue = s.besidePhrase(p)
	}
	for k := p.from; k < p.to; k++ {
		if !s.joinsPhrases(k, p) {
			continue
		}
		part.End, part.to = s.items[k].Start, k
		s.addPhrase(fr, part, cue)
		part = phrase{source.Span{Start: s.items[k].End, End: p.End}, k + 1, p.to}
	}
	s.addPhrase(fr, part, cue)
	fr.derive(phraseRule)
}

// besidePhrase returns the word that tells of a phrase that it acts: the one that its predicate
// starts with, or 由 before it; "" where the action itself does.
func (s *scope) besidePhrase(p phrase) string {
	if s.is(p.from-1, lexicon.By) {
		return s.items[p.from-1].entry.Word
	}
	if p.to < len(s.items) && s.is(p.to, lexicon.Modal|lexicon.Negation|lexicon.Front) {
		return s.items[p.to].entry.Word
	}
	return ""
}

// joinsPhrases reports whether item k joins two subjects: a word for “and” that stands
// in no clause about one of them.
func (s *scope) joinsPhrases(k int, p phrase) bool {
	if !s.is(k, lexicon.List) && (!s.is(k, lexicon.With) || !s.english && s.items[k].Len() <= hanSize) || s.is(k, lexicon.Break) || k == p.from && s.items[k].Start == p.Start || s.items[k].End == p.End {
		return false
	}
	if k == p.from+1 && s.is(p.from, lexicon.First) {
		return true // 我们或我们合作的(平台)
	}
	for j := p.from; j < p.to; j++ {
		if s.is(j, lexicon.Relative) || j > k && s.is(j, lexicon.Of) {
			return false
		}
	}
	return true
}

func (s *scope) addPhrase(fr *frame, p phrase, cue string) {
	s.trimPhrase(&p)
	for s.english && s.endsWith(p, lexicon.Relative) {
		s.endAt(&p, p.to-1) // neighbours who cannot [see]
		s.trimPhrase(&p)
	}
	if p.Len() == 0 {
		return
	}
	v := s.unmarked(p.Span, phraseRule, cue)
	v.Party = s.partyOfPhrase(p)
	add(&fr.actors, link{item: -1, value: v, evidence: practice.Read, rule: phraseRule, cue: cue})
}

// partyOfPhrase says who a phrase names, by the word that ends it. What is ours is a
// part of the company only when its last word is one for such a part: our website, but
// not our insurers.
func (s *scope) partyOfPhrase(p phrase) practice.Party {
	own := p.from < p.to && s.items[p.from].Start == p.Start && s.has(p.from, lexicon.Ours)
	for k := p.from; s.english && k < p.to; k++ {
		if s.is(k, lexicon.Relative) {
			s.endAt(&p, k)
			s.trimPhrase(&p)
		}
	}
	k := p.to - 1
	if s.grammar.namesOwner(s.text(p.Span)) && !s.holds(p, lexicon.Of) {
		return practice.FirstParty
	}
	if k < p.from || s.items[k].End != p.End {
		return practice.UnknownParty
	}
	switch {
	case s.is(k, lexicon.First) && (!s.is(k, lexicon.Organisation) || k == p.from && s.items[k].Start == p.Start):
		return practice.FirstParty
	case s.is(k, lexicon.Organisation) && s.is(k-1, lexicon.Third) && k > p.from:
		return practice.ThirdParty
	case s.is(k, lexicon.Organisation) && own && !s.is(k, lexicon.Third):
		return practice.FirstParty
	case s.is(k, lexicon.Third):
		return practice.ThirdParty
	case s.is(k, lexicon.User):
		return practice.UserParty
	case s.is(k, lexicon.Medium):
		return practice.MediumParty
	}
	return practice.UnknownParty
}

// clauseBefore returns what stands before item i in its clause: behind the last mark,
// action, comma or the like. What stands in parentheses right before is left out.
func (s *scope) clauseBefore(i int) phrase {
	p := phrase{source.Span{Start: s.span.Start, End: s.items[i].Start}, 0, i}
	depth := s.items[i].depth
	for k := range s.before(i) {
		it := &s.items[k]
		if it.depth > depth {
			continue
		}
		if it.depth < depth || it.mark >= 0 || it.frame >= 0 || it.punct != noPunct && it.punct != lineBreak && it.punct != closParen && it.punct != openParen || !s.sameClause(k, i) {
			p.Start, p.from = it.End, k+1
			break
		}
	}
	return p
}

// trimPhrase takes spaces, emphasis and punctuation off both ends of a phrase.
func (s *scope) trimPhrase(p *phrase) {
	p.Span = trimSpan(s.plain, p.Span)
	for p.from < p.to && s.items[p.from].Start < p.Start {
		p.from++
	}
	for p.from < p.to && s.items[p.to-1].End > p.End {
		p.to--
	}
}

// startBehind moves the start of a phrase to the end of item k.
func (s *scope) startBehind(p *phrase, k int) { p.Start, p.from = s.items[k].End, k+1 }

// endAt moves the end of a phrase to the start of item k.
func (s *scope) endAt(p *phrase, k int) { p.End, p.to = s.items[k].Start, k }

// startsWith reports whether a phrase starts with item p.from.
func (s *scope) startsWith(p phrase, c lexicon.Class) bool {
	return p.from < p.to && s.is(p.from, c) && blank(s.plain[p.Start:s.items[p.from].Start])
}

// endsWith reports whether a phrase ends with item p.to-1, a word of a class.
func (s *scope) endsWith(p phrase, c lexicon.Class) bool {
	return p.from < p.to && s.is(p.to-1, c) && blank(s.plain[s.items[p.to-1].End:p.End])
}

// dropLead drops the words of a class that a phrase starts with.
func (s *scope) dropLead(p *phrase, c lexicon.Class) {
	for s.startsWith(*p, c) {
		s.startBehind(p, p.from)
	}
}

// dropParenthesis drops a parenthesis that a phrase ends with.
func (s *scope) dropParenthesis(p *phrase) {
	if p.to <= p.from || !s.isPunct(p.to-1, closParen) || !blank(s.plain[s.items[p.to-1].End:p.End]) {
		return
	}
	for k := p.to - 1; k >= p.from; k-- {
		if s.isPunct(k, openParen) && s.items[k].depth == s.items[p.to-1].depth {
			s.endAt(p, k)
			return
		}
	}
}

// holds reports whether a word of a class stands in a phrase.
func (s *scope) holds(p phrase, c lexicon.Class) bool {
	return s.wordBetween(p.from-1, p.to, c)
}

// wellFormed reports whether a phrase is made of words, and is more than a pronoun.
func (s *scope) wellFormed(p phrase) bool {
	text := s.text(p.Span)
	return p.Len() > 0 && !s.isPlainPronoun(p) && !strings.ContainsAny(text, "[]{}<>()|#（）.:–—\n") && strings.ContainsFunc(text, unicode.IsLetter)
}

// isPlainPronoun reports whether a phrase is nothing but a pronoun or, in English, one word for
// a party, which is looked for elsewhere.
func (s *scope) isPlainPronoun(p phrase) bool {
	return s.startsWith(p, lexicon.First|lexicon.User|lexicon.SameParty) && p.from+1 == p.to && s.items[p.from].End == p.End &&
		(s.english || s.has(p.from, lexicon.Pronoun) || s.is(p.from, lexicon.SameParty))
}

// isUrged reports whether an action is what the reader is asked to do: 报名时请[提供],
// please do not [send].
func (s *scope) isUrged(fr *frame) bool {
	k := s.skipBack(fr.item-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb)
	if s.english && s.is(k, lexicon.List) {
		k = s.skipBack(k, lexicon.List|lexicon.Verb|lexicon.Adverb) // please sign and [send]
	}
	for j := max(k, 0); j < fr.item; j++ {
		if s.has(j, lexicon.Urges) {
			return true
		}
	}
	if s.english {
		return false
	}
	for j := range s.beforeInClause(fr.item) {
		if s.has(j, lexicon.Urges) {
			return true // 请联系客服并[提供]
		}
	}
	return false
}

// namesThird reports whether a heading, made of tokens, is a name of third parties and no
// more: 快递公司, but neither 向快递公司提供 nor 本公司.
func (r *reader) namesThird(tokens []token, heading source.Span) bool {
	if len(tokens) == 0 {
		return r.namesDoer(tokens, heading)
	}
	if hasHan(r.text(heading)) && r.namesDoer(tokens, heading) {
		return true
	}
	for i := range tokens {
		e := tokens[i].entry
		if e.Is(lexicon.Verb|lexicon.Possessive|lexicon.Of|lexicon.User|notInPhrase&^(lexicon.List|lexicon.With)) || e.Has(lexicon.Pronoun) || e.Is(lexicon.With) && !e.Is(lexicon.List) {
			return false
		}
	}
	last := &tokens[len(tokens)-1]
	if !blank(r.plain[last.end:heading.End]) {
		return false
	}
	alone := int(tokens[0].start) == int(last.start) && blank(r.plain[heading.Start:last.start])
	return last.entry.Is(lexicon.Third) || last.entry.Is(lexicon.Organisation) && !alone && !(chinese{}).namesOwner(r.text(heading))
}
