package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var listInMark = &rule.Rule{
	Name:     "list-in-mark",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "一个标注里列了几项", EN: "A list in one mark"},
	Message: locale.Text{
		ZH: "“%s”里列了 %d 项数据：请逐项标注",
		EN: "“%s” lists %d items of data: mark each by itself"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			pieces := listPieces(b, m)
			if len(pieces) < 2 || p.Broken(m.Plain) {
				continue
			}
			var edits []source.Edit
			for k := 1; k < len(pieces); k++ {
				edits = append(edits,
					source.Insert(b.SourceOf(pieces[k-1]).End, m.Kind.Close()),
					source.Insert(b.SourceOf(pieces[k]).Start, m.Kind.Open()))
			}
			p.Report(m.Source, []any{short(oneLine(b.MarkText(i))), len(pieces)}, rule.Fix{
				Title:  locale.Text{ZH: "拆成 %d 个标注", EN: "split it into %d marks"},
				Args:   []any{len(pieces)},
				Edits:  edits,
				Choice: true,
			})
		}
	},
}

// listPieces returns the items that a data mark lists, in bytes of the plain text;
// nil when it lists none. What stands in brackets or quotation marks is of one
// piece.
func listPieces(b *syntax.Block, m syntax.Mark) []source.Span {
	if m.Kind != syntax.Data || !m.Qualifiers.Empty() {
		return nil
	}
	text := b.Plain()[m.Plain.Start:m.Plain.End]
	if !strings.Contains(text, "、") && !strings.Contains(text, ", ") {
		return nil
	}
	var pieces []source.Span
	depth, start := 0, 0
	cut := func(end, next int) {
		if s := annotate.Trim(text, source.Span{Start: start, End: end}); !s.Empty() {
			pieces = append(pieces, s.Shift(m.Plain.Start))
		}
		start = next
	}
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case strings.ContainsRune("（(“《【[", r):
			depth++
		case strings.ContainsRune("）)”》】]", r):
			depth--
		case depth > 0:
		case r == '、', r == ',' && at+1 < len(text) && text[at+1] == ' ':
			cut(at, at+n)
			for _, and := range []string{" and ", " or ", "和", "及", "以及", "或"} {
				start += len(text[start:]) - len(strings.TrimPrefix(text[start:], and))
			}
		case len(pieces) > 0 && at > start && !strings.ContainsAny(text[at:], "、,"):
			// The last item mostly follows a word: 姓名、电话和地址.
			for _, and := range []string{" and ", " or ", "以及", "和", "及", "或"} {
				if strings.HasPrefix(text[at:], and) {
					cut(at, at+len(and))
					n = len(and)
					break
				}
			}
		}
		at += n
	}
	cut(len(text), len(text))
	return pieces
}
