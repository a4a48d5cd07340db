package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
)

// Trim returns span without the white space and punctuation at its edges, in
// bytes of text. Punctuation that pairs with some inside stays: “相机（摄像头）”
// gives 相机（摄像头）. The result is empty when nothing else is there.
func Trim(text string, span source.Span) source.Span {
	for span.Start < span.End {
		inside := text[span.Start:span.End]
		first, n := utf8.DecodeRuneInString(inside)
		last, m := utf8.DecodeLastRuneInString(inside)
		switch {
		case isLoose(first) && !opensPair(first, inside[n:]):
			span.Start += n
		case isLoose(last) && !closesPair(last, inside[:len(inside)-m]) && !endsAbbreviation(inside):
			span.End -= m
		case isLoose(first) && closerOf(first) == last:
			// The whole is in one pair, as in “订单信息”.
			span.Start, span.End = span.Start+n, max(span.End-m, span.Start+n)
		default:
			return span
		}
	}
	return source.Span{Start: span.Start, End: span.Start}
}

// trimWith trims span, or only checks that it holds more than white space when
// exact.
func trimWith(text string, span source.Span, exact bool) source.Span {
	if !exact {
		return Trim(text, span)
	}
	if strings.TrimFunc(text[span.Start:span.End], unicode.IsSpace) == "" {
		span.End = span.Start
	}
	return span
}

// isLoose reports whether r does not belong at the edge of a mark.
func isLoose(r rune) bool {
	if 0x4E00 <= r && r <= 0x9FFF {
		return false // Chinese characters, which most marks begin and end with
	}
	switch r {
	case '%', '‰', '#', '@', '&', '*', '/', '\\', '+', '~':
		return false
	}
	return unicode.IsSpace(r) || unicode.IsPunct(r) || r == 0x200B || r == 0xFEFF || r == '|' || r == '=' || r == '`'
}

// abbreviations are those whose full stop belongs to the name before it.
var abbreviations = []string{"inc.", "ltd.", "co.", "corp.", "etc.", "plc.", "s.a.", "u.s.", "u.k.", "e.g."}

// endsAbbreviation reports whether text ends in an abbreviation with its full stop.
func endsAbbreviation(text string) bool {
	for _, a := range abbreviations {
		if i := len(text) - len(a); i > 0 && strings.EqualFold(text[i:], a) && (text[i-1] == ' ' || text[i-1] == ',') {
			return true
		}
	}
	return false
}

const (
	pairOpeners = "（［＜｛〈《「『【〔“‘([<{"
	pairClosers = "）］＞｝〉》」』】〕”’)]>}"
)

// closerOf returns what closes the pair that r opens, 0 when r opens none.
func closerOf(r rune) rune {
	if i := strings.IndexRune(pairOpeners, r); i >= 0 {
		return []rune(pairClosers)[utf8.RuneCountInString(pairOpeners[:i])]
	}
	return 0
}

// opensPair reports whether rest closes what r opens.
func opensPair(r rune, rest string) bool {
	c := closerOf(r)
	return c != 0 && strings.ContainsRune(rest, c)
}

// closesPair reports whether before opens what r closes.
func closesPair(r rune, before string) bool {
	i := strings.IndexRune(pairClosers, r)
	if i < 0 {
		return false
	}
	return strings.ContainsRune(before, []rune(pairOpeners)[utf8.RuneCountInString(pairClosers[:i])])
}
