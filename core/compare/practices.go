package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Practice is a practice of a version and where it stands.
type Practice struct {
	*practice.Practice
	// ID is the practice's own, unique in its version.
	ID string
	// Plain is the words that it was read from, and ActionPlain those of its action,
	// in bytes of the version's plain text. ActionPlain is empty for an action that no
	// words say.
	Plain, ActionPlain source.Span
}

// Practices returns the practices of a version in the order of its text, with the
// members of defined terms.
func (v Version) Practices() []Practice {
	terms := practice.NewTerms(v.Readings)
	starts := make(map[*syntax.Block]int, v.Tree.Len())
	var all []*practice.Practice
	var sections [][]string // of all
	var trail []string
	v.Tree.From(0, func(i int, before syntax.Total, b *syntax.Block) bool {
		starts[b] = before.Plain.Bytes
		r := v.Readings[i]
		first := len(all)
		for k := range r.Practices {
			all, sections = append(all, &r.Practices[k]), append(sections, trail)
		}
		// A reading keeps the titles that its block was read with; the headings have
		// those of now.
		for _, s := range r.Sentences {
			if s.Heading {
				trail = append(slices.Clip(trail[:min(len(trail), s.Level-1)]), s.Section[len(s.Section)-1])
			}
			for _, k := range s.Practices {
				sections[first+k] = trail
			}
		}
		return true
	})
	ids := practice.Distinct(all)
	list := make([]Practice, len(all))
	for i, p := range all {
		filled := terms.Fill(*p)
		filled.Section = sections[i]
		one := Practice{Practice: &filled, ID: ids[i], Plain: p.Span.Shift(starts[p.Home])}
		if p.Action.Place.Block != nil {
			one.ActionPlain = p.Action.Place.Span.Shift(starts[p.Action.Place.Block])
		}
		list[i] = one
	}
	return list
}

// Fate says what became of a practice. The zero value is Same.
type Fate uint8

// The fates.
const (
	Same     Fate = iota // it says what it said
	Added                // it is new
	Removed              // it is gone
	Changed              // some of its fields are others
	Shifted              // it says what it said, in another section
	numFates = iota
)

var fateNames = [numFates]string{"same", "added", "removed", "changed", "moved"}

// String returns the name of the fate.
func (f Fate) String() string { return fateNames[f] }

// Field names what a practice speaks of.
type Field uint8

// The fields, in the order in which they are told.
const (
	FieldAction Field = iota
	FieldActors
	FieldRequester
	FieldData
	FieldParts
	FieldRecipients
	FieldSources
	FieldPurposes
	FieldConditions
	FieldModality
	FieldNegation
)

var fieldNames = [...]string{"action", "actors", "requester", "data", "parts", "recipients", "sources", "purposes", "conditions", "modality", "negation"}

// String returns the name of the field.
func (f Field) String() string { return fieldNames[f] }

// FieldChange is what changed in one field of a practice.
type FieldChange struct {
	Field Field
	// Gone and Come are the values that only the older, or only the newer, practice
	// has. A change of modality or negation has neither: the practices say it.
	Gone, Come []practice.Value
	// Of is whose parts they are, for FieldParts.
	Of string
}

// PracticeChange is a practice of an older version beside the one of a newer version
// that it became.
type PracticeChange struct {
	Fate Fate
	// Old is nil for Added, New for Removed.
	Old, New *Practice
	// Fields is what changed, for Changed.
	Fields []FieldChange
}

// Practices says what changed in practice between two versions of a document: every
// practice of either is in the result once, in the order of the newer text, those
// that are gone where they stood. Two practices are taken for the same one when their
// actions stand at the same words, or when they do the same with the same data for
// the same parties. The error is ErrCancelled.
func Practices(old, new Version, p Progress) ([]PracticeChange, error) {
	c := &carrier{a: newText(old.Tree.Plain(), true), b: newText(new.Tree.Plain(), true), result: &Carrying{}}
	c.aligner = newAligner(c.a, c.b, p)
	found, err := c.aligner.align()
	if err != nil {
		return nil, err
	}
	c.note(found)
	c.findMoves()
	return pairPractices(old.Practices(), new.Practices(), func(at int) int {
		k := c.a.clusterAt(at)
		if k >= len(c.to) || c.to[k] < 0 {
			return -1
		}
		return int(c.b.starts[c.to[k]])
	}), nil
}

// PracticesOf sets the practices of two annotations of one plain text side by side:
// Same where they agree, Changed where they differ, Removed where the first alone has
// one and Added where the second alone has. Both must have the same plain text.
func PracticesOf(a, b Version) []PracticeChange {
	return pairPractices(a.Practices(), b.Practices(), func(at int) int { return at })
}

// pairPractices pairs practices; to says where a byte offset of the older plain text
// went in the newer one, -1 for nowhere.
func pairPractices(old, new []Practice, to func(int) int) []PracticeChange {
	type pairing struct {
		i, j  int
		score float64
	}
	var list []pairing
	consider := func(i, j int, aligned bool) {
		if s := likeness(&old[i], &new[j], aligned); s > 0 {
			list = append(list, pairing{i, j, s})
		}
	}
	byStart := map[int][]int{} // practices of new by where their action starts
	byData := map[string][]int{}
	for j := range new {
		if !new[j].ActionPlain.Empty() {
			byStart[new[j].ActionPlain.Start] = append(byStart[new[j].ActionPlain.Start], j)
		}
		for _, key := range topics(&new[j]) {
			byData[key] = append(byData[key], j)
		}
	}
	const most = 40 // practices with the same data that are looked at
	for i := range old {
		seen := map[int]bool{}
		for at := old[i].ActionPlain.Start; at < old[i].ActionPlain.End; at++ {
			for _, j := range byStart[to(at)] {
				if !seen[j] {
					seen[j] = true
					consider(i, j, true)
				}
			}
		}
		for _, key := range topics(&old[i]) {
			for _, j := range byData[key][:min(most, len(byData[key]))] {
				if !seen[j] {
					seen[j] = true
					consider(i, j, false)
				}
			}
		}
	}
	sort.SliceStable(list, func(x, y int) bool {
		a, b := &list[x], &list[y]
		if a.score != b.score {
			return a.score > b.score
		}
		// Of equals those that keep the order.
		return max(a.i-a.j, a.j-a.i) < max(b.i-b.j, b.j-b.i)
	})
	partner := make([]int, len(old))
	for i := range partner {
		partner[i] = -1
	}
	origin := make([]int, len(new))
	for j := range origin {
		origin[j] = -1
	}
	for _, p := range list {
		if partner[p.i] < 0 && origin[p.j] < 0 {
			partner[p.i], origin[p.j] = p.j, p.i
		}
	}
	titles := map[string]bool{} // of new
	for j := range new {
		for _, title := range new[j].Section {
			titles[bare(title)] = true
		}
	}
	var out []PracticeChange
	next := 0
	gone := func(until int) {
		for ; next < until; next++ {
			if partner[next] < 0 {
				out = append(out, PracticeChange{Fate: Removed, Old: &old[next]})
			}
		}
	}
	for j := range new {
		i := origin[j]
		if i < 0 {
			out = append(out, PracticeChange{Fate: Added, New: &new[j]})
			continue
		}
		gone(i)
		c := PracticeChange{Old: &old[i], New: &new[j], Fields: fieldChanges(&old[i], &new[j])}
		switch {
		case len(c.Fields) > 0:
			c.Fate = Changed
		case otherSection(old[i].Section, new[j].Section, titles):
			c.Fate = Shifted
		}
		out = append(out, c)
	}
	gone(len(old))
	return out
}

// topics are what a practice is found by.
func topics(p *Practice) []string {
	var keys []string
	for i := range p.Data {
		keys = append(keys, p.Category.String()+" "+lexicon.Canonical(p.Data[i].Text))
	}
	for i := range p.Groups {
		keys = append(keys, p.Category.String()+" "+lexicon.Canonical(p.Groups[i].Parent.Text))
	}
	if keys == nil {
		keys = append(keys, p.Category.String()+"  "+lexicon.Canonical(p.Action.Text))
	}
	return keys
}

// likeness says how much two practices look like one, 0 when they do not at all.
// aligned says that their actions stand at the same words.
func likeness(p, q *Practice, aligned bool) float64 {
	data := shared(p.Data, q.Data)
	if !aligned && (p.Category != q.Category || data < 0.5 || p.Negated != q.Negated || shared(p.Actors, q.Actors) == 0) {
		return 0
	}
	s := 2*data + shared(p.Recipients, q.Recipients) + shared(p.Actors, q.Actors)/2 + shared(p.Purposes, q.Purposes)/2 + shared(p.Conditions, q.Conditions)/2
	if aligned {
		s += 3
	}
	if p.Category == q.Category {
		s += 2
	}
	if p.Negated == q.Negated {
		s += 0.5
	}
	if sameSection(p.Section, q.Section) {
		s += 0.5
	}
	return s
}

// shared returns the part of two lists of values that both have, 1 for two empty
// ones.
func shared(a, b []practice.Value) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	gone, come := difference(a, b)
	both := len(a) - len(gone)
	return float64(both) / float64(both+len(gone)+len(come))
}

// valueKey is what two values must share to be the same.
func valueKey(v *practice.Value) string {
	key := lexicon.Canonical(v.Text)
	if v.Negative {
		key = "-" + key
	}
	return key
}

// difference returns the values that only one of two lists has.
func difference(a, b []practice.Value) (onlyA, onlyB []practice.Value) {
	if len(a)+len(b) == 0 {
		return nil, nil
	}
	counts := make(map[string]int, len(a))
	for i := range a {
		counts[valueKey(&a[i])]++
	}
	for i := range b {
		if k := valueKey(&b[i]); counts[k] > 0 {
			counts[k]--
		} else {
			put(&onlyB, &b[i])
		}
	}
	for i := len(a) - 1; i >= 0; i-- {
		if k := valueKey(&a[i]); counts[k] > 0 {
			counts[k]--
			put(&onlyA, &a[i])
		}
	}
	slices.Reverse(onlyA)
	return onlyA, onlyB
}

func fieldChanges(p, q *Practice) []FieldChange {
	var list []FieldChange
	note := func(f Field, of string, a, b []practice.Value) {
		if gone, come := difference(a, b); len(gone)+len(come) > 0 {
			list = append(list, FieldChange{f, gone, come, of})
		}
	}
	if p.Category != q.Category || lexicon.Canonical(p.Action.Text) != lexicon.Canonical(q.Action.Text) {
		list = append(list, FieldChange{Field: FieldAction, Gone: one(&p.Action), Come: one(&q.Action)})
	}
	note(FieldActors, "", p.Actors, q.Actors)
	note(FieldRequester, "", one(p.Requester), one(q.Requester))
	note(FieldData, "", p.Data, q.Data)
	parts := func(p *Practice, parent string) []practice.Value {
		for i := range p.Groups {
			if lexicon.Canonical(p.Groups[i].Parent.Text) == parent {
				return p.Groups[i].Children
			}
		}
		return nil
	}
	seen := map[string]bool{}
	for _, groups := range [...][]practice.Group{p.Groups, q.Groups} {
		for i := range groups {
			parent := groups[i].Parent.Text
			if key := lexicon.Canonical(parent); !seen[key] {
				seen[key] = true
				note(FieldParts, parent, parts(p, key), parts(q, key))
			}
		}
	}
	note(FieldRecipients, "", p.Recipients, q.Recipients)
	note(FieldSources, "", p.Sources, q.Sources)
	note(FieldPurposes, "", p.Purposes, q.Purposes)
	note(FieldConditions, "", p.Conditions, q.Conditions)
	if p.Modality != q.Modality {
		list = append(list, FieldChange{Field: FieldModality})
	}
	if p.Negated != q.Negated {
		list = append(list, FieldChange{Field: FieldNegation})
	}
	return list
}

func one(v *practice.Value) []practice.Value {
	if v == nil {
		return nil
	}
	var list []practice.Value
	put(&list, v)
	return list
}

// put appends a value. It is called rather than inlined, for a value is large.
//
//go:noinline
func put(list *[]practice.Value, v *practice.Value) { *list = append(*list, *v) }

// sameSection reports whether two trails of titles are the same but for their
// numbers, which change when a section is put in before.
func sameSection(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool { return x == y || bare(x) == bare(y) })
}

// otherSection reports whether the section a became another one, b, rather than being
// given another title: titles are those that the newer version has.
func otherSection(a, b []string, titles map[string]bool) bool {
	if len(a) != len(b) {
		return !sameSection(a, b)
	}
	for i := range a {
		if x := bare(a[i]); x != bare(b[i]) && titles[x] {
			return true
		}
	}
	return false
}

// bare returns a title without its number.
func bare(title string) string {
	if lines := outline.Lines(title, nil, false); len(lines) > 0 {
		title = title[lines[0].Text.Start:lines[0].Text.End]
	}
	return strings.TrimSpace(title)
}
