package reading

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// checkReading fails unless all that a reading speaks of lies where it says.
func checkReading(t *testing.T, b *syntax.Block, r *practice.Reading) {
	t.Helper()
	if len(r.Roles) != len(b.Marks()) && !b.IsFrontMatter() && b.Plain() != "" {
		t.Fatalf("%q: %d roles for %d marks", b.Text(), len(r.Roles), len(b.Marks()))
	}
	for m, role := range r.Roles {
		if role.Name == "" || role.Rule != "" && Explain(role.Rule).ZH == "" {
			t.Fatalf("%q: mark %d has role %+v", b.Text(), m, role)
		}
	}
	at := 0
	counted := 0
	for _, s := range r.Sentences {
		if s.Start < at || s.End > len(b.Plain()) || s.Empty() {
			t.Fatalf("%q: sentence %+v out of place", b.Text(), s)
		}
		at = s.End
		for _, i := range s.Practices {
			if i != counted {
				t.Fatalf("%q: practice %d is not in order", b.Text(), i)
			}
			counted++
		}
	}
	if counted != len(r.Practices) {
		t.Fatalf("%q: %d practices in sentences, %d in all", b.Text(), counted, len(r.Practices))
	}
	ids := map[string]bool{}
	actions := map[int]bool{}
	for i := range r.Practices {
		p := &r.Practices[i]
		if ids[p.ID] || p.Home != b {
			t.Fatalf("%q: id %q twice, or not at home", b.Text(), p.ID)
		}
		ids[p.ID] = true
		if p.Action.Evidence == practice.Marked {
			actions[p.Action.Mark] = true
		}
		if !p.Sentence.Contains(p.Span) || p.Sentence.End > len(b.Plain()) {
			t.Fatalf("%q: span %v of sentence %v", b.Text(), p.Span, p.Sentence)
		}
		for _, d := range p.Derivation {
			if Explain(d).ZH == "" {
				t.Fatalf("%q: rule %q is not explained", b.Text(), d)
			}
		}
		if len(p.Actors) == 0 && !slices.ContainsFunc(p.Derivation, func(d string) bool { return strings.HasPrefix(d, "subject-") || d == "action-of-lead-in" }) {
			t.Fatalf("%q: nobody acts in %q, and nothing says why: %q", b.Text(), p.Action.Text, p.Derivation)
		}
		check := func(v *practice.Value) {
			if v.Place.Block == nil {
				if v.Evidence != practice.Implied || v.Mark >= 0 {
					t.Fatalf("%q: %+v stands nowhere", b.Text(), v)
				}
				return
			}
			plain := v.Place.Block.Plain()
			if v.Place.Start < 0 || v.Place.Start > v.Place.End || v.Place.End > len(plain) || plain[v.Place.Start:v.Place.End] != v.Text {
				t.Fatalf("%q: value %+v does not stand there", b.Text(), v)
			}
			if v.Mark >= 0 && v.Place.Block.Marks()[v.Mark].Plain != v.Place.Span && v.Rule != "object-right" && v.Rule != "object-fronted" {
				t.Fatalf("%q: value %+v is not its mark", b.Text(), v)
			}
			if Explain(v.Rule).EN == "" {
				t.Fatalf("%q: rule %q of %q is not explained", b.Text(), v.Rule, v.Text)
			}
		}
		check(&p.Action)
		for _, field := range fields(p) {
			for k := range *field {
				check(&(*field)[k])
			}
		}
		for g := range p.Groups {
			for k := range p.Groups[g].Children {
				check(&p.Groups[g].Children[k])
			}
		}
		if p.Requester != nil {
			check(p.Requester)
		}
	}
	// One practice for each marked action, but for one that marks the number of a line.
	for m, mark := range b.Marks() {
		if inNumber(b, mark.Plain) {
			continue
		}
		if mark.Kind == syntax.Action && !actions[m] && inSentence(r, mark.Plain) && !mark.Plain.Empty() && !insideMark(b, m, syntax.Action, syntax.Data) {
			t.Fatalf("%q: action %q has no practice", b.Text(), b.MarkText(m))
		}
	}
}

func inSentence(r *practice.Reading, s source.Span) bool {
	for _, one := range r.Sentences {
		if one.Contains(s) {
			return true
		}
	}
	return false
}

// inNumber reports whether a span lies in what numbers or decorates a line, under a
// lead-in or not.
func inNumber(b *syntax.Block, s source.Span) bool {
	var marks []source.Span
	for _, m := range b.Marks() {
		if m.Depth == 0 {
			marks = append(marks, m.Plain)
		}
	}
	for _, leadIn := range []bool{false, true} {
		for _, line := range outline.Lines(b.Plain(), marks, leadIn) {
			if line.Span.Contains(s) && (s.End <= line.Text.Start || s.Start >= line.Text.End) {
				return true
			}
		}
	}
	return false
}

func insideMark(b *syntax.Block, m int, kinds ...syntax.Kind) bool {
	for p := b.Marks()[m].Parent; p >= 0; p = b.Marks()[p].Parent {
		for _, k := range kinds {
			if b.Marks()[p].Kind == k {
				return true
			}
		}
		if b.Marks()[p].Parent >= 0 {
			return true
		}
	}
	return false
}

func checkMarkup(t *testing.T, markup string) {
	t.Helper()
	tree := syntax.Parse(markup)
	var in *Context
	for i := range tree.Len() {
		b := tree.At(i)
		r, out := Block(b, in)
		checkReading(t, b, r)
		if again, next := Block(b, in); !reflect.DeepEqual(r, again) || !reflect.DeepEqual(out, next) {
			t.Fatalf("%q is read differently the second time", b.Text())
		}
		in = out
	}
}

var pieces = []string{
	"(我们)", "(您)", "(第三方)", "[收集]", "[提供]", "[共享]", "<姓名>", "<设备信息>", "{开具发票}", "{经您同意}", "，", "。", "、", "；", "：", "\n", "\n\n", "（", "）",
	"会", "可能", "不会", "需要", "将", "向", "给", "与", "从", "和", "或", "的", "为了", "以便", "用于", "若", "当", "时", "后", "除非", "包括", "等", "您", "我们", "为此", "上述信息", "此类商家", "一、", "1. ",
	"We ", "[collect] ", "<data> ", "(partners) ", "with ", "to ", "do not ", "if ", "that ", ", ", ". ", "{marketing} ", "\\(", "\\)", "|recipient", "|@a", "#a", "(", ")", "<", ">", "[", "]", "{", "}", "以下称“甲”", "\U0001F600",
}

func TestRandomMarkup(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(40) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		checkMarkup(t, b.String())
	}
}

func FuzzBlock(f *testing.F) {
	for _, c := range cases {
		f.Add(c.markup)
	}
	f.Add(policyOf(2000, "\n"))
	f.Fuzz(func(t *testing.T, markup string) {
		if len(markup) < 5000 {
			checkMarkup(t, strings.ToValidUTF8(markup, "?"))
		}
	})
}

// An edit in one block changes no ID in another.
func TestIDsAreStable(t *testing.T) {
	text := policyOf(4000, "\n\n")
	ids := func(tree syntax.Tree) map[string]int {
		all := map[string]int{}
		for _, r := range All(tree) {
			for _, p := range r.Practices {
				all[p.ID]++
			}
		}
		return all
	}
	before := ids(syntax.Parse(text))
	after := ids(syntax.Parse(strings.Replace(text, "为了让您快速地找到", "前言。\n\n(我们)会[读取]<日历>。\n\n为了让您很快地找到", 1)))
	missing := 0
	for id, n := range before {
		if after[id] < n {
			missing++
		}
	}
	if missing > 1 {
		t.Errorf("%d practices changed their id, want at most the one whose sentence changed", missing)
	}
}

// What a block hands on must not change with an edit that says the same.
func TestContextIsEqualAfterTheSameWords(t *testing.T) {
	text := "一、信息\n\n(我们)会[收集]<姓名>。\n\n第二段没有标注。\n"
	tree := syntax.Parse(text)
	read := func() (out *Context) {
		for i := range tree.Len() {
			_, out = Block(tree.At(i), out)
		}
		return out
	}
	if a, b := read(), read(); !a.Equal(b) {
		t.Errorf("%+v and %+v differ", a, b)
	}
}
