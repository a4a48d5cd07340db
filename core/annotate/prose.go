package annotate

import (
	"strings"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Prose returns the edit that puts plain text in the place of a range of the source,
// in bytes, so that none of it is markup. Within a mark blank lines are left out,
// which would end it. A range that holds brackets takes them with it.
func Prose(t syntax.Tree, from, to int, plain string) source.Edit {
	b, err := blockOf(t, from, from)
	if err != nil {
		return source.Edit{Span: source.Span{Start: from, End: to}, Text: syntax.EscapeProse(plain, false, false, 0)}
	}
	at := from - b.start
	inside := false
	for _, m := range b.Marks() {
		inside = inside || m.Source.Start < at && at < m.Source.End
	}
	if inside {
		plain = withoutBlankLines(plain)
	}
	afterBackslash := false
	if i := b.TokenAt(at - 1); at > 0 && i >= 0 {
		afterBackslash = b.Token(i).Type == syntax.Text && b.Text()[at-1] == '\\'
	}
	next := byte(0)
	if text := b.Text(); to-b.start < len(text) {
		next = text[to-b.start]
	}
	return source.Edit{Span: source.Span{Start: from, End: to}, Text: syntax.EscapeProse(plain, inside, afterBackslash, next)}
}

// withoutBlankLines returns text with each run of line breaks, and of white space
// between them, made one.
func withoutBlankLines(text string) string {
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for i, line := range lines {
		if strings.TrimSpace(line) != "" || i == 0 || i == len(lines)-1 {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
