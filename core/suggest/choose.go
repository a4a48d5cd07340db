package suggest

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// choose keeps of the seeds those that make practices together, and adds what the
// practices say beside them. It marks the seeds, reads the block so marked as any
// other, and looks at what comes out: a verb that governs no data was none, and who
// acts, why and to whom is what the reading finds in unmarked words.
func choose(b *syntax.Block, in *reading.Context, asIs *practice.Reading, seeds []seed) []Suggestion {
	annotations := make([]syntax.Annotation, 0, len(b.Marks())+len(seeds))
	for _, m := range b.Marks() {
		a := syntax.Annotation{Kind: m.Kind, Plain: m.Plain}
		if !m.Qualifiers.Empty() {
			a.Qualifiers = b.Text()[m.Qualifiers.Start+1 : m.Qualifiers.End]
		}
		annotations = append(annotations, a)
	}
	for _, s := range seeds {
		annotations = append(annotations, syntax.Annotation{Kind: s.kind, Plain: s.Span})
	}
	markup, _ := syntax.Write(b.Plain(), annotations)
	marked := syntax.ParseBlock(markup)
	if marked.Plain() != b.Plain() {
		return nil
	}
	c := chooser{block: b, marked: marked, reading: asIs, seedOf: make([]*seed, len(marked.Marks()))}
	for i, m := range marked.Marks() {
		for k := range seeds {
			if seeds[k].Span == m.Plain && seeds[k].kind == m.Kind {
				c.seedOf[i] = &seeds[k]
			}
		}
	}
	found, _ := reading.Block(marked, in)
	for i := range found.Practices {
		c.practice(&found.Practices[i])
	}
	return disjoint(c.list)
}

type chooser struct {
	block, marked *syntax.Block
	reading       *practice.Reading
	seedOf        []*seed // by mark of marked, nil for a mark that was there
	list          []Suggestion
}

// practice suggests the parts of a practice that are not marked.
func (c *chooser) practice(p *practice.Practice) {
	if p.Action.Mark < 0 || p.Action.Place.Block != c.marked || !c.isWhole(p) {
		return
	}
	c.value(&p.Action, syntax.Action)
	for i := range p.Data {
		c.value(&p.Data[i], syntax.Data)
	}
	for i := range p.Groups {
		c.value(&p.Groups[i].Parent, syntax.Data)
		for k := range p.Groups[i].Children {
			c.value(&p.Groups[i].Children[k], syntax.Data)
		}
	}
	for i := range p.Actors {
		c.value(&p.Actors[i], syntax.Actor)
	}
	if p.Requester != nil {
		c.value(p.Requester, syntax.Actor)
	}
	for i := range p.Recipients {
		c.value(&p.Recipients[i], syntax.Actor)
	}
	for i := range p.Sources {
		c.value(&p.Sources[i], syntax.Actor)
	}
	for i := range p.Purposes {
		c.value(&p.Purposes[i], syntax.Purpose)
	}
	for i := range p.Conditions {
		c.value(&p.Conditions[i], syntax.Purpose)
	}
}

// isWhole reports whether a practice says what is done with which data.
func (c *chooser) isWhole(p *practice.Practice) bool {
	for i := range p.Data {
		if p.Data[i].Mark >= 0 && p.Data[i].Place.Block == c.marked {
			return true
		}
	}
	for i := range p.Groups {
		if len(p.Groups[i].Children) > 0 {
			return true
		}
	}
	return false
}

// value suggests a mark for a value of a practice when it has none.
func (c *chooser) value(v *practice.Value, kind syntax.Kind) {
	if v.Place.Block != c.marked || v.Place.Empty() {
		return
	}
	s := Suggestion{Plain: v.Place.Span, Kind: kind, Reason: Reason{Rule: v.Rule, Cue: v.Cue}}
	switch {
	case v.Mark >= 0 && c.seedOf[v.Mark] == nil:
		return // it is marked
	case v.Mark >= 0:
		seed := c.seedOf[v.Mark]
		s.Score, s.Reason.Rule, s.Reason.Cue = seed.score, seed.rule, seed.cue
	case v.Evidence != practice.Read:
		return
	default:
		s.Score = scoreOf(kind, v)
		switch kind {
		case syntax.Actor:
			s.Plain = wholeParty(c.block.Plain(), s.Plain)
		case syntax.Purpose:
			if s.Plain = withoutSubject(c.block.Plain(), s.Plain); pointsElsewhere(c.block.Plain()[s.Plain.Start:s.Plain.End]) {
				return
			}
		}
	}
	if s.Sentence = sentenceAt(c.reading, s.Plain); s.Sentence < 0 || touchesMark(c.block, s.Plain) {
		return
	}
	c.list = append(c.list, s)
}

// scoreOf says how sure a value is that was read from unmarked words.
func scoreOf(kind syntax.Kind, v *practice.Value) int {
	switch kind {
	case syntax.Actor:
		if lexicon.Default().Whole(v.Text).Is(lexicon.First | lexicon.User) {
			return 85
		}
		return 70
	case syntax.Purpose:
		return 65
	}
	return 50
}

// withoutSubject leaves out who acts from the start of a condition: 我们仅会在获得您同意.
func withoutSubject(plain string, s source.Span) source.Span {
	lex := lexicon.Default()
	if e := lex.Match(plain[s.Start:s.End], ' '); !e.Is(lexicon.First) || e.English {
		return s
	}
	at := s.Start
	for at < s.End {
		e, n := lex.Find(plain[at:s.End], ' ')
		if e == nil || !e.Is(lexicon.First|lexicon.Modal|lexicon.Adverb) && e.Word != "在" && e.Word != "只会在" && e.Word != "仅会在" && e.Word != "仅会" && e.Word != "仅在" && e.Word != "仅" {
			break
		}
		at += n
	}
	if at < s.End && at > s.Start {
		s.Start = at
	}
	return s
}

// pointsElsewhere reports whether a purpose or condition only points to where it is given.
func pointsElsewhere(text string) bool {
	for _, end := range [...]string{"以下", "下列", "下述", "如下"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return utf8.RuneCountInString(text) < 3
}

// maxParty is how many English words stand before the head of a party's name.
const maxParty = 3

// wholeParty adds to the head of an English party the words that belong to its name:
// delivery partners.
func wholeParty(plain string, s source.Span) source.Span {
	lex := lexicon.Default()
	if e := lex.Match(plain[s.Start:s.End], ' '); e == nil || !e.English || !e.Is(lexicon.Third) {
		return s
	}
	for range maxParty {
		at := s.Start - 1
		if at < 1 || plain[at] != ' ' {
			break
		}
		from := at
		for from > 0 && (isLetter(plain[from-1]) || plain[from-1] == '-') {
			from--
		}
		if from == at || lex.Match(plain[from:at+1], ' ') != nil {
			break
		}
		s.Start = from
	}
	return s
}

// seed is a place that may be worth a mark.
type seed struct {
	source.Span
	kind  syntax.Kind
	score int
	rule  string
	cue   string
}
