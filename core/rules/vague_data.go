package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var vagueData = &rule.Rule{
	Name:     "vague-data",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "没有说明是哪些数据", EN: "Data of which nothing is said"},
	Message: locale.Text{
		ZH: "“%s”没有说明是哪些数据：如果上下文写明了，请标注那里的文字",
		EN: "“%s” does not say which data: mark the words that do, where there are some"},
	Check: func(p *rule.Pass) {
		b := p.Block
		var told set[int] // the parts say which data it is
		for k := range p.Reading.Practices {
			for _, g := range p.Reading.Practices[k].Groups {
				if isHere(p, &g.Parent) && len(g.Children) > 0 {
					told.add(g.Parent.Mark)
				}
			}
		}
		for i, m := range b.Marks() {
			text := b.MarkText(i)
			e := lexicon.Default().Match(text, ' ')
			if m.Kind == syntax.Data && e.Is(lexicon.Vague) && len(e.Word) == len(text) && m.Qualifiers.Empty() && !told[i] && !p.Broken(m.Plain) {
				p.Report(m.Source, []any{text})
			}
		}
	},
}
