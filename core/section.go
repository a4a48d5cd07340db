package core

import (
	"slices"
	"sort"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
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
		if d.cells.At(cell).counts.headings > 0 {
			return cell, true
		}
	}
	unit := func(t *Tally) int { return t.Headings }
	n := d.cells.Before(cell + 1).Headings
	if n == 0 {
		return 0, false
	}
	cell, _ = d.cells.Find(n-1, unit)
	return cell, true
}

// SectionSpan returns the section around the byte offset at of the source: from the
// last heading before it to the next one that is no deeper, in bytes of the source.
// It is the whole document where there is no heading, or where it is not analysed.
func (d *Document) SectionSpan(at int) source.Span {
	span := source.Span{End: d.tree.Sum().Source.Bytes}
	if !d.Analysed() || d.tree.Len() == 0 {
		return span
	}
	at = min(at, span.End)
	i, before := d.tree.Find(at, syntax.SourceBytes)
	if i == d.tree.Len() {
		i--
		before = d.tree.Before(i)
	}
	plain := d.tree.At(i).PlainAt(at - before.Source.Bytes)
	sentences := d.cells.At(i).reading.Sentences
	first := sort.Search(len(sentences), func(k int) bool { return sentences[k].Start > plain })
	level := int(^uint(0) >> 1)
	if s, where, ok := d.headingBefore(place{i, first}); ok {
		level, span.Start = s.Level, d.sourceOf(where.cell, s.Start)
	}
	d.cells.From(i, func(k int, _ Tally, c *cell) bool {
		if c.counts.headings == 0 {
			return true
		}
		for n, s := range c.reading.Sentences {
			if s.Heading && s.Level <= level && (k > i || n >= first) {
				span.End = d.sourceOf(k, s.Start)
				return false
			}
		}
		return true
	})
	return span
}

// sourceOf returns the byte offset in the source of one in the plain text of a
// cell's block.
func (d *Document) sourceOf(cell, plain int) int {
	b := d.tree.At(cell)
	return d.tree.Before(cell).Source.Bytes + b.SourceOf(source.Span{Start: plain, End: plain}).Start
}
