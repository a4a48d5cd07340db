package rules

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var undisclosedRecipient = &rule.Rule{
	Name:     "undisclosed-recipient",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "说不给任何第三方，别处却给了", EN: "Given to nobody here, to somebody elsewhere"},
	Message: locale.Text{
		ZH: "这里说不把“%s”给“%s”，也没有写例外，别处却给了“%s”：请核对",
		EN: "“%s” is said here to go to no “%s”, without exception, and elsewhere it goes to “%s”: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			action := d.practice.Action.Mark
			nobody := anyoneOf(d.practice)
			if nobody == "" || d.actor != practice.FirstParty.String() || d.manner() != never || seen[action] || exceptions.in(p.Block.Plain()[d.practice.Sentence.Start:d.practice.Sentence.End]) != "" {
				return
			}
			topic := givenTopic.Of(d.item)
			if isAtLarge(d.item) {
				topic = givenTopic.Of("")
			}
			for _, to := range p.Ask(topic) {
				seen.add(action)
				p.Report(p.Block.Marks()[action].Source, []any{d.item, nobody, short(to.Name)})
				return
			}
		})
	},
}

// givenTopic is about to whom the company gives data; without a name it
// is that of data that has a name.
var givenTopic = rule.NewAbout()

// noteGiven notes to whom the company gives data that has a name.
func noteGiven(p *rule.Pass) {
	eachDeed(p, func(d *deed) {
		if d.practice.Negated || d.actor != practice.FirstParty.String() || !d.named || !handsOver(d.practice.Category) {
			return
		}
		for i := range d.practice.Recipients {
			if to := &d.practice.Recipients[i]; to.Party == practice.ThirdParty && len(to.Text) <= rule.MaxWords {
				p.Note(givenTopic.Of(d.item), to.Text)
				p.Note(givenTopic.Of(""), to.Text)
			}
		}
	})
}

// handsOver reports whether a category says that data is given to somebody else.
func handsOver(c lexicon.Category) bool {
	return c == lexicon.Share || c == lexicon.Disclose || c == lexicon.TransferTo || c == lexicon.Entrust
}

// anyoneOf returns the recipient of a practice that stands for all third parties, ""
// for none.
func anyoneOf(pr *practice.Practice) string {
	if !handsOver(pr.Category) {
		return ""
	}
	for i := range pr.Recipients {
		text := strings.ToLower(pr.Recipients[i].Text)
		for _, all := range [...]string{"任何", "其他任何"} {
			text = strings.TrimPrefix(text, all)
		}
		switch strings.TrimPrefix(strings.TrimPrefix(text, "any "), "other ") {
		case "第三方", "人", "公司", "机构", "公司、组织和个人", "第三方公司", "third party", "third parties", "anyone", "one", "companies", "others":
			return pr.Recipients[i].Text
		}
	}
	return ""
}
