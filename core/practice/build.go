package practice

import (
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// build makes a practice of frame f.
func (r *reader) build(list []item, frames []frame, f int) {
	fr := &frames[f]
	it := &list[fr.item]
	p := Practice{Home: r.block, Section: r.section, Sentence: r.sentence, Category: fr.verb.category, Derivation: fr.derivation}
	p.Action = r.value(list, link{item: fr.item, rule: "verb", cue: word(fr.verb.entry), evidence: Marked})
	if it.mark < 0 {
		p.Action.Evidence, p.Action.Rule = Read, "unmarked-verb"
		p.Derivation = append([]string{"unmarked-verb"}, p.Derivation...)
	}
	p.Actors = r.values(list, fr.actors)
	if fr.requester != nil {
		v := r.value(list, *fr.requester)
		p.Requester = &v
	}
	p.Recipients = r.values(list, fr.recipients)
	p.Sources = r.values(list, fr.sources)
	p.Purposes = r.inOrder(r.values(list, fr.purposes))
	p.Conditions = r.inOrder(r.values(list, fr.conditions))
	p.Modality, p.ModalityText = fr.modality, fr.modalText
	p.Negated, p.NegationText = fr.negated, fr.negText
	p.Category = categoryFor(&p, fr.verb)
	if k := fr.item - 1; k >= 0 && list[k].is(lexicon.Adverb) && it.gap == 0 && p.Category == lexicon.Disclose && list[k].entry.Word == "公开" {
		p.Category = lexicon.Publish
	}
	for _, q := range r.qualifiers(it.mark) {
		if c := lexicon.CategoryNamed(q.Key); c != lexicon.NoCategory {
			p.Category = c
		}
	}
	if it.mark >= 0 && r.roles[it.mark].Name != p.Category.String() {
		r.roles[it.mark].Name = p.Category.String()
	}
	if p.Requester != nil && len(p.Recipients) == 0 && p.Category == lexicon.UserProvide {
		v := *p.Requester
		v.Evidence, v.Rule = Implied, "recipient-is-requester"
		p.Recipients = append(p.Recipients, v)
		p.Derivation = append(p.Derivation, v.Rule)
	}
	r.assignData(list, fr, &p)
	p.Resolves = fr.resolves
	r.resolveMarks(&p)
	p.Span = r.extent(list, fr, &p)
	p.ID = r.id(p.Action.Place.Span)
	r.out.Practices = append(r.out.Practices, p)
}

// categoryFor decides what depends on who acts: the person provides, the company
// shares.
func categoryFor(p *Practice, v verb) lexicon.Category {
	c := v.category
	user := len(p.Actors) > 0 && p.Actors[0].Party == UserParty
	switch {
	case user && c == lexicon.Share && v.entry != nil && (strings.Contains(v.entry.Lemma, "提供") || v.entry.Lemma == "provide" || v.entry.Lemma == "supply" || strings.HasPrefix(v.entry.Lemma, "give") || strings.HasPrefix(v.entry.Lemma, "send")):
		return lexicon.UserProvide
	case user && (c == lexicon.Disclose || c == lexicon.Share && v.entry != nil && v.entry.Lemma == "report"):
		return lexicon.UserProvide
	case user && c == lexicon.Publish && v.entry != nil && v.entry.Lemma == "发布":
		return lexicon.UserProvide
	case !user && c == lexicon.UserProvide && v.entry != nil && v.entry.Lemma == "拍摄" && len(p.Actors) > 0 && p.Actors[0].Evidence <= Carried:
		return lexicon.Collect
	case !user && c == lexicon.UserProvide && v.entry.Is(lexicon.Gives) && len(p.Actors) > 0 && p.Actors[0].Party != UnknownParty:
		return lexicon.Share
	}
	return c
}

func (r *reader) values(list []item, links []link) []Value {
	if len(links) == 0 {
		return nil
	}
	vs := make([]Value, len(links))
	for i, l := range links {
		vs[i] = r.value(list, l)
	}
	return vs
}

// inOrder puts values in the order of the text, those from other sentences first,
// and leaves out what is there twice.
func (r *reader) inOrder(vs []Value) []Value {
	if len(vs) < 2 {
		return vs
	}
	at := make([]int, len(vs)) // where each stands, -1 for elsewhere
	order := make([]int, len(vs))
	for i := range vs {
		at[i], order[i] = -1, i
		if p := &vs[i].Place; p.Block == r.block && r.sentence.Contains(p.Span) {
			at[i] = p.Start
		}
		for k := i; k > 0 && at[order[k]] < at[order[k-1]]; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	out := make([]Value, 0, len(vs))
	for _, i := range order {
		if n := len(out); n > 0 && out[n-1].Place == vs[i].Place && vs[i].Place.Block != nil {
			continue
		}
		put(&out, &vs[i])
	}
	return out
}

// value makes a value of a link.
func (r *reader) value(list []item, l link) Value {
	if l.item < 0 {
		return *l.value
	}
	it := &list[l.item]
	v := Value{
		Text: r.text(it.Span), Place: Place{r.block, it.Span}, Mark: it.mark,
		Evidence: l.evidence, Rule: l.rule, Cue: l.cue, Negative: l.negative,
	}
	switch {
	case it.isMark(syntax.Actor):
		v.Party, v.Owner = r.partyOf(it.mark)
		v.Owner = r.owner(list, l.item, v.Owner)
		if v.Owner != "" && v.Party == UnknownParty {
			v.Party = FirstParty
		}
		if role := r.roles[it.mark].Name; v.Party == UnknownParty && (role == RoleRecipient || role == RoleSource) {
			v.Party = ThirdParty
		}
	case it.is(lexicon.First):
		v.Party = FirstParty
	case it.is(lexicon.User):
		v.Party = UserParty
	case it.is(lexicon.Third | lexicon.SameParty):
		v.Party = ThirdParty
		if it.is(lexicon.SameParty) {
			v.SameAs = r.antecedent(v.Text, it.Start)
		}
	case it.is(lexicon.Medium) && it.mark < 0:
		v.Party = MediumParty
	case it.isMark(syntax.Data):
		v.Vague = r.vague(it.mark)
		v.Subject = r.dataSubject(list, l.item)
	}
	return v
}

// partyOf says who the actor mark m names.
func (r *reader) partyOf(m int) (Party, string) {
	s := r.marks[m].Plain
	party, owner := UnknownParty, ""
	for t := r.tokenAt(s.Start); t < len(r.tokens) && int(r.tokens[t].start) < s.End; t++ {
		e := r.tokens[t].entry
		switch {
		case e.Is(lexicon.Possessive) && party == UnknownParty && strings.Contains(e.Word, "我们"):
			party, owner = FirstParty, "我们"
		case e.Is(lexicon.Third) && !(e.Is(lexicon.Organisation) && party == FirstParty && owner == ""):
			party, owner = ThirdParty, ""
		case e.Is(lexicon.First) && party == UnknownParty && (int(r.tokens[t].start) == s.Start || pronouns[e.Word]):
			party = FirstParty
		case e.Is(lexicon.User) && party == UnknownParty:
			party = UserParty
		case e.Is(lexicon.Medium) && int(r.tokens[t].end) == s.End && party == UnknownParty:
			party = MediumParty
		}
	}
	return party, owner
}

// owner returns whose part the actor at item i is: 我们的(客服), our (support team).
func (r *reader) owner(list []item, i int, have string) string {
	if have != "" || i == 0 {
		return have
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		it := &list[k]
		if it.is(lexicon.Possessive) && list[k+1].gap <= 1 {
			return owners(strings.TrimSuffix(r.text(it.Span), "的"))
		}
		if it.is(lexicon.Of) && k > 0 && (list[k-1].is(lexicon.First|lexicon.User) || list[k-1].isMark(syntax.Actor)) && list[k].gap == 0 && k == i-1 {
			return r.text(list[k-1].Span)
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
func (r *reader) dataSubject(list []item, i int) string {
	for k := i - 1; k >= 0 && list[k].segment == list[i].segment; k-- {
		it := &list[k]
		switch {
		case it.isMark(syntax.Actor) && r.roles[it.mark].Name == RoleSubject:
			return r.text(it.Span)
		case it.is(lexicon.Possessive) && !it.is(lexicon.SameData):
			return owners(strings.TrimSuffix(r.text(it.Span), "的"))
		case it.is(lexicon.Of) && k > 0 && list[k-1].is(lexicon.User|lexicon.First|lexicon.Third):
			return r.text(list[k-1].Span)
		case it.is(lexicon.User) && !(k > 0 && list[k-1].is(lexicon.To|lexicon.PurposeLead)):
			return r.text(it.Span)
		case it.isMark(syntax.Action), it.isMark(syntax.Purpose), it.isMark(syntax.Actor):
			return ""
		}
	}
	return ""
}

// extent returns the words that a practice was read from.
func (r *reader) extent(list []item, fr *frame, p *Practice) source.Span {
	span := p.Action.Place.Span
	grow := func(vs []Value) {
		for _, v := range vs {
			if v.Place.Block == r.block && r.sentence.Contains(v.Place.Span) {
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
	return r.clip(span)
}

// clip returns the part of a span that lies in the sentence: a mark may hold white
// space behind the sentence's end.
func (r *reader) clip(s source.Span) source.Span {
	s.Start = min(max(s.Start, r.sentence.Start), r.sentence.End)
	s.End = max(s.Start, min(s.End, r.sentence.End))
	return s
}

// id makes an identifier of the sentence and of where in it the action stands.
func (r *reader) id(action source.Span) string {
	h := fnv(0xcbf29ce484222325, r.text(r.sentence))
	var spare [48]byte
	at := strconv.AppendInt(spare[:1], int64(action.Start-r.sentence.Start), 10)
	at = strconv.AppendInt(append(at, '-'), int64(action.End-r.sentence.Start), 10)
	h = fnv(h, at)
	id := string(strconv.AppendUint(append(spare[:0], 'p'), h, 36))
	if r.ids == nil {
		r.ids = map[string]int{}
	}
	n := r.ids[id]
	r.ids[id]++
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

// Distinct makes the IDs of a document's practices, given in order, unique: the
// second practice with an ID gets "-2" behind it, and so on. It returns the same
// slice when there is nothing to do.
func Distinct(practices []*Practice) []string {
	seen := make(map[string]int, len(practices))
	ids := make([]string, len(practices))
	for i, p := range practices {
		seen[p.ID]++
		ids[i] = p.ID
		if n := seen[p.ID]; n > 1 {
			ids[i] = p.ID + "-" + strconv.Itoa(n)
		}
	}
	return ids
}

// carryAction makes a practice of an item that has data and no action, from the
// action of its lead-in.
func (r *reader) carryAction(list []item) {
	lead := r.lead
	if lead == nil || lead.action.Text == "" {
		return
	}
	fr := frame{item: -1, host: -1}
	for i := range list {
		switch it := &list[i]; {
		case it.isMark(syntax.Data):
			add(&fr.data, link{item: i, evidence: Marked, rule: "object-of-lead-in"})
		case it.isMark(syntax.Purpose) && r.roles[it.mark].Name == RoleCondition:
			add(&fr.conditions, link{item: i, evidence: Marked, rule: "condition-item", negative: r.exceptionBefore(list, i)})
		case it.isMark(syntax.Purpose):
			add(&fr.purposes, link{item: i, evidence: Marked, rule: "purpose-item"})
		}
	}
	if len(fr.data)+len(fr.purposes)+len(fr.conditions) == 0 {
		return
	}
	p := Practice{
		Home: r.block, Section: r.section, Sentence: r.sentence, Action: lead.action, Category: lead.category,
		Actors: carried(lead.actors), Recipients: carried(lead.recipients), Sources: carried(lead.sources),
		Modality: lead.modality, ModalityText: lead.modalText, Negated: lead.negated, NegationText: lead.negText,
		Derivation: []string{"action-of-lead-in"},
	}
	p.Action.Evidence, p.Action.Rule = Carried, "action-of-lead-in"
	if lead.requester != nil {
		v := *lead.requester
		v.Evidence = max(v.Evidence, Carried)
		p.Requester = &v
	}
	p.Purposes = append(carried(lead.purposes), r.values(list, fr.purposes)...)
	p.Conditions = append(carried(lead.conditions), r.values(list, fr.conditions)...)
	r.assignData(list, &fr, &p)
	if len(fr.data) == 0 {
		// The item only says when or why, of the data of the lead-in.
		p.Data = carried(lead.data)
	}
	named := append(append(append([]link(nil), fr.data...), fr.conditions...), fr.purposes...)
	first := list[named[0].item].Span
	p.Span = r.clip(source.Span{Start: first.Start, End: max(first.End, list[named[len(named)-1].item].End)})
	p.ID = r.id(first)
	r.out.Practices = append(r.out.Practices, p)
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
