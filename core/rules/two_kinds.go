package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var twoKinds = &rule.Rule{
	Name:     "two-kinds",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "同样的文字标成了两种", EN: "The same words marked as two kinds"},
	Message: locale.Text{
		ZH: "“%s”在别处多半标为%s，这里标成了%s：请统一",
		EN: "“%s” is mostly marked as %s elsewhere and as %s here: make them alike"},
	Across: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			text := b.MarkText(i)
			if text == "" || !m.Qualifiers.Empty() || p.Broken(m.Plain) {
				continue
			}
			here, most, kind := 0, 0, syntax.NoKind
			for _, a := range p.AskWord(text) {
				if a.Name == m.Kind.String() {
					here = a.Count()
				} else if a.Count() > most {
					most, kind = a.Count(), syntax.KindNamed(a.Name)
				}
			}
			if most < 3 || most < 3*here || isWrongKind(b, i) {
				continue
			}
			p.Report(m.Source, []any{text, kindNames[kind], kindNames[m.Kind]}, retype(m, kind), unmarkFix(b, i))
		}
	},
}
