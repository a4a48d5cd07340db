package core

import (
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

// maxReach is the reach of edits of a document that Advance works out: some screens' worth.
const maxReach = 64

// Open reads only the marks of a document, in a small part of the time that Read takes.
// Advance works out its practices and problems, and whatever an edit changes far behind
// itself, as when a title names who acts in all that follows.
func Open(text string, outside rule.Settings) *Document {
	return OpenTree(syntax.Parse(text), outside)
}

// OpenTree is Open for a text that is parsed already.
func OpenTree(tree syntax.Tree, outside rule.Settings) *Document {
	d := &Document{tree: tree, outside: outside, reach: maxReach}
	d.begin()
	return d
}

// Advance does the pending work of up to n more blocks and reports whether none is left.
// The document may be edited between calls. Advance first reads block after block, each
// with the problems that it has by itself, and then looks at all blocks for the problems
// that depend on the others.
func (d *Document) Advance(n int) bool {
	for n > 0 {
		switch d.progress.next() {
		case stepNone:
			return true
		case stepJoin:
			n -= d.joinOn(n)
		case stepRead:
			n -= d.readOn(n)
		case stepLook:
			n -= d.lookOn(n)
		}
	}
	return d.progress.done()
}

// Done returns the share of the work that Advance has done, from 0 to 1.
func (d *Document) Done() float64 { return d.progress.share() }

// readOn reads up to n blocks more, and returns how many it read.
func (d *Document) readOn(n int) int {
	from := d.progress.read
	return d.refresh(syntax.Change{From: from, Inserted: min(n, d.progress.blocks-from)}, 0)
}

// joinOn reads again up to n of the cells to which an edit before them now hands on
// something else, and returns how many it read.
func (d *Document) joinOn(n int) int {
	var in *reading.Context
	joined := d.progress.joined
	if joined > 0 {
		in = d.cells.At(joined - 1).out
	}
	more := 0
	d.cells.From(joined, func(_ int, _ Tally, c *cell) bool {
		if !c.in.Equal(in) {
			return false
		}
		in = c.out
		more++
		return true
	})
	d.progress.joinedOn(more)
	if d.progress.next() != stepJoin {
		d.finish()
		return 0
	}
	return d.refresh(syntax.Change{From: d.progress.joined, Removed: 1, Inserted: 1}, n-1)
}

// lookOn looks at up to n cells for what they have beside the others, and returns at how
// many.
func (d *Document) lookOn(n int) int {
	from := d.progress.looked
	last := from + min(n, d.progress.blocks-from)
	cells := d.cells.Items(from, last)
	d.count(cells, -1)
	for _, c := range cells {
		d.look(c)
	}
	d.count(cells, +1)
	d.cells = d.cells.Splice(from, last, cells)
	d.progress.lookedOn(len(cells))
	d.finish()
	return len(cells)
}

// finish drops what is derived from the whole document, if all of it has just been
// worked out, so that it is derived again from all blocks.
func (d *Document) finish() {
	if !d.progress.done() {
		return
	}
	d.trails, d.strip, d.terms = nil, nil, nil
	if d.hints != nil {
		d.forgetHints()
		d.hints.replace(0, 0, nil, d.cells.Items(0, d.cells.Len()))
	}
}
