// Package reading reads the data practices of a text: what its marks and the words
// between them add up to.
//
// A block is read on its own, from its text and from the Context that the blocks
// before hand on, so that an edit costs what it touches. A reader goes through the
// lines and sentences of the block; each sentence, and the inside of a mark, is a
// scope, which the passes of passes.go read one after the other.
package reading

import (
	"slices"
	"strings"
	"sync"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// reader reads one block. Its memory serves one block after the other.
type reader struct {
	Context // what the blocks before have handed on, with what this one adds

	block    *syntax.Block
	plain    string
	marks    []syntax.Mark
	tokens   []token
	lines    []outline.Line
	spans    []source.Span   // of the marks that stand in no other
	roles    []practice.Role // of marks
	verbs    []verb          // of action marks, worked out when first asked for
	inList   bool            // the line is an item under a lead-in
	inForm   bool            // the line before is a field of a form
	previous source.Span     // the sentence before in its line, empty for none
	scope    scope           // what is being read: one after the other
	heard    said            // gathers what becomes said

	sentences   []practice.Sentence
	practices   []practice.Practice
	definitions []practice.Definition
	ids         map[string]int // how often each was given
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// Block reads one block and returns what it says and what it hands on to the next. It
// is pure: the same block and an equal context make the same reading. in is nil at the
// start of a document.
func Block(b *syntax.Block, in *Context) (*practice.Reading, *Context) {
	if in == nil {
		in = &Context{}
	}
	if b.IsFrontMatter() || b.Plain() == "" && len(b.Marks()) == 0 {
		return &practice.Reading{}, in
	}
	r := readers.Get().(*reader)
	r.begin(b, in)
	r.lines = outline.AppendLines(r.lines, r.plain, r.spans, r.lead != nil)
	for i := range r.lines {
		r.readLine(&r.lines[i])
	}
	r.applyQualifiers()
	r.restRoles()
	out := in
	if !r.Context.Equal(in) {
		out = new(Context)
		*out = r.Context
	}
	found := &practice.Reading{
		Sentences: copied(r.sentences), Practices: copied(r.practices),
		Roles: r.roles, Definitions: r.definitions,
	}
	r.end()
	return found, out
}

// All reads all blocks of a tree, in their order.
func All(tree syntax.Tree) []*practice.Reading {
	list := make([]*practice.Reading, tree.Len())
	var in *Context
	for i := range list {
		list[i], in = Block(tree.At(i), in)
	}
	return list
}

// copied returns a copy, nil for an empty list.
func copied[T any](list []T) []T { return append([]T(nil), list...) }

// begin makes r read a block. What is handed out is made anew, the rest is memory of
// the block before.
func (r *reader) begin(b *syntax.Block, in *Context) {
	r.Context, r.block, r.plain, r.marks = *in, b, b.Plain(), b.Marks()
	r.tokens = scan(b, r.tokens[:0])
	r.lines, r.spans = r.lines[:0], r.spans[:0]
	for _, m := range r.marks {
		if m.Depth == 0 {
			r.spans = append(r.spans, m.Plain)
		}
	}
	r.roles = make([]practice.Role, len(r.marks))
	r.verbs = slices.Grow(r.verbs[:0], len(r.marks))[:len(r.marks)]
	clear(r.verbs)
	r.scope.reader = r
}

// end lets go of all that the block points at.
func (r *reader) end() {
	clear(r.scope.frames)
	clear(r.sentences)
	clear(r.practices)
	r.heard.forget()
	*r = reader{
		tokens: r.tokens, lines: r.lines, spans: r.spans, verbs: r.verbs, heard: r.heard,
		sentences: r.sentences[:0], practices: r.practices[:0],
		scope: scope{items: r.scope.items, frames: r.scope.frames},
	}
	readers.Put(r)
}

// readLine reads a line of the block: a heading, an item of a list or prose.
func (r *reader) readLine(l *outline.Line) {
	switch l.Kind {
	case outline.Rule:
		return
	case outline.Heading:
		r.readHeading(l)
		return
	}
	row := strings.HasPrefix(r.text(l.Span), tableCell)
	r.followLead(l, row)
	if r.said != nil {
		// Purposes and conditions are remembered in their paragraph, data in its section.
		r.said = r.said.onlyData()
	}
	r.inList = r.lead != nil && (l.Kind == outline.Item || r.lead.table)
	r.previous = source.Span{}
	for i, span := range l.Sentences {
		s := practice.Sentence{Span: span, Section: r.section, Item: l.Kind == outline.Item}
		r.readSentence(span, &s)
		r.sentences = append(r.sentences, s)
		r.previous = span
		switch last := len(l.Sentences) - 1; {
		case r.inList && r.lead.table:
		case i == last && l.LeadIn:
			r.takeLead(s.Practices, span)
		case i == last && row && len(s.Practices) > 0:
			r.takeLead(s.Practices, span)
			r.lead.table = true
		case r.inList && i == 0 && last == 0 && s.Marks == 0:
			r.itemSaysWhy(span)
		case i == 0 && i < last && l.Kind != outline.Item:
			r.dropUnused()
		}
	}
	r.inForm = r.isField(l)
	if l.Kind == outline.Prose && !l.LeadIn && !row {
		r.dropUnused()
	}
}

// readHeading reads a heading, behind which a new section starts.
func (r *reader) readHeading(l *outline.Line) {
	style := l.Style
	if style == outline.TitleStyle && len(r.trail) > 0 {
		style = outline.Subtitle
	}
	r.trail = push(r.trail, heading{style, plainTitle(r.text(l.Span))})
	r.section = titles(r.trail)
	r.lead, r.said, r.parties = nil, nil, nil
	r.subject, r.previous = r.headingSubject(l.Text), source.Span{}
	s := practice.Sentence{Span: l.Span, Section: r.section, Heading: true, Level: len(r.trail)}
	r.readSentence(l.Text, &s)
	r.said = nil
	r.sentences = append(r.sentences, s)
}

// headingSubject returns who a heading says acts: 您向我们提供的信息. That is a third party
// only where the heading is nothing but a name for one.
func (r *reader) headingSubject(s source.Span) practice.Party {
	list := r.tokensIn(s)
	if r.namesThird(list, s) {
		return practice.ThirdParty
	}
	for i := range list {
		switch e := list[i].entry; {
		case e.Is(lexicon.User):
			return practice.UserParty
		case e.Is(lexicon.First):
			return practice.FirstParty
		case e.Is(lexicon.Third):
			return practice.UnknownParty
		}
	}
	return practice.UnknownParty
}

// readSentence reads a sentence and all that marks in it hold.
func (r *reader) readSentence(span source.Span, s *practice.Sentence) {
	first := len(r.practices)
	from, to := r.markAt(span.Start), r.markAt(span.End)
	s.Marks = to - from
	s.Handles = s.Marks > 0 || r.handles(span)
	if s.Marks > 0 {
		r.scope.start(span)
		r.scope.read(span, -1)
		for m := from; m < to; m++ {
			holds := m+1 < len(r.marks) && r.marks[m+1].Parent == m
			if kind := r.marks[m].Kind; holds && (kind == syntax.Purpose || kind == syntax.Actor) {
				r.scope.read(r.marks[m].Plain, m)
			}
		}
	}
	r.sortPractices(first)
	if n := len(r.practices) - first; n > 0 {
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
	list := r.practices[first:]
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k].Action.Place.Start < list[k-1].Action.Place.Start && list[k].Action.Place.Block == list[k-1].Action.Place.Block; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// word returns the word of an entry, "" for nil.
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
	list := r.tokensIn(span)
	for i := range list {
		e := list[i].entry
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
		role := practice.Role{Evidence: practice.Implied, Rule: "unlinked", Margin: practice.CloseCall}
		switch r.marks[m].Kind {
		case syntax.Actor:
			role.Name = practice.RoleActor
		case syntax.Action:
			role.Name = r.verbOf(&item{Span: r.marks[m].Plain, mark: m}).category.String()
		case syntax.Data:
			role.Name = practice.RoleObject
			if p := r.marks[m].Parent; p >= 0 && r.marks[p].Kind == syntax.Data {
				role.Name = practice.RoleMember
			}
		case syntax.Purpose:
			role.Name = practice.RolePurpose
		}
		r.roles[m] = r.qualified(m, role)
	}
}

// hasHan reports whether a Chinese character stands in s, of the two blocks of Unicode
// that hold all in use.
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
