package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// seededTrials is how often each rule's fault is made, and seededTries how many
// places are looked at for one that it can be made at.
const (
	seededTrials = 40
	seededTries  = 40000
)

// place is a mark of a document at which a fault may be made.
type place struct {
	text  string
	doc   *core.Document
	block core.Block
	i     int
	r     *rand.Rand
}

func (p *place) mark() syntax.Mark { return p.block.Marks()[p.i] }

func (p *place) words() string { return p.block.MarkText(p.i) }

func (p *place) start() int { return p.block.Before.Source.Bytes + p.mark().Source.Start }

func (p *place) end() int { return p.block.Before.Source.Bytes + p.mark().Source.End }

// with returns the text with what stands between two byte offsets replaced.
func (p *place) with(from, to int, text string) string { return p.text[:from] + text + p.text[to:] }

// bare returns the text with the mark's brackets gone.
func (p *place) bare() string { return p.with(p.start(), p.end(), p.words()) }

// leaf reports whether the mark is of a kind, holds plain words and no mark.
func (p *place) leaf(kind syntax.Kind) bool {
	inner := p.text[p.start()+1 : p.end()-1]
	return p.mark().Kind == kind && inner == p.words() && !strings.ContainsAny(inner, "\n\\")
}

// middle returns a byte offset of the source within the mark's words, 0 for none.
func (p *place) middle() int {
	words := []rune(p.words())
	if len(words) < 3 {
		return 0
	}
	return p.start() + 1 + len(string(words[:1+p.r.IntN(len(words)-2)]))
}

// practiceOf returns the practice whose action is the mark, nil for none.
func (p *place) practiceOf() *practice.Practice {
	for k := range p.block.Reading.Practices {
		if pr := &p.block.Reading.Practices[k]; pr.Action.Mark == p.i && pr.Action.Place.Block == p.block.Block && pr.Action.Evidence == practice.Marked {
			return pr
		}
	}
	return nil
}

// count returns how many marks of the document hold the mark's words.
func (p *place) count() int {
	return strings.Count(p.text, p.mark().Kind.Open()+p.words()+p.mark().Kind.Close())
}

func (p *place) role() string { return p.block.Reading.Roles[p.i].Name }

// faultOf returns what breaks a text as a rule means it, nil for nothing.
func faultOf(rule string) func(*place) string {
	for _, faults := range []map[string]func(*place) string{markupFaults, practiceFaults, saidFaults} {
		if fault := faults[rule]; fault != nil {
			return fault
		}
	}
	return nil
}

// seeded prints for each rule how many of its faults, made at random places of real
// policies, it finds.
func seeded(folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	var texts []string
	for i, file := range files {
		if i%5 > 0 {
			continue
		}
		text, err := markupOf(file)
		if err != nil {
			return err
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return nil
	}
	docs := make([]*core.Document, len(texts))
	places := make([][]place, len(texts))
	r := rand.New(rand.NewPCG(7, 11))
	for i, text := range texts {
		docs[i] = core.Read(text)
		docs[i].BlocksIn(source.Span{End: len(text)}, func(b core.Block) bool {
			for m := range b.Marks() {
				places[i] = append(places[i], place{text, docs[i], b, m, r})
			}
			return true
		})
	}
	fmt.Fprintf(out, "\n%-34s %8s\n", "faults made at random", "found")
	for _, rule := range rules.All {
		fault := faultOf(rule.Name)
		if fault == nil {
			continue
		}
		found, made := 0, 0
		for try := 0; try < seededTries && made < seededTrials; try++ {
			i := r.IntN(len(texts))
			if len(places[i]) == 0 {
				continue
			}
			p := places[i][r.IntN(len(places[i]))]
			broken := fault(&p)
			if broken == "" {
				continue
			}
			made++
			if core.Read(broken).Alike(rule) > docs[i].Alike(rule) {
				found++
			} else if *missedOf == rule.Name {
				fmt.Fprintf(out, "    %s\n", around(texts[i], source.Span{Start: p.start(), End: p.end()}))
			}
		}
		fmt.Fprintf(out, "%-34s %3d of %2d\n", rule.Name, found, made)
	}
	return nil
}
