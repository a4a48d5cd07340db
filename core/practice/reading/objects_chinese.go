package reading

import (
	"github.com/policymark/policymark/core/lexicon"
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
