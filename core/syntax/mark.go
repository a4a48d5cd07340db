package syntax

import (
	"strings"

	"github.com/policymark/policymark/core/source"
)

// Mark is a stretch of a block that two brackets hold.
type Mark struct {
	Kind Kind
	// Parent is the index in the block's marks of the mark around this one, -1
	// when there is none.
	Parent int
	// Depth is the number of marks around this one.
	Depth int
	// Source is the mark with its brackets, Inner the text between them without
	// the qualifiers; both in bytes of the block's text.
	Source, Inner source.Span
	// Plain is the text that the mark holds, in bytes of the block's plain text.
	Plain source.Span
	// Qualifiers is the bar and all behind it up to the closing bracket, in
	// bytes of the block's text; empty, at the closing bracket, when there are
	// none.
	Qualifiers source.Span
}

// Opener returns where the opening bracket stands in the block's text.
func (m Mark) Opener() source.Span {
	return source.Span{Start: m.Source.Start, End: m.Source.Start + 1}
}

// Closer returns where the closing bracket stands in the block's text.
func (m Mark) Closer() source.Span { return source.Span{Start: m.Source.End - 1, End: m.Source.End} }

// Qualifier is one word behind the bar of a mark.
type Qualifier struct {
	// Key is what the qualifier is about: "#", "@", "=", "in:" for those that
	// name a mark, and the whole word for all others.
	Key string
	// Name is the name behind a Key that takes one, else "".
	Name string
	// Span is where it stands, in bytes of the block's text.
	Span source.Span
}

// String returns the qualifier as it is written.
func (q Qualifier) String() string { return q.Key + q.Name }

// The keys of the qualifiers that name a mark.
const (
	Naming    = "#"   // names this mark
	Belonging = "@"   // belongs to the practice of the action so named; "-" is none
	SameAs    = "="   // the same thing as the mark so named
	PartOf    = "in:" // part of the data so named
)

// parseQualifiers reads the words of text behind its bar; at is where the bar
// stands.
func parseQualifiers(text string, at int) []Qualifier {
	var list []Qualifier
	i := 1
	for i < len(text) {
		if isQualifierSpace(text[i]) {
			i++
			continue
		}
		j := i
		for j < len(text) && !isQualifierSpace(text[j]) {
			j++
		}
		q := Qualifier{Key: text[i:j], Span: source.Span{Start: at + i, End: at + j}}
		for _, key := range []string{Naming, Belonging, SameAs, PartOf} {
			if name, found := strings.CutPrefix(q.Key, key); found && name != "" {
				q.Key, q.Name = key, name
				break
			}
		}
		list = append(list, q)
		i = j
	}
	return list
}

func isQualifierSpace(c byte) bool { return c == ' ' || c == '\t' }
