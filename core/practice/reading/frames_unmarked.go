package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// governsData reports whether the unmarked verb at item i makes a practice: data
// follows at once, and no action before it can claim that data.
func (s *scope) governsData(i int) bool {
	if s.items[i].depth > 0 || s.is(i-1, lexicon.Of) && s.adjoins(i) && !s.items[i].entry.English {
		return false // 您上传的显示<位置>的照片
	}
	english := s.items[i].entry.English
	k := i + 1
	for k < len(s.items) && k <= i+3 && s.items[k].mark < 0 && s.is(k, lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.User) && (s.adjoins(k) || english && !s.is(k, lexicon.User)) {
		k++
	}
	if !english && k+2 < len(s.items) && s.is(k, lexicon.With) && s.is(k-1, lexicon.User) && s.is(k+1, lexicon.Possessive) {
		k += 2 // 您与我们的<通话记录>
	}
	k = s.announced(k)
	topic := s.is(i, lexicon.Light) && s.topicBefore(i) || len(s.frames) == 0 && s.saidOfTopic(i)
	if front := s.frontOf(i); front >= 0 && (len(s.frames) == 0 || s.frames[len(s.frames)-1].item < front) {
		return true
	}
	if k >= len(s.items) || !s.isMark(k, syntax.Data) || s.items[k].gap > 1 && !(english && s.items[k].gap < 14) {
		return topic && len(s.frames) == 0
	}
	if k == i+1 && s.items[k].gap > 0 && !english {
		return topic && len(s.frames) == 0
	}
	// A verb inside a phrase that is a purpose, a condition or qualifies something
	// makes none, and neither does one that says what data is.
	for j := range s.beforeInClause(i) {
		it := &s.items[j]
		if it.depth > 0 {
			continue
		}
		if it.isMark(syntax.Data) && !s.is(i, lexicon.Light) {
			break
		}
		if it.mark >= 0 && it.kind != syntax.Actor {
			break
		}
		if it.is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail) && !it.is(lexicon.Modal) {
			return false
		}
		if it.is(lexicon.Head) || it.is(lexicon.Negation) && !it.has(lexicon.PlainDenial) {
			return false
		}
	}
	// 对于…而收集<个人信息>的情况 says when, not what.
	for j := k + 1; j < len(s.items) && j < k+3; j++ {
		if s.is(j, lexicon.ConditionTail|lexicon.PurposeNoun) && s.items[j].gap <= hanSize {
			return false
		}
	}
	if len(s.frames) == 0 {
		return !s.is(i, lexicon.PartsClosed) || s.is(i-1, lexicon.Modal) && !s.markBetween(-1, i, syntax.Data)
	}
	// With an action before it, the verb must start a clause of its own.
	last := &s.frames[len(s.frames)-1]
	if s.is(i, lexicon.PartsClosed|lexicon.PartsOpen) {
		return false
	}
	if i > 0 && (s.is(i-1, lexicon.List|lexicon.Break) && s.items[i-1].entry.Word != "、" || s.is(i-1, lexicon.Modal)) && s.adjoins(i) && s.items[i].segment > s.items[last.item].segment {
		return true
	}
	return false
}

// announced returns the index of what follows words such as 以下部分或全部信息：, which
// start at item k and only announce data; k when there are none.
func (s *scope) announced(k int) int {
	for j := k; j < len(s.items) && j < k+6; j++ {
		if s.items[j].punct == colon && j > k && s.is(j-1, lexicon.DataNoun) && s.isMark(j+1, syntax.Data) {
			return j + 1
		}
		if !s.is(j, lexicon.Determiner|lexicon.List|lexicon.DataNoun|lexicon.Neutral) || s.items[j].mark >= 0 {
			break
		}
	}
	return k
}

// saidOfTopic reports whether the unmarked verb at item i is said of data before it
// in its clause: 您的<评价>会公开[展示]给其他用户.
func (s *scope) saidOfTopic(i int) bool {
	if s.is(i, lexicon.Light) || s.english || s.is(i+1, lexicon.Of|lexicon.ConditionTail) && s.adjoins(i+1) {
		return false // 加密后[存储]
	}
	for k := range s.beforeInClause(i) {
		switch {
		case s.is(k, lexicon.Modal):
			for j := range s.before(k) {
				if s.isMark(j, syntax.Data) {
					return true
				}
				if s.items[j].mark >= 0 || s.items[j].punct != noPunct && s.items[j].depth == s.items[i].depth || !s.is(j, lexicon.More|lexicon.DataNoun|lexicon.List|lexicon.Adverb|lexicon.Neutral) && s.items[j].depth == s.items[i].depth {
					return false
				}
			}
			return false
		case s.is(k, lexicon.ConditionLead|lexicon.PurposeLead|lexicon.Head|lexicon.Verb) && !s.is(k, lexicon.Adverb|lexicon.Modal|lexicon.With):
			return false
		}
	}
	return false
}

// frontOf returns the index of the word that puts the data of the unmarked verb at item
// i before it in its clause, where no marked action takes it: 将您的<订单>提供给承办方,
// 对<记录>进行分析. It is -1 when there is none.
func (s *scope) frontOf(i int) int {
	if s.is(i, lexicon.Light) || s.english || i+1 < len(s.items) && (s.is(i+1, lexicon.Of|lexicon.ConditionTail|lexicon.Service) && s.adjoins(i+1)) {
		return -1
	}
	if s.is(i-1, lexicon.Via) && s.adjoins(i) {
		return -1 // 通过加密方式
	}
	for k := range s.behindInClause(i) {
		if s.isMark(k, syntax.Action) || s.isMark(k, syntax.Data) {
			return -1
		}
	}
	data, front := false, -1
	for k := range s.beforeInClause(i) {
		switch {
		case s.items[k].depth > s.items[i].depth:
		case s.isMark(k, syntax.Data):
			data = true
		case s.is(k, lexicon.Front) && data && !(s.is(k, lexicon.Modal) && k+1 < i && s.is(k+1, lexicon.Modal)):
			front = k
		case s.is(k, lexicon.ConditionLead|lexicon.Head) && !s.is(k, lexicon.Adverb|lexicon.Modal|lexicon.Via) && front < 0:
			return -1
		}
		if front >= 0 {
			break
		}
	}
	if front < 0 {
		return -1
	}
	// 如需将…提供给… is a condition, and 以将… a purpose.
	for k := range s.beforeInClause(front) {
		if s.items[k].mark >= 0 {
			break
		}
		if s.is(k, lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Head) && !s.is(k, lexicon.Modal) {
			return -1
		}
	}
	word := s.items[front].entry.Word
	if strings.HasSuffix(word, "将") || word == "把" || s.items[i-1].entry != nil && s.items[i-1].entry.Word == "进行" && s.items[i-1].End == s.items[i].Start {
		return front
	}
	return -1
}

// topicBefore reports whether data stands before item i with no action between.
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
