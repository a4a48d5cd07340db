package rule

import (
	"strings"

	"github.com/policymark/policymark/core/source"
)

// Base returns the file that the front matter of a document names as its base, the
// plain text as it was published, relative to the document:
//
//	policymark:
//	  base: policy.plain.txt
//
// at is where the name stands, in bytes of the front matter. ok is false when there
// is none.
func Base(front string) (name string, at source.Span, ok bool) {
	inside, depth, start := false, 0, 0
	for line := range strings.Lines(front) {
		text := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case text == "" || text[0] == '#':
		case indent == 0:
			inside, depth = text == settingsKey+":", 0
		case inside && (depth == 0 || indent == depth):
			depth = indent
			rest, found := strings.CutPrefix(text, "base:")
			if !found {
				break
			}
			if i := strings.Index(rest, " #"); i >= 0 {
				rest = rest[:i]
			}
			value := strings.TrimSpace(rest)
			at.Start = start + strings.Index(line, "base:") + len("base:") + strings.Index(rest, value)
			at.End = at.Start + len(value)
			value = unquote(value)
			return value, at, value != ""
		}
		start += len(line)
	}
	return "", source.Span{}, false
}
