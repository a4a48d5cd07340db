package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var unusedTerm = &rule.Rule{
	Name:     "unused-term",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "定义了却没有用的名称", EN: "A term that no mark uses"},
	Message: locale.Text{
		ZH: "这里定义了“%s”，但没有标注用到它：请核对后文里的名称",
		EN: "“%s” is defined here, but no mark uses it: check what the later text calls it"},
	Across: func(p *rule.Pass) {
		eachTerm(p, func(d *practice.Definition, _ string) {
			start, end := termPlace(p, d)
			if isCommon(d.Term) || ofWorks.in(sentenceAround(p, start)) != "" {
				return
			}
			uses := 0
			for _, a := range p.AskWord(d.Term) {
				uses += a.Count()
			}
			for i, m := range p.Block.Marks() {
				if start <= m.Plain.Start && m.Plain.End <= end && p.Block.MarkText(i) == d.Term {
					uses--
				}
			}
			if uses <= 0 {
				p.Report(p.Block.SourceOf(source.Span{Start: start, End: end}), []any{d.Term})
			}
		})
	},
}

// ofWorks are the words of definitions that name works and signs rather than data.
var ofWorks = phrasesOf("商标", "著作权", "版权", "知识产权", "trademark", "copyright")

// sentenceAround returns the text of the sentence around a byte offset of the plain
// text.
func sentenceAround(p *rule.Pass, at int) string {
	for _, s := range p.Reading.Sentences {
		if s.Start <= at && at < s.End {
			return p.Block.Plain()[s.Start:s.End]
		}
	}
	return ""
}
