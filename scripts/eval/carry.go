package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"

	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/syntax"
)

var carryErrors = flag.String("carry", "", "print the marks that carrying places wrong under this kind of change")

// carried counts what became of the marks under one kind of change.
type carried struct {
	marks, untouched, untouchedRight int
	placed, right                    int
	alive, aliveRight                int // marks whose words are all there
	doubtful, candidateRight         int
	lost, lostRight                  int
}

// carrying prints how well marks are carried over to newer versions that were made by
// machine from the experts' policies, for which the truth is known.
func carrying(folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	var trees []syntax.Tree
	for _, file := range files {
		text, err := markupOf(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		trees = append(trees, syntax.Parse(text))
	}
	fmt.Fprintf(out, "\nMarks of %d policies carried over to newer versions made by machine\n\n", len(trees))
	fmt.Fprintf(out, "%-30s %7s %19s %17s %8s %17s %15s\n", "", "marks", "untouched, placed", "placed, right", "recall", "doubtful, right", "lost, rightly")
	var sum carried
	for k, c := range changes {
		var n carried
		for i, tree := range trees {
			r := rand.New(rand.NewPCG(uint64(k), uint64(i)))
			if err := n.carry(tree, c.make, []rune(trees[(i+1)%len(trees)].Plain()), r, *carryErrors == c.name, out); err != nil {
				return err
			}
		}
		n.print(out, c.name)
		sum.add(n)
	}
	sum.print(out, "together")
	return nil
}

func (n *carried) add(m carried) {
	n.marks += m.marks
	n.untouched, n.untouchedRight = n.untouched+m.untouched, n.untouchedRight+m.untouchedRight
	n.placed, n.right = n.placed+m.placed, n.right+m.right
	n.alive, n.aliveRight = n.alive+m.alive, n.aliveRight+m.aliveRight
	n.doubtful, n.candidateRight = n.doubtful+m.doubtful, n.candidateRight+m.candidateRight
	n.lost, n.lostRight = n.lost+m.lost, n.lostRight+m.lostRight
}

func (n *carried) print(out io.Writer, name string) {
	part := func(a, b int) string { return fmt.Sprintf("%d %6.2f %%", b, percent(a, b)) }
	fmt.Fprintf(out, "%-30s %7d %19s %17s %6.1f %% %17s %15s\n", name, n.marks, part(n.untouchedRight, n.untouched), part(n.right, n.placed),
		percent(n.aliveRight, n.alive), part(n.candidateRight, n.doubtful), part(n.lostRight, n.lost))
}

func (n *carried) carry(tree syntax.Tree, change newer, other []rune, r *rand.Rand, show bool, out io.Writer) error {
	before := []rune(tree.Plain())
	text := make([]origin, len(before))
	for i, r := range before {
		text[i] = origin{r, i}
	}
	text = change(text, other, r)
	after := make([]rune, len(text))
	for i, o := range text {
		after[i] = o.r
	}
	plain := string(after)
	result, err := compare.Carry(tree, plain, nil)
	if err != nil {
		return err
	}
	at := firstPlaces(text, len(before))
	oldPoints, newPoints := pointsIn(tree.Plain()), pointsIn(plain)
	for _, m := range result.Marks {
		n.marks++
		s := span{oldPoints[m.Plain.Start], oldPoints[m.Plain.End]}
		truth, alive := truthOf(s, text, at, before)
		placed := m.State.Placed()
		to := span{-1, -1}
		if m.State != compare.Lost {
			to = span{newPoints[m.To.Start], newPoints[m.To.End]}
		}
		right := to == truth && truth.len() > 0
		if !right && placed && alive && sameSentence(before, s, after, to) {
			right = true // one of two sentences that are letter for letter the same
		}
		n.count(m.State, right, alive, truth.len() == 0)
		if alive && untouched(s, text, at, before) {
			n.untouched++
			if placed && right {
				n.untouchedRight++
			} else if show {
				fmt.Fprintf(out, "    untouched but %s: %s\n      %s\n", m.State, around(tree.Plain(), m.Plain), aroundTo(plain, m))
			}
		}
		if placed && !right && show {
			fmt.Fprintf(out, "    wrong, %s %.2f: %s\n      %s\n", m.State, m.Score, around(tree.Plain(), m.Plain), around(plain, m.To))
		}
	}
	return nil
}

// firstPlaces returns where each of n characters went first, -1 for nowhere.
func firstPlaces(text []origin, n int) []int {
	at := make([]int, n)
	for i := range at {
		at[i] = -1
	}
	for j := len(text) - 1; j >= 0; j-- {
		if text[j].from >= 0 {
			at[text[j].from] = j
		}
	}
	return at
}

// count counts a mark: whether the place it was given, if any, is right, whether its words
// are still there, and whether they are gone.
func (n *carried) count(state compare.State, right, alive, gone bool) {
	if alive {
		n.alive++
		n.aliveRight += b2i(state.Placed() && right)
	}
	switch {
	case state.Placed():
		n.placed++
		n.right += b2i(right)
	case state == compare.Doubtful:
		n.doubtful++
		n.candidateRight += b2i(right)
	default:
		n.lost++
		n.lostRight += b2i(gone)
	}
}

func aroundTo(plain string, m compare.Carried) string {
	if m.State == compare.Lost {
		return "-"
	}
	return around(plain, m.To)
}

func pointsIn(s string) map[int]int {
	p := make(map[int]int, len(s))
	n := 0
	for i := range s {
		p[i] = n
		n++
	}
	p[len(s)] = n
	return p
}

// truthOf returns where a mark is in the newer version, empty for nowhere, and whether
// all of its words are there as one.
func truthOf(s span, text []origin, at []int, before []rune) (span, bool) {
	truth := span{-1, -1}
	for i := s.start; i < s.end; i++ {
		if j := at[i]; j >= 0 {
			if truth.start < 0 || j < truth.start {
				truth.start = j
			}
			for j+1 < len(text) && text[j+1].from == i {
				j++
			}
			truth.end = max(truth.end, j+1)
		}
	}
	if truth.start < 0 {
		return span{}, false
	}
	if truth.len() != s.len() {
		return truth, false
	}
	for k := range s.len() {
		if text[truth.start+k].from != s.start+k || text[truth.start+k].r != before[s.start+k] {
			return truth, false
		}
	}
	return truth, true
}

// untouched reports whether the whole sentence around a mark is there as one, letter
// for letter, and ends there.
func untouched(s span, text []origin, at []int, before []rune) bool {
	start, end := s.start, s.end
	for start > 0 && !endsPiece(before, start-1, ofRune) {
		start--
	}
	for end < len(before) && !endsPiece(before, end, ofRune) {
		end++
	}
	j := at[start]
	if j < 0 || j > 0 && !endsPiece(text, j-1, ofOrigin) {
		return false
	}
	for i := start; i < end; i, j = i+1, j+1 {
		if j >= len(text) || text[j].from != i || text[j].r != before[i] {
			return false
		}
	}
	return j == len(text) || endsPiece(text, j, ofOrigin)
}

// sameSentence reports whether the sentences around two places are the same.
func sameSentence(a []rune, s span, b []rune, t span) bool {
	left, right := 0, 0
	for s.start-left > 0 && !endsPiece(a, s.start-left-1, ofRune) {
		left++
	}
	for s.end+right < len(a) && !endsPiece(a, s.end+right, ofRune) {
		right++
	}
	return t.start-left >= 0 && t.end+right <= len(b) && slices.Equal(a[s.start-left:s.end+right], b[t.start-left:t.end+right])
}
