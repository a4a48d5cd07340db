package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var danglingReference = &rule.Rule{
	Name:     "dangling-reference",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "限定词所指的标注不存在", EN: "A qualifier names no mark"},
	Message: locale.Text{
		ZH: "这一段里没有叫“%s”的标注：请改正名字，或在那个标注里写上“#%s”",
		EN: "no mark of this paragraph is named “%s”: correct the name, or write “#%s” into that mark"},
	Check: func(p *rule.Pass) {
		b := p.Block
		var names []string
		each := func(yield func(i int, q syntax.Qualifier)) {
			for i, m := range b.Marks() {
				if !m.Qualifiers.Empty() {
					for _, q := range b.Qualifiers(i) {
						yield(i, q)
					}
				}
			}
		}
		each(func(_ int, q syntax.Qualifier) {
			if q.Key == syntax.Naming {
				names = append(names, q.Name)
			}
		})
		each(func(i int, q syntax.Qualifier) {
			if q.Name == "" || q.Key == syntax.Naming || contains(names, q.Name) || q.Key == syntax.Belonging && q.Name == "-" {
				return
			}
			var fixes []rule.Fix
			if nearest := rule.Nearest(q.Name, names); nearest != "" {
				fixes = append(fixes, rule.Fix{
					Title:  locale.Text{ZH: "改成“%s”", EN: "write “%s”"},
					Args:   []any{nearest},
					Edits:  []source.Edit{{Span: q.Span, Text: q.Key + nearest}},
					Choice: true,
				})
			}
			p.Report(q.Span, []any{q.Name, q.Name}, append(fixes, removeQualifier(b, i, q))...)
		})
	},
}
