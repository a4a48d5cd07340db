package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

var purposeDrift = &rule.Rule{
	Name:     "purpose-drift",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "说好只作一种用途，别处另有用途", EN: "One purpose alone here, another elsewhere"},
	Message: locale.Text{
		ZH: "这里说“%s”只用于“%s”，别处还用于“%s”：请核对",
		EN: "“%s” is said here to serve “%s” alone, and elsewhere it serves “%s”: check this"},
	Across: func(p *rule.Pass) {
		var seen set[practice.Place]
		eachAim(p, func(d *deed, aim *practice.Value) {
			if !isExclusive(p, aim) || seen[aim.Place] {
				return
			}
			for _, other := range p.Ask(aimTopic.Of(d.item)) {
				if isSameAim(other.Name, aim.Text) || saidBeside(p, d.practice, other.Name) {
					continue
				}
				seen.add(aim.Place)
				p.Report(p.Block.SourceOf(aim.Place.Span), []any{d.item, short(oneLine(aim.Text)), short(oneLine(other.Name))})
				return
			}
		})
	},
}

// aimTopic is about the purposes for which data is handled.
var aimTopic = rule.NewAbout()

// noteAims notes for which purposes the company handles data.
func noteAims(p *rule.Pass) {
	eachAim(p, func(d *deed, aim *practice.Value) {
		if len(aim.Text) <= rule.MaxWords {
			p.Note(aimTopic.Of(d.item), aim.Text)
		}
	})
}

// eachAim calls yield for each purpose, said in its own sentence, for which the
// company handles data that has a name.
func eachAim(p *rule.Pass, yield func(d *deed, aim *practice.Value)) {
	eachDeed(p, func(d *deed) {
		if d.practice.Negated || d.actor != practice.FirstParty.String() || !d.named {
			return
		}
		for i := range d.practice.Purposes {
			aim := &d.practice.Purposes[i]
			if isHere(p, aim) && aim.Evidence <= practice.Read && d.practice.Sentence.Contains(aim.Place.Span) {
				yield(d, aim)
			}
		}
	})
}

// isExclusive reports whether the words before a purpose say that there is no other:
// 仅用于{…}, only to {…}.
func isExclusive(p *rule.Pass, aim *practice.Value) bool {
	before := p.Block.Plain()[:aim.Place.Start]
	for n := 0; n < 8 && before != ""; n++ {
		_, size := utf8.DecodeLastRuneInString(before)
		before = before[:len(before)-size]
	}
	lead := p.Block.Plain()[len(before):aim.Place.Start]
	return onlyFor.in(lead) != ""
}

// onlyFor lead in what data is for and for nothing else.
var onlyFor = phrasesOf("仅用于", "只用于", "仅为", "仅供", "仅用作", "仅用来", "only to", "only for", "solely")

// isSameAim reports whether one purpose holds the words of the other.
func isSameAim(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// saidBeside reports whether a practice of the same sentence has that purpose.
func saidBeside(p *rule.Pass, pr *practice.Practice, aim string) bool {
	for i := range p.Reading.Practices {
		other := &p.Reading.Practices[i]
		if other.Sentence != pr.Sentence {
			continue
		}
		for k := range other.Purposes {
			if other.Purposes[k].Text == aim {
				return true
			}
		}
	}
	return false
}
