package rules

import (
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var looseEdge = &rule.Rule{
	Name:     "loose-edge",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "标注的边缘有空白或标点", EN: "White space or punctuation at a mark's edge"},
	Message: locale.Text{
		ZH: "标注“%s”的边缘带着空白或标点：请把它们移到括号外面",
		EN: "the mark “%s” has white space or punctuation at its edge: move it out of the brackets"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			core := annotate.Trim(b.Plain(), m.Plain)
			if core.Empty() || core == m.Plain || m.Kind == syntax.Actor && inPair(b.Plain(), m.Plain, core) {
				continue
			}
			edits, ok := trimEdits(b, m, core)
			if !ok {
				continue // the loose text belongs to a mark inside, which is reported itself
			}
			p.Report(looseSpan(b, m, core), []any{b.MarkText(i)}, rule.Fix{
				Title: locale.Text{ZH: "把边缘的空白和标点移出去", EN: "move white space and punctuation out"},
				Edits: edits,
			})
		}
	},
}

// trimEdits returns the edits that move what is loose out of a mark; ok is false
// when another mark begins or ends within it.
func trimEdits(b *syntax.Block, m syntax.Mark, core source.Span) (edits []source.Edit, ok bool) {
	if core.Start > m.Plain.Start {
		s := b.SourceOf(source.Span{Start: m.Plain.Start, End: core.Start})
		if s.Start != m.Inner.Start || !movable(b, s) {
			return nil, false
		}
		edits = append(edits, source.Insert(m.Source.Start, b.Text()[s.Start:s.End]), source.Edit{Span: s})
	}
	if core.End < m.Plain.End {
		s := b.SourceOf(source.Span{Start: core.End, End: m.Plain.End})
		if s.End != m.Inner.End || !movable(b, s) {
			return nil, false
		}
		edits = append(edits, source.Edit{Span: s}, source.Insert(m.Source.End, b.Text()[s.Start:s.End]))
	}
	return edits, true
}

// movable reports whether a span of the source is prose that means the same
// inside of a mark and outside.
func movable(b *syntax.Block, s source.Span) bool {
	if strings.Contains(b.Text()[s.Start:s.End], "|") {
		return false
	}
	for i := max(0, b.TokenAt(s.Start)); i < b.NumTokens() && b.Token(i).Source.Start < s.End; i++ {
		if !isProse(b.Token(i)) {
			return false
		}
	}
	return true
}

// looseSpan returns the source of what is loose: one edge, or the whole mark when
// both are.
func looseSpan(b *syntax.Block, m syntax.Mark, core source.Span) source.Span {
	switch {
	case core.End == m.Plain.End:
		return b.SourceOf(source.Span{Start: m.Plain.Start, End: core.Start})
	case core.Start == m.Plain.Start:
		return b.SourceOf(source.Span{Start: core.End, End: m.Plain.End})
	}
	return m.Source
}

// inPair reports whether nothing is loose but a pair of quotation marks or the like
// around the whole, as in 《新街头》, which may belong to a name.
func inPair(plain string, whole, core source.Span) bool {
	if core.Start == whole.Start || core.End == whole.End {
		return false
	}
	for _, pair := range [...]string{"《》", "“”", "「」", "【】", "‘’", "（）"} {
		if plain[whole.Start:core.Start] == pair[:3] && plain[core.End:whole.End] == pair[3:] {
			return true
		}
	}
	return false
}
