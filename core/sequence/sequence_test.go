package sequence

import (
	"math/rand/v2"
	"slices"
	"testing"
)

type sum int

func (s sum) AddTo(t *sum) { *t += s }

type item int

func (i item) AddTo(t *sum) { *t += sum(i) }

// A sequence agrees with a slice after any splices.
func TestSequenceIsASlice(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds on WebAssembly")
	}
	r := rand.New(rand.NewPCG(1, 1))
	var s Of[item, sum]
	var want []item
	for range 300 {
		from := r.IntN(len(want) + 1)
		to := from + r.IntN(min(len(want)-from, 1+r.IntN(300))+1)
		with := make([]item, r.IntN(1+r.IntN(300)))
		for i := range with {
			with[i] = item(r.IntN(4)) // some weigh nothing
		}
		before := s
		s = s.Splice(from, to, with)
		if before.Len() != len(want) {
			t.Fatal("a splice changed the sequence before it")
		}
		want = slices.Concat(want[:from], with, want[to:])
		compare(t, s, want, r)
	}
}

func compare(t *testing.T, s Of[item, sum], want []item, r *rand.Rand) {
	t.Helper()
	if s.Len() != len(want) || !slices.Equal(s.Items(0, s.Len()), want) {
		t.Fatalf("%d items, want %d", s.Len(), len(want))
	}
	total := sum(0)
	for i, x := range want {
		if i%17 == 0 && (s.Before(i) != total || s.At(i) != x) {
			t.Fatalf("item %d is %d behind %d, want %d behind %d", i, s.At(i), s.Before(i), x, total)
		}
		total += sum(x)
	}
	if s.Sum() != total || s.Before(len(want)) != total {
		t.Fatalf("sum %d, want %d", s.Sum(), total)
	}
	checkWalks(t, s, want, r.IntN(len(want)+1))
	at := r.IntN(int(total) + 2)
	i, before := s.Find(at, func(m *sum) int { return int(*m) })
	if at >= int(total) {
		if i != len(want) || before != total {
			t.Fatalf("Find(%d) past the end gives %d, %d", at, i, before)
		}
		return
	}
	if int(before) > at || at >= int(before)+int(want[i]) || s.Before(i) != before {
		t.Fatalf("Find(%d) gives item %d of %d at %d", at, i, want[i], before)
	}
}

func checkWalks(t *testing.T, s Of[item, sum], want []item, from int) {
	t.Helper()
	var heavy, got []int
	for i := from; i < len(want); i++ {
		if want[i] > 1 {
			heavy = append(heavy, i)
		}
	}
	// A unit must be a sum too: two and three count, zero and one do not.
	s2 := New[item, sum](nil)
	for _, x := range want {
		if x < 2 {
			x = 0
		}
		s2 = s2.Splice(s2.Len(), s2.Len(), []item{x})
	}
	s2.Where(from, func(m *sum) int { return int(*m) }, func(i int, x item) bool {
		if x != want[i] {
			t.Fatalf("item %d is %d, want %d", i, x, want[i])
		}
		got = append(got, i)
		return true
	})
	if !slices.Equal(got, heavy) {
		t.Fatalf("items %v, want %v", got, heavy)
	}
	// A part that is passed over holds what is missing.
	rest, all := s.Sum(), sum(0)
	few := sum(from)
	s.Walk(func(before, of *sum) bool {
		if *before < all {
			t.Fatalf("a part starts behind %d after one behind %d", *before, all)
		}
		if *of < few {
			rest -= *of
			return false
		}
		return true
	}, func(i int, before sum, x item) {
		if x != want[i] || before < all {
			t.Fatalf("item %d is %d behind %d, want %d", i, x, before, want[i])
		}
		all = before + sum(x)
		rest -= sum(x)
	})
	if rest != 0 {
		t.Fatalf("a walk left out %d of %d", rest, s.Sum())
	}
	checkNodes(t, s.root, true)
}

// checkNodes checks that nodes are neither empty nor too large, and all of one
// height.
func checkNodes(t *testing.T, n *node[item, sum], isRoot bool) (height int) {
	t.Helper()
	switch {
	case n == nil && isRoot:
		return 0
	case len(n.items) > 2*leafSize, len(n.kids) > 2*fanOut, n.n == 0, isRoot && len(n.kids) == 1, n.kids != nil && n.items != nil:
		t.Fatalf("a node of %d items in %d and %d parts", n.n, len(n.items), len(n.kids))
	}
	for i, kid := range n.kids {
		h := checkNodes(t, kid, false)
		if i > 0 && h != height-1 {
			t.Fatalf("parts of height %d and %d side by side", height-1, h)
		}
		height = h + 1
	}
	return height
}

func BenchmarkSplice(b *testing.B) {
	items := make([]item, 100_000)
	s := New[item, sum](items)
	for b.Loop() {
		s = s.Splice(50_000, 50_003, items[:3])
	}
}
