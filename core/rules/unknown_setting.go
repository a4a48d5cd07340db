package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var unknownSetting = &rule.Rule{
	Name:     "unknown-setting",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "读不懂的设置", EN: "A setting that cannot be read"},
	Message:  locale.Text{ZH: "%s", EN: "%s"},
}

// The check looks at the list of all rules, which holds this one.
func init() { unknownSetting.Front = checkSettings }

func checkSettings(p *rule.Pass) {
	_, faults := rule.ReadSettings(p.Block.Text(), All)
	for _, f := range faults {
		said := locale.Text{ZH: f.Reason.In(locale.ZH, f.Args...), EN: f.Reason.In(locale.EN, f.Args...)}
		var fixes []rule.Fix
		if f.Nearest != "" {
			fixes = append(fixes, rule.Fix{
				Title:  locale.Text{ZH: "改成“%s”", EN: "write “%s”"},
				Args:   []any{f.Nearest},
				Edits:  []source.Edit{{Span: f.Span, Text: f.Nearest}},
				Choice: true,
			})
		}
		p.Report(f.Span, []any{said}, fixes...)
	}
}
