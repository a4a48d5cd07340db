// Package sheet lays a document out for reading: paragraphs and headings, their
// text in runs that know the marks around them, and an address for every heading,
// mark and practice. It makes no markup of any kind; who shows a sheet does.
package sheet

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Kind is what a paragraph is. The zero value is Prose.
type Kind uint8

// The kinds of paragraph.
const (
	Prose Kind = iota
	Heading
	Item // numbered or bulleted
)

var kindNames = [...]string{"prose", "heading", "item"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Paragraph is a part of a block that is shown as one.
type Paragraph struct {
	Kind Kind
	// Level is the depth of a heading, from 1; 0 for all others.
	Level int
	// Address is that of a heading, "" for all others.
	Address string
	// Block is the block that it is a part of.
	Block core.Block
	// Plain is what it says, in bytes of the block's plain text.
	Plain source.Span
}

// Text returns what the paragraph says.
func (p Paragraph) Text() string { return p.Block.Plain()[p.Plain.Start:p.Plain.End] }

// Run is text that the same marks hold.
type Run struct {
	Text string
	// Source is where Text starts, in bytes of the block's text. The text stands there
	// as it is: whatever is hidden ends a run.
	Source int
	// Marks are the marks around it, the outermost first, as indices in Sheet.Marks.
	Marks []int
}

// Mark is a mark of the document.
type Mark struct {
	Kind syntax.Kind
	// Role is what it is taken for, "" when that is not worked out.
	Role string
	// Address leads to it, see Sheet.
	Address string
	// Block is the block that it stands in, and Index its number there.
	Block core.Block
	Index int
}

// Sheet is a document laid out. It is of the document as it was when it was made.
//
// Addresses hold as long as what they name is worded as it is, whatever changes
// elsewhere: a heading's is its words; a practice's its ID; a mark's its kind and
// words, with a number from 2 when the same was marked before.
type Sheet struct {
	Meta       Meta
	Paragraphs []Paragraph
	// Titled says that the first paragraph is the title of all: the one heading of
	// level 1.
	Titled bool
	// Marks are all marks in the order of their opening brackets.
	Marks []Mark
	// Practices are in the order of the text, with the members of defined terms; their
	// IDs are unique. There are none when the document is not analysed.
	Practices []core.Practice

	first map[*syntax.Block]int // index in Marks of the block's first mark
}

// New lays a document out.
func New(d *core.Document) *Sheet {
	s := &Sheet{first: map[*syntax.Block]int{}}
	headings, marks := namer{}, namer{}
	d.BlocksIn(source.Span{End: d.Tree().Sum().Source.Bytes}, func(b core.Block) bool {
		if b.IsFrontMatter() {
			s.Meta = readMeta(b.Text())
			return true
		}
		s.first[b.Block] = len(s.Marks)
		for i, m := range b.Marks() {
			mark := Mark{Kind: m.Kind, Block: b, Index: i}
			if b.Reading != nil && i < len(b.Reading.Roles) {
				mark.Role = b.Reading.Roles[i].Name
			}
			mark.Address = marks.name(m.Kind.String()+":"+slug(b.MarkText(i)), ":")
			s.Marks = append(s.Marks, mark)
		}
		s.Paragraphs = append(s.Paragraphs, paragraphs(b)...)
		return true
	})
	s.Titled = findTitle(s.Paragraphs)
	for i := range s.Paragraphs {
		if p := &s.Paragraphs[i]; p.Kind == Heading {
			p.Address = headings.name(slug(p.Text()), "-")
		}
	}
	if d.Analysed() {
		s.addPractices(d)
	}
	return s
}

func (s *Sheet) addPractices(d *core.Document) {
	terms := d.Terms()
	var all []*practice.Practice
	d.Practices(0, func(p core.Practice) bool {
		all = append(all, p.Practice)
		s.Practices = append(s.Practices, p)
		return true
	})
	for i, id := range practice.Distinct(all) {
		filled := terms.Fill(*s.Practices[i].Practice)
		filled.ID, filled.Section = id, d.Section(s.Practices[i])
		s.Practices[i].Practice = &filled
	}
}

// MarkOf returns the mark that a value of a practice was read from, -1 when it has
// none.
func (s *Sheet) MarkOf(v *practice.Value) int {
	first, known := s.first[v.Place.Block]
	if !known || v.Mark < 0 {
		return -1
	}
	return first + v.Mark
}

// Runs returns the text of a paragraph, in order.
func (s *Sheet) Runs(p Paragraph) []Run {
	var runs []Run
	b, next := p.Block, s.first[p.Block.Block]
	var around []int
	end := -1 // where the run before ends in the source
	for i := range b.NumTokens() {
		t := b.Token(i)
		switch t.Type {
		case syntax.Open:
			around = append(around[:len(around):len(around)], next)
			next++
			end = -1
		case syntax.Close:
			around = around[:len(around)-1]
			end = -1
		}
		from, to := max(t.Plain.Start, p.Plain.Start), min(t.Plain.End, p.Plain.End)
		if from >= to {
			continue
		}
		at := t.Source.Start + from - t.Plain.Start
		if t.Type == syntax.Escape {
			at = t.Source.End - t.Plain.Len()
		}
		text := b.Plain()[from:to]
		if at == end {
			runs[len(runs)-1].Text += text
		} else {
			runs = append(runs, Run{Text: text, Source: at, Marks: around})
		}
		end = at + len(text)
	}
	return runs
}
