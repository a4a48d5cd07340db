// Package core is Policymark without a face: a Document that keeps the reading of
// a text, its practices and its problems, up to date with its edits.
package core

import (
	"fmt"
	"maps"
	"math"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/sequence"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// MaxAnalysed is the size in bytes of source up to which practices and problems
// are worked out. Past it a document is still read as marks.
const MaxAnalysed = 12 << 20

// Document is a text, what it says, and what is wrong with it. The zero value is
// not usable; Read makes one. It is not safe for concurrent use.
type Document struct {
	tree  syntax.Tree
	cells sequence.Of[*cell, Tally] // one for each block that was read, the first ones

	progress progress
	reach    int // so many blocks behind an edit follow it at once

	index  *rule.Index
	alike  map[*rule.Rule]int
	trails map[place][]string // of titles, see Section
	filter *Filter            // the last one asked for, see Choose
	hints  *hints             // nil until somebody asks for suggestions

	terms   *terms // nil until somebody asks for them
	strip   *strip // the last one asked for, nil when more than the text was changed
	stirred int    // bytes that edits took away and put in

	// outside are the settings that the document lies in; its front matter goes
	// before them. levels are those of both together.
	outside  rule.Settings
	front    string
	fronts   int // how many front matters there were
	settings rule.Settings
	faults   []rule.Fault
	levels   map[*rule.Rule]rule.Severity // other than the rule's own
	ignored  map[string]bool              // "rule place"
}

// Tally is what the blocks of a document add up to. The zero value is that of no
// block.
type Tally struct {
	syntax.Total
	Practices   int
	Definitions int // names that the text gives to data and parties
	Headings    int
	// Handling counts the sentences that speak of handling data, and Covered those
	// of them that bear marks; see practice.Coverage.
	Handling, Covered int
	Problems          [rule.NumSeverities]int // by severity
}

// AddTo adds the tally to a sum.
func (t Tally) AddTo(sum *Tally) {
	t.Total.AddTo(&sum.Total)
	sum.Practices += t.Practices
	sum.Definitions += t.Definitions
	sum.Headings += t.Headings
	sum.Handling += t.Handling
	sum.Covered += t.Covered
	for i, n := range t.Problems {
		sum.Problems[i] += n
	}
}

// cell is a block and what is known of it.
type cell struct {
	block   *syntax.Block
	in, out *reading.Context // what the block was given and hands on
	reading *practice.Reading
	site    *rule.Site
	alone   []rule.Diagnostic // that the block by itself has
	across  []rule.Diagnostic // that it has beside the others
	found   []Finding         // of both, those that the settings let through
	passed  []Finding         // those that are ignored
	counts  counts
	asked   *asked // what somebody asked of the cell, nil for nothing
}

// counts are those of a Tally that a block has beside its total.
type counts struct {
	headings, handling, covered int32
	problems                    [rule.NumSeverities]int32
}

// asked is what was worked out of a cell when somebody asked for it.
type asked struct {
	fixes  []keptFixes // of found
	chosen []int       // practices that a filter chooses
	filter *Filter     // that chosen is of, nil for none
}

// Finding is a diagnostic and how bad the settings take it to be.
type Finding struct {
	rule.Diagnostic
	Severity rule.Severity
}

// AddTo adds the cell to its document's tally. A cell whose counts change is put into
// the sequence again.
func (c *cell) AddTo(sum *Tally) {
	c.block.AddTo(&sum.Total)
	sum.Practices += len(c.reading.Practices)
	sum.Definitions += len(c.reading.Definitions)
	sum.Headings += int(c.counts.headings)
	sum.Handling += int(c.counts.handling)
	sum.Covered += int(c.counts.covered)
	for i, n := range c.counts.problems {
		sum.Problems[i] += int(n)
	}
}

// tally returns the cell's own.
func (c *cell) tally() *Tally {
	t := new(Tally)
	c.AddTo(t)
	return t
}

// answers returns the cell's place for what somebody asks of it.
func (c *cell) answers() *asked {
	if c.asked == nil {
		c.asked = new(asked)
	}
	return c.asked
}

func newCell(b *syntax.Block, in *reading.Context) *cell {
	c := &cell{block: b, in: in}
	c.reading, c.out = reading.Block(b, in)
	c.site = rule.NewSite(b, c.reading)
	c.site.Note(rules.Note)
	c.alone = c.site.Run(rules.All)
	for i := range c.reading.Sentences {
		switch s := &c.reading.Sentences[i]; {
		case s.Heading:
			c.counts.headings++
		case s.Handles:
			c.counts.handling++
			if s.Marks > 0 {
				c.counts.covered++
			}
		}
	}
	return c
}

// Read reads a document.
func Read(text string) *Document { return ReadWith(text, rule.Settings{}) }

// ReadWith reads a document that lies in settings, as those of a workspace. Its
// own front matter goes before them.
func ReadWith(text string, outside rule.Settings) *Document {
	d := Open(text, outside)
	d.reach = math.MaxInt
	d.Advance(math.MaxInt)
	return d
}

// begin forgets everything but the tree.
func (d *Document) begin() {
	d.progress = progress{}
	if d.isAnalysable() {
		d.progress.blocks = d.tree.Len()
	}
	d.cells = sequence.Of[*cell, Tally]{}
	d.index = rule.NewIndex()
	d.alike = map[*rule.Rule]int{}
	d.strip, d.terms = nil, nil
	d.forgetHints()
	d.takeSettings()
}

// Analysed reports whether practices and problems are worked out, which they are
// not for a text of more than MaxAnalysed bytes, nor while some are pending: then
// there are those of the first blocks.
func (d *Document) Analysed() bool { return d.progress.done() && d.isAnalysable() }

func (d *Document) isAnalysable() bool { return d.tree.Sum().Source.Bytes <= MaxAnalysed }

// Tree returns the document as it was read.
func (d *Document) Tree() syntax.Tree { return d.tree }

// Tally returns the document's counts. Those of marks and sizes are of all of it,
// the others of what is worked out.
func (d *Document) Tally() Tally {
	t := d.cells.Sum()
	t.Total = d.tree.Sum()
	return t
}

// Apply edits the text. Edits are in bytes of the source, in order and apart. On
// an error nothing has changed.
func (d *Document) Apply(edits []source.Edit) error {
	if err := source.CheckEdits(d.tree.Sum().Source.Bytes, edits); err != nil {
		return fmt.Errorf("cannot edit the document: %w", err)
	}
	d.trails = nil
	// From the last to the first, so that offsets stay true.
	for i := len(edits) - 1; i >= 0; i-- {
		was := d.isAnalysable()
		tree, change, err := d.tree.Edit(edits[i])
		if err != nil {
			return fmt.Errorf("cannot edit the document: %w", err)
		}
		d.tree = tree
		d.stirred += edits[i].End - edits[i].Start + len(edits[i].Text)
		switch {
		case was != d.isAnalysable():
			d.begin()
		case was:
			d.refresh(change, d.reach)
		}
	}
	if d.reach == math.MaxInt {
		d.Advance(math.MaxInt)
	}
	return nil
}

// refresh reads the blocks that changed, and those behind them to which they now
// hand on something else, up to reach of them: the rest is pending then. It returns how
// many it read.
func (d *Document) refresh(change syntax.Change, reach int) int {
	known := d.cells.Len()
	if change.From > known {
		d.progress.blocks = d.tree.Len()
		return 0 // not read yet
	}
	first := change.From
	fresh, behind, isFollowed := d.readAgain(change, reach)
	old := d.cells.Items(first, behind)
	stale := d.index.Replace(sites(old), sites(fresh))
	wasDone := d.progress.done()
	lookNow := d.progress.replace(first, len(old), len(fresh), d.tree.Len(), isFollowed)
	d.count(old, -1)
	for _, c := range fresh {
		if lookNow {
			d.look(c)
		} else {
			d.settle(c)
		}
	}
	d.count(fresh, +1)
	d.cells = d.cells.Splice(first, behind, fresh)
	d.exchanged(old, fresh)
	switch isDone := d.progress.done(); {
	case wasDone && isDone && d.hints != nil:
		d.hints.replace(first, behind, old, fresh)
	case wasDone && !isDone:
		d.forgetHints()
	}
	if len(stale) > 0 && d.progress.looked > 0 {
		d.lookAgain(stale)
	}
	if !wasDone {
		d.finish()
	}
	d.followFrontMatter()
	return len(fresh)
}

// readAgain reads the blocks that changed, and up to reach of the known ones behind
// them, as far as these are handed on something else than before. It returns cells for
// all of them, the index of the first cell that stays, and whether that cell, if there
// is one, is handed on what it was.
func (d *Document) readAgain(change syntax.Change, reach int) (fresh []*cell, behind int, isFollowed bool) {
	first, known := change.From, d.cells.Len()
	behind = min(first+change.Removed, known)
	isFollowed = true
	var in *reading.Context
	if first > 0 {
		in = d.cells.At(first - 1).out
	}
	d.tree.From(first, func(i int, _ syntax.Total, b *syntax.Block) bool {
		if i >= first+change.Inserted {
			if behind == known || d.cells.At(behind).in.Equal(in) {
				return false
			}
			if reach == 0 {
				isFollowed = false
				return false
			}
			reach--
			behind++
		}
		c := newCell(b, in)
		fresh = append(fresh, c)
		in = c.out
		return true
	})
	return fresh, behind, isFollowed
}

// followFrontMatter takes the settings of the front matter anew if that has changed.
func (d *Document) followFrontMatter() {
	if d.frontMatter() == d.front {
		return
	}
	d.fronts++
	levels, ignored := d.levels, d.ignored
	d.takeSettings()
	if !maps.Equal(levels, d.levels) || !maps.Equal(ignored, d.ignored) {
		d.settleAll()
	}
}

func sites(cells []*cell) []*rule.Site {
	list := make([]*rule.Site, len(cells))
	for i, c := range cells {
		list[i] = c.site
	}
	return list
}

// count keeps the number of findings by rule.
func (d *Document) count(cells []*cell, n int) {
	for _, c := range cells {
		for i := range c.found {
			d.alike[c.found[i].Rule] += n
		}
	}
}

// look runs the rules that need the index over a cell.
func (d *Document) look(c *cell) {
	c.across = c.site.RunAcross(rules.All, d.index)
	d.settle(c)
}

// lookAgain does so for the cells that an edit elsewhere bears on. They are found
// by a walk over all, for none knows its place; that is rare, as counts past a few
// change no answer.
func (d *Document) lookAgain(stale []*rule.Site) {
	wanted := make(map[*rule.Site]bool, len(stale))
	for _, s := range stale {
		wanted[s] = true
	}
	d.strip = nil
	var changed []int
	d.cells.From(0, func(i int, _ Tally, c *cell) bool {
		if i == d.progress.looked {
			return false
		}
		if wanted[c.site] {
			before := c.counts
			d.count([]*cell{c}, -1)
			d.look(c)
			d.count([]*cell{c}, +1)
			if c.counts != before {
				changed = append(changed, i)
			}
		}
		return true
	})
	d.measure(changed)
}

// maxSplices is how many runs of cells are measured again by themselves, at most.
const maxSplices = 16

// measure measures the cells at these indices again. The indices are in order.
func (d *Document) measure(changed []int) {
	var runs []source.Span
	for _, i := range changed {
		if k := len(runs) - 1; k >= 0 && i-runs[k].End < 32 {
			runs[k].End = i + 1
		} else {
			runs = append(runs, source.Span{Start: i, End: i + 1})
		}
	}
	if len(runs) > maxSplices {
		runs = []source.Span{{End: d.cells.Len()}}
	}
	for _, r := range runs {
		d.cells = d.cells.Splice(r.Start, r.End, d.cells.Items(r.Start, r.End))
	}
}
