package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

const (
	maxOwnerWords  = 2           // items that name an owner before a clause in a list: 您, 您的
	maxMemberWords = 8           // items from the start of a member of a list to its data
	maxFirstGap    = 3           // bytes: more before the first of them count no more
	maxMemberProse = 8 * hanSize // bytes of unknown words in them
	partsAllowance = 40          // bytes of unknown words that may stand besides, behind a word such as 包括
)

// insideRelative reports whether item k stands in a clause that qualifies data.
func (s *scope) insideRelative(k int) bool {
	for f := range s.frames {
		if s.frames[f].relative && s.frames[f].from <= k && k < s.frames[f].item {
			return true
		}
	}
	return false
}

// attributiveMember reports whether item k stands in a clause that qualifies the
// next member of a list: 或您用于接入服务的其他程序所提供的<配置信息>.
func (s *scope) attributiveMember(k int) bool {
	for j := k - 1; j >= 0 && j >= k-maxOwnerWords; j-- {
		if s.is(j, lexicon.List) {
			for n := k + 1; n < len(s.items); n++ {
				if s.isMark(n, syntax.Data) {
					return s.is(n-1, lexicon.Of)
				}
				if s.items[n].mark >= 0 || s.items[n].punct != noPunct || s.is(n, lexicon.Modal) {
					return false
				}
			}
			return false
		}
		if !s.is(j, lexicon.User|lexicon.First|lexicon.Possessive) {
			return false
		}
	}
	return false
}

// placed reports whether the data at item k only says where other data is.
func (s *scope) placed(k int) bool {
	for j := range s.before(k) {
		if s.is(j, lexicon.Place) {
			return true
		}
		if !s.is(j, lexicon.Possessive|lexicon.Determiner) || !s.english {
			return false
		}
	}
	return false
}

// dataFollows reports whether what starts at item k goes on with a list of data:
// data stands first, or a word that introduces parts.
func (s *scope) dataFollows(k int) bool {
	if s.grammar.memberFollows(s, k) {
		return true
	}
	if s.samePartsFollow(k) {
		return s.dataFollows(k+2) || s.isPunct(k+2, colon)
	}
	prose := 0
	for j := k; j < len(s.items) && j < k+maxMemberWords; j++ {
		it := &s.items[j]
		if j > k {
			prose += it.gap
		} else {
			prose += min(it.gap, maxFirstGap)
		}
		if it.isMark(syntax.Data) {
			return prose <= maxMemberProse
		}
		switch s.towardsData(j, j == k) {
		case opensParts:
			prose = -partsAllowance
		case startsElse:
			return false
		}
	}
	return false
}

// samePartsFollow reports whether words that stand for data, and a word that introduces
// its parts, start at item k: 这些信息包括<…>.
func (s *scope) samePartsFollow(k int) bool {
	return s.is(k, lexicon.SameData) && s.adjoins(k+1) && (s.is(k+1, lexicon.PartsClosed|lexicon.PartsOpen) || s.has(k+1, lexicon.Copular))
}

// outlook is what an item says of data that may follow it.
type outlook int

const (
	saysNothing outlook = iota
	opensParts          // parts of data follow: 包括
	startsElse          // something else starts here: 用于
)

// towardsData says which of these item j, which is no data, is. first says that a clause
// starts there.
func (s *scope) towardsData(j int, first bool) outlook {
	it := &s.items[j]
	parts := it.is(lexicon.PartsOpen | lexicon.PartsClosed)
	switch {
	case it.punct == colon && !first && s.is(j-1, lexicon.PartsOpen|lexicon.PartsClosed):
		return opensParts
	case it.mark < 0 && it.punct == closParen && s.enumerates(j):
		return saysNothing
	case it.mark >= 0, it.punct != noPunct && it.punct != openQuote && it.punct != openParen:
		return startsElse
	case it.has(lexicon.FormalDisposal), it.is(lexicon.Modal) && !parts:
		return startsElse // ，并将<…>[提供]给…
	case parts && !it.is(lexicon.ConditionLead):
		return opensParts
	case first && it.is(lexicon.PartsOpen), it.is(memberWords):
		return saysNothing
	case it.is(clauseWords):
		return startsElse
	}
	return saysNothing
}

// maxEnumerator is how many bytes the number of a member may have: (iii), （十二）.
const maxEnumerator = 2 * hanSize

// enumerates reports whether the parenthesis that item j closes only numbers a member of a
// list: （1）, b).
func (s *scope) enumerates(j int) bool {
	from := s.span.Start
	if j > 0 {
		from = s.items[j-1].End
	}
	number := strings.TrimSpace(s.plain[from:s.items[j].Start])
	return number != "" && len(number) <= maxEnumerator && !strings.Contains(number, " ")
}

const (
	// memberWords may stand between the start of a member of a list and its data.
	memberWords = lexicon.List | lexicon.Possessive | lexicon.Determiner | lexicon.User | lexicon.Of | lexicon.With | lexicon.Third |
		lexicon.DataNoun | lexicon.Service | lexicon.Medium | lexicon.Neutral
	// clauseWords start something else than a member of a list.
	clauseWords = lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Front | lexicon.Verb | lexicon.Break | lexicon.ConditionLead | lexicon.First
)

// ofWhich reports whether item k starts words that say what data consists of: 其中包括.
func (s *scope) ofWhich(k int) bool {
	return s.has(k, lexicon.Partitive) && s.adjoins(k+1) && s.is(k+1, lexicon.PartsOpen|lexicon.PartsClosed)
}

// partsFollow reports whether a word that introduces parts stands at item k.
func (s *scope) partsFollow(k int) bool {
	return s.adjoins(k) && s.is(k, lexicon.PartsOpen|lexicon.PartsClosed) && (!s.is(k, lexicon.ConditionLead) || s.dataFollows(k))
}

// verbInSegment reports whether an action stands in the segment behind item k.
func (s *scope) verbInSegment(k int) bool {
	for j := k + 1; j < len(s.items) && s.items[j].segment <= s.items[k].segment+1; j++ {
		if s.items[j].frame >= 0 {
			return true
		}
	}
	return false
}
