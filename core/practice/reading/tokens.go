package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// The kinds of punctuation that matter, as bytes of their own.
const (
	noPunct   = 0
	comma     = ','
	semicolon = ';'
	colon     = ':'
	openParen = '('
	closParen = ')'
	openQuote = '"'
	clsQuote  = '\''
	lineBreak = '\n'
)

// token is a word of the lexicon or a punctuation mark. No token reaches over the
// edge of a mark.
type token struct {
	start, end int32
	mark       int32 // innermost mark around it, -1 for none
	punct      byte
	entry      *lexicon.Entry
}

// scan appends the tokens of a block, from left to right, the longest word first.
func scan(b *syntax.Block, tokens []token) []token {
	plain, marks := b.Plain(), b.Marks()
	lex := lexicon.Default()
	var open []int32 // marks around the place, by index
	next := 0
	at, edge := 0, 0
	for at < len(plain) {
		// The words of a piece end where the next mark starts or ends.
		if at >= edge {
			for len(open) > 0 && marks[open[len(open)-1]].Plain.End <= at {
				open = open[:len(open)-1]
			}
			for next < len(marks) && marks[next].Plain.Start <= at {
				if marks[next].Plain.End > at {
					open = append(open, int32(next))
				}
				next++
			}
			edge = len(plain)
			if len(open) > 0 {
				edge = marks[open[len(open)-1]].Plain.End
			}
			if next < len(marks) {
				edge = min(edge, marks[next].Plain.Start)
			}
		}
		mark := int32(-1)
		if len(open) > 0 {
			mark = open[len(open)-1]
		}
		before := byte(0)
		if at > 0 {
			before = plain[at-1]
		}
		if e, n := lex.Find(plain[at:edge], before); e != nil {
			tokens = append(tokens, token{start: int32(at), end: int32(at + n), mark: mark, entry: e})
			at += n
			continue
		}
		c := plain[at]
		if c < utf8.RuneSelf {
			if p := asciiPunct(plain, at); p != noPunct {
				tokens = append(tokens, token{start: int32(at), end: int32(at + 1), mark: mark, punct: p})
			}
			for at++; at < edge && lexicon.IsWordByte(plain[at]) && lexicon.IsWordByte(plain[at-1]); at++ {
				// No word starts inside another.
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(plain[at:])
		p := widePunct(r)
		if p == noPunct && (r == enDash || r == emDash) && setOff(plain, at, n, r == emDash) {
			p = comma
		}
		if p != noPunct {
			tokens = append(tokens, token{start: int32(at), end: int32(at + n), mark: mark, punct: p})
		}
		at += n
	}
	return tokens
}

func asciiPunct(plain string, at int) byte {
	switch c := plain[at]; c {
	case ',', ';', ':', '(', ')', '\n':
		return c
	case '"':
		return openQuote
	case '-':
		if setOff(plain, at, 1, false) {
			return comma
		}
	}
	return noPunct
}

// The dashes that part an English sentence as commas do.
const enDash, emDash = '–', '—'

// setOff reports whether the dash of n bytes at a place stands between two words in Latin
// script, with a space on either side; an em dash needs none.
func setOff(plain string, at, n int, bare bool) bool {
	before, behind := plain[:at], plain[at+n:]
	if !strings.HasSuffix(before, " ") || !strings.HasPrefix(behind, " ") {
		if !bare || before == "" || behind == "" || before[len(before)-1] == ' ' || behind[0] == ' ' {
			return false
		}
	}
	before, behind = strings.TrimRight(before, " "), strings.TrimLeft(behind, " ")
	return before != "" && behind != "" && before[len(before)-1] < utf8.RuneSelf && before[len(before)-1] != '\n' && behind[0] < utf8.RuneSelf
}

func widePunct(r rune) byte {
	switch r {
	case '，':
		return comma
	case '；':
		return semicolon
	case '：':
		return colon
	case '（':
		return openParen
	case '）':
		return closParen
	case '“', '「', '『':
		return openQuote
	case '”', '」', '』':
		return clsQuote
	}
	return noPunct
}

// tokenAt returns the index of the first token at or behind the byte offset at.
//
//go:noinline
func (r *reader) tokenAt(at int) int {
	lo, hi := 0, len(r.tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; int(r.tokens[mid].start) < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// tokensIn returns the tokens that start in a span.
func (r *reader) tokensIn(s source.Span) []token {
	from := r.tokenAt(s.Start)
	to := from
	for to < len(r.tokens) && int(r.tokens[to].start) < s.End {
		to++
	}
	return r.tokens[from:to]
}

// markAt returns the index of the first mark that starts at or behind the byte
// offset at.
//
//go:noinline
func (r *reader) markAt(at int) int {
	lo, hi := 0, len(r.marks)
	for lo < hi {
		if mid := (lo + hi) / 2; r.marks[mid].Plain.Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// text returns the plain text of a span.
//
//go:noinline
func (r *reader) text(s source.Span) string { return r.plain[s.Start:s.End] }

// firstIn and lastIn return the word that mark m starts or ends with, nil when it
// is not in the lexicon.
func (r *reader) firstIn(m int) *lexicon.Entry {
	s := r.marks[m].Plain
	list := r.tokensIn(s)
	for i := range list {
		k := &list[i]
		if int(k.start) > s.Start && !blank(r.plain[s.Start:k.start]) {
			break
		}
		if k.entry != nil {
			return k.entry
		}
	}
	return nil
}

func (r *reader) lastIn(m int) *lexicon.Entry {
	s := r.marks[m].Plain
	list := r.tokensIn(s)
	for i := len(list) - 1; i >= 0; i-- {
		k := &list[i]
		if int(k.end) < s.End && !blank(r.plain[k.end:s.End]) {
			break
		}
		if k.entry != nil {
			return k.entry
		}
	}
	return nil
}

// blank reports whether s holds nothing but white space, signs of emphasis and
// punctuation.
func blank(s string) bool {
	for _, c := range s {
		switch c {
		case ' ', '\t', '\n', '*', '_', '\u3000', '\u00a0', '，', ',', '：', ':', '.', '。', '“', '”', '"', '；', ';', '、':
		default:
			return false
		}
	}
	return true
}
