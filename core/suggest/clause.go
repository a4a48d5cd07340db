package suggest

import (
	"slices"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// clause is a run of words between commas, and what it says before its verbs.
type clause struct {
	first, last int // words [first, last)
	// aside is a condition or a purpose, whose verbs say nothing of data.
	aside bool
}

// clauses divides the words of a sentence.
func clauses(words []word) []clause {
	var list []clause
	first, depth := 0, 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) {
			switch words[i].punct {
			case '（', '(':
				depth++
			case '）', ')':
				depth = max(0, depth-1)
			}
			if depth > 0 || !strings.ContainsRune("，,；;：:—", words[i].punct) || words[i].punct == 0 {
				continue
			}
		}
		c := clause{first: first, last: i}
		c.aside = isAside(words[first:i])
		list = append(list, c)
		first = i + 1
	}
	return list
}

// isAside reports whether a clause says when or why.
func isAside(words []word) bool {
	for len(words) > 0 && (words[0].punct != 0 && words[0].punct != object || words[0].is(lexicon.Break) && !words[0].is(lexicon.ConditionLead|lexicon.PurposeLead)) {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	lead := &words[0]
	if lead.is(lexicon.User|lexicon.First) && len(words) > 1 && words[1].is(lexicon.ConditionLead) && !words[1].is(lexicon.Modal|lexicon.Verb) {
		lead = &words[1] // 您在注册时
	}
	last := &words[len(words)-1]
	if !lead.is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail) || lead.is(lexicon.Modal|lexicon.Negation|lexicon.Adverb) && !lead.is(lexicon.PurposeTrail) {
		return last.is(lexicon.ConditionTail) && !last.is(lexicon.Neutral) && !last.is(lexicon.DataNoun)
	}
	if lead.is(lexicon.Verb) && !lead.is(lexicon.Consent) {
		return false // 获得您的信息
	}
	// 为了X我们会…, 根据X我们会…: behind the party the main clause begins.
	for i := range words {
		if i > 0 && words[i].is(lexicon.First) && i+1 < len(words) && words[i+1].is(lexicon.Modal|lexicon.Ask) && !strong(lead) {
			return false
		}
	}
	return true
}

// questions are words of clauses that announce what the text says elsewhere, or speak of
// rights and of safety.
var questions = [...]string{"如何", "是否", "何种", "哪些", "什么", "的权利", "权益", "防护措施", "安全措施", "安全保障", "安全技术", "How ", "how ", "whether", "What ", "what "}

func asks(text string) bool {
	for _, q := range questions {
		if strings.Contains(text, q) {
			return true
		}
	}
	return false
}

func strong(w *word) bool {
	switch w.entry.Word {
	case "如果", "若", "当", "如", "一旦", "除非", "if", "when", "unless", "while", "once":
		return true
	}
	return false
}

// heard is what a clause says before its verbs: that it names who acts, that this is the
// person, and that there is a modal verb.
type heard struct{ subject, user, modal bool }

// hear notes what word i of a clause says.
func (h *heard) hear(words []word, i int, english bool) {
	w := &words[i]
	switch {
	case w.punct == object:
		h.subject = true
	case w.is(lexicon.Passive) && english:
		h.modal = true
	case w.is(lexicon.Modal):
		h.modal = !(h.user && w.entry.Modality == lexicon.Can)
		if strings.HasPrefix(w.entry.Word, "有权") && h.user {
			h.subject = false
		}
	case w.is(lexicon.First|lexicon.Third) && !governed(words, i) && !ofNext(words, i):
		h.subject, h.user = true, false
	case w.is(lexicon.User) && !governed(words, i) && !ofNext(words, i) && takesOver(words, i, h.subject):
		h.subject, h.user = true, true
	}
}

// beginsPurpose reports whether what follows word i of a clause says why; verbs is how
// many actions stand before it there.
func beginsPurpose(words []word, c clause, i, verbs int, english bool) bool {
	w := &words[i]
	if !w.is(lexicon.PurposeTrail) || w.is(lexicon.List|lexicon.Adverb) {
		return false
	}
	return verbs > 0 || i > c.first && w.Len() > len("以") && w.entry.Word != "进行" && !english
}

// actions appends the verbs that may say what is done with data.
func actions(plain string, words []word, english bool, seeds []seed) []seed {
	var before heard // in the last main clause
	carried := false // a clause before names who acts and has no verb of its own
	for _, c := range clauses(words) {
		if c.aside || c.first < c.last && asks(plain[words[c.first].Start:words[c.last-1].End]) {
			continue
		}
		now := heard{subject: carried}
		if c.first < c.last && words[c.first].punct == 0 && goesOn[words[c.first].entry.Word] {
			now = before
		}
		verbs, last := 0, -1
		for i := c.first; i < c.last; i++ {
			now.hear(words, i, english)
			if beginsPurpose(words, c, i, verbs, english) {
				break
			}
			if !isAction(plain, words, i, english) {
				continue
			}
			if s, ok := judge(plain, words, c, i, now); ok {
				seeds = append(seeds, s)
				verbs++
				last = i
			}
		}
		carried = verbs == 0 && now.subject && !now.user
		before = now
		if last >= 0 {
			seeds = appendBeside(seeds, plain, words, c, last, english)
		}
	}
	return seeds
}

// appendBeside adds what the reading of practices finds only when it is marked: the
// company as recipient before the verb last of a clause, and an English purpose
// behind it.
func appendBeside(seeds []seed, plain string, words []word, c clause, last int, english bool) []seed {
	for i := c.first; i < last; i++ {
		if words[i].is(lexicon.First) && governed(words, i) && words[i-1].is(lexicon.To) && words[last].is(lexicon.Gives) && !ofNext(words, i) {
			seeds = append(seeds, seed{Span: words[i].Span, kind: syntax.Actor, score: 75, rule: "recipient-unmarked", cue: words[i-1].entry.Word})
		}
	}
	for i := last + 1; english && i+1 < c.last; i++ {
		if words[i].punct == 0 && words[i].entry.Word == "to" && words[i+1].Start == words[i].End+1 && words[i+1].is(lexicon.Benefit) {
			end := words[c.last-1].End
			if c.last < len(words) {
				end = words[c.last].Start
			} else if words[c.last-1].punct != 0 {
				end = words[c.last-1].Start
			}
			if end > words[i+1].End {
				s := source.Span{Start: words[i+1].Start, End: end}
				seeds = append(seeds, seed{Span: s, kind: syntax.Purpose, score: 65, rule: "purpose-trailing", cue: "to"})
			}
			break
		}
	}
	return seeds
}

// judge says whether the verb i is an action, and how sure that is.
func judge(plain string, words []word, c clause, i int, now heard) (seed, bool) {
	w := &words[i]
	if helpsOther(plain, words, c, i) {
		return seed{}, false
	}
	cat := w.entry.Category
	if now.user && cat != lexicon.UserProvide && cat != lexicon.Grant && cat != lexicon.Share {
		return seed{}, false
	}
	direct := i+1 < c.last && words[i+1].Start == w.End && words[i+1].is(lexicon.Possessive|lexicon.SameData|lexicon.User)
	fronted := slices.ContainsFunc(words[c.first:i], isFront)
	if !now.subject && !now.modal && !direct && !fronted {
		return seed{}, false
	}
	joined := i > c.first && words[i-1].End == w.Start && words[i-1].is(lexicon.List|lexicon.Verb)
	isAnalysis := analyses[w.entry.Lemma]
	if isAnalysis && !direct && !fronted && !joined && !(now.user && now.modal && cat == lexicon.UserProvide) {
		return seed{}, false
	}
	score := 80
	if now.user && !now.modal {
		score -= 25
	}
	if !now.subject {
		score -= 15
	}
	if isAnalysis {
		score -= 20
	}
	return seed{Span: w.Span, kind: syntax.Action, score: score, rule: ruleVerb, cue: cat.String()}, true
}

// isFront reports whether a word brings the object before its verb: 将, 把.
func isFront(w word) bool { return w.is(lexicon.Front) && !w.is(lexicon.To) }

// helpsOther reports whether the verb i of a clause belongs to what stands beside it: 取得
// before 您的单独同意, 处理 behind 匿名化.
func helpsOther(plain string, words []word, c clause, i int) bool {
	w := &words[i]
	if consents[w.entry.Lemma] && asksConsent(plain[w.End:]) {
		return true
	}
	return i > c.first && words[i-1].End == w.Start && words[i-1].is(lexicon.Verb) && w.entry.Word == "处理"
}

// goesOn are words behind which a clause has the subject of the one before.
var goesOn = list(`并 并且 且 并会 并将 同时 以及 而且`)

var consents = list(`取得 获得 获取 征集 obtain get receive request ask`)

// asksConsent reports whether what stands behind a verb is consent.
func asksConsent(s string) bool {
	if i := strings.IndexAny(s, "，。；,;、\n"); i >= 0 {
		s = s[:i]
	}
	return len(s) < 60 && (strings.Contains(s, "同意") || strings.Contains(s, "许可") || strings.HasSuffix(s, "授权") || strings.Contains(s, " consent"))
}

// takesOver reports whether the person at word i acts: right at the start, or asked
// to, or with a verb of their own; in 征得您同意 the one before still does.
func takesOver(words []word, i int, subject bool) bool {
	if !subject {
		return true
	}
	return words[i-1].is(lexicon.Ask|lexicon.Allow|lexicon.Agree) || i+1 < len(words) && words[i+1].is(lexicon.Modal|lexicon.Ask)
}

// analyses are verbs that say more often why data is handled than what is done
// with it.
var analyses = list(`识别 分析 统计 判断 画像 验证 核验 匹配 绑定 关联 结合 整合 评估 改进 编辑 编译 校验 比对 推断 推测 推算 追踪 跟踪 匿名化 去标识化 脱敏 加密 处理 整理
	推送 展示 发送 交易 创建 设置 选择 浏览 了解 监测 监控 扫描 删除 注销 发布 公告 告知 反馈 交付 接收 收到 修改 更改 更正 完善 添加 开启 打开 开通 启用 开放 查看 访问 取得 获得 录入 登记 检索
	verify analyze analyse match compare review set place combine measure monitor view show display communicate send make create register complete add enable encrypt hash track delete remove erase`)

// governed reports whether a preposition stands before word i: 向您, 为您.
func governed(words []word, i int) bool {
	return i > 0 && words[i-1].End == words[i].Start && words[i-1].is(lexicon.To|lexicon.With|lexicon.From|lexicon.PurposeLead) && !words[i-1].is(lexicon.ConditionLead)
}

// ofNext reports whether 的 follows word i.
func ofNext(words []word, i int) bool {
	return i+1 < len(words) && words[i+1].Start == words[i].End && words[i+1].is(lexicon.Of)
}

// object is the character that stands for a mark in the words of a sentence.
const object = '\uFFFC'
