package reading

import "github.com/policymark/policymark/core/practice"

func (english) verbFinal() bool { return false }

// qualifiesParty: what qualifies a party stands before it, or behind who.
func (english) qualifiesParty(*scope, int) bool { return false }

// partyTrails: English parties stand behind their action.
func (english) partyTrails(*scope, int, int) bool { return true }

// parties: English words without an entry may be anything.
func (english) parties(s *scope, g int, _ *frame) []practice.Value { return s.partiesBehind(g) }

// otherParty: English prepositions are always some.
func (english) otherParty(*scope, int) (int, bool) { return -1, false }

// takenFromUs: the company is a source only where somebody has marked it.
func (english) takenFromUs(*scope, int, *frame) bool { return false }
