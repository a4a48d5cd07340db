package core

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// Terms returns the names that the document gives to data and to parties, as
// practice.NewTerms makes them of all its blocks. It looks at the blocks that
// define something and, where a name stands for all data above it, at their
// section; so it costs next to nothing in a text that defines little.
func (d *Document) Terms() *practice.Terms {
	unit := func(t *Tally) int { return t.Definitions }
	var readings []*practice.Reading
	known := map[string]bool{}
	next := 0 // first cell that was not looked at
	d.cells.Where(0, unit, func(i int, c *cell) bool {
		fresh, above := false, false
		for _, def := range c.reading.Definitions {
			if key := lexicon.Canonical(def.Term); !known[key] {
				known[key] = true
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
	return practice.NewTerms(readings)
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
