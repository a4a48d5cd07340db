package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// A clause without a subject goes on with that of the sentence before, of the lead-in or of
// the heading. Where these speak of somebody else, nobody says that the company acts.

// subjectOfBefore looks at whom the sentence before a frame's speaks of, and reports whether
// that settles who acts: whom a mark names goes on to act, and of anybody else who is not
// the company nobody knows.
func (s *scope) subjectOfBefore(fr *frame) bool {
	if s.english || s.previous.Len() == 0 {
		return false
	}
	for m := s.markAt(s.previous.Start); m < len(s.marks) && s.marks[m].Plain.Start < s.previous.End; m++ {
		if s.marks[m].Kind != syntax.Actor || s.roles[m].Name != practice.RoleActor {
			continue
		}
		v := s.marked(m, "subject-of-sentence-before")
		v.Party, v.Owner = s.partyOf(m)
		if v.Party == practice.FirstParty || v.Party == practice.UserParty {
			return false
		}
		v.Evidence = practice.Carried
		add(&fr.actors, link{item: -1, value: v, evidence: practice.Carried, rule: "subject-of-sentence-before"})
		fr.derive("subject-of-sentence-before")
		return true
	}
	if !s.startsWithOther(s.previous) {
		return false
	}
	fr.derive("subject-not-carried")
	return true
}

// earlierSubject finds a subject that words set apart by a comma part from its predicate, which
// starts at item edge: 银行在收到申请后，会[核验], 无论卖家还是买家，均须[确认]. What the clause before
// only goes on to say makes nobody the subject: 商家会来电，届时将[核对].
func (s *scope) earlierSubject(fr *frame, edge int) (phrase, bool) {
	for k := range s.before(s.firstOfClause(fr.item)) {
		it := &s.items[k]
		if it.depth > s.items[fr.item].depth {
			continue
		}
		if it.punct == semicolon || it.punct == colon || it.frame >= 0 && !s.frames[it.frame].relative || s.isDoer(k) {
			break
		}
		if k > 0 && s.sameClause(k-1, k) {
			continue
		}
		p, goesOn := s.clauseTopic(k)
		switch {
		case p.Len() == 0 && (s.opensByOther(k) || s.unknownAlone(k)):
			fr.unread = true
			return p, false
		case p.Len() == 0:
			continue
		case s.namesNoParty(p):
			return p, true
		case s.isPerson(p):
			return p, s.is(p.from, lexicon.First) || !goesOn
		case !s.chineseName(p) || !s.namesSomebody(p):
			return p, false
		case goesOn && s.is(edge, lexicon.Modal|lexicon.Negation):
			fr.unread = true
			return p, false
		}
		return p, true
	}
	return phrase{}, false
}

// ownTopic finds the name that the clause of a frame starts with, before a predicate that holds
// data which is none of the action's: 医生会审核<病历>后[签字].
func (s *scope) ownTopic(fr *frame) (phrase, bool) {
	p, _ := s.clauseTopic(s.firstOfClause(fr.item))
	if p.Len() == 0 || p.to >= fr.item || !s.chineseName(p) || !s.namesSomebody(p) || s.isPerson(p) {
		return p, false
	}
	for k := p.from; k < fr.item; k++ {
		if s.items[k].frame >= 0 || s.items[k].mark >= 0 && (k < p.to || s.items[k].kind != syntax.Data) || s.asksAnother(k) {
			return p, false
		}
	}
	return p, true
}

// opensByOther reports whether the clause from item k on ends as a condition does and starts
// with somebody else than the company or the person: 客服收到投诉后.
func (s *scope) opensByOther(k int) bool {
	clause := source.Span{Start: s.items[k].Start - s.items[k].gap, End: s.items[k].End}
	for j := range s.behindInClause(k) {
		clause.End = s.items[j].Start
	}
	return s.endsInTail(k) && s.startsWithOther(clause)
}

// firstOfClause returns the first item of the clause of item k.
func (s *scope) firstOfClause(k int) int {
	for j := range s.beforeInClause(k) {
		k = j
	}
	return k
}

// clauseTopic returns the words that a clause without an action starts with, at item first, up to
// what leads a condition, a purpose or a predicate; goesOn says that it is a predicate.
func (s *scope) clauseTopic(first int) (p phrase, goesOn bool) {
	p = phrase{source.Span{Start: s.items[first].Start - s.items[first].gap, End: s.items[first].Start}, first, first}
	whole := false
	for k := first; k < len(s.items) && s.sameClause(first, k); k++ {
		if s.items[k].depth > s.items[first].depth || s.items[k].mark >= 0 && s.items[k].kind != syntax.Data {
			continue
		}
		if k == first && s.has(k, lexicon.Concessive) {
			p.Start, p.from, whole = s.items[k].End, k+1, true
			continue
		}
		p.End, p.to = s.items[k].Start, k
		if k == first+1 && s.is(first, lexicon.First) && s.has(first, lexicon.Pronoun) && s.endsInTail(first) {
			return p, false // 我们收到投诉后，会
		}
		if s.isPunct(k, comma) && !whole {
			s.trimPhrase(&p)
			if s.namesAlone(p) {
				return p, false // 物业的保安，经您同意，会
			}
		}
		if k == first && s.is(k, lexicon.Negation) && s.endsAlone(k) {
			continue // 没有一家商户，经您同意，会
		}
		if goesOn = s.is(k, lexicon.Modal|lexicon.Negation); goesOn || s.isPunct(k, comma) && whole || s.is(k, lexicon.ConditionLead|lexicon.PurposeLead|lexicon.Via) && !s.is(k, lexicon.Neutral) {
			for s.endsWith(p, lexicon.Adverb) {
				s.endAt(&p, p.to-1)
			}
			s.trimPhrase(&p)
			return p, goesOn
		}
	}
	return phrase{}, false
}

// unknownAlone reports whether the clause from item k on is made of words of which the lexicon knows
// none for what is done, why or when, so that it may be a name.
func (s *scope) unknownAlone(k int) bool {
	p := phrase{source.Span{Start: s.items[k].Start - s.items[k].gap, End: s.items[k].Start}, k, k}
	const inNone = notInPhrase&^(lexicon.List|lexicon.With|lexicon.Of) | lexicon.Verb | lexicon.Benefit | lexicon.Modal | lexicon.Negation |
		lexicon.Adverb | lexicon.Break | lexicon.ConditionTail | lexicon.PurposeTail | lexicon.Neutral | lexicon.First | lexicon.User
	for p.to < len(s.items) && s.sameClause(p.to, k) && s.items[p.to].mark < 0 && s.items[p.to].punct == noPunct && (p.to > k || s.items[k].gap > 0 || !s.is(k, lexicon.List|lexicon.With)) && !s.is(p.to, inNone) {
		p.to++
	}
	if !s.isPunct(p.to, comma) || !s.sameClause(p.to, k) {
		return false
	}
	p.End = s.items[p.to].Start
	s.trimPhrase(&p)
	return utf8.RuneCountInString(s.text(p.Span)) > 1 && s.wellFormed(p) && lexicon.Default().EndOf(s.text(p.Span), lexicon.EndsTime) == nil
}

// endsAlone reports whether the clause from item k on is a name for nobody and no more.
func (s *scope) endsAlone(k int) bool {
	for j := range s.behindInClause(k) {
		if s.isPunct(j, comma) {
			return s.namesAlone(phrase{source.Span{Start: s.items[k].Start, End: s.items[j].Start}, k, j})
		}
	}
	return false
}

// namesAlone reports whether a phrase, all of its clause, is nothing but a name for somebody.
func (s *scope) namesAlone(p phrase) bool {
	if s.holds(p, lexicon.Modal|lexicon.Ask) || s.startsWith(p, lexicon.Verb|lexicon.Benefit) && !s.holds(p, lexicon.Of) {
		return false
	}
	return s.isPerson(p) || s.namesNoParty(p) || s.chineseName(p) && s.namesSomebody(p)
}

// namesNoParty reports whether a phrase is a word for nobody.
func (s *scope) namesNoParty(p phrase) bool {
	return p.from+1 == p.to && s.has(p.from, lexicon.NoParty) && s.items[p.from].Span == p.Span
}

// endsInTail reports whether the clause from item first on ends with a word that makes it a
// condition.
func (s *scope) endsInTail(first int) bool {
	last := first
	for j := range s.behindInClause(first) {
		if s.items[j].punct == noPunct {
			last = j
		}
	}
	return s.is(last, lexicon.ConditionTail)
}

// startsWithOther reports whether a sentence starts with words for somebody who is neither
// the company nor the person: 物流公司承担运输, 财务室统一保管.
func (r *reader) startsWithOther(sentence source.Span) bool {
	const notOther = lexicon.First | lexicon.User | lexicon.Possessive | lexicon.DataNoun | lexicon.Medium | lexicon.Service
	const predicate = lexicon.Verb | lexicon.Modal | lexicon.Negation | lexicon.Adverb | lexicon.Ask | lexicon.Front
	list := r.tokensIn(sentence)
	for i := range list {
		k := &list[i]
		name := r.text(source.Span{Start: sentence.Start, End: int(k.start)})
		switch {
		case i == 0 && k.mark < 0 && k.entry.Is(lexicon.Possessive) && !k.entry.Has(lexicon.Ours):
		case k.mark >= 0, k.punct != noPunct, k.entry.Is(notOther) && !k.entry.Is(lexicon.Third):
			return false
		case k.entry.Is(lexicon.Third | lexicon.Organisation):
			return !(chinese{}).namesOwner(r.text(sentence))
		case k.entry.Is(predicate):
			return endsAsDoer(name) && !(chinese{}).namesOwner(name)
		case k.entry.Is(lexicon.By) && k.entry.Is(lexicon.Allow) && i+1 < len(list) && list[i+1].mark < 0:
			return list[i+1].entry.Is(lexicon.Third | lexicon.Organisation)
		case k.entry.Is(lexicon.ConditionTail) && !k.entry.Is(lexicon.Neutral):
			return startsAsDoer(name)
		case k.entry.Is(notInPhrase):
			return false
		}
	}
	return false
}

// startsAsDoer reports whether the first characters of a text are a name for somebody: 快递员送件.
func startsAsDoer(text string) bool {
	for end := range text {
		if end > hanSize && endsAsDoer(text[:end]) {
			return true
		}
	}
	return endsAsDoer(text)
}

// endsAsDoer reports whether a name ends with a word for somebody, or as such words do.
func endsAsDoer(name string) bool {
	return len(name) > hanSize && lexicon.Default().EndOf(name, lexicon.NamesDoer) != nil
}

// namesDoer reports whether a heading, made of tokens and of words that the lexicon does not
// know, ends as a name for somebody does who is neither the company nor the reader: 物业管家,
// 监护人的权利.
func (r *reader) namesDoer(tokens []token, heading source.Span) bool {
	name := strings.TrimSpace(r.text(heading))
	rights := lexicon.Default().EndOf(name, lexicon.Rights)
	if rights != nil {
		name = strings.TrimSuffix(name, rights.Word)
	} else if len(tokens) > 0 && tokens[len(tokens)-1].entry.Is(lexicon.First|lexicon.User) {
		return false
	}
	const notName = lexicon.Verb | lexicon.Benefit | lexicon.First | lexicon.Ask | lexicon.To | lexicon.From | lexicon.With | lexicon.PurposeLead
	for i := range tokens {
		e := tokens[i].entry
		if i == 0 && heading.Start == int(tokens[0].start) && e.Is(notName) || rights == nil && e.Is(lexicon.Possessive|lexicon.First|lexicon.User|lexicon.Negation|lexicon.Modal) {
			return false
		}
	}
	return len(name) <= maxChinesePhrase && !(chinese{}).namesOwner(name) && endsAsDoer(name)
}

// isUnclear reports whether nothing says who is meant to act in a frame: its subject is a
// pronoun for nobody known, or its line is an item of what is forbidden to nobody by name
// (禁止下列行为：).
func (s *scope) isUnclear(fr *frame) bool {
	l := s.lead
	return fr.unclear || s.inList && l != nil && l.negated && len(l.actors) == 0 && lexicon.Default().Whole(l.negText).Has(lexicon.Directs)
}

// mayBeReader reports whether an action without a subject, which somebody can do, is as
// likely to be one of the reader's: 可在个人中心[下载]<发票>.
func (s *scope) mayBeReader(fr *frame) bool {
	gives := usersVerb(fr.verb)
	other := fr.verb.category == lexicon.Other && fr.verb.entry == nil
	if s.english {
		return s.subject != practice.FirstParty && s.lacksSubject(fr)
	}
	if fr.undergone || fr.relative {
		return false
	}
	for k := range s.beforeInClause(fr.item) {
		switch {
		case s.items[k].depth > s.items[fr.item].depth, s.isMark(k, syntax.Data):
		case s.is(k, lexicon.Negation) && (s.items[k].entry.Modality == lexicon.Need || s.has(k, lexicon.Directs)):
			return true // 不得[转载], by whomever
		case s.items[k].mark >= 0, s.items[k].frame >= 0, s.is(k, lexicon.Passive|lexicon.By):
			return false
		case s.is(k, lexicon.Negation):
			// 不得[伪造], 无需[提供], but 不[提供]<…>不影响您.
			return (other || gives && !s.wordBetween(fr.item, len(s.items), lexicon.Head)) && s.items[k].entry.Modality != lexicon.Will
		case s.is(k, lexicon.Modal):
			return s.items[k].entry.Modality == lexicon.Can || (other || gives) && s.items[k].entry.Modality == lexicon.Need ||
				other && s.items[k].entry.Modality == lexicon.May
		}
	}
	return other
}

// isOthersOffice reports whether an action is a noun, and words that are neither for the company
// nor for the person stand at the start of its clause: 村委会负责<图纸>的[保管].
func (s *scope) isOthersOffice(fr *frame) bool {
	if s.english || fr.relative || !s.has(fr.item-1, lexicon.Attributive) {
		return false
	}
	first := s.firstOfClause(fr.item)
	for k := first; k < fr.item && s.items[k].mark < 0; k++ {
		if s.is(k, lexicon.First|lexicon.User|lexicon.Possessive|notInPhrase) {
			return false
		}
	}
	return s.items[first].gap > hanSize || s.items[first].mark < 0
}

// foretold reports whether an action without a subject, which mostly is the reader's, is said to
// happen, as one's own deeds seldom are: 唤醒后会[上传]<语音>.
func (s *scope) foretold(fr *frame) bool {
	if s.english || s.isUrged(fr) || fr.relative {
		return false
	}
	for k := range s.beforeInClause(fr.item) {
		if s.is(k, lexicon.Modal) && s.items[k].depth == s.items[fr.item].depth {
			m := s.items[k].entry.Modality
			return (m == lexicon.Will || m == lexicon.May) && !s.is(k, lexicon.Front)
		}
	}
	return false
}

// unreadBefore reports whether the action before a frame's in its sentence is of somebody
// whom nobody knows: 门铃[捕捉]<影像>后，会[推送].
func (s *scope) unreadBefore(fr *frame) bool {
	for k := range s.before(fr.item) {
		if f := s.items[k].frame; f >= 0 && !s.frames[f].relative {
			return !fr.relative && s.frames[f].unread && len(s.frames[f].actors) == 0
		}
	}
	return false
}
