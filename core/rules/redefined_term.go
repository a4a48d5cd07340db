package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var redefinedTerm = &rule.Rule{
	Name:     "redefined-term",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "同一个名称定义了几次", EN: "A term that is defined twice"},
	Message: locale.Text{
		ZH: "“%s”在文档里定义了不止一次：请核对它指的是不是同一回事",
		EN: "“%s” is defined more than once in this document: check whether it means the same each time"},
	Across: func(p *rule.Pass) {
		eachTerm(p, func(d *practice.Definition, _ string) {
			if p.AskCount(termTopic.Of(d.Term), defined) > 1 {
				start, end := termPlace(p, d)
				p.Report(p.Block.SourceOf(source.Span{Start: start, End: end}), []any{d.Term})
			}
		})
	},
}
