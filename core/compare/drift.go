package compare

import (
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Drift is a place where the plain text of a document has left its base, the text
// as it was published.
type Drift struct {
	// Plain is the place in bytes of the document's plain text, and Source the same in
	// its source, with what is hidden inside and without what is hidden at the edges.
	// Both are empty where words are missing.
	Plain, Source source.Span
	// Text is what stands there, and Base what the base has instead.
	Text, Base string
}

// FindDrift returns where the plain text of a document differs from its base, in the
// order of the text. base is normalised as source.File.Text is. The error is
// ErrCancelled.
func FindDrift(t syntax.Tree, base string, p Progress) ([]Drift, error) {
	plain := t.Plain()
	changes, err := Diff(plain, base, p)
	if err != nil {
		return nil, err
	}
	list := make([]Drift, len(changes))
	for i, c := range changes {
		list[i] = Drift{c.A, SourceOf(t, c.A), plain[c.A.Start:c.A.End], base[c.B.Start:c.B.End]}
	}
	return list, nil
}

// SourceOf returns where a span of the plain text stands in the source, in bytes of
// both. It spans what is hidden inside it, and nothing hidden at its edges.
func SourceOf(t syntax.Tree, plain source.Span) source.Span {
	at := func(offset int, b *syntax.Block, before syntax.Total, end bool) int {
		local := offset - before.Plain.Bytes
		if end {
			return before.Source.Bytes + b.SourceOf(source.Span{Start: 0, End: local}).End
		}
		return before.Source.Bytes + b.SourceOf(source.Span{Start: local, End: local}).Start
	}
	i, before := t.Find(plain.Start, syntax.PlainBytes)
	if i == t.Len() {
		n := t.Sum().Source.Bytes
		return source.Span{Start: n, End: n}
	}
	start := at(plain.Start, t.At(i), before, false)
	if plain.Empty() {
		return source.Span{Start: start, End: start}
	}
	j, before := t.Find(plain.End-1, syntax.PlainBytes)
	return source.Span{Start: start, End: at(plain.End, t.At(j), before, true)}
}

var (
	restoreGone = locale.Text{
		ZH: "文字已经变了：请重新与原文比较",
		EN: "the text has changed: compare it with its base again"}
	restoreEdge = locale.Text{
		ZH: "改动跨过标注“%s”的边缘：请先移动这条边缘，或取消这个标注",
		EN: "the change crosses an edge of the mark “%s”: move the edge or unmark it first"}
	restoreEmpties = locale.Text{
		ZH: "标注“%s”里的文字原文没有：请先取消这个标注",
		EN: "the base does not have the words of the mark “%s”: unmark it first"}
	restoreBlankLine = locale.Text{
		ZH: "原文在标注“%s”中间有空行，标注不能跨过空行：请先取消这个标注",
		EN: "the base has a blank line inside the mark “%s”, which no mark can run over: unmark it first"}
	restoreEmptyMark = locale.Text{
		ZH: "这一段里有空的标注：请先删去它",
		EN: "this paragraph has an empty mark: remove it first"}
	restoreNothing = locale.Text{
		ZH: "这里与原文没有不同",
		EN: "nothing here differs from the base"}
)

func refuse(reason locale.Text, args ...any) error {
	return &annotate.Refusal{Reason: reason, Args: args}
}

// Restore returns the edits, in bytes of the source, that give places of a document
// the words of its base again. They are of what FindDrift said of this very tree, in
// its order. Marks around and beside the places stay; when one cannot, nothing is
// restored and the error, an *annotate.Refusal, says which and what to do.
func Restore(t syntax.Tree, places []Drift) ([]source.Edit, error) {
	if len(places) == 0 {
		return nil, refuse(restoreNothing)
	}
	plain := t.Plain()
	edits := make([]source.Edit, len(places))
	for i, d := range places {
		if d.Plain.End > len(plain) || plain[d.Plain.Start:d.Plain.End] != d.Text {
			return nil, refuse(restoreGone)
		}
		edits[i] = source.Edit{Span: d.Plain, Text: d.Base}
	}
	if source.CheckEdits(len(plain), edits) != nil {
		return nil, refuse(restoreGone)
	}
	// Places that share blocks are restored together, each run of blocks by itself.
	var out []source.Edit
	for len(edits) > 0 {
		first, _ := t.Find(edits[0].Start, syntax.PlainBytes)
		first = max(0, first-1)
		last, n := first, 0
		for n < len(edits) {
			i, _ := t.Find(edits[n].Start, syntax.PlainBytes)
			if n > 0 && i > last+1 {
				break
			}
			j, _ := t.Find(edits[n].End, syntax.PlainBytes)
			last = min(max(last, i+1, j+1), t.Len()-1)
			n++
		}
		edit, err := restoreBlocks(t, first, last+1, edits[:n])
		if err != nil {
			return nil, err
		}
		if edit.Len() > 0 || edit.Text != "" {
			out = append(out, edit)
		}
		edits = edits[n:]
	}
	after, err := source.Apply(t.Text(), out)
	want, _ := source.Apply(plain, plainEdits(places))
	if err != nil || syntax.Parse(after).Plain() != want {
		return nil, refuse(restoreGone)
	}
	return out, nil
}

func plainEdits(places []Drift) []source.Edit {
	edits := make([]source.Edit, len(places))
	for i, d := range places {
		edits[i] = source.Edit{Span: d.Plain, Text: d.Base}
	}
	return edits
}

// restoreBlocks applies edits of the plain text to the blocks [first, last), which
// hold them all.
func restoreBlocks(t syntax.Tree, first, last int, edits []source.Edit) (source.Edit, error) {
	if t.Len() > 0 && t.At(first).IsFrontMatter() {
		first++
	}
	if first >= t.Len() {
		first = t.Len()
		last = first
	}
	before := t.Before(first)
	local := make([]source.Edit, len(edits))
	for i, e := range edits {
		local[i] = e.Shift(-before.Plain.Bytes)
	}
	var src, plain strings.Builder
	var marks []Mark
	for i := first; i < last; i++ {
		b := t.At(i)
		for k, m := range b.Marks() {
			if m.Plain.Empty() {
				return source.Edit{}, refuse(restoreEmptyMark)
			}
			marks = append(marks, Mark{m.Kind, m.Plain.Shift(plain.Len()), b.MarkText(k), qualifiersOf(b, k)})
		}
		src.WriteString(b.Text())
		plain.WriteString(b.Plain())
	}
	restored, err := source.Apply(plain.String(), local)
	if err != nil {
		return source.Edit{}, refuse(restoreGone)
	}
	annotations := make([]syntax.Annotation, len(marks))
	for i, m := range marks {
		if m.Plain, err = through(m, local); err != nil {
			return source.Edit{}, err
		}
		annotations[i] = m.annotation()
	}
	markup, refused := syntax.Write(restored, annotations)
	if len(refused) > 0 {
		return source.Edit{}, refuse(restoreBlankLine, marks[refused[0]].Text)
	}
	if before.Source.Bytes > 0 {
		if w := syntax.Parse(markup); w.Len() > 0 && w.At(0).IsFrontMatter() {
			markup = markup[w.At(0).Size().Bytes:]
		}
	}
	return trimmed(source.Edit{Span: source.Span{Start: before.Source.Bytes, End: before.Source.Bytes + src.Len()}, Text: markup}, src.String()), nil
}

// through returns where a mark is after edits of the plain text.
func through(m Mark, edits []source.Edit) (source.Span, error) {
	s := m.Plain
	start, end := s.Start, s.End
	for _, e := range edits {
		grow := len(e.Text) - e.Len()
		switch {
		case e.End <= s.Start:
			// Before the mark, or put in right before it.
			start, end = start+grow, end+grow
		case e.Start >= s.End:
		case s.Contains(e.Span):
			end += grow
		case e.Text == "":
			// Words that the base does not have, some of them in the mark.
			in := min(e.End, s.End) - max(e.Start, s.Start)
			if e.Start < s.Start {
				start -= s.Start - e.Start
				end -= s.Start - e.Start
			}
			end -= in
		default:
			return s, refuse(restoreEdge, m.Text)
		}
	}
	if start >= end {
		return s, refuse(restoreEmpties, m.Text)
	}
	return source.Span{Start: start, End: end}, nil
}

// trimmed returns an edit of src without what it leaves as it is at either end.
func trimmed(e source.Edit, src string) source.Edit {
	head := 0
	for head < len(src) && head < len(e.Text) && src[head] == e.Text[head] {
		head++
	}
	for head > 0 && (head < len(src) && !startsRune(src[head]) || head < len(e.Text) && !startsRune(e.Text[head])) {
		head--
	}
	tail := 0
	for tail < len(src)-head && tail < len(e.Text)-head && src[len(src)-1-tail] == e.Text[len(e.Text)-1-tail] {
		tail++
	}
	for tail > 0 && (!startsRune(src[len(src)-tail]) || !startsRune(e.Text[len(e.Text)-tail])) {
		tail--
	}
	return source.Edit{Span: source.Span{Start: e.Start + head, End: e.End - tail}, Text: e.Text[head : len(e.Text)-tail]}
}

func startsRune(c byte) bool { return c&0xC0 != 0x80 }
