package rules

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var undefinedTerm = &rule.Rule{
	Name:     "undefined-term",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "没有定义的名称", EN: "A term that is not defined"},
	Message: locale.Text{
		ZH: "“%s”加了引号，像是定义过的名称，但文档里没有定义它：请核对",
		EN: "“%s” is in quotation marks like a defined term, but nothing defines it: check this"},
	Across: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			text := b.MarkText(i)
			if m.Kind != syntax.Data || text == "" || !strings.HasSuffix(b.Plain()[:m.Plain.Start], "“") || !strings.HasPrefix(b.Plain()[m.Plain.End:], "”") || !endsIn(text, lexicon.DataNoun) || p.Broken(m.Plain) {
				continue
			}
			if p.AskCount(termTopic.Of(text), defined) == 0 {
				p.Report(m.Source, []any{text})
			}
		}
	},
}
