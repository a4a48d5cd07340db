package practice

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
)

// Terms are the names that a document gives to data and to parties. They are made
// of the readings of its blocks, and are asked when a practice is handed out, so
// that a definition far away costs an edit nothing. They remember what was asked: they
// are for one goroutine at a time.
type Terms struct {
	list   []Definition
	byName map[string]int // by canonical name
	asked  map[string]int // by name as written, kept as they are asked for; -1 for none
}

// NewTerms gathers the definitions of a document's readings, given in the order of
// the text.
func NewTerms(readings []*Reading) *Terms {
	t := &Terms{byName: map[string]int{}, asked: map[string]int{}}
	above := slices.ContainsFunc(readings, func(r *Reading) bool {
		return slices.ContainsFunc(r.Definitions, func(d Definition) bool { return d.Above })
	})
	var section []Value // data of the section so far, as long as it is needed
	seen := map[string]bool{}
	add := func(vs []Value) {
		for _, v := range vs {
			key := lexicon.Canonical(v.Text)
			if v.Evidence == Carried || seen[key] {
				continue
			}
			seen[key] = true
			v.Members = nil
			section = append(section, v)
		}
	}
	for _, r := range readings {
		next := 0
		for _, s := range r.Sentences {
			if s.Heading {
				section, seen = nil, map[string]bool{}
			}
			for next < len(r.Definitions) && r.Definitions[next].Place.End <= s.End {
				t.add(r.Definitions[next], section)
				next++
			}
			for _, i := range s.Practices {
				if !above {
					break
				}
				p := &r.Practices[i]
				add(p.Data)
				for _, g := range p.Groups {
					add([]Value{g.Parent})
					add(g.Children)
				}
			}
		}
		for ; next < len(r.Definitions); next++ {
			t.add(r.Definitions[next], section)
		}
	}
	return t
}

func (t *Terms) add(d Definition, section []Value) {
	if d.Above {
		d.Members = slices.Clone(section)
	}
	if i, again := t.byName[d.key]; again {
		if len(t.list[i].Members) == 0 {
			t.list[i].Members = d.Members
		}
		return
	}
	t.byName[d.key] = len(t.list)
	t.list = append(t.list, d)
}

// SameWords reports whether both have the same terms that stand for the same words,
// wherever these are: a practice that is filled from one reads as from the other.
func (t *Terms) SameWords(other *Terms) bool {
	sameWords := func(v, w Value) bool { return v.Text == w.Text && v.Party == w.Party }
	return t == other || t != nil && other != nil && slices.EqualFunc(t.list, other.list, func(d, e Definition) bool {
		return d.key == e.key && d.Party == e.Party && slices.EqualFunc(d.Members, e.Members, sameWords)
	})
}

// Definitions returns the terms in the order of the text, each once.
func (t *Terms) Definitions() []Definition { return t.list }

// Lookup returns the definition of a name.
func (t *Terms) Lookup(name string) (Definition, bool) {
	i, known := t.asked[name]
	if !known {
		var found bool
		if i, found = t.byName[lexicon.Canonical(name)]; !found {
			i = -1
		}
		t.asked[name] = i
	}
	if i < 0 {
		return Definition{}, false
	}
	return t.list[i], true
}

// Fill returns p with the members of its defined data and what its defined parties
// stand for. p itself stays as it is.
func (t *Terms) Fill(p Practice) Practice {
	if len(t.list) == 0 {
		return p
	}
	p.Data = t.fill(p.Data)
	p.Actors, p.Recipients, p.Sources = t.fill(p.Actors), t.fill(p.Recipients), t.fill(p.Sources)
	return p
}

func (t *Terms) fill(vs []Value) []Value {
	copied := false
	for i := range vs {
		d, found := t.Lookup(vs[i].Text)
		if !found && vs[i].SameAs != "" {
			d, found = t.Lookup(vs[i].SameAs)
		}
		if !found || len(d.Members) == 0 || len(d.Members) == 1 && d.Members[0].Text == vs[i].Text {
			continue
		}
		if !copied {
			vs, copied = slices.Clone(vs), true
		}
		vs[i].Members = d.Members
	}
	return vs
}
