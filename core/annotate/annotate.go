// Package annotate holds the verbs of the editor as edits of the text: mark,
// unmark, change the kind, move an edge, split, join. Every verb leaves the plain
// text as it was and never makes a crossing or a stray bracket; when that cannot
// be, it answers with a Refusal that says why.
//
// Offsets are bytes of the document's source, as are the edits.
package annotate

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Result is what a verb wants done.
type Result struct {
	// Edits are in order and apart.
	Edits []source.Edit
	// Select is what the verb was about in the text after the edits: the inside of
	// the mark that it made or changed, or the text that it unmarked.
	Select source.Span
	// Text is the plain text of that mark.
	Text string
}

// Refusal says why a verb cannot do what was asked.
type Refusal struct {
	Reason locale.Text
	Args   []any
}

// Error returns the reason in English.
func (r *Refusal) Error() string { return r.In(locale.EN) }

// In returns the reason in a language.
func (r *Refusal) In(lang locale.Lang) string { return r.Reason.In(lang, r.Args...) }

func refuse(reason locale.Text, args ...any) error { return &Refusal{reason, args} }

var (
	nothingToMark = locale.Text{
		ZH: "这里没有可标注的文字：请选中至少一个字",
		EN: "there is no text to mark here: select at least one character"}
	acrossBlocks = locale.Text{
		ZH: "标注不能跨越空行：请在每一段里分别标注",
		EN: "a mark cannot run over a blank line: mark each paragraph by itself"}
	inFrontMatter = locale.Text{
		ZH: "文首的元数据里不能标注",
		EN: "the front matter can hold no marks"}
	wouldCross = locale.Text{
		ZH: "会与标注“%s”交叉：请把它整个选上，或不选它",
		EN: "this would cross the mark “%s”: select all of it or none of it"}
	noMarkHere = locale.Text{
		ZH: "这里没有标注：请把光标放进一个标注里",
		EN: "there is no mark here: put the caret in one"}
	alreadyMarked = locale.Text{
		ZH: "“%s”已经这样标注了",
		EN: "“%s” is already marked like this"}
	wouldBeEmpty = locale.Text{
		ZH: "标注里至少要留一个字：要去掉标注，请用“取消标注”",
		EN: "a mark keeps at least one character: to remove it, unmark it"}
	noSplitHere = locale.Text{
		ZH: "不能在这里拆分：光标两边都要有同一标注的文字，且不在内层标注里",
		EN: "the mark cannot be split here: it needs text on both sides of the caret, outside the marks in it"}
	nothingToJoin = locale.Text{
		ZH: "后面没有可以合并的同类标注",
		EN: "no mark of the same kind follows to join with"}
	soAlready = locale.Text{
		ZH: "已经是这样了",
		EN: "it is already like this"}
	noFurther = locale.Text{
		ZH: "标注已经到了这一段的边上",
		EN: "the mark has reached the edge of its paragraph"}
	notPossible = locale.Text{
		ZH: "这样会改变正文或别处的标注，所以没有做",
		EN: "this would change the text or marks elsewhere, so it was not done"}
)

// Mark puts a mark of kind around the text between two offsets. What is hidden at
// the edges does not matter. Unless exact, white space and punctuation at the
// edges are left out.
func Mark(t syntax.Tree, kind syntax.Kind, from, to int, exact bool) (Result, error) {
	b, err := blockOf(t, from, to)
	if err != nil {
		return Result{}, err
	}
	span := source.Span{Start: b.PlainAt(from - b.start), End: b.PlainAt(to - b.start)}
	span = trimWith(b.Plain(), span, exact)
	if span.Empty() {
		return Result{}, refuse(nothingToMark)
	}
	for i, m := range b.Marks() {
		if m.Kind == kind && m.Plain == span {
			return Result{}, refuse(alreadyMarked, b.MarkText(i))
		}
	}
	p := planFor(b)
	if err := p.add(kind, span, ""); err != nil {
		return Result{}, err
	}
	return p.result(t)
}

// Unmark removes the brackets and the qualifiers of the innermost mark at an
// offset, and keeps the text in it.
func Unmark(t syntax.Tree, at int) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	p := planFor(b, i)
	return p.result(t)
}

// Retype changes the kind of the innermost mark at an offset.
func Retype(t syntax.Tree, at int, kind syntax.Kind) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	m := b.Marks()[i]
	if m.Kind == kind {
		return Result{}, refuse(alreadyMarked, b.MarkText(i))
	}
	p := planFor(b, i)
	p.added = append(p.added, addition{kind, m.Inner, m.Plain, b.qualifiers(i)})
	return p.result(t)
}

// MoveEdge moves the end, or else the start, of the innermost mark at an offset
// to another offset.
func MoveEdge(t syntax.Tree, at int, end bool, to int) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	if other, err := blockOf(t, to, to); err != nil || other.start != b.start {
		return Result{}, refuse(acrossBlocks)
	}
	m := b.Marks()[i]
	span := m.Plain
	if end {
		span.End = b.PlainAt(to - b.start)
	} else {
		span.Start = b.PlainAt(to - b.start)
	}
	if span.Start >= span.End {
		return Result{}, refuse(wouldBeEmpty)
	}
	p := planFor(b, i)
	if err := p.add(m.Kind, span, b.qualifiers(i)); err != nil {
		return Result{}, err
	}
	return p.result(t)
}

// Split makes two marks of the innermost mark at an offset. Separators and white
// space there stay between the two; the first keeps the qualifiers.
func Split(t syntax.Tree, at int) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	m := b.Marks()[i]
	cut := b.PlainAt(at - b.start)
	left := Trim(b.Plain(), source.Span{Start: m.Plain.Start, End: cut})
	right := Trim(b.Plain(), source.Span{Start: cut, End: m.Plain.End})
	// Trim what faces the cut, not the outer edges, which are the mark's own.
	left.Start, right.End = m.Plain.Start, m.Plain.End
	if cut <= m.Plain.Start || cut >= m.Plain.End || left.End <= left.Start || right.Start >= right.End {
		return Result{}, refuse(noSplitHere)
	}
	p := planFor(b, i)
	if p.add(m.Kind, left, b.qualifiers(i)) != nil || p.add(m.Kind, right, "") != nil {
		return Result{}, refuse(noSplitHere)
	}
	return p.result(t)
}

// Join makes one mark of the innermost mark at an offset and the next one of its
// kind beside it, with the text between them. It keeps the qualifiers of the
// first.
func Join(t syntax.Tree, at int) (Result, error) {
	b, i, err := markAt(t, at)
	if err != nil {
		return Result{}, err
	}
	m := b.Marks()[i]
	next := -1
	for j := i + 1; j < len(b.Marks()) && next < 0; j++ {
		if n := b.Marks()[j]; n.Parent == m.Parent {
			if n.Kind != m.Kind {
				break
			}
			next = j
		}
	}
	if next < 0 {
		return Result{}, refuse(nothingToJoin)
	}
	p := planFor(b, i, next)
	if err := p.add(m.Kind, source.Span{Start: m.Plain.Start, End: b.Marks()[next].Plain.End}, b.qualifiers(i)); err != nil {
		return Result{}, err
	}
	return p.result(t)
}

// block is a block and where it starts in the document.
type block struct {
	*syntax.Block
	start int
}

// qualifiers returns the words behind the bar of mark i.
func (b block) qualifiers(i int) string {
	s := b.Marks()[i].Qualifiers
	if s.Empty() {
		return ""
	}
	return b.Text()[s.Start+1 : s.End]
}

// blockOf returns the block that holds both offsets.
func blockOf(t syntax.Tree, from, to int) (block, error) {
	if from > to || from < 0 || to > t.Sum().Source.Bytes || t.Len() == 0 {
		return block{}, refuse(nothingToMark)
	}
	i, before := t.Find(from, syntax.SourceBytes)
	if i == t.Len() {
		i--
		before = t.Before(i)
	}
	b := block{t.At(i), before.Source.Bytes}
	if to > b.start+b.Size().Bytes {
		return block{}, refuse(acrossBlocks)
	}
	if b.IsFrontMatter() {
		return block{}, refuse(inFrontMatter)
	}
	return b, nil
}

// markAt returns the block and the index of the innermost mark at an offset.
func markAt(t syntax.Tree, at int) (block, int, error) {
	b, err := blockOf(t, at, at)
	if err != nil {
		return block{}, 0, refuse(noMarkHere)
	}
	i := b.MarkAt(at - b.start)
	if i < 0 {
		return block{}, 0, refuse(noMarkHere)
	}
	return b, i, nil
}
