package core

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// Filter chooses practices. Of each list that is not empty one must fit, of
// States every one, and of Words each. The zero value chooses all.
type Filter struct {
	// Words are looked for in what a practice was read from and in its values, parted
	// by white space, without regard to case.
	Words string
	// Actors, Data, Purposes and Recipients are keys, see Facets.
	Actors, Data, Purposes, Recipients []string
	// PurposeKinds are what purposes are for at large.
	PurposeKinds []lexicon.PurposeKind
	Categories   []lexicon.Category
	// Section is the trail of titles of a section, whose own sections count too; nil
	// for all, and empty but not nil for what stands before the first heading.
	Section []string
	States  []State

	words []string // that Words holds, once it is a document's filter
}

// State is something that can be said of a practice.
type State uint8

// The states.
const (
	MarkedOnly   State = iota // every value is marked
	WithInferred              // some value was read, carried or implied
	Denied                    // it is said not to be done
	WithProblem               // a rule found something in its words
)

var stateNames = [...]string{"marked", "inferred", "negated", "problems"}

// String returns the name of the state.
func (s State) String() string { return stateNames[s] }

// StateNamed returns the state with that name; ok is false when there is none.
func StateNamed(name string) (s State, ok bool) {
	i := slices.Index(stateNames[:], name)
	return State(max(0, i)), i >= 0
}

func (f *Filter) equal(g *Filter) bool {
	return f.Words == g.Words && slices.Equal(f.Actors, g.Actors) && slices.Equal(f.Data, g.Data) &&
		slices.Equal(f.Purposes, g.Purposes) && slices.Equal(f.Recipients, g.Recipients) &&
		slices.Equal(f.PurposeKinds, g.PurposeKinds) && slices.Equal(f.Categories, g.Categories) &&
		slices.Equal(f.States, g.States)
}

// isZero reports whether the filter chooses every practice of a section.
func (f *Filter) isZero() bool { return f.equal(&Filter{}) }

// Choose returns the numbers of the practices that a filter chooses, in the order
// of the text. What a block's practices come to is kept until it or the filter
// changes, so that after an edit it is a walk over the blocks.
func (d *Document) Choose(f Filter) []int {
	if d.filter == nil || !d.filter.equal(&f) {
		f.words = strings.Fields(strings.ToLower(f.Words))
		d.filter = &f
	}
	var parts []sectionPart
	if f.Section != nil {
		parts = d.sectionParts(f.Section)
	}
	var chosen []int
	number := 0
	d.cells.From(0, func(i int, _ Tally, c *cell) bool {
		if len(c.reading.Practices) == 0 {
			return true
		}
		for _, k := range c.chosenBy(d.filter) {
			if f.Section == nil || holdsSentence(parts, i, c.reading, k) {
				chosen = append(chosen, number+k)
			}
		}
		number += len(c.reading.Practices)
		return true
	})
	return chosen
}

// chosenBy returns which of a cell's practices a filter chooses, without its section.
func (c *cell) chosenBy(f *Filter) []int {
	a := c.answers()
	if a.filter == f {
		return a.chosen
	}
	a.filter, a.chosen = f, a.chosen[:0]
	for k := range c.reading.Practices {
		if f.isZero() || f.fits(c, &c.reading.Practices[k]) {
			a.chosen = append(a.chosen, k)
		}
	}
	return a.chosen
}

func (f *Filter) fits(c *cell, p *practice.Practice) bool {
	if len(f.Categories) > 0 && !slices.Contains(f.Categories, p.Category) {
		return false
	}
	if !fitsKeys(f.Actors, p.Actors, practice.PartyKey) || !fitsKeys(f.Recipients, p.Recipients, practice.PartyKey) ||
		!fitsKeys(f.Purposes, p.Purposes, practice.PurposeKey) {
		return false
	}
	if len(f.PurposeKinds) > 0 && !slices.ContainsFunc(purposeKinds(p), func(k lexicon.PurposeKind) bool {
		return slices.Contains(f.PurposeKinds, k)
	}) {
		return false
	}
	if len(f.Data) > 0 {
		data := dataOf(p)
		if !slices.ContainsFunc(data, func(v *practice.Value) bool { return slices.Contains(f.Data, practice.DataKey(v)) }) &&
			(len(data) > 0 || !slices.Contains(f.Data, "")) {
			return false
		}
	}
	for _, s := range f.States {
		if !c.is(p, s) {
			return false
		}
	}
	if len(f.words) == 0 {
		return true
	}
	text := strings.ToLower(textOf(c, p))
	for _, w := range f.words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// fitsKeys reports whether one of the values has one of the keys; "" stands for
// there being no value.
func fitsKeys(keys []string, vs []practice.Value, keyOf func(*practice.Value) string) bool {
	if len(keys) == 0 {
		return true
	}
	if len(vs) == 0 {
		return slices.Contains(keys, "")
	}
	for i := range vs {
		if slices.Contains(keys, keyOf(&vs[i])) {
			return true
		}
	}
	return false
}

// is reports whether something can be said of a practice.
func (c *cell) is(p *practice.Practice, s State) bool {
	switch s {
	case MarkedOnly:
		return !inferred(p)
	case WithInferred:
		return inferred(p)
	case Denied:
		return p.Negated
	case WithProblem:
		at := c.block.SourceOf(p.Span)
		for i := range c.found {
			if c.found[i].Span.Start <= at.End && at.Start <= c.found[i].Span.End {
				return true
			}
		}
	}
	return false
}

// inferred reports whether a value of a practice is not marked.
func inferred(p *practice.Practice) bool {
	for _, vs := range [...][]practice.Value{{p.Action}, p.Actors, p.Data, p.Purposes, p.Conditions, p.Recipients, p.Sources} {
		for i := range vs {
			if vs[i].Evidence != practice.Marked {
				return true
			}
		}
	}
	return false
}

// dataOf returns the data of a practice with its parts.
func dataOf(p *practice.Practice) []*practice.Value {
	var list []*practice.Value
	for i := range p.Data {
		list = append(list, &p.Data[i])
	}
	for g := range p.Groups {
		list = append(list, &p.Groups[g].Parent)
		for i := range p.Groups[g].Children {
			list = append(list, &p.Groups[g].Children[i])
		}
	}
	return list
}

// purposeKinds returns what the purposes of a practice are for at large;
// NoPurposeKind when it names none.
func purposeKinds(p *practice.Practice) []lexicon.PurposeKind {
	if len(p.Purposes) == 0 {
		return []lexicon.PurposeKind{lexicon.NoPurposeKind}
	}
	var kinds []lexicon.PurposeKind
	for i := range p.Purposes {
		if k := lexicon.PurposeKindOf(p.Purposes[i].Text); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// textOf returns what a search looks in.
func textOf(c *cell, p *practice.Practice) string {
	var b strings.Builder
	b.WriteString(c.block.Plain()[p.Span.Start:p.Span.End])
	for _, vs := range [...][]practice.Value{{p.Action}, p.Actors, p.Data, p.Purposes, p.Conditions, p.Recipients, p.Sources} {
		for i := range vs {
			b.WriteByte('\n')
			b.WriteString(vs[i].Text)
			if vs[i].SameAs != "" {
				b.WriteByte('\n')
				b.WriteString(vs[i].SameAs)
			}
		}
	}
	for _, v := range dataOf(p) {
		b.WriteByte('\n')
		b.WriteString(v.Text)
	}
	return b.String()
}

// Facet is a value by which practices can be filtered, and how many have it.
type Facet struct {
	Key, Name string
	Count     int
}

// FacetField names a list of facets.
type FacetField uint8

// The fields that have facets.
const (
	ByActor FacetField = iota
	ByData
	ByPurpose
	ByRecipient
)

// Facets returns the values of a field among the practices that a filter chooses
// without regard to that field, the most frequent first.
func (d *Document) Facets(f Filter, field FacetField) []Facet {
	var keyOf func(*practice.Value) string
	switch field {
	case ByActor:
		f.Actors, keyOf = nil, practice.PartyKey
	case ByData:
		f.Data, keyOf = nil, practice.DataKey
	case ByPurpose:
		f.Purposes, keyOf = nil, practice.PurposeKey
	case ByRecipient:
		f.Recipients, keyOf = nil, practice.PartyKey
	}
	at := map[string]int{}
	var list []Facet
	d.each(d.Choose(f), func(_ int, p Practice) {
		var vs []*practice.Value
		switch field {
		case ByActor:
			vs = pointers(p.Actors)
		case ByData:
			vs = dataOf(p.Practice)
		case ByPurpose:
			vs = pointers(p.Purposes)
		case ByRecipient:
			vs = pointers(p.Recipients)
		}
		var seen []int
		for _, v := range vs {
			key := keyOf(v)
			i, found := at[key]
			if !found {
				i = len(list)
				name := v.Text
				if v.SameAs != "" && field != ByData {
					name = v.SameAs
				}
				at[key], list = i, append(list, Facet{Key: key, Name: name})
			}
			if !slices.Contains(seen, i) {
				seen = append(seen, i)
				list[i].Count++
			}
		}
	})
	slices.SortStableFunc(list, func(a, b Facet) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// CountCategories returns how many of the practices that a filter chooses, without
// regard to categories, are of each.
func (d *Document) CountCategories(f Filter) map[lexicon.Category]int {
	f.Categories = nil
	n := map[lexicon.Category]int{}
	d.each(d.Choose(f), func(_ int, p Practice) { n[p.Category]++ })
	return n
}

// each calls yield for practices by their numbers, which are in order.
func (d *Document) each(numbers []int, yield func(number int, p Practice)) {
	if len(numbers) == 0 {
		return
	}
	next, number := 0, numbers[0]
	d.Practices(number, func(p Practice) bool {
		if numbers[next] == number {
			yield(number, p)
			next++
		}
		number++
		return next < len(numbers)
	})
}

func pointers(vs []practice.Value) []*practice.Value {
	list := make([]*practice.Value, len(vs))
	for i := range vs {
		list[i] = &vs[i]
	}
	return list
}
