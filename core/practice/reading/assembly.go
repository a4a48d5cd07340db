package reading

import (
	"strconv"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// assemble makes a practice of each frame. An item of a list whose action stands in its
// lead-in makes one as well.
func (s *scope) assemble() {
	if s.isSentence() {
		s.dataOfLeadIn()
		if s.ofLeadIn() {
			s.carryAction()
			return
		}
	}
	for f := range s.frames {
		if fr := &s.frames[f]; fr.but && s.items[fr.action].mark >= 0 {
			continue // of a marked action it only says what it is not done with
		}
		s.build(f)
	}
}

// build makes a practice of frame f.
func (s *scope) build(f int) {
	fr := &s.frames[f]
	it := &s.items[fr.item]
	p := practice.Practice{Home: s.block, Section: s.section, Sentence: s.sentence, Category: fr.verb.category, Derivation: fr.derivation}
	p.Action = s.value(link{item: fr.item, rule: "verb", cue: word(fr.verb.entry), evidence: practice.Marked})
	if it.mark < 0 {
		p.Action.Evidence, p.Action.Rule = practice.Read, "unmarked-verb"
		p.Derivation = append([]string{"unmarked-verb"}, p.Derivation...)
	}
	if fr.but {
		p.Action = s.value(link{item: fr.action, rule: "action-of-clause-before", cue: word(fr.verb.entry), evidence: practice.Carried})
		p.Derivation[0] = p.Action.Rule
	}
	p.Actors = s.values(fr.actors)
	if fr.requester != nil {
		v := s.value(*fr.requester)
		p.Requester = &v
	}
	p.Recipients = s.values(fr.recipients)
	p.Sources = s.values(fr.sources)
	p.Purposes = s.inOrder(s.values(fr.purposes))
	p.Conditions = s.inOrder(s.values(fr.conditions))
	p.Modality, p.ModalityText = fr.modality, fr.modalText
	p.Negated, p.NegationText = fr.negated, fr.negText
	p.Category = categoryFor(&p, fr.verb)
	if k := fr.item - 1; p.Category == lexicon.Disclose && it.gap == 0 && s.is(k, lexicon.Adverb) && s.items[k].entry.Category == lexicon.Publish {
		p.Category = lexicon.Publish // 公开[披露]
	}
	for _, q := range s.qualifiers(it.mark) {
		if c := lexicon.CategoryNamed(q.Key); c != lexicon.NoCategory {
			p.Category = c
		}
	}
	if it.mark >= 0 && s.roles[it.mark].Name != p.Category.String() {
		s.roles[it.mark].Name = p.Category.String()
	}
	if p.Requester != nil && p.Requester.Party != practice.UserParty && len(p.Recipients) == 0 && p.Category == lexicon.UserProvide {
		v := *p.Requester
		v.Evidence, v.Rule = practice.Implied, "recipient-is-requester"
		p.Recipients = append(p.Recipients, v)
		p.Derivation = append(p.Derivation, v.Rule)
	}
	s.assignData(fr, &p)
	p.Resolves = fr.resolves
	s.resolveMarks(&p)
	p.Span = s.extent(fr, &p)
	p.ID = s.id(p.Action.Place.Span)
	s.practices = append(s.practices, p)
}

// categoryFor decides what depends on who acts: the person provides, the company shares.
func categoryFor(p *practice.Practice, v verb) lexicon.Category {
	if len(p.Actors) == 0 {
		return v.category
	}
	switch actor := &p.Actors[0]; {
	case actor.Party == practice.UserParty:
		return saidOfPerson(v)
	case v.category == lexicon.UserProvide:
		return saidOfOthers(v, actor)
	}
	return v.category
}

// saidOfPerson returns what an action is that the person does: to send or to disclose data
// is to provide it.
func saidOfPerson(v verb) lexicon.Category {
	if v.category == lexicon.Disclose || (v.category == lexicon.Share || v.category == lexicon.Publish) && v.entry.Has(lexicon.Submits) {
		return lexicon.UserProvide
	}
	return v.category
}

// saidOfOthers returns what an action is that mostly the person does, when another does
// it: a company that 拍摄 collects, one that 提交 shares.
func saidOfOthers(v verb, actor *practice.Value) lexicon.Category {
	switch {
	case v.entry.Has(lexicon.Captures) && actor.Evidence <= practice.Carried:
		return lexicon.Collect
	case v.entry.Is(lexicon.Gives) && (actor.Party != practice.UnknownParty || actor.Rule == phraseRule):
		return lexicon.Share
	}
	return v.category
}

// extent returns the words that a practice was read from.
func (s *scope) extent(fr *frame, p *practice.Practice) source.Span {
	span := p.Action.Place.Span
	grow := func(vs []practice.Value) {
		for _, v := range vs {
			if v.Place.Block == s.block && s.sentence.Contains(v.Place.Span) {
				span.Start, span.End = min(span.Start, v.Place.Start), max(span.End, v.Place.End)
			}
		}
	}
	grow(p.Actors)
	grow(p.Data)
	grow(p.Purposes)
	grow(p.Conditions)
	grow(p.Recipients)
	grow(p.Sources)
	for _, g := range p.Groups {
		grow(g.Children)
	}
	return s.clip(span)
}

// clip returns the part of a span that lies in the sentence: a mark may hold white
// space behind the sentence's end.
func (s *scope) clip(span source.Span) source.Span {
	span.Start = min(max(span.Start, s.sentence.Start), s.sentence.End)
	span.End = max(span.Start, min(span.End, s.sentence.End))
	return span
}

// id makes an identifier of the sentence and of where in it the action stands.
func (s *scope) id(action source.Span) string {
	h := fnv(0xcbf29ce484222325, s.text(s.sentence))
	var spare [48]byte
	at := strconv.AppendInt(spare[:1], int64(action.Start-s.sentence.Start), 10)
	at = strconv.AppendInt(append(at, '-'), int64(action.End-s.sentence.Start), 10)
	h = fnv(h, at)
	id := string(strconv.AppendUint(append(spare[:0], 'p'), h, 36))
	if s.ids == nil {
		s.ids = map[string]int{}
	}
	n := s.ids[id]
	s.ids[id]++
	if n > 0 {
		id += "-" + strconv.Itoa(n+1)
	}
	return id
}

func fnv[text string | []byte](h uint64, s text) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}

// carryAction makes a practice of an item that has data and no action, from the
// action of its lead-in.
func (s *scope) carryAction() {
	lead := s.lead
	if lead == nil || lead.action.Text == "" {
		return
	}
	fr := frame{item: -1, host: -1}
	for i := range s.items {
		switch it := &s.items[i]; {
		case it.isMark(syntax.Data):
			add(&fr.data, link{item: i, evidence: practice.Marked, rule: "object-of-lead-in"})
		case it.isMark(syntax.Purpose) && s.roles[it.mark].Name == practice.RoleCondition:
			add(&fr.conditions, link{item: i, evidence: practice.Marked, rule: "condition-item", negative: s.exceptionBefore(i)})
		case it.isMark(syntax.Purpose):
			add(&fr.purposes, link{item: i, evidence: practice.Marked, rule: "purpose-item"})
		}
	}
	if len(fr.data)+len(fr.purposes)+len(fr.conditions) == 0 {
		return
	}
	p := s.ofLead(lead)
	p.Purposes = append(p.Purposes, s.values(fr.purposes)...)
	p.Conditions = append(p.Conditions, s.values(fr.conditions)...)
	s.assignData(&fr, &p)
	if len(fr.data) == 0 {
		// The item only says when or why, of the data of the lead-in.
		p.Data = carried(lead.data)
	}
	named := append(append(append([]link(nil), fr.data...), fr.conditions...), fr.purposes...)
	first := s.items[named[0].item].Span
	p.Span = s.clip(source.Span{Start: first.Start, End: max(first.End, s.items[named[len(named)-1].item].End)})
	p.ID = s.id(first)
	s.practices = append(s.practices, p)
}

// dataOfLeadIn gives the actions of an item that name no data those of the lead-in,
// when that does the same: 将[披露]您的<姓名>：（1）经您同意，向(第三方)[披露].
func (s *scope) dataOfLeadIn() {
	if !s.inList || s.lead == nil || len(s.lead.data) == 0 {
		return
	}
	for f := range s.frames {
		fr := &s.frames[f]
		if len(fr.data)+len(fr.carried) > 0 || fr.unmarked || fr.relative || fr.verb.category != s.lead.category || !s.continuesObject(f, f) {
			continue
		}
		for i := range s.lead.data {
			v := s.lead.data[i]
			v.Evidence, v.Rule, v.Cue = practice.Carried, "object-of-lead-in", ""
			put(&fr.carried, &v)
		}
		fr.derive("object-of-lead-in")
	}
}

// ofLeadIn reports whether a sentence has no action but that of its lead-in; 用于 in
// an item only says why.
func (s *scope) ofLeadIn() bool {
	for f := range s.frames {
		if !s.frames[f].unmarked || !s.frames[f].verb.entry.Is(lexicon.Light) || s.lead == nil || s.lead.action.Text == "" {
			return false
		}
	}
	return true
}
