package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var actorNotMarked = &rule.Rule{
	Name:     "actor-not-marked",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "参与方没有标注", EN: "The actor is not marked"},
	Message: locale.Text{
		ZH: "做这件事的是“%s”，但没有标注：请标为参与方",
		EN: "“%s” acts here and is not marked: mark it as the actor"},
	Check: func(p *rule.Pass) {
		var seen set[source.Span]
		eachPractice(p, func(pr *practice.Practice) {
			if !isMarkedHere(p, pr) || isRequesterAsActor(p, pr) {
				return
			}
			for i := range pr.Actors {
				reportUnmarked(p, &seen, &pr.Actors[i], syntax.Actor)
			}
		})
	},
}
