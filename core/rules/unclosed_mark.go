package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var unclosedMark = &rule.Rule{
	Name:     "unclosed-mark",
	Severity: rule.Error,
	Title:    locale.Text{ZH: "标注没有闭合", EN: "A mark is not closed"},
	Message: locale.Text{
		ZH: "“%s”没有闭合：请在标注的末尾补上“%s”，或者把它转义为正文",
		EN: "“%s” is never closed: put “%s” where the mark ends, or escape it to keep it as text"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for _, s := range strays(b) {
			if s.Type != syntax.StrayOpen || s.partner != alone {
				continue
			}
			p.ReportAsking(s.Source, []any{s.Kind.Open(), s.Kind.Close()}, func(x *rule.Index) []rule.Fix {
				var fixes []rule.Fix
				for _, end := range likelyEnds(x, b.Plain(), s.Kind, s.Plain.End, closeLimit(b, s)) {
					text := source.Span{Start: s.Plain.End, End: end}
					fixes = append(fixes, rule.Fix{
						Title:        locale.Text{ZH: "在“%s”后面补上“%s”", EN: "close the mark after “%s” with “%s”"},
						Args:         []any{short(b.Plain()[text.Start:text.End]), s.Kind.Close()},
						Edits:        []source.Edit{source.Insert(b.SourceOf(text).End, s.Kind.Close())},
						ChangesPlain: true,
					})
				}
				return append(fixes, escapeStray(b, s.Token), deleteStray(b, s.Token))
			})
		}
	},
}

// closeLimit returns up to where, in the plain text, the mark that a stray bracket
// opens can reach.
func closeLimit(b *syntax.Block, s stray) int {
	limit := s.Plain.End
	for j := s.index + 1; j < b.NumTokens(); j++ {
		next := b.Token(j)
		if !isProse(next) {
			// A purpose may hold marks; every other kind ends before the next one.
			if s.Kind != syntax.Purpose || next.Type != syntax.Open && next.Type != syntax.Close {
				break
			}
		}
		limit = next.Plain.End
	}
	return limit
}
