package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/practice"
)

// Context is what the blocks before hand on to a block. It is an immutable value;
// nil is the start of a document.
type Context struct {
	trail   []heading
	section []string // titles of trail
	lead    *lead
	said    *said
	// parties are the last third parties spoken of in the section, the latest last.
	parties []practice.Value
	// subject is who a heading says acts in its section.
	subject practice.Party
}

// heading is an entry of the trail of headings.
type heading struct {
	style outline.Style
	title string
}

// lead is a lead-in (…包括：) whose items go on with its subject and its action.
type lead struct {
	style      outline.Style // of its items, NoStyle until the first
	table      bool          // it is the head of a table, whose rows are the items
	items      adjunctKind   // what unmarked items say
	actors     []practice.Value
	requester  *practice.Value
	action     practice.Value
	category   lexicon.Category
	data       []practice.Value
	purposes   []practice.Value
	conditions []practice.Value
	recipients []practice.Value
	sources    []practice.Value
	modality   lexicon.Modality
	modalText  string
	negated    bool
	negText    string
}

// said is what the sentence before spoke of.
type said struct {
	purposes   []practice.Value
	conditions []practice.Value
	data       []practice.Value
}

// forget empties the lists and lets go of what they point at; their memory stays.
func (s *said) forget() {
	for _, list := range []*[]practice.Value{&s.purposes, &s.conditions, &s.data} {
		clear(*list)
		*list = (*list)[:0]
	}
}

// maxParties is how many parties are remembered for words such as 此类商家.
const maxParties = 6

// Equal reports whether a block reads the same after c as after d, but for the
// titles of the sections that it lies in: these would make every block behind a
// heading depend on its wording. Who keeps readings over edits takes titles from
// the headings themselves.
func (c *Context) Equal(d *Context) bool {
	if c == d {
		return true
	}
	if c == nil || d == nil {
		return false
	}
	return c.subject == d.subject && slices.EqualFunc(c.trail, d.trail, func(a, b heading) bool { return a.style == b.style }) && c.lead.equal(d.lead) && c.said.equal(d.said) && equalValues(c.parties, d.parties)
}

func (l *lead) equal(m *lead) bool {
	if l == m {
		return true
	}
	if l == nil || m == nil {
		return false
	}
	sameRequester := l.requester == m.requester || l.requester != nil && m.requester != nil && sameValue(l.requester, m.requester)
	return l.style == m.style && l.table == m.table && l.items == m.items && l.category == m.category && l.modality == m.modality && l.negated == m.negated &&
		l.modalText == m.modalText && l.negText == m.negText && sameRequester && sameValue(&l.action, &m.action) &&
		equalValues(l.actors, m.actors) && equalValues(l.data, m.data) && equalValues(l.purposes, m.purposes) && equalValues(l.conditions, m.conditions) &&
		equalValues(l.recipients, m.recipients) && equalValues(l.sources, m.sources)
}

func (s *said) equal(t *said) bool {
	if s == t {
		return true
	}
	if s == nil || t == nil {
		return false
	}
	return equalValues(s.purposes, t.purposes) && equalValues(s.conditions, t.conditions) && equalValues(s.data, t.data)
}

func equalValues(a, b []practice.Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameValue(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

// sameValue reports whether two values are the same; the blocks that they point at
// must be the very same.
func sameValue(v, w *practice.Value) bool {
	return v.Text == w.Text && v.Place == w.Place && v.Mark == w.Mark && v.Evidence == w.Evidence && v.Rule == w.Rule && v.Cue == w.Cue &&
		v.Party == w.Party && v.Owner == w.Owner && v.Vague == w.Vague && v.Subject == w.Subject && v.Negative == w.Negative && v.SameAs == w.SameAs
}

// push returns the trail with a heading below the last of a higher level: levels
// follow the order in which the document introduces its styles.
func push(trail []heading, h heading) []heading {
	for i, have := range trail {
		below := have.style == h.style ||
			// The depth of #, ## and 1.2, 1.2.3 is plain.
			outline.Hash1 <= have.style && have.style <= outline.Hash6 && outline.Hash1 <= h.style && h.style <= have.style ||
			outline.Decimal2 <= have.style && have.style <= outline.Decimal4 && outline.Decimal2 <= h.style && h.style <= have.style ||
			h.style <= outline.Chapter && have.style > outline.Chapter
		if below {
			return append(slices.Clone(trail[:i]), h)
		}
	}
	return append(slices.Clone(trail), h)
}

// titles returns the titles of a trail.
func titles(trail []heading) []string {
	list := make([]string, len(trail))
	for i, h := range trail {
		list[i] = h.title
	}
	return list
}

// onlyData returns what is remembered past the end of a paragraph, nil for nothing.
func (s *said) onlyData() *said {
	switch {
	case len(s.data) == 0:
		return nil
	case len(s.purposes)+len(s.conditions) == 0:
		return s
	}
	return &said{data: s.data}
}
