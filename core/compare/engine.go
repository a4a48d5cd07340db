package compare

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// This file is the one place that knows the library which finds the differences of
// two short lists.

// match is a stretch that two lists have in common: n items from a on in the one
// and from b on in the other.
type match struct{ a, b, n int }

// common returns what is common to two lists in order, by Myers' algorithm (An
// O(ND) Difference Algorithm and Its Variations, 1986). It costs time in the square
// of the lists' length when these have nothing in common: the caller bounds it.
func common(a, b []int32) []match {
	// The library compares code points: each distinct item gets one.
	points := make(map[int32]rune, len(a))
	encode := func(list []int32) []rune {
		out := make([]rune, len(list))
		for i, item := range list {
			p, known := points[item]
			if !known {
				p = rune(len(points)) + 1
				if p >= 0xD800 {
					p += 0x800 // past the surrogates, which are no code points
				}
				points[item] = p
			}
			out[i] = p
		}
		return out
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // no clock: the same answer on every machine
	var list []match
	i, j := 0, 0
	for _, one := range d.DiffMainRunes(encode(a), encode(b), false) {
		n := utf8.RuneCountInString(one.Text)
		switch one.Type {
		case diffmatchpatch.DiffEqual:
			list = append(list, match{i, j, n})
			i += n
			j += n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
	return list
}
