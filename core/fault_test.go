package core

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// annotated returns the annotated policies that breaking is tried on: an example of
// the project's own and, where they are, the real ones.
func annotated(t *testing.T) map[string]string {
	t.Helper()
	files := []string{filepath.Join("..", "web", "examples", "shop-zh.policymark.txt")}
	dir := os.Getenv("POLICYMARK_CORPORA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpora")
	}
	real, err := filepath.Glob(filepath.Join(dir, "seed", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(real) == 0 {
		t.Log("no corpora of real policies here: only the example is broken; set POLICYMARK_CORPORA to their folder")
	}
	texts := map[string]string{}
	for _, name := range append(files, real...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := source.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(name)] = f.Text()
	}
	return texts
}

// expertTexts returns some of the real policies that experts marked, none when they
// are not there.
func expertTexts(t *testing.T) []string {
	t.Helper()
	dir := os.Getenv("POLICYMARK_CORPORA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpora")
	}
	files, err := filepath.Glob(filepath.Join(dir, "ca4p", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for i := 0; i < len(files); i += 10 {
		markup, _, _ := expertMarkup(t, files[i])
		texts = append(texts, markup)
	}
	return texts
}

// pageExamples returns the examples of each rule's page, in one text a page.
func pageExamples(t *testing.T) map[string]string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join("rules", "*_*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages of rules: %v", err)
	}
	example := regexp.MustCompile("(?s)```policymark\n(.*?)\n```")
	texts := map[string]string{}
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range example.FindAllStringSubmatch(string(data), -1) {
			texts[page] += m[1] + "\n\n"
		}
	}
	return texts
}

// problems counts the problems of a document by their rule and words.
func problems(d *Document) map[string]int {
	found := map[string]int{}
	d.Problems(AllSeverities, 0, func(p Problem) bool {
		found[fmt.Sprintf("%s at %s: %s", p.Rule.Name, p.Block.Text()[p.Span.Start:p.Span.End], p.Message(locale.EN))]++
		return true
	})
	return found
}

// One bracket that is lost gives at most two problems, and one fix brings the text
// back.
func TestOneFaultOneProblem(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds on WebAssembly")
	}
	texts := annotated(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		whole := problems(Read(text))
		var brackets []int
		syntax.Parse(text).From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
			for _, m := range b.Marks() {
				brackets = append(brackets, before.Source.Bytes+m.Source.Start, before.Source.Bytes+m.Source.End-1)
			}
			return true
		})
		most, unrepaired, first := 0, 0, 0
		for _, at := range brackets {
			broken := text[:at] + text[at+1:]
			d := Read(broken)
			var fresh []string
			for p, n := range problems(d) {
				for range n - whole[p] {
					fresh = append(fresh, p)
				}
			}
			where := text[max(0, at-40):at] + "⟦" + text[at:at+1] + "⟧" + text[at+1:min(len(text), at+40)]
			most = max(most, len(fresh))
			if len(fresh) == 0 || len(fresh) > 2 {
				t.Errorf("%s: %s: %d problems:\n\t%s", name, strings.ToValidUTF8(where, ""), len(fresh), strings.Join(fresh, "\n\t"))
			}
			repaired := -1
			d.Problems(AllSeverities, 0, func(p Problem) bool {
				if p.Rule.Name != "unclosed-mark" && p.Rule.Name != "stray-closer" && p.Rule.Name != "crossing-marks" {
					return true
				}
				for i, f := range p.Fixes() {
					if got, err := source.Apply(broken, p.Edits(f)); err == nil && got == text && repaired < 0 {
						repaired = i
					}
				}
				return true
			})
			if repaired == 0 {
				first++
			}
			if repaired < 0 {
				unrepaired++
				t.Errorf("%s: %s: no fix brings the text back", name, strings.ToValidUTF8(where, ""))
			}
		}
		t.Logf("%s: %d brackets lost one by one: at most %d problems; the first fix is right for %d, none for %d",
			name, len(brackets), most, first, unrepaired)
	}
}

// damage breaks a text in one of the ways in which people and programs do.
func damage(r *rand.Rand, text string) string {
	const brackets = "()[]<>{}"
	at := r.IntN(len(text))
	for !utf8.RuneStart(text[at]) {
		at--
	}
	if i := strings.IndexAny(text[at:], brackets); i >= 0 && r.IntN(3) > 0 {
		at += i
		switch r.IntN(7) {
		case 0:
			return text[:at] + text[at+1:]
		case 1:
			return text[:at] + string(brackets[r.IntN(len(brackets))]) + text[at+1:]
		case 2:
			return text[:at] + string(rune(text[at])+'（'-'(') + text[at+1:]
		case 3:
			// What is loose stands inside of a bracket: behind one that opens, before one
			// that closes.
			if strings.ContainsRune("([<{", rune(text[at])) {
				at++
			}
			return text[:at] + [...]string{" ", "，", "您的", "为", "|boss", "|=nix"}[r.IntN(6)] + text[at:]
		case 4:
			// A mark of another kind.
			if m := strings.IndexAny(text[at+1:], brackets); m >= 0 {
				end := at + 1 + m
				pair := [...]string{"()", "[]", "<>", "{}"}[r.IntN(4)]
				return text[:at] + pair[:1] + text[at+1:end] + pair[1:] + text[end+1:]
			}
		case 5:
			return text[:at] + text[at+1:]
		}
		return text[:at] + text[at:at+1] + text[at:]
	}
	pieces := []string{"(", ")", "[", ">", "{", "\n", "\n\n", "<", " ", "，", "|x", "不会", "\\",
		"(1)", "< >", "＜手机号＞", "<手机号>（包括型号信息、IMEI）", "[条款](https://a.b/c)", "会[提供]<售后服务>，", "<账 号>和<账号>、<账号>，"}
	return text[:at] + pieces[r.IntN(len(pieces))] + text[at:]
}

// errorsOf counts the errors of a document by their rule and words.
func errorsOf(d *Document) (found map[string]int, total int) {
	found = map[string]int{}
	d.Problems(Severities{rule.Error: true}, 0, func(p Problem) bool {
		found[p.Rule.Name+" "+p.Message(locale.EN)]++
		total++
		return true
	})
	return found, total
}

// Whatever fix is applied wherever to a text that was damaged at random, it reads
// without an error that was not there before.
func TestFixesMakeNoErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds on WebAssembly")
	}
	r := rand.New(rand.NewPCG(1, 2))
	tried := map[string]int{}
	texts := annotated(t)
	for i, whole := range expertTexts(t) {
		texts[fmt.Sprint("expert ", i)] = whole
	}
	examples := pageExamples(t)
	maps.Copy(texts, examples)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		whole := texts[name]
		// A few thousand bytes at a time, so that many faults can be tried.
		for range 12 {
			start := r.IntN(max(1, len(whole)-4000))
			if i := strings.Index(whole[start:], "\n\n"); i >= 0 {
				start += i + 2
			}
			text := strings.ToValidUTF8(whole[start:min(len(whole), start+3000)], "")
			if text == "" {
				continue
			}
			// The examples have faults of their own and are short: one more is enough.
			faults := 1
			if examples[name] == "" {
				faults += r.IntN(4)
			}
			for range faults {
				text = damage(r, text)
			}
			d := Read(text)
			before, total := errorsOf(d)
			d.Problems(AllSeverities, 0, func(p Problem) bool {
				for _, f := range p.Fixes() {
					if tried[p.Rule.Name] > 400 {
						break
					}
					tried[p.Rule.Name]++
					out, err := source.Apply(text, p.Edits(f))
					if err != nil {
						t.Fatalf("%s: %s: %v", name, f.Name(locale.EN), err)
					}
					after := Read(out)
					found, n := errorsOf(after)
					for e, k := range found {
						if k > before[e] && n >= total {
							t.Errorf("%s: after “%s” for “%s”: new error %s\n%s\n%s", name, f.Name(locale.EN), p.Message(locale.EN), e, text, out)
						}
					}
					if !f.ChangesPlain && after.Tree().Plain() != d.Tree().Plain() {
						t.Errorf("%s: “%s” changes the plain text", name, f.Name(locale.EN))
					}
				}
				return true
			})
		}
	}
	if len(tried) < 30 {
		t.Errorf("only %d rules had a fix to try", len(tried))
	}
	t.Log(len(tried), tried)
}

// Applying safe fixes again and again comes to rest.
func TestSafeFixesConverge(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	texts := annotated(t)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		for range 60 {
			text = damage(r, text)
		}
		d := Read(text)
		if _, places := d.FixSafe(); places == 0 {
			t.Errorf("%s: the damage left no safe fix to try", name)
		}
		plain := d.Tree().Plain()
		for round := 0; ; round++ {
			edits, places := d.FixSafe()
			if places == 0 {
				t.Logf("%s: at rest after %d rounds", name, round)
				break
			}
			if err := d.Apply(edits); err != nil {
				t.Fatal(err)
			}
			if got := d.Tree().Plain(); got != plain {
				t.Fatalf("%s: a safe fix changed the plain text", name)
			}
			if round > 10 {
				t.Fatalf("%s: safe fixes do not come to rest", name)
			}
		}
	}
}
