package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// findRelatives finds the actions that qualify data.
func (s *scope) findRelatives() {
	for f := range s.frames {
		fr := &s.frames[f]
		if fr.unmarked {
			continue
		}
		s.grammar.relative(s, f)
	}
	for f := range s.frames {
		fr := &s.frames[f]
		if !fr.relative {
			continue
		}
		// The clause starts at its subject, or behind what stands before it.
		fr.from = fr.item
		for k := range s.before(fr.item) {
			it := &s.items[k]
			if it.isMark(syntax.Action) && (s.frames[it.frame].relative && !s.markBetween(k, fr.item, syntax.Data)) {
				continue
			}
			if it.isMark(syntax.Action) || it.isMark(syntax.Data) || it.punct == colon || it.punct == semicolon || it.is(lexicon.Front) || it.is(lexicon.Modal) && !it.is(lexicon.Ask) {
				break
			}
			fr.from = k
			if it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleActor {
				for s.is(k-1, lexicon.List) && s.isMark(k-2, syntax.Actor) {
					k -= 2
					fr.from = k
				}
				break
			}
		}
	}
}
