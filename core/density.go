package core

import "github.com/policymark/policymark/core/source"

// Density is what falls on one tick of an overview: marks by kind, from
// syntax.Actor on, and sentences that speak of handling data but bear no mark.
type Density struct {
	Kinds    [4]int
	Unmarked int
}

// Densities returns what falls on each tick, of so many, from top to bottom. What
// is much shorter than a tick falls on the one where it starts.
func (d *Document) Densities(ticks int) []Density {
	total := d.tree.Sum().Source.Bytes
	if total == 0 || ticks <= 0 {
		return nil
	}
	list := make([]Density, ticks)
	isLong := func(before, of *Tally) bool {
		if of.Source.Bytes*ticks >= total {
			return true
		}
		at := &list[min(ticks-1, before.Source.Bytes*ticks/total)]
		for k := range at.Kinds {
			at.Kinds[k] += of.Kinds[k+1]
		}
		at.Unmarked += of.Handling - of.Covered
		return false
	}
	d.cells.Walk(isLong, func(_ int, before Tally, c *cell) {
		if isLong(&before, c.tally()) {
			d.tellCell(list, before.Source.Bytes, c)
		}
	})
	return list
}

// tellCell fills in a block that is longer than a tick, mark by mark and sentence by
// sentence. A mark fills every tick that it covers.
func (d *Document) tellCell(list []Density, start int, c *cell) {
	total := d.tree.Sum().Source.Bytes
	fill := func(s source.Span, yield func(*Density)) {
		from := (start + s.Start) * len(list) / total
		to := (start + max(s.Start, s.End-1)) * len(list) / total
		for i := from; i <= min(to, len(list)-1); i++ {
			yield(&list[i])
		}
	}
	for _, m := range c.block.Marks() {
		fill(m.Source, func(x *Density) { x.Kinds[m.Kind-1]++ })
	}
	for _, s := range c.reading.Sentences {
		if s.Handles && !s.Heading && s.Marks == 0 {
			fill(c.block.SourceOf(s.Span), func(x *Density) { x.Unmarked++ })
		}
	}
}
