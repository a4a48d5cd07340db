package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed variants.txt
var variants string

// Characters that are read as an ASCII one. Letters and digits of full width are too.
const (
	apostrophes = "`´‘’‛ʼʹ′＇｀"
	hyphens     = "‐‑‒–−﹣－"
	slashes     = "／"
	spaces      = "\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
	// hidden are the characters that are read as nothing.
	hidden = "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
)

// nothing is what a hidden character is read as.
const nothing = -1

// folding says how characters are read that the words of the lexicon write otherwise.
type folding struct {
	// odd has a bit for each character of the basic plane that is in read.
	odd  [1 << 16 / 64]uint64
	read map[rune]rune
}

var folds = sync.OnceValue(func() *folding {
	f := &folding{read: map[rune]rune{}}
	add := func(from string, to rune) {
		for _, r := range from {
			f.read[r] = to
			f.odd[r/64] |= 1 << (r % 64)
		}
	}
	add(apostrophes, '\'')
	add(hyphens, '-')
	add(slashes, '/')
	add(spaces, ' ')
	add(hidden, nothing)
	const toWide = '０' - '0'
	for c := '0'; c <= 'z'; c++ {
		if IsWordByte(byte(c)) {
			add(string(c+toWide), rune(lower(byte(c))))
		}
	}
	for line := range strings.Lines(variants) {
		line, _, _ = strings.Cut(line, "#")
		for group := range strings.FieldsSeq(line) {
			to, n := utf8.DecodeRuneInString(group)
			add(group[n:], to)
		}
	}
	return f
})

// isOdd reports whether a character is read as another or as none.
func (f *folding) isOdd(r rune) bool { return r < 1<<16 && f.odd[uint16(r)/64]>>(r%64)&1 != 0 }

// Between firstCJK and lastCJK stand scripts of East Asia, whose letters have no case; those of full
// width are odd.
const firstCJK, lastCJK = 0x2E80, 0x9FFF

// one returns how a character is read.
func (f *folding) one(r rune) rune {
	switch {
	case f.isOdd(r):
		return f.read[r]
	case r < utf8.RuneSelf:
		return rune(lower(byte(r)))
	case r >= firstCJK && r <= lastCJK:
		return r
	}
	return unicode.ToLower(r)
}

// maxBetween is how many bytes of white space or hidden characters may stand between two
// characters of a word: more belongs to no word, and is not looked through again for each
// place of a long run of it.
const maxBetween = 64

// next returns the first character of s as the lexicon writes it, 0 at the end or behind
// more than maxBetween bytes of hidden characters, and how many bytes of s it takes with
// hidden characters before it. White space is one space, up to maxBetween bytes of it, but
// two line breaks are one line break.
func (f *folding) next(s string) (r rune, n int) {
	for r = nothing; r == nothing; {
		if n == len(s) || n > maxBetween {
			return 0, n
		}
		c, size := utf8.DecodeRuneInString(s[n:])
		n += size
		r = f.one(c)
	}
	if r != ' ' {
		return r, n
	}
	breaks := strings.Count(s[:n], "\n")
	for n < len(s) && n <= maxBetween {
		c, size := utf8.DecodeRuneInString(s[n:])
		if read := f.one(c); read != ' ' && read != nothing {
			break
		}
		if c == '\n' {
			breaks++
		}
		n += size
	}
	if breaks > 1 {
		return '\n', n
	}
	return ' ', n
}

// head returns the first bytes of s as the lexicon writes them, 0 when s starts with
// white space or a hidden character, with which no word starts.
func (f *folding) head(s string) (head uint64) {
	if first := f.one(leading(s)); first == ' ' || first == nothing {
		return 0
	}
	var bytes [headSize + utf8.UTFMax]byte
	size := 0
	for at := 0; size < headSize; {
		r, n := f.next(s[at:])
		if r == 0 {
			break
		}
		size += utf8.EncodeRune(bytes[size:], r)
		at += n
	}
	for i := headSize - 1; i >= 0; i-- {
		head = head<<8 | uint64(bytes[i])
	}
	return head
}

// leading returns the first character of s as it stands there.
func leading(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// prefix returns how many bytes of s a word takes that s starts with, 0 when s starts
// otherwise.
func (f *folding) prefix(s, word string) int {
	at := 0
	for _, want := range word {
		r, n := f.next(s[at:])
		if r != want {
			return 0
		}
		at += n
	}
	if IsWordByte(word[len(word)-1]) {
		if r, _ := f.next(s[at:]); isLatin(r) {
			return 0
		}
	}
	return at
}

// isLatin reports whether a word in Latin script does not end before a character.
func isLatin(r rune) bool {
	return r < utf8.RuneSelf && IsWordByte(byte(r)) || r >= 0xC0 && r < 0x250 && unicode.IsLetter(r)
}

// Fold returns s as the words of the lexicon are written, so that two ways to write one
// thing come out alike: in lower case, with Simplified characters, plain apostrophes,
// hyphens and spaces, and nothing hidden. The result is for comparing, not for show.
func Fold(s string) string {
	f := folds()
	if !strings.ContainsFunc(s, func(r rune) bool { return f.one(r) != r }) && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		r, n := f.next(s)
		if r != 0 {
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}
