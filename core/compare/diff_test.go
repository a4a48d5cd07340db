package compare

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/policymark/policymark/core/source"
)

// show writes what changed: [-gone-]{+new+}.
func show(a, b string, changes []Change) string {
	var out strings.Builder
	at := 0
	for _, c := range changes {
		out.WriteString(a[at:c.A.Start])
		if !c.A.Empty() {
			fmt.Fprintf(&out, "[-%s-]", a[c.A.Start:c.A.End])
		}
		if !c.B.Empty() {
			fmt.Fprintf(&out, "{+%s+}", b[c.B.Start:c.B.End])
		}
		at = c.A.End
	}
	out.WriteString(a[at:])
	return out.String()
}

func TestDiff(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"", "", ""},
		{"", "甲", "{+甲+}"},
		{"甲", "", "[-甲-]"},
		{"甲", "乙", "[-甲-]{+乙+}"},
		{"我们会收集您的手机号。", "我们会收集您的手机号码。", "我们会收集您的手机号{+码+}。"},
		{"我们会收集您的手机号。\n我们会保存三年。\n", "我们会保存三年。\n", "[-我们会收集您的手机号。\n-]我们会保存三年。\n"},
		{"甲👨‍👩‍👧乙", "甲👨‍👩‍👦乙", "甲[-👨‍👩‍👧-]{+👨‍👩‍👦+}乙"},
		{"e", "e\u0301", "[-e-]{+e\u0301+}"},
		{"a\r\nb", "a\nb", "a[-\r\n-]{+\n+}b"},
		{"We collect your email address.", "We collect your phone number.", "We collect your [-email address-]{+phone number+}."},
		{"第一段。\n\n第二段说的是手机号。\n\n第三段说的是地址。\n", "第一段。\n\n第三段说的是住址。\n", "第一段。\n\n[-第二段说的是手机号。\n\n-]第三段说的是[-地-]{+住+}址。\n"},
	} {
		changes, err := Diff(tt.a, tt.b, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := show(tt.a, tt.b, changes); got != tt.want {
			t.Errorf("%q to %q:\n%s, want\n%s", tt.a, tt.b, got, tt.want)
		}
	}
}

func checkDiff(t *testing.T, a, b string) {
	t.Helper()
	changes, err := Diff(a, b, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := source.Apply(a, Edits(changes, b)); err != nil || got != b {
		t.Fatalf("the edits from %q to %q make %q, %v", a, b, got, err)
	}
	for _, one := range []struct {
		s    string
		span func(Change) source.Span
	}{{a, func(c Change) source.Span { return c.A }}, {b, func(c Change) source.Span { return c.B }}} {
		edges := map[int]bool{0: true}
		for at := 0; at < len(one.s); {
			at = clusterEnd(one.s, at)
			edges[at] = true
		}
		for _, c := range changes {
			if s := one.span(c); !edges[s.Start] || !edges[s.End] {
				t.Fatalf("%v of %q splits a cluster", s, one.s)
			}
			if c.A.Empty() && c.B.Empty() {
				t.Fatal("a change that changes nothing")
			}
		}
	}
}

// Applying the edits from a to b gives b, whatever the two are.
func FuzzDiff(f *testing.F) {
	f.Add("我们会收集您的手机号。\n\n我们会保存。\n", "我们会保存您的手机号，👨‍👩‍👧。\n")
	f.Add("a. b. c.\r\nd", "a. c.\nd")
	f.Add("a\na\na\nb\na\n", "a\nb\na\na\na\na\n")
	f.Add("e\u0301，(x)", "e，（x）")
	f.Fuzz(checkDiff)
}

// longText returns a policy of at least n bytes, no two lines alike.
func longText(n int, r *rand.Rand) string {
	words := strings.Fields("我们 会 收集 您的 手机号 地址 用于 配送 商品 如果 同意 共享 给 合作方 保存 三年 除非 法律 另有 规定 设备 信息 日志")
	var b strings.Builder
	for b.Len() < n {
		for range 3 + r.IntN(6) {
			for range 5 + r.IntN(20) {
				b.WriteString(words[r.IntN(len(words))])
			}
			b.WriteString([]string{"，", "。", "；"}[r.IntN(3)])
		}
		b.WriteString("。\n\n")
	}
	return b.String()
}

func TestDiffOfLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds on WebAssembly")
	}
	r := rand.New(rand.NewPCG(1, 2))
	a := longText(1<<20, r)
	edited := strings.ReplaceAll(strings.ReplaceAll(a, "合作方", "伙伴"), "保存三年", "保存五年")
	repeated := strings.Repeat("我们会收集您的手机号。\n", 30000)
	for name, b := range map[string]string{
		"edited": edited, "another": longText(1<<20, r), "same": a[:len(a)/2] + "插入。\n" + a[len(a)/2:], "empty": "", "repeated": repeated,
		"one line": strings.ReplaceAll(a, "\n", ""),
	} {
		start := time.Now()
		checkDiff(t, a, b)
		changes, _ := Diff(a, b, nil)
		t.Logf("%s: %d changes, %v", name, len(changes), time.Since(start)/2)
	}
	checkDiff(t, repeated, repeated[:900000]+"甲乙丙丁戊。\n"+repeated[900000:]+"甲乙丙丁。\n")
}

func TestDiffIsCancelled(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	a, b := longText(50000, r), longText(50000, r)
	calls := 0
	if _, err := Diff(a, b, func(done, total int) bool {
		calls++
		if done < 0 || done > total {
			t.Errorf("%d of %d done", done, total)
		}
		return calls < 3
	}); !errors.Is(err, ErrCancelled) || calls != 3 {
		t.Errorf("%v after %d calls", err, calls)
	}
	task := Start(func(p Progress) ([]Change, error) { return Diff(a, b, p) })
	steps := 0
	for task.Next() {
		steps++
	}
	changes, err := task.Result()
	if whole, _ := Diff(a, b, nil); err != nil || len(changes) != len(whole) || steps < 3 {
		t.Errorf("%d steps, %d changes, want %d, %v", steps, len(changes), len(whole), err)
	}
	task = Start(func(p Progress) ([]Change, error) { return Diff(a, b, p) })
	task.Next()
	task.Stop()
	if _, err := task.Result(); !errors.Is(err, ErrCancelled) {
		t.Errorf("a task that was stopped: %v", err)
	}
}

func TestFirstDifference(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want Place
	}{
		{"甲乙\n丙丁", "甲乙\n丙戊", Place{At: 10, Line: 2, Column: 2}},
		{"a", "ab", Place{At: 1, Line: 1, Column: 2}},
		{"ae\u0301", "ae", Place{At: 1, Line: 1, Column: 2}},
		{"a\n", "a", Place{At: 1, Line: 1, Column: 2}},
	} {
		if got, ok := FirstDifference(tt.a, tt.b); !ok || got != tt.want {
			t.Errorf("%q and %q differ at %+v, want %+v", tt.a, tt.b, got, tt.want)
		}
	}
	if _, ok := FirstDifference("甲", "甲"); ok {
		t.Error("equal texts differ")
	}
}
