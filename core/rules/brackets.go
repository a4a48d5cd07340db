package rules

import (
	"sort"
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// alone and the like say what a stray bracket is part of, so that one fault is one
// problem.
const (
	alone    = iota
	crossing // two marks that cross
	widths   // a pair of a full-width bracket and an ASCII one
)

// stray is a stray bracket.
type stray struct {
	syntax.Token
	index   int // of the token
	partner int // alone, crossing or widths
	// other is the index in the list of the other bracket of two that cross, and
	// mark the mark that they cross; -1 for none.
	other, mark int
}

// strays returns the stray brackets of a block in order.
func strays(b *syntax.Block) []stray {
	if b.NumStrays() == 0 {
		return nil
	}
	var list []stray
	for i := range b.NumTokens() {
		if t := b.Token(i); t.Type == syntax.StrayOpen || t.Type == syntax.StrayClose {
			list = append(list, stray{Token: t, index: i, other: -1, mark: -1})
		}
	}
	for i := range list {
		s := &list[i]
		if s.Kind == syntax.Actor && mixedPartner(b.Plain(), s.Plain.Start) >= 0 {
			s.partner = widths
		}
	}
	for i := range list {
		if list[i].partner == alone && list[i].Type == syntax.StrayOpen {
			findCrossing(b, list, i)
		}
	}
	return list
}

// maxCrossing is how many bytes two marks that cross reach at most, and maxPair how
// far apart the brackets of a pair are.
const (
	maxCrossing = 400
	maxPair     = 600
)

// findCrossing finds the bracket that closes the stray opener i on the other side
// of a mark's end: <订单[信息>共享].
func findCrossing(b *syntax.Block, list []stray, i int) {
	marks := b.Marks()
	at := list[i].Source.Start
	mark := sort.Search(len(marks), func(k int) bool { return marks[k].Source.Start > at }) - 1
	for mark >= 0 && marks[mark].Source.End < at {
		mark = marks[mark].Parent
	}
	if mark < 0 {
		return
	}
	for k := i + 1; k < len(list); k++ {
		s := &list[k]
		if s.Source.Start > at+maxCrossing {
			return
		}
		if s.Kind != list[i].Kind || s.partner != alone || s.Source.Start < b.Marks()[mark].Source.End {
			continue
		}
		between := b.Plain()[list[i].Plain.End:s.Plain.Start]
		if s.Type == syntax.StrayClose && !strings.ContainsAny(between, "。\n") && !strings.Contains(between, ". ") {
			list[i].partner, s.partner = crossing, crossing
			list[i].other, s.other, list[i].mark, s.mark = k, i, mark, mark
		}
		return
	}
}

// maxQuoted is how many code points of a text are shown at either end.
const maxQuoted = 12

// short returns s without its middle when it is long.
func short(s string) string {
	r := []rune(s)
	if len(r) <= 2*maxQuoted+1 {
		return s
	}
	return string(r[:maxQuoted]) + "…" + string(r[len(r)-maxQuoted:])
}

// isProse reports whether a token is part of the plain text and no bracket.
func isProse(t syntax.Token) bool { return t.Type == syntax.Text || t.Type == syntax.Escape }

// escapeStray keeps a stray bracket as text.
func escapeStray(b *syntax.Block, t syntax.Token) rule.Fix {
	return rule.Fix{
		Title:  locale.Text{ZH: "把“%s”当作正文（转义）", EN: "keep “%s” as text (escape it)"},
		Args:   []any{b.Text()[t.Source.Start:t.Source.End]},
		Edits:  []source.Edit{source.Insert(t.Source.Start, `\`)},
		Choice: true,
	}
}

// deleteStray removes a stray bracket.
func deleteStray(b *syntax.Block, t syntax.Token) rule.Fix {
	return rule.Fix{
		Title:        locale.Text{ZH: "从正文里删去“%s”", EN: "delete “%s” from the text"},
		Args:         []any{b.Text()[t.Source.Start:t.Source.End]},
		Edits:        []source.Edit{source.Delete(t.Source.Start, t.Source.End)},
		ChangesPlain: true,
		Choice:       true,
	}
}

// unwrap returns the edits that remove the brackets and qualifiers of marks.
func unwrap(marks ...syntax.Mark) []source.Edit {
	var edits []source.Edit
	for _, m := range marks {
		edits = append(edits, source.Edit{Span: m.Opener()},
			source.Edit{Span: source.Span{Start: m.Qualifiers.Start, End: m.Source.End}})
	}
	source.SortEdits(edits)
	return edits
}

// escapeMarks returns the edits that make text of the brackets of marks.
func escapeMarks(marks ...syntax.Mark) []source.Edit {
	var edits []source.Edit
	for _, m := range marks {
		edits = append(edits, source.Insert(m.Source.Start, `\`), source.Insert(m.Closer().Start, `\`))
	}
	source.SortEdits(edits)
	return edits
}

// hasChild reports whether mark i of b holds another mark.
func hasChild(b *syntax.Block, i int) bool {
	marks := b.Marks()
	return i+1 < len(marks) && marks[i+1].Parent == i
}

// shrink makes a mark hold a part of its words, in bytes of the plain text.
func shrink(b *syntax.Block, m syntax.Mark, to source.Span) rule.Fix {
	s := b.SourceOf(to)
	var edits []source.Edit
	if to.Start != m.Plain.Start {
		edits = append(edits, source.Edit{Span: m.Opener()}, source.Insert(s.Start, m.Kind.Open()))
	}
	if to.End != m.Plain.End {
		tail := source.Span{Start: m.Qualifiers.Start, End: m.Source.End}
		edits = append(edits, source.Insert(s.End, b.Text()[tail.Start:tail.End]), source.Edit{Span: tail})
	}
	return rule.Fix{
		Title:  locale.Text{ZH: "只标注“%s”", EN: "mark only “%s”"},
		Args:   []any{short(oneLine(b.Plain()[to.Start:to.End]))},
		Edits:  edits,
		Choice: true,
	}
}

// hasHan reports whether s holds a Chinese character.
func hasHan(s string) bool {
	for _, r := range s {
		if isHanRune(r) {
			return true
		}
	}
	return false
}
