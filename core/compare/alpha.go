package compare

import "sort"

// codes are a number of units in a row with the same values, one for each annotator;
// -1 for one who gave none.
type codes struct {
	n      int
	values []int
}

func coded(list []run, mask uint8) []codes {
	out := make([]codes, len(list))
	for i, r := range list {
		out[i] = codes{r.n, make([]int, len(r.values))}
		for d, v := range r.values {
			out[i].values[d] = int(v & mask)
		}
	}
	return out
}

// alpha returns Krippendorff's alpha for nominal data (2011, sections A to C):
//
//	alpha = 1 - (n - 1) * sum over c != k of o_ck / sum over c != k of n_c n_k
//
// where o_ck are the coincidences of values c and k, each unit of m values giving
// every ordered pair of them with weight 1/(m - 1), n_c how often c stands in a pair,
// and n their sum. A unit with fewer than two values pairs with nothing.
func alpha(list []codes) Figure {
	totals := map[int]float64{}
	var n, disagree float64
	units := 0
	for _, u := range list {
		counts := map[int]int{}
		m := 0
		for _, v := range u.values {
			if v >= 0 {
				counts[v]++
				m++
			}
		}
		if m < 2 {
			continue
		}
		units += u.n
		apart := m * m // ordered pairs of values that are not the same
		for v, k := range counts {
			totals[v] += float64(u.n * k)
			apart -= k * k
		}
		n += float64(u.n * m)
		disagree += float64(u.n) * float64(apart) / float64(m-1)
	}
	if units == 0 {
		return Figure{Undefined: noText}
	}
	expected := n * n
	for _, k := range totals {
		expected -= k * k
	}
	if len(totals) < 2 {
		if totals[0] > 0 {
			return Figure{Units: units, Undefined: noMarks}
		}
		return Figure{Units: units, Undefined: noVariation}
	}
	return Figure{Value: 1 - (n-1)*disagree/expected, Units: units}
}

// outermost returns the stretches that are in no other one; those given are of one
// kind and in order.
func outermost(list []stretch) []stretch {
	var out []stretch
	for _, s := range list {
		if len(out) == 0 || s.start >= out[len(out)-1].end {
			out = append(out, s)
		}
	}
	return out
}

// unitizing returns the observed and the expected disagreement of Krippendorff's alpha
// for unitizing (2004), of one category: docs has the units of each annotator, in
// order and apart, in a continuum of so many places.
//
// Two units that overlap disagree by the squares of the distances of their starts and
// of their ends; a unit that lies in a gap of another annotator's by the square of its
// length. What is observed is the mean of these over pairs of annotators, what is
// expected the mean over all ways to lay the same units into the continuum.
func unitizing(docs [][]stretch, length int) (observed, expected float64) {
	m, l := float64(len(docs)), float64(length)
	if len(docs) < 2 || length == 0 {
		return 0, 0
	}
	units, inner := 0, 0.0
	var gaps []float64 // lengths of the gaps of all, and the sums of these from the longest on
	for d, list := range docs {
		units += len(list)
		at := 0
		for _, s := range list {
			n := float64(s.end - s.start)
			inner += n * (n - 1)
			gaps = append(gaps, float64(s.start-at))
			at = s.end
		}
		gaps = append(gaps, float64(length-at))
		for e := range docs {
			if e != d {
				observed += apart(list, docs[e])
			}
		}
	}
	observed /= m * (m - 1) * l * l
	sort.Slice(gaps, func(i, j int) bool { return gaps[i] > gaps[j] })
	sums := make([]float64, len(gaps)+1)
	for i, g := range gaps {
		sums[i+1] = sums[i] + g
	}
	total := 0.0
	for _, list := range docs {
		for _, s := range list {
			n := float64(s.end - s.start)
			total += float64(units-1) / 3 * (2*n*n*n - 3*n*n + n)
			// Gaps that it fits in, each at its length less n plus one places.
			k := sort.Search(len(gaps), func(k int) bool { return gaps[k] < n })
			total += n * n * (sums[k] - float64(k)*(n-1))
		}
	}
	if all := m*l*(m*l-1) - inner; all > 0 {
		expected = 2 / l * total / all
	}
	return observed, expected
}

// apart returns how much the units of one annotator disagree with those of another,
// with the units that lie in the other's gaps. Gaps that hold the other's units are
// counted when the two change places.
func apart(a, b []stretch) float64 {
	sum := 0.0
	k := 0
	for _, s := range a {
		for k < len(b) && b[k].end <= s.start {
			k++
		}
		alone := true
		for j := k; j < len(b) && b[j].start < s.end; j++ {
			alone = false
			start, end := float64(s.start-b[j].start), float64(s.end-b[j].end)
			sum += start*start + end*end
		}
		if alone {
			n := float64(s.end - s.start)
			sum += 2 * n * n // for both orders of the two
		}
	}
	return sum
}
