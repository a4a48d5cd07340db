package core

import "github.com/policymark/policymark/core/source"

// Unmarked calls yield for the sentences that handle data and hold no mark, in the
// order of the text, in bytes of the source, until yield returns false. Unlike the
// rule unmarked-practice, which asks where one looks forgotten, it is for going
// through a document that is still to be marked.
func (d *Document) Unmarked(yield func(source.Span) bool) {
	d.cells.From(0, func(_ int, before Tally, c *cell) bool {
		for _, s := range c.reading.Sentences {
			if !s.Handles || s.Marks > 0 || s.Heading {
				continue
			}
			if !yield(c.block.SourceOf(s.Span).Shift(before.Source.Bytes)) {
				return false
			}
		}
		return true
	})
}
