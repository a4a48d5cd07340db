package rules

import "github.com/policymark/policymark/core/rule"

// Note notes what other blocks may have to know of a block, see package rule.
func Note(p *rule.Pass) {
	noteWords(p)
	noteCues(p)
	noteSpellings(p)
	noteTerms(p)
	noteGroups(p)
	noteDeeds(p)
	noteNamed(p)
	noteDuties(p)
	noteAims(p)
	noteGiven(p)
}

// noteWords notes the words of the marks by their kind.
func noteWords(p *rule.Pass) {
	for i, m := range p.Block.Marks() {
		p.NoteWord(p.Block.MarkText(i), m.Kind.String())
	}
}
