package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var twoParents = &rule.Rule{
	Name:     "two-parents",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "同一数据属于两个上位概念", EN: "Data that is a part of two others"},
	Message: locale.Text{
		ZH: "“%s”在这里属于“%s”，在别处属于“%s”：请核对",
		EN: "“%s” is a part of “%s” here and of “%s” elsewhere: check this"},
	Across: func(p *rule.Pass) {
		eachPart(p, func(parent, child *practice.Value) {
			whole := wholeOf(p, parent)
			here, most, other := 0, 0, ""
			for _, a := range p.Ask(parentTopic.Of(child.Text)) {
				if a.Name == whole {
					here = a.Count()
				} else if a.Count() > most {
					most, other = a.Count(), a.Name
				}
			}
			if most > here || most == here && most > 0 && other < whole {
				p.Report(p.Block.Marks()[child.Mark].Source, []any{child.Text, whole, other})
			}
		})
	},
}
