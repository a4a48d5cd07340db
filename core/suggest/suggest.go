// Package suggest finds what might be marked in a block: what its words say by the
// lexicon, what is marked elsewhere, and what a person has marked before.
//
// Suggestions are proposals and nothing more: no other package takes them for
// marks. They are the same for the same block, context and knowledge.
package suggest

import (
	"cmp"
	"slices"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Source says where a suggestion comes from. The zero value is FromWords.
type Source uint8

// The sources.
const (
	FromWords    Source = iota // the words of the sentence, by the lexicon
	FromDocument               // the same words are marked elsewhere in the document
	FromMemory                 // a person has marked the same words before
)

var sourceNames = [...]string{"words", "document", "memory"}

// String returns the name of the source.
func (s Source) String() string { return sourceNames[s] }

// Reason says why something is suggested.
type Reason struct {
	Source Source
	// Rule names what found it: a key of Explain, "" unless the source is FromWords.
	Rule string
	// Cue is the words that decided, "" for none.
	Cue string
	// Count is how often the same words are marked so elsewhere, 0 for FromWords.
	Count int
}

// Suggestion is a mark that might be made.
type Suggestion struct {
	// Plain is what it would hold, in bytes of the block's plain text.
	Plain source.Span
	Kind  syntax.Kind
	// Score is how sure it is, in percent.
	Score  int
	Reason Reason
	// Sentence is the index, in the block's reading, of the sentence it stands in.
	Sentence int
}

// compare orders by place, the longer first.
func compare(a, b Suggestion) int {
	return cmp.Or(cmp.Compare(a.Plain.Start, b.Plain.Start), cmp.Compare(b.Plain.End, a.Plain.End), cmp.Compare(a.Kind, b.Kind))
}

// Block returns what the words of a block suggest, in the order of the text. No two
// overlap, and none touches the inside of a mark. in is the context that the block
// was read in, and asIs what was read; both are nil for a block by itself.
func Block(b *syntax.Block, in *reading.Context, asIs *practice.Reading) []Suggestion {
	if asIs == nil {
		asIs, _ = reading.Block(b, in)
	}
	if b.IsFrontMatter() {
		return nil
	}
	var seeds []seed
	for i := range asIs.Sentences {
		if s := &asIs.Sentences[i]; !s.Heading || s.Marks > 0 {
			seeds = appendSeeds(seeds, b, s.Span)
		}
	}
	isAction := func(m syntax.Mark) bool { return m.Kind == syntax.Action }
	if len(seeds) == 0 && !slices.ContainsFunc(b.Marks(), isAction) {
		return nil
	}
	return choose(b, in, asIs, seeds)
}

// sentenceAt returns the index of the sentence that holds a span, -1 for none.
func sentenceAt(reading *practice.Reading, s source.Span) int {
	i, found := slices.BinarySearchFunc(reading.Sentences, s.Start, func(t practice.Sentence, at int) int {
		switch {
		case t.End <= at:
			return -1
		case t.Start > at:
			return 1
		}
		return 0
	})
	if !found || s.End > reading.Sentences[i].End {
		return -1
	}
	return i
}

// disjoint keeps of overlapping suggestions the one that comes first in the order
// of preference, which is by score.
func disjoint(list []Suggestion) []Suggestion {
	slices.SortStableFunc(list, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), compare(a, b))
	})
	var kept []Suggestion
	for _, s := range list {
		if !slices.ContainsFunc(kept, func(k Suggestion) bool { return overlap(k.Plain, s.Plain) }) {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, compare)
	return kept
}

func overlap(a, b source.Span) bool { return a.Start < b.End && b.Start < a.End }

// touchesMark reports whether a span overlaps a mark of the block.
func touchesMark(b *syntax.Block, s source.Span) bool {
	for _, m := range b.Marks() {
		if m.Plain.Start >= s.End {
			return false
		}
		if overlap(m.Plain, s) {
			return true
		}
	}
	return false
}
