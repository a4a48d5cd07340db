package compare

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Choice is what somebody decided of a row. The zero value is that nobody did.
type Choice int

// The choices beside Take.
const (
	Undecided Choice = 0
	Neither   Choice = -1 // no mark
	Both      Choice = -2 // the marks of all documents
)

// Take returns the choice of the marks of one document, counted from 0.
func Take(doc int) Choice { return Choice(doc + 1) }

// Verdict returns how row i stands, given what was decided of it.
func (c *Comparison) Verdict(i int, choice Choice) Verdict {
	if choice != Undecided && c.Rows[i].Verdict != Agree {
		return Resolved
	}
	return c.Rows[i].Verdict
}

// Merged is the document that decisions make.
type Merged struct {
	Markup string
	// Open is the number of rows that nobody decided; their marks are left out.
	Open int
	// Dropped are marks that hold no text, in a paragraph that was written anew.
	Dropped []Mark
	// Broken are qualifiers that name a mark which was not taken.
	Broken []string
}

var (
	bothCross = locale.Text{
		ZH: "“%s”与“%s”相互交叉，不能都保留：请选其中之一，或都不要",
		EN: "“%s” and “%s” cross, so both cannot stay: take one of them, or neither"}
	bothSame = locale.Text{
		ZH: "“%s”是同一段文字上的两个同类标注，不能都保留：请选其中之一，或都不要",
		EN: "“%s” would have two marks of the same kind: take one of them, or neither"}
	noSuchDocument = locale.Text{
		ZH: "没有第 %d 份文档",
		EN: "there is no document %d"}
)

// Check returns why a choice cannot be made of row i, an *annotate.Refusal, or nil:
// Both can fail, because the marks cross or are two of one kind on the same words.
func (c *Comparison) Check(i int, choice Choice) error {
	if choice < Both || int(choice) > len(c.docs) {
		return &annotate.Refusal{Reason: noSuchDocument, Args: []any{int(choice)}}
	}
	if choice != Both || c.Rows[i].Verdict == Agree {
		return nil
	}
	var all []member
	for d, list := range c.Rows[i].members {
		for _, k := range list {
			all = append(all, member{d, k, c.marks[d][k]})
		}
	}
	for k, m := range all {
		for _, n := range all[:k] {
			switch {
			case crossing(m.Plain, n.Plain):
				return &annotate.Refusal{Reason: bothCross, Args: []any{n.Text, m.Text}}
			case m.doc != n.doc && m.Kind == n.Kind && m.Plain == n.Plain && c.Rows[i].Verdict == Differ:
				return &annotate.Refusal{Reason: bothSame, Args: []any{m.Text}}
			}
		}
	}
	return nil
}

// Merge returns the document that choices make, one for each row; rows without one
// are undecided. Where all agree the marks are those of document 0, notes included,
// unless the choice names another. The plain text is the one that all share, and the
// front matter that of document 0. Paragraphs that come out as one of the documents
// has them are its own, byte for byte: taking all of document 0 gives document 0.
//
// The error is that of Check for a choice that cannot be made; nothing is merged
// then.
func (c *Comparison) Merge(choices []Choice) (*Merged, error) {
	out := &Merged{}
	var taken []member
	stands := make([]map[int]int, len(c.docs)) // for a mark of a document, the row that took it
	for d := range stands {
		stands[d] = map[int]int{}
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		choice := Undecided
		if i < len(choices) {
			choice = choices[i]
		}
		if err := c.Check(i, choice); err != nil {
			return nil, err
		}
		if r.Verdict == Agree && choice <= Undecided && choice != Neither {
			choice = Take(0)
		}
		switch choice {
		case Undecided:
			out.Open++
			continue
		case Neither:
			continue
		}
		if choice == Both && r.Verdict == Only {
			choice = Take(r.Of) // who else has it has the same
		}
		for d, list := range r.members {
			for _, k := range list {
				if r.Verdict != Differ || choice == Both || choice == Take(d) {
					stands[d][k] = i
				}
				if choice == Both || choice == Take(d) {
					taken = append(taken, member{d, k, c.marks[d][k]})
				}
			}
		}
	}
	sort.SliceStable(taken, func(i, j int) bool {
		a, b := &taken[i], &taken[j]
		switch {
		case a.Plain != b.Plain:
			return outerFirst(a.Plain, b.Plain)
		case a.doc != b.doc:
			return a.doc < b.doc
		}
		return a.index < b.index
	})
	c.nameAnew(taken, stands, out)
	out.Markup = c.write(taken, out)
	return out, nil
}

// nameAnew makes names hold among marks that come from several documents: what two
// documents named alike gets two names, and who pointed at a mark points at the one
// that was taken in its place.
func (c *Comparison) nameAnew(taken []member, stands []map[int]int, out *Merged) {
	one := true
	for _, m := range taken {
		one = one && m.doc == taken[0].doc
	}
	if one && len(taken) > 0 && len(taken) == len(c.marks[taken[0].doc]) {
		return // all of one document
	}
	at := map[int]int{} // row to the mark that was taken from it
	for k, m := range taken {
		if row, ok := stands[m.doc][m.index]; ok {
			if _, known := at[row]; !known {
				at[row] = k
			}
		}
	}
	exact := map[[2]int]int{}
	for k, m := range taken {
		exact[[2]int{m.doc, m.index}] = k
	}
	blocks := paragraphs(c.Plain)
	home := func(m member) int { return blockAt(blocks, m.Plain.Start) }
	type owned struct {
		block, doc int
		name       string
	}
	given := map[owned]string{}
	used := map[scope]bool{}
	own := make([]string, len(taken)) // the name of each, "" for none
	for k, m := range taken {
		for _, n := range namesOf(m.Qualifiers) {
			key := owned{home(m), m.doc, n}
			if _, known := given[key]; !known {
				given[key] = free(used, home(m), n)
			}
			if own[k] == "" {
				own[k] = given[key]
			}
		}
	}
	extra := make([]string, len(taken)) // names that a mark gets because others point at it
	names := make([]map[scope]int, len(c.docs))
	for d := range names {
		names[d] = c.names(d)
	}
	for k := range taken {
		m := &taken[k]
		m.Qualifiers = rename(m.Qualifiers, func(key, n string) string {
			if key == syntax.Naming {
				return given[owned{home(*m), m.doc, n}]
			}
			if n == "-" {
				return n
			}
			target, known := names[m.doc][scope{c.homes[m.doc][m.index], n}]
			if !known {
				return n // it named nothing before either
			}
			t, ok := exact[[2]int{m.doc, target}]
			if !ok {
				if row, stood := stands[m.doc][target]; stood {
					t, ok = at[row]
				}
			}
			if !ok {
				out.Broken = append(out.Broken, key+n)
				if used[scope{home(*m), n}] {
					return free(used, home(*m), n) // it must not point at another's mark
				}
				return n
			}
			if own[t] == "" {
				own[t] = free(used, home(*m), n)
				extra[t] = syntax.Naming + own[t]
			}
			return own[t]
		})
	}
	for k, name := range extra {
		if name != "" {
			taken[k].Qualifiers = strings.TrimSpace(taken[k].Qualifiers + " " + name)
		}
	}
}

// free returns a name that nothing in a block has yet, as near to name as can be, and
// takes it.
func free(used map[scope]bool, block int, name string) string {
	fresh := name
	for k := 2; used[scope{block, fresh}]; k++ {
		fresh = name + "-" + strconv.Itoa(k)
	}
	used[scope{block, fresh}] = true
	return fresh
}

// write writes the document paragraph by paragraph, as one of the documents has it
// where that is what was taken.
func (c *Comparison) write(taken []member, out *Merged) string {
	var b strings.Builder
	edges := c.edges()
	cells := make([][]cell, len(c.docs))
	byCell := make([][]member, len(edges)-1)
	for d, t := range c.docs {
		cells[d] = cellsOf(t, edges)
	}
	for _, m := range taken {
		k := 0 // cells hold marks in order
		for k+1 < len(byCell) && cells[m.doc][k].lastMark <= m.index {
			k++
		}
		byCell[k] = append(byCell[k], m)
	}
	for k, marks := range byCell {
		markup, found := "", false
		for d := 0; d < len(c.docs) && !found; d++ {
			one := cells[d][k]
			if found = c.isWhole(marks, d, one); found {
				markup = one.source
			}
		}
		if !found {
			markup = writeCell(c.Plain[edges[k]:edges[k+1]], edges[k], marks, out)
		}
		b.WriteString(markup)
	}
	if front := frontMatter(c.docs[0]); front != "" {
		return front + b.String()
	}
	return syntax.AsText(b.String())
}

// cell is a run of blocks between two edges that all documents have.
type cell struct {
	source              string
	firstMark, lastMark int // of the document's marks, half-open
}

func cellsOf(t syntax.Tree, edges []int) []cell {
	cells := make([]cell, len(edges)-1)
	var src strings.Builder
	k, marks := 0, 0
	t.From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
		if b.IsFrontMatter() {
			return true
		}
		for k+1 < len(cells) && before.Plain.Bytes >= edges[k+1] {
			cells[k].source, cells[k].lastMark = src.String(), marks
			src.Reset()
			k++
			cells[k].firstMark = marks
		}
		src.WriteString(b.Text())
		marks += len(b.Marks())
		return true
	})
	cells[k].source, cells[k].lastMark = src.String(), marks
	for k++; k < len(cells); k++ {
		cells[k].firstMark, cells[k].lastMark = marks, marks
	}
	return cells
}

// isWhole reports whether marks are all those of a document in a cell.
func (c *Comparison) isWhole(marks []member, d int, one cell) bool {
	own := c.marks[d][one.firstMark:one.lastMark]
	if len(marks) != len(own) {
		return false
	}
	for _, m := range marks {
		if m.doc != d || m.Mark != c.marks[d][m.index] {
			return slices.EqualFunc(marks, own, func(a member, b Mark) bool { return a.Mark == b })
		}
	}
	return true
}

// writeCell writes marks into a stretch of the plain text that starts at a byte
// offset, without the empty front matter that keeps its beginning a text: that is the
// document's.
func writeCell(plain string, start int, marks []member, out *Merged) string {
	annotations := make([]syntax.Annotation, len(marks))
	for i, m := range marks {
		annotations[i] = m.annotation()
		annotations[i].Plain = m.Plain.Shift(-start)
	}
	markup, refused := syntax.Write(plain, annotations)
	for _, i := range refused {
		out.Dropped = append(out.Dropped, marks[i].Mark)
	}
	return strings.TrimPrefix(markup, frontMatter(syntax.Parse(markup)))
}

// edges returns where all documents have the edge of a block, in bytes of the plain
// text, with both ends of it.
func (c *Comparison) edges() []int {
	counts := map[int]int{}
	for _, t := range c.docs {
		seen := map[int]bool{}
		t.From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
			if at := before.Plain.Bytes; !b.IsFrontMatter() && !seen[at] {
				seen[at] = true
				counts[at]++
			}
			return true
		})
	}
	list := []int{0}
	for at, n := range counts {
		if n == len(c.docs) && at > 0 && at < len(c.Plain) {
			list = append(list, at)
		}
	}
	sort.Ints(list)
	return append(list, len(c.Plain))
}

func spanKey(s source.Span) string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }
