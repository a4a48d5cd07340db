package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policymark/policymark/core"
)

const sample = "---\ntitle: \"试用政策\" # ours\nlang: zh-CN\ndate: 2026-01-02\n---\n# 一、信息\n\n（一）注册\n您好，(我们)会[收集]<手机号\\(1\\)>和\n{若<邮箱>}。\n1. (我们)[使用]<邮箱>。\n2、(我们)[保存]<邮箱>。\n\n# 一、信息\n😊(我们|recipient)。\n"

func outline(s *Sheet) string {
	var b strings.Builder
	for _, p := range s.Paragraphs {
		fmt.Fprintf(&b, "%s %d %s", p.Kind, p.Level, p.Address)
		for _, r := range s.Runs(p) {
			if got := p.Block.Text()[r.Source : r.Source+len(r.Text)]; got != r.Text {
				fmt.Fprintf(&b, " WRONG PLACE %q", got)
			}
			fmt.Fprintf(&b, " %q", r.Text)
			for _, m := range r.Marks {
				b.WriteString(" " + s.Marks[m].Address)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	s := New(core.Read(sample))
	if want := (Meta{Title: "试用政策", Lang: "zh-CN", Date: "2026-01-02"}); s.Meta != want {
		t.Errorf("the front matter says %+v", s.Meta)
	}
	want := `heading 1 一-信息 "一、信息"
heading 2 一-注册 "（一）注册"
prose 0  "您好，" "我们" actor:我们 "会" "收集" action:收集 "手机号" data:手机号-1 "(1" data:手机号-1 ")" data:手机号-1 "和\n" "若" purpose:若邮箱 "邮箱" purpose:若邮箱 data:邮箱 "。"
item 0  "1. " "我们" actor:我们:2 "使用" action:使用 "邮箱" data:邮箱:2 "。"
item 0  "2、" "我们" actor:我们:3 "保存" action:保存 "邮箱" data:邮箱:3 "。"
heading 1 一-信息-2 "一、信息"
prose 0  "😊" "我们" actor:我们:4 "。"
`
	if got := outline(s); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, p := range s.Practices {
		for i := range p.Data {
			m := s.MarkOf(&p.Data[i])
			if m < 0 || s.Marks[m].Block.MarkText(s.Marks[m].Index) != p.Data[i].Text {
				t.Errorf("%s is not found among the marks", p.Data[i].Text)
			}
		}
	}
}

// What stands elsewhere does not change an address.
func TestAddressesStay(t *testing.T) {
	before := New(core.Read(sample))
	after := New(core.Read(strings.Replace(sample, "您好，", "您好，欢迎使用(本产品)，请[阅读]本政策。\n\n", 1)))
	known := map[string]bool{}
	for _, m := range after.Marks {
		known[m.Address] = true
	}
	for _, p := range after.Practices {
		known[p.ID] = true
	}
	for _, p := range after.Paragraphs {
		known[p.Address] = true
	}
	for _, m := range before.Marks {
		if !known[m.Address] {
			t.Errorf("the mark %s has another address", m.Address)
		}
	}
	for _, p := range before.Practices[1:] {
		if !known[p.ID] {
			t.Errorf("the practice %s has another address", p.ID)
		}
	}
	for _, p := range before.Paragraphs {
		if !known[p.Address] {
			t.Errorf("the heading %s has another address", p.Address)
		}
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"Our Notice, an extract\n\n1. What we do\n\n(We) [use] <it>.\n\n2. More\n": "heading 1 our-notice-an-extract",
		"We do this.\n\n1. What we do\n\n(We) [use] <it>.\n\n2. More\n":            "prose 0 ",
		"# Notice\n\n## What\n\nText.\n":                                           "heading 1 notice",
		"# Notice\n\n# What\n\nText.\n":                                            "heading 1 notice",
		"":                                                                         "",
	} {
		s := New(core.Read(text))
		if got := outline(s); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s", text, got)
		}
		if titled := strings.HasPrefix(text, "Our") || strings.Contains(text, "##") || strings.Contains(text, "Notice\n\nText"); s.Titled != titled {
			t.Errorf("%q: titled is %v", text, s.Titled)
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	n := namer{}
	seen := map[string]bool{}
	for _, s := range []string{"a", "a-2", "a", "a", "a-2", "a-3", "-", "-"} {
		name := n.name(s, "-")
		if seen[name] {
			t.Errorf("%s is given twice", name)
		}
		seen[name] = true
	}
}
