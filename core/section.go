package core

import (
	"slices"
	"sort"

	"github.com/policymark/policymark/core/practice"
)

// Section returns the titles of the sections that a practice lies in, from the
// outermost to the innermost, as the headings are worded now. The practice's own
// field keeps the wording that its block was read with.
func (d *Document) Section(p Practice) []string {
	sentences := p.Block.Reading.Sentences
	at := sort.Search(len(sentences), func(i int) bool { return sentences[i].Start >= p.Sentence.Start })
	return d.trailBefore(place{p.Block.Index, at})
}

// place is a sentence of a document: the number of its cell, and its own in there.
type place struct{ cell, sentence int }

// trailBefore returns the trail of titles that the last heading before a place
// ends. It is kept until the text changes.
func (d *Document) trailBefore(at place) []string {
	s, at, ok := d.headingBefore(at)
	if !ok {
		return nil
	}
	if trail, known := d.trails[at]; known {
		return trail
	}
	trail := []string{s.Section[len(s.Section)-1]}
	if s.Level > 1 {
		for up, ok := at, true; ok; {
			var parent practice.Sentence
			if parent, up, ok = d.headingBefore(up); ok && parent.Level == s.Level-1 {
				trail = append(slices.Clone(d.trailBefore(place{up.cell, up.sentence + 1})), trail...)
				break
			}
		}
	}
	if d.trails == nil {
		d.trails = map[place][]string{}
	}
	d.trails[at] = trail
	return trail
}

// headingBefore returns the last heading before a place, and where it stands. ok
// is false when there is none.
func (d *Document) headingBefore(at place) (s practice.Sentence, where place, ok bool) {
	for {
		sentences := d.cells.At(at.cell).reading.Sentences
		for i := min(at.sentence, len(sentences)) - 1; i >= 0; i-- {
			if sentences[i].Heading {
				return sentences[i], place{at.cell, i}, true
			}
		}
		if at.cell, ok = d.headingCell(at.cell); !ok {
			return s, place{}, false
		}
		at.sentence = len(d.cells.At(at.cell).reading.Sentences)
	}
}

// headingCell returns the last cell before another that holds a heading. Headings
// are mostly near, so it looks there before it counts.
func (d *Document) headingCell(before int) (cell int, ok bool) {
	for cell = before - 1; cell >= max(0, before-32); cell-- {
		if d.cells.At(cell).tally.Headings > 0 {
			return cell, true
		}
	}
	unit := func(t Tally) int { return t.Headings }
	n := unit(d.cells.Before(cell + 1))
	if n == 0 {
		return 0, false
	}
	cell, _ = d.cells.Find(n-1, unit)
	return cell, true
}
