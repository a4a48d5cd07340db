package render

import "strings"

// apart keeps two spans of code apart, and joined two signs that together are a
// template's: neither is seen.
const (
	apart  = "&#8203;"
	joined = "&#8288;"
)

// prose returns text that says the same as Markdown, whatever the dialect. What
// the first Markdown has no backslash for is written as a character reference.
func prose(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]#", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '{' || r == '}':
			writeBrace(&b, s, i)
		case r == '%' && isTemplate(s[i:]):
			b.WriteString("%" + joined)
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("|~$^", r), i+1 < len(s) && isDialect(s[i], s[i+1]):
			b.WriteString(reference(r))
		case r == '\r' || r != '\n' && r != '\t' && r < 0x20 || 0x7f <= r && r < 0xa0:
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// writeBrace writes the brace at a place of s so that it is no part of a template, not
// even with code beside it.
func writeBrace(b *strings.Builder, s string, at int) {
	if s[at] == '}' && at == 0 {
		b.WriteString(joined) // code that ends in one may stand before
	}
	b.WriteByte('\\')
	b.WriteByte(s[at])
	if isTemplate(s[at:]) || s[at] == '{' && at+1 == len(s) { // code that begins with one may follow
		b.WriteString(joined)
	}
}

// isDialect reports whether a sign and the one behind it begin something in a dialect of
// Markdown: :emoji:, ==marked==, ++inserted++.
func isDialect(c, next byte) bool {
	return c == ':' && isShortcode(next) || (c == '=' || c == '+') && next == c
}

// isTemplate reports whether s starts with two signs by which a template of Vue,
// Liquid, Jinja, Hugo or kramdown begins or ends something.
func isTemplate(s string) bool {
	if len(s) < 2 {
		return false
	}
	return s[0] == '{' && strings.IndexByte("{%#:.", s[1]) >= 0 || (s[0] == '}' || s[0] == '%') && s[1] == '}'
}

func isShortcode(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == ':' || c == '+' || c == '-' || c == '_'
}

func reference(r rune) string {
	n := ""
	for v := int(r); v > 0; v /= 10 {
		n = string(rune('0'+v%10)) + n
	}
	return "&#" + n + ";"
}

// lineStart keeps the start of a line of prose from beginning a list, a quotation,
// a heading, a program or whatever else a dialect has.
func lineStart(line string) string {
	c := line[0]
	if strings.IndexByte("-+=!?>.%@:\"", c) >= 0 {
		return reference(rune(c)) + line[1:]
	}
	n := 0
	for n < len(line) && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n > 0 && n < len(line) && (line[n] == '.' || line[n] == ')') {
		return line[:n] + "\\" + line[n:]
	}
	if strings.HasPrefix(line, "import") || strings.HasPrefix(line, "export") {
		return reference(rune(c)) + line[1:]
	}
	return line
}

// code returns text as a span of code, in a table or not.
func code(s string, table bool) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < 0x20 || 0x7f <= r && r < 0xa0:
			return '\uFFFD'
		}
		return r
	}, s)
	var b strings.Builder
	done := 0
	for i := range len(s) {
		switch {
		case table && s[i] == '|':
			b.WriteString(span(s[done:i]) + reference('|'))
			done = i + 1
		case isTemplate(s[i:]):
			b.WriteString(span(s[done:i+1]) + joined)
			done = i + 1
		}
	}
	return b.String() + span(s[done:])
}

func span(s string) string {
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	ticks := strings.Repeat("`", longest+1)
	if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' {
		s = " " + s + " "
	}
	return ticks + s + ticks
}
