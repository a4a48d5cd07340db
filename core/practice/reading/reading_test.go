package reading

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// readAll reads all blocks of a markup.
func readAll(markup string) []*practice.Reading { return All(syntax.Parse(markup)) }

// brief writes a practice in one line, as the tables of the tests do.
func brief(p *practice.Practice) string {
	var b strings.Builder
	names := func(label string, vs []practice.Value) {
		if len(vs) == 0 {
			return
		}
		fmt.Fprintf(&b, " %s=", label)
		for i, v := range vs {
			if i > 0 {
				b.WriteByte(',')
			}
			if v.Negative {
				b.WriteByte('!')
			}
			b.WriteString(v.Text)
			b.WriteString(map[practice.Evidence]string{practice.Marked: "", practice.Read: "°", practice.Carried: "^", practice.Implied: "?"}[v.Evidence])
			if v.SameAs != "" {
				fmt.Fprintf(&b, "(=%s)", v.SameAs)
			}
		}
	}
	if p.Negated {
		b.WriteString("not ")
	}
	if p.Modality != 0 {
		b.WriteString(p.Modality.String() + " ")
	}
	fmt.Fprintf(&b, "%s:%s%s", p.Category, p.Action.Text, map[practice.Evidence]string{practice.Marked: "", practice.Read: "°", practice.Carried: "^"}[p.Action.Evidence])
	names("who", p.Actors)
	if p.Requester != nil {
		names("asked-by", []practice.Value{*p.Requester})
	}
	names("what", p.Data)
	for _, g := range p.Groups {
		names(fmt.Sprintf("part[%s %s%s]", g.Parent.Text, g.Cue, map[bool]string{true: "…", false: ""}[g.Open]), g.Children)
	}
	names("why", p.Purposes)
	names("when", p.Conditions)
	names("to", p.Recipients)
	names("from", p.Sources)
	for _, r := range p.Resolves {
		names("resolves["+r.Text+"]", r.Resolved)
	}
	return b.String()
}

// readBrief reads a markup and writes its practices in lines.
func readBrief(markup string) string {
	var lines []string
	for _, r := range readAll(markup) {
		for i := range r.Practices {
			lines = append(lines, brief(&r.Practices[i]))
		}
	}
	return strings.Join(lines, "\n")
}

func TestEveryRuleIsExplained(t *testing.T) {
	for name, text := range explanations {
		if text.ZH == "" || text.EN == "" {
			t.Errorf("rule %q is explained in one language only", name)
		}
	}
	for _, c := range cases {
		for _, r := range readAll(c.markup) {
			for _, p := range r.Practices {
				for _, d := range p.Derivation {
					if Explain(d).EN == "" {
						t.Errorf("%s: rule %q is not explained", c.markup, d)
					}
				}
			}
			for _, role := range r.Roles {
				if Explain(role.Rule).EN == "" {
					t.Errorf("%s: rule %q of a role is not explained", c.markup, role.Rule)
				}
			}
		}
	}
}

var cases = []struct{ markup, want string }{
	{"(我们)会[收集]您的<手机号>。", "will collect:收集 who=我们 what=手机号"},
	{"(我们)不会向(第三方)[共享]、[转让]您的<个人信息>，除非{获得您的同意}。",
		"not will share:共享 who=我们 what=个人信息 when=!获得您的同意 to=第三方\nnot will transfer:转让 who=我们 what=个人信息 when=!获得您的同意 to=第三方"},
	{"(我们)还需要(您)[提供]<手机号>。", "need user_provide:提供 who=您 asked-by=我们 what=手机号 to=我们?"},
	{"(我们)会[收集](您)[填写]的<收货地址>，用于{配送}。", "will collect:收集 who=我们 what=收货地址 why=配送\nuser_provide:填写 who=您 what=收货地址"},
	{"为了{开具发票}，(我们)将<订单号>[提供]给(税务机关)。", "share:提供 who=我们 what=订单号 why=开具发票 to=税务机关"},
}

func TestPractices(t *testing.T) {
	for _, c := range cases {
		if got := readBrief(c.markup); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.markup, got, c.want)
		}
	}
}
