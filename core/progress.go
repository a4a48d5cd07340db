package core

// progress says how far the blocks of a document are worked out. Each block is read,
// then joined to the blocks before it, which means that it was read with what they hand
// on to it as they are now, and then looked at beside all others. The first blocks of a
// document always come first, so that three counts say it all. Between two calls
//
//   - "joined were read": 0 ≤ joined ≤ read ≤ blocks;
//   - "looked were read": 0 ≤ looked ≤ read;
//   - "looking waits for all": looked is 0 until every block is read;
//   - "looked stay looked at": once every block is looked at, that stays so, as the blocks
//     of an edit are looked at at once.
//
// Which of joined and looked is larger is open. The zero value is that of no blocks,
// which is done.
type progress struct {
	blocks int // that the document has to work out
	read   int // the first so many of them, which are the document's cells
	joined int
	looked int
}

// step is a kind of pending work.
type step uint8

const (
	stepNone step = iota // everything is done
	stepJoin             // read again what is not joined
	stepRead             // read on
	stepLook             // look at blocks beside the others
)

// next returns the next step: blocks are joined before more are read, and looked at when
// all are read.
func (p *progress) next() step {
	switch {
	case p.joined < p.read:
		return stepJoin
	case p.read < p.blocks:
		return stepRead
	case p.looked < p.blocks:
		return stepLook
	}
	return stepNone
}

// done reports whether every block is read, joined and looked at.
func (p *progress) done() bool { return p.next() == stepNone }

// share returns the part of all work that is done, from 0 to 1.
func (p *progress) share() float64 {
	if p.done() {
		return 1
	}
	return float64(p.joined+p.looked) / float64(2*p.blocks)
}

// replace notes that inserted blocks took the place of the removed ones from first on
// that were read, that each of them is joined to those before it, and that the document
// has now so many blocks. isFollowed says that those behind them are joined to them if
// they were joined before. It reports whether the inserted blocks count as looked at, so
// that the caller has to look at them.
func (p *progress) replace(first, removed, inserted, blocks int, isFollowed bool) (lookNow bool) {
	behind := first + removed
	p.blocks = blocks
	p.read += inserted - removed
	switch {
	case p.joined < first: // some before them are not joined
	case isFollowed && p.joined >= behind:
		p.joined += inserted - removed
	default:
		p.joined = first + inserted
	}
	lookNow = first <= p.looked && p.read == p.blocks
	if lookNow {
		p.looked = first + inserted + max(0, p.looked-behind)
	}
	return lookNow
}

// joinedOn notes that n more of the blocks that were read are joined as they are.
func (p *progress) joinedOn(n int) { p.joined += n }

// lookedOn notes that n more blocks were looked at.
func (p *progress) lookedOn(n int) { p.looked += n }
