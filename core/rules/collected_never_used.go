package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var collectedNeverUsed = &rule.Rule{
	Name:     "collected-never-used",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "收集了却没有说用途", EN: "Data that is collected and never used"},
	Message: locale.Text{
		ZH: "“%s”收集了，但没有写目的，别处也没有用到：请核对",
		EN: "“%s” is collected without a purpose, and nothing uses it elsewhere: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			// Parts stand for their whole, and a long list is an inventory.
			if d.isPart || len(d.practice.Data) > maxListed || d.practice.Negated || d.practice.Category != lexicon.Collect || len(d.practice.Purposes)+len(d.practice.Conditions) > 0 || !d.named || seen[d.data.Mark] || len(d.practice.Resolves) > 0 || why.in(p.Block.Plain()[d.practice.Sentence.Start:d.practice.Sentence.End]) != "" {
				return
			}
			if p.AskCount(dataTopic.Of(d.item), serves)+p.AskCount(dataTopic.Of(d.item), meant) == 0 {
				seen.add(d.data.Mark)
				p.Report(p.Block.Marks()[d.data.Mark].Source, []any{d.item})
			}
		})
	},
}

// maxListed is how many data a practice has at most whose data are looked at one by
// one.
const maxListed = 3

// why are the words of a sentence that says what data is for without a mark.
var why = phrasesOf("为此", "用于", "以便", "使您可以", "使你可以", "to that end", "for this purpose")
