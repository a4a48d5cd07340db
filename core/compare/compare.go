// Package compare sets two texts beside each other: a document and the text that
// it was published as, an annotated version and a newer text, the annotations of
// several people.
//
// It takes values and gives values, and keeps nothing. Positions are bytes: of a
// document's plain text where a span is called Plain, of its source where it is
// called Source. No difference ever splits a grapheme cluster, so a combining mark,
// an emoji sequence or a CRLF is changed whole or not at all.
//
// Answers are the same on every machine: nothing looks at a clock, and what would
// take too long is bounded by counting. Past a bound a difference is given more
// coarsely, never wrongly.
package compare

import (
	"errors"
	"iter"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Progress is called now and then while something is worked out, with how much of
// it is done; done and total have no unit. When it returns false the work ends with
// ErrCancelled. A nil Progress is never called.
type Progress func(done, total int) bool

// ErrCancelled is the error of what a Progress has ended.
var ErrCancelled = errors.New("cancelled")

// Version is a document with its practices, as the functions of this package that
// speak of practices take it.
type Version struct {
	Tree syntax.Tree
	// Readings has one reading for each block of Tree.
	Readings []*practice.Reading
}

// NewVersion returns a document and its readings, one for each block; with nil the
// blocks are read.
func NewVersion(t syntax.Tree, readings []*practice.Reading) Version {
	if readings == nil {
		readings = reading.All(t)
	}
	return Version{t, readings}
}

// Mark is a mark of a document.
type Mark struct {
	Kind syntax.Kind
	// Plain is the text that it holds, in bytes of the document's plain text, and
	// Text the same as words.
	Plain source.Span
	Text  string
	// Qualifiers are the words behind its bar, without it; "" for none.
	Qualifiers string
}

// annotation returns the mark as it is written.
func (m Mark) annotation() syntax.Annotation {
	return syntax.Annotation{Kind: m.Kind, Plain: m.Plain, Qualifiers: m.Qualifiers}
}

// Marks returns the marks of a document in the order of their opening brackets.
func Marks(t syntax.Tree) []Mark {
	list := make([]Mark, 0, t.Sum().Marks)
	t.From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
		for i, m := range b.Marks() {
			list = append(list, Mark{m.Kind, m.Plain.Shift(before.Plain.Bytes), b.MarkText(i), qualifiersOf(b, i)})
		}
		return true
	})
	return list
}

// qualifiersOf returns the words behind the bar of mark i of a block.
func qualifiersOf(b *syntax.Block, i int) string {
	s := b.Marks()[i].Qualifiers
	if s.Empty() {
		return ""
	}
	return b.Text()[s.Start+1 : s.End]
}

// Task is work done in steps, for who must not wait: Start it, then call Next until
// it returns false, and take the Result. A task that is given up must be stopped.
// It is not safe for concurrent use.
type Task[T any] struct {
	next        func() ([2]int, bool)
	stop        func()
	done, total int
	result      T
	err         error
}

// Start returns do as a task. Nothing is done before the first Next.
func Start[T any](do func(Progress) (T, error)) *Task[T] {
	t := &Task[T]{err: ErrCancelled}
	t.next, t.stop = iter.Pull(func(yield func([2]int) bool) {
		result, err := do(func(done, total int) bool { return yield([2]int{done, total}) })
		t.result, t.err = result, err
	})
	return t
}

// Next does one more step and reports whether there is more to do.
func (t *Task[T]) Next() bool {
	p, more := t.next()
	if more {
		t.done, t.total = p[0], p[1]
	}
	return more
}

// Progress returns how much is done.
func (t *Task[T]) Progress() (done, total int) { return t.done, t.total }

// Stop gives the task up. It may be called at any time, and more than once.
func (t *Task[T]) Stop() { t.stop() }

// Result returns what came of the task, ErrCancelled when it is not at its end.
func (t *Task[T]) Result() (T, error) { return t.result, t.err }
