package engine

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// byteAt returns the byte offset of a UTF-16 offset of the source. One outside of
// the document goes to its nearest end.
func (e *Engine) byteAt(unit int) int {
	t := e.doc.Tree()
	unit = max(0, unit)
	if unit >= t.Sum().Source.Units {
		return t.Sum().Source.Bytes
	}
	i, before := t.Find(unit, syntax.SourceUnits)
	b := t.At(i)
	c := source.NewCursor(b.Text(), b.Size())
	return before.Source.Bytes + c.ToUnit(unit-before.Source.Units).Bytes
}

// span returns the bytes of a range of the page.
func (e *Engine) span(from, to int) source.Span {
	s := source.Span{Start: e.byteAt(from)}
	s.End = max(s.Start, e.byteAt(to))
	return s
}

// exactSpan is span for a range that must lie in the document and between its
// characters; else exact is false.
func (e *Engine) exactSpan(from, to int) (s source.Span, exact bool) {
	s = e.span(from, to)
	return s, from <= to && e.unitAt(s.Start) == from && e.unitAt(s.End) == to
}

// unitAt returns the UTF-16 offset of a byte offset of the source.
func (e *Engine) unitAt(at int) int { return unitIn(e.doc.Tree(), at) }

// unitIn returns the UTF-16 offset of a byte offset of a document's source.
func unitIn(t syntax.Tree, at int) int {
	at = max(0, at)
	if at >= t.Sum().Source.Bytes {
		return t.Sum().Source.Units
	}
	i, before := t.Find(at, syntax.SourceBytes)
	b := t.At(i)
	c := source.NewCursor(b.Text(), b.Size())
	return before.Source.Units + c.ToByte(at-before.Source.Bytes).Units
}

// changes returns edits, which are in order, as the page applies them.
func (e *Engine) changes(edits []source.Edit) []protocol.Change {
	list := make([]protocol.Change, len(edits))
	var b core.Block
	var r *ruler
	unit := func(at int) int {
		if r == nil || at > b.Before.Source.Bytes+b.Size().Bytes {
			i, before := e.doc.Tree().Find(at, syntax.SourceBytes)
			if i == e.doc.Tree().Len() {
				return e.unitAt(at)
			}
			b = core.Block{Block: e.doc.Tree().At(i), Index: i, Before: before}
			r = newRuler(b)
		}
		return r.unit(at - b.Before.Source.Bytes)
	}
	for i, x := range edits {
		list[i] = protocol.Change{From: unit(x.Start), To: unit(x.End), Insert: x.Text}
	}
	return list
}

// ruler turns byte offsets of one block into UTF-16 offsets of the document.
// Offsets asked for in order cost one pass over the block.
type ruler struct {
	start  int // of the block, in UTF-16 units
	cursor source.Cursor
}

func newRuler(b core.Block) *ruler {
	return &ruler{b.Before.Source.Units, source.NewCursor(b.Text(), b.Size())}
}

func (r *ruler) unit(at int) int { return r.start + r.cursor.ToByte(at).Units }

func (r *ruler) span(s source.Span) protocol.Range {
	return protocol.Range{From: r.unit(s.Start), To: r.unit(s.End)}
}
