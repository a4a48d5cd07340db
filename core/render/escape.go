package render

import "strings"

// The braces are escaped as well: templates of Vue, MDX, Liquid and Hugo know them.
var text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;", "{", "&#123;", "}", "&#125;",
	"\n", "<br>", "\x00", "\uFFFD", "\r", " ")

// escape returns text as the content of an element, line breaks as elements.
func escape(s string) string { return controls(text.Replace(s)) }

var value = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;", "{", "&#123;", "}", "&#125;",
	"`", "&#96;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;", "\x00", "\uFFFD")

// attribute returns text as the value of an attribute in double quotes.
func attribute(s string) string { return value.Replace(s) }

// controls takes out the control characters that HTML does not allow.
func controls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || 0x7f <= r && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// fragmentOf returns an address as the fragment of a link, in an attribute.
func fragmentOf(address string) string {
	var b strings.Builder
	const hex = "0123456789ABCDEF"
	for i := range len(address) {
		c := address[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-_./:", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
