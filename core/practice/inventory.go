package practice

import (
	"slices"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
)

// Inventory is what the practices of a document add up to.
type Inventory struct {
	Data     []DataEntry
	Actors   []PartyEntry
	Purposes []PurposeEntry
	Coverage []Coverage
}

// DataEntry is data that a document speaks of, under all of its spellings.
type DataEntry struct {
	// Name is the spelling used most, Synonyms the others.
	Name     string
	Synonyms []string
	// Parents and Children are indices in Inventory.Data.
	Parents, Children []int
	// Open says that the document names only some of its parts (等).
	Open, Vague bool
	// Practices are the numbers of the practices, in the order of the text, that
	// handle it, by its own name or as part of other data.
	Practices []int
	// Actors, Recipients and Purposes are who handles it, who gets it, and why; a
	// practice that is denied adds nothing to them.
	Actors, Recipients, Purposes []string
}

// PartyEntry is somebody that a document speaks of.
type PartyEntry struct {
	Name  string
	Party Party
	// Acts and Receives are the numbers of the practices.
	Acts, Receives []int
}

// PurposeEntry is a purpose that a document names.
type PurposeEntry struct {
	Text      string
	Practices []int
}

// Coverage says how much of what a section says of handling data is marked.
type Coverage struct {
	// Section is the trail of headings, empty before the first.
	Section []string
	// Sentences is the number of sentences, Handling of those that speak of handling
	// data, and Marked of those among them that bear marks.
	Sentences, Handling, Marked int
}

// Percent returns how much of the section is covered, 100 when there is nothing to
// mark.
func (c Coverage) Percent() int {
	if c.Handling == 0 {
		return 100
	}
	return 100 * c.Marked / c.Handling
}

// NewInventory makes the inventory of a document's readings, given in the order of
// the text. The numbers of practices count through all readings.
func NewInventory(readings []*Reading) *Inventory {
	s := NewSurvey(NewTerms(readings))
	for _, r := range readings {
		s.Add(r)
	}
	return s.Finish()
}

type inventoryBuilder struct {
	inv                     *Inventory
	terms                   *Terms
	data, parties, purposes map[string]int
	spellings               map[int]map[string]int
}

func (b *inventoryBuilder) add(p *Practice, number int) {
	var handled []int
	for i := range p.Data {
		e := b.entry(&p.Data[i])
		handled = append(handled, e)
		for m := range p.Data[i].Members {
			child := b.entry(&p.Data[i].Members[m])
			b.join(e, child)
			handled = append(handled, child)
		}
	}
	for _, g := range p.Groups {
		parent := b.entry(&g.Parent)
		b.inv.Data[parent].Open = b.inv.Data[parent].Open || g.Open
		for i := range g.Children {
			child := b.entry(&g.Children[i])
			b.join(parent, child)
			handled = append(handled, child)
		}
	}
	for _, i := range handled {
		e := &b.inv.Data[i]
		e.Practices = addNumber(e.Practices, number)
		if p.Negated {
			continue
		}
		e.Actors = addNames(e.Actors, p.Actors)
		e.Recipients = addNames(e.Recipients, p.Recipients)
		e.Purposes = addNames(e.Purposes, p.Purposes)
	}
	for i := range p.Actors {
		e := b.party(&p.Actors[i])
		b.inv.Actors[e].Acts = addNumber(b.inv.Actors[e].Acts, number)
	}
	for i := range p.Recipients {
		e := b.party(&p.Recipients[i])
		b.inv.Actors[e].Receives = addNumber(b.inv.Actors[e].Receives, number)
	}
	for _, v := range p.Purposes {
		key := strings.TrimSpace(v.Text)
		i, found := b.purposes[key]
		if !found {
			i = len(b.inv.Purposes)
			b.purposes[key] = i
			b.inv.Purposes = append(b.inv.Purposes, PurposeEntry{Text: v.Text})
		}
		b.inv.Purposes[i].Practices = addNumber(b.inv.Purposes[i].Practices, number)
	}
}

// entry returns the index of the entry of some data. A gloss is the same data.
func (b *inventoryBuilder) entry(v *Value) int {
	key := lexicon.Canonical(v.Text)
	i, found := b.data[key]
	if !found && v.SameAs != "" {
		i, found = b.data[lexicon.Canonical(v.SameAs)]
		if found {
			b.data[key] = i
		}
	}
	if !found {
		i = len(b.inv.Data)
		b.data[key] = i
		b.inv.Data = append(b.inv.Data, DataEntry{Vague: v.Vague})
		b.spellings[i] = map[string]int{}
	}
	b.spellings[i][v.Text]++
	return i
}

func (b *inventoryBuilder) party(v *Value) int {
	key := v.Text
	if v.SameAs != "" {
		key = v.SameAs
	}
	i, found := b.parties[strings.ToLower(key)]
	if !found {
		i = len(b.inv.Actors)
		b.parties[strings.ToLower(key)] = i
		b.inv.Actors = append(b.inv.Actors, PartyEntry{Name: key, Party: v.Party})
	}
	if b.inv.Actors[i].Party == UnknownParty {
		b.inv.Actors[i].Party = v.Party
	}
	return i
}

// join makes child a part of parent, unless that closed a circle.
func (b *inventoryBuilder) join(parent, child int) {
	if parent == child || b.above(parent, child) {
		return
	}
	b.inv.Data[parent].Children = addIndex(b.inv.Data[parent].Children, child)
	b.inv.Data[child].Parents = addIndex(b.inv.Data[child].Parents, parent)
}

// above reports whether a is a part of b, over any number of steps.
func (b *inventoryBuilder) above(a, of int) bool {
	for _, p := range b.inv.Data[a].Parents {
		if p == of || b.above(p, of) {
			return true
		}
	}
	return false
}

func (b *inventoryBuilder) cover(r *Reading) {
	for i := range r.Sentences {
		s := &r.Sentences[i]
		trail := s.Section
		n := len(b.inv.Coverage)
		if n == 0 || !slices.Equal(b.inv.Coverage[n-1].Section, trail) {
			b.inv.Coverage = append(b.inv.Coverage, Coverage{Section: trail})
			n++
		}
		if s.Heading {
			continue
		}
		c := &b.inv.Coverage[n-1]
		c.Sentences++
		if s.Handles {
			c.Handling++
			if s.Marks > 0 {
				c.Marked++
			}
		}
	}
}

// finish chooses the names of data.
func (b *inventoryBuilder) finish() {
	for i := range b.inv.Data {
		names := make([]string, 0, len(b.spellings[i]))
		for name := range b.spellings[i] {
			names = append(names, name)
		}
		slices.SortFunc(names, func(x, y string) int {
			if d := b.spellings[i][y] - b.spellings[i][x]; d != 0 {
				return d
			}
			return strings.Compare(x, y)
		})
		b.inv.Data[i].Name, b.inv.Data[i].Synonyms = names[0], names[1:]
	}
}

// addNumber adds the number of a practice, which come in order.
func addNumber(list []int, n int) []int {
	if k := len(list); k > 0 && list[k-1] == n {
		return list
	}
	return append(list, n)
}

func addIndex(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}

func addNames(list []string, vs []Value) []string {
	for _, v := range vs {
		if !slices.Contains(list, v.Text) {
			list = append(list, v.Text)
		}
	}
	return list
}
