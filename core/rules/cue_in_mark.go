package rules

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var cueInMark = &rule.Rule{
	Name:     "cue-in-mark",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "目的或条件的提示词在标注里面", EN: "The cue of a purpose stands inside its mark"},
	Message: locale.Text{
		ZH: "“%s”在标注里面，这份文档多半把它放在外面：请移出去",
		EN: "“%s” stands inside the mark, and mostly outside elsewhere in this document: move it out"},
	Across: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Kind != syntax.Purpose || p.Broken(m.Plain) {
				continue
			}
			inside, _ := cueOf(b, i)
			if inside == "" {
				continue
			}
			in, out := p.AskCount(cueTopic.Of(inside), cueInside), p.AskCount(cueTopic.Of(inside), cueOutside)
			if out < 3 || 2*in > out {
				continue
			}
			s := m.Plain
			s.Start += len(inside)
			p.Report(m.Source, []any{inside}, shrink(b, m, s))
		}
	},
}

// What is noted of each cue of purposes.
var cueTopic = rule.NewAbout()

const (
	cueInside  = "inside"
	cueOutside = "outside"
)

// noteCues notes whether cues stand inside the marks or outside.
func noteCues(p *rule.Pass) {
	for i, m := range p.Block.Marks() {
		if m.Kind != syntax.Purpose {
			continue
		}
		if inside, outside := cueOf(p.Block, i); inside != "" {
			p.Note(cueTopic.Of(inside), cueInside)
		} else if outside != "" {
			p.Note(cueTopic.Of(outside), cueOutside)
		}
	}
}

const cueClasses = lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.ConditionLead

// cueOf returns the cue that mark i starts with and the one right before it, "" for
// none.
func cueOf(b *syntax.Block, i int) (inside, outside string) {
	m := b.Marks()[i]
	words, plain := lexicon.Default(), b.Plain()
	text := b.MarkText(i)
	if e, n := words.Find(text, before(plain, m.Plain.Start)); e.Is(cueClasses) && !e.Is(lexicon.Benefit|lexicon.Verb|lexicon.Modal) && n < len(text) {
		inside = e.Word
	}
	for at, runes := m.Plain.Start, 0; at > 0 && runes < 5; runes++ {
		_, n := utf8.DecodeLastRuneInString(plain[:at])
		at -= n
		e, n := words.Find(plain[at:m.Plain.Start], before(plain, at))
		if e.Is(cueClasses) && at+n == m.Plain.Start {
			return inside, e.Word
		}
	}
	return inside, ""
}
