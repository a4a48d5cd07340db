package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var mediumAsActor = &rule.Rule{
	Name:     "medium-as-actor",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "把载体标成了参与方", EN: "A medium is marked as an actor"},
	Message: locale.Text{
		ZH: "“%s”只是承载数据的东西，不是谁：请核对参与方",
		EN: "“%s” holds data but is not a party: check who acts"},
	Check: func(p *rule.Pass) {
		var seen set[int]
		eachPractice(p, func(pr *practice.Practice) {
			for k := range pr.Actors {
				a := &pr.Actors[k]
				i := a.Mark
				if a.Party != practice.MediumParty || i < 0 || !isHere(p, a) || seen[i] || !p.Block.Marks()[i].Qualifiers.Empty() {
					continue
				}
				seen.add(i)
				p.Report(p.Block.Marks()[i].Source, []any{p.Block.MarkText(i)},
					unmarkFix(p.Block, i),
					qualify(p.Block, i, practice.RoleActor, locale.Text{ZH: "写明它就是参与方（加限定词）", EN: "say that it is the actor (adds a qualifier)"}))
			}
		})
	},
}
