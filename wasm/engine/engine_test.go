package engine

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/wasm/protocol"
)

// example returns one of the project's example policies.
func example(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "web", "examples", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// view is what a page shows of the start of a document.
var view = protocol.View{
	Lang:      "zh",
	Visible:   protocol.Range{From: 0, To: 3000},
	Problems:  protocol.Window{Count: 50},
	Practices: protocol.Window{Count: 30},
	Ticks:     200,
}

func BenchmarkLoad(b *testing.B) {
	text := example(b, "shop-zh.policymark.txt")
	e := New()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkKeystroke types one character into a mark and takes it back, with the
// report that the page asks for, in documents of growing size.
func BenchmarkKeystroke(b *testing.B) { keystrokes(b, "(") }

// BenchmarkTitle types into the heading of everything.
func BenchmarkTitle(b *testing.B) { keystrokes(b, "") }

func keystrokes(b *testing.B, at string) {
	text := example(b, "shop-zh.policymark.txt")
	for _, size := range []struct {
		name   string
		copies int
	}{{"12KB", 1}, {"100KB", 8}, {"1MB", 85}, {"10MB", 850}} {
		b.Run(size.name, func(b *testing.B) {
			e := New()
			v := view
			if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: strings.Repeat(text+"\n", size.copies), View: v}); err != nil {
				b.Fatal(err)
			}
			for {
				r, err := e.Look(protocol.LookRequest{Version: 1, View: v})
				if err != nil {
					b.Fatal(err)
				}
				if r.Pending == 0 {
					break
				}
			}
			at := strings.Index(text, at)
			v.Caret = at
			for b.Loop() {
				q := protocol.EditRequest{Base: e.version, Version: e.version + 1, View: v, Changes: []protocol.Change{{From: at, To: at, Insert: "x"}}}
				if e.version%2 == 0 {
					q.Changes[0] = protocol.Change{From: at, To: at + 1}
				}
				r, err := e.Edit(q)
				if err != nil {
					b.Fatal(err)
				}
				v.Known = r.Serial
			}
		})
	}
}

// load returns an engine with a document, and the report on all of it.
func load(t *testing.T, text string) (*Engine, protocol.Report) {
	t.Helper()
	e := New()
	v := view
	v.Visible.To = 1 << 20
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: v})
	if err != nil {
		t.Fatal(err)
	}
	return e, r
}

// slice returns the text of a range in UTF-16 units, as the page would.
func slice(text string, from, to int) string {
	units := utf16.Encode([]rune(text))
	return string(utf16.Decode(units[from:to]))
}

func TestReportCountsInUnits(t *testing.T) {
	text := "😊一、收集😊\n\n(甲😊公司)会[收集]您的<邮箱😊|#a>、\\(x\\)以{发通知😊。\n"
	e, r := load(t, text)
	want := []string{"(甲😊公司)", "[收集]", "<邮箱😊|#a>"}
	if len(r.Marks) != len(want) {
		t.Fatalf("%d marks, want %d", len(r.Marks), len(want))
	}
	for i, m := range r.Marks {
		if got := slice(text, m.From, m.To); got != want[i] {
			t.Errorf("mark %d is %q, want %q", i, got, want[i])
		}
	}
	if got := slice(text, r.Marks[2].From, r.Marks[2].InnerTo); got != "<邮箱😊" {
		t.Errorf("the text of the mark is %q", got)
	}
	for _, h := range r.Hidden {
		if got := slice(text, h.From, h.To); got != `\` {
			t.Errorf("hidden %q", got)
		}
	}
	if len(r.Problems.Items) != 1 || slice(text, r.Problems.Items[0].From, r.Problems.Items[0].To) != "{" {
		t.Errorf("problems %+v", r.Problems.Items)
	}
	p := r.Practices.Items[0]
	for _, v := range append(p.Actors, append(p.Data, p.Action)...) {
		if v.From < 0 || slice(text, v.From, v.To) != v.Text {
			t.Errorf("value %q stands at %q", v.Text, slice(text, v.From, v.To))
		}
	}
	if r.Length != len(utf16.Encode([]rune(text))) {
		t.Errorf("length %d", r.Length)
	}
	_ = e
}

// apply does what the page does with changes.
func apply(t *testing.T, text string, c protocol.Changes) string {
	t.Helper()
	units := utf16.Encode([]rune(text))
	var out []uint16
	at := 0
	for _, x := range c.Changes {
		out = append(out, units[at:x.From]...)
		out = append(out, utf16.Encode([]rune(x.Insert))...)
		at = x.To
	}
	return string(utf16.Decode(append(out, units[at:]...)))
}

func TestVerbsAnswerInUnits(t *testing.T) {
	text := "😊我们会收集您的<手机😊>、<邮箱>。"
	at := func(s string) int { return len(utf16.Encode([]rune(text[:strings.Index(text, s)]))) }
	e, _ := load(t, text)
	for _, tt := range []struct {
		name string
		do   func() (protocol.Changes, error)
		want string
		sel  string
	}{
		{"mark", func() (protocol.Changes, error) {
			return e.Mark(protocol.MarkRequest{Version: 1, Kind: "actor", From: at("我们"), To: at("会")})
		}, "😊(我们)会收集您的<手机😊>、<邮箱>。", "我们"},
		{"retype", func() (protocol.Changes, error) {
			return e.Retype(protocol.RetypeRequest{Version: 1, At: at("机"), Kind: "purpose"})
		}, "😊我们会收集您的{手机😊}、<邮箱>。", "手机😊"},
		{"unmark", func() (protocol.Changes, error) {
			return e.Unmark(protocol.PlaceRequest{Version: 1, At: at("箱")})
		}, "😊我们会收集您的<手机😊>、邮箱。", "邮箱"},
		{"join", func() (protocol.Changes, error) {
			return e.Join(protocol.PlaceRequest{Version: 1, At: at("机")})
		}, "😊我们会收集您的<手机😊、邮箱>。", "手机😊、邮箱"},
		{"move the start", func() (protocol.Changes, error) {
			return e.MoveEdge(protocol.MoveEdgeRequest{Version: 1, At: at("机"), To: at("收集")})
		}, "😊我们会<收集您的手机😊>、<邮箱>。", "收集您的手机😊"},
	} {
		c, err := tt.do()
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := apply(t, text, c)
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		} else if sel := slice(got, c.Select.From, c.Select.To); sel != tt.sel {
			t.Errorf("%s selects %q, want %q", tt.name, sel, tt.sel)
		}
	}
}

func TestRefusals(t *testing.T) {
	e, _ := load(t, "(我们)会[收集。")
	for name, do := range map[string]func() error{
		"stale": func() error {
			_, err := e.Mark(protocol.MarkRequest{Version: 7, Kind: "data", To: 2, Lang: "en"})
			return err
		},
		"kind": func() error {
			_, err := e.Mark(protocol.MarkRequest{Version: 1, Kind: "thing", To: 2, Lang: "en"})
			return err
		},
		"crossing": func() error {
			_, err := e.Mark(protocol.MarkRequest{Version: 1, Kind: "data", From: 2, To: 6, Lang: "en"})
			return err
		},
		"fix": func() error {
			_, err := e.Fix(protocol.FixRequest{Version: 1, Rule: "unclosed-mark", From: 0, To: 1, Lang: "en"})
			return err
		},
		"rule": func() error {
			_, err := e.FixAll(protocol.FixAllRequest{Version: 1, Rule: "x", Lang: "en"})
			return err
		},
		"protocol": func() error { _, err := e.Hello(protocol.HelloRequest{Protocol: "0", Lang: "en"}); return err },
	} {
		err := do()
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, lang := range []locale.Lang{locale.ZH, locale.EN} {
			if f := Fail(err, lang); f.Code == Broken || f.Message == "" {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// One deleted bracket is one problem, and its first fix brings the text back.
func TestOneBracketOneProblem(t *testing.T) {
	text := example(t, "shop-zh.policymark.txt")
	_, r := load(t, text)
	before := r.Problems.Total
	broken := strings.Replace(text, "<手机号码>", "<手机号码", 1)
	e, r := load(t, broken)
	if r.Problems.Total != before+1 {
		t.Fatalf("%d problems, want one more than %d", r.Problems.Total, before)
	}
	for _, p := range r.Problems.Items {
		if p.Rule != "unclosed-mark" {
			continue
		}
		c, err := e.Fix(protocol.FixRequest{Version: 1, Rule: p.Rule, From: p.From, To: p.To})
		if err != nil {
			t.Fatal(err)
		}
		if apply(t, broken, c) != text {
			t.Error("the first fix does not bring the text back")
		}
	}
}

func TestNextProblemGoesRound(t *testing.T) {
	e, r := load(t, "(a\n\n[b\n\n<c\n")
	at, seen := 0, []int{}
	for range 4 {
		f, err := e.NextProblem(protocol.NextRequest{Version: 1, From: at})
		if err != nil || f.Problem == nil {
			t.Fatalf("%+v, %v", f, err)
		}
		seen = append(seen, f.Index)
		at = f.Problem.From
	}
	if fmt.Sprint(seen) != "[1 2 0 1]" {
		t.Errorf("forward from the first: %v of %d", seen, r.Problems.Total)
	}
	f, err := e.NextProblem(protocol.NextRequest{Version: 1, From: 0, Backward: true})
	if err != nil || f.Index != 2 {
		t.Errorf("backward from the start: %+v, %v", f, err)
	}
}

// What faults a text may have, it is read in bounded time and the report stays
// small.
func TestHostileTexts(t *testing.T) {
	for name, text := range map[string]string{
		"unclosed":      strings.Repeat("(", 10_000),
		"unclosed all":  strings.Repeat("([<{", 10_000),
		"nested":        strings.Repeat("(", 10_000) + "x" + strings.Repeat(")", 10_000),
		"closers":       strings.Repeat(")]>}", 10_000),
		"mixed":         strings.Repeat("(", 10_000) + strings.Repeat("]", 10_000),
		"empty marks":   strings.Repeat("<>", 20_000),
		"one long line": strings.Repeat("我们会收集您的信息", 50_000),
		"NUL":           strings.Repeat("a\x00(b)", 1000),
		"invalid":       strings.Repeat("\xff(\xed\xa0\x80)", 1000),
		"backslashes":   strings.Repeat(`\`, 100_000),
		"bars":          "(" + strings.Repeat("|", 100_000) + ")",
		"blank lines":   strings.Repeat("\n \n", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			e, r := load(t, text)
			if size := len(r.Marks) + len(r.Squiggles) + len(r.Problems.Items) + len(r.Practices.Items); size > maxMarks+3*maxRows {
				t.Errorf("the report holds %d things", size)
			}
			if _, err := e.Edit(protocol.EditRequest{Base: 1, Version: 2, View: view, Changes: []protocol.Change{{From: 0, To: 0, Insert: "x"}}}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestEditsLieInTheText(t *testing.T) {
	const text = "(我们)😊"
	for _, c := range []protocol.Change{{From: -1}, {From: 2, To: 1}, {From: 7, To: 7}, {From: 0, To: 1 << 40}, {From: 5, To: 5}, {From: 4, To: 5}} {
		e, _ := load(t, text)
		english := view
		english.Lang = "en"
		_, err := e.Edit(protocol.EditRequest{Base: 1, Version: 2, View: english, Changes: []protocol.Change{c}})
		if f := Fail(err, locale.EN); err == nil || f.Code != Stale || !strings.Contains(f.Message, "change 1") {
			t.Errorf("%+v: %v", c, err)
		}
		if got := e.doc.Tree().Text(); got != text || e.version != 1 {
			t.Errorf("%+v makes version %d: %s", c, e.version, got)
		}
	}
}

func TestPlacesOutsideOfAnEmptyText(t *testing.T) {
	e, _ := load(t, "")
	for _, at := range []int{-1, 1, math.MinInt, math.MaxInt} {
		v := view
		v.Caret, v.Visible = at, protocol.Range{From: at, To: at}
		if _, err := e.Look(protocol.LookRequest{Version: 1, View: v}); err != nil {
			t.Errorf("%d: %v", at, err)
		}
	}
}

func TestMessagesAreShort(t *testing.T) {
	_, err := New().FixAll(protocol.FixAllRequest{Rule: strings.Repeat("我", 100_000)})
	if f := Fail(err, locale.EN); len(f.Message) > 3*maxMessage+3 || f.Code != Refused {
		t.Errorf("%s with %d bytes", f.Code, len(f.Message))
	}
}
