package engine

import (
	"slices"
	"unicode/utf8"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// Mark implements protocol.Engine.
func (e *Engine) Mark(q protocol.MarkRequest) (protocol.Changes, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	kind, err := kindOf(q.Kind, langOf(q.Lang))
	if err != nil {
		return protocol.Changes{}, err
	}
	s := e.span(q.From, q.To)
	return e.answer(annotate.Mark(e.doc.Tree(), kind, s.Start, s.End, q.Exact))
}

// Unmark implements protocol.Engine.
func (e *Engine) Unmark(q protocol.PlaceRequest) (protocol.Changes, error) {
	return e.verb(q, annotate.Unmark)
}

// Split implements protocol.Engine.
func (e *Engine) Split(q protocol.PlaceRequest) (protocol.Changes, error) {
	return e.verb(q, annotate.Split)
}

// Join implements protocol.Engine.
func (e *Engine) Join(q protocol.PlaceRequest) (protocol.Changes, error) {
	return e.verb(q, annotate.Join)
}

// Retype implements protocol.Engine.
func (e *Engine) Retype(q protocol.RetypeRequest) (protocol.Changes, error) {
	kind, err := kindOf(q.Kind, langOf(q.Lang))
	if err != nil {
		return protocol.Changes{}, err
	}
	return e.verb(protocol.PlaceRequest{Version: q.Version, Lang: q.Lang, At: q.At}, func(t syntax.Tree, at int) (annotate.Result, error) {
		return annotate.Retype(t, at, kind)
	})
}

func (e *Engine) verb(q protocol.PlaceRequest, do func(syntax.Tree, int) (annotate.Result, error)) (protocol.Changes, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	return e.answer(do(e.doc.Tree(), e.byteAt(q.At)))
}

// answer returns what a verb wants done as the page does it.
func (e *Engine) answer(r annotate.Result, err error) (protocol.Changes, error) {
	if err != nil {
		return protocol.Changes{}, err
	}
	c := protocol.Changes{Version: e.version, Changes: e.changes(r.Edits), Count: 1, Text: shorten(r.Text, maxSpoken)}
	c.Select = protocol.Range{From: e.unitAfter(r.Edits, r.Select.Start), To: e.unitAfter(r.Edits, r.Select.End)}
	return c, nil
}

// unitAfter returns the UTF-16 offset, in the source after edits, of a byte offset
// of it.
func (e *Engine) unitAfter(edits []source.Edit, at int) int {
	bytes, units := 0, 0 // what the edits before at add
	for _, x := range edits {
		start := x.Start + bytes // in the source after the edits before
		if start >= at {
			break
		}
		if start+len(x.Text) >= at {
			return e.unitAt(x.Start) + units + source.Measure(wholeRunes(x.Text[:at-start])).Units
		}
		bytes += len(x.Text) - x.Len()
		units += source.Measure(x.Text).Units - (e.unitAt(x.End) - e.unitAt(x.Start))
	}
	return e.unitAt(at-bytes) + units
}

// wholeRunes returns s without a code point that was cut off at its end.
func wholeRunes(s string) string {
	for len(s) > 0 {
		if r, n := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || n != 1 {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

// Reread implements protocol.Engine.
func (e *Engine) Reread(q protocol.RereadRequest) (protocol.Changes, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	edits := syntax.UnescapeEdits(e.doc.Tree())
	if q.Reading == plainReading {
		edits = syntax.EscapeEdits(e.doc.Tree().Text())
	}
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: len(edits)}, nil
}

// Fix implements protocol.Engine.
func (e *Engine) Fix(q protocol.FixRequest) (protocol.Changes, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	s := e.span(q.From, q.To)
	var edits []source.Edit
	settings := false // the fix notes something in the front matter
	e.doc.ProblemsIn(s, func(p core.Problem) bool {
		if p.Rule.Name != q.Rule || p.Source() != s {
			return true
		}
		if fixes := p.Fixes(); 0 <= q.Fix && q.Fix < len(fixes) {
			edits, settings = p.Edits(fixes[q.Fix]), fixes[q.Fix].Document
		}
		return false
	})
	if edits == nil {
		return protocol.Changes{}, &Error{Refused, problemGone.In(langOf(q.Lang))}
	}
	last := edits[len(edits)-1]
	at := last.Start + len(last.Text)
	for _, x := range edits[:len(edits)-1] {
		at += len(x.Text) - x.Len()
	}
	if settings {
		// The caret stays with the problem.
		at += s.Start - last.End
	}
	unit := e.unitAfter(edits, at)
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: 1, Select: protocol.Range{From: unit, To: unit}}, nil
}

// FixAll implements protocol.Engine.
func (e *Engine) FixAll(q protocol.FixAllRequest) (protocol.Changes, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	r := rules.Named(q.Rule)
	if r == nil {
		return protocol.Changes{}, &Error{Refused, unknownRule.In(langOf(q.Lang), q.Rule)}
	}
	edits, places := e.doc.FixAll(r, q.Fix)
	if places == 0 {
		return protocol.Changes{}, &Error{Refused, nothingToFix.In(langOf(q.Lang))}
	}
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: places}, nil
}

// NextProblem implements protocol.Engine.
func (e *Engine) NextProblem(q protocol.NextRequest) (protocol.Found, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Found{}, err
	}
	chosen := severities(q.Severities)
	total := e.doc.CountProblems(chosen)
	if total == 0 {
		return protocol.Found{}, nil
	}
	at := e.byteAt(q.From)
	index := e.doc.CountProblemsBefore(chosen, at, q.Backward)
	if q.Backward {
		index--
	}
	index = (index + total) % total
	found := protocol.Found{Index: index}
	e.budget = maxChecked
	e.doc.Problems(chosen, index, func(p core.Problem) bool {
		problem := e.problem(newRuler(p.Block), p, langOf(q.Lang))
		found.Problem = &problem
		return false
	})
	return found, nil
}

// NextUnmarked implements protocol.Engine.
func (e *Engine) NextUnmarked(q protocol.UnmarkedRequest) (protocol.Unmarked, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Unmarked{}, err
	}
	at := e.byteAt(q.From)
	var all []source.Span
	next := 0 // the first behind at
	e.doc.Unmarked(func(s source.Span) bool {
		if s.Start < at || s.Start == at && !q.Backward {
			next = len(all) + 1
		}
		all = append(all, s)
		return true
	})
	if len(all) == 0 {
		return protocol.Unmarked{}, nil
	}
	if q.Backward {
		next--
	}
	next = (next + len(all)) % len(all)
	s := all[next]
	return protocol.Unmarked{Total: len(all), Index: next, Range: protocol.Range{From: e.unitAt(s.Start), To: e.unitAt(s.End)}}, nil
}

// severities returns the set of severities that a page chose; all for none.
func severities(chosen []protocol.Severity) core.Severities {
	if len(chosen) == 0 {
		return core.AllSeverities
	}
	var s core.Severities
	for i := range s {
		s[i] = slices.Contains(chosen, severityName(i))
	}
	return s
}
