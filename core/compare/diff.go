package compare

import (
	"strings"

	"github.com/policymark/policymark/core/source"
)

// Change says that a stretch of one text became a stretch of another. One of the
// two may be empty, where something was put in or taken out.
type Change struct {
	A, B source.Span // in bytes of the first and of the second text
}

// Diff returns what changed from a to b, in order and apart. Neither side of a
// change splits a grapheme cluster of its text. The error is ErrCancelled.
func Diff(a, b string, p Progress) ([]Change, error) {
	if a == b {
		return nil, nil
	}
	ta, tb := newText(a, false), newText(b, false)
	found, err := newAligner(ta, tb, p).align()
	if err != nil {
		return nil, err
	}
	var list []Change
	i, j := 0, 0
	note := func(endA, endB int) {
		if i < endA || j < endB {
			list = append(list, Change{ta.bytes(span{i, endA}), tb.bytes(span{j, endB})})
		}
	}
	for _, m := range found {
		note(m.a, m.b)
		i, j = m.a+m.n, m.b+m.n
	}
	note(ta.len(), tb.len())
	return list, nil
}

// Edits returns the edits that make b of the text that changes start from.
func Edits(changes []Change, b string) []source.Edit {
	edits := make([]source.Edit, len(changes))
	for i, c := range changes {
		edits[i] = source.Edit{Span: c.A, Text: b[c.B.Start:c.B.End]}
	}
	return edits
}

// Place is where two texts differ first.
type Place struct {
	At int // bytes, the same in both texts
	// Line and Column count from 1, the column in code points.
	Line, Column int
}

// FirstDifference returns where two texts differ first; ok is false when they are
// the same. It is the start of a grapheme cluster of the first text.
func FirstDifference(a, b string) (p Place, ok bool) {
	if a == b {
		return Place{}, false
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	line := strings.LastIndexByte(a[:n], '\n') + 1
	at := line
	for at < n {
		end := clusterEnd(a, at)
		if end > n {
			break
		}
		at = end
	}
	return Place{at, strings.Count(a[:line], "\n") + 1, source.Measure(a[line:at]).Points + 1}, true
}
