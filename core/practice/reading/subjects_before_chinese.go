package reading

import (
	"strings"

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

// startsWithOther reports whether a sentence starts with words for somebody who is neither
// the company nor the person: 物流公司承担运输, 财务室统一保管.
func (r *reader) startsWithOther(sentence source.Span) bool {
	const predicate = lexicon.Verb | lexicon.Modal | lexicon.Negation | lexicon.Adverb | lexicon.Ask | lexicon.Front
	list := r.tokensIn(sentence)
	for i := range list {
		k := &list[i]
		name := r.text(source.Span{Start: sentence.Start, End: int(k.start)})
		switch {
		case k.mark >= 0, k.entry.Is(lexicon.First | lexicon.User | lexicon.Possessive), k.punct != noPunct:
			return false
		case k.entry.Is(lexicon.Third | lexicon.Organisation):
			return !(chinese{}).namesOwner(r.text(sentence))
		case k.entry.Is(predicate):
			return endsAsDoer(name) && !(chinese{}).namesOwner(name)
		case k.entry.Is(notInPhrase):
			return false
		}
	}
	return false
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
	if len(tokens) > 0 && tokens[0].entry.Is(lexicon.Verb|lexicon.Benefit|lexicon.First|lexicon.Ask) && heading.Start == int(tokens[0].start) {
		return false
	}
	return len(name) <= maxChinesePhrase && !(chinese{}).namesOwner(name) && endsAsDoer(name)
}

// mayBeReader reports whether an action without a subject, which somebody can do, is as
// likely to be one of the reader's: 可在个人中心[下载]<发票>.
func (s *scope) mayBeReader(fr *frame) bool {
	switch fr.verb.category {
	case lexicon.Query, lexicon.Delete, lexicon.Other, lexicon.UserProvide, lexicon.Grant:
	default:
		return false
	}
	if s.english || fr.undergone || len(fr.data) > 0 {
		return false
	}
	for k := range s.beforeInClause(fr.item) {
		switch {
		case s.items[k].depth > s.items[fr.item].depth:
		case s.items[k].mark >= 0, s.items[k].frame >= 0, s.is(k, lexicon.Negation|lexicon.Passive|lexicon.By):
			return false
		case s.is(k, lexicon.Modal):
			return s.items[k].entry.Modality == lexicon.Can
		}
	}
	return false
}
