package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// relative decides whether action f qualifies what follows 的: (您)[填写]的<姓名>.
func (chinese) relative(s *scope, f int) {
	fr := &s.frames[f]
	if k := s.relativeEnd(fr.item); k >= 0 && !s.nominal(k) {
		fr.relative = true
	}
}

// softGap reports whether the text before item k is nothing but decoration.
func (s *scope) softGap(k int) bool {
	return k == 0 || blank(s.plain[s.items[k-1].End:s.items[k].Start])
}

// relativeEnd returns the index of the 的 that makes a clause of the action at item
// v qualify what follows, -1 when there is none. Joined verbs, a recipient and a
// place may stand between: [提供]给我们的, [发布]在论坛上的, [提供]或因使用而产生的.
func (s *scope) relativeEnd(v int) int {
	open := false // any unmarked words may follow
	for k := range s.behindInClause(v) {
		it := &s.items[k]
		if it.depth > s.items[v].depth {
			continue
		}
		if it.is(lexicon.Of) && it.entry.Word == "的" && (open || it.gap == 0 || s.softGap(k)) {
			if open && !s.headFollows(k) {
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
		case it.gap > 0 && !s.softGap(k):
			return -1
		case it.is(lexicon.List) && k+1 < len(s.items) && s.items[k+1].mark < 0 && !s.is(k+1, lexicon.Modal|lexicon.Negation|lexicon.Adverb|lexicon.To|lexicon.With|lexicon.Possessive|lexicon.Determiner|lexicon.Ask|lexicon.Allow|lexicon.User):
			open = true
		case it.is(lexicon.ConditionLead) && it.entry.Word == "在":
			open = true
		case it.isMark(syntax.Action) && !s.is(k-1, lexicon.List|lexicon.Adverb|lexicon.To) && !s.isMark(k-1, syntax.Actor):
			return -1
		case it.isMark(syntax.Action), it.is(lexicon.List | lexicon.To | lexicon.First | lexicon.Adverb), it.isMark(syntax.Actor) && s.is(k-1, lexicon.To):
		default:
			return -1
		}
	}
	return -1
}

// headFollows reports whether what 的 at item k qualifies follows at once: marked
// data, or a word for data.
func (s *scope) headFollows(k int) bool {
	for j := k + 1; j < len(s.items) && j <= k+3; j++ {
		if s.items[j].gap > 2*hanSize {
			return false
		}
		if s.isMark(j, syntax.Data) || s.is(j, lexicon.DataNoun) {
			return true
		}
		if !s.is(j, lexicon.Determiner|lexicon.Possessive|lexicon.Of|lexicon.User|lexicon.Neutral|lexicon.Adverb) {
			return false
		}
	}
	return false
}

// nominal reports whether 的 at item k makes the action a noun, as in 收集的目的, so
// that nothing is qualified by it.
func (s *scope) nominal(k int) bool {
	for j := k + 1; j < len(s.items); j++ {
		it := &s.items[j]
		if it.segment != s.items[k].segment {
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
