package compare

import (
	"slices"
	"sort"
)

// pair is a sentence of the old text beside one of the new text.
type pair struct {
	a, b span
	to   []int32 // where each cluster of a is in b, -1 for nowhere
	same int     // clusters that are somewhere
}

// likeness returns how much two sentences have in common, 0 to 1.
func (p *pair) likeness() float64 {
	return 2 * float64(p.same) / float64(p.a.len()+p.b.len())
}

// maxSentence is the length in clusters up to which sentences are compared.
const maxSentence = maxClusters / 2

// search looks for the place of a mark whose sentence changed, among the sentences
// of the new text that nothing else accounts for.
func (c *carrier) search(m *Carried, at span, first, last int) {
	type place struct {
		to    span
		score float64
		exact bool // the words are all there
		near  bool // the sentence is where its neighbours are
	}
	var best, next place
	near := c.near(first, last)
	for _, j := range c.candidates(first, last, near) {
		p := c.pair(first, last, j)
		if p == nil {
			continue
		}
		to, exact, ok := p.find(at)
		if !ok {
			continue
		}
		one := place{to, (p.likeness() + p.context(at)) / 2, exact, slices.Contains(near, j)}
		if !exact {
			one.score *= 0.9
		}
		rank := func(q place) float64 {
			if q.near {
				return q.score + minMargin
			}
			return q.score
		}
		if best.score == 0 || rank(one) > rank(best) {
			best, next = one, best
		} else if rank(one) > rank(next) {
			next = one
		}
	}
	if best.score < minCandidate {
		return
	}
	m.Score = best.score
	m.State = Doubtful
	m.place(c, at, best.to)
	enough, margin := minPlaced, best.score-next.score
	if !best.near {
		enough = minStray
	} else if !next.near {
		margin += minMargin
	}
	if best.exact && best.score >= enough && margin >= minMargin {
		m.State = Kept
	}
}

// near returns the sentences of the new text that nothing accounts for and that
// stand between the ones to which the neighbours of first to last went, at most a
// few.
func (c *carrier) near(first, last int) []int {
	const maxNear = 12
	lo, hi := 0, len(c.used)
	cuts := c.sentenceCuts(0)
	for i := first - 1; i >= 0; i-- {
		if c.how[i] == Exact {
			lo = c.sentenceOf(1, int(c.to[cuts[i]])) + 1
			break
		}
	}
	for i := last + 1; i < len(c.how); i++ {
		if c.how[i] == Exact {
			hi = c.sentenceOf(1, int(c.to[cuts[i]]))
			break
		}
	}
	var list []int
	// Those that the alignment found something of first.
	for k := cuts[first]; k < cuts[last+1]; k++ {
		if c.to[k] >= 0 {
			if j := c.sentenceOf(1, int(c.to[k])); !c.used[j] && !slices.Contains(list, j) && len(list) < maxNear {
				list = append(list, j)
			}
		}
	}
	for j := lo; j < hi && len(list) < maxNear; j++ {
		if !c.used[j] && !slices.Contains(list, j) {
			list = append(list, j)
		}
	}
	return list
}

// candidates returns near and behind it the sentences anywhere that have most in
// common with first to last.
func (c *carrier) candidates(first, last int, near []int) []int {
	const maxFar, common = 3, 200
	if c.index == nil {
		c.index = map[uint64][]int32{}
		cuts := c.sentenceCuts(1)
		for j := range c.used {
			if !c.used[j] {
				c.bigrams(c.b, span{int(cuts[j]), int(cuts[j+1])}, func(key uint64) {
					if list := c.index[key]; len(list) < common && (len(list) == 0 || list[len(list)-1] != int32(j)) {
						c.index[key] = append(list, int32(j))
					}
				})
			}
		}
	}
	counts := map[int32]int{}
	cuts := c.sentenceCuts(0)
	c.bigrams(c.a, span{int(cuts[first]), int(cuts[last+1])}, func(key uint64) {
		if list := c.index[key]; len(list) < common {
			for _, j := range list {
				counts[j]++
			}
		}
	})
	far := make([]int32, 0, len(counts))
	for j := range counts {
		far = append(far, j)
	}
	sort.Slice(far, func(x, y int) bool {
		i, j := far[x], far[y]
		if counts[i] != counts[j] {
			return counts[i] > counts[j]
		}
		return i < j
	})
	list := slices.Clone(near)
	for _, j := range far[:min(len(far), maxFar)] {
		if !slices.Contains(list, int(j)) {
			list = append(list, int(j))
		}
	}
	return list
}

// bigrams calls yield for every two clusters in a row.
func (c *carrier) bigrams(t *text, s span, yield func(uint64)) {
	names := c.aligner.clusterNames(t, s)
	for i := 0; i+1 < len(names); i++ {
		yield(uint64(names[i])<<32 | uint64(names[i+1]))
	}
}

// pair sets the sentences first to last of the old text beside sentence j of the new
// one; nil when they are too long.
func (c *carrier) pair(first, last, j int) *pair {
	key := [2]int{first<<16 + last - first, j}
	if p, known := c.pairs[key]; known {
		return p
	}
	if c.pairs == nil {
		c.pairs = map[[2]int]*pair{}
	}
	cutsA, cutsB := c.sentences()
	p := &pair{a: span{int(cutsA[first]), int(cutsA[last+1])}, b: span{int(cutsB[j]), int(cutsB[j+1])}}
	if p.a.len() > maxSentence || p.b.len() > maxSentence {
		c.pairs[key] = nil
		return nil
	}
	p.to = make([]int32, p.a.len())
	for i := range p.to {
		p.to[i] = -1
	}
	found := common(c.aligner.clusterNames(c.a, p.a), c.aligner.clusterNames(c.b, p.b))
	for _, m := range meaningful(found, p.a.len(), p.b.len()) {
		p.same += m.n
		for k := range m.n {
			p.to[m.a+k] = int32(p.b.start + m.b + k)
		}
	}
	c.pairs[key] = p
	return p
}

// find returns where the clusters of a mark are in the other sentence, and whether
// they are all there, as one. When they are not it is what stands in their place.
func (p *pair) find(at span) (to span, exact, ok bool) {
	s := span{at.start - p.a.start, at.end - p.a.start}
	inside := 0
	to = span{-1, -1}
	exact = true
	for k := s.start; k < s.end; k++ {
		j := int(p.to[k])
		if j < 0 {
			exact = false
			continue
		}
		inside++
		if to.start < 0 {
			to.start = j
		} else if j != to.end {
			exact = false
		}
		to.end = j + 1
	}
	if exact {
		return to, true, true
	}
	// What the neighbours on both sides leave between them.
	left, right := p.b.start-1, p.b.end
	if s.start > 0 {
		left = int(p.to[s.start-1])
	}
	if s.end < len(p.to) {
		right = int(p.to[s.end])
	}
	known := s.start == 0 || left >= 0
	left++
	if known && right > left && right-left <= 3*s.len()+12 && (to.start < 0 || left <= to.start && to.end <= right) {
		return span{left, right}, false, true
	}
	return to, false, 2*inside >= s.len()
}

// context returns how much of what stands beside a mark is still beside it, 0 to 1.
func (p *pair) context(at span) float64 {
	s := span{at.start - p.a.start, at.end - p.a.start}
	seen, still := 0, 0
	look := func(from, step int, expected int32) {
		for k := 0; k < around; k++ {
			i := from + step*k
			if i < 0 || i >= len(p.to) {
				return
			}
			seen++
			if j := p.to[i]; j >= 0 && (expected < 0 || max(j-expected, expected-j) <= int32(around+k)) {
				still++
			}
		}
	}
	look(s.start-1, -1, p.to[s.start])
	look(s.end, +1, p.to[s.end-1])
	if seen == 0 {
		return p.likeness()
	}
	return float64(still) / float64(seen)
}
