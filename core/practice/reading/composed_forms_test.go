package reading

import (
	"math/rand"
	"strings"
)

// More forms of composed sentences: the words that lead purposes and conditions, items below a line
// that leads them in, and the ways to deny.

var englishCues = []part{
	{text: "if {you agree}", when: []string{"you agree"}},
	{text: "when {you sign in}", when: []string{"you sign in"}},
	{text: "whenever {the alarm rings}", when: []string{"the alarm rings"}},
	{text: "unless {you object}", when: []string{"you object"}},
	{text: "once {the order ships}", when: []string{"the order ships"}},
	{text: "in the event that {we merge}", when: []string{"we merge"}},
	{text: "provided that {you are an adult}", when: []string{"you are an adult"}},
	{text: "after {you close your account}", when: []string{"you close your account"}},
	{text: "before {you pay}", when: []string{"you pay"}},
	{text: "as long as {the law allows it}", when: []string{"the law allows it"}},
	{text: "where {the law requires it}", when: []string{"the law requires it"}},
	{text: "in accordance with {the law}", when: []string{"the law"}},
	{text: "at {your request}", when: []string{"your request"}},
	{text: "with {your consent}", when: []string{"your consent"}},
	{text: "subject to {your settings}", when: []string{"your settings"}},
	{text: "in case {you fall ill}", when: []string{"you fall ill"}},
	{text: "to {fix faults}", why: []string{"fix faults"}},
	{text: "in order to {prevent fraud}", why: []string{"prevent fraud"}},
	{text: "so that {parcels arrive}", why: []string{"parcels arrive"}},
	{text: "for {billing}", why: []string{"billing"}},
	{text: "for the purpose of {research}", why: []string{"research"}},
	{text: "so as to {save paper}", why: []string{"save paper"}},
	{text: "with a view to {improving meals}", why: []string{"improving meals"}},
	{text: "for {marketing purposes}", why: []string{"marketing purposes"}},
	{text: "with the aim of {finding spares}", why: []string{"finding spares"}},
	{text: "for the sake of {safety}", why: []string{"safety"}},
	{text: "to help us {plan routes}", why: []string{"plan routes"}},
}

var chineseCues = []part{
	{text: "如果{您同意}，", when: []string{"您同意"}},
	{text: "当{您登录}时，", when: []string{"您登录"}},
	{text: "除非{您反对}，", when: []string{"您反对"}},
	{text: "一旦{订单发货}，", when: []string{"订单发货"}},
	{text: "若{我们合并}，", when: []string{"我们合并"}},
	{text: "在{您注销}后，", when: []string{"您注销"}},
	{text: "在{您付款}前，", when: []string{"您付款"}},
	{text: "只有在{法律允许}的情况下，", when: []string{"法律允许"}},
	{text: "根据{法律规定}，", when: []string{"法律规定"}},
	{text: "应{您的要求}，", when: []string{"您的要求"}},
	{text: "经{您的同意}，", when: []string{"您的同意"}},
	{text: "未经{您的许可}，", when: []string{"您的许可"}},
	{text: "假如{您生病}，", when: []string{"您生病"}},
	{text: "只要{您未关闭权限}，", when: []string{"您未关闭权限"}},
	{text: "凡{超过保存期的}，", when: []string{"超过保存期的"}},
	{text: "为{排查故障}，", why: []string{"排查故障"}},
	{text: "为了{防范欺诈}，", why: []string{"防范欺诈"}},
	{text: "出于{科研}目的，", why: []string{"科研"}},
	{text: "为{开具发票}之目的，", why: []string{"开具发票"}},
	{text: "为便于{安排送餐}，", why: []string{"安排送餐"}},
	{text: "基于{营销}的目的，", why: []string{"营销"}},
	{text: "为实现{就近派单}，", why: []string{"就近派单"}},
}

// composeEnglishCue has a marked purpose or condition behind its cue, ahead of the clause or behind it.
func composeEnglishCue(r *rand.Rand) composed {
	w := pick(r, englishCues)
	s := pick(r, []part{{text: "(we)", who: "we"},
		{text: "our partners", who: "our partners"},
		{text: "the clinic", who: "the clinic"},
		{text: "you", who: "you"}})
	m := pick(r, []part{{text: " may "},
		{text: " will not ", deny: true},
		{text: " can "},
		{text: " must "},
		{text: " will only "}})
	v := pick(r, english1.verbs)
	o := pick(r, english1.objects)
	c := composed{part: part{who: s.who, deny: m.deny, data: o.data, actions: v.actions}}
	clause := s.text + m.text + v.text + o.text
	switch r.Intn(4) {
	case 0:
		c.text = strings.ToUpper(w.text[:1]) + w.text[1:] + ", " + clause + "."
		c.add(w)
	case 1:
		c.text = strings.ToUpper(clause[:1]) + clause[1:] + " " + w.text + "."
		c.add(w)
	case 2:
		c.text = strings.ToUpper(clause[:1]) + clause[1:] + ", " + w.text + "."
		c.add(w)
	case 3:
		x := pick(r, englishCues)
		c.text = strings.ToUpper(w.text[:1]) + w.text[1:] + ", " + clause + " " + x.text + "."
		c.add(w, x)
	}
	c.also = c.why
	return c
}

// composeChineseCue has a marked purpose or condition behind its cue, ahead of the subject or behind it.
func composeChineseCue(r *rand.Rand) composed {
	w := pick(r, chineseCues)
	s := pick(r, []part{{text: "(我们)", who: "我们"},
		{text: "合作伙伴", who: "合作伙伴"},
		{text: "医院", who: "医院"},
		{text: "您", who: "您"},
		{text: "商家", who: "商家"}})
	m := pick(r, []part{{text: "可能会"},
		{text: "不会", deny: true},
		{text: "可以"},
		{text: "必须"},
		{text: "仅会"}})
	v := pick(r, chinese1.verbs)
	o := pick(r, chinese1.objects)
	c := composed{part: part{who: s.who, deny: m.deny, data: o.data, actions: v.actions}}
	lead := strings.TrimSuffix(w.text, "，")
	switch r.Intn(3) {
	case 0:
		c.text = w.text + s.text + m.text + v.text + o.text + "。"
	case 1:
		c.text = s.text + m.text + lead + v.text + o.text + "。"
	case 2:
		c.text = s.text + "，" + w.text + m.text + v.text + o.text + "。"
	}
	c.add(w)
	c.also = c.why
	return c
}

var englishLeads = []part{{text: "We may:", who: "We"},
	{text: "(Our partners) will not:", who: "Our partners", deny: true},
	{text: "Couriers must never:", who: "Couriers", deny: true},
	{text: "You can:", who: "You"},
	{text: "Under no circumstances may third parties:", who: "third parties", deny: true},
	{text: "The clinic is allowed to:", who: "The clinic"}}

// composeEnglishItem has its action in an item of a list, below the line that says who acts.
func composeEnglishItem(r *rand.Rand) composed {
	l, v, o := pick(r, englishLeads), pick(r, english1.verbs), pick(r, english1.objects)
	t := pick(r, english1.tails)
	marker := pick(r, []part{{text: "- "},
		{text: "* "},
		{text: "1. "},
		{text: "(a) "},
		{text: "• "}}).text
	c := composed{part: part{who: l.who, deny: l.deny, data: o.data, actions: v.actions, text: l.text + "\n\n" + marker + v.text + o.text + t.text + ";\n" + strings.ReplaceAll(strings.ReplaceAll(marker, "1", "2"), "(a)", "(b)") + "[draw] your <plans>."}, also: englishAsides}
	c.text = strings.ReplaceAll(strings.ReplaceAll(c.text, "(a)", "\\(a\\)"), "(b)", "\\(b\\)")
	c.add(t)
	if r.Intn(3) == 0 {
		c.data, c.actions, c.why, c.when = []string{"plans"}, []string{"draw"}, nil, nil
	}
	return c
}

var chineseLeads = []part{{text: "我们可能会：", who: "我们"},
	{text: "(合作伙伴)不得：", who: "合作伙伴", deny: true},
	{text: "骑手绝不会：", who: "骑手", deny: true},
	{text: "您可以：", who: "您"},
	{text: "任何第三方不得从事下列行为：", who: "任何第三方", deny: true},
	{text: "医院有权：", who: "医院"}}

// composeChineseItem has its action in an item of a list, below the line that says who acts.
func composeChineseItem(r *rand.Rand) composed {
	l, v, o := pick(r, chineseLeads), pick(r, chinese1.verbs), pick(r, chinese1.objects)
	t := pick(r, chinese1.tails)
	k := r.Intn(4)
	a, b := []string{"- ", "1. ", "（一）", "①"}[k], []string{"- ", "2. ", "（二）", "②"}[k]
	c := composed{part: part{who: l.who, deny: l.deny, data: o.data, actions: v.actions, text: l.text + "\n\n" + a + v.text + o.text + t.text + "；\n" + b + "[绘制]您的<图纸>。"}, also: chineseAsides}
	c.add(t)
	if r.Intn(3) == 0 {
		c.data, c.actions, c.why, c.when = []string{"图纸"}, []string{"绘制"}, nil, nil
	}
	return c
}

var englishDenials = []part{{text: "refuse to", deny: true},
	{text: "decline to", deny: true},
	{text: "are unable to", deny: true},
	{text: "are prohibited from", deny: true},
	{text: "are forbidden to", deny: true},
	{text: "have stopped", deny: true},
	{text: "have no right to", deny: true},
	{text: "promise not to", deny: true},
	{text: "undertake never to", deny: true},
	{text: "are not entitled to", deny: true},
	{text: "are barred from", deny: true},
	{text: "make sure not to", deny: true},
	{text: "are free to"},
	{text: "are entitled to"},
	{text: "agree to"},
	{text: "reserve the right to"},
	{text: "not only"},
	{text: "cannot help but"},
	{text: "never fail to"},
	{text: "do not hesitate to"},
	{text: "need not", deny: true},
	{text: "avoid", deny: true},
	{text: "refrain from", deny: true},
	{text: "cease to", deny: true}}

// composeEnglishDenial denies by a verb, or seems to.
func composeEnglishDenial(r *rand.Rand) composed {
	s := pick(r, []part{{text: "We", who: "We"},
		{text: "(We)", who: "We"},
		{text: "Our partners", who: "Our partners"},
		{text: "(Couriers)", who: "Couriers"},
		{text: "Shops", who: "Shops"}})
	d := pick(r, englishDenials)
	v := pick(r, []part{{text: "[collect]", actions: []string{"collect"}},
		{text: "[copy] or [share]", actions: []string{"copy", "share"}},
		{text: "[weigh]", actions: []string{"weigh"}}})
	if strings.HasSuffix(d.text, "from") || d.text == "have stopped" || d.text == "avoid" {
		v = pick(r, []part{{text: "[collecting]", actions: []string{"collecting"}},
			{text: "[copying] or [sharing]", actions: []string{"copying", "sharing"}},
			{text: "[weighing]", actions: []string{"weighing"}}})
	}
	o, t := pick(r, english1.objects), pick(r, english1.tails)
	c := composed{part: part{who: s.who, deny: d.deny, data: o.data, actions: v.actions, text: s.text + " " + d.text + " " + v.text + o.text + t.text + "."}, also: englishAsides}
	c.add(t)
	return c
}

var chineseDenials = []part{{text: "拒绝", deny: true},
	{text: "无权", deny: true},
	{text: "被禁止", deny: true},
	{text: "停止", deny: true},
	{text: "承诺不", deny: true},
	{text: "保证不会", deny: true},
	{text: "未曾", deny: true},
	{text: "没有", deny: true},
	{text: "无意", deny: true},
	{text: "不予", deny: true},
	{text: "不应", deny: true},
	{text: "并不", deny: true},
	{text: "从未", deny: true},
	{text: "决不", deny: true},
	{text: "严禁", deny: true},
	{text: "不仅会"},
	{text: "不得不"},
	{text: "不间断地"},
	{text: "不定期"},
	{text: "无条件地"},
	{text: "可以不经通知"},
	{text: "有权"},
	{text: "同意"},
	{text: "避免", deny: true},
	{text: "不必", deny: true},
	{text: "不再", deny: true}}

// composeChineseDenial denies by a verb, or seems to.
func composeChineseDenial(r *rand.Rand) composed {
	s := pick(r, []part{{text: "我们", who: "我们"},
		{text: "(我们)", who: "我们"},
		{text: "合作伙伴", who: "合作伙伴"},
		{text: "(骑手)", who: "骑手"},
		{text: "店员", who: "店员"}})
	d := pick(r, chineseDenials)
	v, o, t := pick(r, chinese1.verbs), pick(r, chinese1.objects), pick(r, chinese1.tails)
	c := composed{part: part{who: s.who, deny: d.deny, data: o.data, actions: v.actions, text: s.text + d.text + v.text + o.text + t.text + "。"}, also: []string{"不经通知", "无条件"}}
	c.add(t)
	if d.text == "严禁" || d.text == "被禁止" {
		c.who = anyWho
	}
	return c
}
