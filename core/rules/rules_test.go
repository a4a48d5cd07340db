package rules

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var update = flag.Bool("update", false, "write what the rules report into their pages")

// finding is a diagnostic of a document.
type finding struct {
	rule.Diagnostic
	block *syntax.Block
	index *rule.Index
	start int // of the block, in bytes of the source
}

// check runs rules over a whole document.
func check(rules []*rule.Rule, text string) []finding {
	var list []finding
	var sites []*rule.Site
	tree := syntax.Parse(text)
	for i, r := range reading.All(tree) {
		sites = append(sites, rule.NewSite(tree.At(i), r))
		sites[i].Note(Note)
	}
	index := rule.NewIndex()
	index.Replace(nil, sites)
	tree.From(0, func(i int, before syntax.Total, b *syntax.Block) bool {
		found := append(sites[i].Run(rules), sites[i].RunAcross(rules, index)...)
		rule.Sort(found)
		for _, d := range found {
			list = append(list, finding{d, b, index, before.Source.Bytes})
		}
		return true
	})
	return list
}

// apply returns the text with a fix applied.
func (f finding) apply(t *testing.T, text string, fix rule.Fix) string {
	t.Helper()
	var edits []source.Edit
	for _, e := range fix.Edits {
		edits = append(edits, e.Shift(f.start))
	}
	out, err := source.Apply(text, edits)
	if err != nil {
		t.Fatalf("%s: fix %q: %v", f.Rule.Name, fix.Name(locale.EN), err)
	}
	return out
}

// Every rule has a page with its titles and severity, with examples that fire and
// some that do not, which say exactly what the rule reports.
func TestPages(t *testing.T) {
	for _, r := range All {
		t.Run(r.Name, func(t *testing.T) {
			path := strings.ReplaceAll(r.Name, "-", "_") + ".md"
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("the rule has no page: %v", err)
			}
			page := string(data)
			for _, want := range []string{"# " + r.Name, "Severity: " + r.Severity.String(), "## " + r.Title.ZH, "## " + r.Title.EN} {
				if !strings.Contains(page, want+"\n") {
					t.Errorf("%s has no line %q", path, want)
				}
			}
			var fires, silent int
			quiet := strings.Index(page, "\nIt is silent:\n")
			if !strings.Contains(page, "\nIt reports:\n") || quiet < 0 {
				t.Fatalf("%s wants examples under “It reports:” and others under “It is silent:”", path)
			}
			rewritten := rewriteExamples(t, page, func(text string, at int) string {
				found := check([]*rule.Rule{r}, text)
				if (len(found) > 0) == (at > quiet) {
					t.Errorf("%s: the example %q has %d problems and stands in the wrong place", path, text, len(found))
				}
				if len(found) > 0 {
					fires++
				} else {
					silent++
				}
				return describe(t, text, found)
			})
			if fires == 0 || silent == 0 {
				t.Errorf("%s has %d examples that fire and %d that do not; it wants both", path, fires, silent)
			}
			if rewritten == page {
				return
			}
			if *update {
				if err := os.WriteFile(path, []byte(rewritten), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("%s does not say what the rule reports (run with -update and look at the difference):\n%s", path, rewritten)
		})
	}
}

// rewriteExamples replaces the problems behind each example of a page; at is where
// the example stands in the page.
func rewriteExamples(t *testing.T, page string, report func(text string, at int) string) string {
	const open, between, end = "```policymark\n", "\n```\n\n```problems\n", "```\n"
	var out strings.Builder
	whole := len(page)
	for {
		at := whole - len(page) + strings.Index(page, open)
		before, rest, found := strings.Cut(page, open)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		text, rest, ok := strings.Cut(rest, between)
		_, rest, closed := strings.Cut(rest, end)
		if !ok || !closed {
			t.Fatalf("an example has no block of problems behind it: %q", text)
		}
		out.WriteString(open + text + between + report(text, at) + end)
		page = rest
	}
}

// describe writes findings as pages have them, in both languages.
func describe(t *testing.T, text string, found []finding) string {
	t.Helper()
	var b strings.Builder
	for _, f := range found {
		s := f.Span.Shift(f.start)
		at := source.Measure(text[:s.Start])
		fmt.Fprintf(&b, "%d–%d “%s”\n  %s\n  %s\n", at.Points, at.Points+source.Measure(text[s.Start:s.End]).Points,
			text[s.Start:s.End], f.Message(locale.ZH), f.Message(locale.EN))
		for _, fix := range f.Fixes(f.block, f.index) {
			kind := "fix"
			if fix.Safe() {
				kind = "safe fix"
			}
			fmt.Fprintf(&b, "  %s: %s / %s\n    %s\n", kind, fix.Name(locale.ZH), fix.Name(locale.EN), f.apply(t, text, fix))
		}
	}
	return b.String()
}

// The index is as the rules are.
func TestIndex(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil || string(data) != Index() {
		t.Errorf("README.md is not the index of the rules (run make rule): %v", err)
	}
}

// A rule has one way to look, an explanation in both languages, and examples in both.
func TestNothingIsHalfDone(t *testing.T) {
	names := map[string]bool{}
	for _, r := range All {
		ways := 0
		for _, way := range []func(*rule.Pass){r.Check, r.Across, r.Front} {
			if way != nil {
				ways++
			}
		}
		if ways != 1 {
			t.Errorf("%s has %d ways to look, not one", r.Name, ways)
		}
		if names[r.Name] {
			t.Errorf("there are two rules %s", r.Name)
		}
		names[r.Name] = true
		data, err := os.ReadFile(strings.ReplaceAll(r.Name, "-", "_") + ".md")
		if err != nil {
			t.Fatal(err)
		}
		for _, title := range []string{r.Title.ZH, r.Title.EN} {
			_, text, _ := strings.Cut(string(data), "## "+title+"\n")
			text, _, _ = strings.Cut(text, "\n## ")
			if len(strings.TrimSpace(text)) < 40 {
				t.Errorf("%s: the page says next to nothing under “%s”", r.Name, title)
			}
		}
	}
}

// Every page belongs to a rule that is registered.
func TestEveryPageIsARule(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name, found := strings.CutSuffix(e.Name(), ".md"); found && name != "README" && Named(strings.ReplaceAll(name, "_", "-")) == nil {
			t.Errorf("%s is the page of no registered rule", e.Name())
		}
	}
}

// Every message exists in both languages and takes the same arguments.
func TestMessages(t *testing.T) {
	for _, r := range All {
		for _, text := range []locale.Text{r.Title, r.Message} {
			if text.ZH == "" || text.EN == "" || strings.Count(text.ZH, "%") != strings.Count(text.EN, "%") {
				t.Errorf("%s: the languages do not agree: %q, %q", r.Name, text.ZH, text.EN)
			}
		}
		for _, said := range []string{r.Message.ZH, r.Message.EN, r.Title.ZH, r.Title.EN} {
			if strings.HasSuffix(said, "。") || strings.HasSuffix(said, ".") {
				t.Errorf("%s: no full stop ends “%s”", r.Name, said)
			}
		}
		if first := r.Message.EN[0]; 'A' <= first && first <= 'Z' {
			t.Errorf("%s: the message starts with a capital", r.Name)
		}
		// What to do stands behind a colon.
		if r.Front == nil && (!strings.Contains(r.Message.ZH, "：") || !strings.Contains(r.Message.EN, ": ") && !strings.Contains(r.Message.EN, ", so ")) {
			t.Errorf("%s: the message does not say what to do", r.Name)
		}
	}
}

var fuzzSeeds = []string{
	"(我们会[收集]您的<手机号>。(1)< ，>{(a)}<a<b>>",
	"[a](http://x) <br>(，我们)会[收集]\\(x\\) a) b] |c> {为您服务。}\n\n(我们)",
	"甲😊(公)司|x| <手机\n号> { } ([<>])",
}

// Safe fixes leave the plain text alone, and applying them again and again comes
// to rest; no fix makes new stray brackets.
func FuzzFixes(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 || !utf8.ValidString(text) { // texts are made valid on the way in
			return
		}
		plain, rounds := syntax.Parse(text).Plain(), len(text)+10
		for round := 0; ; round++ {
			found := check(All, text)
			strays := syntax.Parse(text).Sum().Strays
			next := ""
			for _, d := range found {
				for _, fix := range d.Fixes(d.block, d.index) {
					after := d.apply(t, text, fix)
					tree := syntax.Parse(after)
					if tree.Sum().Strays > strays {
						t.Fatalf("%s: fix %q of %q makes %q", d.Rule.Name, fix.Name(locale.EN), text, after)
					}
					if fix.Safe() && next == "" {
						next = after
					}
				}
			}
			if next == "" {
				return
			}
			if round > rounds {
				t.Fatalf("safe fixes do not come to rest: %q", text)
			}
			text = next
			if got := syntax.Parse(text).Plain(); got != plain {
				t.Fatalf("a safe fix changed the plain text from %q to %q", plain, got)
			}
		}
	})
}
