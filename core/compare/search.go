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
	for _, cand := range c.candidates(first, last) {
		j := cand.sentence
		p := c.pair(first, last, j)
		if p == nil {
			continue
		}
		to, exact, ok := p.find(at)
		if !ok {
			continue
		}
		one := place{to, (p.likeness() + p.context(at)) / 2, exact, cand.near}
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

// candidate is a sentence of the new text in which marks are looked for.
type candidate struct {
	sentence int
	near     bool // it is where the neighbours of the old sentence are
	aligned  bool // the alignment found something of the old sentence in it
	shared   int  // pairs of clusters that both have
}

// The bounds of the candidates: how many sentences near, and how many at all, are
// compared, and in how many sentences a pair of clusters may occur and still be telling.
const (
	maxNear       = 12
	maxCandidates = 6
	maxCommon     = 64
)

// candidates returns the sentences of the new text that nothing accounts for and that
// have most in common with the sentences first to last: those between the ones to
// which the neighbours went, and those anywhere.
func (c *carrier) candidates(first, last int) []candidate {
	key := [2]int{first, last}
	if list, known := c.found[key]; known {
		return list
	}
	if c.index == nil {
		c.prepare()
	}
	seen := map[int]int{}
	var list []candidate
	add := func(j int, near, aligned bool) {
		if _, known := seen[j]; !known && !c.used[j] {
			seen[j] = len(list)
			list = append(list, candidate{j, near, aligned, 0})
		}
	}
	cuts := c.sentenceCuts(0)
	for k := cuts[first]; k < cuts[last+1] && len(list) < maxNear; k++ {
		if c.to[k] >= 0 {
			add(c.sentenceOf(1, int(c.to[k])), true, true)
		}
	}
	for j := c.after[first]; j < c.before[last] && len(list) < maxNear; j++ {
		add(j, true, false)
	}
	c.bigrams(c.a, span{int(cuts[first]), int(cuts[last+1])}, func(key uint64) {
		if places := c.index[key]; len(places) < maxCommon {
			for _, j := range places {
				add(int(j), false, false)
				list[seen[int(j)]].shared++
			}
		}
	})
	sort.SliceStable(list, func(x, y int) bool {
		a, b := &list[x], &list[y]
		switch {
		case a.aligned != b.aligned:
			return a.aligned
		case a.shared != b.shared:
			return a.shared > b.shared
		}
		return a.near && !b.near
	})
	// What shares much less than the best cannot be better than it.
	most := 0
	for _, one := range list {
		most = max(most, one.shared)
	}
	list = slices.DeleteFunc(list, func(one candidate) bool { return !one.aligned && 2*one.shared < most })
	list = list[:min(len(list), maxCandidates)]
	c.found[key] = list
	return list
}

// prepare makes what candidates are found by: the sentences of the new text that
// nothing accounts for by their pairs of clusters, and for each old sentence those
// between which its neighbours went.
func (c *carrier) prepare() {
	c.index, c.found = map[uint64][]int32{}, map[[2]int][]candidate{}
	cuts := c.sentenceCuts(1)
	for j := range c.used {
		if !c.used[j] {
			c.bigrams(c.b, span{int(cuts[j]), int(cuts[j+1])}, func(key uint64) {
				if list := c.index[key]; len(list) < maxCommon && (len(list) == 0 || list[len(list)-1] != int32(j)) {
					c.index[key] = append(list, int32(j))
				}
			})
		}
	}
	cuts = c.sentenceCuts(0)
	c.after, c.before = make([]int, len(c.how)), make([]int, len(c.how))
	at := 0
	for i := range c.how {
		c.after[i] = at
		if c.how[i] == Exact {
			at = c.sentenceOf(1, int(c.to[cuts[i]])) + 1
		}
	}
	at = len(c.used)
	for i := len(c.how) - 1; i >= 0; i-- {
		c.before[i] = at
		if c.how[i] == Exact {
			at = c.sentenceOf(1, int(c.to[cuts[i]]))
		}
	}
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
