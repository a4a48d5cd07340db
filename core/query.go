package core

import (
	"slices"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Block is a block of a document and where it stands.
type Block struct {
	*syntax.Block
	// Index is its number among the blocks, and Before the total of all before it.
	Index   int
	Before  syntax.Total
	Reading *practice.Reading // nil when the document is not analysed
}

// Problem is one place where a rule found something.
type Problem struct {
	*Finding
	Block Block
	doc   *Document
	cell  *cell
	index int
}

// Fixes returns the fixes that hold there, and behind them one that passes over
// the problem from now on.
func (p Problem) Fixes() []rule.Fix {
	if k := p.keptFixes(); k != nil {
		return k.fixes
	}
	c, a := p.cell, p.cell.answers()
	if a.fixes == nil {
		a.fixes = make([]keptFixes, len(c.found))
	}
	fixes := c.found[p.index].Fixes(c.block, p.doc.index)
	a.fixes[p.index] = keptFixes{append(append(make([]rule.Fix, 0, len(fixes)+1), fixes...), p.ignore()...), p.generation()}
	return a.fixes[p.index].fixes
}

// keptFixes are the fixes of a problem, and the generation that they are of.
type keptFixes struct {
	fixes []rule.Fix
	at    int
}

// keptFixes returns the fixes that were worked out and still hold, nil when there are
// none.
func (p Problem) keptFixes() *keptFixes {
	a := p.cell.asked
	if a == nil || a.fixes == nil || a.fixes[p.index].fixes == nil || a.fixes[p.index].at != p.generation() {
		return nil
	}
	return &a.fixes[p.index]
}

// generation is a number that changes whenever the fixes may, as long as the block
// stays.
func (p Problem) generation() int {
	if p.AsksIndex() {
		return p.doc.fronts + p.doc.index.Generation()
	}
	return p.doc.fronts
}

// FixesWithin returns the fixes as Fixes does as long as budget lasts, the number
// of bytes that may still be read to check them; past it, those that were checked
// before, else none. It keeps what a report costs apart from how many faults a
// block has.
func (p Problem) FixesWithin(budget *int) []rule.Fix {
	if p.keptFixes() == nil {
		if *budget <= 0 {
			return nil
		}
		*budget -= p.cell.block.Size().Bytes * p.NumFixes()
	}
	return p.Fixes()
}

// Source returns where the problem stands, in bytes of the document's source.
func (p Problem) Source() source.Span { return p.Span.Shift(p.Block.Before.Source.Bytes) }

// Edits returns the edits of one of its fixes, in bytes of the document's source.
func (p Problem) Edits(f rule.Fix) []source.Edit {
	edits := make([]source.Edit, len(f.Edits))
	start := p.Block.Before.Source.Bytes
	if f.Document {
		start = 0
	}
	for i, e := range f.Edits {
		edits[i] = e.Shift(start)
	}
	return edits
}

// Alike returns the number of problems of a rule.
func (d *Document) Alike(r *rule.Rule) int { return d.alike[r] }

// Severities is a set of severities. The zero value holds none.
type Severities [rule.NumSeverities]bool

// AllSeverities holds all of them.
var AllSeverities = Severities{true, true, true}

// count returns how many of problems, counted by severity, are in the set.
func (s Severities) count(problems [rule.NumSeverities]int) int {
	n := 0
	for i, in := range s {
		if in {
			n += problems[i]
		}
	}
	return n
}

// CountProblems returns the number of problems of some severities.
func (d *Document) CountProblems(s Severities) int { return s.count(d.Tally().Problems) }

// Problems calls yield for the problems of some severities in the order of the
// text, from number first on, until yield returns false.
func (d *Document) Problems(s Severities, first int, yield func(Problem) bool) {
	unit := func(t *Tally) int { return s.count(t.Problems) }
	if s == (Severities{}) || first >= s.count(d.cells.Sum().Problems) {
		return
	}
	i, before := d.cells.Find(first, unit)
	skip := first - unit(&before)
	d.cells.From(i, func(i int, before Tally, c *cell) bool {
		return c.problems(d, i, before, func(p Problem) bool {
			if !s[p.Severity] {
				return true
			}
			if skip > 0 {
				skip--
				return true
			}
			return yield(p)
		})
	})
}

// ProblemsIn calls yield for the problems that touch a range of the source, in
// bytes, until yield returns false.
func (d *Document) ProblemsIn(r source.Span, yield func(Problem) bool) {
	d.blocksIn(r, func(i int, before Tally, c *cell) bool {
		return c.problems(d, i, before, func(p Problem) bool {
			if s := p.Source(); s.End < r.Start || s.Start > r.End {
				return true
			}
			return yield(p)
		})
	})
}

func (c *cell) problems(d *Document, i int, before Tally, yield func(Problem) bool) bool {
	b := Block{c.block, i, before.Total, c.reading}
	for k := range c.found {
		if !yield(Problem{&c.found[k], b, d, c, k}) {
			return false
		}
	}
	return true
}

// blocksIn calls yield for the cells that touch a range of the source, in bytes.
func (d *Document) blocksIn(r source.Span, yield func(i int, before Tally, c *cell) bool) {
	i, _ := d.cells.Find(r.Start, func(t *Tally) int { return t.Source.Bytes })
	d.cells.From(max(0, i-1), func(i int, before Tally, c *cell) bool {
		if before.Source.Bytes > r.End {
			return false
		}
		if before.Source.Bytes+c.block.Size().Bytes < r.Start {
			return true
		}
		return yield(i, before, c)
	})
}

// Practice is a practice and the block that its action stands in.
type Practice struct {
	*practice.Practice
	Block Block
}

// Practices calls yield for the practices in the order of the text, from number
// first on, until yield returns false.
func (d *Document) Practices(first int, yield func(Practice) bool) {
	unit := func(t *Tally) int { return t.Practices }
	i, before := d.cells.Find(first, unit)
	skip := first - before.Practices
	d.cells.From(i, func(i int, before Tally, c *cell) bool {
		b := Block{c.block, i, before.Total, c.reading}
		for k := min(skip, len(c.reading.Practices)); k < len(c.reading.Practices); k++ {
			if !yield(Practice{&c.reading.Practices[k], b}) {
				return false
			}
		}
		skip = 0
		return true
	})
}

// PracticeAt returns the number of the practice whose words hold the byte offset
// at of the source, -1 when there is none. Of several it is the one whose action
// is nearest.
func (d *Document) PracticeAt(at int) int {
	found := -1
	d.blocksIn(source.Span{Start: at, End: at}, func(_ int, before Tally, c *cell) bool {
		plain := c.block.PlainAt(at - before.Source.Bytes)
		best := 0
		for k, p := range c.reading.Practices {
			if plain < p.Span.Start || plain > p.Span.End || c.block.Size().Bytes+before.Source.Bytes == at {
				continue
			}
			distance := max(p.Action.Place.Start-plain, plain-p.Action.Place.End, 0)
			if found < 0 || distance < best {
				found, best = before.Practices+k, distance
			}
		}
		return found < 0
	})
	return found
}

// BlocksIn calls yield for the blocks that touch a range of the source, in bytes,
// whether they were read for practices or not.
func (d *Document) BlocksIn(r source.Span, yield func(Block) bool) {
	i, _ := d.tree.Find(r.Start, syntax.SourceBytes)
	d.tree.From(max(0, i-1), func(i int, before syntax.Total, b *syntax.Block) bool {
		if before.Source.Bytes > r.End {
			return false
		}
		if before.Source.Bytes+b.Size().Bytes < r.Start {
			return true
		}
		block := Block{Block: b, Index: i, Before: before}
		if i < d.cells.Len() {
			block.Reading = d.cells.At(i).reading
		}
		return yield(block)
	})
}

// Locate returns where a place of a practice stands in the document, given the
// block that the practice is in: places are mostly there or shortly before. ok is
// false for nowhere.
func (d *Document) Locate(p practice.Place, near Block) (b Block, ok bool) {
	if p.Block == nil {
		return Block{}, false
	}
	if p.Block == near.Block {
		return near, true
	}
	i := near.Index - 1
	for ; i >= 0; i-- {
		if d.tree.At(i) == p.Block {
			return Block{Block: p.Block, Index: i, Before: d.tree.Before(i)}, true
		}
	}
	return Block{}, false
}

// Overview calls yield for the problems of the whole document with the tick, of
// so many from top to bottom, on which each falls. Of a
// block much shorter than a tick only the worst problem is given.
func (d *Document) Overview(ticks int, yield func(tick int, worst rule.Severity)) {
	total := d.tree.Sum().Source.Bytes
	isLong := func(before, of *Tally) bool {
		if AllSeverities.count(of.Problems) == 0 {
			return false
		}
		if of.Source.Bytes*ticks >= total {
			return true
		}
		worst := slices.IndexFunc(of.Problems[:], func(n int) bool { return n > 0 })
		yield(before.Source.Bytes*ticks/total, rule.Severity(worst))
		return false
	}
	d.cells.Walk(isLong, func(_ int, before Tally, c *cell) {
		if !isLong(&before, c.tally()) {
			return
		}
		for k := range c.found {
			at := before.Source.Bytes + c.found[k].Span.Start
			yield(min(ticks-1, at*ticks/total), c.found[k].Severity)
		}
	})
}

// CountProblemsBefore returns the number of problems of some severities that
// start before the byte offset at of the source, and right there too unless
// exclusive.
func (d *Document) CountProblemsBefore(s Severities, at int, exclusive bool) int {
	i, before := d.cells.Find(at, func(t *Tally) int { return t.Source.Bytes })
	n := s.count(before.Problems)
	if i == d.cells.Len() {
		return n
	}
	c := d.cells.At(i)
	for k := range c.found {
		start := before.Source.Bytes + c.found[k].Span.Start
		if s[c.found[k].Severity] && (start < at || start == at && !exclusive) {
			n++
		}
	}
	return n
}
