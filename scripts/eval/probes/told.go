package probes

import (
	"slices"

	"github.com/policymark/policymark/core/exchange"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// told is what is told of one action. Several practices of it, as those of the items
// of a list, are taken as one.
type told struct {
	actors              []practice.Value
	data, members       []string
	recipients, sources []string
	purposes            []string
	conditions          []practice.Value
	// denied and done say that a practice is told with a negation, and that one is told
	// without.
	denied, done bool
	modality     string
	resolved     []string
	requester    string
}

// reading is what is read in a text.
type reading struct {
	practices []practice.Practice
	starts    map[*syntax.Block]int // at which code point of the plain text a block starts
}

func read(markup string) reading {
	tree := syntax.Parse(markup + "\n")
	r := reading{exchange.NewPolicy("probe", tree, nil).Practices, map[*syntax.Block]int{}}
	at := 0
	for i := range tree.Len() {
		r.starts[tree.At(i)] = at
		at += tree.At(i).PlainSize().Points
	}
	return r
}

// meets reports whether the action of practice p stands at a place, at least in part.
func (r reading) meets(p *practice.Practice, at place) bool {
	where := p.Action.Place
	if where.Block == nil {
		return false
	}
	plain := where.Block.Plain()
	start := r.starts[where.Block] + size(plain[:where.Start])
	return start < at.end && at.start < start+size(plain[where.Start:where.End])
}

func textsOf(values []practice.Value) []string {
	var list []string
	for i := range values {
		list = append(list, values[i].Text)
	}
	return list
}

// unique returns the list without what it has already.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func together(pieces []*practice.Practice) *told {
	t := &told{}
	var members, children, parents []string
	main := pieces[0]
	for _, p := range pieces {
		if p.Action.Evidence == practice.Marked && main.Action.Evidence != practice.Marked {
			main = p
		}
		for _, a := range p.Actors {
			if w := letters(a.Text); w != "" && w != "unknown" && w != "未知" {
				t.actors = append(t.actors, a)
			}
		}
		t.data = append(t.data, textsOf(p.Data)...)
		for i := range p.Data {
			members = append(members, textsOf(p.Data[i].Members)...)
		}
		for i := range p.Groups {
			children = append(children, textsOf(p.Groups[i].Children)...)
			if parent := p.Groups[i].Parent.Text; parent != "" {
				parents = append(parents, parent)
			}
		}
		t.recipients = append(t.recipients, textsOf(p.Recipients)...)
		t.sources = append(t.sources, textsOf(p.Sources)...)
		t.purposes = append(t.purposes, textsOf(p.Purposes)...)
		for _, c := range p.Conditions {
			same := func(d practice.Value) bool { return d.Text == c.Text }
			if i := slices.IndexFunc(t.conditions, same); i >= 0 {
				t.conditions[i] = c
			} else {
				t.conditions = append(t.conditions, c)
			}
		}
		t.denied = t.denied || p.Negated
		t.done = t.done || !p.Negated
		for _, r := range p.Resolves {
			if r.Kind != "data" {
				t.resolved = append(t.resolved, textsOf(r.Resolved)...)
			}
		}
	}
	t.data = unique(slices.Concat(t.data, children, parents))
	t.members = unique(members)
	t.recipients, t.sources, t.purposes = unique(t.recipients), unique(t.sources), unique(t.purposes)
	t.modality = main.Modality.String()
	if main.Requester != nil {
		t.requester = main.Requester.Text
	}
	return t
}
