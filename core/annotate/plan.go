package annotate

import (
	"strings"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// plan is a change of the marks of one block: some go, some come, the plain text
// stays. Each verb is one.
type plan struct {
	block   block
	removed []int // indexes of marks
	gone    map[int]bool
	added   []addition
	// requalified gives marks, by index, other qualifiers: the words behind the bar.
	requalified map[int]string
}

// planFor returns a plan that removes marks of a block.
func planFor(b block, removed ...int) *plan {
	p := &plan{block: b}
	for _, i := range removed {
		p.remove(i)
	}
	return p
}

// remove plans that mark i goes.
func (p *plan) remove(i int) {
	if p.gone == nil {
		p.gone = map[int]bool{}
	}
	p.removed = append(p.removed, i)
	p.gone[i] = true
}

// addition is a mark to be made.
type addition struct {
	kind       syntax.Kind
	inner      source.Span // what it holds, in bytes of the block's text
	plain      source.Span // the same in bytes of the plain text
	qualifiers string
}

// add plans a mark around a span of the plain text, outside of the marks that it
// holds and inside of those that hold it.
func (p *plan) add(kind syntax.Kind, plain source.Span, qualifiers string) error {
	b := p.block
	inner := b.SourceOf(plain)
	for i, m := range b.Marks() {
		switch {
		case p.gone[i]:
		case m.Plain.Empty() && (m.Plain.Start == plain.Start || m.Plain.End == plain.End):
			// an empty mark at the edge stays outside
		case m.Plain.Contains(plain):
			if m.Plain.Start == plain.Start {
				inner.Start = max(inner.Start, m.Inner.Start)
			}
		case plain.Contains(m.Plain):
			inner.Start = min(inner.Start, m.Source.Start)
			inner.End = max(inner.End, m.Source.End)
		case m.Plain.Overlaps(plain):
			return refuse(wouldCross, b.MarkText(i))
		}
	}
	p.added = append(p.added, addition{kind, inner, plain, qualifiers})
	return nil
}

// result turns the plan into edits and makes sure that they do what they should.
func (p *plan) result(t syntax.Tree) (Result, error) {
	for _, cautious := range []bool{false, true} {
		edits := p.edits(cautious)
		if p.holds(t, edits) {
			r := Result{Edits: edits, Select: p.selection(edits), Text: p.text()}
			for i := range r.Edits {
				r.Edits[i] = r.Edits[i].Shift(p.block.start)
			}
			r.Select = r.Select.Shift(p.block.start)
			return r, nil
		}
	}
	return Result{}, refuse(notPossible)
}

// edits returns the edits of the block's text. A cautious plan also escapes every
// stray bracket and every bare bar inside a mark, which other brackets could
// otherwise bring to life.
func (p *plan) edits(cautious bool) []source.Edit {
	w := editor{plan: p, cautious: cautious, starts: map[int][]int{}, ends: map[int][]int{}}
	for i, a := range p.added {
		w.starts[a.inner.Start] = append(w.starts[a.inner.Start], i)
		w.ends[a.inner.End] = append(w.ends[a.inner.End], i)
	}
	b := p.block
	mark := 0
	for i := range b.NumTokens() {
		t := b.Token(i)
		w.insertAt(t.Source.Start)
		switch t.Type {
		case syntax.Open:
			w.open = append(w.open, mark)
			w.bracket(mark, t.Source)
			mark++
		case syntax.Close:
			w.qualify(w.open[len(w.open)-1], t.Source)
			w.bracket(w.open[len(w.open)-1], t.Source)
			w.open = w.open[:len(w.open)-1]
		case syntax.Qualifiers:
			w.qualify(w.open[len(w.open)-1], t.Source)
			w.bracket(w.open[len(w.open)-1], t.Source)
		case syntax.Escape:
			if b.Text()[t.Source.Start+1] == '|' && !w.inside(t.Source.Start) {
				w.replace(t.Source.Start, t.Source.Start+1, "")
			}
		case syntax.StrayOpen, syntax.StrayClose:
			if cautious {
				w.replace(t.Source.Start, t.Source.Start, `\`)
			}
		case syntax.Text:
			w.text(t.Source)
		}
		w.backslash = t.Type == syntax.Text && strings.HasSuffix(b.Text()[:t.Source.End], `\`)
	}
	w.insertAt(len(b.Text()))
	return w.edits
}

// editor walks over the tokens of a block and notes the edits of a plan.
type editor struct {
	*plan
	cautious  bool
	starts    map[int][]int // what is added, by where it starts
	ends      map[int][]int // and by where it ends
	open      []int         // marks of the block around here
	backslash bool          // an ordinary backslash stands right before here
	edits     []source.Edit
}

// insertAt notes the brackets that belong at an offset: what ends there first.
func (w *editor) insertAt(at int) {
	var s string
	for _, i := range w.ends[at] {
		a := w.added[i]
		if a.qualifiers != "" {
			s += "|" + a.qualifiers
		}
		s += a.kind.Close()
	}
	for _, i := range w.starts[at] {
		s += w.added[i].kind.Open()
	}
	if s == "" {
		return
	}
	if w.backslash {
		s = `\` + s
	}
	w.replace(at, at, s)
}

// bracket removes what belongs to a removed mark.
func (w *editor) bracket(mark int, s source.Span) {
	if w.gone[mark] {
		w.replace(s.Start, s.End, "")
	}
}

// qualify writes the qualifiers of a mark that gets others. s is what it has, or
// its closing bracket when it has none.
func (w *editor) qualify(mark int, s source.Span) {
	words, changes := w.requalified[mark]
	had := w.block.Marks()[mark].Qualifiers
	switch {
	case !changes:
	case s == had && words == "":
		w.replace(s.Start, s.End, "")
	case s == had:
		w.replace(s.Start, s.End, "|"+words)
	case had.Empty() && words != "":
		bar := "|"
		if w.backslash {
			bar = `\|`
		}
		w.replace(s.Start, s.Start, bar+words)
	}
}

// text notes the insertions in a text token and escapes the bars in it that a
// mark will hold.
func (w *editor) text(s source.Span) {
	text := w.block.Text()
	for at := s.Start; at < s.End; at++ {
		w.backslash = at > s.Start && text[at-1] == '\\'
		if at > s.Start {
			w.insertAt(at)
		}
		if text[at] != '|' || !w.inside(at) || !(w.cautious || len(w.open) == 0 || w.insideAdded(at)) {
			continue
		}
		if w.backslash {
			w.replace(at, at, `\\`)
		} else {
			w.replace(at, at, `\`)
		}
	}
}

// inside reports whether a mark will hold the byte at an offset.
func (w *editor) inside(at int) bool {
	for _, mark := range w.open {
		if !w.gone[mark] {
			return true
		}
	}
	return w.insideAdded(at)
}

func (w *editor) insideAdded(at int) bool {
	for _, a := range w.added {
		if a.inner.Start <= at && at < a.inner.End {
			return true
		}
	}
	return false
}

// replace notes an edit, joined with the one before when the two touch.
func (w *editor) replace(start, end int, text string) {
	if n := len(w.edits); n > 0 && w.edits[n-1].End == start {
		w.edits[n-1].End = end
		w.edits[n-1].Text += text
		return
	}
	w.edits = append(w.edits, source.Edit{Span: source.Span{Start: start, End: end}, Text: text})
}
