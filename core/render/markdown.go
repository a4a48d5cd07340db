package render

import (
	"io"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/core/syntax"
)

// Markdown writes a document as Markdown that every dialect reads alike: marks are
// spans of code with their brackets, which tell the kind; there is no HTML in it.
func Markdown(w io.Writer, s *sheet.Sheet, analysed bool, o Options) error {
	m := &markdownWriter{sheet: s, o: o, lang: o.Lang, base: max(o.Heading, 1) - 1}
	if o.Heading == 0 && (o.Fragment || !s.Titled) {
		m.base = 1
	}
	if !o.Fragment && m.base > 0 {
		m.block("# ", prose(titleOf(s, o)))
	}
	m.legend()
	for _, p := range s.Paragraphs {
		m.paragraph(p)
	}
	m.practices(analysed)
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdownWriter struct {
	sheet *sheet.Sheet
	o     Options
	lang  locale.Lang
	base  int // added to the level of a heading
	out   strings.Builder
}

// block writes a paragraph with a blank line before it.
func (m *markdownWriter) block(parts ...string) {
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	for _, p := range parts {
		m.out.WriteString(p)
	}
	m.out.WriteByte('\n')
}

func (m *markdownWriter) legend() {
	lines := make([]string, len(syntax.Kinds))
	for i, k := range syntax.Kinds {
		lines[i] = "- " + code(k.Open()+kindNames[k].In(m.lang)+k.Close(), false) + " " + prose(kindMeans[k].In(m.lang))
	}
	m.block(strings.Join(lines, "\n"))
}

func (m *markdownWriter) paragraph(p sheet.Paragraph) {
	lines := strings.Split(m.inline(p), "\n")
	if p.Kind == sheet.Heading {
		m.block(strings.Repeat("#", min(6, m.base+p.Level)), " ", strings.Join(lines, " "))
		return
	}
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.Trim(line, " \t"); line != "" {
			kept = append(kept, lineStart(line))
		}
	}
	m.block(strings.Join(kept, "  \n"))
}

// inline returns the text of a paragraph, its outermost marks as code.
func (m *markdownWriter) inline(p sheet.Paragraph) string {
	var b strings.Builder
	var mark, between strings.Builder // what the outermost mark holds, and no mark
	var open []int
	wasCode := false
	flush := func() {
		if between.Len() > 0 {
			b.WriteString(prose(between.String()))
			between.Reset()
			wasCode = false
		}
	}
	close := func(n int) {
		for len(open) > n {
			mark.WriteString(m.sheet.Marks[open[len(open)-1]].Kind.Close())
			open = open[:len(open)-1]
			if len(open) == 0 {
				if wasCode {
					b.WriteString(apart)
				}
				b.WriteString(code(mark.String(), false))
				mark.Reset()
				wasCode = true
			}
		}
	}
	for _, r := range m.sheet.Runs(p) {
		n := 0
		for n < len(open) && n < len(r.Marks) && open[n] == r.Marks[n] {
			n++
		}
		close(n)
		if len(r.Marks) > 0 {
			flush()
		}
		for _, i := range r.Marks[n:] {
			mark.WriteString(m.sheet.Marks[i].Kind.Open())
			open = append(open, i)
		}
		if len(open) > 0 {
			mark.WriteString(r.Text)
			continue
		}
		between.WriteString(r.Text)
	}
	close(0)
	flush()
	return b.String()
}

func (m *markdownWriter) practices(analysed bool) {
	m.block(strings.Repeat("#", practicesLevel(m.sheet, m.base)), " ", prose(textPractices.In(m.lang)))
	list := rows(m.sheet, m.lang)
	switch {
	case !analysed:
		m.block(prose(textTooLarge.In(m.lang)))
		return
	case len(list) == 0:
		m.block(prose(textNone.In(m.lang)))
		return
	}
	var lines []string
	head := []string{prose(textSection.In(m.lang))}
	for _, c := range columns {
		head = append(head, prose(c.In(m.lang)))
	}
	lines = append(lines, tableRow(head), "|"+strings.Repeat(" --- |", len(head)))
	for i, r := range list {
		cells := []string{""}
		if n := len(r.section); n > 0 && (i == 0 || !slices.Equal(r.section, list[i-1].section)) {
			cells[0] = oneLine(prose(r.section[n-1]))
		}
		for c, fields := range r.cells {
			parts := make([]string, len(fields))
			for k, f := range fields {
				parts[k] = m.field(f)
			}
			cell := strings.Join(parts, "; ")
			if c == 0 {
				cell += " " + prose(r.category)
				for _, tag := range r.tags {
					cell += ", " + prose(tag)
				}
			}
			cells = append(cells, oneLine(cell))
		}
		lines = append(lines, tableRow(cells))
	}
	m.block(strings.Join(lines, "\n"))
}

func (m *markdownWriter) field(f field) string {
	s := prose(f.text)
	if f.marked {
		s = code(f.kind.Open()+f.text+f.kind.Close(), true)
	}
	if f.before != "" {
		s = prose(f.before) + " " + s
	}
	if len(f.notes) > 0 {
		s += textParen.In(m.lang, prose(strings.Join(f.notes, textComma.In(m.lang))))
	}
	if len(f.parts) > 0 {
		parts := make([]string, len(f.parts))
		for i, p := range f.parts {
			parts[i] = m.field(p)
		}
		s += " " + prose(f.cue) + " " + strings.Join(parts, prose(textComma.In(m.lang)))
		if f.open {
			s += " " + prose(textMore.In(m.lang))
		}
	}
	return s
}

func tableRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
