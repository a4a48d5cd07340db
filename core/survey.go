package core

import (
	"strings"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/sequence"
	"github.com/policymark/policymark/core/source"
)

// Survey takes the inventory of a document step by step, so that nobody has to
// wait for a long one. It is of the document as it was when Survey was called.
type Survey struct {
	cells  sequence.Of[*cell, Tally]
	survey *practice.Survey
	next   int // first cell that was not taken in
	inv    *practice.Inventory
}

// Survey begins an inventory.
func (d *Document) Survey() *Survey {
	return &Survey{cells: d.cells, survey: practice.NewSurvey(d.Terms())}
}

// Step takes in blocks that hold about so many practices or more sentences, and
// reports whether that was all.
func (s *Survey) Step(practices int) bool {
	if s.inv != nil {
		return true
	}
	left := practices
	s.cells.From(s.next, func(i int, _ Tally, c *cell) bool {
		s.survey.Add(c.reading)
		s.next = i + 1
		left -= len(c.reading.Practices) + len(c.reading.Sentences)/16
		return left > 0
	})
	if s.next < s.cells.Len() {
		return false
	}
	s.inv = s.survey.Finish()
	return true
}

// Done returns how much was taken in, from 0 to 1.
func (s *Survey) Done() float64 {
	if s.cells.Len() == 0 {
		return 1
	}
	return float64(s.next) / float64(s.cells.Len())
}

// Inventory returns the inventory, nil until Step reported the end.
func (s *Survey) Inventory() *practice.Inventory { return s.inv }

// Root returns the index of the topmost entry that some data is part of, -1 when
// the inventory does not hold it.
func (s *Survey) Root(v *practice.Value) int {
	i := s.survey.Data(v)
	for n := 0; i >= 0 && len(s.inv.Data[i].Parents) > 0 && n < 64; n++ {
		i = s.inv.Data[i].Parents[0]
	}
	return i
}

// InventoryList names one of the lists of an inventory.
type InventoryList uint8

// The lists.
const (
	DataList InventoryList = iota
	PartyList
	PurposeList
)

// Occurrence returns where practice number n of the document, which must be as it
// was when the survey began, names entry i of a list; of several places the first
// that stands anywhere. ok is false when it names it nowhere.
func (d *Document) Occurrence(s *Survey, list InventoryList, i, n int) (at source.Span, ok bool) {
	d.Practices(n, func(p Practice) bool {
		terms := p
		try := func(v *practice.Value, index func(*practice.Value) int) {
			if ok || index(v) != i {
				return
			}
			if b, found := d.Locate(v.Place, terms.Block); found {
				at, ok = b.SourceOf(v.Place.Span).Shift(b.Before.Source.Bytes), true
			}
		}
		switch list {
		case DataList:
			for _, v := range dataOf(p.Practice) {
				try(v, s.survey.Data)
			}
		case PartyList:
			for k := range p.Actors {
				try(&p.Actors[k], s.survey.Party)
			}
			for k := range p.Recipients {
				try(&p.Recipients[k], s.survey.Party)
			}
		case PurposeList:
			for k := range p.Purposes {
				try(&p.Purposes[k], s.survey.Purpose)
			}
		}
		if !ok {
			// A part that a definition gives stands where the practice does.
			at, ok = p.Block.SourceOf(p.Span).Shift(p.Block.Before.Source.Bytes), true
		}
		return false
	})
	return at, ok
}

// InventoryRow is a row of a list of an inventory, laid out as a tree.
type InventoryRow struct {
	Index int // in the list
	Depth int
	// Parts says that rows for its parts follow, or would if it were not closed.
	Parts, Closed bool
}

// Rows lays out a list of the inventory: data as a tree, in which data that is part
// of several stands under each. Only rows whose name, or that of a part, holds the
// words are there; closed says which rows hide their parts.
func (s *Survey) Rows(list InventoryList, words string, closed func(name string) bool) []InventoryRow {
	words = strings.ToLower(strings.TrimSpace(words))
	var rows []InventoryRow
	switch list {
	case PartyList:
		for i, e := range s.inv.Actors {
			if strings.Contains(strings.ToLower(e.Name), words) {
				rows = append(rows, InventoryRow{Index: i})
			}
		}
	case PurposeList:
		for i, e := range s.inv.Purposes {
			if strings.Contains(strings.ToLower(e.Text), words) {
				rows = append(rows, InventoryRow{Index: i})
			}
		}
	case DataList:
		hits := s.hits(words)
		var walk func(i, depth int)
		walk = func(i, depth int) {
			e := &s.inv.Data[i]
			if words != "" && !hits[i] || len(rows) >= maxInventoryRows {
				return
			}
			row := InventoryRow{Index: i, Depth: depth, Parts: len(e.Children) > 0 && depth < maxInventoryDepth}
			row.Closed = row.Parts && words == "" && closed(e.Name)
			rows = append(rows, row)
			if row.Parts && !row.Closed {
				for _, c := range e.Children {
					walk(c, depth+1)
				}
			}
		}
		for i := range s.inv.Data {
			if len(s.inv.Data[i].Parents) == 0 {
				walk(i, 0)
			}
		}
	}
	return rows
}

// A tree in which data is part of much is laid out up to these.
const (
	maxInventoryRows  = 50000
	maxInventoryDepth = 12
)

// hits returns which data holds the words in a name, or has parts that do.
func (s *Survey) hits(words string) []bool {
	hits := make([]bool, len(s.inv.Data))
	if words == "" {
		return hits
	}
	var mark func(i int)
	mark = func(i int) {
		if hits[i] {
			return
		}
		hits[i] = true
		for _, p := range s.inv.Data[i].Parents {
			mark(p)
		}
	}
	for i, e := range s.inv.Data {
		for _, name := range append([]string{e.Name}, e.Synonyms...) {
			if strings.Contains(strings.ToLower(name), words) {
				mark(i)
				break
			}
		}
	}
	return hits
}
