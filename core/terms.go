package core

import (
	"slices"

	"github.com/policymark/policymark/core/practice"
)

// Terms returns the names that the document gives to data and to parties, as
// practice.NewTerms makes them of all its blocks. It looks at the blocks that
// define something and, where a name stands for all data above it, at their
// section; and it keeps them until an edit bears on them.
func (d *Document) Terms() *practice.Terms {
	if d.terms == nil {
		d.terms = d.findTerms()
	}
	if d.terms.Terms == nil {
		d.terms.Terms = practice.NewTerms(d.terms.readings)
	}
	return d.terms.Terms
}

// terms are those of a document, nil until somebody asks for them, and the readings
// that they come from, each once.
type terms struct {
	*practice.Terms
	readings []*practice.Reading
	at       map[*practice.Reading]int
}

// exchanged forgets the terms when they come from cells that are gone, or may come
// from others now. Where a cell names the same as the one before it in its place, they
// come from it instead.
func (d *Document) exchanged(old, fresh []*cell) {
	if d.terms == nil {
		return
	}
	if slices.EqualFunc(old, fresh, namesAlike) {
		for i, c := range fresh {
			d.terms.replace(old[i].reading, c.reading)
		}
		return
	}
	bears := func(c *cell) bool {
		_, found := d.terms.at[c.reading]
		return found || c.counts.headings > 0
	}
	names := func(c *cell) bool { return c.counts.headings > 0 || len(c.reading.Definitions) > 0 }
	if slices.ContainsFunc(old, bears) || slices.ContainsFunc(fresh, names) {
		d.terms = nil
	}
}

// namesAlike reports whether terms come from the one cell as from the other.
func namesAlike(a, b *cell) bool {
	return (a.counts.headings > 0) == (b.counts.headings > 0) &&
		slices.EqualFunc(a.reading.Definitions, b.reading.Definitions, func(a, b practice.Definition) bool {
			return a.Above == b.Above && a.Key() == b.Key()
		})
}

func (t *terms) replace(old, fresh *practice.Reading) {
	if i, found := t.at[old]; found {
		delete(t.at, old)
		t.at[fresh] = i
		t.readings[i] = fresh
		t.Terms = nil
	}
}

func (d *Document) findTerms() *terms {
	unit := func(t *Tally) int { return t.Definitions }
	var readings []*practice.Reading
	known := map[string]bool{}
	next := 0 // first cell that was not looked at
	d.cells.Where(0, unit, func(i int, c *cell) bool {
		fresh, above := false, false
		for _, def := range c.reading.Definitions {
			if !known[def.Key()] {
				known[def.Key()] = true
				fresh, above = true, above || def.Above
			}
		}
		if fresh {
			first := i
			if above {
				first = d.sectionStart(i, next)
			}
			for _, c := range d.cells.Items(first, i+1) {
				readings = append(readings, c.reading)
			}
		}
		next = i + 1
		return true
	})
	at := make(map[*practice.Reading]int, len(readings))
	for i, r := range readings {
		at[r] = i
	}
	return &terms{nil, readings, at}
}

// sectionStart returns the index of the cell with the last heading before cell i,
// limit when there is none from there on.
func (d *Document) sectionStart(i, limit int) int {
	for i--; i >= limit; i-- {
		for _, s := range d.cells.At(i).reading.Sentences {
			if s.Heading {
				return i
			}
		}
	}
	return limit
}
