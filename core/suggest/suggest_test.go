package suggest_test

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
)

// render writes a block with its marks in ASCII brackets and its suggestions in
// wide ones.
func render(text string, k suggest.Knowledge) string {
	b := syntax.ParseBlock(text)
	asIs, _ := reading.Block(b, nil)
	list := suggest.With(b, asIs, suggest.Block(b, nil, asIs), k)
	wide := map[syntax.Kind][2]string{
		syntax.Actor: {"⦅", "⦆"}, syntax.Action: {"⟦", "⟧"}, syntax.Data: {"⟨", "⟩"}, syntax.Purpose: {"⦃", "⦄"},
	}
	var out strings.Builder
	at := 0
	for _, s := range list {
		out.WriteString(b.Plain()[at:s.Plain.Start] + wide[s.Kind][0] + b.Plain()[s.Plain.Start:s.Plain.End] + wide[s.Kind][1])
		at = s.Plain.End
	}
	return out.String() + b.Plain()[at:]
}

func TestBlock(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a practice", "我们会收集您的手机号、设备型号和IP地址，用于保障账号安全。",
			"⦅我们⦆会⟦收集⟧您的⟨手机号⟩、⟨设备型号⟩和⟨IP地址⟩，用于⦃保障账号安全⦄。"},
		{"to a recipient", "我们会将您的收货地址提供给物流公司。", "⦅我们⦆会将您的⟨收货地址⟩⟦提供⟧给⦅物流公司⦆。"},
		{"the user provides", "您需要向我们提供姓名和身份证号。", "⦅您⦆需要向⦅我们⦆⟦提供⟧⟨姓名⟩和⟨身份证号⟩。"},
		{"a condition", "当您注册账号时，我们会收集您的手机号。", "当⦃您注册账号⦄时，⦅我们⦆会⟦收集⟧您的⟨手机号⟩。"},
		{"parts", "我们会收集您的设备信息（包括设备型号、操作系统版本）。", "⦅我们⦆会⟦收集⟧您的⟨设备信息⟩（包括⟨设备型号⟩、⟨操作系统版本⟩）。"},
		{"what is marked stays", "(我们)会[收集]您的<手机号>和昵称。", "我们会收集您的手机号和⟨昵称⟩。"},
		{"what is left to mark", "(我们)会将您的<收货地址>[提供]给物流公司。", "我们会将您的收货地址提供给⦅物流公司⦆。"},
		{"verbs without data", "我们会收集您的意见，并提供更好的服务。", "我们会收集您的意见，并提供更好的服务。"},
		{"what is told elsewhere", "本节说明我们如何收集您的手机号。", "本节说明我们如何收集您的手机号。"},
		{"English", "We may collect your email address and phone number to send you receipts.",
			"⦅We⦆ may ⟦collect⟧ your ⟨email address⟩ and ⟨phone number⟩ to ⦃send you receipts⦄."},
		{"English passive", "Your location is shared with our delivery partners.", "Your ⟨location⟩ is ⟦shared⟧ with our ⦅delivery partners⦆."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := render(c.text, suggest.Knowledge{}); got != c.want {
				t.Errorf("suggested\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
