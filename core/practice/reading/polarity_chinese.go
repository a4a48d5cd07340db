package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// In Chinese what governs a verb stands ahead of it, with any adjuncts between, which a
// comma may set off: 不得以任何理由，通过电话[询问]. It does not govern a verb when it stands
// in words that only qualify something (未领取的<包裹>), that say why or when (因无法定位
// 而[请求], 未登录时[收集]), or when it has a verb of its own (不登录也可以[浏览]).

// chineseWalk is a walk back from an action through its predicate.
type chineseWalk struct {
	joined bool // what stands further ahead is said by the frame before
	over   bool // a comma has been passed
}

// polarity reads the modals and the negation ahead of the action, and drops who is said to
// act when that is nobody.
func (chinese) polarity(s *scope, fr *frame, from int) (held lexicon.Modality) {
	w := chineseWalk{joined: from > 0}
	for k := fr.item - 1; k >= from; k-- {
		at, reads := s.stepBack(fr, k, &w)
		if at < 0 {
			break
		}
		if k = at; !reads {
			continue
		}
		it := &s.items[k]
		if s.isModalOf(k, fr.item) {
			s.addModality(fr, k, w.joined)
		}
		if !it.is(lexicon.Negation) || fr.negated || !w.over && !s.deniesChinese(k, fr.item) {
			continue
		}
		if n := s.deniedDenial(k); n >= 0 {
			// What is not refused is done.
			fr.derive("double-negation")
			if m := s.items[n].entry.Modality; m != lexicon.NoModality && fr.modality == lexicon.NoModality {
				fr.modality, fr.modalText = m, s.text(s.items[n].Span)
			}
			return held
		}
		fr.negated, fr.negText = true, s.text(it.Span)
		fr.derive("negation")
		held = it.entry.Modality
		s.nobodyActs(fr, k)
	}
	if !fr.negated {
		s.deniedBehind(fr)
	}
	if !fr.negated {
		s.deniedBySubject(fr)
	}
	return held
}

// deniedBySubject finds the denial that the name of who acts starts with, wherever it stands:
// 没有一家商户，经您同意，会[查看].
func (s *scope) deniedBySubject(fr *frame) {
	for _, a := range fr.actors {
		if a.value == nil || a.evidence != practice.Read {
			continue
		}
		if e, n := lexicon.Default().Find(a.value.Text, 0); e.Is(lexicon.Negation) && (e.Has(lexicon.NoParty) || e.Has(lexicon.NamesNobody)) {
			fr.negated, fr.negText = true, a.value.Text[:n]
			fr.derive("negation")
			return
		}
	}
}

// deniedDenial returns the denial that governs the one at item k, a verb such as 拒绝, -1 for
// none: 不会因…而拒绝.
func (s *scope) deniedDenial(k int) int {
	if !s.has(k, lexicon.DeniesVerb) || s.reasonEndsBehind(k) {
		return -1
	}
	for j := range s.beforeInClause(k) {
		it := &s.items[j]
		switch {
		case it.is(lexicon.Negation):
			if j+1 == k && s.adjoins(k) || s.is(j+1, startsAdjunct) && s.adjoins(j+1) {
				return j
			}
			return -1
		case it.frame >= 0, s.isDoer(j):
			return -1
		}
	}
	return -1
}

// reasonEndsBehind reports whether words that say why, and in which item k stands, end behind it in its
// clause: 不会因您拒绝[提供]<位置>而[限制].
func (s *scope) reasonEndsBehind(k int) bool {
	for j := range s.behindInClause(k) {
		if s.has(j, lexicon.EndsReason) {
			return s.reasonStart(k) >= 0
		}
	}
	return false
}

// deniedBehind finds what is forbidden by what stands behind an action that is a noun:
// <照片>的[传播]是被禁止的.
func (s *scope) deniedBehind(fr *frame) {
	if fr.relative || !s.has(fr.item-1, lexicon.Attributive) {
		return
	}
	if s.is(fr.item+1, lexicon.Service) && s.adjoins(fr.item+1) {
		for k := range s.beforeInClause(fr.item) {
			if s.has(k, lexicon.DeniesOffer) {
				fr.negated, fr.negText = true, s.text(s.items[k].Span) // 不提供<清单>的[打印]服务
				fr.derive("negation")
				return
			}
		}
	}
	for k := range s.behindInClause(fr.item) {
		if s.items[k].mark >= 0 {
			return
		}
		if s.has(k, lexicon.Directs) && s.has(k, lexicon.DeniesVerb) {
			fr.negated, fr.negText = true, s.text(s.items[k].Span)
			fr.derive("negation")
			s.nobodyActs(fr, k)
			return
		}
	}
}

// stepBack returns the item to which a walk goes that has come to item k, -1 where the
// predicate of the frame starts behind it, and whether the word there says anything of the
// action.
func (s *scope) stepBack(fr *frame, k int, w *chineseWalk) (at int, reads bool) {
	it := &s.items[k]
	switch {
	case it.depth != s.items[fr.item].depth, it.mark >= 0 && it.kind != syntax.Action:
		whose := s.skipBack(k-1, lexicon.Possessive|lexicon.Determiner|lexicon.Of|lexicon.First)
		if s.isDoer(k) && !s.is(k-1, lexicon.Ask|lexicon.Allow|lexicon.Modal|lexicon.Negation) && !s.is(whose, lexicon.By) {
			return -1, false // its subject
		}
		return k, false
	case it.punct == comma, it.punct == colon:
		if w.over || fr.negated || fr.modality != lexicon.NoModality && !w.joined {
			return -1, false
		}
		w.over = true
		return s.waitsBefore(k, fr), true
	case it.is(lexicon.Head) && it.is(lexicon.ConditionLead):
		return k, false // 可以不经同意
	case s.endsPredicate(k):
		return -1, false
	case it.has(lexicon.EndsReason) && !s.isPunct(k-1, comma):
		at = s.reasonStart(k)
		if at < 0 && it.is(lexicon.Front) {
			return k, false // 就您的<投诉>
		}
		return at, false
	case it.is(lexicon.ConditionTail) && it.gap == 0 && !it.is(lexicon.Neutral):
		// What stands in an unmarked condition says nothing of the action.
		k = s.conditionStart(k)
		return k, s.has(k, lexicon.Restricts)
	}
	return k, true
}

// nobodyFirst reports whether the denial at item k, which its clause starts with, makes nobody
// of the name behind it that a modal follows: 没有任何店员能[看到].
func (s *scope) nobodyFirst(k int) bool {
	if !s.is(k+1, lexicon.Determiner) || !s.adjoins(k+1) || s.firstOfClause(k) != k {
		return false
	}
	for j := k + 2; j < len(s.items) && s.items[j].mark < 0 && s.items[j].punct == noPunct; j++ {
		if s.is(j, lexicon.Modal) {
			return s.namesSomebody(s.upTo(phrase{source.Span{Start: s.items[k+1].End, End: s.items[j].Start}, k + 2, j}, j))
		}
	}
	return false
}

// nobodyActs drops the actors of a frame who are only thought to act, when the negation at
// item k says that nobody does.
func (s *scope) nobodyActs(fr *frame, k int) {
	if !s.has(k, lexicon.NoParty) && !s.nobodyFirst(k) && !(s.has(k, lexicon.Directs) && s.has(k, lexicon.DeniesVerb)) {
		return // nobody is meant, or whoever is forbidden to
	}
	for _, a := range fr.actors {
		if a.evidence == practice.Implied || a.evidence == practice.Carried {
			continue
		}
		if a.item >= k || a.value != nil && a.value.Place.Start >= s.items[k].Start {
			return
		}
	}
	fr.actors, fr.unread = nil, true
}

// reasonStart returns the index of the word that leads what the word at item k ends,
// 因无法定位而, -1 when there is none.
func (s *scope) reasonStart(k int) int {
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.ConditionLead|lexicon.PurposeLead) && !s.is(j, lexicon.Verb|lexicon.Negation|lexicon.Modal) {
			return j
		}
	}
	return -1
}

// inReason reports whether the party at item k stands in words that say why, which item j
// ends: 因您未续费就.
func (s *scope) inReason(k, j int) bool { return s.has(j, lexicon.EndsReason) && s.inCondition(k) }

// deniesChinese reports whether the negation at item k denies the action at item v.
func (s *scope) deniesChinese(k, v int) bool {
	it := &s.items[k]
	next := s.skip(k+1, lexicon.Adverb)
	switch {
	case it.has(lexicon.NoParty), s.nobodyFirst(k):
		return true
	case it.has(lexicon.DeniesNext):
		return s.isNext(k+1) && s.joinedUpTo(k+1, v)
	case it.is(lexicon.ConditionLead):
		// 未(经同意) is no denial, 未向任何人 is.
		if s.adjoins(next) && s.joinedUpTo(next, v) {
			return true
		}
		if !s.adjoins(k+1) || !s.is(next, lexicon.Front|lexicon.To|lexicon.From) || s.is(next, lexicon.ConditionLead) {
			return false
		}
	}
	plain := it.has(lexicon.PlainDenial)
	led := false // an adjunct has started
	for j := k + 1; j < v; j++ {
		w := &s.items[j]
		if w.depth != s.items[v].depth {
			continue
		}
		switch {
		case w.is(lexicon.Head),
			s.qualifiesAt(k, j, v),
			s.ownPredicate(k, j, v),
			it.has(lexicon.DeniesVerb) && s.leavesDenial(k, j):
			return false
		case plain:
		case w.is(lexicon.ConditionTail) && w.gap == 0 && !w.is(lexicon.Neutral) && (s.conditionStart(j) < k || s.conditionStart(j) == j):
			return false
		case w.is(lexicon.Consent) || w.is(lexicon.ConditionWord) && !w.is(lexicon.Allow|lexicon.Adverb):
			if !led || it.has(lexicon.NoNeed) {
				return false
			}
		}
		led = led || s.opensAdjunct(j)
	}
	return true
}

// joinedUpTo reports whether nothing but verbs that are joined with the action at item v stands from item
// k on: 收集、 of 收集、[保存].
func (s *scope) joinedUpTo(k, v int) bool {
	for ; k < v; k++ {
		if s.items[k].frame >= 0 || !s.is(k, lexicon.Verb|lexicon.List) || !s.adjoins(k+1) {
			return false
		}
	}
	return true
}

// opensAdjunct reports whether item j starts words that say how, why, when or to whom.
func (s *scope) opensAdjunct(j int) bool {
	return s.is(j, lexicon.To|lexicon.With|lexicon.From|lexicon.Via|lexicon.Front|lexicon.By|lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.ConditionLead) ||
		s.isMark(j, syntax.Purpose) || s.has(j, lexicon.OpensAdjunct)
}

// qualifiesAt reports whether the words from item k to the 的 at item j only qualify data
// that stands before the action at item v: 未领取的<包裹>, 不再使用的<卡号>.
func (s *scope) qualifiesAt(k, j, v int) bool {
	if !s.has(j, lexicon.Attributive) || s.has(k, lexicon.FormalDisposal) || s.is(j-1, lexicon.Third|lexicon.Organisation|lexicon.First|lexicon.User) && s.adjoins(j) {
		return false
	}
	for m := k + 1; m < j; m++ {
		if s.opensAdjunct(m) || s.is(m, lexicon.Possessive|lexicon.Determiner) {
			return false
		}
	}
	for m := j + 1; m < v && m <= j+maxToHead; m++ {
		if s.isMark(m, syntax.Data) || s.is(m, lexicon.DataNoun) {
			return true
		}
	}
	return false
}

// ownPredicate reports whether the modal at item j, behind the negation at item k, starts
// the predicate of the action at item v, so that the negation has another: 不登录也可以.
func (s *scope) ownPredicate(k, j, v int) bool {
	if !s.isModalOf(j, v) || s.is(j, lexicon.ConditionLead|lexicon.PurposeTail) || s.items[j].entry.Modality == lexicon.May {
		return false
	}
	first := s.skip(k+1, lexicon.Adverb|lexicon.Modal|lexicon.Negation)
	if j < first && s.adjoins(k+1) {
		return false // 没有能
	}
	if s.items[j].entry.Modality == lexicon.Need && s.wordBetween(k, j, lexicon.Ask) {
		return false // 不会要求您必须
	}
	for m := j + 1; m < v; m++ {
		if s.has(m, lexicon.Attributive) {
			return false
		}
	}
	return true
}

// leavesDenial reports whether item j starts something that a verb of denying at item k
// has no part in: 停止服务并, 禁止外挂以.
func (s *scope) leavesDenial(k, j int) bool {
	switch {
	case s.has(j, lexicon.Continues):
		return j != k+1 && !s.is(j-1, lexicon.Verb) && s.items[j-1].frame < 0
	case s.is(j, lexicon.PurposeTrail) && !s.is(j, lexicon.Via|lexicon.Adverb) && !s.has(j, lexicon.OpensAdjunct):
		return j != k+1
	}
	return j == k+1 && s.adjoins(j) && s.is(j, lexicon.Service)
}

func (chinese) joinsAhead(_ *scope, _, k int) int { return k }
