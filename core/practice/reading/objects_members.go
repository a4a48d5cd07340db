package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
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
	for j := k - 1; j >= 0 && j >= k-2; j-- {
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
	if s.memberFollows(k) {
		return true
	}
	prose := 0
	for j := k; j < len(s.items) && j < k+8; j++ {
		it := &s.items[j]
		if j > k {
			prose += it.gap
		} else {
			prose += min(it.gap, 3)
		}
		if it.isMark(syntax.Data) {
			return prose <= 8*hanSize
		}
		switch {
		case j == k && s.ofWhich(j):
			// ，其中包括<…>
		case it.is(lexicon.Front) && strings.HasSuffix(it.entry.Word, "将"):
			return false // ，并将<…>[提供]给…
		case it.punct == colon && j > k && s.is(j-1, lexicon.PartsOpen|lexicon.PartsClosed):
			prose = -40
		case it.mark >= 0, it.punct != noPunct && it.punct != openQuote && it.punct != openParen:
			return false
		case it.is(lexicon.Modal) && !it.is(lexicon.PartsOpen|lexicon.PartsClosed):
			return false
		case it.is(lexicon.PartsOpen|lexicon.PartsClosed) && !it.is(lexicon.ConditionLead):
			prose = -40
		case j == k && it.is(lexicon.PartsOpen):
		case j == k && it.is(lexicon.SameData) && s.adjoins(j+1) && (s.is(j+1, lexicon.PartsClosed|lexicon.PartsOpen) || s.items[j+1].entry != nil && s.items[j+1].entry.Word == "为"):
			// ，这些信息包括<…>
			return s.dataFollows(j+2) || s.isPunct(j+2, colon)
		case it.is(lexicon.List | lexicon.Possessive | lexicon.Determiner | lexicon.User | lexicon.Of | lexicon.With | lexicon.Third | lexicon.DataNoun | lexicon.Service | lexicon.Medium):
		case it.entry.Is(lexicon.Neutral):
		case it.is(lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Front | lexicon.Verb | lexicon.Break | lexicon.ConditionLead | lexicon.First):
			return false
		}
	}
	return false
}

// ofWhich reports whether item k starts words that say what data consists of: 其中包括.
func (s *scope) ofWhich(k int) bool {
	return s.is(k, lexicon.Break) && s.items[k].entry.Word == "其中" && s.adjoins(k+1) && s.is(k+1, lexicon.PartsOpen|lexicon.PartsClosed)
}

// memberFollows reports whether a member of a list starts at item k whose data
// stands behind a clause that qualifies it: 以及您在使用中产生的<记录>.
func (s *scope) memberFollows(k int) bool {
	if s.english || k >= len(s.items) || !(s.is(k, lexicon.List) && !s.is(k, lexicon.Break) || s.is(k, lexicon.User|lexicon.Possessive)) || s.is(k, lexicon.Front) {
		return false
	}
	length := 0
	for j := k + 1; j < len(s.items); j++ {
		it := &s.items[j]
		length += it.gap
		if it.isMark(syntax.Data) {
			return length <= 40*hanSize && (s.is(j-1, lexicon.Of) && it.gap <= 4*hanSize || s.is(k, lexicon.List) && s.is(j-1, lexicon.Possessive|lexicon.User|lexicon.Determiner))
		}
		if it.mark >= 0 || it.punct != noPunct || it.is(lexicon.Modal|lexicon.Negation|lexicon.ConditionTail|lexicon.PurposeTrail) && !it.is(lexicon.PartsOpen) {
			return false
		}
		length += it.Len()
	}
	return false
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
