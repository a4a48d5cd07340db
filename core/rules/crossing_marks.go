package rules

import (
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var crossingMarks = &rule.Rule{
	Name:     "crossing-marks",
	Severity: rule.Error,
	Title:    locale.Text{ZH: "两个标注交叉", EN: "Two marks cross"},
	Message: locale.Text{
		ZH: "“%s%s”与标注“%s”交叉：标注可以相套，不能交叉，请留下其中一个",
		EN: "“%s%s” crosses the mark “%s”: marks nest but cannot cross, so keep one of them"},
	Check: func(p *rule.Pass) {
		b := p.Block
		list := strays(b)
		for _, s := range list {
			if s.partner != crossing || s.Type != syntax.StrayOpen {
				continue
			}
			end := list[s.other]
			m := b.Marks()[s.mark]
			outer := strings.ReplaceAll(b.MarkText(s.mark), s.Kind.Open(), "")
			across := b.Plain()[s.Plain.End:end.Plain.Start]
			p.Report(source.Span{Start: m.Source.Start, End: end.Source.End},
				[]any{s.Kind.Open() + across, s.Kind.Close(), m.Kind.Open() + outer + m.Kind.Close()},
				rule.Fix{
					Title:        locale.Text{ZH: "留下“%s”，从正文里删去“%s”和“%s”", EN: "keep “%s”, delete “%s” and “%s” from the text"},
					Args:         []any{outer, s.Kind.Open(), s.Kind.Close()},
					Edits:        []source.Edit{{Span: s.Source}, {Span: end.Source}},
					ChangesPlain: true,
					Choice:       true,
				},
				rule.Fix{
					Title:        locale.Text{ZH: "留下“%s”，去掉“%s”和“%s”", EN: "keep “%s”, remove “%s” and “%s”"},
					Args:         []any{across, m.Kind.Open(), m.Kind.Close()},
					Edits:        unwrap(m),
					ChangesPlain: true,
					Choice:       true,
				})
		}
	},
}
