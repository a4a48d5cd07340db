package syntax

import (
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
	order := make([]int, len(annotations))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := annotations[order[i]].Plain, annotations[order[j]].Plain
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	w := writer{plain: plain}
	for _, i := range order {
		a := annotations[i]
		w.closeUntil(a.Plain.Start)
		crosses := len(w.open) > 0 && a.Plain.End > w.open[len(w.open)-1].Plain.End
		if crosses || a.Plain.Empty() || holdsBlankLine(plain[a.Plain.Start:a.Plain.End]) {
			refused = append(refused, i)
			continue
		}
		w.bracket(a.Plain.Start, a.Kind.Open())
		w.open = append(w.open, a)
	}
	w.closeUntil(len(plain))
	w.textTo(len(plain), false)
	markup = AsText(w.out.String())
	sort.Ints(refused)
	return markup, refused
}

type writer struct {
	plain string
	done  int // bytes of plain that are written
	open  []Annotation
	out   strings.Builder
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

// holdsBlankLine reports whether text reaches over a line that holds nothing but
// white space.
func holdsBlankLine(text string) bool {
	i := strings.IndexByte(text, '\n')
	for i >= 0 {
		rest := text[i+1:]
		n := strings.IndexByte(rest, '\n')
		if n >= 0 && isBlank(rest[:n]) {
			return true
		}
		if n < 0 {
			return false
		}
		i += 1 + n
	}
	return false
}
