package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var orphanPurpose = &rule.Rule{
	Name:     "orphan-purpose",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "不属于任何处理行为的目的或条件", EN: "A purpose of nothing"},
	Message: locale.Text{
		ZH: "“%s”不属于任何一项处理行为：请标出它说的是哪个动作，或者取消这个标注",
		EN: "“%s” belongs to no practice: mark the action that it is about, or unmark it"},
	Check: func(p *rule.Pass) {
		b := p.Block
		used := map[int]bool{}
		note := func(values []practice.Value) {
			for i := range values {
				if isHere(p, &values[i]) {
					used[values[i].Mark] = true
				}
			}
		}
		for i := range p.Reading.Practices {
			note(p.Reading.Practices[i].Purposes)
			note(p.Reading.Practices[i].Conditions)
		}
		for i, m := range b.Marks() {
			if m.Kind == syntax.Purpose && !used[i] && !hasChild(b, i) && !p.Broken(m.Plain) {
				p.Report(m.Source, []any{short(oneLine(b.MarkText(i)))}, unmarkFix(b, i))
			}
		}
	},
}
