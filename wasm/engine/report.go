package engine

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// The most that one report holds, whatever the page asks for: what it costs must
// not depend on a document's faults.
const (
	maxRows      = 500
	maxMarks     = 20000
	maxSquiggles = 500
	maxTicks     = 1000
	maxChecked   = 512 << 10 // bytes read to check fixes
)

// report says what the page shows.
func (e *Engine) report(v protocol.View) protocol.Report {
	e.inspected = nil
	lang := langOf(v.Lang)
	visible := e.span(v.Visible.From, v.Visible.To)
	e.tell(v, lang)
	r := protocol.Report{
		Version:  e.version,
		Serial:   e.told.serial,
		Length:   e.doc.Tree().Sum().Source.Units,
		Analysed: e.doc.Analysed(),
		Pending:  100 - int(100*e.doc.Done()),
		Counts:   counts(e.doc.Tree().Sum()),
	}
	e.addMarks(&r, visible, v.Depth)
	e.budget = maxChecked
	e.addSquiggles(&r, visible, lang)
	e.addProblems(&r, v, lang)
	e.addPractices(&r, v, lang)
	if r.Analysed {
		e.addStrip(&r, v.Ticks)
	}
	if v.Suggest && r.Analysed {
		e.addSuggestions(&r, v, visible, lang)
	}
	return r
}

// addMarks adds what the editor colours in the visible range, down to a depth; 0
// for all.
func (e *Engine) addMarks(r *protocol.Report, visible source.Span, depth int) {
	r.Marks = make([]protocol.Mark, 0, e.marks+e.marks/8)
	defer func() { e.marks = len(r.Marks) }()
	e.doc.BlocksIn(visible, func(b core.Block) bool {
		ruler := newRuler(b)
		start := b.Before.Source.Bytes
		for i, m := range b.Marks() {
			if m.Source.Start+start > visible.End {
				break
			}
			if m.Source.End+start < visible.Start || depth > 0 && m.Depth >= depth {
				continue
			}
			if len(r.Marks) == maxMarks {
				return false
			}
			mark := protocol.Mark{Kind: protocol.Kind(m.Kind.String()), Depth: m.Depth}
			mark.From = ruler.unit(m.Source.Start)
			mark.InnerTo = ruler.unit(m.Inner.End)
			mark.To = ruler.unit(m.Source.End)
			if b.Reading != nil && i < len(b.Reading.Roles) {
				mark.Role = b.Reading.Roles[i].Name
			}
			r.Marks = append(r.Marks, mark)
		}
		e.addHidden(r, b, ruler, visible.Shift(-start))
		return true
	})
}

// addHidden adds the backslashes of the escapes in a range of the block.
func (e *Engine) addHidden(r *protocol.Report, b core.Block, ruler *ruler, visible source.Span) {
	for i := max(0, b.TokenAt(max(0, visible.Start))); i < b.NumTokens(); i++ {
		t := b.Token(i)
		if t.Source.Start > visible.End || len(r.Hidden) == maxMarks {
			return
		}
		if t.Type == syntax.Escape {
			r.Hidden = append(r.Hidden, ruler.span(source.Span{Start: t.Source.Start, End: t.Source.Start + 1}))
		}
	}
}

func (e *Engine) addSquiggles(r *protocol.Report, visible source.Span, lang locale.Lang) {
	block, ruler := -1, (*ruler)(nil)
	e.doc.ProblemsIn(visible, func(p core.Problem) bool {
		if p.Block.Index != block {
			block, ruler = p.Block.Index, newRuler(p.Block)
		}
		r.Squiggles = append(r.Squiggles, e.problem(ruler, p, lang))
		return len(r.Squiggles) < maxSquiggles
	})
}

// problem returns a problem as the page shows it, with its fixes as long as the
// budget for checking them lasts.
func (e *Engine) problem(ruler *ruler, p core.Problem, lang locale.Lang) protocol.Problem {
	s := ruler.span(p.Span)
	out := protocol.Problem{
		Rule:     p.Rule.Name,
		Severity: severityName(int(p.Severity)),
		From:     s.From,
		To:       s.To,
		Message:  p.Message(lang),
	}
	if e.doc.Analysed() {
		out.Alike = e.doc.Alike(p.Rule)
	}
	for _, f := range p.FixesWithin(&e.budget) {
		out.Fixes = append(out.Fixes, protocol.FixInfo{Title: f.Name(lang), Safe: f.Safe()})
	}
	return out
}

func severityName(i int) protocol.Severity { return protocol.Severity(rule.Severity(i).String()) }

// addStrip adds what falls on each tick of the strip.
func (e *Engine) addStrip(r *protocol.Report, ticks int) {
	strip := e.doc.Strip(min(ticks, maxTicks))
	if r.StripKept = e.told.sameStrip(strip); r.StripKept {
		return
	}
	r.Density = make([]int, 0, 5*len(strip.Densities))
	for at, worst := range strip.Worst {
		if worst > 0 {
			r.Ticks = append(r.Ticks, protocol.Tick{At: at, Severity: severityName(worst - 1)})
		}
	}
	for _, d := range strip.Densities {
		r.Density = append(r.Density, d.Kinds[0], d.Kinds[1], d.Kinds[2], d.Kinds[3], d.Unmarked)
	}
}

// window returns the part of a list of total rows that a page may have.
func window(w protocol.Window, total int) (first, count int) {
	first = max(0, min(w.First, total))
	return first, max(0, min(w.Count, maxRows, total-first))
}
