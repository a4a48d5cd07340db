package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// indirectObject reports whether the actor at item i is whom a verb of giving gives
// something: [provide] (our partners) with <data>.
func (english) indirectObject(s *scope, i int) bool {
	k := s.skipBack(s.firstOfList(i, syntax.Actor)-1, lexicon.Determiner|lexicon.Possessive)
	if !s.isMark(k, syntax.Action) || !s.categoryAt(k).Gives() {
		return false
	}
	for j := i + 1; j < len(s.items); j++ {
		if s.isMark(j, syntax.Data) {
			return true
		}
		if !s.is(j, lexicon.With|lexicon.Determiner|lexicon.Possessive|lexicon.List|lexicon.PartsOpen) && !s.has(j, lexicon.Furnishes) && !s.isMark(j, syntax.Actor) && !s.isPunct(j, comma) {
			return false
		}
	}
	return false
}

// placeBefore reports whether the actor at item i is where data is kept: [store] it on
// (our servers).
func (english) placeBefore(s *scope, i int) bool {
	return s.is(s.skipBack(i-1, lexicon.Possessive|lexicon.Determiner), lexicon.Place)
}

func (english) namesUser(*scope, source.Span) bool { return false }
