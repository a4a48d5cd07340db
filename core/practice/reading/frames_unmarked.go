package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

const (
	// maxBeforeData is how many words such as 您的 or 任何 are passed over between a verb
	// and its data.
	maxBeforeData = 3
	// maxEnglishGap is how many bytes may stand between an English verb and its data: two
	// or three words that the lexicon does not know.
	maxEnglishGap = 13
	// maxChineseGap is the same for Chinese, whose words all matter: a space.
	maxChineseGap = 1
	// maxAnnouncement is how many items words have that only announce data: 以下部分或全部
	// 信息：.
	maxAnnouncement = 6
	// maxToTail is how many items behind data its condition or purpose may end, so that
	// 对于收集<个人信息>的情况 says when and not what.
	maxToTail = 2
)

// governsData reports whether the unmarked verb at item i makes a practice: data
// follows at once, and no action before it can claim that data.
func (s *scope) governsData(i int) bool {
	if s.items[i].depth > 0 || s.is(i-1, lexicon.Of) && s.adjoins(i) && !s.items[i].entry.English {
		return false // 您上传的显示<位置>的照片
	}
	last := s.lastAction()
	if front := s.grammar.fronted(s, i); front >= 0 && last < front {
		return true
	}
	if s.grammar.denied(s, i, last) {
		return true
	}
	data := s.dataBehindVerb(i)
	switch {
	case data < 0:
		return last < 0 && (s.is(i, lexicon.Light) && s.topicBefore(i) || s.grammar.saidOfTopic(s, i))
	case s.insideAdjunct(i) || s.tailFollows(data):
		return false
	case last < 0:
		return !s.is(i, lexicon.PartsClosed) || s.is(i-1, lexicon.Modal) && !s.markBetween(-1, i, syntax.Data)
	}
	return s.startsClause(i, last)
}

// lastAction returns the index of the last action found so far, -1 when there is none.
func (s *scope) lastAction() int {
	if len(s.frames) == 0 {
		return -1
	}
	return s.frames[len(s.frames)-1].item
}

// dataBehindVerb returns the index of the marked data right behind the unmarked verb at
// item i, -1 when none stands there. Words for whose or which data it is may stand
// between: 使用您的<姓名>, use certain of your <records>.
func (s *scope) dataBehindVerb(i int) int {
	english := s.items[i].entry.English
	k := i + 1
	for k <= i+maxBeforeData && s.is(k, lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.User) && (s.adjoins(k) || english && !s.is(k, lexicon.User)) {
		k++
	}
	if !english && s.is(k, lexicon.With) && s.is(k-1, lexicon.User) && s.is(k+1, lexicon.Possessive) {
		k += 2 // 您与我们的<通话记录>
	}
	k = s.announced(k)
	most := maxChineseGap
	switch {
	case english:
		most = maxEnglishGap
	case k == i+1:
		most = 0
	}
	if !s.isMark(k, syntax.Data) || s.items[k].gap > most {
		return -1
	}
	return k
}

// announced returns the index of what follows words such as 以下部分或全部信息：, which
// start at item k and only announce data; k when there are none.
func (s *scope) announced(k int) int {
	for j := k; j < k+maxAnnouncement; j++ {
		if s.isPunct(j, colon) && j > k && s.is(j-1, lexicon.DataNoun) && s.isMark(j+1, syntax.Data) {
			return j + 1
		}
		if !s.is(j, lexicon.Determiner|lexicon.List|lexicon.DataNoun|lexicon.Neutral) {
			break
		}
	}
	return k
}

// insideAdjunct reports whether the unmarked verb at item i stands in words that say why,
// when, or what is denied, which make no practice: 为使用<姓名>, 如不提供<姓名>.
func (s *scope) insideAdjunct(i int) bool {
	for j := range s.beforeInClause(i) {
		it := &s.items[j]
		switch {
		case it.depth > 0:
		case it.mark >= 0 && it.kind != syntax.Actor:
			return false
		case it.is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail) && !it.is(lexicon.Modal):
			return true
		case it.is(lexicon.Head), it.is(lexicon.Negation) && !it.has(lexicon.PlainDenial):
			return true
		}
	}
	return false
}

// tailFollows reports whether a condition or a purpose ends behind the data at item k:
// 收集<个人信息>的情况.
func (s *scope) tailFollows(k int) bool {
	for j := k + 1; j <= k+maxToTail; j++ {
		if s.is(j, lexicon.ConditionTail|lexicon.PurposeNoun) && s.isNear(j) {
			return true
		}
	}
	return false
}

// startsClause reports whether the unmarked verb at item i starts a clause of its own
// behind the action at item last: [收集]<姓名>，并使用<姓名>.
func (s *scope) startsClause(i, last int) bool {
	if s.is(i, lexicon.PartsClosed|lexicon.PartsOpen) || !s.adjoins(i) || s.items[i].segment <= s.items[last].segment {
		return false
	}
	return s.is(i-1, lexicon.Modal) || s.is(i-1, lexicon.List|lexicon.Break) && !s.has(i-1, lexicon.Enumerates)
}

// topicBefore reports whether data stands before item i, a verb of using, with no action
// between: <姓名>用于登录.
func (s *scope) topicBefore(i int) bool {
	for k := range s.before(i) {
		if s.isMark(k, syntax.Action) {
			return false
		}
		if s.isMark(k, syntax.Data) {
			return s.items[i].entry.Category == lexicon.Use
		}
	}
	return false
}
