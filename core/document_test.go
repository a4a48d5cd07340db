package core

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
)

var seeds = []string{
	"一、收集\n\n(我们)会[收集]您的<手机号>，用于{联系您}。\n\n为此，(我们)会[共享]<手机号>。\n",
	"(我们会[收集]。(1)\n\n< >\n\n(We) may [share] your <email> with (partners), such as <x>.\n",
	"---\ntitle: a\n---\n您需要[提供]以下信息：\n\n1. <姓名>；\n\n2. <电话>。\n",
	"上述信息构成您的“订单信息”。\n(我们)会[使用]<订单信息>。若您同意，[共享]给第三方。",
	"(我们)会[收集]<小米账号>（包括<手机号>）。\n\n(我们)会[使用]<小米帐号>。\n\n(我们)不会[收集]<手机号>（包括<小米账号>）。\n\n为了{联系}，(合作方)[收集]<手机号>和手机号。\n\n<合作方>[使用]<手机号>。",
	"---\npolicymark:\n  rules:\n    used-never-collected: off\n    vague-data: warning\n---\n(我们)[使用]<相关数据>和<手机号>。\n\n(您)必须[填写]<手机号>。\n\n(您)可以[填写]<手机号>。",
}

// describe writes all that a document says.
func describe(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", d.Tally())
	describePractices(&b, d)
	d.Problems(AllSeverities, 0, func(p Problem) bool {
		fmt.Fprintf(&b, "%v %s %s %s\n", p.Source(), p.Severity, p.Rule.Name, p.Message(locale.EN))
		for _, f := range p.Fixes() {
			fmt.Fprintf(&b, "  %s %v\n", f.Name(locale.EN), p.Edits(f))
		}
		return true
	})
	for _, r := range rules.All {
		if n := d.Alike(r); n != 0 {
			fmt.Fprintf(&b, "%s %d\n", r.Name, n)
		}
	}
	return b.String()
}

func describePractices(b *strings.Builder, d *Document) {
	d.Practices(0, func(p Practice) bool {
		fmt.Fprintf(b, "%d %s %v %v %v %q %v\n", p.Block.Index, p.ID, d.Section(p), p.Span, p.Sentence, p.Action.Text, p.Derivation)
		for _, v := range p.Actors {
			at, ok := d.Locate(v.Place, p.Block)
			fmt.Fprintf(b, "  actor %q %v %s %d %v\n", v.Text, v.Place.Span, v.Evidence, at.Index, ok)
		}
		for _, v := range p.Purposes {
			fmt.Fprintf(b, "  purpose %q %v %s\n", v.Text, v.Place.Span, v.Evidence)
		}
		return true
	})
}

// The terms that a document finds by looking at few blocks are those of all.
func checkTerms(t *testing.T, d *Document) {
	t.Helper()
	var readings []*practice.Reading
	d.cells.From(0, func(_ int, _ Tally, c *cell) bool {
		readings = append(readings, c.reading)
		return true
	})
	names := func(terms *practice.Terms) string {
		var b strings.Builder
		for _, def := range terms.Definitions() {
			fmt.Fprintf(&b, "%s:", def.Term)
			for _, m := range def.Members {
				fmt.Fprintf(&b, " %s", m.Text)
			}
			b.WriteByte('\n')
		}
		return b.String()
	}
	if got, want := names(d.Terms()), names(practice.NewTerms(readings)); got != want {
		t.Fatalf("terms of %q:\n%swant\n%s", d.Tree().Text(), got, want)
	}
}

// checkPart fails where a document that is being worked out tells of anything that it
// does not tell in the end.
func checkPart(t *testing.T, part, whole *Document) {
	t.Helper()
	practices := func(d *Document) string {
		var b strings.Builder
		describePractices(&b, d)
		return b.String()
	}
	problems := func(d *Document) map[string]bool {
		all := map[string]bool{}
		d.Problems(AllSeverities, 0, func(p Problem) bool {
			all[fmt.Sprint(p.Rule.Name, p.Severity, p.Source(), p.Message(locale.EN))] = true
			return true
		})
		return all
	}
	some, all := practices(part), practices(whole)
	if !strings.HasPrefix(all, some) {
		t.Fatalf("worked out in part, %q has the practices\n%s\nand in the end\n%s", part.Tree().Text(), some, all)
	}
	known := problems(whole)
	for p := range problems(part) {
		if !known[p] {
			t.Fatalf("worked out in part, %q has the problem %s, and in the end\n%v", part.Tree().Text(), p, known)
		}
	}
}

// A document that was edited says what one that is read anew says.
func FuzzDocument(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 800 { // every problem has its fixes checked, again and again
			return
		}
		r := rand.New(rand.NewPCG(seed, 5))
		pieces := []string{"\n\n", "(我们)", "[收集]", "<手机号>", "{a}", "(", "]", "。", "，", "为此", "上述信息", "1. ", "一、x", "：", "", "不", "若",
			"<小米账号>", "<小米帐号>", "手机号", "（包括<手机号>）", "(合作方)", "<合作方>", "不会", "必须", "可以", "“手机号”", "---\n", "policymark:\n  rules:\n    vague-data: off\n"}
		d := Read(text)
		// Another is edited while it is still being worked out.
		slow := Open(text, rule.Settings{})
		slow.Remember(nil, nil)
		// A third follows its edits late.
		late := Open(text, rule.Settings{})
		late.Remember(nil, nil)
		late.reach = r.IntN(3)
		for range 8 {
			slow.Advance(r.IntN(6))
			checkPart(t, slow, d)
			var edits []source.Edit
			for at := 0; at < len(text) && len(edits) < 3; {
				start := at + r.IntN(len(text)-at+1)
				end := start + r.IntN(min(len(text)-start, 6)+1)
				edits = append(edits, source.Edit{Span: source.Span{Start: start, End: end}, Text: pieces[r.IntN(len(pieces))]})
				at = end + 1
			}
			next, err := source.Apply(text, edits)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Apply(edits); err != nil {
				t.Fatal(err)
			}
			if err := slow.Apply(edits); err != nil {
				t.Fatal(err)
			}
			late.Advance(r.IntN(20))
			describe(late)
			if err := late.Apply(edits); err != nil {
				t.Fatal(err)
			}
			text = next
			for _, part := range []*Document{d, slow, late} {
				checkInvariants(t, part.progress)
				if n := part.cells.Len(); n != part.progress.read {
					t.Fatalf("%d blocks of %q are read, and %+v", n, text, part.progress)
				}
			}
			if got, want := describe(d), describe(Read(text)); got != want {
				t.Fatalf("after editing to %q the document says\n%s\nread anew\n%s", text, got, want)
			}
			checkTerms(t, d)
		}
		for what, part := range map[string]*Document{"bit by bit": slow, "late": late} {
			for !part.Advance(2) {
			}
			if got, want := describe(part), describe(d); got != want {
				t.Fatalf("worked out %s %q says\n%s\nat once\n%s", what, text, got, want)
			}
			checkTerms(t, part)
			if got, want := part.CountSuggestions(), d.CountSuggestions(); got != want {
				t.Fatalf("%d suggestions %s, %d at once", got, what, want)
			}
		}
	})
}

func TestQueriesAgree(t *testing.T) {
	d := Read(strings.Repeat(seeds[1]+"\n", 40))
	all := d.CountProblems(AllSeverities)
	if all == 0 {
		t.Fatal("no problems to ask for")
	}
	for _, s := range []Severities{AllSeverities, {true, false, false}, {false, true, false}} {
		total := d.CountProblems(s)
		for first := 0; first <= total; first += 7 {
			n := 0
			d.Problems(s, first, func(p Problem) bool {
				if !s[p.Rule.Severity] {
					t.Fatalf("%s is not of the severities %v", p.Rule.Name, s)
				}
				if got := d.CountProblemsBefore(s, p.Source().Start, true); got > first+n {
					t.Fatalf("problem %d starts behind %d others", first+n, got)
				}
				n++
				return true
			})
			if n != total-first {
				t.Fatalf("%d problems from number %d on, want %d", n, first, total-first)
			}
		}
	}
	n := 0
	d.ProblemsIn(source.Span{End: d.Tree().Sum().Source.Bytes}, func(Problem) bool { n++; return true })
	if n != all {
		t.Errorf("%d problems in the whole document, want %d", n, all)
	}
	last := -1
	d.Overview(100, func(tick int, _ rule.Severity) {
		if tick < last || tick >= 100 {
			t.Fatalf("tick %d behind %d", tick, last)
		}
		last = tick
	})
	if last < 0 {
		t.Error("the overview shows nothing")
	}
}

func TestPracticeAt(t *testing.T) {
	text := seeds[0]
	d := Read(text)
	for _, tt := range []struct {
		at   string
		want int
	}{{"收集]", 0}, {"联系", 0}, {"共享]", 1}} {
		if got := d.PracticeAt(strings.Index(text, tt.at)); got != tt.want {
			t.Errorf("at %s: practice %d, want %d", tt.at, got, tt.want)
		}
	}
	if got := d.PracticeAt(0); got != -1 {
		t.Errorf("in a heading: practice %d, want none", got)
	}
}

func TestRecommend(t *testing.T) {
	for _, tt := range []struct {
		text  string
		plain bool
	}{
		{"(我们)会[收集]您的<手机号>。", false},
		{"没有括号", false},
		{"1) 使用(SDK)，见[协议](https://example.com)，(1)、(2)。", true},
		{"本政策(以下简称“政策”)适用于(iOS)与(Android)版本(1)。", true},
		{"", false},
	} {
		a := Recommend(Read(tt.text).Tree())
		if a.Plain != tt.plain || a.Reason(locale.ZH) == "" || a.Reason(locale.EN) == "" {
			t.Errorf("%s: plain %v because %s", tt.text, a.Plain, a.Reason(locale.EN))
		}
	}
}

func TestExamplesRead(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "web", "examples", "*.policymark.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := Read(string(data))
		if tally := d.Tally(); tally.Strays > 0 || tally.Practices == 0 || Recommend(d.Tree()).Plain {
			t.Errorf("%s: %+v, recommended as plain text: %v", name, tally, Recommend(d.Tree()).Plain)
		}
	}
}

// FixAll comes to rest, and safe fixes leave the plain text alone.
func TestFixAll(t *testing.T) {
	text := strings.Repeat("(，我们)会[收集 ]您的< 手机号>、<>。{，}\n\n", 20) + "(1)(2)\n(3)"
	for _, r := range rules.All {
		d := Read(text)
		for round := 0; ; round++ {
			edits, places := d.FixAll(r, -1)
			if places == 0 {
				break
			}
			plain := d.Tree().Plain()
			if err := d.Apply(edits); err != nil {
				t.Fatal(err)
			}
			if d.Tree().Plain() != plain {
				t.Fatalf("%s: fixing all changed the plain text", r.Name)
			}
			if round > 10 {
				t.Fatalf("%s: fixing all does not come to rest", r.Name)
			}
		}
		for i := range 1 {
			if edits, places := d.FixAll(r, i); places > 0 {
				if err := d.Apply(edits); err != nil {
					t.Fatalf("%s: fix %d of all: %v", r.Name, i, err)
				}
			}
		}
	}
}

// A text that is no longer too large is worked out: bit by bit where it was opened so.
func TestBelowTheLimitAgain(t *testing.T) {
	text := strings.Repeat(strings.Repeat("x", 1000)+"\n\n", MaxAnalysed/1000) + "(我们)会[收集]<电话>。"
	cut := []source.Edit{{Span: source.Span{Start: 0, End: MaxAnalysed / 1000 * 1002}}}
	for _, d := range []*Document{Read(text), Open(text, rule.Settings{})} {
		atOnce := d.reach > maxReach
		if !d.Advance(1) || d.Analysed() {
			t.Fatal("a document above the limit is worked out")
		}
		if err := d.Apply(cut); err != nil {
			t.Fatal(err)
		}
		if d.Analysed() != atOnce {
			t.Fatalf("just below the limit a document is worked out: %v, want %v", d.Analysed(), atOnce)
		}
		for !d.Advance(1) {
		}
		if n := d.Tally().Practices; n != 1 {
			t.Fatalf("%d practices below the limit, want 1", n)
		}
	}
}
