package core

import (
	"cmp"
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// FlowColumn is one of the columns of a flow.
type FlowColumn uint8

// The columns, from left to right.
const (
	FlowActors FlowColumn = iota
	FlowData
	FlowPurposes
	FlowRecipients
	NumFlowColumns
)

// Flow is who does something with which data, why and with whom, added up.
// Practices that are denied are no part of it.
type Flow struct {
	Nodes []FlowNode
	Links []FlowLink
	// Drawn and Denied are the numbers of practices in it and left out of it.
	Drawn, Denied int
}

// FlowNode is a party, data with its parts, or purposes of a kind.
type FlowNode struct {
	Column FlowColumn
	// Name is the node's own, "" for None and Others.
	Name    string
	Purpose lexicon.PurposeKind
	// Keys are those of the facets that it is made of.
	Keys []string
	// None says that the practices name nothing there, Others that the node is made
	// of all those that are too few to have their own.
	None, Others bool
	// Count is the number of practices, Entries of what the node is made of.
	Count, Entries int
}

// FlowLink joins two nodes, by their indices, whose practices are so many.
type FlowLink struct{ From, To, Count int }

// Flow adds up the practices that a filter chooses, with up to limit nodes in each
// column. The survey must be done and of the document as it is.
func (d *Document) Flow(s *Survey, f Filter, limit int) *Flow {
	b := flowBuilder{survey: s, at: map[flowKey]int{}, links: map[[2]int]int{}}
	numbers := d.Choose(f)
	// Twice: first what there is, then how what has its own node is joined.
	d.each(numbers, func(_ int, p Practice) {
		if p.Negated {
			b.flow.Denied++
			return
		}
		b.flow.Drawn++
		for c := range NumFlowColumns {
			b.count(c, p.Practice)
		}
	})
	b.limit(limit)
	d.each(numbers, func(_ int, p Practice) {
		if !p.Negated {
			b.join(p.Practice)
		}
	})
	for ends, n := range b.links {
		b.flow.Links = append(b.flow.Links, FlowLink{ends[0], ends[1], n})
	}
	slices.SortFunc(b.flow.Links, func(x, y FlowLink) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	return &b.flow
}

// flowKey tells nodes apart before they are limited.
type flowKey struct {
	column FlowColumn
	key    string
}

type flowBuilder struct {
	survey *Survey
	flow   Flow
	at     map[flowKey]int // index of node
	links  map[[2]int]int
}

// keys returns the keys of what a practice names in a column, "" for nothing, each
// with the key of the facet that it stands for and a name.
func (b *flowBuilder) keys(c FlowColumn, p *practice.Practice, yield func(key, facet, name string)) {
	switch c {
	case FlowActors, FlowRecipients:
		vs := p.Actors
		if c == FlowRecipients {
			vs = p.Recipients
		}
		for i := range vs {
			name := vs[i].Text
			if vs[i].SameAs != "" {
				name = vs[i].SameAs
			}
			yield(practice.PartyKey(&vs[i]), practice.PartyKey(&vs[i]), name)
		}
		if len(vs) == 0 && c == FlowActors {
			yield("", "", "")
		}
	case FlowData:
		vs := dataOf(p)
		for _, v := range vs {
			if root := b.survey.Root(v); root >= 0 {
				name := b.survey.inv.Data[root].Name
				yield(lexicon.Canonical(name), practice.DataKey(v), name)
			}
		}
		if len(vs) == 0 {
			yield("", "", "")
		}
	case FlowPurposes:
		for _, k := range purposeKinds(p) {
			yield(k.String(), k.String(), "")
		}
	}
}

// nodes calls yield once for each node of a practice in a column.
func (b *flowBuilder) nodes(c FlowColumn, p *practice.Practice) []int {
	var list []int
	b.keys(c, p, func(key, _, _ string) {
		if i, found := b.at[flowKey{c, key}]; found && !slices.Contains(list, i) {
			list = append(list, i)
		}
	})
	return list
}

func (b *flowBuilder) count(c FlowColumn, p *practice.Practice) {
	var counted []int
	b.keys(c, p, func(key, facet, name string) {
		i, found := b.at[flowKey{c, key}]
		if !found {
			i = len(b.flow.Nodes)
			b.at[flowKey{c, key}] = i
			n := FlowNode{Column: c, Name: name, None: key == "", Entries: 1}
			if c == FlowPurposes {
				n.Purpose, _ = lexicon.PurposeKindNamed(key)
			}
			b.flow.Nodes = append(b.flow.Nodes, n)
		}
		n := &b.flow.Nodes[i]
		if len(n.Keys) < maxFlowKeys && !slices.Contains(n.Keys, facet) {
			n.Keys = append(n.Keys, facet)
		}
		if !slices.Contains(counted, i) {
			counted = append(counted, i)
			n.Count++
		}
	})
}

// maxFlowKeys is how many keys a node has at most.
const maxFlowKeys = 400

// limit makes one node of the smallest of each column that has too many.
func (b *flowBuilder) limit(limit int) {
	renamed := make([]int, len(b.flow.Nodes))
	var kept []FlowNode
	for c := range NumFlowColumns {
		var column []int
		for i := range b.flow.Nodes {
			if b.flow.Nodes[i].Column == c {
				column = append(column, i)
			}
		}
		slices.SortStableFunc(column, func(x, y int) int {
			a, b := &b.flow.Nodes[x], &b.flow.Nodes[y]
			if a.None != b.None {
				if a.None {
					return 1
				}
				return -1
			}
			return cmp.Compare(b.Count, a.Count)
		})
		others := -1
		for k, i := range column {
			n := b.flow.Nodes[i]
			if k < limit-1 || len(column) <= limit || n.None {
				renamed[i] = len(kept)
				kept = append(kept, n)
				continue
			}
			if others < 0 {
				others = len(kept)
				kept = append(kept, FlowNode{Column: c, Others: true})
			}
			renamed[i] = others
			o := &kept[others]
			o.Count, o.Entries = o.Count+n.Count, o.Entries+1
			if len(o.Keys) < maxFlowKeys {
				o.Keys = append(o.Keys, n.Keys...)
			}
		}
	}
	for key, i := range b.at {
		b.at[key] = renamed[i]
	}
	b.flow.Nodes = kept
}

func (b *flowBuilder) join(p *practice.Practice) {
	var before []int
	for c := range NumFlowColumns {
		now := b.nodes(c, p)
		for _, from := range before {
			for _, to := range now {
				b.links[[2]int{from, to}]++
			}
		}
		before = now
	}
}
