package engine

import (
	"math"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// How much of a text a row shows: code points of what changed, and bytes beside it.
const (
	maxCompared   = 600
	besideChanged = 90
)

var (
	refusedMark = locale.Text{
		ZH: "“%s”不能放在那里：会与别的标注交叉，或跨过空行",
		EN: "“%s” cannot stand there: it would cross another mark or run over a blank line"}
	droppedMark = locale.Text{
		ZH: "“%s”没有文字，已略去",
		EN: "“%s” holds no text and is left out"}
	brokenName = locale.Text{
		ZH: "限定词“%s”指向一个没有采用的标注",
		EN: "the qualifier “%s” names a mark that was not taken"}
)

func (c *comparison) len() int {
	switch c.kind {
	case drift:
		return len(c.drift)
	case carry:
		return len(c.carrying.Marks)
	case practices:
		return len(c.practices)
	case plainTexts:
		return len(c.changes)
	}
	return len(c.both.Rows)
}

// state names how a row stands.
func (c *comparison) state(i int) string {
	switch c.kind {
	case carry:
		switch choice := c.choices[i]; {
		case choice > 0:
			return "accepted"
		case choice < 0:
			return "rejected"
		}
		return c.carrying.Marks[i].State.String()
	case practices:
		return c.practices[i].Fate.String()
	case annotators:
		return c.both.Verdict(i, c.choices[i]).String()
	}
	return "changed"
}

// open reports whether a row in a state wants somebody to look at it.
func open(kind protocol.Comparing, state string) bool {
	switch kind {
	case carry:
		return state == "doubtful"
	case annotators:
		return state == "differ" || state == "only"
	}
	return true
}

// ComparisonRows implements protocol.Engine.
func (e *Engine) ComparisonRows(q protocol.ComparisonRowsRequest) (protocol.ComparisonRows, error) {
	c, err := e.comparison(q.Kind, q.Lang)
	if err != nil {
		return protocol.ComparisonRows{}, err
	}
	out := protocol.ComparisonRows{Stale: c.version != e.version, Version: c.version}
	list := c.filtered(q.States, func(state string) {
		for i := range out.Counts {
			if out.Counts[i].State == state {
				out.Counts[i].Count++
				return
			}
		}
		out.Counts = append(out.Counts, protocol.StateCount{State: state, Count: 1})
	})
	first, count := window(q.Rows, len(list))
	out.First, out.Total = first, len(list)
	for _, i := range list[first : first+count] {
		out.Items = append(out.Items, c.row(i, langOf(q.Lang)))
	}
	return out, nil
}

// filtered returns the rows in the given states, all rows for no states, and calls tell
// with the state of each row.
func (c *comparison) filtered(states []string, tell func(state string)) []int {
	var list []int
	for i := range c.len() {
		state := c.state(i)
		if tell != nil {
			tell(state)
		}
		if len(states) == 0 || slices.Contains(states, state) {
			list = append(list, i)
		}
	}
	return list
}

// NextRow implements protocol.Engine.
func (e *Engine) NextRow(q protocol.NextRowRequest) (protocol.NextRow, error) {
	c, err := e.comparison(q.Kind, q.Lang)
	if err != nil {
		return protocol.NextRow{}, err
	}
	list := c.filtered(q.States, nil)
	step := 1
	if q.Backward {
		step = -1
	}
	for k := q.Position + step; k >= 0 && k < len(list); k += step {
		if open(c.kind, c.state(list[k])) {
			return protocol.NextRow{Position: k}, nil
		}
	}
	return protocol.NextRow{Position: -1}, nil
}

// DecideRow implements protocol.Engine.
func (e *Engine) DecideRow(q protocol.DecideRowRequest) (protocol.DecidedRow, error) {
	c, err := e.comparison(q.Kind, q.Lang)
	if err != nil {
		return protocol.DecidedRow{}, err
	}
	lang := langOf(q.Lang)
	if q.Row < 0 || q.Row >= c.len() {
		return protocol.DecidedRow{}, &Error{Refused, noSuchRow.In(lang, q.Row+1)}
	}
	choice := compare.Choice(q.Choice)
	switch c.kind {
	case annotators:
		if err := c.both.Check(q.Row, choice); err != nil {
			return protocol.DecidedRow{}, err
		}
	case carry:
		if c.carrying.Marks[q.Row].State != compare.Doubtful || choice < -1 || choice > 1 {
			return protocol.DecidedRow{}, &Error{Refused, notDecided.In(lang)}
		}
	default:
		return protocol.DecidedRow{}, &Error{Refused, notDecided.In(lang)}
	}
	before := c.choices[q.Row]
	c.choices[q.Row] = choice
	return protocol.DecidedRow{Before: int(before)}, nil
}

// CompareResult implements protocol.Engine.
func (e *Engine) CompareResult(q protocol.ComparisonRequest) (protocol.ComparisonResult, error) {
	c, err := e.comparison(q.Kind, q.Lang)
	if err != nil {
		return protocol.ComparisonResult{}, err
	}
	lang := langOf(q.Lang)
	switch c.kind {
	case carry:
		text, refused := c.carrying.Markup(func(i int) bool { return c.choices[i] > 0 })
		out := protocol.ComparisonResult{Text: text}
		for _, i := range refused {
			out.Notes = append(out.Notes, refusedMark.In(lang, shorten(c.carrying.Marks[i].Text, maxSpoken)))
		}
		for i := range c.choices {
			if c.state(i) == compare.Doubtful.String() {
				out.Open++
			}
		}
		return out, nil
	case annotators:
		m, err := c.both.Merge(c.choices)
		if err != nil {
			return protocol.ComparisonResult{}, err
		}
		out := protocol.ComparisonResult{Text: m.Markup, Open: m.Open}
		for _, one := range m.Dropped {
			out.Notes = append(out.Notes, droppedMark.In(lang, one.Text))
		}
		for _, name := range m.Broken {
			out.Notes = append(out.Notes, brokenName.In(lang, name))
		}
		return out, nil
	}
	return protocol.ComparisonResult{}, &Error{Refused, notDecided.In(lang)}
}

// RestoreRows implements protocol.Engine.
func (e *Engine) RestoreRows(q protocol.RestoreRowsRequest) (protocol.Changes, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	c, err := e.comparison(drift, q.Lang)
	if err != nil {
		return protocol.Changes{}, err
	}
	if err := e.check(c.version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	places := c.drift
	if !q.All {
		places = nil
		for _, i := range q.Rows {
			if i < 0 || i >= len(c.drift) {
				return protocol.Changes{}, &Error{Refused, noSuchRow.In(langOf(q.Lang), i+1)}
			}
			places = append(places, c.drift[i])
		}
	}
	edits, err := compare.Restore(c.doc, places)
	if err != nil {
		return protocol.Changes{}, err
	}
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: len(places), Select: protocol.Range{From: -1, To: -1}}, nil
}

// Agreement implements protocol.Engine.
func (e *Engine) Agreement(q protocol.ComparisonRequest) (protocol.Agreement, error) {
	c, err := e.comparison(annotators, q.Lang)
	if err != nil {
		return protocol.Agreement{}, err
	}
	if c.agreement == nil {
		a := c.both.Agree()
		c.agreement = &a
	}
	lang := langOf(q.Lang)
	var out protocol.Agreement
	add := func(measure string, a, b int, figures compare.Figures) {
		for k, f := range figures {
			one := protocol.AgreementFigure{Measure: measure, A: a, B: b, Thousandths: int(math.Round(1000 * f.Value)), Units: f.Units}
			if syntax.Kind(k) != syntax.NoKind {
				one.Kind = protocol.Kind(syntax.Kind(k).String())
			}
			if !f.Defined() {
				one.Undefined = f.Undefined.In(lang)
			}
			out.Figures = append(out.Figures, one)
		}
	}
	for _, p := range c.agreement.Pairs {
		add("exact", p.A, p.B, p.Exact)
		add("overlap", p.A, p.B, p.Overlap)
		add("kappa", p.A, p.B, p.Kappa)
	}
	add("alpha", 0, 0, c.agreement.Alpha)
	add("unitizing", 0, 0, c.agreement.Unitizing)
	return out, nil
}

// row writes a row as the page shows it.
func (c *comparison) row(i int, lang locale.Lang) protocol.ComparisonRow {
	r := protocol.ComparisonRow{Row: i, State: c.state(i), Choice: int(c.choices[i]), From: -1, To: -1}
	here := 0 // the side that is the document
	if c.older {
		here = 1
	}
	switch c.kind {
	case drift:
		d := c.drift[i]
		r.Sides = []protocol.ComparedSide{sideOf(c.plain[0], d.Plain), sideOf(c.plain[0], d.Plain)}
		r.Sides[1].Text = shorten(d.Base, maxCompared)
		r.From, r.To = unitIn(c.doc, d.Source.Start), unitIn(c.doc, d.Source.End)
	case plainTexts:
		spans := [2]source.Span{c.changes[i].A, c.changes[i].B}
		r.Sides = []protocol.ComparedSide{sideOf(c.plain[0], spans[0]), sideOf(c.plain[1], spans[1])}
		c.place(&r, spans[here])
	case practices:
		p := &c.practices[i]
		r.Says = p.Sentences(lang)
		for side, one := range [2]*compare.Practice{p.Old, p.New} {
			if one == nil {
				r.Sides = append(r.Sides, protocol.ComparedSide{None: true})
				continue
			}
			r.Sides = append(r.Sides, sideOf(c.plain[side], one.Plain))
			if side == here {
				c.place(&r, one.Plain)
			}
		}
	case carry:
		c.carriedRow(&r, &c.carrying.Marks[i])
	case annotators:
		c.annotatedRow(&r, &c.both.Rows[i])
	}
	return r
}

// place sets where a row stands in the document.
func (c *comparison) place(r *protocol.ComparisonRow, plain source.Span) {
	s := compare.SourceOf(c.doc, plain)
	r.From, r.To = unitIn(c.doc, s.Start), unitIn(c.doc, s.End)
}

func (c *comparison) carriedRow(r *protocol.ComparisonRow, m *compare.Carried) {
	r.Score = int(math.Round(100 * m.Score))
	c.place(r, m.Plain)
	mark := []protocol.ComparedMark{compared(m.Mark)}
	old := excerpt(m.Old, m.Plain)
	old.Marks = mark
	r.Sides = []protocol.ComparedSide{old, {None: true}}
	if m.State != compare.Lost {
		r.Sides[1] = excerpt(m.New, m.To)
		r.Sides[1].Marks = mark
	}
}

// excerpt cuts an excerpt at the edges of a span.
func excerpt(x compare.Excerpt, s source.Span) protocol.ComparedSide {
	start := max(0, min(s.Start-x.Plain.Start, len(x.Text)))
	end := max(start, min(s.End-x.Plain.Start, len(x.Text)))
	return beside(x.Text[:start], x.Text[start:end], x.Text[end:], x.CutBefore, x.CutAfter)
}

func (c *comparison) annotatedRow(r *protocol.ComparisonRow, row *compare.Row) {
	r.Of = row.Of
	c.place(r, row.Plain)
	for _, marks := range row.Marks {
		side := sideOf(c.both.Plain, row.Plain)
		side.None = len(marks) == 0
		for _, m := range marks {
			side.Marks = append(side.Marks, compared(m))
		}
		r.Sides = append(r.Sides, side)
	}
}

func compared(m compare.Mark) protocol.ComparedMark {
	return protocol.ComparedMark{Kind: protocol.Kind(m.Kind.String()), Text: shorten(m.Text, maxCompared), Qualifiers: m.Qualifiers}
}

// sideOf shows a span of a plain text with what stands beside it.
func sideOf(plain string, s source.Span) protocol.ComparedSide {
	c := annotate.Clip(plain, s, besideChanged)
	return beside(plain[c.Start:s.Start], plain[s.Start:s.End], plain[s.End:c.End], c.Start > 0, c.End < len(plain))
}

// beside is a text with what stands beside it; an ellipsis says that its line goes on
// where it was cut.
func beside(before, text, after string, cutBefore, cutAfter bool) protocol.ComparedSide {
	if cutBefore && !strings.Contains(before, "\n") {
		before = "…" + before
	}
	if cutAfter && !strings.Contains(after, "\n") {
		after += "…"
	}
	return protocol.ComparedSide{Before: before, Text: shorten(text, maxCompared), After: after}
}
