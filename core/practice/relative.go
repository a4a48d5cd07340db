package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// findRelatives finds the actions that qualify data.
func (r *reader) findRelatives(list []item, frames []frame) {
	for f := range frames {
		fr := &frames[f]
		if fr.unmarked {
			continue
		}
		if r.english {
			r.findEnglishRelative(list, frames, f)
			continue
		}
		if k := r.relativeEnd(list, fr.item); k >= 0 && !r.nominal(list, k) {
			fr.relative = true
		}
	}
	for f := range frames {
		fr := &frames[f]
		if !fr.relative {
			continue
		}
		// The clause starts at its subject, or behind what stands before it.
		fr.from = fr.item
		for k := fr.item - 1; k >= 0; k-- {
			it := &list[k]
			if it.isMark(syntax.Action) && (frames[it.frame].relative && !frames[it.frame].bounded(list, k, fr.item)) {
				continue
			}
			if it.isMark(syntax.Action) || it.isMark(syntax.Data) || it.punct == colon || it.punct == semicolon || it.is(lexicon.Front) || it.is(lexicon.Modal) && !it.is(lexicon.Ask) {
				break
			}
			fr.from = k
			if it.isMark(syntax.Actor) && r.roles[it.mark].Name == RoleActor {
				for k > 0 && list[k-1].is(lexicon.List) && k > 1 && list[k-2].isMark(syntax.Actor) {
					k -= 2
					fr.from = k
				}
				break
			}
		}
	}
}

// bounded reports whether data stands between two items.
func (fr *frame) bounded(list []item, from, to int) bool {
	for k := from; k < to; k++ {
		if list[k].isMark(syntax.Data) {
			return true
		}
	}
	return false
}

// softGap reports whether the text before item k is nothing but decoration.
func (r *reader) softGap(list []item, k int) bool {
	return k == 0 || blank(r.plain[list[k-1].End:list[k].Start])
}

// relativeEnd returns the index of the 的 that makes a clause of the action at item
// v qualify what follows, -1 when there is none. Joined verbs, a recipient and a
// place may stand between: [提供]给我们的, [发布]在论坛上的, [提供]或因使用而产生的.
func (r *reader) relativeEnd(list []item, v int) int {
	open := false // any unmarked words may follow
	for k := v + 1; k < len(list) && list[k].segment == list[v].segment; k++ {
		it := &list[k]
		if it.depth > list[v].depth {
			continue
		}
		if it.is(lexicon.Of) && it.entry.Word == "的" && (open || it.gap == 0 || r.softGap(list, k)) {
			if open && !r.headFollows(list, k) {
				continue
			}
			return k
		}
		if open {
			if it.mark >= 0 || it.punct != noPunct || it.is(lexicon.Possessive|lexicon.PurposeTrail) && !it.is(lexicon.Adverb) {
				return -1
			}
			continue
		}
		switch {
		case it.gap > 0 && !r.softGap(list, k):
			return -1
		case it.is(lexicon.List) && k+1 < len(list) && list[k+1].mark < 0 && !list[k+1].is(lexicon.Modal|lexicon.Negation|lexicon.Adverb|lexicon.To|lexicon.With|lexicon.Possessive|lexicon.Determiner|lexicon.Ask|lexicon.Allow|lexicon.User):
			open = true
		case it.is(lexicon.ConditionLead) && it.entry.Word == "在":
			open = true
		case it.isMark(syntax.Action) && !list[k-1].is(lexicon.List|lexicon.Adverb|lexicon.To) && !list[k-1].isMark(syntax.Actor):
			return -1
		case it.isMark(syntax.Action), it.is(lexicon.List | lexicon.To | lexicon.First | lexicon.Adverb), it.isMark(syntax.Actor) && list[k-1].is(lexicon.To):
		default:
			return -1
		}
	}
	return -1
}

// headFollows reports whether what 的 at item k qualifies follows at once: marked
// data, or a word for data.
func (r *reader) headFollows(list []item, k int) bool {
	for j := k + 1; j < len(list) && j <= k+3; j++ {
		if list[j].gap > 2*len("的") {
			return false
		}
		if list[j].isMark(syntax.Data) || list[j].is(lexicon.DataNoun) {
			return true
		}
		if !list[j].is(lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.User | lexicon.Neutral | lexicon.Adverb) {
			return false
		}
	}
	return false
}

// nominal reports whether 的 at item k makes the action a noun, as in 收集的目的, so
// that nothing is qualified by it.
func (r *reader) nominal(list []item, k int) bool {
	for j := k + 1; j < len(list); j++ {
		it := &list[j]
		if it.segment != list[k].segment {
			return true
		}
		if it.isMark(syntax.Data) || it.is(lexicon.DataNoun|lexicon.SameData) {
			return false
		}
		if it.isMark(syntax.Action) || it.is(lexicon.PurposeNoun|lexicon.ConditionTail) && j == k+1 {
			return true
		}
	}
	return true
}
