package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var groupCycle = &rule.Rule{
	Name:     "group-cycle",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "两项数据互为组成部分", EN: "Data that is a part of itself"},
	Message: locale.Text{
		ZH: "“%s”在这里是“%s”的一部分，在别处反过来：请核对标注",
		EN: "“%s” is a part of “%s” here, and elsewhere it is the other way round: check the marks"},
	Across: func(p *rule.Pass) {
		eachPart(p, func(parent, child *practice.Value) {
			if whole := wholeOf(p, parent); whole == child.Text || isPartOf(p, whole, child.Text, maxDepth) {
				p.Report(p.Block.Marks()[child.Mark].Source, []any{child.Text, whole})
			}
		})
	},
}

// maxDepth is how many levels of parts are looked at.
const maxDepth = 5

// isPartOf reports whether the document says that data is a part of other data, or
// of a part of it.
func isPartOf(p *rule.Pass, data, whole string, depth int) bool {
	for _, parent := range p.Ask(parentTopic.Of(data)) {
		if parent.Name == whole || depth > 1 && parent.Name != data && isPartOf(p, parent.Name, whole, depth-1) {
			return true
		}
	}
	return false
}
