package lexicon

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

// character returns the bytes of the first character of a head, and how many they are.
// Of what is no UTF-8 it returns something.
func character(head uint64) (bytes uint32, n uint) {
	switch c := byte(head); {
	case c < 0x80:
		return uint32(c), 1
	case c < 0xE0:
		return uint32(head) & 0xFFFF, 2
	case c < 0xF0:
		return uint32(head) & 0xFFFFFF, 3
	}
	return uint32(head), 4
}

// numPlaces is some times the number of starts, so that few share a place.
const numPlaces = 1 << 13

// placeOf returns the place of the words that start with two characters, the second of
// which is 0 for a word of one. Others may share it.
func placeOf(first, second uint32) uint32 {
	return (first*0x9E3779B1 ^ second*0x85EBCA6B) >> 19
}
