package reading

import (
	"math/rand"
	"strings"
)

// chineseParts are the pieces of Chinese sentences, of which one is chosen each time.
type chineseParts struct {
	fronts, subjects, adjuncts, modals, verbs, objects, tails, agents []part
}

var chinese1 = chineseParts{
	fronts: []part{
		{},
		{},
		{},
		{text: "如{您同意}，", when: []string{"您同意"}},
		{text: "为{核对身份}，", why: []string{"核对身份"}},
		{text: "当{您拨打客服电话}时，", when: []string{"您拨打客服电话"}},
		{text: "在{您下单}后，", when: []string{"您下单"}},
		{text: "一般情况下，"},
		{text: "请您知悉，"},
		{text: "此外，"},
		{text: "根据{法律规定}，", when: []string{"法律规定"}},
		{text: "为了{改进服务}，", why: []string{"改进服务"}},
	},
	subjects: []part{
		{text: "(我们)", who: "我们"},
		{text: "我们", who: "我们"},
		{text: "(合作伙伴)", who: "合作伙伴"},
		{text: "我们的合作伙伴", who: "我们的合作伙伴"},
		{text: "第三方", who: "第三方"},
		{text: "快递公司", who: "快递公司"},
		{text: "第三方SDK", who: "第三方SDK"},
		{text: "高德地图", who: "高德地图"},
		{text: "物业的保安", who: "物业的保安"},
		{text: "您的监护人", who: "您的监护人"},
		{text: "任何人", who: "任何人"},
		{text: "负责配送的骑手", who: "负责配送的骑手"},
		{text: "班主任和(校医)", who: "班主任和校医"},
		{text: "税务机关", who: "税务机关"},
		{text: "收到投诉的商家", who: "收到投诉的商家"},
		{text: "本公司", who: "本公司"},
		{text: "我司员工", who: "我司员工"},
		{text: "北京某某科技有限公司", who: "北京某某科技有限公司"},
		{text: "其他用户", who: "其他用户"},
		{text: "您", who: "您"},
		{text: "我们的关联公司及(服务商)", who: "我们的关联公司及服务商"},
		{text: "门店店员", who: "门店店员"},
		{text: "我们和银行", who: "我们和银行"},
		{text: "保险公司或者维修厂", who: "保险公司或者维修厂"},
		{text: "公安机关", who: "公安机关"},
		{text: "前台", who: "前台"},
		{text: "医生", who: "医生"},
		{text: "没有人", who: "没有人", deny: true},
		{text: "没有一家第三方", who: "没有一家第三方", deny: true},
		{text: "我们或合作伙伴都", who: "我们或合作伙伴都"},
	},
	adjuncts: []part{
		{},
		{},
		{},
		{text: "在必要时"},
		{text: "，经您同意，"},
		{text: "（包括其员工）"},
		{text: "依法"},
		{text: "，除{法律另有规定}外，", when: []string{"法律另有规定"}},
		{text: "通常"},
		{text: "在任何情况下"},
	},
	modals: []part{
		{text: "会"},
		{text: "可能会"},
		{text: "将"},
		{text: "可以"},
		{text: "不会", deny: true},
		{text: "不得", deny: true},
		{text: "从不", deny: true},
		{text: "绝不会", deny: true},
		{text: "不再", deny: true},
		{text: "无权", deny: true},
		{text: "有权"},
		{text: "需要"},
		{text: ""},
		{text: "不能", deny: true},
		{text: "禁止", deny: true},
		{text: "承诺不", deny: true},
		{text: "不得不"},
		{text: "会不定时"},
		{text: "也可能"},
		{text: "均不会", deny: true},
		{text: "无法", deny: true},
		{text: "拒绝", deny: true},
		{text: "仅会"},
	},
	verbs: []part{
		{text: "[收集]", actions: []string{"收集"}},
		{text: "[收集]和[使用]", actions: []string{"收集", "使用"}},
		{text: "收集、[保存]并[分享]", actions: []string{"保存", "分享"}},
		{text: "[查看]", actions: []string{"查看"}},
		{text: "[抄录]", actions: []string{"抄录"}},
		{text: "[收集]、存储及使用", actions: []string{"收集"}},
		{text: "[读取]或者[复制]", actions: []string{"读取", "复制"}},
		{text: "[登记]", actions: []string{"登记"}},
	},
	objects: []part{
		{text: "您的<手机号>", data: []string{"手机号"}},
		{text: "<您的姓名>", data: []string{"姓名"}},
		{text: "您的<姓名>、<年龄>和<照片>", data: []string{"姓名", "年龄", "照片"}},
		{text: "您在店内留下的<评价>", data: []string{"评价"}},
		{text: "<设备信息>（包括<设备型号>、<系统版本>）", data: []string{"设备信息", "设备型号", "系统版本"}},
		{text: "任何<病历>", data: []string{"病历"}},
		{text: "您发布的<图片>", data: []string{"图片"}},
	},
	tails: []part{
		{},
		{},
		{text: "，以{排查故障}", why: []string{"排查故障"}},
		{text: "，用于{排查故障}或{改进服务}", why: []string{"排查故障", "改进服务"}},
		{text: "来{核对订单}", why: []string{"核对订单"}},
		{text: "，以便{核对订单}", why: []string{"核对订单"}},
		{text: "用于{营销}", why: []string{"营销"}},
		{text: "，除非{法律要求}", when: []string{"法律要求"}},
		{text: "，但{您同意}的除外", when: []string{"您同意"}},
	},
	agents: []part{
		{text: "由(快递公司)", who: "快递公司"},
		{text: "由快递公司", who: "快递公司"},
		{text: "被第三方", who: "第三方"},
		{text: "由负责配送的骑手", who: "负责配送的骑手"},
		{text: "被任何人", who: "任何人"},
		{text: "由我们", who: "我们"},
		{text: "由我们的(服务商)", who: "我们的服务商"},
		{text: "由物业代为", who: "物业"},
		{text: "由系统自动", who: "系统"},
		{text: "被其他用户", who: "其他用户"},
		{text: "由我们委托的机构", who: "我们委托的机构"},
	},
}

// chinese2 has other words, so that no form holds for the words of the first alone.
var chinese2 = chineseParts{
	fronts: []part{
		{},
		{text: "比赛日，"},
		{text: "一旦{闭馆}，", when: []string{"闭馆"}},
		{text: "为便于{安排菜单}，", why: []string{"安排菜单"}},
		{text: "除非{您反对}，", when: []string{"您反对"}},
		{text: "另外，"},
		{text: "我们承诺，"},
		{text: "自五月起，"},
	},
	subjects: []part{
		{text: "果农", who: "果农"},
		{text: "志愿者", who: "志愿者"},
		{text: "隔壁邻居", who: "隔壁邻居"},
		{text: "(开锁师傅)", who: "开锁师傅"},
		{text: "捡到您背包的人", who: "捡到您背包的人"},
		{text: "球馆", who: "球馆"},
		{text: "青橙民宿", who: "青橙民宿"},
		{text: "乐团及其指挥", who: "乐团及其指挥"},
		{text: "租船的游客", who: "租船的游客"},
		{text: "电梯内的传感器", who: "电梯内的传感器"},
		{text: "各分店", who: "各分店"},
		{text: "没有一名裁判", who: "没有一名裁判", deny: true},
		{text: "您的牙医", who: "您的牙医"},
		{text: "本馆讲解员", who: "本馆讲解员"},
		{text: "父母双方", who: "父母双方"},
		{text: "我们聘请的律师", who: "我们聘请的律师"},
	},
	adjuncts: []part{
		{},
		{},
		{text: "应您的要求"},
		{text: "，如{被问及}，", when: []string{"被问及"}},
		{text: "，与此相反，"},
		{text: "在{闭馆}后", when: []string{"闭馆"}},
		{text: "（仅此而已）"},
	},
	modals: chinese1.modals,
	verbs: []part{
		{text: "[称量]", actions: []string{"称量"}},
		{text: "[翻译]并[打印]", actions: []string{"翻译", "打印"}},
		{text: "[拍摄]", actions: []string{"拍摄"}},
		{text: "[测量]、[记录]或[比对]", actions: []string{"测量", "记录", "比对"}},
		{text: "[借出]", actions: []string{"借出"}},
	},
	objects: chinese1.objects,
	tails: []part{
		{},
		{text: "，以便{安排菜单}", why: []string{"安排菜单"}},
		{text: "用于{投保}", why: []string{"投保"}},
		{text: "，直至{您离馆}", when: []string{"您离馆"}},
		{text: "，目的是{安排菜单}", why: []string{"安排菜单"}},
	},
	agents: []part{
		{text: "由果农", who: "果农"},
		{text: "由球馆", who: "球馆"},
		{text: "被(开锁师傅)", who: "开锁师傅"},
		{text: "由青橙民宿", who: "青橙民宿"},
		{text: "由值班的人", who: "值班的人"},
		{text: "由您的牙医", who: "您的牙医"},
		{text: "由本馆讲解员", who: "本馆讲解员"},
		{text: "交由志愿者", who: "志愿者"},
	},
}

// chineseAsides are words that say when or how, which may be read as a condition.
var chineseAsides = []string{"经您同意", "在必要时", "在任何情况下", "除法律另有规定", "应您的要求", "自五月起", "比赛日"}

// clause says who does what: 此外，快递公司，经您同意，可能会[收集]您的<手机号>。
func (z *chineseParts) clause(r *rand.Rand) composed {
	front, subject, adjunct := pick(r, z.fronts), pick(r, z.subjects), pick(r, z.adjuncts)
	modal := pickBut(r, z.modals, func(m part) bool { return subject.deny && (m.deny || m.text == "") })
	verb, object, tail := pick(r, z.verbs), pick(r, z.objects), pick(r, z.tails)
	c := composed{part: part{text: front.text + subject.text + adjunct.text + modal.text + verb.text + object.text + tail.text + "。",
		who: subject.who, deny: subject.deny || modal.deny, data: object.data, actions: verb.actions}, also: chineseAsides}
	c.add(front, adjunct, tail)
	return c
}

// passive says by whom something is done: 您的<病历>不会由医生[查看]。
func (z *chineseParts) passive(r *rand.Rand) composed {
	front, agent, verb, tail := pick(r, z.fronts), pick(r, z.agents), pick(r, z.verbs), pick(r, z.tails)
	modal := pick(r, []part{{text: "将"}, {text: "可能会"}, {text: "不会", deny: true}, {}, {text: "统一"}, {text: "绝不会", deny: true}, {text: "也可能"}, {text: "不得", deny: true}, {text: "均"}, {text: "无须", deny: true}, {text: "应当"}})
	object := pick(r, []part{{text: "您的<手机号>", data: []string{"手机号"}}, {text: "<姓名>和<照片>", data: []string{"姓名", "照片"}}, {text: "您的<病历>（包括<检查结果>）", data: []string{"病历", "检查结果"}}, {text: "这些<图片>", data: []string{"图片"}}})
	c := composed{part: part{text: front.text + object.text + modal.text + agent.text + verb.text + tail.text + "。",
		who: agent.who, deny: modal.deny, data: object.data, actions: verb.actions}, also: chineseAsides}
	c.add(front, tail)
	return c
}

var chineseHeads = []part{
	{text: "(我们)会[使用]", who: "我们", actions: []string{"使用"}},
	{text: "我们可能向(银行)[提供]", who: "我们", to: []string{"银行"}, actions: []string{"提供"}},
	{text: "(合作伙伴)不会[保存]", who: "合作伙伴", deny: true, actions: []string{"保存"}},
	{text: "商家可以[查看]", who: "商家", actions: []string{"查看"}},
}

var chineseRelatives = []part{
	{text: "您[填写]的<地址>", who: "您", actions: []string{"填写"}},
	{text: "您[上传]给我们的<资料>", who: "您", to: []string{"我们"}, actions: []string{"上传"}},
	{text: "快递公司[采集]的<轨迹>", who: "快递公司", actions: []string{"采集"}},
	{text: "我们从学校[获得]的<成绩>", who: "我们", from: []string{"学校"}, actions: []string{"获得"}},
	{text: "(医生)[记录]的<病历>", who: "医生", actions: []string{"记录"}},
	{text: "由物业[登记]的<车牌>", who: "物业", actions: []string{"登记"}},
	{text: "您的监护人为您[提交]的<证件>", who: "您的监护人", actions: []string{"提交"}},
	{text: "其他用户[发布]的<评论>", who: "其他用户", actions: []string{"发布"}},
}

// relative has an action about the data of another: (我们)会[使用]您[上传]给我们的<资料>。
func (z *chineseParts) relative(r *rand.Rand) composed {
	front, head, clause, tail := pick(r, z.fronts), pick(r, chineseHeads), pick(r, chineseRelatives), pick(r, z.tails)
	c := composed{part: clause, also: chineseAsides}
	if r.Intn(2) == 0 {
		c.part = head
		c.add(front, tail)
	} else {
		c.also = append([]string(nil), c.also...)
		c.allow(part{when: front.when})
	}
	_, data, _ := strings.Cut(clause.text, "<")
	data, _, _ = strings.Cut(data, ">")
	c.data, c.text = []string{data}, front.text+head.text+clause.text+tail.text+"。"
	return c
}

var chineseFirst = []part{
	{text: "(我们)会[收集]您的<姓名>", who: "我们", data: []string{"姓名"}, actions: []string{"收集"}},
	{text: "合作伙伴可能[读取]<消息>", who: "合作伙伴", data: []string{"消息"}, actions: []string{"读取"}},
	{text: "我们不会[出售]您的<照片>", who: "我们", deny: true, data: []string{"照片"}, actions: []string{"出售"}},
	{text: "您需要[上传]<身份证>", who: "您", data: []string{"身份证"}, actions: []string{"上传"}},
	{text: "医院会[保存]<病历>", who: "医院", data: []string{"病历"}, actions: []string{"保存"}},
	{text: "您的<选票>由(居委会)[统计]", who: "居委会", data: []string{"选票"}, actions: []string{"统计"}},
	{text: "骑手可以[看到]您的<地址>", who: "骑手", data: []string{"地址"}, actions: []string{"看到"}},
	{text: "任何人不得[拆开]您的<包裹>", who: "任何人", deny: true, data: []string{"包裹"}, actions: []string{"拆开"}},
}

var chineseSecond = []part{
	{text: "(银行)会[核对]您的<收入>", who: "银行", data: []string{"收入"}, actions: []string{"核对"}},
	{text: "店员可能[复印]您的<护照>", who: "店员", data: []string{"护照"}, actions: []string{"复印"}},
	{text: "第三方不得[录制]您的<通话>", who: "第三方", deny: true, data: []string{"通话"}, actions: []string{"录制"}},
	{text: "我们会[删除]您的<文件>", who: "我们", data: []string{"文件"}, actions: []string{"删除"}},
	{text: "您可以[下载]您的<发票>", who: "您", data: []string{"发票"}, actions: []string{"下载"}},
	{text: "没有人会[公开]您的<日记>", who: "", deny: true, data: []string{"日记"}, actions: []string{"公开"}},
	{text: "<笔记>不会被教练[保留]", who: "教练", deny: true, data: []string{"笔记"}, actions: []string{"保留"}},
	{text: "公安机关可能[调取]您的<日志>", who: "公安机关", data: []string{"日志"}, actions: []string{"调取"}},
}

// pair puts two clauses side by side, each about its own.
func (z *chineseParts) pair(r *rand.Rand) composed {
	joins := []string{"，", "；", "，但", "，同时", "，而", "。", "，并且", "，因此", "，此外", "，随后"}
	front, first, second, join := pick(r, z.fronts), pick(r, chineseFirst), pick(r, chineseSecond), joins[r.Intn(len(joins))]
	c := composed{part: first, also: append([]string(nil), chineseAsides...)}
	if r.Intn(2) == 0 {
		c.part = second
		c.allow(front)
	} else {
		c.add(front)
	}
	c.text = front.text + first.text + join + second.text + "。"
	return c
}

var chineseParties = []part{
	{text: "(银行)", to: []string{"银行"}},
	{text: "(银行)和(保险公司)", to: []string{"银行", "保险公司"}},
	{text: "(银行)、(保险公司)及(律师)", to: []string{"银行", "保险公司", "律师"}},
	{text: "合作伙伴", to: []string{"合作伙伴"}},
	{text: "银行和保险公司", to: []string{"银行", "保险公司"}},
	{text: "(供应商)（如(顺丰)）", to: []string{"供应商", "顺丰"}},
	{text: "(关联公司)、(代理商)或(其他公司)", to: []string{"关联公司", "代理商", "其他公司"}},
	{text: "公安机关", to: []string{"公安机关"}},
	{text: "您的学校或(监护人)", to: []string{"您的学校", "监护人"}},
	{text: "第三方(服务商)等", to: []string{"服务商"}},
	{text: "任何第三方", to: []string{"第三方"}},
}

var chineseGiving = []part{
	{text: "向%P[提供]%D", actions: []string{"提供"}},
	{text: "与%P[共享]%D", actions: []string{"共享"}},
	{text: "将%D[提供]给%P", actions: []string{"提供"}},
	{text: "把%D[转交]给%P", actions: []string{"转交"}},
	{text: "向%P[披露]或[转让]%D", actions: []string{"披露", "转让"}},
	{text: "[发送]%D给%P", actions: []string{"发送"}},
	{text: "将%D[披露]给%P", actions: []string{"披露"}},
}

// parties says to whom data goes: 商家会向(银行)、(保险公司)及(律师)[提供]您的<姓名>。
func (z *chineseParts) parties(r *rand.Rand) composed {
	front, tail, to, giving := pick(r, z.fronts), pick(r, z.tails), pick(r, chineseParties), pick(r, chineseGiving)
	subject := pick(r, []part{{text: "(我们)", who: "我们"}, {text: "我们", who: "我们"}, {text: "平台", who: "平台"}, {text: "(酒店)", who: "酒店"}, {text: "商家", who: "商家"}})
	modal := pick(r, []part{{text: "会"}, {text: "可能会"}, {text: "不会", deny: true}, {text: "不得", deny: true}, {text: "可以"}, {text: "从不", deny: true}, {text: "绝不", deny: true}})
	object := pick(r, []part{{text: "您的<姓名>", data: []string{"姓名"}}, {text: "<订单>和<付款记录>", data: []string{"订单", "付款记录"}}, {text: "您上传的<文件>", data: []string{"文件"}}})
	c := composed{part: part{text: front.text + subject.text + modal.text + strings.NewReplacer("%D", object.text, "%P", to.text).Replace(giving.text) + tail.text + "。",
		who: subject.who, deny: modal.deny, data: object.data, to: to.to, actions: giving.actions}, also: chineseAsides}
	c.add(front, tail)
	return c
}
