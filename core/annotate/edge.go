package annotate

import (
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Place is a mark within its block.
type Place struct {
	Block *syntax.Block
	// Start is where the block starts, in bytes of the document's source.
	Start int
	// Mark is the mark's index in the block.
	Mark int
}

// MarkAt returns the innermost mark at an offset, or a Refusal when there is none.
func MarkAt(t syntax.Tree, at int) (Place, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Place{}, err
	}
	return Place{b.Block, b.start, i}, nil
}

// ShiftEdge moves the end, or else the start, of the innermost mark at an offset
// to another offset of its block's plain text, in bytes. An edge never comes to
// lie within another mark: it goes on in its direction until it is past that one,
// and so takes all of it in or leaves all of it out.
func ShiftEdge(t syntax.Tree, at int, end bool, to int) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	m := b.Marks()[i]
	span, edge := m.Plain, m.Plain.Start
	if end {
		edge = m.Plain.End
	}
	to = pastMarks(b, i, edge, max(0, min(to, len(b.Plain()))))
	if to == edge {
		return Result{}, refuse(noFurther)
	}
	if end {
		span.End = to
	} else {
		span.Start = to
	}
	if span.Start >= span.End || trimWith(b.Plain(), span, true).Empty() {
		return Result{}, refuse(wouldBeEmpty)
	}
	if trailing := b.Content(); span.End > b.PlainAt(trailing.End) {
		return Result{}, refuse(noFurther)
	}
	p := planFor(b, i)
	if err := p.add(m.Kind, span, b.qualifiers(i)); err != nil {
		return Result{}, err
	}
	return p.result(t)
}

// pastMarks returns where an edge of mark i that goes from one offset to another
// comes to lie outside of all marks but those around mark i.
func pastMarks(b block, i, from, to int) int {
	around := map[int]bool{i: true}
	for up := b.Marks()[i].Parent; up >= 0; up = b.Marks()[up].Parent {
		around[up] = true
	}
	forward := to > from
	for moved := true; moved; {
		moved = false
		for k, m := range b.Marks() {
			if around[k] || to <= m.Plain.Start || to >= m.Plain.End {
				continue
			}
			to, moved = m.Plain.Start, true
			if forward {
				to = m.Plain.End
			}
		}
	}
	return to
}

// Clip returns text around a span, in bytes of it, up to so many bytes on either
// side and cut between characters.
func Clip(text string, span source.Span, reach int) source.Span {
	from, to := max(0, span.Start-reach), min(len(text), span.End+reach)
	for from > 0 && !runeStart(text[from]) {
		from--
	}
	for to < len(text) && !runeStart(text[to]) {
		to++
	}
	return source.Span{Start: from, End: to}
}

func runeStart(b byte) bool { return b&0xC0 != 0x80 }
