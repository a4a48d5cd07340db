package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var possessiveInMark = &rule.Rule{
	Name:     "possessive-in-mark",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "标注里带着“您的”", EN: "“your” inside a mark"},
	Message: locale.Text{
		ZH: "标注以“%s”开头：请把它移到括号外面，同一数据才会标得一样",
		EN: "the mark starts with “%s”: move it out, so that the same data is marked alike"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Kind != syntax.Data {
				continue
			}
			text := b.MarkText(i)
			e, n := lexicon.Default().Find(text, ' ')
			if !e.Is(lexicon.Possessive) || minors.in(e.Word) != "" || p.Broken(m.Plain) {
				continue
			}
			s := m.Plain
			s.Start += n
			for s.Start < s.End && b.Plain()[s.Start] == ' ' {
				s.Start++
			}
			if s.Empty() {
				continue
			}
			p.Report(m.Source, []any{text[:n]}, shrink(b, m, s))
		}
	},
}

// minors are in the possessives that say which data it is too: that of minors is
// under rules of its own.
var minors = phrasesOf("未成年", "青少年", "儿童", "child")
