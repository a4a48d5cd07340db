package practice

import (
	"strings"
	"sync"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// reader reads one block.
type reader struct {
	block  *syntax.Block
	plain  string
	marks  []syntax.Mark
	tokens []token
	roles  []Role
	verbs  []verb // of action marks, worked out when first asked for
	spare  []item // reused from scope to scope, as is frames
	frames []frame

	out      Reading
	trail    []heading
	section  []string
	lead     *lead
	said     *said
	heard    said // gathers what becomes said
	parties  []Value
	subject  Party
	english  bool // the sentence is English
	inList   bool // the line is an item under a lead-in
	sentence source.Span
	scopeEnd int // where the words being read end, without the full stop
	ids      map[string]int
}

// scratch is memory that one reading hands to the next.
type scratch struct {
	tokens    []token
	spans     []source.Span
	lines     []outline.Line
	items     []item
	frames    []frame
	sentences []Sentence
	practices []Practice
	heard     said
}

var scratches = sync.Pool{New: func() any { return &scratch{} }}

// ReadBlock reads one block. It is pure: the same block and an equal context make
// the same reading. in is nil at the start of a document.
func ReadBlock(b *syntax.Block, in *Context) *Reading {
	if in == nil {
		in = &Context{}
	}
	if b.IsFrontMatter() || b.Plain() == "" && len(b.Marks()) == 0 {
		return &Reading{Out: in}
	}
	scratch := scratches.Get().(*scratch)
	r := &reader{
		block: b, plain: b.Plain(), marks: b.Marks(), tokens: scan(b, scratch.tokens[:0]), spare: scratch.items[:0], frames: scratch.frames[:0],
		trail: in.trail, section: in.section, lead: in.lead, said: in.said, parties: in.parties, subject: in.subject,
	}
	r.out.Sentences, r.out.Practices = scratch.sentences[:0], scratch.practices[:0]
	r.heard = scratch.heard
	r.roles = make([]Role, len(r.marks))
	r.verbs = make([]verb, len(r.marks))
	spans := scratch.spans[:0]
	for _, m := range r.marks {
		if m.Depth == 0 {
			spans = append(spans, m.Plain)
		}
	}
	scratch.spans = spans
	lines := outline.AppendLines(scratch.lines[:0], r.plain, spans, r.lead != nil)
	scratch.lines = lines
	for i := range lines {
		r.readLine(&lines[i])
	}
	r.applyQualifiers()
	r.restRoles()
	out := in
	if next := (Context{trail: r.trail, section: r.section, lead: r.lead, said: r.said, parties: r.parties, subject: r.subject}); !next.Equal(in) {
		out = new(Context)
		*out = next
	}
	reading := &Reading{
		Sentences: copied(r.out.Sentences), Practices: copied(r.out.Practices),
		Roles: r.roles, Definitions: r.out.Definitions, Out: out,
	}
	r.giveBack(scratch)
	return reading
}

// copied returns a copy, nil for an empty list.
func copied[T any](list []T) []T { return append([]T(nil), list...) }

// giveBack keeps the memory of a reading for the next, without what it points at.
func (r *reader) giveBack(s *scratch) {
	clear(r.frames)
	clear(r.out.Sentences)
	clear(r.out.Practices)
	s.tokens, s.items, s.frames = r.tokens, r.spare, r.frames
	for _, values := range [][]Value{r.heard.purposes, r.heard.conditions, r.heard.data} {
		clear(values[:cap(values)])
	}
	s.sentences, s.practices, s.heard = r.out.Sentences, r.out.Practices, r.heard
	scratches.Put(s)
}

func (r *reader) readLine(l *outline.Line) {
	switch l.Kind {
	case outline.Rule:
		return
	case outline.Heading:
		title := plainTitle(r.text(l.Span))
		style := l.Style
		if style == outline.TitleStyle && len(r.trail) > 0 {
			style = outline.Subtitle
		}
		r.trail = push(r.trail, heading{style, title})
		r.section = titles(r.trail)
		r.lead, r.said, r.parties = nil, nil, nil
		r.subject = r.headingSubject(l.Text)
		s := Sentence{Span: l.Span, Section: r.section, Heading: true, Level: len(r.trail)}
		r.readSentence(l.Text, &s)
		r.said = nil
		r.out.Sentences = append(r.out.Sentences, s)
		return
	case outline.Item:
		if r.lead != nil {
			switch {
			case r.lead.style == outline.NoStyle:
				next := *r.lead
				next.style = l.Style
				r.lead = &next
			case r.lead.style != l.Style && l.LeadIn:
				r.lead = nil
			}
		}
	default:
		if r.lead != nil && r.lead.style != outline.NoStyle {
			// Prose behind the items ends the list.
			r.lead = nil
		}
	}
	if r.said != nil {
		// Purposes and conditions are remembered in their paragraph, data in its section.
		r.said = r.said.onlyData()
	}
	r.inList = l.Kind == outline.Item && r.lead != nil
	for i, span := range l.Sentences {
		s := Sentence{Span: span, Section: r.section, Item: l.Kind == outline.Item}
		r.readSentence(span, &s)
		r.out.Sentences = append(r.out.Sentences, s)
		if i == len(l.Sentences)-1 && l.LeadIn {
			r.takeLead(s.Practices)
		} else if l.Kind != outline.Item && r.lead != nil && r.lead.style == outline.NoStyle && i == 0 && len(l.Sentences) > 1 {
			r.lead = nil
		}
	}
	if l.Kind == outline.Prose && !l.LeadIn && r.lead != nil && r.lead.style == outline.NoStyle {
		r.lead = nil
	}
}

// takeLead keeps what the items under a lead-in go on with.
func (r *reader) takeLead(practices []int) {
	if len(practices) == 0 {
		if r.lead == nil || r.lead.style == outline.NoStyle {
			r.lead = nil
		}
		return
	}
	p := &r.out.Practices[practices[len(practices)-1]]
	r.lead = &lead{
		actors: p.Actors, requester: p.Requester, action: p.Action, category: p.Category, data: p.Data,
		purposes: p.Purposes, conditions: p.Conditions, recipients: p.Recipients, sources: p.Sources,
		modality: p.Modality, modalText: p.ModalityText, negated: p.Negated, negText: p.NegationText,
	}
}

// headingSubject returns who a heading says acts: 您向我们提供的信息.
func (r *reader) headingSubject(s source.Span) Party {
	for t := r.tokenAt(s.Start); t < len(r.tokens) && int(r.tokens[t].start) < s.End; t++ {
		switch e := r.tokens[t].entry; {
		case e.Is(lexicon.User):
			return UserParty
		case e.Is(lexicon.First):
			return FirstParty
		case e.Is(lexicon.Third):
			return ThirdParty
		}
	}
	return UnknownParty
}

// readSentence reads a sentence and all that marks in it hold.
func (r *reader) readSentence(span source.Span, s *Sentence) {
	r.sentence = span
	r.english = !hasHan(r.text(span))
	first := len(r.out.Practices)
	for m := r.markAt(span.Start); m < len(r.marks) && r.marks[m].Plain.Start < span.End; m++ {
		s.Marks++
	}
	s.Handles = s.Marks > 0 || r.handles(span)
	if s.Marks > 0 {
		r.readScope(span, -1, true)
		for m := r.markAt(span.Start); m < len(r.marks) && r.marks[m].Plain.Start < span.End; m++ {
			if r.marks[m].Kind == syntax.Purpose || r.marks[m].Kind == syntax.Actor {
				if m+1 < len(r.marks) && r.marks[m+1].Parent == m {
					r.readScope(r.marks[m].Plain, m, false)
				}
			}
		}
	}
	r.sortPractices(first)
	if n := len(r.out.Practices) - first; n > 0 {
		s.Practices = make([]int, n)
		for i := range s.Practices {
			s.Practices[i] = first + i
		}
	}
	r.findDefinitions(span)
	r.remember(first, span)
}

// sortPractices puts the practices from first on in the order of their actions.
func (r *reader) sortPractices(first int) {
	list := r.out.Practices[first:]
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k].Action.Place.Start < list[k-1].Action.Place.Start && list[k].Action.Place.Block == list[k-1].Action.Place.Block; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// maxItems is how many items are read at once. The longest sentences of real
// policies have about 300.
const maxItems = 500

// readScope reads what stands directly in a sentence, or directly in mark parent.
func (r *reader) readScope(span source.Span, parent int, whole bool) {
	list := r.items(span, parent)
	if len(list) > maxItems {
		// No sentence of a language is so long: it is read in parts.
		at := maxItems
		for at > maxItems/2 && list[at].punct != comma && list[at].punct != semicolon {
			at--
		}
		cut := list[at].Start
		r.readScope(source.Span{Start: span.Start, End: cut}, parent, whole)
		r.readScope(source.Span{Start: cut, End: span.End}, parent, whole)
		return
	}
	for i := range list {
		if list[i].isMark(syntax.Action) {
			v := r.verbOf(&list[i])
			r.roles[list[i].mark] = Role{Name: v.category.String(), Rule: "verb", Cue: word(v.entry), Margin: 3}
		}
	}
	for i := range list {
		if list[i].isMark(syntax.Actor) {
			r.roles[list[i].mark] = r.qualified(list[i].mark, r.actorRole(list, i))
		}
	}
	for i := range list {
		if list[i].isMark(syntax.Purpose) {
			r.roles[list[i].mark] = r.qualified(list[i].mark, r.purposeRole(list, i))
		}
	}
	frames := r.findFrames(list)
	r.linkSubjects(list, frames)
	r.linkObjects(list, frames)
	r.linkParties(list, frames)
	r.linkPolarity(list, frames)
	r.linkPurposes(list, frames)
	r.scopeEnd = span.End
	r.readParties(list, frames)
	r.readAdjuncts(list, frames)
	r.resolveData(list, frames)
	if whole {
		r.dataOfLeadIn(list, frames)
	}
	if whole && r.ofLeadIn(frames) {
		r.carryAction(list)
		return
	}
	for f := range frames {
		r.build(list, frames, f)
	}
}

// dataOfLeadIn gives the actions of an item that name no data those of the lead-in,
// when that does the same: 将[披露]您的<姓名>：（1）经您同意，向(第三方)[披露].
func (r *reader) dataOfLeadIn(list []item, frames []frame) {
	if !r.inList || r.lead == nil || len(r.lead.data) == 0 {
		return
	}
	for f := range frames {
		fr := &frames[f]
		if len(fr.data)+len(fr.carried) > 0 || fr.unmarked || fr.relative || fr.verb.category != r.lead.category || !r.continuesObject(list, frames, f, f) {
			continue
		}
		for i := range r.lead.data {
			v := r.lead.data[i]
			v.Evidence, v.Rule, v.Cue = Carried, "object-of-lead-in", ""
			put(&fr.carried, &v)
		}
		fr.derive("object-of-lead-in")
	}
}

func word(e *lexicon.Entry) string {
	if e == nil {
		return ""
	}
	return e.Word
}

// handles reports whether a sentence without marks speaks of handling data: a verb
// of the lexicon and a word for data stand in it.
func (r *reader) handles(span source.Span) bool {
	verb, data := false, false
	for t := r.tokenAt(span.Start); t < len(r.tokens) && int(r.tokens[t].start) < span.End; t++ {
		e := r.tokens[t].entry
		verb = verb || e.Is(lexicon.Verb) && !e.Is(lexicon.Light)
		data = data || e.Is(lexicon.DataNoun|lexicon.SameData)
	}
	return verb && data
}

// restRoles gives a role to the marks that no practice has claimed.
func (r *reader) restRoles() {
	for m := range r.roles {
		if r.roles[m].Name != "" {
			continue
		}
		role := Role{Evidence: Implied, Rule: "unlinked", Margin: CloseCall}
		switch r.marks[m].Kind {
		case syntax.Actor:
			role.Name = RoleActor
		case syntax.Action:
			role.Name = r.verbOf(&item{Span: r.marks[m].Plain, mark: m}).category.String()
		case syntax.Data:
			role.Name = RoleObject
			if p := r.marks[m].Parent; p >= 0 && r.marks[p].Kind == syntax.Data {
				role.Name = RoleMember
			}
		case syntax.Purpose:
			role.Name = RolePurpose
		}
		r.roles[m] = r.qualified(m, role)
	}
}

func hasHan(s string) bool {
	for _, c := range s {
		if c >= 0x3400 && c <= 0x9FFF {
			return true
		}
	}
	return false
}

// plainTitle returns a heading without Markdown's signs.
func plainTitle(s string) string {
	if strings.Contains(s, "**") {
		s = strings.Join(strings.Fields(strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "_", "")), " ")
	}
	return strings.Trim(s, "#*_ \t　")
}

// ofLeadIn reports whether a sentence has no action but that of its lead-in; 用于 in
// an item only says why.
func (r *reader) ofLeadIn(frames []frame) bool {
	for f := range frames {
		if !frames[f].unmarked || !frames[f].verb.entry.Is(lexicon.Light) || r.lead == nil || r.lead.action.Text == "" {
			return false
		}
	}
	return true
}
