package syntax

import (
	"sort"
	"strings"

	"github.com/policymark/policymark/core/source"
)

// Block is a run of lines up to and with the blank lines behind it, or the
// front matter. No mark reaches out of a block. A block is never changed, so its
// address is as good as its content: whoever derives something from a block may
// keep it as long as the document holds that same block.
type Block struct {
	text      string
	plain     string
	size      source.Size // of text
	plainSize source.Size // of plain
	front     bool
	tokens    []token
	marks     []Mark
	strays    int
}

// Text returns the source of the block.
func (b *Block) Text() string { return b.text }

// Plain returns the block's text with brackets, escapes and qualifiers resolved;
// "" for front matter.
func (b *Block) Plain() string { return b.plain }

// Size returns the size of the block's source.
func (b *Block) Size() source.Size { return b.size }

// PlainSize returns the size of the block's plain text.
func (b *Block) PlainSize() source.Size { return b.plainSize }

// IsFrontMatter reports whether the block is the document's front matter.
func (b *Block) IsFrontMatter() bool { return b.front }

// Marks returns the marks in the order of their opening brackets. The caller
// must not change them.
func (b *Block) Marks() []Mark { return b.marks }

// NumStrays returns the number of stray brackets.
func (b *Block) NumStrays() int { return b.strays }

// NumTokens returns the number of tokens.
func (b *Block) NumTokens() int { return len(b.tokens) }

// Token returns token i, 0 <= i < NumTokens.
func (b *Block) Token(i int) Token {
	t := b.tokens[i]
	end := token{source: int32(len(b.text)), plain: int32(len(b.plain))}
	if i+1 < len(b.tokens) {
		end = b.tokens[i+1]
	}
	return Token{
		Type:   t.typ,
		Kind:   t.kind,
		Source: source.Span{Start: int(t.source), End: int(end.source)},
		Plain:  source.Span{Start: int(t.plain), End: int(end.plain)},
	}
}

// Qualifiers returns the qualifiers of mark i in the order written.
func (b *Block) Qualifiers(i int) []Qualifier {
	s := b.marks[i].Qualifiers
	return parseQualifiers(b.text[s.Start:s.End], s.Start)
}

// MarkText returns the plain text that mark i holds.
func (b *Block) MarkText(i int) string {
	s := b.marks[i].Plain
	return b.plain[s.Start:s.End]
}

// TokenAt returns the index of the token that holds the byte offset at of the
// block's text; the last token for an offset at the end, -1 in an empty block.
func (b *Block) TokenAt(at int) int {
	return sort.Search(len(b.tokens), func(i int) bool { return int(b.tokens[i].source) > at }) - 1
}

// MarkAt returns the index of the innermost mark around the byte offset at of the
// block's text. When there is none it is a mark that starts or else ends right
// there, and -1 when there is none of these either.
func (b *Block) MarkAt(at int) int {
	around, starts, ends := -1, -1, -1
	for i, m := range b.marks {
		switch {
		case m.Source.Start > at:
			return max(around, starts, ends)
		case m.Source.Start == at:
			starts = i
		case m.Source.End > at:
			around = i
		case m.Source.End == at && ends < 0:
			ends = i
		}
		if around >= 0 {
			starts, ends = -1, -1
		} else if starts >= 0 {
			ends = -1
		}
	}
	return max(around, starts, ends)
}

// PlainAt returns the byte offset in the block's plain text of the byte offset
// at in its text. Inside something hidden it is where the hidden thing stands.
func (b *Block) PlainAt(at int) int {
	i := b.TokenAt(at)
	if i < 0 {
		return 0
	}
	t := b.Token(i)
	if t.Type == Escape && at < t.Source.End {
		return t.Plain.Start
	}
	return min(t.Plain.Start+at-t.Source.Start, t.Plain.End)
}

// SourceOf returns the span in the block's text of a span of its plain text:
// from the first character's start to the last one's end, with what is hidden
// between them, without what is hidden at either edge. For an empty span it is
// the empty span before the character there.
func (b *Block) SourceOf(plain source.Span) source.Span {
	start := b.sourceStart(plain.Start)
	if plain.Empty() {
		return source.Span{Start: start, End: start}
	}
	return source.Span{Start: start, End: b.sourceEnd(plain.End)}
}

// sourceStart returns where the character at the byte offset at of the plain
// text starts in the source, the end of the source for one past the last.
func (b *Block) sourceStart(at int) int {
	i := sort.Search(len(b.tokens), func(i int) bool { return int(b.tokens[i].plain) > at }) - 1
	if i < 0 {
		return 0
	}
	// Of several tokens at one plain offset the last alone can hold prose.
	t := b.Token(i)
	if at >= t.Plain.End {
		return t.Source.End
	}
	return t.Source.Start + at - t.Plain.Start
}

// sourceEnd returns where the character before the byte offset at of the plain
// text ends in the source, at > 0.
func (b *Block) sourceEnd(at int) int {
	i := sort.Search(len(b.tokens), func(i int) bool { return int(b.tokens[i].plain) >= at }) - 1
	t := b.Token(i)
	if t.Type == Escape {
		return t.Source.End
	}
	return t.Source.Start + at - t.Plain.Start
}

// Content returns the block's text up to its last line that is not blank, in
// bytes of the block's text.
func (b *Block) Content() source.Span {
	return source.Span{End: len(strings.TrimRightFunc(b.text, isSpace))}
}
