package rules

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var actorImplied = &rule.Rule{
	Name:     "actor-implied",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "没有写明由谁来做", EN: "Nobody is said to act"},
	Message: locale.Text{
		ZH: "句子里没有写明由谁来“%s”%s：请核对",
		EN: "no words say who does “%s”%s: check this"},
	Check: func(p *rule.Pass) {
		last := source.Span{Start: -1, End: -1}
		eachPractice(p, func(pr *practice.Practice) {
			if !isMarkedHere(p, pr) || pr.Sentence == last || isWrongKind(p.Block, pr.Action.Mark) || namesCompany(p.Block.Plain()[pr.Sentence.Start:pr.Action.Place.Start]) || len(pr.Actors) > 0 && pr.Actors[0].Evidence != practice.Implied {
				return
			}
			last = pr.Sentence // joined verbs lack the same actor
			taken := locale.Text{}
			if len(pr.Actors) > 0 && pr.Actors[0].Party < partiesNamed {
				taken = takenFor[pr.Actors[0].Party]
			}
			p.Report(p.Block.Marks()[pr.Action.Mark].Source, []any{pr.Action.Text, taken})
		})
	},
}

const partiesNamed = practice.MediumParty

// takenFor says whom the reading takes for the actor.
var takenFor = [partiesNamed]locale.Text{
	practice.FirstParty: {ZH: "，这里当作是公司", EN: "; the company is taken to"},
	practice.UserParty:  {ZH: "，这里当作是用户", EN: "; the user is taken to"},
	practice.ThirdParty: {ZH: "，这里当作是第三方", EN: "; a third party is taken to"},
}

// namesCompany reports whether a clause of a text starts with a word for the company,
// as its subject.
func namesCompany(text string) bool {
	starts := true
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		e, word := lexicon.Default().Find(text[at:], before(text, at))
		if e != nil {
			n = word
		}
		switch {
		case starts && e.Is(lexicon.First) && !lexicon.Default().Match(text[at+n:], before(text, at+n)).Is(lexicon.Of):
			return true
		case endsClause(r), r == ' ', r == '*', r == '_':
			starts = true
		default:
			starts = false
		}
		at += n
	}
	return false
}
