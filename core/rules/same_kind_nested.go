package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var sameKindNested = &rule.Rule{
	Name:     "same-kind-nested",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "同类标注套在一起", EN: "A mark inside one of its own kind"},
	Message: locale.Text{
		ZH: "“%s”已经在一个同类的标注“%s”里：请去掉其中一层括号",
		EN: "“%s” is inside a mark of the same kind, “%s”: remove the brackets of one of them"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Parent < 0 || b.Marks()[m.Parent].Kind != m.Kind {
				continue
			}
			p.Report(m.Source, []any{b.MarkText(i), b.MarkText(m.Parent)},
				rule.Fix{
					Title:  locale.Text{ZH: "去掉里面的括号，留下“%s”", EN: "remove the inner brackets and keep “%s”"},
					Args:   []any{b.MarkText(m.Parent)},
					Edits:  unwrap(m),
					Choice: true,
				},
				rule.Fix{
					Title:  locale.Text{ZH: "去掉外面的括号，留下“%s”", EN: "remove the outer brackets and keep “%s”"},
					Args:   []any{b.MarkText(i)},
					Edits:  unwrap(b.Marks()[m.Parent]),
					Choice: true,
				})
		}
	},
}
