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
		var told map[int]bool
		for i, m := range b.Marks() {
			if m.Kind != syntax.Data {
				continue
			}
			text := b.MarkText(i)
			if !lexicon.Default().Whole(text).Is(lexicon.Vague) || !m.Qualifiers.Empty() || p.Broken(m.Plain) {
				continue
			}
			if told == nil {
				told = toldByParts(p)
			}
			if !told[i] {
				p.Report(m.Source, []any{text})
			}
		}
	},
}

// toldByParts returns the marks of which parts say which data it is.
func toldByParts(p *rule.Pass) map[int]bool {
	told := map[int]bool{}
	for k := range p.Reading.Practices {
		for _, g := range p.Reading.Practices[k].Groups {
			if isHere(p, &g.Parent) && len(g.Children) > 0 {
				told[g.Parent.Mark] = true
			}
		}
	}
	return told
}
