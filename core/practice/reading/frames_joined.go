package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// joinFrames joins actions that share what stands before and behind them.
func (s *scope) joinFrames() {
	for f := range s.frames {
		s.frames[f].group = f
		if f == 0 || s.frames[f].unmarked != s.frames[f-1].unmarked || s.frames[f].relative != s.frames[f-1].relative {
			continue
		}
		if s.items[s.frames[f].item].depth != s.items[s.frames[f-1].item].depth {
			continue
		}
		if s.coordinated(s.frames[f-1].item, s.frames[f].item) {
			s.frames[f].group = s.frames[f-1].group
		}
	}
}

// coordinated reports whether only words that can join actions stand between
// actions a and b: 向(第三方)[提供]、[转让]或从(第三方)[获取].
func (s *scope) coordinated(a, b int) bool {
	joins, prose := 0, 0
	governed := false
	for k := a + 1; k <= b; k++ {
		it := &s.items[k]
		if it.depth > s.items[a].depth {
			return false
		}
		english := it.entry != nil && it.entry.English
		gap := it.gap
		if english || s.items[k-1].entry != nil && s.items[k-1].entry.English {
			gap = max(0, gap-2)
		}
		if !governed {
			prose += gap
		}
		if k == b {
			break
		}
		switch {
		case it.is(lexicon.To | lexicon.With | lexicon.From):
			if it.is(lexicon.List) {
				joins++
			}
			governed = !it.is(lexicon.List) || k+1 < b && s.isMark(k+1, syntax.Actor)
		case it.isMark(syntax.Actor):
			if !governed {
				return false
			}
			governed = false
		case it.is(lexicon.List):
			joins++
		case it.is(lexicon.Adverb | lexicon.Determiner | lexicon.Third | lexicon.Organisation | lexicon.Neutral):
		case it.is(lexicon.Modal) && joins > 0:
		case it.is(lexicon.Negation) && joins > 0:
		case it.is(lexicon.Break) && k+1 < b && s.is(k+1, lexicon.Negation) && s.adjoins(k+1) && k == a+1:
			joins++
		case it.punct == comma && k+1 < b && s.is(k+1, lexicon.List), it.punct == comma && k+1 == b && it.gap == 0, it.punct == comma && english:
			joins++
		default:
			return false
		}
	}
	return prose <= 4*hanSize && (joins > 0 || b == a+1 && s.items[b].gap <= hanSize)
}
