package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// maxSlug is the length in code points after which words of an address end.
const maxSlug = 32

// slug returns words as they stand in an address: letters and digits in lower
// case, one hyphen for all between them; "-" when there are none.
func slug(text string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if n >= maxSlug {
			break
		}
		if gap && n > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
		n++
	}
	if n == 0 {
		return "-"
	}
	return b.String()
}

// namer tells names apart: the second of its kind gets a number behind it.
type namer map[string]int

func (n namer) name(s, separator string) string {
	for {
		n[s]++
		if n[s] == 1 {
			return s
		}
		if name := s + separator + strconv.Itoa(n[s]); n[name] == 0 {
			n[name] = 1
			return name
		}
	}
}
