package rules

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

// termTopic is about the names that a document defines.
var termTopic = rule.NewAbout()

const defined = "defined"

// noteTerms notes the names that a block defines.
func noteTerms(p *rule.Pass) {
	eachTerm(p, func(d *practice.Definition, _ string) { p.Note(termTopic.Of(d.Term), defined) })
}

// eachTerm calls yield for the names of data that a block defines, with the words
// that define them.
func eachTerm(p *rule.Pass, yield func(d *practice.Definition, words string)) {
	for i := range p.Reading.Definitions {
		d := &p.Reading.Definitions[i]
		if d.Party || !endsIn(d.Term, lexicon.DataNoun) || d.Place.Block != p.Block || p.Broken(d.Place.Span) || strings.ContainsAny(d.Term, "，。\n") {
			continue
		}
		yield(d, p.Block.Plain()[d.Place.Start:d.Place.End])
	}
}

// termPlace returns where a name stands in the words that define it, in bytes of
// the plain text.
func termPlace(p *rule.Pass, d *practice.Definition) (start, end int) {
	text := p.Block.Plain()[d.Place.Start:d.Place.End]
	i := strings.LastIndex(text, d.Term)
	if i < 0 {
		return d.Place.Start, d.Place.End
	}
	return d.Place.Start + i, d.Place.Start + i + len(d.Term)
}
