package core

import (
	"slices"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/sequence"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
)

// hints are the suggestions for a document, worked out as they are asked for. There
// are none as long as nobody asks.
type hints struct {
	list   sequence.Of[*hint, numHints] // one for each cell
	marked *suggest.Words               // what the document's marks hold
	known  suggest.Knowledge
	// epoch grows when the memory changes at large, or what is skipped.
	epoch int
	// swept says that all hints before it are fresh.
	swept, sweptAt int
}

// hint is what is suggested in a cell. It is never changed.
type hint struct {
	own   []suggest.Suggestion // by the words alone
	list  []suggest.Suggestion
	ready bool
	// seen and epoch are what was known when list was made.
	seen  [2]int
	epoch int
}

type numHints int

// Add returns the sum of both.
func (n numHints) AddTo(sum *numHints) { *sum += n }

// Measure returns the number of suggestions.
func (h *hint) AddTo(sum *numHints) { *sum += numHints(len(h.list)) }

// Suggestion is a suggestion and the block that it stands in.
type Suggestion struct {
	suggest.Suggestion
	Block Block
}

// ID names the suggestion, see suggest.Suggestion.ID.
func (s Suggestion) ID() string { return s.Suggestion.ID(s.Block.Block) }

// Text returns the words that would be marked.
func (s Suggestion) Text() string { return s.Block.Plain()[s.Plain.Start:s.Plain.End] }

// Source returns where it stands, in bytes of the document's source.
func (s Suggestion) Source() source.Span {
	return s.Block.SourceOf(s.Plain).Shift(s.Block.Before.Source.Bytes)
}

// Remember gives the document what a person has marked and turned down before, and
// the IDs of the suggestions that are turned down in it. Both may be nil.
func (d *Document) Remember(memory *suggest.Words, skipped map[string]bool) {
	h := d.needHints()
	h.known.Memory, h.known.Skipped = memory, skipped
	h.epoch++
	h.swept = 0
}

func (d *Document) needHints() *hints {
	if d.hints == nil {
		h := &hints{marked: suggest.NewWords()}
		h.known.Document = h.marked
		if d.Analysed() {
			cells := d.cells.Items(0, d.cells.Len())
			h.count(cells, 1)
			h.list = sequence.New(noHints(len(cells)))
		}
		d.hints = h
	}
	return d.hints
}

// forgetHints forgets everything that was worked out, as when the document is read
// again; what a person gave stays.
func (d *Document) forgetHints() {
	if d.hints == nil {
		return
	}
	h := &hints{marked: suggest.NewWords(), known: d.hints.known, epoch: d.hints.epoch}
	h.known.Document = h.marked
	d.hints = h
}

// noHints returns hints that are still to be worked out.
func noHints(n int) []*hint {
	list := make([]*hint, n)
	for i := range list {
		list[i] = &hint{}
	}
	return list
}

// count counts what the marks of cells hold.
func (h *hints) count(cells []*cell, n int) {
	for _, c := range cells {
		for i, m := range c.block.Marks() {
			h.marked.Count(c.block.MarkText(i), m.Kind, n, 0)
		}
	}
}

// replace follows a change of the cells [first, behind).
func (h *hints) replace(first, behind int, old, fresh []*cell) {
	h.count(old, -1)
	h.count(fresh, 1)
	h.list = h.list.Splice(first, behind, noHints(len(fresh)))
	h.swept = min(h.swept, first)
}

// fresh returns the hint of a cell as it is now, and what that cost in bytes read.
func (h *hints) fresh(c *cell, now *hint) (*hint, int) {
	seen := [2]int{h.marked.Generation()}
	if h.known.Memory != nil {
		seen[1] = h.known.Memory.Generation()
	}
	plain := c.block.Plain()
	if now.ready && now.epoch == h.epoch {
		if now.seen == seen {
			return now, 1
		}
		changed := h.marked.ChangedIn(plain, now.seen[0]) || h.known.Memory != nil && h.known.Memory.ChangedIn(plain, now.seen[1])
		if !changed {
			next := *now
			next.seen = seen
			return &next, 1 + len(plain)/16
		}
	}
	next := &hint{own: now.own, ready: true, seen: seen, epoch: h.epoch}
	cost := 16 + len(plain)
	if !now.ready {
		next.own = suggest.Block(c.block, c.in, c.reading)
		cost += 3 * len(plain)
	}
	next.list = suggest.With(c.block, c.reading, next.own, h.known)
	return next, cost
}

// freshen brings the hints of the cells [from, to) up to now as long as budget lasts,
// and returns the first that was not.
func (d *Document) freshen(from, to int, budget *int) int {
	h := d.hints
	now := h.list.Items(from, to)
	next := make([]*hint, 0, len(now))
	changed := false
	for i, x := range now {
		if *budget <= 0 {
			break
		}
		y, cost := h.fresh(d.cells.At(from+i), x)
		*budget -= cost
		changed = changed || x != y
		next = append(next, y)
	}
	if changed {
		h.list = h.list.Splice(from, from+len(next), next)
	}
	return from + len(next)
}

// SuggestWithin works out suggestions as long as budget lasts, the number of bytes
// that may still be read, and reports whether all are worked out. It goes on where
// it left off.
func (d *Document) SuggestWithin(budget *int) bool {
	h := d.needHints()
	if !d.Analysed() {
		return true
	}
	generation := h.epoch + h.marked.Generation()
	if h.known.Memory != nil {
		generation += h.known.Memory.Generation()
	}
	if generation != h.sweptAt {
		h.swept, h.sweptAt = 0, generation
	}
	for h.swept < d.cells.Len() && *budget > 0 {
		h.swept = d.freshen(h.swept, min(h.swept+64, d.cells.Len()), budget)
	}
	return h.swept == d.cells.Len()
}

// CountSuggestions returns how many suggestions are worked out.
func (d *Document) CountSuggestions() int {
	if d.hints == nil {
		return 0
	}
	return int(d.hints.list.Sum())
}

// Suggestions calls yield for the suggestions that are worked out, in the order of
// the text, from number first on, until yield returns false.
func (d *Document) Suggestions(first int, yield func(Suggestion) bool) {
	if d.hints == nil || first >= d.CountSuggestions() {
		return
	}
	i, before := d.hints.list.Find(first, func(n *numHints) int { return int(*n) })
	d.eachHint(i, first-int(before), yield)
}

// eachHint calls yield for the suggestions from the cell i on without the first skip.
func (d *Document) eachHint(i, skip int, yield func(Suggestion) bool) {
	d.cells.From(i, func(i int, before Tally, c *cell) bool {
		list := d.hints.list.At(i).list
		b := Block{c.block, i, before.Total, c.reading}
		for k := min(skip, len(list)); k < len(list); k++ {
			if !yield(Suggestion{list[k], b}) {
				return false
			}
		}
		skip = max(0, skip-len(list))
		return true
	})
}

// SuggestionsIn calls yield for the suggestions that touch a range of the source, in
// bytes, worked out now, until yield returns false.
func (d *Document) SuggestionsIn(r source.Span, yield func(Suggestion) bool) {
	d.needHints()
	if !d.Analysed() {
		return
	}
	d.blocksIn(r, func(i int, before Tally, c *cell) bool {
		budget := 1
		d.freshen(i, i+1, &budget)
		b := Block{c.block, i, before.Total, c.reading}
		for _, s := range d.hints.list.At(i).list {
			s := Suggestion{s, b}
			if at := s.Source(); at.End < r.Start || at.Start > r.End {
				continue
			}
			if !yield(s) {
				return false
			}
		}
		return true
	})
}

// CountSuggestionsBefore returns how many suggestions that are worked out start
// before the byte offset at of the source.
func (d *Document) CountSuggestionsBefore(at int) int {
	if d.hints == nil || d.cells.Len() == 0 {
		return 0
	}
	i, before := d.cells.Find(at, func(t *Tally) int { return t.Source.Bytes })
	n := int(d.hints.list.Before(i))
	if i == d.cells.Len() {
		return n
	}
	c := d.cells.At(i)
	for _, s := range d.hints.list.At(i).list {
		if before.Source.Bytes+c.block.SourceOf(s.Plain).Start < at {
			n++
		}
	}
	return n
}

// SectionAt returns the titles of the sections that a sentence of a block lies in,
// as Section does.
func (d *Document) SectionAt(b Block, sentence int) []string {
	return d.trailBefore(place{b.Index, sentence})
}

// SuggestionsOfSection returns the suggestions of the section of a heading that a suggestion stands
// in, as SectionSpan finds it: blank lines do not matter.
func (d *Document) SuggestionsOfSection(of Suggestion) []Suggestion {
	span := d.SectionSpan(of.Source().Start)
	var list []Suggestion
	d.SuggestionsIn(span, func(s Suggestion) bool {
		if at := s.Source(); at.Start >= span.Start && at.End <= span.End {
			list = append(list, s)
		}
		return true
	})
	return list
}

// Accept returns the edits, in bytes of the source, that make marks of suggestions,
// which are in the order of the text, and how many it makes. A block whose marks
// cannot all be made gets none.
func (d *Document) Accept(list []Suggestion) (edits []source.Edit, marks int, last annotate.Result, err error) {
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].Block.Index == list[0].Block.Index {
			n++
		}
		wanted := make([]annotate.New, n)
		for i, s := range list[:n] {
			wanted[i] = annotate.New{Kind: s.Kind, Plain: s.Plain}
		}
		r, failed := annotate.MarkSeveral(d.tree, list[0].Block.Index, wanted)
		if failed != nil {
			err = failed
		} else {
			edits, marks, last = append(edits, r.Edits...), marks+n, r
		}
		list = list[n:]
	}
	if marks > 0 {
		err = nil
	}
	return edits, marks, last, err
}

// MarkedWords returns the words of the document's marks that are marked most often,
// so many at most.
func (d *Document) MarkedWords(most int) []MarkedWord {
	var list []MarkedWord
	d.needHints().marked.Each(func(words string, t suggest.Times) bool {
		for _, k := range syntax.Kinds {
			if t.Yes[k] > 0 {
				list = append(list, MarkedWord{words, k, t.Yes[k]})
			}
		}
		return true
	})
	slices.SortStableFunc(list, func(a, b MarkedWord) int { return b.Count - a.Count })
	return list[:min(most, len(list))]
}

// MarkedWord says how often words are marked as a kind.
type MarkedWord struct {
	Words string
	Kind  syntax.Kind
	Count int
}
