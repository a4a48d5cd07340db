package render

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/core/source"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

// reader reads Markdown with all that sites switch on, raw HTML too.
var reader = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
	goldmark.WithRendererOptions(ghtml.WithUnsafe()),
)

var allowed = regexp.MustCompile(`^</?(h[1-6]|p|ul|li|code|table|thead|tbody|tr|th|td)>$|^<br>$`)

// misread says what another program takes from the Markdown that the text does not
// say.
func misread(t testing.TB, page, markup string) string {
	t.Helper()
	var out bytes.Buffer
	if err := reader.Convert([]byte(page), &out); err != nil {
		t.Fatal(err)
	}
	for _, one := range tag.FindAllString(out.String(), -1) {
		if !allowed.MatchString(one) {
			return "there is an element " + one + " in\n" + page
		}
	}
	if m := regexp.MustCompile(`\{\{|\{%|\{#|\{:|\}\}|%\}`).FindString(page + html.UnescapeString(tag.ReplaceAllString(out.String(), ""))); m != "" {
		return "there is a template's " + m + " in\n" + page
	}
	got := strings.Map(func(r rune) rune {
		if r == '\u200b' || r == '\u2060' || r <= ' ' {
			return -1
		}
		return r
	}, html.UnescapeString(tag.ReplaceAllString(out.String(), "")))
	laid := sheet.New(core.Read(markup))
	for _, p := range laid.Paragraphs {
		var want strings.Builder
		for _, r := range laid.Runs(p) {
			for _, c := range controls(r.Text) {
				if c > ' ' && c != '\u200b' && c != '\u2060' {
					want.WriteRune(c)
				}
			}
		}
		// The brackets of marks stand between the runs.
		if !holdsInOrder(got, want.String()) {
			return "the text " + want.String() + " is not in\n" + page + "\nwhich reads\n" + out.String()
		}
	}
	return ""
}

// holdsInOrder reports whether s holds the code points of want in order.
func holdsInOrder(s, want string) bool {
	rest := []rune(s)
	for _, r := range want {
		i := 0
		for i < len(rest) && rest[i] != r {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

func TestHostileMarkdown(t *testing.T) {
	for _, text := range hostile {
		for _, shape := range shapes {
			markup := strings.ReplaceAll(shape, "HERE", text)
			if fault := misread(t, render(t, markup, Options{}, Markdown), markup); fault != "" {
				t.Errorf("%q: %s", markup, fault)
			}
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
		f.Add(strings.ReplaceAll(shapes[1], "HERE", text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Open([]byte(text))
		if err != nil {
			return
		}
		if fault := misread(t, render(t, file.Text(), Options{}, Markdown), file.Text()); fault != "" {
			t.Error(fault)
		}
	})
}

// Marks that touch, and brackets within a mark, stay what they are.
func TestMarksInMarkdown(t *testing.T) {
	for markup, want := range map[string]string{
		"(我们)[收集]<手机号>": "`(我们)`&#8203;`[收集]`&#8203;`<手机号>`",
		"{若<邮箱>}":       "`{若<邮箱>}`",
		"{{a}}":         "`{`&#8288;`{a}`&#8288;`}`",
		"{{\\0}":        "\\{&#8288;`{\\0}`",
		"{a}}":          "`{a}`&#8288;\\}",
		"<a`b>":         "``<a`b>``",
		"a\n(b\nc) d":   "a  \n`(b c)` d",
	} {
		got := render(t, markup, Options{Fragment: true}, Markdown)
		if !strings.Contains(got, "\n"+want+"\n") {
			t.Errorf("%q is written as\n%s", markup, got)
		}
	}
}
