package rules

import (
	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var emptyMark = &rule.Rule{
	Name:     "empty-mark",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "空的标注", EN: "A mark holds nothing"},
	Message: locale.Text{
		ZH: "这个标注里没有文字：请去掉括号",
		EN: "this mark holds no words: remove its brackets"},
	Check: func(p *rule.Pass) {
		for i, m := range p.Block.Marks() {
			if hasChild(p.Block, i) || !annotate.Trim(p.Block.Plain(), m.Plain).Empty() {
				continue
			}
			p.Report(m.Source, nil, rule.Fix{
				Title: locale.Text{ZH: "去掉括号", EN: "remove the brackets"},
				Edits: unwrap(m),
			})
		}
	},
}
