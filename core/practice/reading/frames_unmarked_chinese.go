package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// fronted returns the index of the word that puts the data of the unmarked verb at item
// i before it in its clause, where no marked action takes it: 将您的<订单>提供给承办方,
// 对<记录>进行分析. It is -1 when there is none.
func (chinese) fronted(s *scope, i int) int {
	switch {
	case s.is(i, lexicon.Light), s.is(i+1, lexicon.Of|lexicon.ConditionTail|lexicon.Service) && s.adjoins(i+1):
		return -1
	case s.is(i-1, lexicon.Via) && s.adjoins(i):
		return -1 // 通过加密方式
	case s.claimedBehind(i):
		return -1
	}
	front := s.frontBefore(i)
	if front < 0 || s.leadBefore(front) {
		return -1
	}
	if s.has(front, lexicon.PlainDisposal) || s.has(front, lexicon.FormalDisposal) || s.has(i-1, lexicon.Performs) && s.adjoins(i) {
		return front
	}
	return -1
}

// claimedBehind reports whether a marked action or data follows item i in its clause,
// which the data before it may belong to.
func (s *scope) claimedBehind(i int) bool {
	for k := range s.behindInClause(i) {
		if s.isMark(k, syntax.Action) || s.isMark(k, syntax.Data) {
			return true
		}
	}
	return false
}

// frontBefore returns the index of a word such as 将 or 对 that stands before data and
// item i in its clause, -1 for none.
func (s *scope) frontBefore(i int) int {
	data := false
	for k := range s.beforeInClause(i) {
		switch {
		case s.items[k].depth > s.items[i].depth:
		case s.isMark(k, syntax.Data):
			data = true
		case s.is(k, lexicon.Front) && data && !(s.is(k, lexicon.Modal) && s.is(k+1, lexicon.Modal)):
			return k
		case s.is(k, lexicon.ConditionLead|lexicon.Head) && !s.is(k, lexicon.Adverb|lexicon.Modal|lexicon.Via):
			return -1
		}
	}
	return -1
}

// leadBefore reports whether a purpose or a condition starts before item front in its
// clause and goes on behind it: 如需将…提供给… is a condition, and 以将… a purpose.
func (s *scope) leadBefore(front int) bool {
	for k := range s.beforeInClause(front) {
		if s.items[k].mark >= 0 {
			return false
		}
		if s.is(k, lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Head) && !s.is(k, lexicon.Modal) {
			return true
		}
	}
	return false
}

// saidOfTopic reports whether the unmarked verb at item i is said of data before it
// in its clause: 您的<评价>会公开[展示]给其他用户.
func (chinese) saidOfTopic(s *scope, i int) bool {
	if s.is(i, lexicon.Light) || s.is(i+1, lexicon.Of|lexicon.ConditionTail) && s.adjoins(i+1) {
		return false // 加密后[存储]
	}
	for k := range s.beforeInClause(i) {
		switch {
		case s.is(k, lexicon.Modal):
			return s.topicOf(k, i)
		case s.is(k, lexicon.ConditionLead|lexicon.PurposeLead|lexicon.Head|lexicon.Verb) && !s.is(k, lexicon.Adverb|lexicon.With):
			return false
		}
	}
	return false
}

// topicOf reports whether marked data is what the modal at item k, of the verb at item i,
// is said of: <姓名>等信息会.
func (s *scope) topicOf(k, i int) bool {
	for j := range s.before(k) {
		switch {
		case s.isMark(j, syntax.Data):
			return true
		case s.items[j].mark >= 0:
			return false
		case s.items[j].depth == s.items[i].depth && !s.is(j, lexicon.More|lexicon.DataNoun|lexicon.List|lexicon.Adverb|lexicon.Neutral):
			return false
		}
	}
	return false
}

// denied finds nothing more: what is denied makes a practice by the rules for all.
func (chinese) denied(*scope, int, int) bool { return false }

func (chinese) saysBut(*scope, int) bool { return false }
