package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var longMark = &rule.Rule{
	Name:     "long-mark",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "标注太长", EN: "A very long mark"},
	Message: locale.Text{
		ZH: "“%s”有 %d 个字，%s通常不超过 %d 个：请只标出关键的词",
		EN: "“%s” has %d characters, and %s seldom has more than %d: mark the words that matter"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			text := b.MarkText(i)
			limit := longest[m.Kind]
			if !hasHan(text) {
				limit *= 3 // a word of English takes about three times the letters
			}
			n := utf8.RuneCountInString(text)
			if limit == 0 || n <= limit || hasChild(b, i) || m.Kind == syntax.Action && strings.Contains(text, "、") || len(listPieces(b, m)) > 1 || p.Broken(m.Plain) {
				continue
			}
			p.Report(m.Source, []any{short(oneLine(text)), n, kindNames[m.Kind], limit}, shrink(b, m, core(b.Plain(), m)))
		}
	},
}

// longest is how many code points a mark of each kind seldom has more than; 0 for
// any number.
var longest = [...]int{syntax.Actor: 30, syntax.Action: 8, syntax.Data: 40, syntax.Purpose: 0}

// core returns the words of a long mark that say most: the first verb of an action,
// else what stands behind the last 的.
func core(plain string, m syntax.Mark) source.Span {
	s := m.Plain
	if m.Kind == syntax.Action {
		s.End = likelyEnd(plain, m.Kind, s.Start, s.End)
	} else if i := strings.LastIndex(plain[s.Start:s.End], "的"); i >= 0 && s.Start+i+len("的") < s.End {
		s.Start += i + len("的")
	}
	return s
}
