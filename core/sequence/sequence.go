// Package sequence is a list of immutable items that knows the sum of their
// measures. Replacing a few items costs time in those few and in the logarithm of
// the rest, and leaves the list before as it was, so a document of ten megabytes
// takes a keystroke as one of ten kilobytes does.
package sequence

import "slices"

// Measure is something that items add up to, such as a size in bytes. Its zero
// value is the measure of nothing. Items are measured, and measures are summed, by
// adding to a sum in place: a sum may be large.
type Measure[M any] interface {
	AddTo(sum *M)
}

// How many items a leaf is made with, and how many nodes another node. None holds
// more than twice as many.
const (
	leafSize = 8
	fanOut   = 16
)

// Of is a sequence of items T, measured by M. The zero value is empty. A
// sequence is never changed: Splice returns another, which shares with it the parts
// that stay. What an item adds must stay the same while it is in a sequence.
type Of[T Measure[M], M Measure[M]] struct {
	root *node[T, M] // nil for the empty sequence
}

// node is a part of a sequence: a leaf of items, or of nodes that are all of one
// height.
type node[T Measure[M], M Measure[M]] struct {
	items []T
	kids  []*node[T, M]
	n     int // of items
	sum   M
}

// New returns the sequence of items.
func New[T Measure[M], M Measure[M]](items []T) Of[T, M] {
	return Of[T, M]{rooted(leaves[T, M](items))}
}

// Len returns the number of items.
func (s Of[T, M]) Len() int {
	if s.root == nil {
		return 0
	}
	return s.root.n
}

// Sum returns the measure of all items.
func (s Of[T, M]) Sum() (sum M) {
	if s.root != nil {
		sum = s.root.sum
	}
	return sum
}

// At returns item i, 0 <= i < Len.
func (s Of[T, M]) At(i int) T {
	n := s.root
	for n.kids != nil {
		k := 0
		for ; i >= n.kids[k].n; k++ {
			i -= n.kids[k].n
		}
		n = n.kids[k]
	}
	return n.items[i]
}

// Before returns the measure of the items before item i, 0 <= i <= Len.
func (s Of[T, M]) Before(i int) (sum M) {
	if i >= s.Len() {
		return s.Sum()
	}
	n := s.root
	for n.kids != nil {
		k := 0
		for ; i >= n.kids[k].n; k++ {
			i -= n.kids[k].n
			n.kids[k].sum.AddTo(&sum)
		}
		n = n.kids[k]
	}
	for _, item := range n.items[:i] {
		item.AddTo(&sum)
	}
	return sum
}

// Find returns the index of the item in which the value at lies, counted by
// unit, and the measure of all before it. A value on a boundary lies in the
// item that starts there; one at the end or past it gives Len and Sum. Items
// whose unit is zero are passed over. The unit of a sum is the sum of the units.
func (s Of[T, M]) Find(at int, unit func(*M) int) (i int, before M) {
	if s.root == nil || at >= unit(&s.root.sum) {
		return s.Len(), s.Sum()
	}
	at = max(0, at)
	n := s.root
	for n.kids != nil {
		k := 0
		for {
			kid := n.kids[k]
			u := unit(&kid.sum)
			if at < u {
				break
			}
			at -= u
			i += kid.n
			kid.sum.AddTo(&before)
			k++
		}
		n = n.kids[k]
	}
	for _, item := range n.items {
		var m M
		item.AddTo(&m)
		u := unit(&m)
		if at < u {
			break
		}
		at -= u
		i++
		m.AddTo(&before)
	}
	return i, before
}

// From calls yield for each item from index i on, with its index and the
// measure of all before it, until yield returns false.
func (s Of[T, M]) From(i int, yield func(i int, before M, item T) bool) {
	if i < s.Len() {
		w := walk[T, M]{from: i, yield: yield}
		w.through(s.root)
	}
}

// Walk calls into for parts of the sequence, from the whole down to a few items,
// with the measure of all before the part and its own. Of the smallest parts for
// which it returns true the items are given to yield, as From does.
func (s Of[T, M]) Walk(into func(before, of *M) bool, yield func(i int, before M, item T)) {
	if s.root == nil {
		return
	}
	w := walk[T, M]{into: into, yield: func(i int, before M, item T) bool {
		yield(i, before, item)
		return true
	}}
	w.through(s.root)
}

// walk goes through a sequence in order.
type walk[T Measure[M], M Measure[M]] struct {
	at, from int // the next item's index, and the first that is wanted
	before   M
	into     func(before, of *M) bool // nil for everything
	yield    func(i int, before M, item T) bool
}

// through goes through a node and reports whether to go on.
func (w *walk[T, M]) through(n *node[T, M]) bool {
	if w.at+n.n <= w.from || w.into != nil && !w.into(&w.before, &n.sum) {
		w.at += n.n
		n.sum.AddTo(&w.before)
		return true
	}
	for _, kid := range n.kids {
		if !w.through(kid) {
			return false
		}
	}
	for _, item := range n.items {
		if w.at >= w.from && !w.yield(w.at, w.before, item) {
			return false
		}
		w.at++
		item.AddTo(&w.before)
	}
	return true
}

// Where calls yield for each item from index i on whose unit is not zero, with its
// index, until yield returns false. It passes over parts without a look.
func (s Of[T, M]) Where(i int, unit func(*M) int, yield func(i int, item T) bool) {
	if s.root != nil {
		s.root.where(0, i, new(M), unit, yield)
	}
}

// where does so in a node, whose first item has the index at; spare is memory for the
// measure of an item.
func (n *node[T, M]) where(at, from int, spare *M, unit func(*M) int, yield func(i int, item T) bool) bool {
	if at+n.n <= from || unit(&n.sum) == 0 {
		return true
	}
	for _, kid := range n.kids {
		if !kid.where(at, from, spare, unit, yield) {
			return false
		}
		at += kid.n
	}
	for _, item := range n.items {
		if at >= from {
			var none M
			*spare = none
			if item.AddTo(spare); unit(spare) > 0 && !yield(at, item) {
				return false
			}
		}
		at++
	}
	return true
}

// Items returns the items [from, to) in a new slice.
func (s Of[T, M]) Items(from, to int) []T {
	items := make([]T, 0, to-from)
	if s.root != nil {
		items = s.root.appendTo(items, from, to)
	}
	return items
}

func (n *node[T, M]) appendTo(list []T, from, to int) []T {
	if from, to = max(0, from), min(to, n.n); from >= to {
		return list
	}
	if n.kids == nil {
		return append(list, n.items[from:to]...)
	}
	for _, kid := range n.kids {
		list = kid.appendTo(list, from, to)
		from -= kid.n
		to -= kid.n
	}
	return list
}

// Splice returns the sequence with the items [from, to) replaced.
func (s Of[T, M]) Splice(from, to int, with []T) Of[T, M] {
	if s.root == nil {
		return New[T, M](with)
	}
	return Of[T, M]{rooted(s.root.splice(from, to, with))}
}

// splice returns nodes of the same height with what the node holds, but for the
// items [from, to) that are replaced.
func (n *node[T, M]) splice(from, to int, with []T) []*node[T, M] {
	if n.kids == nil {
		return leaves[T, M](slices.Concat(n.items[:from], with, n.items[to:]))
	}
	first, start := n.kidAt(from)
	last, lastStart := first, start
	if to > start+n.kids[first].n {
		last, lastStart = n.kidAt(to - 1)
	}
	var touched []*node[T, M]
	if first == last {
		touched = n.kids[first].splice(from-start, to-start, with)
	} else {
		touched = n.kids[first].splice(from-start, n.kids[first].n, with)
		touched = append(touched, n.kids[last].splice(0, to-lastStart, nil)...)
	}
	// Neighbours take part, so that nodes do not crumble.
	before, after := max(0, first-1), min(len(n.kids), last+2)
	kids := slices.Clone(n.kids[:before])
	add := func(next *node[T, M]) {
		if k := len(kids) - 1; k >= before && (kids[k].isSmall() || next.isSmall()) {
			kids = append(kids[:k], kids[k].with(next)...)
		} else {
			kids = append(kids, next)
		}
	}
	for _, list := range [][]*node[T, M]{n.kids[before:first], touched, n.kids[last+1 : after]} {
		for _, kid := range list {
			add(kid)
		}
	}
	return parents(append(kids, n.kids[after:]...))
}

// kidAt returns the number of the node in which item i lies, the last for one past
// the end, and the index of its first item.
func (n *node[T, M]) kidAt(i int) (k, start int) {
	for ; k < len(n.kids)-1 && i >= start+n.kids[k].n; k++ {
		start += n.kids[k].n
	}
	return k, start
}

func (n *node[T, M]) isSmall() bool {
	if n.kids == nil {
		return n.n < leafSize/2
	}
	return len(n.kids) < fanOut/2
}

// with returns nodes with what both hold, which are of one height.
func (n *node[T, M]) with(next *node[T, M]) []*node[T, M] {
	if n.kids == nil {
		return leaves[T, M](slices.Concat(n.items, next.items))
	}
	return parents(slices.Concat(n.kids, next.kids))
}

// leaves returns leaves with the items.
func leaves[T Measure[M], M Measure[M]](items []T) (list []*node[T, M]) {
	for part := range parts(items, leafSize) {
		n := &node[T, M]{items: part, n: len(part)}
		for _, item := range part {
			item.AddTo(&n.sum)
		}
		list = append(list, n)
	}
	return list
}

// parents returns nodes that hold the nodes.
func parents[T Measure[M], M Measure[M]](kids []*node[T, M]) (list []*node[T, M]) {
	for part := range parts(kids, fanOut) {
		n := &node[T, M]{kids: part}
		for _, kid := range part {
			n.n += kid.n
			kid.sum.AddTo(&n.sum)
		}
		list = append(list, n)
	}
	return list
}

// parts yields copies of the parts of a list, of nearly the same length. What is not
// longer than twice the size is one part.
func parts[E any](list []E, size int) func(yield func([]E) bool) {
	return func(yield func([]E) bool) {
		count := 1
		if len(list) > 2*size {
			count = (len(list) + size - 1) / size
		}
		for i := range count {
			part := list[i*len(list)/count : (i+1)*len(list)/count]
			if len(part) == 0 || !yield(slices.Clone(part)) {
				return
			}
		}
	}
}

// rooted returns the one node that holds all of the nodes, nil for none.
func rooted[T Measure[M], M Measure[M]](list []*node[T, M]) *node[T, M] {
	for len(list) > 1 {
		list = parents(list)
	}
	if len(list) == 0 {
		return nil
	}
	root := list[0]
	for len(root.kids) == 1 {
		root = root.kids[0]
	}
	return root
}
