package compare

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
)

// text is a text cut into grapheme clusters. Offsets in it count clusters.
type text struct {
	s      string
	starts []int32 // where each cluster starts, in bytes of s, and the length of s
	// folded is s with its clusters as they are compared, and folds where each
	// starts there; the same as s and starts when nothing is folded.
	folded string
	folds  []int32
}

// span is a half-open range of clusters of a text.
type span struct{ start, end int }

func (s span) len() int { return s.end - s.start }

// newText cuts s. When fold is set, characters that differ in width alone compare
// as equal.
func newText(s string, fold bool) *text {
	t := &text{s: s, starts: make([]int32, 0, len(s)/2+1)}
	for at := 0; at < len(s); at = clusterEnd(s, at) {
		t.starts = append(t.starts, int32(at))
	}
	t.starts = append(t.starts, int32(len(s)))
	t.folded, t.folds = s, t.starts
	if fold && strings.ContainsFunc(s, func(r rune) bool { return narrow(r) != r }) {
		t.fold()
	}
	return t
}

func (t *text) fold() {
	var b strings.Builder
	b.Grow(len(t.s))
	t.folds = make([]int32, 0, len(t.starts))
	for i := range t.len() {
		t.folds = append(t.folds, int32(b.Len()))
		c := t.s[t.starts[i]:t.starts[i+1]]
		if r, n := utf8.DecodeRuneInString(c); n == len(c) && narrow(r) != r {
			b.WriteRune(narrow(r))
		} else {
			b.WriteString(c)
		}
	}
	t.folds = append(t.folds, int32(b.Len()))
	t.folded = b.String()
}

// narrow returns the ASCII character that r is a wide or typographic form of, r
// itself for all others.
func narrow(r rune) rune {
	switch {
	case r < 0x2018:
		return r
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	}
	switch r {
	case 0x3000:
		return ' '
	case '。', '｡':
		return '.'
	case '“', '”', '「', '」':
		return '"'
	case '‘', '’', '『', '』':
		return '\''
	}
	return r
}

// len returns the number of clusters.
func (t *text) len() int { return len(t.starts) - 1 }

// bytes returns a range in bytes of s.
func (t *text) bytes(s span) source.Span {
	return source.Span{Start: int(t.starts[s.start]), End: int(t.starts[s.end])}
}

// key returns a range as it is compared.
func (t *text) key(s span) string { return t.folded[t.folds[s.start]:t.folds[s.end]] }

// words returns a range as it is written.
func (t *text) words(s span) string { return t.s[t.starts[s.start]:t.starts[s.end]] }

// clusterAt returns the cluster that holds the byte offset at of s.
func (t *text) clusterAt(at int) int {
	return sort.Search(t.len(), func(i int) bool { return int(t.starts[i+1]) > at })
}

// cover returns the clusters that hold a range of bytes.
func (t *text) cover(s source.Span) span {
	c := span{t.clusterAt(s.Start), t.clusterAt(s.Start)}
	if s.End > s.Start {
		c.end = t.clusterAt(s.End-1) + 1
	}
	return c
}

// The levels at which texts are compared, from the coarsest on.
const (
	byLine = iota
	bySentence
	byClause
	levels
)

// cut returns where the pieces of the text start at each level, and its length.
// Pieces tile the text, and those of a finer level tile those of a coarser one.
func (t *text) cut() [levels][]int32 {
	var cuts [levels][]int32
	n := t.len()
	for l := range cuts {
		cuts[l] = make([]int32, 0, n>>(4-l)/2+2)
		if n > 0 {
			cuts[l] = append(cuts[l], 0)
		}
	}
	ended := false // a sentence has ended, and only what closes it came since
	blank := true  // the piece holds nothing but white space so far
	c := t.sign(0)
	for next := 1; next < n; next++ {
		d := t.sign(next)
		level := levels
		blank = blank && isSpace(c)
		switch c {
		case '\n', '\r':
			level, ended = byLine, false
		case '.':
			ended = !isWord(d) || t.s[t.starts[next-1]] != '.' // 。 ends one before whatever
		case '!', '?', ';':
			ended = true
		case '"', '\'', ')':
			level = byClause
		case ',', ':', '(', ' ', '\t', '/', '、', '…', '》', '】':
			level, ended = byClause, false
		default:
			ended = false
		}
		switch {
		case level == byLine:
		case d == '\n', d == '\r', blank && !isSpace(d):
			// White space around a sentence is a piece of its own.
			level = bySentence
		case ended && strings.ContainsRune(".!?;\"')", d):
			level = levels // what closes the sentence goes with it
		case ended:
			level = bySentence
		}
		for l := level; l < levels; l++ {
			cuts[l] = append(cuts[l], int32(next))
		}
		if level <= bySentence {
			ended, blank = false, true
		}
		c = d
	}
	for l := range cuts {
		cuts[l] = append(cuts[l], int32(n))
	}
	return cuts
}

func isSpace(c rune) bool { return c == ' ' || c == '\t' || c == 0xA0 }

// sign returns the first character of a cluster, in its narrow form; 0 when there
// is no such cluster.
func (t *text) sign(i int) rune {
	if i >= t.len() {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(t.s[t.starts[i]:])
	return narrow(r)
}

func isWord(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '/' || c == '-' || c == '_'
}
