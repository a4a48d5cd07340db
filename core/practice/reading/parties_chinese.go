package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// How long the name of a party may be that the lexicon does not know, in bytes. What is
// longer is more than a name.
const (
	minPartyName = 2 * hanSize
	maxPartyName = 12 * hanSize
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

func (chinese) unknownParty(s *scope, g int, fr *frame) []practice.Value {
	end := s.span.End
	k := g + 1
	for s.adjoins(k) && s.is(k, lexicon.Determiner|lexicon.Adverb|lexicon.Neutral|lexicon.Service) {
		k++
	}
	if k < len(s.items) {
		if s.is(k, lexicon.User|lexicon.First|lexicon.Possessive|lexicon.SameData|lexicon.Of|lexicon.DataNoun) || s.isMark(k, syntax.Data) && s.adjoins(k) || s.isMark(k, syntax.Actor) {
			return nil
		}
		end = s.items[k].Start
		if s.items[k].punct == openParen && k > g && s.adjoins(k) && k == g+1 {
			return nil
		}
	}
	behind := g > 0 && s.items[g-1].frame >= 0 && s.adjoins(g)
	if !behind && (k >= len(s.items) || k != fr.item && s.items[k].punct != openParen) {
		return nil
	}
	span := trimSpan(s.plain, source.Span{Start: s.items[g].End, End: end})
	if n := span.Len(); n < minPartyName || n > maxPartyName {
		return nil
	}
	return []practice.Value{*s.third(span)}
}
