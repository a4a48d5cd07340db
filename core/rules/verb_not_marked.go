package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var verbNotMarked = &rule.Rule{
	Name:     "verb-not-marked",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "动词没有标注", EN: "The verb is not marked"},
	Message: locale.Text{
		ZH: "“%s”处理标注了的“%s”，但没有标注：请标为动作",
		EN: "“%s” handles the marked “%s” and is not marked: mark it as the action"},
	Check: func(p *rule.Pass) {
		b := p.Block
		eachPractice(p, func(pr *practice.Practice) {
			v := &pr.Action
			if v.Evidence != practice.Read || v.Mark >= 0 || !isHere(p, v) || onlyServes(v.Text) || insideMark(b, v.Place.Start, syntax.Purpose) {
				return
			}
			data := -1
			for i := range pr.Data {
				if d := &pr.Data[i]; data < 0 && isHere(p, d) && d.Mark >= 0 && pr.Sentence.Contains(d.Place.Span) {
					data = i
				}
			}
			if data < 0 {
				return
			}
			s := v.Place.Span
			p.ReportLate(b.SourceOf(s), []any{v.Text, pr.Data[data].Text}, func() []rule.Fix {
				return markFix(b, s, syntax.Action)
			})
		})
	},
}

// onlyServes reports whether a verb says what data is for (用于) rather than what is
// done with it.
func onlyServes(verb string) bool {
	e := lexicon.Default().Match(verb, ' ')
	return e.Is(lexicon.Light) && e.Category == lexicon.Use
}
