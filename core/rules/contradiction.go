package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var contradiction = &rule.Rule{
	Name:     "contradiction",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "前后矛盾", EN: "A contradiction"},
	Message: locale.Text{
		ZH: "这里说不会“%s”“%s”，别处却说会，两处都没有条件：请核对",
		EN: "this denies “%s” of “%s”, and elsewhere it is done, both without conditions: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			if d.actor == "" || d.manner() != never || !d.named || seen[d.data.Mark] || len(d.practice.Recipients) > 0 {
				return
			}
			if p.AskCount(d.topic(), always) > 0 {
				seen.add(d.data.Mark)
				p.Report(p.Block.Marks()[d.practice.Action.Mark].Source, []any{d.practice.Action.Text, d.item})
			}
		})
	},
}
