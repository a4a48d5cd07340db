package compare

import (
	"unicode"
	"unicode/utf8"
)

// clusterEnd returns where the grapheme cluster ends that starts at the byte offset
// at of s, at < len(s).
//
// The rule is a cautious reading of Unicode's UAX #29: it never parts what that
// keeps together, and now and then keeps together what that parts (any two
// characters with a zero width joiner between them). Whole libraries are larger
// than all else that comparing adds to the engine.
func clusterEnd(s string, at int) int {
	prev, n := utf8.DecodeRuneInString(s[at:])
	end := at + n
	if prev == '\r' {
		if end < len(s) && s[end] == '\n' {
			end++
		}
		return end
	}
	if isControl(prev) {
		return end
	}
	flags, linked := 1, false // flags: regional indicators so far; linked: a virama stands before
	for end < len(s) {
		if c := s[end]; c < utf8.RuneSelf && prev < 0x300 {
			return end
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case isControl(r):
			return end
		case isExtend(r):
			linked = linked || isLinker(r)
		case prev == zeroWidthJoiner, isPrepend(prev):
			linked = false
		case isFlag(prev) && isFlag(r) && flags%2 == 1:
			flags++
		case isHangul(prev) && isHangul(r) && (isJamo(prev) || isJamo(r)):
		case linked && unicode.Is(unicode.Lo, r):
			linked = false
		default:
			return end
		}
		prev = r
		end += n
	}
	return end
}

const zeroWidthJoiner = 0x200D

func isControl(r rune) bool {
	return r < 0x20 || 0x7F <= r && r < 0xA0 || r == 0xAD || r == 0x200B || r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// isExtend reports whether r goes on with the cluster before it.
func isExtend(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case 0x2E80 <= r && r <= 0xA4CF: // Han, kana, symbols
		return 0x302A <= r && r <= 0x302F || r == 0x3099 || r == 0x309A
	case 0xFF00 <= r && r <= 0xFFEF:
		return r == 0xFF9E || r == 0xFF9F
	case r == zeroWidthJoiner, r == 0x200C, 0x1F3FB <= r && r <= 0x1F3FF, 0xE0020 <= r && r <= 0xE007F, r == 0x0E33, r == 0x0EB3:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me)
}

func isFlag(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }

// isJamo reports whether r is a part of a syllable, and isHangul whether it is a
// part or a whole one.
func isJamo(r rune) bool {
	return 0x1100 <= r && r <= 0x11FF || 0xA960 <= r && r <= 0xA97C || 0xD7B0 <= r && r <= 0xD7FB
}

func isHangul(r rune) bool { return isJamo(r) || 0xAC00 <= r && r <= 0xD7A3 }

// isPrepend reports whether r goes with the cluster behind it.
func isPrepend(r rune) bool {
	switch {
	case r < 0x600:
		return false
	case r <= 0x605, r == 0x6DD, r == 0x70F, r == 0x890, r == 0x891, r == 0x8E2, r == 0xD4E, r == 0x110BD, r == 0x110CD,
		r == 0x111C2, r == 0x111C3, r == 0x113D1, r == 0x1193F, r == 0x11941, r == 0x11A3A, 0x11A84 <= r && r <= 0x11A89, r == 0x11D46, r == 0x11F02:
		return true
	}
	return false
}

// isLinker reports whether r is a virama that can join two consonants.
func isLinker(r rune) bool {
	switch r {
	case 0x94D, 0x9CD, 0xACD, 0xB4D, 0xC4D, 0xD4D, 0x1039, 0x17D2, 0x1A60, 0x1B44, 0x1BAB, 0xA9C0, 0xAAF6, 0x10A3F, 0x11133, 0x113D0, 0x1193E, 0x11A47, 0x11A99, 0x11F42:
		return true
	}
	return false
}
