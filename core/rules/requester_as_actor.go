package rules

import (
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var requesterAsActor = &rule.Rule{
	Name:     "requester-as-actor",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "把提出要求的人标成了动作的参与方", EN: "Who asks is marked as who acts"},
	Message: locale.Text{
		ZH: "“%s”只是提出要求，“%s”的是“%s”：请把它标为参与方",
		EN: "“%s” only asks; who does “%s” is “%s”: mark that as the actor"},
	Check: func(p *rule.Pass) {
		var seen set[int]
		eachPractice(p, func(pr *practice.Practice) {
			if !isRequesterAsActor(p, pr) || seen[pr.Requester.Mark] {
				return
			}
			seen.add(pr.Requester.Mark)
			s, asks := pr.Actors[0].Place.Span, pr.Requester.Mark
			p.ReportLate(p.Block.Marks()[pr.Requester.Mark].Source, []any{pr.Requester.Text, pr.Action.Text, pr.Actors[0].Text}, func() []rule.Fix {
				return append(markFix(p.Block, s, syntax.Actor),
					qualify(p.Block, asks, practice.RoleActor, locale.Text{ZH: "写明它就是参与方（加限定词）", EN: "say that it is the actor (adds a qualifier)"}))
			})
		})
	},
}

// isRequesterAsActor reports whether a practice has a mark for who asks and none
// for who acts.
func isRequesterAsActor(p *rule.Pass, pr *practice.Practice) bool {
	if !isMarkedHere(p, pr) || pr.Requester == nil || pr.Requester.Mark < 0 || !isHere(p, pr.Requester) || pr.Requester.Party != practice.FirstParty || len(pr.Actors) == 0 {
		return false
	}
	a := &pr.Actors[0]
	// Over a comma the user may be somebody else's object.
	return a.Evidence == practice.Read && a.Mark < 0 && a.Party == practice.UserParty && isHere(p, a) && pr.Requester.Place.End <= a.Place.Start && a.Place.End <= pr.Action.Place.Start &&
		!strings.ContainsAny(p.Block.Plain()[pr.Requester.Place.End:pr.Action.Place.Start], "，,；;")
}
