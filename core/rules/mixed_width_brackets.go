package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var mixedWidthBrackets = &rule.Rule{
	Name:     "mixed-width-brackets",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "全角括号与半角括号混用", EN: "A full-width bracket paired with an ASCII one"},
	Message: locale.Text{
		ZH: "“%s”的一边是全角括号，一边是半角括号：请都改成全角",
		EN: "“%s” has a full-width bracket on one side and an ASCII one on the other: make both full-width"},
	Check: func(p *rule.Pass) {
		b := p.Block
		plain := b.Plain()
		if strings.IndexByte(plain, '(') < 0 && strings.IndexByte(plain, ')') < 0 {
			return // as most blocks
		}
		for at := 0; at < len(plain); at++ {
			if c := plain[at]; c != '(' && c != ')' {
				continue
			}
			other := mixedPartner(plain, at)
			if other < 0 || plain[at] == '(' && at > 0 && plain[at-1] == ']' { // a link of Markdown
				continue
			}
			pair, wide := source.Span{Start: at, End: other + len("）")}, "（"
			if plain[at] == ')' {
				pair, wide = source.Span{Start: other, End: at + 1}, "）"
			}
			p.Report(b.SourceOf(pair), []any{short(plain[pair.Start:pair.End])}, rule.Fix{
				Title:        locale.Text{ZH: "把正文里的“%s”改成“%s”", EN: "change “%s” in the text to “%s”"},
				Args:         []any{plain[at : at+1], wide},
				Edits:        []source.Edit{{Span: b.SourceOf(source.Span{Start: at, End: at + 1}), Text: wide}},
				ChangesPlain: true,
			})
		}
	},
}

// mixedPartner returns the byte offset of the full-width bracket that pairs with
// the ASCII bracket at an offset of a plain text, -1 when there is none: the nearest
// one of its line that no other bracket of either width pairs with.
func mixedPartner(plain string, at int) int {
	depth := 0 // of other pairs on the way
	if plain[at] == ')' {
		for i := at; i > 0 && i > at-maxPair; {
			r, n := utf8.DecodeLastRuneInString(plain[:i])
			i -= n
			switch {
			case r == '\n', r == '。', depth > maxDepth:
				return -1
			case r == ')' || r == '）':
				depth++
			case (r == '(' || r == '（') && depth > 0:
				depth--
			case r == '(':
				return -1
			case r == '（':
				return i
			}
		}
		return -1
	}
	for i, r := range plain[at+1:] {
		switch {
		case r == '\n', r == '。', i > maxPair, depth > maxDepth:
			return -1
		case strings.ContainsRune("(（", r):
			depth++
		case strings.ContainsRune(")）", r) && depth > 0:
			depth--
		case r == ')':
			return -1
		case r == '）':
			return at + 1 + i
		}
	}
	return -1
}
