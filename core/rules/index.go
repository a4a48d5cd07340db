package rules

import "strings"

// Index returns the table of all rules, in Markdown.
func Index() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nThis table is written by `make rule`; each rule has a page with its reasons and its examples, which are its tests.\n\n" +
		"| rule | severity | 中文 | English |\n|---|---|---|---|\n")
	for _, r := range All {
		b.WriteString("| [" + r.Name + "](" + strings.ReplaceAll(r.Name, "-", "_") + ".md) | " + r.Severity.String() + " | " + r.Title.ZH + " | " + r.Title.EN + " |\n")
	}
	return b.String()
}
