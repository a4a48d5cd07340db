package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// State says what became of a mark. The zero value is Exact.
type State uint8

// From the surest to the least. A mark of the first three is placed.
const (
	Exact    State = iota // its sentence is as it was, where it was
	Moved                 // its sentence is as it was, elsewhere
	Kept                  // its sentence changed; its words and those around it still stand
	Doubtful              // there is a candidate, and somebody must decide
	Lost                  // there is none
)

var stateNames = [...]string{"exact", "moved", "kept", "doubtful", "lost"}

// String returns the name of the state.
func (s State) String() string { return stateNames[s] }

// Placed reports whether marks in this state stand in the new document.
func (s State) Placed() bool { return s <= Kept }

// Excerpt is a stretch of a text that shows a mark in its surroundings.
type Excerpt struct {
	Plain source.Span // in bytes of the plain text
	Text  string
	// Whether the sentence begins before the stretch, and goes on behind it.
	CutBefore, CutAfter bool
}

// Carried is a mark of the old document and what became of it.
type Carried struct {
	Mark
	State State
	// Score says how much of the mark's surroundings stands where it is, or may be,
	// placed: 1 for Exact and Moved, 0 for Lost.
	Score float64
	// To is where it is placed, or may be, in bytes of the new plain text; empty, and
	// of no meaning, for Lost.
	To source.Span
	// Old and New show the mark and its place; New is empty for Lost.
	Old, New Excerpt
	// Broken are its qualifiers that name a mark which is not in its paragraph now.
	Broken []string
}

// Carrying is what Carry found.
type Carrying struct {
	// Plain is the new plain text.
	Plain string
	// Front is the front matter of the old document, which the new one keeps.
	Front string
	// Marks has every mark of the old document, in the order of its text.
	Marks []Carried
}

// Count returns the number of marks in a state.
func (c *Carrying) Count(s State) int {
	n := 0
	for i := range c.Marks {
		if c.Marks[i].State == s {
			n++
		}
	}
	return n
}

// The figures of Carry. scripts/eval measures what they are worth.
const (
	// minPlaced is the score from which on a mark in a changed sentence is placed, and
	// minStray the same where the sentence is not where its neighbours are.
	minPlaced, minStray = 0.72, 0.86
	// minMargin is by how much the best place must be better than the next.
	minMargin = 0.08
	// minCandidate is the score from which on a place is worth a look.
	minCandidate = 0.3
	// minMoved is the length in clusters from which on a sentence that occurs once in
	// both texts is taken for the same one wherever it stands.
	minMoved = 8
	// around is how many clusters beside a mark are looked at.
	around = 8
	// maxExcerpt is how many clusters an excerpt shows on either side of the mark.
	maxExcerpt = 60
)

// Carry lays the marks of an annotated document into a newer plain text. Where the
// text did not change they stay as they are; where it moved they move; in a changed
// sentence those stay whose words and surroundings still stand. All others come as
// Doubtful, with a candidate for somebody to decide on, or as Lost: every mark of
// old is in the result once. The error is ErrCancelled.
func Carry(old syntax.Tree, plain string, p Progress) (*Carrying, error) {
	c := &carrier{result: &Carrying{Plain: plain, Front: frontMatter(old)}}
	before := old.Plain()
	c.a, c.b = newText(before, true), newText(plain, true)
	w := newAligner(c.a, c.b, portion(p, 0, 2))
	found, err := w.align()
	if err != nil {
		return nil, err
	}
	c.aligner = w
	c.note(found)
	c.findMoves()
	marks := Marks(old)
	c.result.Marks = make([]Carried, len(marks))
	for i, m := range marks {
		if p != nil && i%64 == 0 && !p(len(marks)+i, 2*len(marks)) {
			return nil, ErrCancelled
		}
		c.result.Marks[i] = c.carry(m)
	}
	c.settle()
	c.keepNames(old)
	return c.result, nil
}

// portion returns a Progress for the i-th of n like parts of a work.
func portion(p Progress, i, n int) Progress {
	if p == nil {
		return nil
	}
	return func(done, total int) bool { return p(i*total+done, n*total) }
}

func frontMatter(t syntax.Tree) string {
	if t.Len() > 0 && t.At(0).IsFrontMatter() {
		return t.At(0).Text()
	}
	return ""
}

// Markup returns the new document: the placed marks, and those of the doubtful that
// accept says yes to, by their index in Marks; nil accepts none. refused are the
// indices of marks that cannot stand there beside the others, because they would
// cross one or reach over a blank line.
func (c *Carrying) Markup(accept func(i int) bool) (markup string, refused []int) {
	var annotations []syntax.Annotation
	var index []int
	for _, placed := range []bool{true, false} { // what is placed goes first
		for i := range c.Marks {
			m := &c.Marks[i]
			if m.State.Placed() == placed && (placed || m.State == Doubtful && accept != nil && accept(i)) {
				a := m.annotation()
				a.Plain = m.To
				if !placed && crosses(annotations, a) {
					refused = append(refused, i)
					continue
				}
				annotations, index = append(annotations, a), append(index, i)
			}
		}
	}
	markup, left := syntax.Write(c.Plain, annotations)
	for _, k := range left {
		refused = append(refused, index[k])
	}
	sort.Ints(refused)
	if c.Front != "" {
		if t := syntax.Parse(markup); t.Len() > 0 && t.At(0).IsFrontMatter() {
			markup = markup[len(t.At(0).Text()):] // written to keep the text from being read as some
		}
		front := c.Front
		if markup != "" && !strings.HasSuffix(front, "\n") { // it was all that there was
			front += "\n"
		}
		markup = front + markup
	}
	return markup, refused
}

func crosses(list []syntax.Annotation, a syntax.Annotation) bool {
	return slices.ContainsFunc(list, func(b syntax.Annotation) bool { return crossing(a.Plain, b.Plain) })
}

// crossing reports whether two spans overlap and neither holds the other.
func crossing(a, b source.Span) bool { return a.Overlaps(b) && !a.Contains(b) && !b.Contains(a) }

// carrier does the work of one Carry.
type carrier struct {
	a, b    *text
	aligner *aligner
	// to is where each cluster of a went, -1 for nowhere.
	to []int32
	// how says for each sentence of a whether all of it went somewhere as one, and
	// used for each one of b whether all of it came from somewhere.
	how   []State // Exact, Moved or Lost
	used  []bool
	index map[uint64][]int32 // sentences of b that are not used, by pairs of clusters
	found map[[2]int][]candidate
	// after and before bound, for each sentence of a, the sentences of b between the
	// ones to which its neighbours went.
	after, before []int
	pairs         map[[2]int]*pair
	result        *Carrying
}

// sentences returns where the sentences of the texts start.
func (c *carrier) sentences() (a, b []int32) {
	return c.aligner.cutsA[bySentence], c.aligner.cutsB[bySentence]
}

// note marks what the texts have in common, and which sentences stayed as they are.
func (c *carrier) note(found []match) {
	c.to = make([]int32, c.a.len())
	for i := range c.to {
		c.to[i] = -1
	}
	for _, m := range found {
		for k := range m.n {
			c.to[m.a+k] = int32(m.b + k)
		}
	}
	cutsA, cutsB := c.sentences()
	c.how = make([]State, max(0, len(cutsA)-1))
	c.used = make([]bool, max(0, len(cutsB)-1))
	for i := range c.how {
		c.how[i] = Lost
		s := span{int(cutsA[i]), int(cutsA[i+1])}
		start := int(c.to[s.start])
		if start < 0 || int(c.to[s.end-1]) != start+s.len()-1 {
			continue
		}
		whole := true
		for k := s.start; k < s.end && whole; k++ {
			whole = int(c.to[k]) == start+k-s.start
		}
		j, ok := slices.BinarySearch(cutsB, int32(start))
		if whole && ok && j+1 < len(cutsB) && int(cutsB[j+1]) == start+s.len() {
			c.how[i], c.used[j] = Exact, true
		}
	}
}

// carry says what becomes of one mark.
func (c *carrier) carry(m Mark) Carried {
	at := c.a.cover(m.Plain)
	out := Carried{Mark: m, State: Lost, Old: c.excerpt(c.a, at)}
	first, last := c.sentenceOf(0, at.start), c.sentenceOf(0, max(at.start, at.end-1))
	if first < 0 {
		return out // of an empty text
	}
	if at.len() == 0 {
		return out // it holds nothing, and no markup can be written for that
	}
	if state, ok := c.whole(first, last); ok {
		to := int(c.to[at.start])
		out.State, out.Score = state, 1
		out.place(c, at, span{to, to + at.len()})
		if state == Exact && c.a.words(at) != c.b.words(span{to, to + at.len()}) {
			out.State = Kept // its width changed
		}
		return out
	}
	c.search(&out, at, first, last)
	return out
}

// place notes where a mark goes.
func (m *Carried) place(c *carrier, at, to span) {
	m.To = c.b.bytes(to)
	if c.a.words(at) == c.b.words(to) {
		// An edge inside a cluster stays there.
		m.To.Start += m.Plain.Start - c.a.bytes(at).Start
		m.To.End = m.To.Start + m.Plain.Len()
	}
	m.New = c.excerpt(c.b, to)
}

// whole reports whether the sentences from first to last went somewhere together,
// and how.
func (c *carrier) whole(first, last int) (State, bool) {
	cuts := c.sentenceCuts(0)
	state := Exact
	for i := first; i <= last; i++ {
		if c.how[i] == Lost || i > first && c.to[cuts[i]] != c.to[cuts[i]-1]+1 {
			return Lost, false
		}
		state = max(state, c.how[i])
	}
	return state, true
}

// sentenceOf returns the sentence of the old (0) or the new text that holds a
// cluster; the last one for the end of the text, -1 in an empty one.
func (c *carrier) sentenceOf(side, at int) int {
	cuts := c.sentenceCuts(side)
	i, ok := slices.BinarySearch(cuts, int32(at))
	if !ok {
		i--
	}
	return min(i, len(cuts)-2)
}

// excerpt shows a range with its sentence, or what of it is near.
func (c *carrier) excerpt(t *text, s span) Excerpt {
	side := 0
	if t == c.b {
		side = 1
	}
	cuts := c.sentenceCuts(side)
	e := s
	if i := c.sentenceOf(side, s.start); i >= 0 {
		e.start = max(int(cuts[i]), s.start-maxExcerpt)
		k := c.sentenceOf(side, max(s.start, s.end-1))
		e.end = min(max(int(cuts[k+1]), s.end), s.end+maxExcerpt)
	}
	x := Excerpt{Plain: t.bytes(e), Text: strings.TrimRight(t.words(e), "\r\n")}
	if i := c.sentenceOf(side, s.start); i >= 0 {
		x.CutBefore = e.start > int(cuts[i])
		x.CutAfter = e.end < int(cuts[c.sentenceOf(side, max(s.start, s.end-1))+1])
	}
	return x
}

// settle makes sure that what is placed can stand together: where two marks cross,
// or two of one kind claim the same words, the surer one stays.
func (c *carrier) settle() {
	order := make([]int, 0, len(c.result.Marks))
	for i := range c.result.Marks {
		if c.result.Marks[i].State.Placed() {
			order = append(order, i)
		}
	}
	marks := c.result.Marks
	sort.SliceStable(order, func(i, j int) bool {
		a, b := &marks[order[i]], &marks[order[j]]
		if a.State != b.State {
			return a.State < b.State
		}
		return a.Score > b.Score
	})
	placed := map[int][]int{} // by sentence of the new text
	for _, i := range order {
		m := &marks[i]
		first, last := c.sentenceOf(1, c.b.clusterAt(m.To.Start)), c.sentenceOf(1, c.b.clusterAt(max(m.To.Start, m.To.End-1)))
		fits := true
		for s := first; s <= last && fits; s++ {
			for _, k := range placed[s] {
				other := &marks[k]
				nested := m.Plain.Overlaps(other.Plain) // they held each other in the old text too
				if crossing(m.To, other.To) || !nested && m.Kind == other.Kind && m.To.Overlaps(other.To) {
					fits = false
					break
				}
			}
		}
		if !fits {
			m.State = Doubtful
			continue
		}
		for s := first; s <= last; s++ {
			placed[s] = append(placed[s], i)
		}
	}
}
