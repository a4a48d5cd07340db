package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var sharingWithoutRecipient = &rule.Rule{
	Name:     "sharing-without-recipient",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "对外提供却没有接收方", EN: "Sharing without a recipient"},
	Message: locale.Text{
		ZH: "没有写明“%s”给谁：请标出接收方，或者核对这个动作",
		EN: "no words say to whom “%s” goes: mark the recipient, or check the action"},
	Check: func(p *rule.Pass) {
		b := p.Block
		last := source.Span{Start: -1, End: -1}
		eachPractice(p, func(pr *practice.Practice) {
			if pr.Sentence == last || !isMarkedHere(p, pr) || pr.Negated || len(pr.Recipients) > 0 || len(pr.Data)+len(pr.Groups) == 0 || len(pr.Actors) == 0 || pr.Actors[0].Party != practice.FirstParty && pr.Actors[0].Party != practice.ThirdParty || pr.Actors[0].Evidence == practice.Implied || pr.Action.Text == "展示" {
				return
			}
			switch pr.Category {
			case lexicon.Share, lexicon.Disclose, lexicon.TransferTo, lexicon.Entrust:
			default:
				return
			}
			last = pr.Sentence // joined verbs lack the same recipient
			p.ReportLate(b.Marks()[pr.Action.Mark].Source, []any{pr.Action.Text}, func(*rule.Index) []rule.Fix {
				if s := findWord(b, pr.Sentence, lexicon.Third); !s.Empty() {
					return markFix(b, s, syntax.Actor)
				}
				return nil
			})
		})
	},
}
