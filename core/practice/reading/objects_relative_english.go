package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// relativeObjects returns the data before the clause, and what a verb behind it says
// that this consists of.
func (english) relativeObjects(s *scope, f, last int) []link {
	return append(s.dataBeforeRelative(&s.frames[f]), s.partsBehind(last)...)
}

// dataBeforeRelative collects the data that an English relative clause qualifies.
func (s *scope) dataBeforeRelative(fr *frame) []link {
	var found []link
	for k := range s.before(fr.item) {
		it := &s.items[k]
		if it.depth > s.items[fr.item].depth {
			continue
		}
		if it.isMark(syntax.Data) {
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-of-relative"})
			// A list before the clause is meant as a whole.
			if k > 0 && (s.is(k-1, lexicon.List|lexicon.Possessive|lexicon.Determiner) || s.items[k-1].punct == comma) {
				continue
			}
			break
		}
		if it.isMark(syntax.Action) || len(found) > 0 && !(it.is(lexicon.List|lexicon.Possessive|lexicon.Determiner) || it.punct == comma) {
			break
		}
	}
	return inTextOrder(found)
}

// partsBehind returns the data that an English sentence says the object of a
// relative clause consists of: the <data> we [collect] includes <name> and <age>.
func (s *scope) partsBehind(f int) []link {
	for k := s.frames[f].item + 1; k < len(s.items); k++ {
		if s.items[k].mark >= 0 && s.items[k].kind != syntax.Actor || s.items[k].punct != noPunct {
			return nil
		}
		if s.is(k, lexicon.PartsClosed|lexicon.PartsOpen) {
			return s.dataRight(f)
		}
	}
	return nil
}
