package reading

import (
	"strconv"
	"strings"

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
	if k := fr.item - 1; s.is(k, lexicon.Adverb) && it.gap == 0 && p.Category == lexicon.Disclose && s.items[k].entry.Word == "公开" {
		p.Category = lexicon.Publish
	}
	for _, q := range s.qualifiers(it.mark) {
		if c := lexicon.CategoryNamed(q.Key); c != lexicon.NoCategory {
			p.Category = c
		}
	}
	if it.mark >= 0 && s.roles[it.mark].Name != p.Category.String() {
		s.roles[it.mark].Name = p.Category.String()
	}
	if p.Requester != nil && len(p.Recipients) == 0 && p.Category == lexicon.UserProvide {
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

// categoryFor decides what depends on who acts: the person provides, the company
// shares.
func categoryFor(p *practice.Practice, v verb) lexicon.Category {
	c := v.category
	user := len(p.Actors) > 0 && p.Actors[0].Party == practice.UserParty
	switch {
	case user && c == lexicon.Share && v.entry != nil && (strings.Contains(v.entry.Lemma, "提供") || v.entry.Lemma == "provide" || v.entry.Lemma == "supply" || strings.HasPrefix(v.entry.Lemma, "give") || strings.HasPrefix(v.entry.Lemma, "send")):
		return lexicon.UserProvide
	case user && (c == lexicon.Disclose || c == lexicon.Share && v.entry != nil && v.entry.Lemma == "report"):
		return lexicon.UserProvide
	case user && c == lexicon.Publish && v.entry != nil && v.entry.Lemma == "发布":
		return lexicon.UserProvide
	case !user && c == lexicon.UserProvide && v.entry != nil && v.entry.Lemma == "拍摄" && len(p.Actors) > 0 && p.Actors[0].Evidence <= practice.Carried:
		return lexicon.Collect
	case !user && c == lexicon.UserProvide && v.entry.Is(lexicon.Gives) && len(p.Actors) > 0 && p.Actors[0].Party != practice.UnknownParty:
		return lexicon.Share
	}
	return c
}

func (s *scope) values(links []link) []practice.Value {
	if len(links) == 0 {
		return nil
	}
	vs := make([]practice.Value, len(links))
	for i, l := range links {
		vs[i] = s.value(l)
	}
	return vs
}

// inOrder puts values in the order of the text, those from other sentences first,
// and leaves out what is there twice.
func (s *scope) inOrder(vs []practice.Value) []practice.Value {
	if len(vs) < 2 {
		return vs
	}
	at := make([]int, len(vs)) // where each stands, -1 for elsewhere
	order := make([]int, len(vs))
	for i := range vs {
		at[i], order[i] = -1, i
		if p := &vs[i].Place; p.Block == s.block && s.sentence.Contains(p.Span) {
			at[i] = p.Start
		}
		for k := i; k > 0 && at[order[k]] < at[order[k-1]]; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	out := make([]practice.Value, 0, len(vs))
	for _, i := range order {
		if n := len(out); n > 0 && out[n-1].Place == vs[i].Place && vs[i].Place.Block != nil {
			continue
		}
		put(&out, &vs[i])
	}
	return out
}

// value makes a value of a link.
func (s *scope) value(l link) practice.Value {
	if l.item < 0 {
		return *l.value
	}
	it := &s.items[l.item]
	v := practice.Value{
		Text: s.text(it.Span), Place: s.place(it.Span), Mark: it.mark,
		Evidence: l.evidence, Rule: l.rule, Cue: l.cue, Negative: l.negative,
	}
	switch {
	case it.isMark(syntax.Actor):
		v.Party, v.Owner = s.partyOf(it.mark)
		v.Owner = s.owner(l.item, v.Owner)
		if v.Owner != "" && v.Party == practice.UnknownParty {
			v.Party = practice.FirstParty
		}
		if role := s.roles[it.mark].Name; v.Party == practice.UnknownParty && (role == practice.RoleRecipient || role == practice.RoleSource) {
			v.Party = practice.ThirdParty
		}
	case it.is(lexicon.First):
		v.Party = practice.FirstParty
	case it.is(lexicon.User):
		v.Party = practice.UserParty
	case it.is(lexicon.Third | lexicon.SameParty):
		v.Party = practice.ThirdParty
		if it.is(lexicon.SameParty) {
			v.SameAs = s.antecedent(v.Text, it.Start)
		}
	case it.is(lexicon.Medium) && it.mark < 0:
		v.Party = practice.MediumParty
	case it.isMark(syntax.Data):
		v.Vague = s.vague(it.mark)
		v.Subject = s.dataSubject(l.item)
	}
	return v
}

// partyOf says who the actor mark m names.
func (r *reader) partyOf(m int) (practice.Party, string) {
	s := r.marks[m].Plain
	party, owner := practice.UnknownParty, ""
	for t := r.tokenAt(s.Start); t < len(r.tokens) && int(r.tokens[t].start) < s.End; t++ {
		e := r.tokens[t].entry
		switch {
		case e.Is(lexicon.Possessive) && party == practice.UnknownParty && strings.Contains(e.Word, "我们"):
			party, owner = practice.FirstParty, "我们"
		case e.Is(lexicon.Third) && !(e.Is(lexicon.Organisation) && party == practice.FirstParty && owner == ""):
			party, owner = practice.ThirdParty, ""
		case e.Is(lexicon.First) && party == practice.UnknownParty && (int(r.tokens[t].start) == s.Start || e.Has(lexicon.Pronoun)):
			party = practice.FirstParty
		case e.Is(lexicon.User) && party == practice.UnknownParty:
			party = practice.UserParty
		case e.Is(lexicon.Medium) && int(r.tokens[t].end) == s.End && party == practice.UnknownParty:
			party = practice.MediumParty
		}
	}
	return party, owner
}

// owner returns whose part the actor at item i is: 我们的(客服), our (support team).
func (s *scope) owner(i int, have string) string {
	if have != "" || i == 0 {
		return have
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		it := &s.items[k]
		if it.is(lexicon.Possessive) && s.items[k+1].gap <= 1 {
			return owners(strings.TrimSuffix(s.text(it.Span), "的"))
		}
		if it.is(lexicon.Of) && k > 0 && (s.is(k-1, lexicon.First|lexicon.User) || s.isMark(k-1, syntax.Actor)) && s.adjoins(k) && k == i-1 {
			return s.text(s.items[k-1].Span)
		}
		if !(it.isMark(syntax.Actor) || it.is(lexicon.List|lexicon.With)) {
			break
		}
	}
	return ""
}

// vague reports whether the data mark m says nothing of what the data is.
func (r *reader) vague(m int) bool {
	s := r.marks[m].Plain
	t := r.tokenAt(s.Start)
	return t < len(r.tokens) && int(r.tokens[t].start) == s.Start && int(r.tokens[t].end) == s.End && r.tokens[t].entry.Is(lexicon.Vague)
}

// dataSubject returns whose data the mark at item i is: 您的<姓名>.
func (s *scope) dataSubject(i int) string {
	for k := range s.beforeInClause(i) {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleSubject:
			return s.text(it.Span)
		case it.is(lexicon.Possessive) && !it.is(lexicon.SameData):
			return owners(strings.TrimSuffix(s.text(it.Span), "的"))
		case it.is(lexicon.Of) && s.is(k-1, lexicon.User|lexicon.First|lexicon.Third):
			return s.text(s.items[k-1].Span)
		case it.is(lexicon.User) && !(s.is(k-1, lexicon.To|lexicon.PurposeLead)):
			return s.text(it.Span)
		case it.isMark(syntax.Action), it.isMark(syntax.Purpose), it.isMark(syntax.Actor):
			return ""
		}
	}
	return ""
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
	p := practice.Practice{
		Home: s.block, Section: s.section, Sentence: s.sentence, Action: lead.action, Category: lead.category,
		Actors: carried(lead.actors), Recipients: carried(lead.recipients), Sources: carried(lead.sources),
		Modality: lead.modality, ModalityText: lead.modalText, Negated: lead.negated, NegationText: lead.negText,
		Derivation: []string{"action-of-lead-in"},
	}
	p.Action.Evidence, p.Action.Rule = practice.Carried, "action-of-lead-in"
	if lead.requester != nil {
		v := *lead.requester
		v.Evidence = max(v.Evidence, practice.Carried)
		p.Requester = &v
	}
	p.Purposes = append(carried(lead.purposes), s.values(fr.purposes)...)
	p.Conditions = append(carried(lead.conditions), s.values(fr.conditions)...)
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

// owners returns whom an English possessive names.
func owners(word string) string {
	switch lexicon.Lower(word) {
	case "your":
		return "you"
	case "our":
		return "we"
	case "their":
		return "they"
	case "users'":
		return "users"
	}
	return word
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
