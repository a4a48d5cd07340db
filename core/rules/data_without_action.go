package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var dataWithoutAction = &rule.Rule{
	Name:     "data-without-action",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "数据没有动作", EN: "Data without an action"},
	Message: locale.Text{
		ZH: "句子里没有处理“%s”的动作：请标出动词，或者取消这个标注",
		EN: "no action of the sentence handles “%s”: mark the verb, or unmark the data"},
	Check: func(p *rule.Pass) {
		b := p.Block
		used := usedMarks(b, p.Reading)
		for _, s := range p.Reading.Sentences {
			// What an item is about, its lead-in says.
			if s.Marks == 0 || len(s.Practices) > 0 || s.Item || s.Heading || goesOn(b.Plain(), s.Span) || p.Broken(s.Span) {
				continue
			}
			i := firstData(b, s.Span)
			if i < 0 || used[i] {
				continue
			}
			sentence := s.Span
			p.ReportLate(b.Marks()[i].Source, []any{b.MarkText(i)}, func() []rule.Fix {
				var fixes []rule.Fix
				if verb := findWord(b, sentence, lexicon.Verb); !verb.Empty() {
					fixes = markFix(b, verb, syntax.Action)
				}
				return append(fixes, unmarkFix(b, i))
			})
		}
	},
}

// usedMarks says of each mark of a block whether it belongs to a practice of it.
func usedMarks(b *syntax.Block, r *practice.Reading) []bool {
	used := make([]bool, len(b.Marks()))
	noteOne := func(v *practice.Value) {
		if v.Place.Block == b && v.Mark >= 0 {
			used[v.Mark] = true
		}
	}
	note := func(values []practice.Value) {
		for i := range values {
			noteOne(&values[i])
		}
	}
	for i := range r.Practices {
		p := &r.Practices[i]
		note(p.Data)
		for i := range p.Groups {
			g := &p.Groups[i]
			note(g.Children)
			noteOne(&g.Parent)
		}
	}
	return used
}

// firstData returns the index of the first data mark that starts in a span of the
// plain text, -1 when there is none.
func firstData(b *syntax.Block, s source.Span) int {
	for i, m := range b.Marks() {
		if m.Kind == syntax.Data && s.Start <= m.Plain.Start && m.Plain.Start < s.End {
			return i
		}
	}
	return -1
}

// goesOn reports whether a sentence is no whole one: a piece of a list that a line
// break cut off, or a lead-in.
func goesOn(plain string, s source.Span) bool {
	text := strings.TrimRight(strings.TrimLeft(plain[s.Start:s.End], " *_#-•◦●o\\0123456789.)）、"), " *_\n")
	first := lexicon.Default().Match(text, ' ')
	last, _ := utf8.DecodeLastRuneInString(text)
	return first.Is(lexicon.PartsOpen|lexicon.PartsClosed) || strings.HasPrefix(text, "（") || strings.ContainsRune("：:；;、，,", last) || !strings.ContainsAny(plain[s.Start:s.End], "。.！!")
}
