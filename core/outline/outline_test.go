package outline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
)

// show writes the lines of a text: a letter for the kind, the style, the sentences.
func show(plain string, leadIn bool) string {
	var out []string
	for _, l := range Lines(plain, nil, leadIn) {
		kind := [...]string{Prose: "prose", Heading: "heading", Item: "item", Rule: "rule"}[l.Kind]
		var s []string
		for _, span := range l.Sentences {
			s = append(s, plain[span.Start:span.End])
		}
		lead := ""
		if l.LeadIn {
			lead = ":"
		}
		out = append(out, fmt.Sprintf("%s%s %s", kind, lead, strings.Join(s, " | ")))
	}
	return strings.Join(out, "\n")
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"一、我们收集的信息", "heading 我们收集的信息"},
		{"（一）注册", "heading 注册"},
		{"1. 实现网上购物的功能", "heading 实现网上购物的功能"},
		{"1、与国家安全有关的；", "item 与国家安全有关的；"},
		{"（1）下单", "heading 下单"},
		{"第一条 总则", "heading 总则"},
		{"第二章 用户信息", "heading 用户信息"},
		{"## 3. 共享", "heading 共享"},
		{"1.2 Your account", "heading Your account"},
		{"Article 3 Sharing", "heading Sharing"},
		{"**个人信息的使用**\n我们会使用您的信息，以便改进。", "heading 个人信息的使用\nprose 我们会使用您的信息，以便改进。"},
		{"3 months after that we delete it.", "prose 3 months after that we delete it."},
		{"2026年3月1日", "prose 2026年3月1日"},
		{"==========", "rule "},
		{"隐私政策", "heading 隐私政策"},
		{"我们收集下列信息：\n1. 姓名\n2. 电话\n3. 地址", "prose: 我们收集下列信息：\nitem 姓名\nitem 电话\nitem 地址"},
		{"我们不会共享。但是您可以要求！真的？", "prose 我们不会共享。 | 但是您可以要求！ | 真的？"},
		{"他说：“不会共享。”然后走了。", "prose 他说：“不会共享。” | 然后走了。"},
		{"We use e.g. your name. It is sent to Acme Inc. and others in v1.2 of the app. Then we stop.", "prose We use e.g. your name. | It is sent to Acme Inc. and others in v1.2 of the app. | Then we stop."},
		{"用于三个目的；分别说明；如下。", "prose 用于三个目的；分别说明；如下。"},
		{"We keep your data for as long as your account is open and for a\nshort while after.", "prose We keep your data for as long as your account is open and for a\nshort while after."},
		{"您的姓名，\n以及电话。", "prose 您的姓名，\n以及电话。"},
		{"* 设备信息", "item 设备信息"},
		{"5.3我们不承诺店里每天都有现烤的面包，也不承诺烤箱从不休息。", "item 我们不承诺店里每天都有现烤的面包，也不承诺烤箱从不休息。"},
		{"", ""},
	} {
		if got := show(c.text, false); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestNoSentenceEndsInAMark(t *testing.T) {
	text := "我们在<甲。乙>时收集。完。"
	at := strings.Index(text, "甲")
	lines := Lines(text, []source.Span{{Start: at, End: at + len("甲。乙")}}, false)
	if len(lines) != 1 || len(lines[0].Sentences) != 2 {
		t.Errorf("%+v", lines)
	}
}

// Lines that a column has wrapped are one; titles and what stands below them are two.
func TestWrappedChinese(t *testing.T) {
	for text, want := range map[string]int{
		"第三方支付公司可能会\n处理您的流水。":      1,
		"我們不會\n出售您的資料。":            1,
		"停车场将在您离场后\n删除照片。":         1,
		"为了核对身份，前台会复印证件\n并保存三天。":   1,
		"我们如何收集信息\n我们会收集您的姓名。":     2,
		"信息的使用\n您可以查询。":            2,
		"| 甲，乙 | 丙\n丁。":            2,
		"我们会收集姓名。\n我们会保存姓名。":       2,
		"我们会收集：\n姓名。":              2,
		"某某科技有限公司\n二〇二六年三月一日":      2,
		"客服人员不会以任何理由\n向您索取验证码。":    1,
		"任何人不得\n——包括校长在内——\n公布排名。": 1,
		"您有权\n查询、更正您的信息。":          1,
		"我们不会向任何\n游戏公司出售充值记录。":     1,
	} {
		if lines := Lines(text, nil, false); len(lines) != want {
			t.Errorf("%q: %d lines, want %d", text, len(lines), want)
		}
	}
}

func FuzzLines(f *testing.F) {
	for _, s := range []string{"一、标题\n正文。", "1. a\n\n(2) b.", "## x\n* y", "第", "（", "1.1.1.1.1", "\n\n\n", "。。。"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text string, start, length int) {
		var marks []source.Span
		if start >= 0 && length > 0 && start+length <= len(text) && start+length > start {
			marks = append(marks, source.Span{Start: start, End: start + length})
		}
		at := 0
		for _, l := range Lines(text, marks, false) {
			if l.Span.Start < at || l.Span.End > len(text) || !l.Span.Contains(l.Text) {
				t.Fatalf("%q: line %+v out of place", text, l)
			}
			in := l.Text.Start
			for _, s := range l.Sentences {
				if s.Start < in || s.Empty() || s.End > l.Text.End {
					t.Fatalf("%q: sentence %+v of line %+v out of place", text, s, l)
				}
				in = s.End
			}
			at = l.Span.End
		}
	})
}
