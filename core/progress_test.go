package core

import (
	"math/rand/v2"
	"testing"
)

// invariants are those that progress names.
var invariants = []struct {
	name  string
	holds func(progress) bool
}{
	{"joined were read", func(p progress) bool { return 0 <= p.joined && p.joined <= p.read && p.read <= p.blocks }},
	{"looked were read", func(p progress) bool { return 0 <= p.looked && p.looked <= p.read }},
	{"looking waits for all", func(p progress) bool { return p.looked == 0 || p.read == p.blocks }},
}

func checkInvariants(t *testing.T, p progress) {
	t.Helper()
	for _, i := range invariants {
		if !i.holds(p) {
			t.Fatalf("%q does not hold of %+v", i.name, p)
		}
	}
}

// Each invariant can fail.
func TestInvariantsTellFaults(t *testing.T) {
	faults := map[string][]progress{
		"joined were read":      {{blocks: 2, read: 3}, {blocks: 2, read: 1, joined: 2}, {blocks: 1, joined: -1}},
		"looked were read":      {{blocks: 2, read: 2, looked: 3}, {blocks: 1, looked: -1}},
		"looking waits for all": {{blocks: 2, read: 1, looked: 1}},
	}
	for _, i := range invariants {
		for _, p := range faults[i.name] {
			if i.holds(p) {
				t.Errorf("%q holds of %+v", i.name, p)
			}
		}
	}
}

func TestProgressFromOpeningToDone(t *testing.T) {
	var p progress
	if !p.done() || p.share() != 1 {
		t.Errorf("no blocks are done by %v", p.share())
	}
	p.blocks = 4
	for _, s := range []struct {
		step  step
		share float64
		take  func()
	}{
		{stepRead, 0, func() { p.replace(0, 0, 2, 4, true) }},
		{stepRead, 0.25, func() { p.replace(2, 0, 2, 4, true) }},
		{stepLook, 0.5, func() { p.lookedOn(3) }},
		{stepLook, 0.875, func() { p.lookedOn(1) }},
		{stepNone, 1, func() {}},
	} {
		checkInvariants(t, p)
		if p.next() != s.step || p.share() != s.share || p.done() != (s.step == stepNone) {
			t.Fatalf("%+v: step %d, %v done; want step %d, %v", p, p.next(), p.share(), s.step, s.share)
		}
		s.take()
	}
}

func TestProgressReplace(t *testing.T) {
	whole := progress{blocks: 10, read: 10, joined: 10, looked: 10}
	for _, tt := range []struct {
		name                      string
		was                       progress
		first, removed, inserted  int
		blocks                    int
		isFollowed, wantLook      bool
		wantRead, joined, wantSee int
	}{
		{"one block of a whole document", whole, 3, 1, 1, 10, true, true, 10, 10, 10},
		{"a block split in two", whole, 3, 1, 2, 11, true, true, 11, 11, 11},
		{"all blocks deleted", whole, 0, 10, 0, 0, true, true, 0, 0, 0},
		{"more changes behind the edit than follows at once", whole, 3, 1, 1, 10, false, true, 10, 4, 10},
		{"an edit behind what is joined", progress{10, 10, 2, 10}, 5, 1, 2, 11, true, true, 11, 2, 11},
		{"an edit over the edge of what is joined", progress{10, 10, 4, 10}, 3, 3, 1, 8, true, true, 8, 4, 8},
		{"an edit before what is not joined", progress{10, 10, 8, 10}, 3, 1, 3, 12, true, true, 12, 10, 12},
		{"the last blocks are read at once", progress{10, 0, 0, 0}, 0, 0, 10, 10, true, true, 10, 10, 10},
		{"some are read", progress{10, 4, 4, 0}, 4, 0, 3, 10, true, false, 7, 7, 0},
		{"the last are read behind others", progress{10, 4, 4, 0}, 4, 0, 6, 10, true, false, 10, 10, 0},
		{"an edit before what is looked at next", progress{10, 10, 10, 6}, 3, 1, 2, 11, true, true, 11, 11, 7},
		{"an edit behind that", progress{10, 10, 10, 2}, 3, 1, 2, 11, true, false, 11, 11, 2},
		{"an edit across that", progress{10, 10, 10, 4}, 3, 3, 1, 8, true, true, 8, 8, 4},
		{"deleting all that was not read", progress{10, 4, 4, 0}, 3, 1, 1, 4, true, false, 4, 4, 0},
	} {
		p := tt.was
		look := p.replace(tt.first, tt.removed, tt.inserted, tt.blocks, tt.isFollowed)
		checkInvariants(t, p)
		if want := (progress{tt.blocks, tt.wantRead, tt.joined, tt.wantSee}); p != want || look != tt.wantLook {
			t.Errorf("%s: %+v, look now: %v; want %+v, %v", tt.name, p, look, want, tt.wantLook)
		}
	}
}

// A document's blocks as truth: what progress counts is compared with what each block
// went through.
func TestProgressCountsWhatBlocksWentThrough(t *testing.T) {
	type block struct{ isJoined, isLooked bool }
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		unread := r.IntN(12)
		var read []block
		p := progress{blocks: unread}
		wasLooked := false
		for range 40 {
			switch n := r.IntN(4); {
			case n == 0 && p.next() == stepRead:
				more := 1 + r.IntN(unread)
				unread -= more
				look := p.replace(len(read), 0, more, p.blocks, true)
				for range more {
					read = append(read, block{true, look})
				}
			case n == 1 && p.next() == stepLook:
				more := 1 + r.IntN(len(read)-p.looked)
				for i := range more {
					read[p.looked+i].isLooked = true
				}
				p.lookedOn(more)
			case n == 2 && p.next() == stepJoin:
				more := 1 + r.IntN(len(read)-p.joined)
				for i := range more {
					read[p.joined+i].isJoined = true
				}
				p.joinedOn(more)
			case n == 3: // an edit of blocks that were read
				first := r.IntN(len(read) + 1)
				removed := r.IntN(len(read) - first + 1)
				fresh := make([]block, r.IntN(4))
				behind := first + removed
				isFollowed := behind == len(read) || r.IntN(2) == 0
				look := p.replace(first, removed, len(fresh), p.blocks+len(fresh)-removed, isFollowed)
				for i := range fresh {
					fresh[i] = block{true, look}
				}
				rest := append([]block{}, read[behind:]...)
				if !isFollowed {
					rest[0].isJoined = false
				}
				read = append(append(read[:first:first], fresh...), rest...)
			}
			checkInvariants(t, p)
			if p.read != len(read) || p.blocks != len(read)+unread {
				t.Fatalf("seed %d: %+v, and %d blocks of %d are read", seed, p, len(read), len(read)+unread)
			}
			for i, b := range read {
				if i < p.joined && !b.isJoined {
					t.Fatalf("seed %d: %+v counts block %d, which is not joined", seed, p, i)
				}
				if (i < p.looked) != b.isLooked {
					t.Fatalf("seed %d: %+v is wrong of block %d, which is looked at: %v", seed, p, i, b.isLooked)
				}
			}
			if isLooked := p.looked == p.blocks; wasLooked && !isLooked {
				t.Fatalf("seed %d: \"looked stay looked at\" does not hold of %+v", seed, p)
			} else {
				wasLooked = isLooked
			}
		}
	}
}
