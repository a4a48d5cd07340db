package rules

import (
	"fmt"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var hiddenCharacter = &rule.Rule{
	Name:     "hidden-character",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "看不见的字符", EN: "A character that cannot be seen"},
	Message: locale.Text{
		ZH: "这里有看不见的字符（%s），它让看上去一样的文字不一样，或者改变显示的顺序：请删除",
		EN: "a character that cannot be seen (%s) makes words differ that look alike, or changes the order in which they are shown: delete it"},
	Check: func(p *rule.Pass) {
		b := p.Block
		plain := b.Plain()
		var run source.Span // in the source
		first := rune(0)
		report := func() {
			if run.Empty() {
				return
			}
			p.Report(run, []any{fmt.Sprintf("U+%04X", first)}, rule.Fix{
				Title:        locale.Text{ZH: "删除看不见的字符", EN: "delete the hidden characters"},
				Edits:        []source.Edit{source.Delete(run.Start, run.End)},
				ChangesPlain: true,
			})
		}
		for at := 0; at < len(plain); at++ {
			if !mayHide[plain[at]] {
				continue
			}
			r, n := utf8.DecodeRuneInString(plain[at:])
			if !isHidden(r) {
				continue
			}
			s := b.SourceOf(source.Span{Start: at, End: at + n})
			if run.Empty() || s.Start != run.End {
				report()
				run, first = s, r
			}
			run.End = s.End
			at += n - 1
		}
		report()
	},
}

// mayHide holds the bytes that may begin a hidden character.
var mayHide = func() (list [256]bool) {
	for c := range byte(' ') {
		list[c] = isHidden(rune(c))
	}
	for _, c := range []byte{0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3} {
		list[c] = true
	}
	return list
}()

// isHidden reports whether r shows nothing and is no white space. Those that join and
// part the letters of some scripts, and emoji, are not meant.
func isHidden(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case 0x7F <= r && r <= 0x9F, r == 0xAD, // controls, the soft hyphen
		r == 0x61C, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F, // marks of direction, zero width
		0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F, // embedding, overriding, isolating; joiners and operators
		r == 0xFEFF, 0xFFF9 <= r && r <= 0xFFFB, // byte order mark, annotations between lines
		0xE0000 <= r && r <= 0xE007F: // tags
		return true
	}
	return false
}
