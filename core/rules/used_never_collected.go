package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var usedNeverCollected = &rule.Rule{
	Name:     "used-never-collected",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "用到了却没有说收集", EN: "Data that is used and never collected"},
	Message: locale.Text{
		ZH: "“%s”用到了，但标注过的处理行为都没有收集它：请核对",
		EN: "“%s” is used, but no marked practice of this document collects it: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			if d.practice.Negated || d.practice.Category != lexicon.Use && d.practice.Category != lexicon.Share || d.actor != practice.FirstParty.String() || d.practice.Action.Text == "统计" || !d.named || d.isPart || madeFrom.in(d.item) != "" || seen[d.data.Mark] {
				return
			}
			if p.AskCount(dataTopic.Of(d.item), taken) == 0 {
				seen.add(d.data.Mark)
				p.Report(p.Block.Marks()[d.data.Mark].Source, []any{d.item})
			}
		})
	},
}

// madeFrom are the words in the names of data that is made of other data.
var madeFrom = phrasesOf("匿名", "标识化", "标签", "脱敏", "统计", "画像", "加密", "汇总", "anonym", "aggregat", "statistic")
