package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var unclearPurposeOrCondition = &rule.Rule{
	Name:     "unclear-purpose-or-condition",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "目的还是条件不清楚", EN: "A purpose or a condition, it is unclear"},
	Message: locale.Text{
		ZH: "“%s”读作%s，但把握不大：请选定",
		EN: "“%s” is read as %s, but only just: choose"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Kind != syntax.Purpose || i >= len(p.Reading.Roles) { // a block without words has no roles
				continue
			}
			role := p.Reading.Roles[i]
			if role.Margin >= practice.CloseCall || p.Broken(m.Plain) {
				continue
			}
			taken, first, second := purposeName, 0, 1
			if role.Name == practice.RoleCondition {
				taken, first, second = conditionName, 1, 0
			}
			fixes := [...]rule.Fix{
				qualify(b, i, practice.RolePurpose, locale.Text{ZH: "这是目的（加限定词）", EN: "it is a purpose (adds a qualifier)"}),
				qualify(b, i, practice.RoleCondition, locale.Text{ZH: "这是条件（加限定词）", EN: "it is a condition (adds a qualifier)"}),
			}
			p.Report(m.Source, []any{short(oneLine(b.MarkText(i))), taken}, fixes[first], fixes[second])
		}
	},
}

var (
	purposeName   = locale.Text{ZH: "目的", EN: "a purpose"}
	conditionName = locale.Text{ZH: "条件", EN: "a condition"}
)
