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
		{"<Names> are [protected] by an encrypted connection.", ""},
		{"仓库[清点]<库存>。", "仓库 unknown"},
		{"每位学员需自行[保管]<口令>。", "每位学员 unknown"},
		{"入住时，某某公寓的管家须将您的<钥匙编号>[登记]在册。", "某某公寓的管家 unknown"},
		{"您授权的理财顾问将[查看]<持仓>。", "您授权的理财顾问 third"},
		{"拒绝签约的供应商不得[接触]<底价>。", "拒绝签约的供应商 third"},
		{"为您送餐的骑手能够[看到]<门牌号>。", "为您送餐的骑手 third"},
		{"无论是店员还是店长都不能[下载]<录像>。", "店员 unknown, 店长 unknown"},
		{"<切片>交由合作实验室[化验]。", "合作实验室 unknown"},
		{"经公证处[核对]的<遗嘱>不外传。", "公证处 unknown"},
		{"<账单>将由供水公司[移交]给法院。", "供水公司 unknown"},
		{"她会[核对]<床位号>。", "她 third"},
		// Who is asked, allowed or forbidden to act.
		{"学校会请家长[签署]<回执>。", "家长 unknown"},
		{"护士会让您[签署]<同意书>。", "您 user"},
		{"平台禁止骑手[保存]<电话>。", "骑手 third"},
		{"您可以授权银行[冻结]<账户>。", "银行 third"},
		{"法院责令被告[提交]<账本>。", "被告 third"},
		// Set apart from the predicate by a condition.
		{"银行在收到申请后，会[核验]<报告>。", "银行 third"},
		{"不论卖家或买家，均须[确认]<尺寸表>。", "卖家 third, 买家 unknown"},
		{"商家会来电，届时将[核对]<订单号>。", ""},
		{"我们收到投诉后，会[核实]<证据>。", "我们 first"},
		{"客服收到投诉后会[核实]<证据>。", ""},
		{"工程师只在排查故障时[查看]<日志>。", "工程师 unknown"},
		{"只有管理员可以[查看]<日志>。", "管理员 unknown"},
		{"财务人员负责[保管]<凭证>。", "财务人员 unknown"},
		// Of what is done, and of things, nobody says who does it.
		{"第三方登录会[获取]<头像>。", ""},
		{"微信支付可能[记录]<金额>。", ""},
		{"开具发票须[填写]<税号>。", ""},
		{"注册成为会员，需要[提供]<手机号>。", ""},
		{"我们会联系您并[核对]<地址>。", "我们 first"},
		{"经用户授权[收集]<通讯录>。", "我们?"},
		{"智能音箱唤醒后才会[上传]<语音>。", ""},
		{"游客通过小程序[预约]<门票>。", "游客 unknown"},
		{"任何第三方未经授权不得[抓取]<数据>。", "任何第三方 third"},
		{"<工资条>由人事专员通过邮件[发送]给您。", "人事专员 unknown"},
		{"学生会在开学时[领取]<校园卡>。", "学生 unknown"},
		{"支付宝将会[收集]<流水>。", "支付宝 unknown"},
		{"家长会[收到]<通知>。", "家长 unknown"},
		{"医生会审核<病历>后[签字]。", "医生 third"},
		// Carried from the sentence before, the lead-in, or nowhere.
		{"(客服主管)负责回访。回访时会[记录]<意见>。", "客服主管 unknown"},
		{"财务室统一保管。月底会[盘点]<凭证>。", ""},
		{"本店支持积分。消费后会[记录]<积分>。", "我们?"},
		{"您可以：\n- [导出]<账单>", "您 user"},
		{"教练不得：\n1. [索取]<口令>；", "教练 unknown"},
		{"## 物业管家\n\n会[登记]<来访时间>。", ""},
		{"## 监护人的权利\n\n可以[查阅]<档案>。", ""},
		// Somebody acts, and nobody knows who.
		{"可在个人中心[下载]<发票>。", ""},
		{"凭<取书条>[领取]图书。", ""},
		{"智能门铃[捕捉]<影像>后，会[推送]。", "智能门铃 unknown"},
		{"云杉学堂[捕捉]<影像>后，会[推送]。", "云杉学堂 unknown"},
		{"云杉智学[整理]<错题>。", ""},
		{"某某钱包需要[验证]<卡号>。", "某某钱包 unknown"},
		{"向我们投放广告的牌子不会[获得]<姓名>。", ""},
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
