package engine

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// maxAround is how many bytes of plain text Around gives on either side of a mark,
// and maxSpoken how many code points of a mark an answer repeats.
const (
	maxAround = 1200
	maxSpoken = 60
)

// The units of MoveEdge, see protocol.MoveEdgeRequest.
const (
	near     = "near"
	byText   = "text"
	byClause = "clause"
)

// MoveEdge implements protocol.Engine.
func (e *Engine) MoveEdge(q protocol.MoveEdgeRequest) (protocol.Changes, error) {
	return e.verb(protocol.PlaceRequest{Version: q.Version, Lang: q.Lang, At: q.At}, func(t syntax.Tree, at int) (annotate.Result, error) {
		if q.Unit != near && q.Unit != byText && q.Unit != byClause {
			return annotate.MoveEdge(t, at, q.End, e.byteAt(q.To))
		}
		p, err := annotate.MarkAt(t, at)
		if err != nil {
			return annotate.Result{}, err
		}
		plain, edge := p.Block.Plain(), p.Block.Marks()[p.Mark].Plain.Start
		if q.End {
			edge = p.Block.Marks()[p.Mark].Plain.End
		}
		switch q.Unit {
		case near:
			edge = p.Block.PlainAt(max(0, min(e.byteAt(q.To)-p.Start, p.Block.Size().Bytes)))
		case byText:
			edge = stepUnits(plain, edge, q.By)
		case byClause:
			edge = outline.NextClauseEdge(plain, edge, q.End, q.By < 0)
		}
		return annotate.ShiftEdge(t, at, q.End, edge)
	})
}

// stepUnits returns the byte offset that lies n UTF-16 units behind another in
// text, before it when n is negative, never within a code point nor outside.
func stepUnits(text string, at, n int) int {
	for gone := 0; gone < n && at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		gone += source.Measure(string(r)).Units
	}
	for gone := 0; gone < -n && at > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		gone += source.Measure(string(r)).Units
	}
	return at
}

// Around implements protocol.Engine.
func (e *Engine) Around(q protocol.PlaceRequest) (protocol.Surroundings, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Surroundings{}, err
	}
	p, err := annotate.MarkAt(e.doc.Tree(), e.byteAt(q.At))
	if err != nil {
		return protocol.Surroundings{}, err
	}
	m := p.Block.Marks()[p.Mark]
	plain := p.Block.Plain()
	c := annotate.Clip(plain, m.Plain, maxAround)
	return protocol.Surroundings{
		Kind:   protocol.Kind(m.Kind.String()),
		Before: plain[c.Start:m.Plain.Start],
		Text:   plain[m.Plain.Start:m.Plain.End],
		After:  plain[m.Plain.End:c.End],
		Range:  protocol.Range{From: e.unitAt(p.Start + m.Source.Start), To: e.unitAt(p.Start + m.Source.End)},
	}, nil
}

// shorten returns s with its middle left out when it has more than n code points.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return string(r[:n*2/3]) + "…" + string(r[len(r)-n/3:])
}
