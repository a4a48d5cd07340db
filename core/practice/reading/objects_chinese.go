package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

const (
	maxQualifiedMember = 40 * hanSize // bytes from the start of a member to its data: a clause may stand between
	maxNameGap         = 4 * hanSize  // bytes of unknown words between 的 and data
)

// memberFollows wants a word that joins, or an owner, first, and 的 right before the data.
func (chinese) memberFollows(s *scope, k int) bool {
	if s.is(k, lexicon.Front) || !s.is(k, lexicon.User|lexicon.Possessive) && (!s.is(k, lexicon.List) || s.is(k, lexicon.Break)) {
		return false
	}
	length := 0
	for j := k + 1; j < len(s.items); j++ {
		it := &s.items[j]
		length += it.gap
		if it.isMark(syntax.Data) {
			return length <= maxQualifiedMember &&
				(s.is(j-1, lexicon.Of) && it.gap <= maxNameGap || s.is(k, lexicon.List) && s.is(j-1, lexicon.Possessive|lexicon.User|lexicon.Determiner))
		}
		if it.mark >= 0 || it.punct != noPunct || it.is(lexicon.Modal|lexicon.Negation|lexicon.ConditionTail|lexicon.PurposeTrail) && !it.is(lexicon.PartsOpen) {
			return false
		}
		length += it.Len()
	}
	return false
}

// objectsGoOn finds nothing that Chinese does not share.
func (chinese) objectsGoOn(*scope, int) bool { return false }

// topic collects data before the action, 您的<姓名>需[填写], unless it is the object of
// another action or a means: 通过<…>[收集].
func (chinese) topic(s *scope, f int) []link {
	v := s.frames[f].item
	var found []link
	pointed := false
	for k := range s.before(v) {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Data) && it.depth >= s.items[v].depth:
			if s.ofOtherAction(k, found) && s.startsTopic(found[len(found)-1].item) {
				return inTextOrder(found) // (我们)会[收集]<姓名>，随后<笔记>将被[销毁]
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-topic"})
		case it.depth > s.items[v].depth:
		case s.mainAction(k):
			return nil
		case it.depth < s.items[v].depth:
			return inTextOrder(found)
		case it.is(lexicon.SameData):
			pointed = true
		case len(found) == 0:
		case it.is(lexicon.Via) && it.segment == s.items[v].segment:
			return nil
		case s.endsTopic(k, pointed):
			return inTextOrder(found)
		}
	}
	return inTextOrder(found)
}
