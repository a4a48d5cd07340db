package reading

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// actorsOf returns who acts in the first practice of a text, each with its party and with a
// sign when no words name it.
func actorsOf(t *testing.T, text string) string {
	t.Helper()
	for _, r := range All(syntax.Parse(text)) {
		if len(r.Practices) == 0 {
			continue
		}
		var names []string
		for _, a := range r.Practices[0].Actors {
			name := a.Text + " " + a.Party.String()
			if a.Evidence == practice.Implied {
				name = a.Text + "?"
			}
			names = append(names, name)
		}
		return strings.Join(names, ", ")
	}
	t.Fatalf("%s: no practice", text)
	return ""
}

// Who acts is read from any noun phrase before the predicate, and from nothing else.
func TestSubjectPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Taken: the clause starts with whoever acts.
		{"发卡银行将[审核]您的<收入证明>。", "发卡银行 third"},
		{"橘子单车会在您还车后[核对]您的<照片>。", "橘子单车 unknown"},
		{"如您开通会员，某某读书可能[推送]<通知>给您。", "某某读书 unknown"},
		{"本宠物医院不会[公布]<病历>。", "本宠物医院 first"},
		{"我们的客服会[使用]您的<账号信息>。", "我们的客服 first"},
		{"我们的承运商不会[接触]您的<门牌号>。", "我们的承运商 third"},
		{"教练和营养师都会[查看]您的<体脂率>。", "教练 unknown, 营养师 unknown"},
		{"我们及我们的关联公司可能[使用]<消费金额>。", "我们 first, 我们的关联公司 third"},
		{"给我们送货的快递公司不会[翻看]<账本>。", "给我们送货的快递公司 third"},
		{"<记录>不会被任何第三方[剪辑]。", "任何第三方 third"},
		{"<号码>由摇奖机[产生]。", "摇奖机 unknown"},
		{"当您绑定银行卡时，某钱包会[验证]<卡号>。", "某钱包 unknown"},
		{"东方公司会[收集]<姓名>。", "东方公司 unknown"},
		{"This kiosk [prints] your <ticket>.", "This kiosk unknown"},
		{"Our website [uses] <cookies>.", "Our website first"},
		{"Third parties may [collect] <your name>.", "Third parties third"},
		{"Our insurers never [see] your <address>.", "Our insurers third"},
		{"Firms that print badges for us may [receive] your <name>.", "Firms that print badges for us unknown"},
		{"If you leave, the landlord will [keep] your <deposit slip>.", "the landlord unknown"},
		{"Umpires and scorers may [see] your <name>.", "Umpires unknown, scorers unknown"},
		{"未成年人在监护人陪同下才能[登记]<姓名>。", "未成年人 user"},
		{"没有一家银行能够[取得]<姓名>。", "没有一家银行 third"},
		{"旅客务必[携带]<登机牌>。", "旅客 unknown"},
		{"本小程序需要[调用]<麦克风>。", "本小程序 first"},
		{"OPPO会[收集]<型号>。", "OPPO unknown"},
		{"Larkspur Cycles [tracks] the <mileage>.", "Larkspur Cycles unknown"},
		{"<Tyre pressure> is [measured] by the garage.", "the garage unknown"},
		{"<Names> are [protected] by an encrypted connection.", "we?"},
		// Somebody acts, and nobody knows who.
		{"It may [search] your <public records>.", ""},
		{"They may [share] <names> with us.", ""},
		{"## 快递公司\n\n会[收集]您的<电话>。", ""},
		{"## 向快递公司提供\n\n会[收集]您的<电话>。", "我们?"},
		{"## 本公司\n\n会[收集]您的<电话>。", "我们?"},
		// Refused: what stands there is governed, a time, a purpose, what is handled.
		{"为了更好的体验可能会[收集]<姓名>。", "我们?"},
		{"监护人可以要求我们[删除]<成绩>。", "我们 first"},
		{"更不会[收集]<姓名>。", "我们?"},
		{"没有您的同意不会[收集]<姓名>。", "我们?"},
		{"根据您的选择会[收集]<姓名>。", "我们?"},
		{"注册过程中会[收集]<姓名>。", "我们?"},
		{"您的姓名等信息将[存储]为<记录>。", "我们?"},
		{"会与合作银行[共享]您的<姓名>。", "我们?"},
		{"实名认证需要[收集]<姓名>。", "我们?"},
		{"在应用中会[收集]<姓名>。", "我们?"},
		{"可能会[收集]<姓名>。", "我们?"},
		{"报名时请[提供]<姓名>。", "您?"},
		{"Please do not [send] <photos> to us.", "you?"},
		{"In some cases may [collect] <names>.", "we?"},
		{"Using our app may [share] your <location>.", "we?"},
		{"May [collect] <names>.", "we?"},
	} {
		if got := actorsOf(t, c.text); got != c.want {
			t.Errorf("%s: %s acts, want %s", c.text, got, c.want)
		}
	}
}
