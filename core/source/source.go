// Package source knows text and places in it: spans, edits, the three units
// in which a position can be counted, and the bytes of a file.
//
// Inside the core every position is a byte offset into UTF-8 text. Code points
// are what people and other programs are shown; UTF-16 units exist only for the
// page's editor. A name or a comment says which unit is meant wherever it is
// not bytes.
package source

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets, 0 <= Start <= End. The zero value
// is the empty span at the start of the text.
type Span struct {
	Start, End int
}

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds nothing.
func (s Span) Empty() bool { return s.Start == s.End }

// Contains reports whether t lies within s; an empty t at either end does.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Edit replaces the bytes of a span by Text. An empty span inserts, an empty
// Text deletes.
type Edit struct {
	Span
	Text string
}

// Insert returns the edit that inserts text at the byte offset at.
func Insert(at int, text string) Edit { return Edit{Span{at, at}, text} }

// Delete returns the edit that removes the bytes [start, end).
func Delete(start, end int) Edit { return Edit{Span: Span{start, end}} }

// Shift returns e moved by n bytes.
func (e Edit) Shift(n int) Edit { return Edit{e.Span.Shift(n), e.Text} }

// SortEdits orders edits by position, insertions at one place in the order
// given, as Apply wants them.
func SortEdits(edits []Edit) {
	sort.SliceStable(edits, func(i, j int) bool {
		if edits[i].Start != edits[j].Start {
			return edits[i].Start < edits[j].Start
		}
		return edits[i].End < edits[j].End
	})
}

// CheckEdits returns an error unless edits are in order, do not overlap and lie
// within a text of n bytes.
func CheckEdits(n int, edits []Edit) error {
	at := 0
	for i, e := range edits {
		switch {
		case e.Start > e.End:
			return fmt.Errorf("edit %d: start %d lies after end %d", i, e.Start, e.End)
		case e.Start < at:
			return fmt.Errorf("edit %d: starts at byte %d, before the end %d of the edit before it", i, e.Start, at)
		case e.End > n:
			return fmt.Errorf("edit %d: ends at byte %d of a text of %d bytes", i, e.End, n)
		}
		at = e.End
	}
	return nil
}

// Apply returns text with edits applied. All positions are of the text before
// any of them; edits that CheckEdits refuses are an error.
func Apply(text string, edits []Edit) (string, error) {
	if err := CheckEdits(len(text), edits); err != nil {
		return "", err
	}
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String(), nil
}

// Size is the length of a text in each of the three units. The zero value is
// the size of the empty text.
type Size struct {
	Bytes  int // UTF-8
	Points int // Unicode code points
	Units  int // UTF-16 code units
}

// Add returns the size of two texts joined.
func (s Size) Add(t Size) Size {
	return Size{s.Bytes + t.Bytes, s.Points + t.Points, s.Units + t.Units}
}

// Sub returns what is left of a text of size s behind a prefix of size t.
func (s Size) Sub(t Size) Size {
	return Size{s.Bytes - t.Bytes, s.Points - t.Points, s.Units - t.Units}
}

// Measure returns the size of text. An invalid byte counts as one code point
// and one unit, as the replacement character that stands for it does.
func Measure(text string) Size {
	s := Size{Bytes: len(text)}
	if utf8.ValidString(text) {
		inside, astral := 0, 0 // bytes that go on a code point; those that start one past U+FFFF
		for i := range len(text) {
			c := text[i]
			if c&0xC0 == 0x80 {
				inside++
			} else if c >= 0xF0 {
				astral++
			}
		}
		s.Points = len(text) - inside
		s.Units = s.Points + astral
		return s
	}
	for _, r := range text {
		s.Points++
		s.Units++
		if r > 0xFFFF {
			s.Units++
		}
	}
	return s
}
