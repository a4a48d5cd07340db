package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var openList = &rule.Rule{
	Name:     "open-list",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "列举没有穷尽", EN: "A list that stays open"},
	Message: locale.Text{
		ZH: "“%s”的列举没有穷尽：还有哪些数据，文中没有说",
		EN: "the parts of “%s” are not all named: the text does not say which others there are"},
	Check: func(p *rule.Pass) {
		var seen set[source.Span]
		for i := range p.Reading.Practices {
			pr := &p.Reading.Practices[i]
			if p.Broken(pr.Sentence) {
				continue
			}
			for k := range pr.Groups {
				g := &pr.Groups[k]
				if !g.Open || !isHere(p, &g.Parent) || g.Parent.Mark < 0 || len(g.Children) == 0 || seen[g.Parent.Place.Span] {
					continue
				}
				seen.add(g.Parent.Place.Span)
				p.Report(p.Block.SourceOf(g.Parent.Place.Span), []any{g.Parent.Text})
			}
		}
	},
}
