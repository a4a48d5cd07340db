package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var recipientNotMarked = &rule.Rule{
	Name:     "recipient-not-marked",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "接收方没有标注", EN: "The recipient is not marked"},
	Message: locale.Text{
		ZH: "数据交给“%s”，但没有标注：请标为参与方",
		EN: "“%s” receives the data and is not marked: mark it as an actor"},
	Check: func(p *rule.Pass) {
		var seen set[source.Span]
		eachPractice(p, func(pr *practice.Practice) {
			for i := range pr.Recipients {
				if pr.Category.Gives() && isMarkedHere(p, pr) {
					reportUnmarked(p, &seen, &pr.Recipients[i], syntax.Actor)
				}
			}
		})
	},
}
