package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

const (
	// maxJoinedProse is how many bytes of words that the lexicon does not know may stand
	// between actions that act as one, four characters; what a preposition governs is not
	// counted.
	maxJoinedProse = 4 * hanSize
	// wordSpaces is how many bytes of them are the spaces around an English word.
	wordSpaces = 2
)

// joinFrames joins actions that share what stands before and behind them.
func (s *scope) joinFrames() {
	for f := range s.frames {
		s.frames[f].group = f
		if f == 0 || s.frames[f].relative != s.frames[f-1].relative {
			continue
		}
		if s.frames[f].unmarked != s.frames[f-1].unmarked && !s.english {
			continue
		}
		if s.items[s.frames[f].item].depth != s.items[s.frames[f-1].item].depth {
			continue
		}
		if a, b := s.frames[f-1].item, s.frames[f].item; s.coordinated(a, b) && !s.othersTurn(a, b) && !s.waitsForParty(a) || s.english && s.halfMarked(a, b) {
			s.frames[f].group = s.frames[f-1].group
		}
	}
}

// coordinated reports whether only words that can join actions stand between
// actions a and b: 向(第三方)[提供]、[转让]或从(第三方)[获取].
func (s *scope) coordinated(a, b int) bool {
	joins, prose := 0, 0
	governed := false // a preposition waits for its party
	for k := a + 1; k <= b; k++ {
		it := &s.items[k]
		if it.depth > s.items[a].depth {
			return false
		}
		if !governed {
			prose += s.unknownBefore(k)
		}
		switch {
		case k == b:
		case it.is(lexicon.To | lexicon.With | lexicon.From):
			if it.is(lexicon.List) {
				joins++
			}
			governed = !it.is(lexicon.List) || s.isMark(k+1, syntax.Actor)
		case it.isMark(syntax.Actor):
			if !governed {
				return false
			}
			governed = false
		case it.is(lexicon.List):
			joins++
		case it.is(lexicon.Adverb | lexicon.Determiner | lexicon.Third | lexicon.Organisation | lexicon.Neutral):
		case it.is(lexicon.Modal|lexicon.Negation) && joins > 0:
		case k == a+1 && it.is(lexicon.Break) && s.is(k+1, lexicon.Negation) && s.adjoins(k+1), s.joiningComma(k, b):
			joins++
		default:
			return false
		}
	}
	return prose <= maxJoinedProse && (joins > 0 || b == a+1 && s.isNear(b))
}

// othersTurn reports whether a comma stands between actions a and b and behind it the name of
// somebody else, who does the second: 您[下单]，厨师[查看]<备注>.
func (s *scope) othersTurn(a, b int) bool {
	for k := b - 1; k > a && !s.english; k-- {
		if s.isPunct(k, comma) {
			p := phrase{source.Span{Start: s.items[k].End, End: s.items[b].Start}, k + 1, b}
			s.endAt(&p, s.predicateEdge(&p))
			s.stripName(&p)
			return s.namesSomebody(s.upTo(p, b)) && !s.startsWith(p, lexicon.To|lexicon.With|lexicon.From)
		}
	}
	return false
}

// waitsForParty reports whether the party that the action at item v goes to is said behind the next
// one, which is joined with it: [sent] to and [kept] by (vendors).
func (s *scope) waitsForParty(v int) bool {
	return s.english && s.is(v+1, lexicon.To|lexicon.From|lexicon.With) && !s.is(v+1, lexicon.List) && s.isNext(v+1) && s.is(v+2, lexicon.List) && s.isNext(v+2)
}

// halfMarked reports whether actions a and b are joined with verbs between them that nobody
// has marked: [open], copy or [forward].
func (s *scope) halfMarked(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.isPunct(k, comma) {
			continue
		}
		if !s.is(k, lexicon.List|lexicon.Verb|lexicon.Adverb|lexicon.Benefit) && !s.isPunct(k, lineBreak) || s.items[k].frame >= 0 || s.is(k, lexicon.To|lexicon.With) && !s.is(k, lexicon.List) {
			return false
		}
	}
	k := s.skipBack(b-1, lexicon.Adverb)
	words := len(strings.Fields(s.plain[s.items[a].End:s.items[b].Start]))
	joined := s.is(k, lexicon.List) || s.isPunct(k, comma) && s.joinedBehind(b)
	return k > a && joined && s.isPunct(a+1, comma) && words <= maxHalfMarked
}

// joinedBehind reports whether a verb that and or or joins with the action at item v follows it at
// once: [copy], or forward.
func (s *scope) joinedBehind(v int) bool {
	k := v + 1
	for s.isPunct(k, comma) || s.is(k, lexicon.Verb) && s.items[k].frame < 0 && !s.is(k, lexicon.List) {
		k++
	}
	if !s.is(k, lexicon.List) {
		return false
	}
	k = s.skip(k, lexicon.List|lexicon.Adverb)
	return s.is(k, lexicon.Verb) || s.isMark(k, syntax.Action)
}

// maxHalfMarked is how many words can stand between joined actions, half of them marked.
const maxHalfMarked = 8

// joiningComma reports whether a comma at item k joins what stands before it with action
// b: [收集]，或[使用]; [收集]，[使用].
func (s *scope) joiningComma(k, b int) bool {
	return s.isPunct(k, comma) && (s.is(k+1, lexicon.List) || k+1 == b && s.adjoins(k))
}

// unknownBefore returns how many bytes before item k no item covers, but for the spaces
// of English words.
func (s *scope) unknownBefore(k int) int {
	if s.isEnglish(k) || s.isEnglish(k-1) {
		return max(0, s.items[k].gap-wordSpaces)
	}
	return s.items[k].gap
}

// isEnglish reports whether item k is an English word of the lexicon.
func (s *scope) isEnglish(k int) bool { return s.items[k].entry != nil && s.items[k].entry.English }
