package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// gold is a mark that an expert set, in code points of the plain text.
type gold struct {
	Label      string
	Start, End int
}

func (g gold) span() span { return span{g.Start, g.End} }

// span is a half-open range of code points of a document's plain text.
type span struct{ start, end int }

func (s span) len() int { return s.end - s.start }

// overlap returns the number of code points that both hold.
func (s span) overlap(t span) int { return max(0, min(s.end, t.end)-max(s.start, t.start)) }

// document is a policy with its expert marks and what was read from it.
type document struct {
	name  string
	runes []rune
	marks []gold
	// marked holds for each gold mark where it is in the readings, nil for one that
	// the markup cannot hold.
	marked    []*placed
	practices []*practiceAt
}

// placed is a mark of the tree.
type placed struct {
	role practice.Role
}

// practiceAt is a practice with its places in code points.
type practiceAt struct {
	*practice.Practice
	action span
	points func(practice.Value) (span, bool)
}

var kinds = map[string]syntax.Kind{
	"data": syntax.Data, "collect": syntax.Action, "share": syntax.Action, "action": syntax.Action,
	"handler": syntax.Actor, "provider": syntax.Actor, "recipient": syntax.Actor, "purpose": syntax.Purpose, "condition": syntax.Purpose,
}

func load(file string) (*document, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var raw struct {
		Plain string
		Marks []gold
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, err
	}
	return newDocument(strings.TrimSuffix(filepath.Base(file), ".json"), raw.Plain, raw.Marks)
}

// newDocument reads a text with marks.
func newDocument(name, plain string, marks []gold) (*document, error) {
	d := &document{name: name, runes: []rune(plain), marks: marks}
	offsets := make([]int, 0, len(d.runes)+1)
	for i := range plain {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(plain))
	annotations := make([]syntax.Annotation, len(marks))
	for i, m := range marks {
		kind, known := kinds[m.Label]
		if !known || m.Start >= m.End || m.End >= len(offsets) {
			return nil, fmt.Errorf("mark %d: label %q at %d to %d of %d code points", i, m.Label, m.Start, m.End, len(d.runes))
		}
		annotations[i] = syntax.Annotation{Kind: kind, Plain: source.Span{Start: offsets[m.Start], End: offsets[m.End]}}
	}
	markup, _ := syntax.Write(plain, annotations)
	tree := syntax.Parse(markup)
	if tree.Plain() != plain {
		return nil, fmt.Errorf("the markup does not hold the plain text")
	}
	d.read(tree)
	return d, nil
}

// read reads the practices of the tree and finds the experts' marks in it.
func (d *document) read(tree syntax.Tree) {
	type key struct {
		kind syntax.Kind
		span
	}
	roles := map[key]practice.Role{}
	starts := map[*syntax.Block]int{}
	at := 0
	for i, r := range reading.All(tree) {
		b := tree.At(i)
		starts[b] = at
		points := pointsOf(b)
		for m, mark := range b.Marks() {
			roles[key{mark.Kind, span{at + points[mark.Plain.Start], at + points[mark.Plain.End]}}] = r.Roles[m]
		}
		place := func(v practice.Value) (span, bool) {
			if v.Place.Block == nil {
				return span{}, false
			}
			p := pointsOf(v.Place.Block)
			s := starts[v.Place.Block]
			return span{s + p[v.Place.Start], s + p[v.Place.End]}, true
		}
		for k := range r.Practices {
			p := &r.Practices[k]
			if s, ok := place(p.Action); ok {
				d.practices = append(d.practices, &practiceAt{p, s, place})
			}
		}
		at += b.PlainSize().Points
	}
	d.marked = make([]*placed, len(d.marks))
	for i, m := range d.marks {
		if role, ok := roles[key{kinds[m.Label], m.span()}]; ok {
			d.marked[i] = &placed{role}
		}
	}
}

var points = map[*syntax.Block]map[int]int{}

// pointsOf returns the code point at each byte offset of the block's plain text.
func pointsOf(b *syntax.Block) map[int]int {
	if p, ok := points[b]; ok {
		return p
	}
	p := map[int]int{}
	n := 0
	for i := range b.Plain() {
		p[i] = n
		n++
	}
	p[len(b.Plain())] = n
	points[b] = p
	return p
}

// sentences splits the document as a person counting would: at the punctuation
// that ends a sentence and at line breaks.
func (d *document) sentences() []span {
	var list []span
	start := 0
	for i, c := range d.runes {
		if strings.ContainsRune("。！？!?\n", c) {
			if i+1 > start {
				list = append(list, span{start, i + 1})
			}
			start = i + 1
		}
	}
	if start < len(d.runes) {
		list = append(list, span{start, len(d.runes)})
	}
	return list
}

// within returns the experts' marks that lie in s.
func (d *document) within(s span) []gold {
	var list []gold
	for _, m := range d.marks {
		if s.start <= m.Start && m.End <= s.end {
			list = append(list, m)
		}
	}
	return list
}

// practiceOf returns the practice of the action at s, nil for none.
func (d *document) practiceOf(s span) *practiceAt {
	for _, p := range d.practices {
		if p.action == s && p.Action.Evidence == practice.Marked {
			return p
		}
	}
	return nil
}

// render shows a stretch with the experts' marks.
func (d *document) render(s span) string {
	var b strings.Builder
	for i := s.start; i <= s.end; i++ {
		for _, m := range d.marks {
			if m.End == i && m.Start >= s.start && m.End <= s.end {
				b.WriteString(kinds[m.Label].Close())
			}
		}
		for _, m := range d.marks {
			if m.Start == i && m.End <= s.end {
				b.WriteString(kinds[m.Label].Open())
				if m.Label != "data" && m.Label != "collect" && m.Label != "handler" {
					b.WriteString(m.Label[:1] + ":")
				}
			}
		}
		if i < s.end {
			b.WriteRune(d.runes[i])
		}
	}
	return strings.TrimSpace(b.String())
}
