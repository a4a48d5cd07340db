package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// maxChinesePhrase is how long a subject can be, in bytes: names of forty characters are
// clauses that were not understood.
const maxChinesePhrase = 40 * hanSize

// subjectPhrase finds the words behind 被 or 由, or those between the start of the clause,
// or the end of a condition, and the first word of the predicate: 如您开通会员，(青禾读书)
// 可能[推送].
func (chinese) subjectPhrase(s *scope, f, v int) (phrase, bool) {
	fr := &s.frames[f]
	if fr.unmarked {
		return s.unmarkedSubject(fr)
	}
	if v == fr.item {
		v = s.beforeObject(fr)
	}
	p := s.clauseBefore(v)
	if agent, ok := s.chineseAgent(p, fr.verb.category); ok {
		return agent, true
	}
	if fr.relative {
		return s.relativeSubject(fr, p)
	}
	end := p.to
	edge := s.predicateEdge(&p)
	if p.from > 0 && p.Start == s.items[p.from-1].End && s.isMark(p.from-1, syntax.Actor) {
		return p, false // (我们)及其他公司会
	}
	starts := s.startsMain(p.from)
	if own, ok := s.ownTopic(fr); ok && (!starts || p.Len() == 0) {
		return own, true
	}
	if edge == end && !starts {
		return p, false
	}
	s.endAt(&p, edge)
	s.dropJoinedVerbs(&p)
	s.stripName(&p)
	if edge == end && s.givesWith(fr, p) {
		return p, false
	}
	if s.chineseName(p) && !s.asksBetween(edge, fr.item) && s.fitsPredicate(p, edge) {
		return p, true
	}
	fr.unread = starts && (s.isUnread(p) || s.isDeed(p, edge)) && !s.doerInClause(p.from)
	if p.Len() > 0 || !starts || s.doerInClause(fr.item) {
		return p, false
	}
	return s.subjectAheadOf(fr, p, edge)
}

// subjectAheadOf finds the subject of a predicate, which starts at item edge, ahead of the
// condition with which the words p before it end, or in a clause before.
func (s *scope) subjectAheadOf(fr *frame, p phrase, edge int) (phrase, bool) {
	if whole := s.clauseBefore(edge); s.is(p.from-1, lexicon.ConditionTail) && p.from > whole.from && s.startsWithOther(whole.Span) {
		fr.unread = true // 客服收到投诉后会
		return p, false
	}
	return s.earlierSubject(fr, edge)
}

// unmarkedSubject finds who does what a verb says that nobody marked: the agent, or the name that its
// clause starts with.
func (s *scope) unmarkedSubject(fr *frame) (phrase, bool) {
	p := s.clauseBefore(fr.item)
	if agent, ok := s.chineseAgent(p, fr.verb.category); ok {
		return agent, true
	}
	if !s.startsMain(p.from) {
		return p, false
	}
	end := p.to
	edge := s.predicateEdge(&p)
	if edge < end {
		s.endAt(&p, edge)
	}
	s.stripName(&p)
	return p, p.Len() > 0 && !s.isPerson(p) && s.chineseName(p) && s.namesSomebody(p) && s.fitsPredicate(p, edge)
}

// givesWith reports whether a phrase, right before a bare action, is the company or the person
// and those with whom data is shared, rather than several who act: 我们与银行[共享].
func (s *scope) givesWith(fr *frame, p phrase) bool {
	return fr.verb.category.Gives() && p.to > p.from+1 && s.startsWith(p, lexicon.First|lexicon.User) && s.is(p.from+1, lexicon.With) && s.adjoins(p.from+1)
}

// startsMain reports whether the words from item k on start a clause, or what follows a
// condition or a purpose in it.
func (s *scope) startsMain(k int) bool {
	return k == 0 || !s.isPunct(k-1, noPunct) || s.isMark(k-1, syntax.Purpose) ||
		s.is(k-1, lexicon.ConditionTail|lexicon.PurposeTail|lexicon.SameCondition|lexicon.SamePurpose)
}

// stripName takes off a phrase what stands around a name and is no part of it.
func (s *scope) stripName(p *phrase) {
	s.dropLead(p, lexicon.Break|lexicon.Adverb)
	for s.startsConcession(*p) {
		s.startBehind(p, p.from)
	}
	for s.endsWith(*p, lexicon.Adverb) || s.endsWith(*p, lexicon.Neutral) && s.has(p.to-1, lexicon.Undertakes) {
		s.endAt(p, p.to-1)
	}
	s.dropParenthesis(p)
	s.trimPhrase(p)
}

// startsConcession reports whether a phrase starts with 无论, which is no part of a name.
func (s *scope) startsConcession(p phrase) bool {
	return s.startsWith(p, lexicon.Neutral|lexicon.ConditionLead) && s.has(p.from, lexicon.Concessive)
}

// beforeObject returns the item that the words for who acts stand before: the one that puts
// data before the action, 将 of 须将<姓名>[提供], else the action.
func (s *scope) beforeObject(fr *frame) int {
	data := false
	for k := range s.beforeInClause(fr.item) {
		it := &s.items[k]
		switch {
		case it.depth > s.items[fr.item].depth:
		case it.isMark(syntax.Data):
			data = true
		case it.mark >= 0, it.frame >= 0:
			return fr.item
		case data && (it.has(lexicon.PlainDisposal) || it.has(lexicon.FormalDisposal)):
			return k
		}
	}
	return fr.item
}

// doerInClause reports whether a marked party acts in the clause before item k.
func (s *scope) doerInClause(k int) bool {
	for j := range s.beforeInClause(k) {
		if s.isDoer(j) {
			return true
		}
	}
	return false
}

// namesSomebody reports whether the last word of a phrase is one for somebody, or ends as
// such words do.
func (s *scope) namesSomebody(p phrase) bool {
	if s.endsWith(p, someone) || s.grammar.namesOwner(s.text(p.Span)) {
		return true
	}
	if s.endsWith(p, lexicon.Neutral) && !s.has(p.to-1, lexicon.NamesDoer) {
		return false // 入馆须
	}
	return p.Len() > hanSize && !s.endsWith(p, notHead) && lexicon.Default().EndOf(s.text(p.Span), lexicon.NamesDoer) != nil
}

// startsClauseWith reports whether nothing stands before a phrase in its clause that could
// govern it, and nothing in it is the company or the person.
func (s *scope) startsClauseWith(p phrase) bool {
	return !s.startsWith(p, notInPhrase) && !s.holds(p, lexicon.First|lexicon.User|lexicon.SameParty|lexicon.Via|lexicon.By|lexicon.To|lexicon.From)
}

// isUnread reports whether a phrase, which was found to be no subject, may be one all the
// same: a name of which the lexicon knows nothing, 手环 of 手环[同步]<心率>, rather than a
// time, a place or what is handled.
func (s *scope) isUnread(p phrase) bool {
	switch {
	case p.to == p.from+1 && s.is(p.from, lexicon.Verb) && (s.items[p.from].Span == p.Span || s.items[p.from].Start == p.Start && p.End-s.items[p.from].End <= hanSize):
		return true // 编辑会[删除], 打印机[缓存]
	case s.holds(p, lexicon.Of) && !s.endsWith(p, notHead) && s.startsClauseWith(p) && lexicon.Default().EndOf(s.text(p.Span), lexicon.EndsTime) == nil:
		return true // 超市的收银机[扫描]
	case utf8.RuneCountInString(s.text(p.Span)) < 2, !s.wellFormed(p), s.startsWith(p, notInPhrase|lexicon.Verb|lexicon.Benefit), s.endsWith(p, notHead|lexicon.Benefit|lexicon.Verb|lexicon.Neutral|lexicon.Break):
		return p.Len() > 0 && s.wellFormed(p) && (s.holds(p, lexicon.Of) && s.namesSomebody(p) || s.qualifiesUnknown(p))
	case s.holds(p, lexicon.First|lexicon.User|lexicon.SameParty|lexicon.Via|lexicon.By):
		return false
	}
	return lexicon.Default().EndOf(s.text(p.Span), lexicon.EndsTime) == nil || s.namesSomebody(p)
}

// predicateEdge returns the index of the word that the predicate starts with, a modal or
// the like, and lets the words p before an action start behind the condition or purpose
// that stands ahead of it.
func (s *scope) predicateEdge(p *phrase) int {
	last := p.to
	for k := p.from; k < last; k++ {
		switch {
		case s.items[k].depth > s.items[last].depth:
		case s.is(k, lexicon.Modal|lexicon.Negation), s.has(k, lexicon.PlainDisposal), s.has(k, lexicon.FormalDisposal):
			if s.is(k, lexicon.Negation) && blank(s.plain[p.Start:s.items[k].Start]) && (s.is(k, lexicon.ConditionLead) || s.has(k, lexicon.NoParty) && last > k || s.startsName(k, last)) {
				continue // 没有一家公司能够, 拒绝签署协议的商家不得
			}
			return k
		case s.is(k, lexicon.Agree) && k+1 == last && s.adjoins(last) && k > p.from-1 && !blank(s.plain[p.Start:s.items[k].Start]):
			return k // 店员同意[查看]
		case s.has(k, lexicon.Locative) && !blank(s.plain[p.Start:s.items[k].Start]):
			return k // 未成年人在监护人陪同下
		case s.is(k, lexicon.ConditionLead|lexicon.Via|lexicon.To|lexicon.From) && (!s.is(k, lexicon.Adverb|lexicon.Neutral) || s.is(k, lexicon.Exception)) && s.namesSomebody(s.upTo(*p, k)):
			return k // 工程师只在排查故障时
		case s.is(k, lexicon.ConditionTail|lexicon.PurposeTail|lexicon.SameCondition|lexicon.SamePurpose):
			s.startBehind(p, k)
		}
	}
	return last
}

// goesOnAsName reports whether a phrase that starts with 我们 or 您 names somebody else: 您授权的
// 理财顾问, 我们和快递公司. party says that its last word is one for somebody.
func (s *scope) goesOnAsName(p phrase, party bool) bool {
	next := p.from + 1
	if party && next == p.to && p.End-s.items[p.from].End >= 2*hanSize {
		return true // 我司员工
	}
	qualified := s.holds(p, lexicon.Of)
	if qualified && party && s.is(next, lexicon.Allow|lexicon.Ask) && s.adjoins(next) {
		return true
	}
	return (qualified || s.is(next, lexicon.List) && s.adjoins(next)) && !s.is(next, notInPhrase&^(lexicon.List|lexicon.With|lexicon.Of)|lexicon.Adverb)
}

// isDeed reports whether what a predicate at item edge is said of is what somebody does, or
// is named so: 第三方登录会, 微信支付可能.
func (s *scope) isDeed(p phrase, edge int) bool {
	if !s.endsWith(p, lexicon.Benefit) && !s.startsWith(p, lexicon.Benefit) || s.startsWith(p, notInPhrase|lexicon.Verb) || s.holds(p, lexicon.First|lexicon.User) || p.from+1 == p.to && s.items[p.from].Len() == p.Len() {
		return false
	}
	return s.holds(p, lexicon.Third) || s.is(edge, lexicon.Modal|lexicon.Negation) && s.items[edge].entry.Modality != lexicon.Need
}

// qualifiesUnknown reports whether a phrase is a clause about something of whose name the
// lexicon knows nothing: 向我们投放广告的牌子.
func (s *scope) qualifiesUnknown(p phrase) bool {
	last := p.to - 1
	if !s.startsWith(p, lexicon.To|lexicon.With|lexicon.PurposeLead) || !s.has(last, lexicon.Attributive) {
		return false
	}
	name := s.plain[s.items[last].End:p.End]
	return len(name) > hanSize && lexicon.Default().EndOf(name, lexicon.EndsTime) == nil
}

// upTo returns the part of a phrase before item k.
func (s *scope) upTo(p phrase, k int) phrase {
	if k < p.to {
		s.endAt(&p, k)
	}
	for s.endsWith(p, lexicon.Adverb) {
		s.endAt(&p, p.to-1)
	}
	s.trimPhrase(&p)
	return p
}

// startsName reports whether the negation at item k belongs to a clause about somebody who
// is named before a modal: 拒绝签署协议的商家不得.
func (s *scope) startsName(k, last int) bool {
	of := -1
	for j := k + 1; j < last; j++ {
		switch {
		case s.is(j, lexicon.To|lexicon.From|lexicon.Front|lexicon.Possessive):
			return false
		case s.has(j, lexicon.Attributive):
			of = j
		case of >= 0 && s.is(j, lexicon.Modal|lexicon.Negation):
			return s.namesSomebody(phrase{source.Span{Start: s.items[of].End, End: s.items[j].Start}, of + 1, j})
		}
	}
	return false
}

// chineseName reports whether a phrase can name somebody.
func (s *scope) chineseName(p phrase) bool {
	if !s.wellFormed(p) || utf8.RuneCountInString(s.text(p.Span)) < 2 && !s.endsWith(p, lexicon.Organisation) || p.Len() > maxChinesePhrase || s.endsWith(p, notHead) {
		return false
	}
	qualified := s.holds(p, lexicon.Of)
	party := s.namesSomebody(p)
	if !party && s.namesNobody(p) {
		return false
	}
	switch {
	case s.startsWith(p, lexicon.Negation):
		return party && s.items[p.from].End < p.End && !s.holds(p, lexicon.To|lexicon.From|lexicon.Possessive)
	case s.startsWith(p, lexicon.To|lexicon.With|lexicon.PurposeLead):
		return qualified && party // 给我们送菜的(农户)
	case s.startsWith(p, notInPhrase):
		return party && s.startsUnlicensed(p)
	case s.startsWith(p, lexicon.Benefit) && lexicon.Default().StartOf(s.text(p.Span), lexicon.ServesUser) != nil:
		return qualified && party // 为您推荐门店会
	case s.has(p.to-1, lexicon.Pronoun) && s.endsWith(p, lexicon.First|lexicon.User):
		return s.is(p.to-2, lexicon.List)
	case s.has(p.from, lexicon.Pronoun) && s.startsWith(p, lexicon.First|lexicon.User):
		return s.goesOnAsName(p, party)
	case !qualified && s.holds(p, lexicon.To|lexicon.From):
		return false
	}
	return !s.startsWith(p, lexicon.Verb|lexicon.Benefit) || party && !s.holds(p, lexicon.First|lexicon.User)
}

// startsUnlicensed reports whether a phrase starts with what somebody has not got: 未经许可的爬虫.
func (s *scope) startsUnlicensed(p phrase) bool {
	return s.is(p.from, lexicon.Exception) && s.is(p.from, lexicon.ConditionLead) && s.holds(p, lexicon.Of)
}

// namesNobody reports whether a phrase that ends with no word for somebody says when something
// is done, or what: 夜间会, 该过程会, 人脸登录会.
func (s *scope) namesNobody(p phrase) bool {
	if s.endsWith(p, lexicon.Benefit) && !s.endsWith(p, lexicon.Service) {
		return true
	}
	return s.has(p.from, lexicon.Points) || lexicon.Default().EndOf(s.text(p.Span), lexicon.EndsTime) != nil
}

// fitsPredicate reports whether a phrase is the subject of the predicate that starts at
// item edge. Before a bare action, or before what only says a need, as 实名认证需要 does,
// it is one only when its last word is one for somebody, or it is the company's name.
func (s *scope) fitsPredicate(p phrase, edge int) bool {
	known := s.namesSomebody(p) || s.namesBrand(p) || s.grammar.namesOwner(s.text(p.Span))
	switch {
	case s.is(edge, lexicon.Ask) && s.is(edge+1, lexicon.First|lexicon.User|lexicon.Third) || s.isMark(edge+1, syntax.Actor):
		return false // 认证机构需要您[提供]: who is asked acts
	case !s.is(edge, lexicon.Modal|lexicon.Negation) && !s.has(edge, lexicon.PlainDisposal):
		return known && !s.startsWith(p, notInPhrase&^lexicon.PurposeLead) && !s.holds(p, lexicon.To|lexicon.From|lexicon.Via)
	case s.is(edge, lexicon.Ask), s.is(edge, lexicon.Modal) && s.items[edge].entry.Modality == lexicon.Need:
		return known
	}
	return true
}

// namesBrand reports whether a phrase is a name of its own that ends as those of businesses do.
func (s *scope) namesBrand(p phrase) bool {
	brand := lexicon.Default().EndOf(s.text(p.Span), lexicon.NamesBrand)
	return brand != nil && p.Len() >= len(brand.Word)+2*hanSize && !s.holds(p, lexicon.Of|lexicon.Verb|lexicon.Benefit)
}

// asksBetween reports whether the predicate that starts at item edge says that another does
// what the action at item v says: 监护人可以要求我们[删除], 平台禁止商户[下载].
func (s *scope) asksBetween(edge, v int) bool {
	for k := edge + 1; k < v; k++ {
		if s.is(k, lexicon.Ask|lexicon.Allow) && !s.is(k, lexicon.Modal|lexicon.Via|lexicon.To|lexicon.By) && (s.is(k+1, someone) || s.isMark(k+1, syntax.Actor)) {
			return true
		}
	}
	return edge < v && s.is(edge, lexicon.Negation) && !s.has(edge, lexicon.FormalDisposal) && s.is(edge+1, someone) && s.adjoins(edge+1) && !s.is(edge+2, lexicon.Of)
}

// namesOwner reports whether a name starts with 本, so that it is one of whoever speaks:
// 本宠物医院. It is looked for in the text, for 本 is a part of too many words.
func (chinese) namesOwner(name string) bool { return strings.HasPrefix(name, "本") }
