package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

func (chinese) verbFinal() bool { return true }

func (chinese) qualifiesParty(s *scope, at int) bool {
	return lexicon.Default().StartOf(s.plain[at:], lexicon.NamesNext) != nil
}

func (chinese) partyTrails(s *scope, g, left int) bool {
	switch {
	case g < 0:
		return false
	case s.has(g, lexicon.PostVerbal) && (left == g-1 || s.sameClause(left, g)):
		return true
	}
	return left == g-1 && s.adjoins(g) && !s.is(g, lexicon.List)
}

func (chinese) takenFromUs(s *scope, g int, fr *frame) bool {
	us := g + 1
	if !s.is(us, lexicon.First) || !s.adjoins(us) || len(fr.actors) == 0 {
		return false
	}
	actor := fr.actors[0].item
	if actor < 0 || actor == us || s.partyOfItem(&s.items[actor]) == practice.FirstParty {
		return false
	}
	return us+1 == fr.item || lexicon.Default().StartOf(s.plain[s.items[us].End:], lexicon.OurPlace) != nil
}
