package render

import (
	"bytes"
	"flag"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/core/source"
)

var update = flag.Bool("update", false, "write what is rendered into testdata")

func render(t testing.TB, markup string, o Options, write func(io.Writer, *sheet.Sheet, bool, Options) error) string {
	t.Helper()
	d := core.Read(markup)
	var b bytes.Buffer
	if err := write(&b, sheet.New(d), d.Analysed(), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, c := range []struct{ name, out string }{{"zh", "zh"}, {"en", "en"}} {
		raw, err := os.ReadFile(filepath.Join("testdata", c.name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Lang: locale.LangNamed(c.name), Title: c.name, Source: string(raw)}
		embedded := o
		embedded.Fragment, embedded.ID, embedded.Heading = true, "policy", 3
		for name, got := range map[string]string{
			c.out + ".html":          render(t, string(raw), o, HTML),
			c.out + "-fragment.html": render(t, string(raw), embedded, HTML),
			c.out + ".md":            render(t, string(raw), o, Markdown),
		} {
			got = strings.Replace(got, style, "STYLE\n", 1)
			path := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s has changed (go test ./core/render -update writes it):\n%s", name, got)
			}
		}
	}
}

// hostile are texts that would be something else if they were not escaped.
var hostile = []string{
	`\<script>alert\(1\)\</script>`, `\<img src=x onerror=alert\(1\)>`, `"><b>x</b>`, `' onload='x`, `&lt;b&gt; &amp;`, `\<!-- x -->`, `\]\]>`, "`code` ``two``",
	`\{\{ 7*7 \}\}`, `\{\{\< shortcode >\}\}`, `\{% raw %\}`, `\{#id\}`, `\[link\]\(javascript:alert\(1\)\)`, `\<https://example.com>`, `# not a heading`, `- no item`, `1. no item`,
	`**bold** __x__ ~~y~~ ^z^ ==m== $x$`, `:smile: :::tip`, `!!! note`, `import x from "y"`, `export const a = 1`, `| a | b |`, `\<br>`, `---`, `===`, "a\ttab", `\\`, `\&#123;`, "nul\x00",
	`\[\[toc\]\]`, `\[^1\]: note`, `\{: .x \}`, `$\{x\}`, `> quote`, `+ item`, `1\) item`,
}

var (
	tag   = regexp.MustCompile(`<[^>]*>`)
	quote = regexp.MustCompile(`="[^"]*"`)
	ours  = regexp.MustCompile(`<span class="pm-kind"[^>]*>[^<]*</span>|<span class="pm-[a-z]*" aria-hidden="true">[^<]*</span>`)
)

// wrong says what of a page is not as it is for every text: an element or an
// attribute that none should have, ends that do not match, text that was lost.
func wrong(t testing.TB, page, markup string) string {
	t.Helper()
	open := []string{}
	fragment := page[strings.Index(page, "<div class=\"policymark-embed\">") : strings.LastIndex(page, "</div>")+len("</div>")]
	bare := quote.ReplaceAllString(fragment, `=""`)
	for _, one := range tag.FindAllString(bare, -1) {
		name, _, _ := strings.Cut(strings.Trim(one, "<>"), " ")
		switch {
		case !known[one]:
			return "there is an element " + one
		case name[0] == '/':
			if len(open) == 0 || open[len(open)-1] != name[1:] {
				return one + " ends nothing"
			}
			open = open[:len(open)-1]
		case name != "br":
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		return "elements are left open: " + strings.Join(open, " ")
	}
	_, body, _ := strings.Cut(page, `<div class="pm-text"`)
	_, body, _ = strings.Cut(body, ">\n")
	body, _, _ = strings.Cut(body, "</div>\n<section")
	got := html.UnescapeString(tag.ReplaceAllString(strings.ReplaceAll(ours.ReplaceAllString(strings.ReplaceAll(body, "\n", "\v"), ""), "<br>", "\n"), ""))
	var want strings.Builder
	laid := sheet.New(core.Read(markup))
	for i, p := range laid.Paragraphs {
		if i == 0 && laid.Titled {
			continue
		}
		want.WriteString(controls(strings.NewReplacer("\r", " ", "\x00", "\uFFFD").Replace(p.Text())) + "\v")
	}
	if got != want.String() {
		return "the text is " + strconv.Quote(got) + ", want " + strconv.Quote(want.String())
	}
	return ""
}

// known are the elements of a page, with their attributes.
var known = func() map[string]bool {
	known := map[string]bool{"<br>": true}
	for _, name := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
		known["<"+name+">"], known["<"+name+` id="">`], known["<"+name+` id="" lang="">`], known["</"+name+">"] = true, true, true, true
	}
	for _, one := range []string{
		`div class=""`, `div class="" lang=""`, `policymark-view lang="" value=""`, `policymark-view lang="" id="" src=""`, `policymark-view lang="" src=""`, `style`, `ul class="" aria-label=""`, `ul class=""`, `li`,
		`mark class=""`, `mark class="" title=""`, `mark class="" id="" title=""`, `span class="" lang=""`, `span class="" aria-hidden=""`, `span class=""`, `p`, `p class=""`, `h1 lang=""`,
		`section class=""`, `div class="" role="" tabindex="" aria-label=""`, `table`, `caption`, `thead`, `tbody`, `tr`, `tr id=""`, `th scope=""`, `th scope="" colspan=""`, `td`, `a href=""`,
	} {
		name, _, _ := strings.Cut(one, " ")
		known["<"+one+">"], known["</"+name+">"] = true, true
	}
	return known
}()

// shapes are the places where a text may stand.
var shapes = []string{
	"HERE", "HERE\n\n# 一、HERE\n\n(甲HERE)[收集]<数HERE>，用于{通HERE}。\n", "(我们)将<数>（包括<HERE>）[提供]给HERE，若{HERE}。\n\nHERE\n",
	"---\ntitle: HERE\nlang: HERE\nsource: HERE\n---\n(我们)[收集]<手机号>。",
}

func TestHostileHTML(t *testing.T) {
	for _, text := range hostile {
		for _, shape := range shapes {
			markup := strings.ReplaceAll(shape, "HERE", text)
			for _, o := range []Options{{Fragment: true, Source: markup}, {Source: markup}, {Src: text, ID: text, Script: text, Title: text}} {
				if fault := wrong(t, render(t, markup, o, HTML), markup); fault != "" {
					t.Errorf("%q: %s", markup, fault)
				}
			}
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Open([]byte(text))
		if err != nil {
			return
		}
		if fault := wrong(t, render(t, file.Text(), Options{Source: file.Text()}, HTML), file.Text()); fault != "" {
			t.Error(fault)
		}
	})
}

// A fragment stands in Markdown too, where a blank line would end it and four
// spaces make code of it.
func TestFragmentStandsInMarkdown(t *testing.T) {
	raw, err := os.ReadFile("testdata/zh.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(render(t, string(raw)+"\n\n\n    x\n\n　　y\n", Options{Fragment: true, Source: string(raw), ID: "p"}, HTML)) {
		if strings.TrimSpace(line) == "" || line[0] == ' ' || line[0] == '\t' {
			t.Errorf("the line %q ends a block of HTML", line)
		}
	}
}

func TestNothingIsLoaded(t *testing.T) {
	got := render(t, "(我们)[收集]<手机号>。", Options{Source: "x"}, HTML)
	if m := regexp.MustCompile(`(?i)(src|href)="[^#"]|url\(|@import|<script|<link|https?:`).FindString(got); m != "" {
		t.Errorf("the page loads something: %s", m)
	}
}

func TestIDsAreUnique(t *testing.T) {
	got := render(t, "# 一、收集\n\n(我们)[收集]<手机号>。(我们)[收集]<手机号>。<a\nb>\n\n# 一、收集\n\n# practices\n", Options{ID: "x", Source: "x"}, HTML)
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(got, -1) {
		if seen[m[1]] {
			t.Errorf("the id %s is given twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(got, -1) {
		if !seen[unescapeFragment(m[1])] {
			t.Errorf("the link to %s leads nowhere", m[1])
		}
	}
}

func unescapeFragment(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '%' {
			n := 0
			for _, c := range s[i+1 : i+3] {
				n = n<<4 + strings.IndexRune("0123456789ABCDEF", c)
			}
			b = append(b, byte(n))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}
