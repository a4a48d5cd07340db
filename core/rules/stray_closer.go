package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var strayCloser = &rule.Rule{
	Name:     "stray-closer",
	Severity: rule.Error,
	Title:    locale.Text{ZH: "多余的右括号", EN: "A closing bracket closes nothing"},
	Message: locale.Text{
		ZH: "“%s”前面没有与它配对的“%s”：请在标注的开头补上，或者把它转义为正文",
		EN: "“%s” closes nothing: put “%s” where the mark starts, or escape it to keep it as text"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for _, s := range strays(b) {
			if s.Type != syntax.StrayClose || s.partner != alone {
				continue
			}
			p.ReportAsking(s.Source, []any{s.Kind.Close(), s.Kind.Open()}, func(x *rule.Index) []rule.Fix {
				var fixes []rule.Fix
				for _, start := range likelyStarts(x, b.Plain(), s.Kind, openLimit(b, s, false), openLimit(b, s, true), s.Plain.Start) {
					text := source.Span{Start: start, End: s.Plain.Start}
					fixes = append(fixes, rule.Fix{
						Title:        locale.Text{ZH: "在“%s”前面补上“%s”", EN: "open the mark before “%s” with “%s”"},
						Args:         []any{short(b.Plain()[text.Start:text.End]), s.Kind.Open()},
						Edits:        []source.Edit{source.Insert(b.SourceOf(text).Start, s.Kind.Open())},
						ChangesPlain: true,
					})
				}
				return append(fixes, escapeStray(b, s.Token), deleteStray(b, s.Token))
			})
		}
	},
}

// openLimit returns back to where, in the plain text, the mark that a stray bracket
// closes can reach, over other marks or not.
func openLimit(b *syntax.Block, s stray, over bool) int {
	limit := s.Plain.Start
	for j := s.index - 1; j >= 0; j-- {
		previous := b.Token(j)
		if !isProse(previous) {
			if !over || s.Kind != syntax.Purpose || previous.Type != syntax.Open && previous.Type != syntax.Close {
				break
			}
		}
		limit = previous.Plain.Start
	}
	return limit
}
