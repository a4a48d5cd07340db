package rules

import (
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

var markOverLineBreak = &rule.Rule{
	Name:     "mark-over-line-break",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "标注跨了行", EN: "A mark runs over a line break"},
	Message: locale.Text{
		ZH: "标注“%s”中间断了行：请把两行连起来",
		EN: "the mark “%s” runs over a line break: join the lines"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			core := annotate.Trim(b.Plain(), m.Plain)
			text := b.Plain()[core.Start:core.End]
			if !strings.Contains(text, "\n") || m.Parent >= 0 && b.Marks()[m.Parent].Plain.Contains(m.Plain) && strings.Contains(b.MarkText(m.Parent), "\n") {
				continue
			}
			p.Report(m.Source, []any{short(oneLine(b.MarkText(i)))}, rule.Fix{
				Title:        locale.Text{ZH: "把正文的这几行连起来", EN: "join the lines of the text"},
				Edits:        joinLines(p, core),
				ChangesPlain: true,
			})
		}
	},
}

// joinLines returns the edits that take the line breaks out of a span of the plain
// text. Between Latin letters a space takes their place.
func joinLines(p *rule.Pass, plain source.Span) []source.Edit {
	text := p.Block.Plain()
	var edits []source.Edit
	for at := plain.Start; at < plain.End; at++ {
		if text[at] != '\n' {
			continue
		}
		start, end := at, at+1
		for start > plain.Start && text[start-1] == ' ' {
			start--
		}
		for end < plain.End && (text[end] == ' ' || text[end] == '\n') {
			end++
		}
		glue := ""
		if isASCIIWord(text[start-1]) && end < plain.End && isASCIIWord(text[end]) {
			glue = " "
		}
		// The line feed may stand at a bracket, so each byte of prose goes by itself.
		for i := start; i < end; i++ {
			s := p.Block.SourceOf(source.Span{Start: i, End: i + 1})
			edits = append(edits, source.Edit{Span: s, Text: glue})
			glue = ""
		}
		at = end
	}
	return edits
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
