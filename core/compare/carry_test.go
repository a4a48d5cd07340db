package compare

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/syntax"
)

// carried writes what became of each mark: 我们 exact 我们.
func carried(c *Carrying) string {
	var list []string
	for _, m := range c.Marks {
		s := fmt.Sprintf("%s %s", m.Text, m.State)
		if m.State != Lost {
			s += " " + c.Plain[m.To.Start:m.To.End]
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func TestCarry(t *testing.T) {
	for _, tt := range []struct{ name, old, plain, marks, markup string }{
		{"the same text", "(我们)会[收集]您的<手机号>。\n", "我们会收集您的手机号。\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号", "(我们)会[收集]您的<手机号>。\n"},
		{"a sentence before", "(我们)会[收集]您的<手机号>。\n", "本政策适用于所有用户。我们会收集您的手机号。\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号", "本政策适用于所有用户。(我们)会[收集]您的<手机号>。\n"},
		{"a word beside", "(我们)会[收集]您的<手机号>，用于{联系您}。\n", "我们可能会收集您的手机号，用于联系您。\n",
			"我们 kept 我们; 收集 kept 收集; 手机号 kept 手机号; 联系您 kept 联系您", "(我们)可能会[收集]您的<手机号>，用于{联系您}。\n"},
		{"a marked word changed", "(我们)会[收集]您的<手机号>，用于{联系您并为您配送商品}。\n", "我们会收集您的电话，用于联系您并为您配送商品。\n",
			"我们 kept 我们; 收集 kept 收集; 手机号 doubtful 电话; 联系您并为您配送商品 kept 联系您并为您配送商品", "(我们)会[收集]您的电话，用于{联系您并为您配送商品}。\n"},
		{"a paragraph moved", "(我们)会[收集]您的<手机号>。\n\n您可以注销账号。\n\n(我们)会[保存]<订单信息>。\n", "您可以注销账号。\n\n我们会保存订单信息。\n\n我们会收集您的手机号。\n",
			"我们 moved 我们; 收集 moved 收集; 手机号 moved 手机号; 我们 exact 我们; 保存 exact 保存; 订单信息 exact 订单信息",
			"您可以注销账号。\n\n(我们)会[保存]<订单信息>。\n\n(我们)会[收集]您的<手机号>。\n"},
		{"a sentence gone", "(我们)会[收集]您的<手机号>。(公司)为您[删除]<账号>。\n", "我们会收集您的手机号。\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号; 公司 lost; 删除 lost; 账号 lost", "(我们)会[收集]您的<手机号>。\n"},
		{"another width", "(我们)会[收集]您的<姓名，电话>。\n", "我们会收集您的姓名,电话.\n",
			"我们 exact 我们; 收集 exact 收集; 姓名，电话 kept 姓名,电话", "(我们)会[收集]您的<姓名,电话>.\n"},
		{"qualifiers", "(我们|actor)会[收集|#c not]您的<手机号|@c>。\n", "我们会收集您的手机号。\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号", "(我们|actor)会[收集|#c not]您的<手机号|@c>。\n"},
		{"two paragraphs become one", "(我们)会[收集|#c]您的<手机号|@c>。\n\n(我们)会[保存|#c]您的<订单信息|@c>。\n", "我们会收集您的手机号。\n我们会保存您的订单信息。\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号; 我们 exact 我们; 保存 exact 保存; 订单信息 exact 订单信息",
			"(我们)会[收集|#c]您的<手机号|@c>。\n(我们)会[保存|#c-2]您的<订单信息|@c-2>。\n"},
		{"front matter", "---\ntitle: (x)\n---\n(我们)会[收集]您的<手机号>。\n", "新。我们会收集您的手机号。(1)\n",
			"我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号", "---\ntitle: (x)\n---\n新。(我们)会[收集]您的<手机号>。\\(1\\)\n"},
		{"nested marks", "{若(您)同意}，(我们)会[收集]<手机号>。\n", "若您同意，我们会收集手机号。\n若。\n",
			"若您同意 exact 若您同意; 您 exact 您; 我们 exact 我们; 收集 exact 收集; 手机号 exact 手机号", "{若(您)同意}，(我们)会[收集]<手机号>。\n若。\n"},
		{"nothing left", "(我们)会[收集]您的<手机号>。\n", "", "我们 lost; 收集 lost; 手机号 lost", ""},
		{"English", "(We) [collect] your <email address> to {send news}. (We) [delete] it.\n", "We may collect your email address to send news. We delete it.\n",
			"We kept We; collect kept collect; email address kept email address; send news kept send news; We exact We; delete exact delete",
			"(We) may [collect] your <email address> to {send news}. (We) [delete] it.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := Carry(syntax.Parse(tt.old), tt.plain, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := carried(c); got != tt.marks {
				t.Errorf("the marks are\n%s, want\n%s", got, tt.marks)
			}
			if got, refused := c.Markup(nil); got != tt.markup || refused != nil {
				t.Errorf("the markup is\n%s, want\n%s, refused %v", got, tt.markup, refused)
			}
			for _, m := range c.Marks {
				if (m.State == Lost) != (m.Score == 0) || m.State == Doubtful && (m.Score <= 0 || m.Score >= 1 || m.New.Text == "" || m.Old.Text == "") {
					t.Errorf("%+v", m)
				}
			}
		})
	}
}

func TestCarryTakesWhatIsAccepted(t *testing.T) {
	c, err := Carry(syntax.Parse("(我们)会[收集]您的<手机号|in:x>，用于{联系您并为您配送商品}。\n"), "我们会收集您的电话，用于联系您并为您配送商品。\n", nil)
	if err != nil {
		t.Fatal(err)
	}
	got, refused := c.Markup(func(int) bool { return true })
	if want := "(我们)会[收集]您的<电话|in:x>，用于{联系您并为您配送商品}。\n"; got != want || refused != nil {
		t.Errorf("%s, want %s, refused %v", got, want, refused)
	}
	if b := c.Marks[2].Broken; len(b) != 1 || b[0] != "in:x" {
		t.Errorf("broken names: %v", b)
	}
}

// No mark is ever lost from sight, what is placed is in the markup, the plain text is
// the one given, and an unchanged text keeps its marks exactly.
func FuzzCarry(f *testing.F) {
	f.Add("(我们)会[收集]您的<手机号>，用于{联系您}。\n\n(甲|#a)[存]<乙|@a>", "我们可能会收集您的手机号，用于联系您！甲存乙")
	f.Add("---\na: b\n---\n(a)(b)", "---\na: b\n---\nab")
	f.Add("<a>\r\n{b\n(c)}", "a\nb\n\nc")
	f.Add("(e\u0301x)[]<>", "e\u0301")
	f.Fuzz(func(t *testing.T, old, plain string) {
		tree := syntax.Parse(old)
		marks := Marks(tree)
		hasEmpty := slices.ContainsFunc(marks, func(m Mark) bool { return m.Plain.Empty() })
		for _, text := range []string{plain, tree.Plain()} {
			c, err := Carry(tree, text, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Marks) != len(marks) {
				t.Fatalf("%d marks of %d", len(c.Marks), len(marks))
			}
			for i, m := range c.Marks {
				if m.Kind != marks[i].Kind || m.Plain != marks[i].Plain {
					t.Fatalf("mark %d is %+v, was %+v", i, m, marks[i])
				}
				if m.To.Start < 0 || m.To.End < m.To.Start || m.To.End > len(text) {
					t.Fatalf("%+v is outside of the text", m)
				}
				if (m.State == Exact || m.State == Moved) && text[m.To.Start:m.To.End] != m.Text {
					t.Fatalf("%+v is at %q", m, text[m.To.Start:m.To.End])
				}
				if text == tree.Plain() && m.State != Exact && !m.Plain.Empty() {
					t.Fatalf("%+v in a text that did not change", m)
				}
			}
			for _, accept := range []func(int) bool{nil, func(int) bool { return true }} {
				markup, refused := c.Markup(accept)
				after := syntax.Parse(markup)
				if after.Plain() != text {
					t.Fatalf("the plain text is %q, want %q", after.Plain(), text)
				}
				placed := 0
				for i, m := range c.Marks {
					if m.State.Placed() || accept != nil && m.State == Doubtful {
						placed++
					}
					for _, r := range refused {
						// An empty mark is lost, and with it the line of its own that it may have had.
						if r == i && m.State.Placed() && !hasEmpty {
							t.Fatalf("%+v was placed and refused", m)
						}
					}
				}
				if n := after.Sum().Marks; n != placed-len(refused) {
					t.Fatalf("%d marks in %q, want %d", n, markup, placed-len(refused))
				}
			}
		}
	})
}

// Carrying can be done in steps and given up, and says how far it is.
func TestCarryInSteps(t *testing.T) {
	old := syntax.Parse(strings.Repeat("(我们)会[收集]您的<手机号>，用于{联系您}。\n\n(甲)将<地址>[提供]给(乙)。\n\n", 60))
	plain := strings.ReplaceAll(old.Plain(), "手机号", "电话") + "新的一段。\n"
	whole, err := Carry(old, plain, nil)
	if err != nil {
		t.Fatal(err)
	}
	task := Start(func(p Progress) (*Carrying, error) { return Carry(old, plain, p) })
	defer task.Stop()
	last, steps := 0.0, 0
	for task.Next() {
		done, total := task.Progress()
		part := float64(done) / float64(total)
		if part < last || part > 1 {
			t.Fatalf("%d of %d done, after %.2f", done, total, last)
		}
		last = part
		steps++
	}
	got, err := task.Result()
	if err != nil || carried(got) != carried(whole) || steps < 3 {
		t.Errorf("%d steps, %v", steps, err)
	}
	calls := 0
	if _, err := Carry(old, plain, func(int, int) bool { calls++; return calls < 2 }); !errors.Is(err, ErrCancelled) {
		t.Errorf("given up: %v", err)
	}
}
