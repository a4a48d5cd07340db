package reading

import "github.com/policymark/policymark/core/lexicon"

// conditionTail: no word ends an English condition.
func (english) conditionTail(*scope, int, int) *lexicon.Entry { return nil }

// conditionGoesOn: an English condition ends with its clause.
func (english) behindModal(_ *scope, start, _ int) int { return start }

func (english) conditionGoesOn(_ *scope, end int) int { return end }

// leadsPurpose: for may lead anything, and to ship it, we … is left to who marks it.
func (english) leadsPurpose(s *scope, k int) bool {
	return !s.has(k, lexicon.LooseLead) && !s.is(k, lexicon.PurposeTrail)
}

// trailsPurpose: to may lead a party, unless what is done for somebody follows.
func (english) trailsPurpose(s *scope, k, last int) bool {
	return !s.has(k, lexicon.LooseLead) || s.startsPurpose(k+1, last, lexicon.Benefit)
}

// innerCondition: English conditions inside a clause are read where they are marked.
func (english) innerCondition(*scope, int, int) {}
