package core

import "github.com/policymark/policymark/core/practice"

// Terms returns the names that the document gives to data and to parties, as
// practice.NewTerms makes them of all its blocks. It looks at the blocks that
// define something and, where a name stands for all data above it, at their
// section; and it keeps them until an edit bears on them.
func (d *Document) Terms() *practice.Terms {
	if d.terms == nil {
		d.terms = d.findTerms()
	}
	return d.terms.Terms
}

// terms are those of a document, and the readings that they come from.
type terms struct {
	*practice.Terms
	from map[*practice.Reading]bool
}

// exchanged forgets the terms when they come from cells that are gone, or may come
// from others now.
func (d *Document) exchanged(old, fresh []*cell) {
	for _, c := range old {
		if d.terms != nil && (c.tally.Headings > 0 || d.terms.from[c.reading]) {
			d.terms = nil
		}
	}
	for _, c := range fresh {
		if c.tally.Headings > 0 || c.tally.Definitions > 0 {
			d.terms = nil
		}
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
	from := make(map[*practice.Reading]bool, len(readings))
	for _, r := range readings {
		from[r] = true
	}
	return &terms{practice.NewTerms(readings), from}
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
