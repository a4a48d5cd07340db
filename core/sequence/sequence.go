// Package sequence is a list of immutable items that knows the sum of their
// measures. Replacing a few items costs time in those few and in the square
// root of the rest, and leaves the list before as it was, so a document of ten
// megabytes takes a keystroke as one of ten kilobytes does.
package sequence

import "sort"

// Measure is something that items add up to, such as a size in bytes. Its zero
// value is the measure of nothing.
type Measure[M any] interface {
	Add(M) M
}

// Item is what a sequence holds. Measure must always answer the same.
type Item[M any] interface {
	Measure() M
}

// target is the number of items that a chunk is made with; a chunk never holds
// more than twice as many.
const target = 64

// Of is a sequence of items T, measured by M. The zero value is empty. A
// sequence is never changed: Splice returns another.
type Of[T Item[M], M Measure[M]] struct {
	chunks []chunk[T, M]
	starts []int // index of each chunk's first item, and the length
	sums   []M   // measure of all before each chunk, and of the whole
}

type chunk[T Item[M], M Measure[M]] struct {
	items []T
	sum   M
}

// New returns the sequence of items.
func New[T Item[M], M Measure[M]](items []T) Of[T, M] {
	var s Of[T, M]
	return s.Splice(0, 0, items)
}

// Len returns the number of items.
func (s Of[T, M]) Len() int {
	if len(s.starts) == 0 {
		return 0
	}
	return s.starts[len(s.chunks)]
}

// Sum returns the measure of all items.
func (s Of[T, M]) Sum() M {
	var zero M
	if len(s.sums) == 0 {
		return zero
	}
	return s.sums[len(s.chunks)]
}

// At returns item i, 0 <= i < Len.
func (s Of[T, M]) At(i int) T {
	c := s.chunkOf(i)
	return s.chunks[c].items[i-s.starts[c]]
}

// Before returns the measure of the items before item i, 0 <= i <= Len.
func (s Of[T, M]) Before(i int) M {
	if i >= s.Len() {
		return s.Sum()
	}
	c := s.chunkOf(i)
	sum := s.sums[c]
	for _, item := range s.chunks[c].items[:i-s.starts[c]] {
		sum = sum.Add(item.Measure())
	}
	return sum
}

// Find returns the index of the item in which the value at lies, counted by
// unit, and the measure of all before it. A value on a boundary lies in the
// item that starts there; one at the end or past it gives Len and Sum. Items
// whose unit is zero are passed over.
func (s Of[T, M]) Find(at int, unit func(M) int) (int, M) {
	if s.Len() == 0 || at >= unit(s.Sum()) {
		return s.Len(), s.Sum()
	}
	c := sort.Search(len(s.chunks), func(c int) bool { return unit(s.sums[c+1]) > at })
	sum := s.sums[c]
	for i, item := range s.chunks[c].items {
		next := sum.Add(item.Measure())
		if unit(next) > at {
			return s.starts[c] + i, sum
		}
		sum = next
	}
	return s.starts[c+1], sum
}

// From calls yield for each item from index i on, with its index and the
// measure of all before it, until yield returns false.
func (s Of[T, M]) From(i int, yield func(i int, before M, item T) bool) {
	if i >= s.Len() {
		return
	}
	sum := s.Before(i)
	for c := s.chunkOf(i); c < len(s.chunks); c++ {
		for ; i < s.starts[c+1]; i++ {
			item := s.chunks[c].items[i-s.starts[c]]
			if !yield(i, sum, item) {
				return
			}
			sum = sum.Add(item.Measure())
		}
	}
}

// Where calls yield for each item from index i on whose unit is not zero, with its
// index, until yield returns false. It passes over runs of items without a look.
func (s Of[T, M]) Where(i int, unit func(M) int, yield func(i int, item T) bool) {
	for c := s.chunkOf(i); i < s.Len(); c++ {
		if unit(s.chunks[c].sum) > 0 {
			for k, item := range s.chunks[c].items[i-s.starts[c]:] {
				if unit(item.Measure()) > 0 && !yield(i+k, item) {
					return
				}
			}
		}
		i = s.starts[c+1]
	}
}

// Runs calls yield for runs of items that make up the sequence, each with the
// index of its first item, the measure of all before it and its own, until yield
// returns false. Runs are of similar length, a few dozen items.
func (s Of[T, M]) Runs(yield func(first, length int, before, sum M) bool) {
	for c := range s.chunks {
		if !yield(s.starts[c], len(s.chunks[c].items), s.sums[c], s.chunks[c].sum) {
			return
		}
	}
}

// Items returns the items [from, to) in a new slice.
func (s Of[T, M]) Items(from, to int) []T {
	items := make([]T, 0, to-from)
	s.From(from, func(i int, _ M, item T) bool {
		if i >= to {
			return false
		}
		items = append(items, item)
		return true
	})
	return items
}

// Splice returns the sequence with the items [from, to) replaced.
func (s Of[T, M]) Splice(from, to int, with []T) Of[T, M] {
	first, last := s.chunkOf(from), s.chunkOf(max(from, to-1))
	// The touched chunks are laid out anew, with a small neighbour, so that
	// chunks neither grow nor crumble.
	if first > 0 && len(s.chunks[first-1].items) < target/2 {
		first--
	}
	var touched []T
	end := first
	if len(s.chunks) > 0 {
		end = min(last+1, len(s.chunks))
		touched = make([]T, 0, from-s.starts[first]+len(with)+s.starts[end]-to)
		touched = s.appendRange(touched, s.starts[first], from)
		touched = append(touched, with...)
		touched = s.appendRange(touched, to, s.starts[end])
	} else {
		touched = with
	}
	out := Of[T, M]{}
	n := first + len(touched)/target + 1 + len(s.chunks) - end
	out.chunks = make([]chunk[T, M], 0, n)
	out.starts = make([]int, 1, n+1)
	out.sums = make([]M, 1, n+1)
	add := func(c chunk[T, M]) {
		k := len(out.chunks)
		out.chunks = append(out.chunks, c)
		out.starts = append(out.starts, out.starts[k]+len(c.items))
		out.sums = append(out.sums, out.sums[k].Add(c.sum))
	}
	for _, c := range s.chunks[:first] {
		add(c)
	}
	for len(touched) > 0 {
		k := len(touched)
		if k > 2*target {
			k = target
		}
		c := chunk[T, M]{items: touched[:k:k]}
		for _, item := range c.items {
			c.sum = c.sum.Add(item.Measure())
		}
		add(c)
		touched = touched[k:]
	}
	for _, c := range s.chunks[end:] {
		add(c)
	}
	return out
}

func (s Of[T, M]) appendRange(to []T, from, end int) []T {
	for from < end {
		c := s.chunkOf(from)
		k := min(end, s.starts[c+1])
		to = append(to, s.chunks[c].items[from-s.starts[c]:k-s.starts[c]]...)
		from = k
	}
	return to
}

// chunkOf returns the chunk that holds item i; the last one for i at the end.
func (s Of[T, M]) chunkOf(i int) int {
	if len(s.chunks) == 0 {
		return 0
	}
	c := sort.SearchInts(s.starts, i+1) - 1
	return max(0, min(c, len(s.chunks)-1))
}
