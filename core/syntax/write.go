package syntax

import (
	"iter"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/source"
)

// Annotation is a mark to be written.
type Annotation struct {
	Kind Kind
	// Plain is what the mark holds, in bytes of the plain text.
	Plain source.Span
	// Qualifiers are the words behind the bar, without it; "" for none.
	Qualifiers string
}

// Write returns the markup whose plain text is plain and whose marks are
// annotations. Those that cannot be written, because they cross one before them
// or reach over a blank line, are left out and returned by their index. Of equal
// spans the one that comes first holds the others.
func Write(plain string, annotations []Annotation) (markup string, refused []int) {
	w := writer{plain: plain, annotations: annotations, order: make([]int, len(annotations)), refused: make([]bool, len(annotations))}
	for i, a := range annotations {
		w.order[i] = i
		w.refused[i] = a.Plain.Empty()
	}
	sort.SliceStable(w.order, func(i, j int) bool {
		a, b := annotations[w.order[i]].Plain, annotations[w.order[j]].Plain
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	crossing := w.write()
	for w.refuseTorn(crossing) {
		crossing = w.write()
	}
	for i, r := range w.refused {
		if r || crossing[i] {
			refused = append(refused, i)
		}
	}
	return AsText(w.out.String()), refused
}

type writer struct {
	plain       string
	annotations []Annotation
	order       []int  // of annotations, as their brackets open
	refused     []bool // annotations, whatever the others are
	done        int    // bytes of plain that are written
	open        []Annotation
	out         strings.Builder
}

// write writes the annotations that are not refused, and says which of them cross
// others.
func (w *writer) write() (crossing []bool) {
	w.done, w.open = 0, nil
	w.out.Reset()
	crossing = make([]bool, len(w.annotations))
	for _, i := range w.order {
		if w.refused[i] {
			continue
		}
		a := w.annotations[i]
		w.closeUntil(a.Plain.Start)
		if len(w.open) > 0 && a.Plain.End > w.open[len(w.open)-1].Plain.End {
			crossing[i] = true
			continue
		}
		w.bracket(a.Plain.Start, a.Kind.Open())
		w.open = append(w.open, a)
	}
	w.closeUntil(len(w.plain))
	w.textTo(len(w.plain), false)
	return crossing
}

// refuseTorn refuses the annotations that reach over a line which is blank in what
// was written, and reports whether there are any. A line that is blank in the plain
// text is not when another annotation has a bracket there.
func (w *writer) refuseTorn(crossing []bool) (any bool) {
	var brackets []int // where they stand in plain, in order; made when first asked for
	for i, a := range w.annotations {
		if w.refused[i] || crossing[i] {
			continue
		}
		for line := range blankLines(w.plain[a.Plain.Start:a.Plain.End]) {
			if brackets == nil {
				brackets = w.brackets(crossing)
			}
			k := sort.SearchInts(brackets, a.Plain.Start+line.Start)
			if k == len(brackets) || brackets[k] > a.Plain.Start+line.End {
				w.refused[i], any = true, true
				break
			}
		}
	}
	return any
}

func (w *writer) brackets(crossing []bool) []int {
	var list []int
	for i, a := range w.annotations {
		if !w.refused[i] && !crossing[i] {
			list = append(list, a.Plain.Start, a.Plain.End)
		}
	}
	sort.Ints(list)
	return list
}

// closeUntil closes the open marks that end at or before the byte offset at.
func (w *writer) closeUntil(at int) {
	for len(w.open) > 0 {
		a := w.open[len(w.open)-1]
		if a.Plain.End > at {
			return
		}
		if a.Qualifiers == "" {
			w.bracket(a.Plain.End, a.Kind.Close())
		} else {
			w.bracket(a.Plain.End, string(barByte)+a.Qualifiers+a.Kind.Close())
		}
		w.open = w.open[:len(w.open)-1]
	}
}

func (w *writer) bracket(at int, s string) {
	w.textTo(at, true)
	w.out.WriteString(s)
}

func (w *writer) textTo(at int, bracket bool) {
	appendEscaped(&w.out, w.plain[w.done:at], len(w.open) > 0, bracket)
	w.done = at
}

// blankLines returns the lines of text that hold nothing but white space, between two
// line ends each, without these.
func blankLines(text string) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		start := strings.IndexByte(text, '\n') + 1
		for start > 0 {
			n := strings.IndexByte(text[start:], '\n')
			if n < 0 || isBlank(text[start:start+n]) && !yield(source.Span{Start: start, End: start + n}) {
				return
			}
			start += n + 1
		}
	}
}
