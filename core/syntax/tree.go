// Package syntax reads the markup: prose with marks laid into it. The tree is
// lossless, for its tokens tile the source byte for byte, and reading never
// fails: a bracket without a partner is a stray token, which a rule reports.
package syntax

import (
	"strings"

	"github.com/policymark/policymark/core/sequence"
	"github.com/policymark/policymark/core/source"
)

// Total is what blocks add up to. The zero value is the total of no block.
type Total struct {
	Source source.Size // of the source
	Plain  source.Size // of the plain text
	Marks  int
	Kinds  [len(kinds)]int // marks by kind
	Strays int             // stray brackets
}

// AddTo adds the total to a sum.
func (t Total) AddTo(sum *Total) {
	sum.Source = sum.Source.Add(t.Source)
	sum.Plain = sum.Plain.Add(t.Plain)
	sum.Marks += t.Marks
	for i, n := range t.Kinds {
		sum.Kinds[i] += n
	}
	sum.Strays += t.Strays
}

// SourceBytes and its like choose a unit for Tree.Find.
func SourceBytes(t *Total) int { return t.Source.Bytes }

// SourceUnits counts in UTF-16 units of the source.
func SourceUnits(t *Total) int { return t.Source.Units }

// PlainBytes counts in bytes of the plain text.
func PlainBytes(t *Total) int { return t.Plain.Bytes }

// PlainPoints counts in code points of the plain text.
func PlainPoints(t *Total) int { return t.Plain.Points }

// AddTo adds the block to the total of a document.
func (b *Block) AddTo(sum *Total) {
	sum.Source = sum.Source.Add(b.size)
	sum.Plain = sum.Plain.Add(b.plainSize)
	sum.Marks += len(b.marks)
	for i := range b.marks {
		sum.Kinds[b.marks[i].Kind]++
	}
	sum.Strays += b.strays
}

// Tree is a document as it was read: blocks that join to its source. The zero
// value is the empty document. A tree is never changed; Edit returns another
// that shares with it the blocks that stay.
type Tree struct {
	sequence.Of[*Block, Total]
}

// Parse reads a document.
func Parse(text string) Tree { return Tree{sequence.New(readBlocks(text))} }

func readBlocks(text string) []*Block {
	front := frontMatterEnd(text)
	blocks := splitBlocks(text[front:])
	if front > 0 {
		blocks = append([]*Block{frontMatterBlock(text[:front])}, blocks...)
	}
	return blocks
}

// Change says which blocks an edit replaced: From counts in both trees, and
// Removed blocks of the tree before gave way to Inserted ones.
type Change struct {
	From, Removed, Inserted int
}

// Edit returns the tree of the source with one edit applied, and what changed.
// It reads again only what the edit can have touched. An edit that lies outside
// of the source is an error.
func (t Tree) Edit(e source.Edit) (Tree, Change, error) {
	if err := source.CheckEdits(t.Sum().Source.Bytes, []source.Edit{e}); err != nil {
		return t, Change{}, err
	}
	if t.touchesFrontMatter(e) {
		text, err := source.Apply(t.Text(), []source.Edit{e})
		if err != nil {
			return t, Change{}, err
		}
		blocks := readBlocks(text)
		from, old, fresh := t.trim(0, t.Items(0, t.Len()), blocks)
		return Tree{t.Splice(from, from+old, fresh)}, Change{from, old, len(fresh)}, nil
	}
	// A block's neighbours are read with it: an edit can take away the blank
	// line that keeps two apart, or make a whole block blank.
	first, _ := t.Find(e.Start, SourceBytes)
	last, _ := t.Find(e.End, SourceBytes)
	first, last = max(0, first-1), min(last+2, t.Len())
	if first < last && t.At(first).front {
		first++
	}
	start := t.Before(first).Source.Bytes
	old := t.Items(first, last)
	text, err := source.Apply(join(old), []source.Edit{e.Shift(-start)})
	if err != nil {
		return t, Change{}, err
	}
	from, removed, fresh := t.trim(first, old, splitBlocks(text))
	return Tree{t.Splice(from, from+removed, fresh)}, Change{from, removed, len(fresh)}, nil
}

// trim leaves out of old, which starts at block first, and fresh what is the same
// at either end. It returns where the difference starts, how many old blocks it
// takes and the fresh ones.
func (t Tree) trim(first int, old, fresh []*Block) (int, int, []*Block) {
	same := func(a, b *Block) bool { return a.front == b.front && a.text == b.text }
	for len(old) > 0 && len(fresh) > 0 && same(old[0], fresh[0]) {
		old, fresh = old[1:], fresh[1:]
		first++
	}
	for len(old) > 0 && len(fresh) > 0 && same(old[len(old)-1], fresh[len(fresh)-1]) {
		old, fresh = old[:len(old)-1], fresh[:len(fresh)-1]
	}
	return first, len(old), fresh
}

// touchesFrontMatter reports whether an edit can make, end or unmake front
// matter.
func (t Tree) touchesFrontMatter(e source.Edit) bool {
	if t.Len() == 0 {
		return true
	}
	if first := t.At(0); first.front {
		return e.Start < first.size.Bytes || !strings.HasSuffix(first.text, "\n")
	}
	if e.Start > maxFrontMatter || e.Start > len(fence) && !strings.HasPrefix(t.At(0).text, fence) {
		return false
	}
	head := t.head(maxFrontMatter + e.Len())
	after, err := source.Apply(head, []source.Edit{{Span: source.Span{Start: e.Start, End: min(e.End, len(head))}, Text: e.Text}})
	return err != nil || startsLikeFrontMatter(after)
}

// head returns the source of the first blocks that hold at least n bytes, or of
// all.
func (t Tree) head(n int) string {
	i, _ := t.Find(n, SourceBytes)
	return join(t.Items(0, min(i+1, t.Len())))
}

// Text returns the source of the document.
func (t Tree) Text() string { return join(t.Items(0, t.Len())) }

// Plain returns the plain text of the document.
func (t Tree) Plain() string {
	var b strings.Builder
	b.Grow(t.Sum().Plain.Bytes)
	t.From(0, func(_ int, _ Total, block *Block) bool {
		b.WriteString(block.plain)
		return true
	})
	return b.String()
}

func join(blocks []*Block) string {
	n := 0
	for _, b := range blocks {
		n += b.size.Bytes
	}
	var text strings.Builder
	text.Grow(n)
	for _, b := range blocks {
		text.WriteString(b.text)
	}
	return text.String()
}
