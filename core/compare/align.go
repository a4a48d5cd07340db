package compare

import "sort"

// The bounds of what is compared piece by piece. Past them a stretch counts as
// replaced whole.
const (
	// maxPieces is how many pieces of both texts together Myers' algorithm is given,
	// and maxClusters the same for clusters.
	maxPieces   = 3000
	maxClusters = 1600
	// maxWork is the sum of the squares of what it is given in one comparison.
	maxWork = 400e6
	// maxDepth is how often a stretch is split at pieces that occur once.
	maxDepth = 12
	// minAnchor is the length in clusters from which on a clause that occurs once in
	// both texts is taken for the same one.
	minAnchor = 5
)

// aligner finds what two texts have in common: first whole lines that occur once in
// both (as in Bram Cohen's patience diff), between these sentences, then clauses,
// then clusters.
type aligner struct {
	a, b         *text
	cutsA, cutsB [levels][]int32
	idsA, idsB   [levels][]int32
	pieceIDs     map[piece]int32
	clusterIDs   map[string]int32
	found        []match
	work         int
	progress     Progress
	cancelled    bool
}

type piece struct {
	n int // clusters
	s string
}

func newAligner(a, b *text, p Progress) *aligner {
	w := &aligner{a: a, b: b, cutsA: a.cut(), cutsB: b.cut(), pieceIDs: map[piece]int32{}, clusterIDs: map[string]int32{}, progress: p}
	for l := range levels {
		w.idsA[l] = w.name(a, w.cutsA[l])
		w.idsB[l] = w.name(b, w.cutsB[l])
	}
	return w
}

// name returns a number for each piece of a text, the same for pieces that compare
// as equal.
func (w *aligner) name(t *text, cuts []int32) []int32 {
	ids := make([]int32, 0, len(cuts))
	for i := 0; i+1 < len(cuts); i++ {
		s := span{int(cuts[i]), int(cuts[i+1])}
		key := piece{s.len(), t.key(s)}
		id, known := w.pieceIDs[key]
		if !known {
			id = int32(len(w.pieceIDs))
			w.pieceIDs[key] = id
		}
		ids = append(ids, id)
	}
	return ids
}

// align returns what the texts have in common, in order and joined where two
// stretches touch, as clusters.
func (w *aligner) align() ([]match, error) {
	w.pieces(byLine, span{0, len(w.idsA[byLine])}, span{0, len(w.idsB[byLine])}, 0)
	if w.cancelled {
		return nil, ErrCancelled
	}
	return w.found, nil
}

// add notes a match in clusters.
func (w *aligner) add(m match) {
	if m.n == 0 {
		return
	}
	if k := len(w.found) - 1; k >= 0 && w.found[k].a+w.found[k].n == m.a && w.found[k].b+w.found[k].n == m.b {
		w.found[k].n += m.n
		return
	}
	w.found = append(w.found, m)
}

// addPieces notes that the pieces from i on of one text are those from j on of the
// other.
func (w *aligner) addPieces(l, i, j, n int) {
	if n > 0 {
		start, end := int(w.cutsA[l][i]), int(w.cutsA[l][i+n])
		w.add(match{start, int(w.cutsB[l][j]), end - start})
	}
}

// pieces aligns two ranges of the pieces of one level.
func (w *aligner) pieces(l int, a, b span, depth int) {
	idsA, idsB := w.idsA[l], w.idsB[l]
	head := 0
	for a.start+head < a.end && b.start+head < b.end && idsA[a.start+head] == idsB[b.start+head] {
		head++
	}
	w.addPieces(l, a.start, b.start, head)
	a.start, b.start = a.start+head, b.start+head
	tail := 0
	for a.end-tail > a.start && b.end-tail > b.start && idsA[a.end-1-tail] == idsB[b.end-1-tail] {
		tail++
	}
	a.end, b.end = a.end-tail, b.end-tail
	w.between(l, a, b, depth)
	w.addPieces(l, a.end, b.end, tail)
}

// between aligns two ranges that differ at both ends.
func (w *aligner) between(l int, a, b span, depth int) {
	if a.len() == 0 || b.len() == 0 || !w.goOn(int(w.cutsA[l][a.start])) {
		return
	}
	var anchors []match
	if depth < maxDepth {
		anchors = w.anchors(l, a, b)
	}
	if len(anchors) > 0 {
		for _, m := range anchors {
			w.pieces(l, span{a.start, m.a}, span{b.start, m.b}, depth+1)
			w.addPieces(l, m.a, m.b, 1)
			a.start, b.start = m.a+1, m.b+1
		}
		w.pieces(l, a, b, depth+1)
		return
	}
	if l == byClause && w.clusters(clustersOf(w.cutsA[l], a), clustersOf(w.cutsB[l], b)) {
		return
	}
	from, to := a, b
	for _, m := range w.heavy(l, a, b) {
		w.finer(l, span{from.start, m.a}, span{to.start, m.b})
		w.addPieces(l, m.a, m.b, m.n)
		from.start, to.start = m.a+m.n, m.b+m.n
	}
	w.finer(l, from, to)
}

// heavy returns what two ranges of pieces have in common among those that are long
// enough to be told apart: blank lines and the like pair by chance.
func (w *aligner) heavy(l int, a, b span) []match {
	var at [2][]int
	var ids [2][]int32
	for k, s := range [2]span{a, b} {
		cuts, all := w.cutsA[l], w.idsA[l]
		if k == 1 {
			cuts, all = w.cutsB[l], w.idsB[l]
		}
		for i := s.start; i < s.end; i++ {
			if cuts[i+1]-cuts[i] >= minAnchor {
				at[k], ids[k] = append(at[k], i), append(ids[k], all[i])
			}
		}
	}
	if n := len(ids[0]) + len(ids[1]); len(ids[0]) == 0 || len(ids[1]) == 0 || n > maxPieces || !w.afford(n) {
		return nil
	}
	var list []match
	for _, m := range common(ids[0], ids[1]) {
		for k := range m.n {
			list = append(list, match{at[0][m.a+k], at[1][m.b+k], 1})
		}
	}
	return list
}

// finer aligns two ranges of pieces at the next level.
func (w *aligner) finer(l int, a, b span) {
	if a.len() == 0 || b.len() == 0 {
		return
	}
	if l == byClause {
		w.clusters(clustersOf(w.cutsA[l], a), clustersOf(w.cutsB[l], b))
		return
	}
	w.pieces(l+1, within(w.cutsA[l+1], clustersOf(w.cutsA[l], a)), within(w.cutsB[l+1], clustersOf(w.cutsB[l], b)), 0)
}

// clustersOf returns the clusters of a range of pieces.
func clustersOf(cuts []int32, s span) span {
	return span{int(cuts[s.start]), int(cuts[s.end])}
}

// within returns the pieces of a range of clusters that starts and ends where pieces
// do.
func within(cuts []int32, s span) span {
	find := func(at int) int { return sort.Search(len(cuts), func(i int) bool { return int(cuts[i]) >= at }) }
	return span{find(s.start), find(s.end)}
}

// anchors returns pieces that occur once in both ranges, else as often in one as in
// the other, as far as they are in the same order.
func (w *aligner) anchors(l int, a, b span) []match {
	type count struct{ a, b, lastA, lastB int32 }
	counts := make(map[int32]*count, min(a.len(), b.len()))
	for i := a.start; i < a.end; i++ {
		id := w.idsA[l][i]
		c := counts[id]
		if c == nil {
			c = &count{}
			counts[id] = c
		}
		c.a++
		c.lastA = int32(i)
	}
	for j := b.start; j < b.end; j++ {
		if c := counts[w.idsB[l][j]]; c != nil {
			c.b++
			c.lastB = int32(j)
		}
	}
	long := func(i int) bool { return w.cutsA[l][i+1]-w.cutsA[l][i] >= minAnchor }
	var list []match
	for i := a.start; i < a.end; i++ {
		if c := counts[w.idsA[l][i]]; c.a == 1 && c.b == 1 && long(i) {
			list = append(list, match{i, int(c.lastB), 1})
		}
	}
	if len(list) == 0 && l < byClause {
		// The k-th of several alike is taken for the k-th.
		places := map[int32][]int32{}
		for j := b.start; j < b.end; j++ {
			if c := counts[w.idsB[l][j]]; c != nil && c.a == c.b {
				places[w.idsB[l][j]] = append(places[w.idsB[l][j]], int32(j))
			}
		}
		for i := a.start; i < a.end; i++ {
			id := w.idsA[l][i]
			if p := places[id]; len(p) > 0 && long(i) {
				list = append(list, match{i, int(p[0]), 1})
				places[id] = p[1:]
			}
		}
	}
	return increasing(list)
}

// increasing returns the longest part of list, which is in the order of a, that is
// in the order of b too.
func increasing(list []match) []match {
	if len(list) == 0 {
		return nil
	}
	ends := make([]int, 0, len(list)) // index of the last match of the best chain of each length
	before := make([]int, len(list))
	for i, m := range list {
		k := sort.Search(len(ends), func(k int) bool { return list[ends[k]].b >= m.b })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	out := make([]match, len(ends))
	for i, k := ends[len(ends)-1], len(ends)-1; k >= 0; i, k = before[i], k-1 {
		out[k] = list[i]
	}
	return out
}

// clusters aligns two ranges of clusters and reports whether it could: past the
// bounds it does nothing.
func (w *aligner) clusters(a, b span) bool {
	n := a.len() + b.len()
	if n > maxClusters || !w.afford(n) {
		return false
	}
	for _, m := range meaningful(common(w.clusterNames(w.a, a), w.clusterNames(w.b, b)), a.len(), b.len()) {
		w.add(match{a.start + m.a, b.start + m.b, m.n})
	}
	return true
}

// clusterNames returns a number for each cluster of a range.
func (w *aligner) clusterNames(t *text, s span) []int32 {
	list := make([]int32, s.len())
	for i := range list {
		key := t.key(span{s.start + i, s.start + i + 1})
		id, known := w.clusterIDs[key]
		if !known {
			id = int32(len(w.clusterIDs))
			w.clusterIDs[key] = id
		}
		list[i] = id
	}
	return list
}

// meaningful leaves out matches that are no longer than the changes on either side
// of them: a few characters that two sentences share by chance. lenA and lenB are
// the lengths of the lists. It is what diff-match-patch calls semantic clean-up.
func meaningful(list []match, lenA, lenB int) []match {
	for {
		out := make([]match, 0, len(list))
		endA, endB := 0, 0 // of the match kept last
		for k, m := range list {
			nextA, nextB := lenA, lenB
			if k+1 < len(list) {
				nextA, nextB = list[k+1].a, list[k+1].b
			}
			before := max(m.a-endA, m.b-endB)
			after := max(nextA-m.a-m.n, nextB-m.b-m.n)
			if m.n <= before && m.n <= after {
				continue
			}
			out = append(out, m)
			endA, endB = m.a+m.n, m.b+m.n
		}
		if len(out) == len(list) {
			return out
		}
		list = out
	}
}

// afford reports whether comparing n items is within the bounds, and counts it.
func (w *aligner) afford(n int) bool {
	if w.work+n*n > maxWork {
		return false
	}
	w.work += n * n
	return true
}

// goOn tells how far the work is, at a cluster of the first text, and reports
// whether it goes on.
func (w *aligner) goOn(at int) bool {
	if !w.cancelled && w.progress != nil && !w.progress(at, w.a.len()) {
		w.cancelled = true
	}
	return !w.cancelled
}
