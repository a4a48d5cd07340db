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
		switch {
		case s.items[k].depth > s.items[v].depth:
		case s.endsInPossessive(k) && s.softGap(k) && s.headFollows(k):
			return k // 您[上传]给我们的<资料>
		case s.has(k, lexicon.Attributive) && (open || s.softGap(k)):
			if !open || s.headFollows(k) {
				return k
			}
		case open:
			if s.endsOpenClause(k) {
				return -1
			}
		case !s.softGap(k):
			return -1
		case s.opensClause(k):
			open = true
		case !s.inPlainClause(k):
			return -1
		}
	}
	return -1
}

// endsInPossessive reports whether the word at item k is a party to whom something goes and the 的
// behind it in one: 我们的 of 给我们的.
func (s *scope) endsInPossessive(k int) bool {
	return s.is(k, lexicon.Possessive) && s.has(k, lexicon.Ours) && s.is(k-1, lexicon.To) && s.has(k-1, lexicon.GivesTo)
}

// opensClause reports whether item k starts words of a relative clause that nobody
// marked: 或 of 或因使用而产生的, 在 of 在论坛上的.
func (s *scope) opensClause(k int) bool {
	const marked = lexicon.Modal | lexicon.Negation | lexicon.Adverb | lexicon.To | lexicon.With | lexicon.Possessive | lexicon.Determiner | lexicon.Ask | lexicon.Allow | lexicon.User
	return s.is(k, lexicon.List) && k+1 < len(s.items) && s.items[k+1].mark < 0 && !s.is(k+1, marked) || s.has(k, lexicon.Locative)
}

// endsOpenClause reports whether item k cannot stand in unmarked words of a relative
// clause.
func (s *scope) endsOpenClause(k int) bool {
	it := &s.items[k]
	if it.has(lexicon.Pronoun) && s.is(k-1, lexicon.Verb) {
		return true // [收集]、存储及使用您发布的<图片>
	}
	return it.mark >= 0 || it.punct != noPunct || it.is(lexicon.Possessive|lexicon.PurposeTrail) && !it.is(lexicon.Adverb)
}

// inPlainClause reports whether item k can stand between a verb and the 的 that ends its
// clause: a verb that is joined with it, or the party that it goes to.
func (s *scope) inPlainClause(k int) bool {
	switch {
	case s.isMark(k, syntax.Action):
		return s.is(k-1, lexicon.List|lexicon.Adverb|lexicon.To) || s.isMark(k-1, syntax.Actor)
	case s.isMark(k, syntax.Actor):
		return s.is(k-1, lexicon.To)
	}
	return s.is(k, lexicon.List|lexicon.To|lexicon.First|lexicon.Adverb)
}

const (
	maxToHead   = 3           // items from 的 to what it qualifies: 的您的相关<信息>
	maxHeadStep = 2 * hanSize // bytes between two of them: two unknown characters
)

// headFollows reports whether what 的 at item k qualifies follows at once: marked
// data, or a word for data.
func (s *scope) headFollows(k int) bool {
	for j := k + 1; j < len(s.items) && j <= k+maxToHead; j++ {
		if s.items[j].gap > maxHeadStep {
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
