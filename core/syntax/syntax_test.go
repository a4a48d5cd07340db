package syntax

import (
	"fmt"
	"strings"
	"testing"
)

// outline writes a tree as one line: marks as kind"text"depth|qualifiers, strays
// as !bracket.
func outline(tree Tree) string {
	var parts []string
	tree.From(0, func(_ int, _ Total, b *Block) bool {
		if b.front {
			parts = append(parts, "front")
		}
		mark := 0
		for i := range b.NumTokens() {
			switch tok := b.Token(i); tok.Type {
			case StrayOpen, StrayClose:
				parts = append(parts, "!"+b.text[tok.Source.Start:tok.Source.End])
			case Open:
				s := fmt.Sprintf("%s%q", b.marks[mark].Kind, b.MarkText(mark))
				if d := b.marks[mark].Depth; d > 0 {
					s += fmt.Sprint(d)
				}
				for _, q := range b.Qualifiers(mark) {
					s += "|" + q.Key
					if q.Name != "" {
						s += "·" + q.Name
					}
				}
				parts = append(parts, s)
				mark++
			}
		}
		return true
	})
	return strings.Join(parts, " ")
}

func TestReading(t *testing.T) {
	for _, tt := range []struct{ name, text, plain, want string }{
		{"four kinds", "(我们)会[收集]<手机号>以{联系您}", "我们会收集手机号以联系您", `actor"我们" action"收集" data"手机号" purpose"联系您"`},
		{"full width is prose", "（包括＜IMEI＞）【a】", "（包括＜IMEI＞）【a】", ""},
		{"full width in a mark", "<相机（摄像头）>", "相机（摄像头）", `data"相机（摄像头）"`},
		{"touching", "<订单号>[共享]", "订单号共享", `data"订单号" action"共享"`},
		{"nested", "{若您[提供]<手机号>}", "若您提供手机号", `purpose"若您提供手机号" action"提供"1 data"手机号"1`},
		{"empty", "<>", "", `data""`},
		{"escapes", `\(1\) a\\b 1\. <x\>y>`, `(1) a\b 1\. x>y`, `data"x>y"`},
		{"bar in a mark", `<a\|b>`, `a|b`, `data"a|b"`},
		{"bar outside", `a\|b|c`, `a\|b|c`, ""},
		{"unclosed", "(我们会[收集]您的<手机号", "(我们会收集您的<手机号", `!( action"收集" !<`},
		{"stray closer", "我们)会[收集]", "我们)会收集", `!) action"收集"`},
		{"crossing", "<订单[信息>共享]", "订单[信息共享]", `data"订单[信息" ![ !]`},
		{"one forgotten bracket", "(我们会[收集]<a>。(我们)会[使用]<b>。", "(我们会收集a。我们会使用b。", `!( action"收集" data"a" actor"我们" action"使用" data"b"`},
		{"over one line break", "<IP\n地址>", "IP\n地址", `data"IP\n地址"`},
		{"not over a blank line", "<IP\n\n地址>", "<IP\n\n地址>", "!< !>"},
		{"not over a line of spaces", "<IP\n \u3000\n地址>", "<IP\n \u3000\n地址>", "!< !>"},
		{"qualifiers", "(我们|actor #a)[提供|share not]<其|=a in:b @->", "我们提供其", `actor"我们"|actor|#·a action"提供"|share|not data"其"|=·a|in:·b|@·-`},
		{"unknown qualifier is kept", "(我们|boss)", "我们", `actor"我们"|boss`},
		{"bar before no word is prose", "(我们|)", "我们|", `actor"我们|"`},
		{"bar before a mark is prose", "(a|b<c>)", "a|bc", `actor"a|bc" data"c"1`},
		{"bar before punctuation is prose", "<a|b、c>", "a|b、c", `data"a|b、c"`},
		{"the last bar counts", "<a|b|use>", "a|b", `data"a|b"|use`},
		{"qualifiers of a mark with marks", "{若[提供]|condition}", "若提供", `purpose"若提供"|condition action"提供"1`},
		{"front matter", "---\ntitle: (x)\n---\n(我们)", "我们", `front actor"我们"`},
		{"rule at the start is no front matter", "---\n一、(我们)\n---\n", "---\n一、我们\n---\n", `actor"我们"`},
		{"front matter must end", "---\ntitle: x\n(我们)", "---\ntitle: x\n我们", `actor"我们"`},
		{"front matter only at the start", "\n---\na: b\n---\n", "\n---\na: b\n---\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tree := Parse(tt.text)
			if got := tree.Plain(); got != tt.plain {
				t.Errorf("plain %q, want %q", got, tt.plain)
			}
			if got := outline(tree); got != tt.want {
				t.Errorf("marks %s, want %s", got, tt.want)
			}
		})
	}
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"a\nb", []string{"a\nb"}},
		{"a\n\nb\n", []string{"a\n\n", "b\n"}},
		{"\n \na\n\n\nb", []string{"\n \na\n\n\n", "b"}},
		{"\n\n", []string{"\n\n"}},
		{"---\nk: v\n---\n\na", []string{"---\nk: v\n---\n", "\na"}},
	} {
		var got []string
		tree := Parse(tt.text)
		for i := range tree.Len() {
			got = append(got, tree.At(i).Text())
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", tt.want) {
			t.Errorf("Parse(%q): blocks %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestEscapeText(t *testing.T) {
	for plain, want := range map[string]string{
		"":                  "",
		"(1) [a](b) <br>":   `\(1\) \[a\]\(b\) \<br\>`,
		`1\. x`:             `1\. x`,
		`\(`:                `\\\(`,
		`a\\b`:              `a\\\b`,
		`\`:                 `\`,
		`a|b\|`:             `a|b\|`,
		"---\na: b\n---\nc": "---\n---\n---\na: b\n---\nc",
	} {
		if got := EscapeText(plain); got != want {
			t.Errorf("EscapeText(%q) = %q, want %q", plain, got, want)
		}
	}
}

func TestMarkAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"‸(a)", "a"}, {"(‸a)", "a"}, {"(a)‸", "a"}, {"x‸", ""}, {"(a)‸<b>", "b"}, {"{a[b]‸c}", "abc"}, {"{a[b‸]c}", "b"},
	} {
		before, after, _ := strings.Cut(tt.text, "‸")
		b := ParseBlock(before + after)
		got := ""
		if i := b.MarkAt(len(before)); i >= 0 {
			got = b.MarkText(i)
		}
		if got != tt.want {
			t.Errorf("%s: mark %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestIsSign(t *testing.T) {
	for _, r := range `()[]<>{}|\` {
		if !IsSign(r) {
			t.Errorf("%c is no sign", r)
		}
	}
	for _, r := range "a1 \n-（）文😀\u0128\x00" { // U+0128 has the low byte of a bracket
		if IsSign(r) {
			t.Errorf("%c is a sign", r)
		}
	}
	if IsSign(-1) {
		t.Error("no character is a sign")
	}
}
