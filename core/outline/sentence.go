package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
)

// sentences splits a span of plain into sentences, none of which ends inside a
// mark, and appends them to a list.
func sentences(list []source.Span, plain string, span source.Span, marks []source.Span) []source.Span {
	start, m := span.Start, 0
	for at := span.Start; at < span.End; {
		// 。 starts with 0xE3, ！ and ？ with 0xEF; no later byte of a character does.
		switch plain[at] {
		case '.', '!', '?', 0xE3, 0xEF:
		default:
			at++
			continue
		}
		_, n := utf8.DecodeRuneInString(plain[at:span.End])
		end := at + n
		if !isSentenceEnd(plain, at, end, span) {
			at = end
			continue
		}
		for end < span.End {
			r, n := utf8.DecodeRuneInString(plain[end:span.End])
			if !strings.ContainsRune("。！？!?.”’」』）)】\"*…", r) || r == '.' && plain[at] != '.' {
				break
			}
			end += n
		}
		for m < len(marks) && marks[m].End < end {
			m++
		}
		at = end
		if m < len(marks) && marks[m].Start < end && end < marks[m].End {
			continue
		}
		list = appendTrimmed(list, plain, source.Span{Start: start, End: end})
		start = end
	}
	return appendTrimmed(list, plain, source.Span{Start: start, End: span.End})
}

func appendTrimmed(list []source.Span, plain string, s source.Span) []source.Span {
	if s = trim(plain, s); !s.Empty() {
		list = append(list, s)
	}
	return list
}

// isSentenceEnd reports whether the character [at, end) ends a sentence.
func isSentenceEnd(plain string, at, end int, span source.Span) bool {
	switch plain[at:end] {
	case "。", "！", "？":
		return true
	case "!", "?":
		if end == span.End {
			return true
		}
		c := plain[end]
		return c == ' ' || c >= utf8.RuneSelf || c == '"' || c == '\n'
	case ".":
		return isFullStop(plain, at, span)
	}
	return false
}

// isFullStop reports whether the ASCII full stop at ends a sentence: a space and
// a capital or another script follow, and no abbreviation stands before.
func isFullStop(plain string, at int, span source.Span) bool {
	rest := strings.TrimLeft(plain[at+1:span.End], "\"')”’*")
	if rest == "" {
		return true
	}
	if rest[0] != ' ' && rest[0] != '\n' && rest[0] != '\t' {
		return false
	}
	rest = strings.TrimLeft(rest, " \n\t\"'(“‘*")
	if rest == "" {
		return true
	}
	if c := rune(rest[0]); c < utf8.RuneSelf && !('A' <= c && c <= 'Z') && !isDigit(c) {
		return false
	}
	word := plain[span.Start:at]
	if i := strings.LastIndexAny(word, " \n\t(（"); i >= 0 {
		word = word[i+1:]
	}
	if len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' || len(word) > 0 && digits(word) == len(word) && isDigit(rune(rest[0])) {
		return false
	}
	return !isAbbreviation(word)
}

func isAbbreviation(word string) bool {
	if len(word) > 8 {
		return false
	}
	switch word {
	case "e.g", "E.g", "Inc", "Ltd", "Co", "Corp", "LLC", "No", "Art", "Sec", "Mr", "Mrs", "Ms", "Dr", "St", "U.S", "U.K", "E.U", "Fig", "Para",
		"P.R", "Cf", "Approx", "I.e",
		"i.e", "inc", "ltd", "co", "corp", "vs", "no", "art", "sec", "mr", "mrs", "ms", "dr", "st", "cf", "approx", "fig", "al", "para":
		return true
	}
	return false
}
