package reading

func (english) verbFinal() bool { return false }

// qualifiesParty: what qualifies a party stands before it, or behind who.
func (english) qualifiesParty(*scope, int) bool { return false }

// partyTrails: English parties stand behind their action.
func (english) partyTrails(*scope, int, int) bool { return true }

// takenFromUs: the company is a source only where somebody has marked it.
func (english) takenFromUs(*scope, int, *frame) bool { return false }
