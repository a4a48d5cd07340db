package lexicon

import "math/bits"

// headSize is how many bytes a head holds.
const headSize = 8

// headOf returns the first bytes of s in one number, the first of them lowest, zeros
// behind the end: one comparison then tells most words apart.
func headOf(s string) (head uint64) {
	if len(s) >= headSize {
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	for i := len(s) - 1; i >= 0; i-- {
		head = head<<8 | uint64(s[i])
	}
	return head
}

// lowerHead returns a head with the letters of ASCII in lower case.
func lowerHead(head uint64) uint64 {
	const each = 0x0101010101010101
	low := head & (0x7F * each)
	// The highest bit of each byte says whether it is at least A, and whether it is past Z.
	from, past := low+(0x80-'A')*each, low+(0x80-'Z'-1)*each
	return head | from&^past&^head&(0x80*each)>>2
}

// unusual reports whether a head may have to be read otherwise than it stands: whether
// it holds more than printable ASCII, a backtick, or two spaces in a row. It may say so
// of a head that holds none of them.
func unusual(head uint64) bool {
	const each, high = 0x0101010101010101, 0x80 * 0x0101010101010101
	zero := func(x uint64) uint64 { return (x - each) &^ x & high } // of each byte, and maybe of those above one
	spaces := zero(head ^ ' '*each)
	control := (head - ' '*each) &^ head & high
	return head&high != 0 || control != 0 || zero(head^'`'*each) != 0 || spaces&(spaces<<8) != 0
}

// filler returns letters for the bytes of a head that lie behind the end of n bytes.
func filler(n int) uint64 {
	if n >= headSize {
		return 0
	}
	return 'a' * 0x0101010101010101 << (8 * n)
}

// ascii returns how many bytes of ASCII a head starts with.
func ascii(head uint64) int { return bits.TrailingZeros64(head&0x8080808080808080) / 8 }

// first returns ones where the first n bytes of a head are.
func first(n uint) uint64 { return 1<<(8*n) - 1 } // a shift by more than all leaves 0

// characters returns how many bytes the first character of a head takes, and how many
// the first two; 0 counts for one. Of what is no UTF-8 it returns something.
func characters(head uint64) (one, two uint) {
	one = width(byte(head))
	return one, one + width(byte(head>>(8*one)))
}

// width returns how many bytes a character takes that starts with c.
func width(c byte) uint {
	switch {
	case c < 0x80:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// latinStart is how many bytes of a word in Latin script tell its place.
const latinStart = 3

// numPlaces is some times the number of starts, so that few share a place.
const numPlaces = 1 << 14

// hashOf returns the hash of a start. Its highest bits are its place, which others may share.
func hashOf(start uint64) uint64 { return start * 0x9E3779B97F4A7C15 }

func placeOf(hash uint64) uint32 { return uint32(hash >> 50) }

// sieve has a bit for each start of a word, by more bits of their hashes than a place has.
// It is small enough to stay in the fastest memory, and most of what is looked up is no word.
type sieve [1 << 16 / 64]uint64

func (s *sieve) add(hash uint64)      { s[hash>>54] |= 1 << (hash >> 48 & 63) }
func (s *sieve) has(hash uint64) bool { return s[hash>>54]>>(hash>>48&63)&1 != 0 }
