package syntax

import (
	"slices"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/source"
)

// AsText returns markup that begins with text, not with front matter: with an empty one
// before it where it would be read as beginning with one.
func AsText(markup string) string {
	if frontMatterEnd(markup) > 0 {
		return emptyFrontMatter + markup
	}
	return markup
}

// AsTextEdits returns edits of a document that leave its beginning text as it is: with
// an empty front matter put before it where they would have it read as front matter.
func AsTextEdits(t Tree, edits []source.Edit) []source.Edit {
	if t.Len() == 0 || t.At(0).front || len(edits) == 0 {
		return edits
	}
	size := maxFrontMatter
	for _, e := range edits {
		size += e.Len()
	}
	head := t.head(size)
	n := sort.Search(len(edits), func(i int) bool { return edits[i].End > len(head) })
	after, err := source.Apply(head, edits[:n])
	if err != nil || frontMatterEnd(after) == 0 {
		return edits
	}
	if edits[0].Start > 0 {
		return append([]source.Edit{source.Insert(0, emptyFrontMatter)}, edits...)
	}
	edits = slices.Clone(edits)
	edits[0].Text = emptyFrontMatter + edits[0].Text
	return edits
}

// emptyFrontMatter ends at once, so that what follows it cannot be front matter.
const emptyFrontMatter = fence + "\n" + fence + "\n"

// EscapeText returns the markup, without marks, whose plain text is plain. It adds
// as few backslashes as leave no bracket bare; a text that would itself read as
// front matter gets an empty one before it.
func EscapeText(plain string) string {
	var b strings.Builder
	b.Grow(len(plain) + len(plain)/16)
	if frontMatterEnd(plain) > 0 {
		b.WriteString(emptyFrontMatter)
	}
	appendEscaped(&b, plain, false, false)
	return b.String()
}

// EscapeProse returns plain as markup without marks, to be put into a text: behind
// an ordinary backslash when afterBackslash, before the byte next, 0 for none, and
// inside of a mark when inside.
func EscapeProse(plain string, inside, afterBackslash bool, next byte) string {
	if plain == "" {
		return ""
	}
	var b strings.Builder
	if c := plain[0]; afterBackslash && (escapable(c) || inside && c == barByte) {
		b.WriteByte('\\')
	}
	appendEscaped(&b, plain, inside, escapable(next) || inside && next == barByte)
	return b.String()
}

// EscapeEdits returns the edits that turn plain into EscapeText(plain).
func EscapeEdits(plain string) []source.Edit {
	var edits []source.Edit
	if frontMatterEnd(plain) > 0 {
		edits = append(edits, source.Insert(0, emptyFrontMatter))
	}
	for i := range len(plain) {
		if needsBackslash(plain, i, false, false) {
			edits = append(edits, source.Insert(i, `\`))
		}
	}
	return edits
}

// UnescapeEdits returns the edits that take away what EscapeText adds: the
// backslashes of escapes and the empty front matter. On a document without marks
// they undo EscapeEdits; where there are marks these stay.
func UnescapeEdits(t Tree) []source.Edit {
	var edits []source.Edit
	t.From(0, func(_ int, before Total, b *Block) bool {
		if b.front && b.text == emptyFrontMatter {
			edits = append(edits, source.Delete(0, len(b.text)))
		}
		for i := range b.tokens {
			if tok := b.Token(i); tok.Type == Escape && b.text[tok.Source.Start+1] != barByte {
				at := before.Source.Bytes + tok.Source.Start
				edits = append(edits, source.Delete(at, at+1))
			}
		}
		return true
	})
	return edits
}

// appendEscaped writes plain as markup without marks. inside says that a mark
// holds it, where a bar needs a backslash too, and bracket that a bracket follows.
func appendEscaped(b *strings.Builder, plain string, inside, bracket bool) {
	done := 0
	for i := range len(plain) {
		if needsBackslash(plain, i, inside, bracket) {
			b.WriteString(plain[done:i])
			b.WriteByte('\\')
			done = i
		}
	}
	b.WriteString(plain[done:])
}

// needsBackslash reports whether the byte at i of plain needs a backslash before
// it to be prose.
func needsBackslash(plain string, i int, inside, bracket bool) bool {
	switch classes[plain[i]] {
	case opener, closer:
		return true
	case bar:
		return inside
	case backslash:
		if i+1 == len(plain) {
			return bracket
		}
		return escapable(plain[i+1]) || inside && plain[i+1] == barByte
	}
	return false
}
