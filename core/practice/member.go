package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// insideRelative reports whether item k stands in a clause that qualifies data.
func insideRelative(frames []frame, k int) bool {
	for f := range frames {
		if frames[f].relative && frames[f].from <= k && k < frames[f].item {
			return true
		}
	}
	return false
}

// attributiveMember reports whether item k stands in a clause that qualifies the
// next member of a list: 或您用于接入服务的其他程序所提供的<配置信息>.
func (r *reader) attributiveMember(list []item, k int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if list[j].is(lexicon.List) {
			for n := k + 1; n < len(list); n++ {
				if list[n].isMark(syntax.Data) {
					return list[n-1].is(lexicon.Of)
				}
				if list[n].mark >= 0 || list[n].punct != noPunct || list[n].is(lexicon.Modal) {
					return false
				}
			}
			return false
		}
		if !list[j].is(lexicon.User | lexicon.First | lexicon.Possessive) {
			return false
		}
	}
	return false
}

// placed reports whether the data at item k only says where other data is.
func (r *reader) placed(list []item, k int) bool {
	for j := k - 1; j >= 0; j-- {
		if list[j].is(lexicon.Place) {
			return true
		}
		if !list[j].is(lexicon.Possessive|lexicon.Determiner) || !r.english {
			return false
		}
	}
	return false
}

// separated reports whether a list separator stands between items a and b, so
// that a relative clause at b starts the next member.
func (r *reader) separated(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].is(lexicon.List|lexicon.PartsOpen|lexicon.PartsClosed) || list[k].is(lexicon.With) {
			return true
		}
	}
	return false
}

// dataFollows reports whether what starts at item k goes on with a list of data:
// data stands first, or a word that introduces parts.
func (r *reader) dataFollows(list []item, k int) bool {
	if r.memberFollows(list, k) {
		return true
	}
	prose := 0
	for j := k; j < len(list) && j < k+8; j++ {
		it := &list[j]
		if j > k {
			prose += it.gap
		} else {
			prose += min(it.gap, 3)
		}
		if it.isMark(syntax.Data) {
			return prose <= 8*len("的")
		}
		switch {
		case j == k && ofWhich(list, j):
			// ，其中包括<…>
		case it.is(lexicon.Front) && strings.HasSuffix(it.entry.Word, "将"):
			return false // ，并将<…>[提供]给…
		case it.punct == colon && j > k && list[j-1].is(lexicon.PartsOpen|lexicon.PartsClosed):
			prose = -40
		case it.mark >= 0, it.punct != noPunct && it.punct != openQuote && it.punct != openParen:
			return false
		case it.is(lexicon.Modal) && !it.is(lexicon.PartsOpen|lexicon.PartsClosed):
			return false
		case it.is(lexicon.PartsOpen|lexicon.PartsClosed) && !it.is(lexicon.ConditionLead):
			prose = -40
		case j == k && it.is(lexicon.PartsOpen):
		case j == k && it.is(lexicon.SameData) && j+1 < len(list) && list[j+1].gap == 0 && (list[j+1].is(lexicon.PartsClosed|lexicon.PartsOpen) || list[j+1].entry != nil && list[j+1].entry.Word == "为"):
			// ，这些信息包括<…>
			return r.dataFollows(list, j+2) || j+2 < len(list) && list[j+2].punct == colon
		case it.is(lexicon.List | lexicon.Possessive | lexicon.Determiner | lexicon.User | lexicon.Of | lexicon.With | lexicon.Third | lexicon.DataNoun | lexicon.Service | lexicon.Medium):
		case it.entry.Is(lexicon.Neutral):
		case it.is(lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Front | lexicon.Verb | lexicon.Break | lexicon.ConditionLead | lexicon.First):
			return false
		}
	}
	return false
}

// ofWhich reports whether item k starts words that say what data consists of: 其中包括.
func ofWhich(list []item, k int) bool {
	return list[k].is(lexicon.Break) && list[k].entry.Word == "其中" && k+1 < len(list) && list[k+1].gap == 0 && list[k+1].is(lexicon.PartsOpen|lexicon.PartsClosed)
}

// memberFollows reports whether a member of a list starts at item k whose data
// stands behind a clause that qualifies it: 以及您在使用中产生的<记录>.
func (r *reader) memberFollows(list []item, k int) bool {
	if r.english || k >= len(list) || !(list[k].is(lexicon.List) && !list[k].is(lexicon.Break) || list[k].is(lexicon.User|lexicon.Possessive)) || list[k].is(lexicon.Front) {
		return false
	}
	length := 0
	for j := k + 1; j < len(list); j++ {
		it := &list[j]
		length += it.gap
		if it.isMark(syntax.Data) {
			return length <= 40*len("的") && (list[j-1].is(lexicon.Of) && it.gap <= 4*len("的") || list[k].is(lexicon.List) && list[j-1].is(lexicon.Possessive|lexicon.User|lexicon.Determiner))
		}
		if it.mark >= 0 || it.punct != noPunct || it.is(lexicon.Modal|lexicon.Negation|lexicon.ConditionTail|lexicon.PurposeTrail) && !it.is(lexicon.PartsOpen) {
			return false
		}
		length += it.Len()
	}
	return false
}

// partsFollow reports whether a word that introduces parts stands at item k.
func (r *reader) partsFollow(list []item, k int) bool {
	return k < len(list) && list[k].gap == 0 && list[k].is(lexicon.PartsOpen|lexicon.PartsClosed) && (!list[k].is(lexicon.ConditionLead) || r.dataFollows(list, k))
}

// verbInSegment reports whether an action stands in the segment behind item k.
func (r *reader) verbInSegment(list []item, k int) bool {
	for j := k + 1; j < len(list) && list[j].segment <= list[k].segment+1; j++ {
		if list[j].frame >= 0 {
			return true
		}
	}
	return false
}
