package rules

import (
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var narrowedDenial = &rule.Rule{
	Name:     "narrowed-denial",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "一概否认，别处却有例外", EN: "A flat denial that is narrowed elsewhere"},
	Message: locale.Text{
		ZH: "这里一概否认“%s”“%s”，别处却有这样的处理行为：请核对",
		EN: "this flatly denies “%s” of “%s”, and elsewhere some of it is done: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			if d.actor == "" || d.manner() != never || !isAtLarge(d.item) || len(d.practice.Recipients) > 0 || exceptions.in(p.Block.Plain()[d.practice.Sentence.Start:d.practice.Sentence.End]) != "" || seen[d.practice.Action.Mark] {
				return
			}
			if p.AskCount(anyTopic.Of(d.actor+" "+d.practice.Category.String()), anyone) > 0 {
				seen.add(d.practice.Action.Mark)
				p.Report(p.Block.Marks()[d.practice.Action.Mark].Source, []any{d.practice.Action.Text, d.item})
			}
		})
	},
}

// anyTopic is about what somebody does with data that has a name; anyone is the one
// thing said of it.
var anyTopic = rule.NewAbout()

const anyone = "any"

// noteNamed notes what is done with data that has a name.
func noteNamed(p *rule.Pass) {
	eachDeed(p, func(d *deed) {
		if d.actor != "" && !d.practice.Negated && d.named {
			p.Note(anyTopic.Of(d.actor+" "+d.practice.Category.String()), anyone)
		}
	})
}

// exceptions are the words of a sentence that narrows what it denies.
var exceptions = phrasesOf("除非", "除外", "之外", "以外", "外的", "非关联", "unless", "except", "other than")

// isAtLarge reports whether words name personal data as such and say nothing more.
func isAtLarge(item string) bool {
	for _, whose := range []string{"您的", "你的", "用户的", "任何", "your ", "any "} {
		item = strings.TrimPrefix(item, whose)
	}
	switch item {
	case "个人信息", "个人数据", "个人资料", "隐私信息", "用户信息", "信息", "数据", "personal information", "personal data", "information", "data":
		return true
	}
	return false
}
