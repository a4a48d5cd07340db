package rules

import (
	"strings"
	"unicode"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var spellingVariant = &rule.Rule{
	Name:     "spelling-variant",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "同一名称的不同写法", EN: "Two spellings of one name"},
	Message: locale.Text{
		ZH: "“%s”在别处写作“%s”：请统一写法",
		EN: "“%s” is written “%s” elsewhere: write it alike"},
	Across: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			text, folded := spellingOf(b, i)
			if folded == "" || p.Broken(m.Plain) {
				continue
			}
			here, most, other := 0, 0, ""
			for _, a := range p.Ask(spellingTopic.Of(folded)) {
				if a.Name == text {
					here = a.Count()
				} else if a.Count() > most {
					most, other = a.Count(), a.Name
				}
			}
			// A space within is never the better spelling; of two that are equally often
			// the one that sorts first is taken for right.
			spaces := strings.Count(text, " ") - strings.Count(other, " ")
			if most == 0 || spaces < 0 || spaces == 0 && (most < here || most == here && other > text) {
				continue
			}
			var fixes []rule.Fix
			if !strings.Contains(b.Text()[m.Inner.Start:m.Inner.End], "\\") {
				fixes = append(fixes, rule.Fix{
					Title:        locale.Text{ZH: "把正文改写成“%s”", EN: "change the text to “%s”"},
					Args:         []any{other},
					Edits:        []source.Edit{{Span: m.Inner, Text: syntax.EscapeText(other)}},
					ChangesPlain: true,
					Choice:       true,
				})
			}
			p.Report(m.Source, []any{text, other}, fixes...)
		}
	},
}

var spellingTopic = rule.NewAbout()

// noteSpellings notes how the names of data and of parties are written.
func noteSpellings(p *rule.Pass) {
	for i := range p.Block.Marks() {
		if text, folded := spellingOf(p.Block, i); folded != "" {
			p.Note(spellingTopic.Of(folded), text)
		}
	}
}

// spellingOf returns the words of mark i and what all their spellings have in
// common; "" for what is not looked at.
func spellingOf(b *syntax.Block, i int) (text, folded string) {
	m := b.Marks()[i]
	text = b.MarkText(i)
	if m.Kind != syntax.Data && m.Kind != syntax.Actor || len(text) > 60 || hasChild(b, i) || !hasHan(text) || strings.ContainsAny(text, "、，\n") {
		return text, ""
	}
	return text, foldSpelling(text)
}

// spellings are ways to write that are one word.
var spellings = [...][2]string{{"帐", "账"}, {"登陆", "登录"}, {"其它", "其他"}, {"唯一性", "唯一"}, {"做为", "作为"}, {"联络方式", "联系方式"}}

// foldSpelling returns a text without what may differ from spelling to spelling:
// white space, the case and the width of Latin letters, and some characters.
func foldSpelling(text string) string {
	if !strings.ContainsFunc(text, mayFold) {
		return text
	}
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		if '！' <= r && r <= '～' {
			r -= '！' - '!'
		}
		return unicode.ToLower(r)
	}, text)
	for _, s := range spellings {
		text = strings.ReplaceAll(text, s[0], s[1])
	}
	return text
}

// mayFold reports whether foldSpelling may leave a text that holds r other than it is.
func mayFold(r rune) bool {
	switch r {
	case '帐', '登', '其', '唯', '做', '联':
		return true
	}
	return !('一' <= r && r <= '龥')
}
