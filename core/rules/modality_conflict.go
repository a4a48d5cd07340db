package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var modalityConflict = &rule.Rule{
	Name:     "modality-conflict",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "必须还是可以，前后不一", EN: "Once a duty, once a choice"},
	Message: locale.Text{
		ZH: "“%s”在这里必须“%s”，在别处是可以选择的：请核对",
		EN: "“%s” must be “%s” here and may be elsewhere: check this"},
	Across: func(p *rule.Pass) {
		var seen set[int]
		eachDeed(p, func(d *deed) {
			if dutyOf(d) != duty || !d.named || seen[d.data.Mark] {
				return
			}
			if p.AskCount(dutyTopic.Of(d.item), choice) > 0 {
				seen.add(d.data.Mark)
				p.Report(p.Block.Marks()[d.data.Mark].Source, []any{d.item, d.practice.Action.Text})
			}
		})
	},
}

var dutyTopic = rule.NewAbout()

const (
	duty   = "duty"
	choice = "choice"
)

// dutyOf says whether somebody must give data or may, "" for neither. What holds for
// one function alone, under a condition or for a purpose, is neither.
func dutyOf(d *deed) string {
	if d.practice.Category != lexicon.UserProvide || d.practice.Negated || len(d.practice.Conditions)+len(d.practice.Purposes) > 0 {
		return ""
	}
	switch d.practice.Modality {
	case lexicon.Need:
		return duty
	case lexicon.Can:
		return choice
	}
	return ""
}

// noteDuties notes what data must and what may be given.
func noteDuties(p *rule.Pass) {
	eachDeed(p, func(d *deed) {
		if s := dutyOf(d); s != "" {
			p.Note(dutyTopic.Of(d.item), s)
		}
	})
}
