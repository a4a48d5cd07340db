package compare

import "slices"

// findMoves pairs lines, then sentences, that are elsewhere as they were.
func (c *carrier) findMoves() {
	for _, l := range []int{byLine, bySentence} {
		cutsA, cutsB := c.aligner.cutsA[l], c.aligner.cutsB[l]
		idsA, idsB := c.aligner.idsA[l], c.aligner.idsB[l]
		freeA := func(i int) bool {
			return c.free(c.how, within(c.sentenceCuts(0), span{int(cutsA[i]), int(cutsA[i+1])}))
		}
		freeB := func(j int) bool {
			s := within(c.sentenceCuts(1), span{int(cutsB[j]), int(cutsB[j+1])})
			return !slices.Contains(c.used[s.start:s.end], true)
		}
		type once struct{ a, b, i, j int }
		seen := map[int32]*once{}
		for i, id := range idsA {
			if cutsA[i+1]-cutsA[i] >= minMoved && freeA(i) {
				o := seen[id]
				if o == nil {
					o = &once{}
					seen[id] = o
				}
				o.a++
				o.i = i
			}
		}
		for j, id := range idsB {
			if o := seen[id]; o != nil && freeB(j) {
				o.b++
				o.j = j
			}
		}
		for i, id := range idsA {
			o := seen[id]
			if o == nil || o.a != 1 || o.b != 1 || o.i != i || !freeA(i) || !freeB(o.j) {
				continue
			}
			c.move(l, i, o.j)
			// What stands beside it and is the same goes with it, however short.
			for k := 1; i+k < len(idsA) && o.j+k < len(idsB) && idsA[i+k] == idsB[o.j+k] && freeA(i+k) && freeB(o.j+k); k++ {
				c.move(l, i+k, o.j+k)
			}
			for k := 1; i-k >= 0 && o.j-k >= 0 && idsA[i-k] == idsB[o.j-k] && freeA(i-k) && freeB(o.j-k); k++ {
				c.move(l, i-k, o.j-k)
			}
		}
	}
}

func (c *carrier) sentenceCuts(side int) []int32 {
	if side == 0 {
		return c.aligner.cutsA[bySentence]
	}
	return c.aligner.cutsB[bySentence]
}

func (c *carrier) free(how []State, s span) bool {
	return !slices.ContainsFunc(how[s.start:s.end], func(h State) bool { return h != Lost })
}

// move notes that piece i of the old text is piece j of the new one.
func (c *carrier) move(l, i, j int) {
	a := span{int(c.aligner.cutsA[l][i]), int(c.aligner.cutsA[l][i+1])}
	b := span{int(c.aligner.cutsB[l][j]), int(c.aligner.cutsB[l][j+1])}
	for k := range a.len() {
		c.to[a.start+k] = int32(b.start + k)
	}
	for s, k := within(c.sentenceCuts(0), a), 0; k < s.len(); k++ {
		c.how[s.start+k] = Moved
	}
	for s, k := within(c.sentenceCuts(1), b), 0; k < s.len(); k++ {
		c.used[s.start+k] = true
	}
}
