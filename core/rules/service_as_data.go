package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var serviceAsData = &rule.Rule{
	Name:     "service-as-data",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "把服务标成了数据", EN: "A service is marked as data"},
	Message: locale.Text{
		ZH: "“%s”是提供的服务，不是数据：请取消标注",
		EN: "“%s” is a service that is provided, not data: unmark it"},
	Check: func(p *rule.Pass) {
		eachPractice(p, func(pr *practice.Practice) {
			if !isMarkedHere(p, pr) || !pr.Category.Gives() || pr.Category == lexicon.UserProvide {
				return
			}
			for i := range pr.Data {
				d := &pr.Data[i]
				if isHere(p, d) && d.Mark >= 0 && pr.Sentence.Contains(d.Place.Span) && endsIn(d.Text, lexicon.Service) {
					p.Report(p.Block.Marks()[d.Mark].Source, []any{d.Text}, unmarkFix(p.Block, d.Mark))
				}
			}
		})
	},
}

// endsIn reports whether a word of some classes ends a text.
func endsIn(text string, classes lexicon.Class) bool {
	for at := range text {
		if e, n := lexicon.Default().Find(text[at:], before(text, at)); e.Is(classes) && at+n == len(text) {
			return true
		}
	}
	return false
}
