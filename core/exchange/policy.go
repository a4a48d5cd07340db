// Package exchange writes what Policymark knows of a policy in the formats of
// other programs. Every position it writes is in Unicode code points of the
// document's plain text, half-open.
package exchange

import (
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Policy is a document with its practices.
type Policy struct {
	// Practices are in the order of the text, with the members of defined terms;
	// their IDs are unique.
	Practices []practice.Practice
	// Name is what the policy is called in formats that name it, such as its file.
	Name string

	places map[*syntax.Block]*place
}

// place is where a block stands in the plain text, and the points within it.
type place struct {
	before int // code points before the block
	cursor source.Cursor
}

// NewPolicy gathers the practices of a tree from the readings of its blocks, one
// for each block; with nil the blocks are read.
func NewPolicy(name string, tree syntax.Tree, readings []*practice.Reading) *Policy {
	p := &Policy{Name: name, places: make(map[*syntax.Block]*place, tree.Len())}
	if readings == nil {
		readings = reading.All(tree)
	}
	before := 0
	for i := range tree.Len() {
		b := tree.At(i)
		p.places[b] = &place{before, source.NewCursor(b.Plain(), b.PlainSize())}
		before += b.PlainSize().Points
	}
	terms := practice.NewTerms(readings)
	var all []*practice.Practice
	for _, r := range readings {
		for i := range r.Practices {
			all = append(all, &r.Practices[i])
		}
	}
	ids := practice.Distinct(all)
	p.Practices = make([]practice.Practice, len(all))
	for i, one := range all {
		p.Practices[i] = terms.Fill(*one)
		p.Practices[i].ID = ids[i]
	}
	return p
}

// points returns a span of block b in code points of the document's plain text.
func (p *Policy) points(b *syntax.Block, s source.Span) (start, end int) {
	at := p.places[b]
	if at == nil {
		return -1, -1
	}
	start = at.before + at.cursor.ToByte(s.Start).Points
	return start, at.before + at.cursor.ToByte(s.End).Points
}

// where returns the place of a value, -1 and -1 for one that stands nowhere.
func (p *Policy) where(v *practice.Value) (start, end int) {
	if v.Place.Block == nil {
		return -1, -1
	}
	return p.points(v.Place.Block, v.Place.Span)
}
