package compare

import (
	"slices"
	"sort"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Figure is a measure of agreement. It is never NaN: where a measure is not defined
// it says so.
type Figure struct {
	// Value is at most 1, which is agreement in all; 0 when the measure is not defined.
	Value float64
	// Units is how many units it rests on: marks or characters, as the measure says.
	Units int
	// Undefined says why the measure is not defined; the zero value when it is.
	Undefined locale.Text
}

// Defined reports whether the figure says anything.
func (f Figure) Defined() bool { return f.Undefined == locale.Text{} }

// Figures is one figure for each kind of mark, by syntax.Kind, and under
// syntax.NoKind that of all kinds together.
type Figures [len(syntax.Kinds) + 1]Figure

// Pair is how two of the documents agree.
type Pair struct {
	// A and B number the two documents from 0.
	A, B int
	// Exact is the F1 of spans: twice the marks that both have, with the same edges and
	// kind, by the marks of both. It is the same whichever of the two is taken for the
	// truth. Overlap counts a mark as had by both when the other has one of its kind
	// that shares a character. Units are the marks of both.
	Exact, Overlap Figures
	// Kappa is Cohen's kappa on characters (A coefficient of agreement for nominal
	// scales, Educational and Psychological Measurement 20, 1960): of one kind, whether
	// a character is in such a mark; of all together, in which kinds. Units are the code
	// points of the plain text.
	Kappa Figures
}

// Agreement is how annotations of one plain text agree. What a qualifier says is not
// counted.
//
// Gamma (Mathet, Widlöcher and Métivier, Computational Linguistics 41, 2015) is not
// among the measures: its alignment is an integer program, for three annotators and
// more of a size that no engine in a page solves, and its expected disorder comes of
// sampling. An approximation under its name would not be comparable to published
// figures.
type Agreement struct {
	// Pairs has every two of the documents.
	Pairs []Pair
	// Alpha is Krippendorff's alpha for nominal data, any number of annotators
	// (Computing Krippendorff's Alpha-Reliability, 2011), with the characters for units;
	// values as for Kappa. Units are the code points of the plain text.
	Alpha Figures
	// Unitizing is Krippendorff's alpha for unitizing continua (Measuring the
	// reliability of qualitative text analysis data, Quality & Quantity 38, 2004): how
	// well the stretches themselves agree, near misses counting for more than far ones.
	// Units are the marks of all; a mark inside another of its kind is not one.
	Unitizing Figures
}

var (
	noText = locale.Text{
		ZH: "没有文字",
		EN: "there is no text"}
	noMarks = locale.Text{
		ZH: "谁也没有这类标注",
		EN: "nobody has such marks"}
	noVariation = locale.Text{
		ZH: "所有字的取值都一样，没有可比的差异",
		EN: "all characters have the same value, so there is nothing to tell apart"}
)

// Agree measures how the annotations of a comparison agree.
func (c *Comparison) Agree() Agreement {
	units := make([][][]stretch, len(c.docs))
	points := source.Measure(c.Plain).Points
	for d := range c.docs {
		units[d] = c.stretches(d)
	}
	var out Agreement
	all := runs(units, points)
	for a := range c.docs {
		for b := a + 1; b < len(c.docs); b++ {
			p := Pair{A: a, B: b}
			two := runs([][][]stretch{units[a], units[b]}, points)
			for kind := range p.Exact {
				p.Exact[kind], p.Overlap[kind] = f1(units[a][kind], units[b][kind])
				p.Kappa[kind] = kappa(two, mask(kind))
			}
			out.Pairs = append(out.Pairs, p)
		}
	}
	var observed, expected float64
	n := 0
	for kind := range out.Alpha {
		out.Alpha[kind] = alpha(coded(all, mask(kind)))
		if kind == int(syntax.NoKind) {
			continue
		}
		sets := make([][]stretch, len(units))
		count := 0
		for d := range units {
			sets[d] = outermost(units[d][kind])
			count += len(sets[d])
		}
		o, e := unitizing(sets, points)
		out.Unitizing[kind] = unitizingFigure(o, e, count, points)
		observed, expected, n = observed+o, expected+e, n+count
	}
	out.Unitizing[syntax.NoKind] = unitizingFigure(observed, expected, n, points)
	return out
}

func unitizingFigure(observed, expected float64, units, points int) Figure {
	switch {
	case points == 0:
		return Figure{Undefined: noText}
	case units == 0:
		return Figure{Undefined: noMarks}
	case expected == 0:
		return Figure{Units: units, Undefined: noVariation}
	}
	return Figure{Value: 1 - observed/expected, Units: units}
}

// stretch is a mark as it is counted: a half-open range of code points of the plain
// text.
type stretch struct {
	start, end int
	kind       syntax.Kind
}

// stretches returns the marks of a document by kind, those of all kinds under NoKind,
// in order; a mark that holds nothing is none.
func (c *Comparison) stretches(doc int) [][]stretch {
	list := make([][]stretch, len(syntax.Kinds)+1)
	cursor := source.NewCursor(c.Plain, source.Measure(c.Plain))
	for _, m := range c.marks[doc] {
		if m.Plain.Empty() {
			continue
		}
		s := stretch{cursor.ToByte(m.Plain.Start).Points, cursor.ToByte(m.Plain.End).Points, m.Kind}
		list[m.Kind] = append(list[m.Kind], s)
		list[syntax.NoKind] = append(list[syntax.NoKind], s)
	}
	return list
}

// f1 returns the F1 of two lists of marks, with exact edges and by overlap.
func f1(a, b []stretch) (exact, overlap Figure) {
	units := len(a) + len(b)
	if units == 0 {
		return Figure{Undefined: noMarks}, Figure{Undefined: noMarks}
	}
	left := map[stretch]int{}
	for _, s := range a {
		left[s]++
	}
	both := 0
	for _, s := range b {
		if left[s] > 0 {
			left[s]--
			both++
		}
	}
	exact = Figure{Value: 2 * float64(both) / float64(units), Units: units}
	// The harmonic mean of the parts of either list that the other touches.
	inA, inB := touched(a, b), touched(b, a)
	overlap = Figure{Units: units}
	if inA > 0 && inB > 0 {
		p, r := float64(inB)/float64(len(b)), float64(inA)/float64(len(a))
		overlap.Value = 2 * p * r / (p + r)
	}
	return exact, overlap
}

// touched returns how many of list share a character with one of its kind of others.
func touched(list, others []stretch) int {
	n := 0
	var reach [len(syntax.Kinds) + 1]int // where the marks of a kind that start before here end
	k := 0
	for _, s := range list {
		for k < len(others) && others[k].start <= s.start {
			reach[others[k].kind] = max(reach[others[k].kind], others[k].end)
			k++
		}
		hit := reach[s.kind] > s.start
		for j := k; j < len(others) && others[j].start < s.end && !hit; j++ {
			hit = others[j].kind == s.kind
		}
		if hit {
			n++
		}
	}
	return n
}

// run is a number of characters in a row with the same value for each annotator: the
// set of kinds, a bit for each.
type run struct {
	n      int
	values []uint8
}

// runs cuts a text of so many code points where a mark of any annotator starts or
// ends.
func runs(docs [][][]stretch, points int) []run {
	type edge struct{ at, doc, kind, step int }
	var edges []edge
	for d, units := range docs {
		for _, s := range units[syntax.NoKind] {
			edges = append(edges, edge{s.start, d, int(s.kind), 1}, edge{s.end, d, int(s.kind), -1})
		}
	}
	sort.Slice(edges, func(i, j int) bool { return edges[i].at < edges[j].at })
	depth := make([][len(syntax.Kinds) + 1]int, len(docs))
	var list []run
	at := 0
	emit := func(end int) {
		if end <= at {
			return
		}
		r := run{end - at, make([]uint8, len(docs))}
		for d := range docs {
			for kind, n := range depth[d] {
				if n > 0 {
					r.values[d] |= 1 << kind
				}
			}
		}
		list = append(list, r)
		at = end
	}
	for _, e := range edges {
		emit(e.at)
		depth[e.doc][e.kind] += e.step
	}
	emit(points)
	return list
}

// mask returns the bits that count for a kind, all for NoKind.
func mask(kind int) uint8 {
	if kind == int(syntax.NoKind) {
		return 0xFF
	}
	return 1 << kind
}

// kappa returns Cohen's kappa of two annotators: (po - pe) / (1 - pe), where po is
// the part of the characters on which they agree and pe the part on which they would
// by chance, given how often each uses each value.
func kappa(list []run, mask uint8) Figure {
	var counts [2][256]int
	n, same := 0, 0
	for _, r := range list {
		a, b := r.values[0]&mask, r.values[1]&mask
		counts[0][a] += r.n
		counts[1][b] += r.n
		n += r.n
		if a == b {
			same += r.n
		}
	}
	if n == 0 {
		return Figure{Undefined: noText}
	}
	chance := 0.0
	for v := range counts[0] {
		chance += float64(counts[0][v]) / float64(n) * float64(counts[1][v]) / float64(n)
	}
	if single(counts[0][:], n) && single(counts[1][:], n) && same == n {
		if counts[0][0] == n {
			return Figure{Units: n, Undefined: noMarks}
		}
		return Figure{Units: n, Undefined: noVariation}
	}
	return Figure{Value: (float64(same)/float64(n) - chance) / (1 - chance), Units: n}
}

func single(counts []int, n int) bool { return slices.Contains(counts, n) }
