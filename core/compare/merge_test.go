package compare

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/syntax"
)

// rowsOf writes the rows: differ 手机号|手机.
func rowsOf(c *Comparison) string {
	var list []string
	for _, r := range c.Rows {
		var sides []string
		for _, marks := range r.Marks {
			var texts []string
			for _, m := range marks {
				texts = append(texts, m.Kind.Open()+m.Text+m.Kind.Close())
			}
			sides = append(sides, strings.Join(texts, "+"))
		}
		list = append(list, r.Verdict.String()+" "+strings.Join(sides, "|"))
	}
	return strings.Join(list, "; ")
}

func parseAll(docs ...string) []syntax.Tree {
	var trees []syntax.Tree
	for _, d := range docs {
		trees = append(trees, syntax.Parse(d))
	}
	return trees
}

func TestRows(t *testing.T) {
	for _, tt := range []struct {
		docs []string
		want string
	}{
		{[]string{"(我们)会[收集]<手机号>。", "(我们)会[收集]<手机号>。"}, "agree (我们)|(我们); agree [收集]|[收集]; agree <手机号>|<手机号>"},
		{[]string{"(我们)会[收集]您的<手机号>。", "我们会[收集]<您的手机号>。"}, "only (我们)|; agree [收集]|[收集]; differ <手机号>|<您的手机号>"},
		{[]string{"<设备>信息", "(设备)信息"}, "differ <设备>|(设备)"},
		{[]string{"<姓名、电话>", "<姓名>、<电话>"}, "differ <姓名、电话>|<姓名>+<电话>"},
		{[]string{"{若您同意我们使用信息}", "若您同意我们使用<信息>"}, "only {若您同意我们使用信息}|; only |<信息>"},
		{[]string{"{若您<同意}我们", "{若您}[同意我们]"}, "differ {若您<同意}|{若您}; only |[同意我们]"},
		{[]string{"{若您同意}我们", "若您[同意我们]"}, "differ {若您同意}|[同意我们]"},
		{[]string{"(甲|recipient)", "(甲)"}, "differ (甲)|(甲)"},
		{[]string{"(甲|note)", "(甲|#x other)"}, "agree (甲)|(甲)"},
		{[]string{"(甲|@a)[乙|#a]", "(甲|@b)[乙|#b]"}, "agree (甲)|(甲); agree [乙]|[乙]"},
		{[]string{"(甲|@a)[乙|#a][丙]", "(甲|@b)[乙][丙|#b]"}, "differ (甲)|(甲); agree [乙]|[乙]; agree [丙]|[丙]"},
		{[]string{"<甲><乙>", "<甲><乙>", "<甲>乙"}, "agree <甲>|<甲>|<甲>; only <乙>|<乙>|"},
		{[]string{"<甲>乙", "<甲乙>", "甲<乙>"}, "differ <甲>|<甲乙>|<乙>"},
	} {
		c, err := Annotations(parseAll(tt.docs...)...)
		if tt.docs[0] == "{若您<同意}我们" {
			if err == nil {
				t.Error("a stray bracket is text, so the texts differ")
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := rowsOf(c); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.docs, got, tt.want)
		}
	}
}

func TestDifferentTexts(t *testing.T) {
	_, err := Annotations(parseAll("(甲)\n乙丙", "甲\n(乙)丙", "甲\n(乙)丁")...)
	var d *DifferentTexts
	if !errors.As(err, &d) || d.Document != 2 || d.Place.Line != 2 || d.Place.Column != 2 {
		t.Fatalf("got %+v", err)
	}
	if zh := d.In(locale.ZH); !strings.Contains(zh, "第 3 份") || !strings.Contains(zh, "第 2 行第 2 列") {
		t.Error(zh)
	}
}

func TestMerge(t *testing.T) {
	a := "---\ntitle: a\n---\n(我们)会[收集]您的<手机号>，\\( 为{联系您}。\n\n(甲)乙\n"
	b := "我们会[收集]<您的手机号>，\\( {为联系您}。\n\n甲(乙)\n"
	c, err := Annotations(parseAll(a, b)...)
	if err != nil {
		t.Fatal(err)
	}
	// 我们 only a; 收集 agree; 手机号 differ; 联系您 differ; 甲 only a; 乙 only b
	for _, tt := range []struct {
		choices []Choice
		want    string
		open    int
	}{
		{nil, "---\ntitle: a\n---\n我们会[收集]您的手机号，\\( 为联系您。\n\n甲乙\n", 5},
		{[]Choice{Take(0), Take(0), Take(0), Take(0), Take(0), Take(0)}, a, 0},
		{[]Choice{Take(1), Take(1), Take(1), Take(1), Take(1), Take(1)}, "---\ntitle: a\n---\n" + b, 0},
		{[]Choice{Take(0), 0, Both, Take(1), Neither, Take(1)}, "---\ntitle: a\n---\n(我们)会[收集]<您的<手机号>>，\\( {为联系您}。\n\n甲(乙)\n", 0},
	} {
		m, err := c.Merge(tt.choices)
		if err != nil {
			t.Fatal(err)
		}
		if m.Markup != tt.want || m.Open != tt.open {
			t.Errorf("%v: %d open\n%s, want\n%s", tt.choices, m.Open, m.Markup, tt.want)
		}
	}
	if v := c.Verdict(2, Take(1)); v != Resolved {
		t.Errorf("a decided row is %s", v)
	}
}

func TestMergeRefusesWhatCrosses(t *testing.T) {
	c, err := Annotations(parseAll("{若您同意}我们", "若您[同意我们]")...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Merge([]Choice{Both}); err == nil || !strings.Contains(err.Error(), "若您同意") || !strings.Contains(err.Error(), "cross") {
		t.Errorf("got %v", err)
	}
	c, _ = Annotations(parseAll("(甲|recipient)", "(甲)")...)
	if _, err := c.Merge([]Choice{Both}); err == nil {
		t.Error("two marks of one kind on the same words")
	}
	if _, err := c.Merge([]Choice{Take(7)}); err == nil {
		t.Error("there is no document 8")
	}
}

func TestMergeKeepsNamesApart(t *testing.T) {
	c, err := Annotations(parseAll("(甲|@a)[乙|#a]，丙[丁]。", "甲[乙|#x]，(丙|@a)[丁|#a]。")...)
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Merge([]Choice{Take(0), Take(0), Take(1), Take(0)})
	if err != nil {
		t.Fatal(err)
	}
	// Both have #a, for different marks; B's 丁 is A's, which has no name.
	if want := "(甲|@a)[乙|#a]，(丙|@a-2)[丁|#a-2]。"; m.Markup != want || len(m.Broken) > 0 {
		t.Errorf("%s, want %s; broken %v", m.Markup, want, m.Broken)
	}
	c, _ = Annotations(parseAll("甲[乙]", "(甲|@x)[乙|#x]")...)
	if m, _ := c.Merge([]Choice{Take(1), Neither}); m.Markup != "(甲|@x)乙" || !slices.Equal(m.Broken, []string{"@x"}) {
		t.Errorf("%+v", m)
	}
}

// Whatever two annotations of one text are: merged with itself a document is itself;
// taking all of one is that one; the text stays; nothing crosses.
func FuzzMerge(f *testing.F) {
	f.Add("我们会收集您的手机号，用于联系您。\n\n(1)甲\n乙", []byte{0, 2, 0, 0, 6, 1, 1, 9, 2, 1, 4, 3}, []byte{0, 3, 0, 2, 6, 1, 1, 9, 2, 5, 4, 3}, []byte{0, 1, 2, 3})
	f.Add("---\na: b\n---\nab", []byte{0, 3, 0}, []byte{1, 3, 1}, []byte{4})
	f.Fuzz(func(t *testing.T, plain string, a, b, decisions []byte) {
		plain = strings.ToValidUTF8(plain, "\uFFFD")
		docA, docB := syntax.Parse(annotated(plain, a)), syntax.Parse(annotated(plain, b))
		checkMerge(t, docA, docB, decisions)
	})
}

// annotated returns a text with marks made of bytes: start, length, kind in turn.
func annotated(plain string, marks []byte) string {
	points := []int{}
	for i := range plain {
		points = append(points, i)
	}
	points = append(points, len(plain))
	var list []syntax.Annotation
	words := []string{"", "recipient", "#a", "@a", "x #b =a", "not"}
	for i := 0; i+2 < len(marks); i += 3 {
		start := int(marks[i]) % len(points)
		end := min(len(points)-1, start+int(marks[i+1])%16)
		m := syntax.Annotation{Kind: syntax.Kinds[marks[i+2]%4], Qualifiers: words[int(marks[i+2]/4)%len(words)]}
		m.Plain.Start, m.Plain.End = points[start], points[end]
		list = append(list, m)
	}
	markup, _ := syntax.Write(plain, list)
	return markup
}

func checkMerge(t *testing.T, a, b syntax.Tree, decisions []byte) {
	t.Helper()
	for _, pair := range [][2]syntax.Tree{{a, a}, {a, b}, {b, a}} {
		c, err := Annotations(pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		want := pair[0].Text()
		all := make([]Choice, len(c.Rows))
		for i := range all {
			all[i] = Take(0)
		}
		m, err := c.Merge(all)
		if err != nil || m.Markup != want || m.Open > 0 {
			t.Fatalf("all of the first is %q, want %q, %v", m.Markup, want, err)
		}
		if pair[0].Text() == pair[1].Text() {
			for _, r := range c.Rows {
				if r.Verdict != Agree {
					t.Fatalf("it does not agree with itself: %+v", r)
				}
			}
			continue
		}
		for i := range all {
			all[i] = Take(1)
		}
		m, err = c.Merge(all)
		if err != nil || !sameMarks(syntax.Parse(m.Markup), pair[1]) {
			t.Fatalf("all of the second is %q, want %q, %v", m.Markup, pair[1].Text(), err)
		}
		members := 0
		for i, r := range c.Rows {
			for _, marks := range r.Marks {
				members += len(marks)
			}
			all[i] = Undecided
			if len(decisions) > 0 {
				all[i] = []Choice{Undecided, Neither, Both, Take(0), Take(1)}[decisions[i%len(decisions)]%5]
			}
			if c.Check(i, all[i]) != nil {
				all[i] = Neither
			}
		}
		if members != len(Marks(a))+len(Marks(b)) {
			t.Fatalf("%d marks in rows, want %d", members, len(Marks(a))+len(Marks(b)))
		}
		m, err = c.Merge(all)
		if err != nil {
			t.Fatal(err)
		}
		after := syntax.Parse(m.Markup)
		if after.Plain() != c.Plain {
			t.Fatalf("the plain text is %q, want %q", after.Plain(), c.Plain)
		}
		for _, x := range m.Dropped {
			if !x.Plain.Empty() {
				t.Fatalf("%+v was dropped", x)
			}
		}
	}
}

func sameMarks(a, b syntax.Tree) bool {
	key := func(m Mark) string { return fmt.Sprint(m.Kind, m.Plain, m.Qualifiers) }
	var x, y []string
	for _, m := range Marks(a) {
		x = append(x, key(m))
	}
	for _, m := range Marks(b) {
		y = append(y, key(m))
	}
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
