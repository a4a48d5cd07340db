package annotate

import (
	"slices"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// written is a mark as it must read: what it is and what it holds.
type written struct {
	kind       syntax.Kind
	start, end int // of its text, in bytes of the plain text
	qualifiers string
}

// holds reports whether edits of the block do what the plan says and nothing
// else: the plain text stays, the marks are those wanted, no bracket is stray
// that was not before.
func (p *plan) holds(t syntax.Tree, edits []source.Edit) bool {
	if len(edits) == 0 {
		return false
	}
	whole := source.Span{Start: 0, End: len(p.block.Text())}
	text, err := source.Apply(p.block.Text(), edits)
	if err != nil {
		return false
	}
	after, change, err := t.Edit(source.Edit{Span: whole.Shift(p.block.start), Text: text})
	if err != nil {
		return false
	}
	was := read(t.Items(change.From, change.From+change.Removed))
	is := read(after.Items(change.From, change.From+change.Inserted))
	return is.plain == was.plain && is.strays <= was.strays && slices.Equal(is.marks, p.wanted(t, change, was))
}

// reading is what blocks say.
type reading struct {
	plain  string
	strays int
	marks  []written
}

func read(blocks []*syntax.Block) reading {
	var r reading
	var plain strings.Builder
	for _, b := range blocks {
		for i, m := range b.Marks() {
			s := m.Plain.Shift(plain.Len())
			r.marks = append(r.marks, written{m.Kind, s.Start, s.End, block{b, 0}.qualifiers(i)})
		}
		plain.WriteString(b.Plain())
		r.strays += b.NumStrays()
	}
	r.plain = plain.String()
	sortWritten(r.marks)
	return r
}

// wanted returns the marks that the changed blocks must hold.
func (p *plan) wanted(t syntax.Tree, change syntax.Change, was reading) []written {
	start := t.Before(change.From)
	b, before := t.Find(p.block.start, syntax.SourceBytes)
	if b == t.Len() {
		before = t.Sum()
	}
	shift := before.Plain.Bytes - start.Plain.Bytes // from the block's plain text to the changed blocks'
	return p.expected(was.marks, shift)
}

func sortWritten(marks []written) {
	sort.Slice(marks, func(i, j int) bool {
		a, b := marks[i], marks[j]
		if a.start != b.start {
			return a.start < b.start
		}
		if a.end != b.end {
			return a.end < b.end
		}
		if a.kind != b.kind {
			return a.kind < b.kind
		}
		return a.qualifiers < b.qualifiers
	})
}

// selection returns where, in the block's text after edits, the inside of the
// first mark lies that was made or changed; the text of the one removed when none
// was.
func (p *plan) selection(edits []source.Edit) source.Span {
	text, _ := source.Apply(p.block.Text(), edits)
	after := syntax.ParseBlock(text)
	if len(p.added) == 0 {
		return after.SourceOf(p.about())
	}
	a := p.added[0]
	for _, m := range after.Marks() {
		if m.Kind == a.kind && m.Plain == a.plain {
			return m.Inner
		}
	}
	return after.SourceOf(a.plain)
}

// about returns where the mark that the plan is about stands in the block's plain
// text: the first one made, else removed, else qualified anew.
func (p *plan) about() source.Span {
	if len(p.added) > 0 {
		return p.added[0].plain
	}
	if len(p.removed) > 0 {
		return p.block.Marks()[p.removed[0]].Plain
	}
	first := len(p.block.Marks())
	for i := range p.requalified {
		first = min(first, i)
	}
	return p.block.Marks()[first].Plain
}

// text returns the plain text of the mark that the plan is about.
func (p *plan) text() string {
	s := p.about()
	return p.block.Plain()[s.Start:s.End]
}

// holdsAlone is holds for a plan that does not empty a line: what lies around the block
// cannot change then, and is not read again. Whether the document begins with front
// matter is left to syntax.AsTextEdits.
func (p *plan) holdsAlone(edits []source.Edit) bool {
	text, err := source.Apply(p.block.Text(), edits)
	if err != nil || len(edits) == 0 {
		return false
	}
	was, is := read([]*syntax.Block{p.block.Block}), read([]*syntax.Block{syntax.ParseBlock(text)})
	return is.plain == was.plain && is.strays <= was.strays && slices.Equal(is.marks, p.expected(was.marks, 0))
}

// expected returns what the plan makes of marks: without those that it removes, with
// those that it makes, qualified as it wants. shift is where the block's plain text
// starts in theirs.
func (p *plan) expected(marks []written, shift int) []written {
	of := func(i int) written {
		m := p.block.Marks()[i]
		return written{m.Kind, m.Plain.Start + shift, m.Plain.End + shift, p.block.qualifiers(i)}
	}
	gone := map[written]int{}
	for _, i := range p.removed {
		gone[of(i)]++
	}
	list := make([]written, 0, len(marks)+len(p.added))
	for _, m := range marks {
		if gone[m] > 0 {
			gone[m]--
			continue
		}
		list = append(list, m)
	}
	for i, words := range p.requalified {
		if k := slices.Index(list, of(i)); k >= 0 {
			list[k].qualifiers = words
		}
	}
	for _, a := range p.added {
		list = append(list, written{a.kind, a.plain.Start + shift, a.plain.End + shift, a.qualifiers})
	}
	sortWritten(list)
	return list
}
