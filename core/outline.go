package core

import (
	"slices"
	"sort"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// Heading is a heading and what the section under it, with those below it, adds
// up to.
type Heading struct {
	Title string
	Level int // from 1
	// Source is where the heading stands, in bytes of the document's source.
	Source source.Span
	Marks  int
	// Practices are those that were read in the section.
	Practices int
	// Problems are those of all severities. Where a section begins or ends inside of
	// a block, those of the block count with its first section.
	Problems int
	// Handling is the number of sentences that speak of handling data, Covered of
	// those among them that bear marks.
	Handling, Covered int
}

// NumHeadings returns the number of headings.
func (d *Document) NumHeadings() int { return d.cells.Sum().Headings }

// Headings calls yield for the headings from number first on, until yield returns
// false. A section's counts are differences of sums; to find where sections end
// costs a walk over the headings behind.
func (d *Document) Headings(first int, yield func(Heading) bool) {
	type open struct {
		Heading
		at  place
		end sectionSum
	}
	// The rows wanted are few; the walk goes on until the sections of all are closed.
	var rows []open
	pending := 0
	wanted := func() bool { return len(rows) < maxOutline }
	d.headings(first, func(s practice.Sentence, at place) bool {
		for i := len(rows) - 1; i >= 0 && pending > 0; i-- {
			if rows[i].end.closed {
				continue
			}
			if s.Level <= rows[i].Level {
				rows[i].end = d.sumBefore(at)
				pending--
			}
		}
		if wanted() {
			rows = append(rows, open{Heading: Heading{Title: s.Section[len(s.Section)-1], Level: s.Level}, at: at})
			pending++
		}
		return wanted() || pending > 0
	})
	for i := range rows {
		r := &rows[i]
		if !r.end.closed {
			r.end = d.sumBefore(place{d.cells.Len(), 0})
		}
		start := d.sumBefore(r.at)
		r.Marks, r.Practices = r.end.marks-start.marks, r.end.practices-start.practices
		r.Problems = r.end.problems - start.problems
		r.Handling, r.Covered = r.end.handling-start.handling, r.end.covered-start.covered
		c := d.cells.At(r.at.cell)
		r.Source = c.block.SourceOf(c.reading.Sentences[r.at.sentence].Span).Shift(d.cells.Before(r.at.cell).Source.Bytes)
		if !yield(r.Heading) {
			return
		}
	}
}

// maxOutline is how many headings are handed out at once.
const maxOutline = 500

// headings calls yield for the headings from number first on, with their places.
func (d *Document) headings(first int, yield func(s practice.Sentence, at place) bool) {
	unit := func(t *Tally) int { return t.Headings }
	i, before := d.cells.Find(first, unit)
	skip := first - unit(&before)
	d.cells.Where(i, unit, func(i int, c *cell) bool {
		for k, s := range c.reading.Sentences {
			if !s.Heading {
				continue
			}
			if skip > 0 {
				skip--
				continue
			}
			if !yield(s, place{i, k}) {
				return false
			}
		}
		return true
	})
}

// sectionSum is what all before a place adds up to.
type sectionSum struct {
	closed                                        bool
	marks, practices, problems, handling, covered int
}

func (d *Document) sumBefore(at place) sectionSum {
	t := d.cells.Before(at.cell)
	s := sectionSum{true, t.Marks, t.Practices, AllSeverities.count(t.Problems), t.Handling, t.Covered}
	if at.cell < d.cells.Len() {
		for _, x := range d.cells.At(at.cell).reading.Sentences[:at.sentence] {
			s.marks += x.Marks
			s.practices += len(x.Practices)
			if x.Handles && !x.Heading {
				s.handling++
				if x.Marks > 0 {
					s.covered++
				}
			}
		}
	}
	return s
}

// HeadingAt returns the number of the heading whose section holds the byte offset
// at of the source, -1 before the first.
func (d *Document) HeadingAt(at int) int {
	i, before := d.cells.Find(at, func(t *Tally) int { return t.Source.Bytes })
	if i == d.cells.Len() {
		return before.Headings - 1
	}
	n := before.Headings
	c := d.cells.At(i)
	plain := c.block.PlainAt(at - before.Source.Bytes)
	for _, s := range c.reading.Sentences {
		if s.Heading && s.Start <= plain {
			n++
		}
	}
	return n - 1
}

// HeadingNamed returns where the first section with a trail of titles starts, in
// bytes of the source; ok is false when there is none.
func (d *Document) HeadingNamed(trail []string) (at int, ok bool) {
	if parts := d.sectionParts(trail); len(parts) > 0 {
		return d.cells.Before(parts[0].from.cell).Source.Bytes, true
	}
	return 0, false
}

// TrailOf returns the trail of titles that ends with heading n.
func (d *Document) TrailOf(n int) (trail []string) {
	d.headings(n, func(_ practice.Sentence, at place) bool {
		trail = d.trailBefore(place{at.cell, at.sentence + 1})
		return false
	})
	return trail
}

// sectionPart is a stretch of sentences, half-open.
type sectionPart struct{ from, to place }

// sectionParts returns the sections with a trail of titles.
func (d *Document) sectionParts(trail []string) []sectionPart {
	var parts []sectionPart
	var stack []string
	open := len(trail) == 0 // the part before the first heading
	if open {
		parts = append(parts, sectionPart{})
	}
	d.headings(0, func(s practice.Sentence, at place) bool {
		if open && s.Level <= max(1, len(trail)) {
			parts[len(parts)-1].to, open = at, false
		}
		if len(trail) == 0 {
			parts[0].to, open = at, false
			return false
		}
		stack = append(stack[:min(len(stack), s.Level-1)], s.Section[len(s.Section)-1])
		if !open && slices.Equal(stack, trail) {
			parts, open = append(parts, sectionPart{from: at}), true
		}
		return true
	})
	if open {
		parts[len(parts)-1].to = place{d.cells.Len(), 0}
	}
	return parts
}

// holdsSentence reports whether practice k of a cell stands in one of the parts.
func holdsSentence(parts []sectionPart, cell int, r *practice.Reading, k int) bool {
	start := r.Practices[k].Sentence.Start
	at := place{cell, sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].Start >= start })}
	for _, p := range parts {
		if !at.before(p.from) && at.before(p.to) {
			return true
		}
	}
	return false
}

func (a place) before(b place) bool {
	return a.cell < b.cell || a.cell == b.cell && a.sentence < b.sentence
}
