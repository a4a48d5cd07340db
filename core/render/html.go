package render

import (
	_ "embed"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/core/syntax"
)

//go:embed style.css
var style string

// pageStyle is what a page of its own has besides.
const pageStyle = ":root{color-scheme:light dark}body{margin:0;background:light-dark(#ffffff,#1b1e23);" +
	"font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif}" +
	".policymark{max-width:72em;margin:0 auto}"

// HTML writes a document as HTML that needs nothing else. A fragment has no blank
// line and no line that starts with a space, so that it stands in Markdown too.
func HTML(w io.Writer, s *sheet.Sheet, analysed bool, o Options) error {
	h := &htmlWriter{sheet: s, o: o, lang: o.Lang, base: o.Heading - 1}
	title := titleOf(s, o)
	ownTitle := false // that the page needs a heading beside those of the text
	if o.Heading == 0 {
		h.base = 1
		if !o.Fragment {
			if s.Titled {
				h.base = 0
			} else {
				ownTitle = true
			}
		}
	}
	if !o.Fragment {
		h.write("<!doctype html>\n<html lang=\"", attribute(langTag(o.Lang)), "\">\n<head>\n<meta charset=\"utf-8\">\n",
			"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
			"<title>", escape(title), "</title>\n<style>\n", pageStyle, "\n</style>\n")
		if o.Script != "" {
			h.write("<script type=\"module\" src=\"", attribute(o.Script), "\"></script>\n")
		}
		h.write("</head>\n<body>\n<main>\n")
	}
	h.fragment(title, ownTitle, analysed)
	if !o.Fragment {
		h.write("</main>\n</body>\n</html>\n")
	}
	_, err := io.WriteString(w, h.out.String())
	return err
}

type htmlWriter struct {
	sheet *sheet.Sheet
	o     Options
	lang  locale.Lang
	base  int // added to the level of a heading
	out   strings.Builder
	named map[string]bool // addresses that stand in the text
}

func (h *htmlWriter) write(parts ...string) {
	for _, p := range parts {
		h.out.WriteString(p)
	}
}

func (h *htmlWriter) fragment(title string, ownTitle, analysed bool) {
	h.named = map[string]bool{}
	hasElement := h.o.Src != "" || h.o.Source != ""
	h.write("<div class=\"policymark-embed\">\n")
	if hasElement {
		h.write("<policymark-view lang=\"", langTag(h.lang), "\"")
		if h.o.ID != "" {
			h.write(" id=\"", attribute(h.o.ID), "\"")
		}
		if h.o.Src != "" {
			h.write(" src=\"", attribute(h.o.Src), "\"")
		} else {
			h.write(" value=\"", attribute(h.o.Source), "\"")
		}
		h.write(">\n")
	}
	h.write("<div class=\"policymark\" lang=\"", langTag(h.lang), "\">\n<style>\n", style, "</style>\n")
	if ownTitle {
		h.write("<h1 lang=\"", attribute(h.sheet.Lang()), "\">", escape(title), "</h1>\n")
	}
	body := h.sheet.Paragraphs
	if h.sheet.Titled {
		h.heading(body[0], " lang=\""+attribute(h.sheet.Lang())+"\"")
		body = body[1:]
	}
	h.meta()
	h.legend()
	h.text(body)
	h.practices(analysed)
	h.write("</div>\n")
	if hasElement {
		h.write("</policymark-view>\n")
	}
	h.write("</div>\n")
}

func (h *htmlWriter) meta() {
	var parts []string
	m := h.sheet.Meta
	for _, f := range []struct {
		name  locale.Text
		value string
	}{{textVersion, m.Version}, {textDate, m.Date}, {textSource, m.Source}} {
		if f.value != "" {
			parts = append(parts, escape(f.name.In(h.lang))+" "+escape(f.value))
		}
	}
	if len(parts) > 0 {
		h.write("<p class=\"pm-meta\">", strings.Join(parts, " · "), "</p>\n")
	}
}

func (h *htmlWriter) legend() {
	h.write("<ul class=\"pm-legend\" aria-label=\"", attribute(textLegend.In(h.lang)), "\">\n")
	for _, k := range syntax.Kinds {
		h.write("<li><mark class=\"pm-", k.String(), "\">", opener(k), escape(kindNames[k].In(h.lang)), closer(k), "</mark> ",
			escape(kindMeans[k].In(h.lang)), "</li>\n")
	}
	h.write("</ul>\n")
}

func (h *htmlWriter) heading(p sheet.Paragraph, attributes string) {
	tag := "h" + strconv.Itoa(min(6, max(1, h.base+p.Level)))
	h.write("<", tag, " id=\"", h.id(p.Address), "\"", attributes, ">")
	h.runs(p)
	h.write("</", tag, ">\n")
}

func (h *htmlWriter) text(body []sheet.Paragraph) {
	h.write("<div class=\"pm-text\" lang=\"", attribute(h.sheet.Lang()), "\">\n")
	for _, p := range body {
		switch p.Kind {
		case sheet.Heading:
			h.heading(p, "")
		case sheet.Item:
			h.write("<p class=\"pm-item\">")
			h.runs(p)
			h.write("</p>\n")
		default:
			h.write("<p>")
			h.runs(p)
			h.write("</p>\n")
		}
	}
	h.write("</div>\n")
}

// runs writes the text of a paragraph, its marks as elements, one in the other.
func (h *htmlWriter) runs(p sheet.Paragraph) {
	var open []int
	close := func(n int) {
		for len(open) > n {
			k := h.sheet.Marks[open[len(open)-1]].Kind
			h.write(closer(k), "</mark>")
			open = open[:len(open)-1]
		}
	}
	for _, r := range h.sheet.Runs(p) {
		n := 0
		for n < len(open) && n < len(r.Marks) && open[n] == r.Marks[n] {
			n++
		}
		close(n)
		for _, m := range r.Marks[n:] {
			h.open(m)
			open = append(open, m)
		}
		h.write(escape(r.Text))
	}
	close(0)
}

func (h *htmlWriter) open(i int) {
	m := h.sheet.Marks[i]
	name := kindNames[m.Kind].In(h.lang)
	h.write("<mark class=\"pm-", m.Kind.String(), "\"")
	// A mark over a line break may stand in two paragraphs.
	if !h.named[m.Address] {
		h.named[m.Address] = true
		h.write(" id=\"", h.id(m.Address), "\"")
	}
	h.write(" title=\"", attribute(name), "\">", "<span class=\"pm-kind\" lang=\"", langTag(h.lang), "\">", escape(name), " </span>", opener(m.Kind))
}

// opener and closer write a bracket that is seen and not spoken: the kind is.
func opener(k syntax.Kind) string {
	return "<span class=\"pm-open\" aria-hidden=\"true\">" + escape(k.Open()) + "</span>"
}

func closer(k syntax.Kind) string {
	return "<span class=\"pm-close\" aria-hidden=\"true\">" + escape(k.Close()) + "</span>"
}

func (h *htmlWriter) practices(analysed bool) {
	level := strconv.Itoa(practicesLevel(h.sheet, h.base))
	h.write("<section class=\"pm-practices\">\n<h", level, ">", escape(textPractices.In(h.lang)), "</h", level, ">\n")
	list := rows(h.sheet, h.lang)
	switch {
	case !analysed:
		h.write("<p>", escape(textTooLarge.In(h.lang)), "</p>\n")
	case len(list) == 0:
		h.write("<p>", escape(textNone.In(h.lang)), "</p>\n")
	default:
		h.table(list)
	}
	h.write("</section>\n")
}

func (h *htmlWriter) table(list []row) {
	caption := textCaption.In(h.lang, len(list))
	if len(list) == 1 {
		caption = textCaptionOne.In(h.lang)
	}
	h.write("<div class=\"pm-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"", attribute(textPractices.In(h.lang)), "\">\n<table>\n<caption>",
		escape(caption), "</caption>\n<thead>\n<tr>")
	for _, c := range columns {
		h.write("<th scope=\"col\">", escape(c.In(h.lang)), "</th>")
	}
	h.write("</tr>\n</thead>\n")
	for i, r := range list {
		if i == 0 || !slices.Equal(r.section, list[i-1].section) {
			if i > 0 {
				h.write("</tbody>\n")
			}
			section := escape(strings.Join(r.section, " › "))
			if section == "" {
				section = escape(textNoSection.In(h.lang))
			}
			h.write("<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"", strconv.Itoa(len(columns)), "\">", section, "</th></tr>\n")
		}
		h.write("<tr id=\"", h.id(r.id), "\">")
		for c, fields := range r.cells {
			if c == 0 {
				h.write("<th scope=\"row\">")
				h.action(r)
				h.write("</th>")
				continue
			}
			h.write("<td>")
			h.list(fields)
			h.write("</td>")
		}
		h.write("</tr>\n")
	}
	h.write("</tbody>\n</table>\n</div>\n")
}

func (h *htmlWriter) action(r row) {
	h.field(r.cells[0][0])
	h.write(" <span class=\"pm-note\">", escape(r.category), "</span>")
	for i, tag := range r.tags {
		class := "pm-tag"
		if r.denied && i == 0 {
			class = "pm-tag pm-not"
		}
		h.write(" <span class=\"", class, "\">", escape(tag), "</span>")
	}
}

func (h *htmlWriter) list(fields []field) {
	if len(fields) == 0 {
		return
	}
	h.write("<ul class=\"pm-cell\">")
	for _, f := range fields {
		h.write("<li>")
		h.field(f)
		if len(f.parts) > 0 {
			h.write(" <span class=\"pm-note\">", escape(f.cue), "</span>")
			h.list(f.parts)
			if f.open {
				h.write("<span class=\"pm-note\">", escape(textMore.In(h.lang)), "</span>")
			}
		}
		h.write("</li>")
	}
	h.write("</ul>")
}

func (h *htmlWriter) field(f field) {
	if f.before != "" {
		h.write("<span class=\"pm-note\">", escape(f.before), "</span> ")
	}
	class, open, close := "pm-"+f.kind.String(), opener(f.kind), closer(f.kind)
	if !f.marked {
		class, open, close = "pm-inferred", "", ""
	}
	h.write("<mark class=\"", class, "\">", open)
	if f.target != "" && h.named[f.target] {
		h.write("<a href=\"#", fragmentOf(h.address(f.target)), "\">", escape(f.text), "</a>")
	} else {
		h.write(escape(f.text))
	}
	h.write(close, "</mark>")
	for _, n := range f.notes {
		h.write(" <span class=\"pm-note\">", escape(n), "</span>")
	}
}

// address returns an address of the document as one of the page.
func (h *htmlWriter) address(s string) string {
	if h.o.ID == "" {
		return s
	}
	return h.o.ID + "/" + s
}

func (h *htmlWriter) id(address string) string { return attribute(h.address(address)) }
