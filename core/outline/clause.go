package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
)

// Clauses returns the clauses of plain in order, in bytes of it, without the
// white space and the punctuation between them. A comma, a semicolon, a colon,
// the end of a sentence and a line break end a clause; 、 does not, for it
// stands inside a list.
func Clauses(plain string) []source.Span {
	var list []source.Span
	start := 0
	whole := source.Span{End: len(plain)}
	for at := 0; at < len(plain); {
		r, n := utf8.DecodeRuneInString(plain[at:])
		if endsClause(plain, at, r, whole) {
			list = appendTrimmed(list, plain, source.Span{Start: start, End: at})
			start = at + n
		}
		at += n
	}
	return appendTrimmed(list, plain, source.Span{Start: start, End: len(plain)})
}

// endsClause reports whether the character r at an offset stands between two
// clauses.
func endsClause(plain string, at int, r rune, whole source.Span) bool {
	if r >= utf8.RuneSelf {
		return strings.ContainsRune("，；：。！？", r)
	}
	switch r {
	case '\n', ';':
		return true
	case ',', ':':
		return at+1 == len(plain) || plain[at+1] == ' ' || plain[at+1] == '\n' || plain[at+1] >= utf8.RuneSelf
	case '!', '?', '.':
		return isSentenceEnd(plain, at, at+1, whole)
	}
	return false
}

// NextClauseEdge returns where the next clause behind an offset ends, or starts
// when end is false; with back, the last one before it. It is the offset itself
// when there is none.
func NextClauseEdge(plain string, at int, end, back bool) int {
	found := at
	for _, c := range Clauses(plain) {
		edge := c.Start
		if end {
			edge = c.End
		}
		if back && edge < at {
			found = edge
		}
		if !back && edge > at {
			return edge
		}
	}
	return found
}
