package rules

import (
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
)

// parentTopic is about the data of which data is a part.
var parentTopic = rule.NewAbout()

// noteGroups notes of which data data is a part.
func noteGroups(p *rule.Pass) {
	eachPart(p, func(parent, child *practice.Value) { p.Note(parentTopic.Of(child.Text), wholeOf(p, parent)) })
}

// eachPart calls yield for the marked parts of marked data, once each.
func eachPart(p *rule.Pass, yield func(parent, child *practice.Value)) {
	seen := map[practice.Place]bool{}
	for i := range p.Reading.Practices {
		pr := &p.Reading.Practices[i]
		if p.Broken(pr.Sentence) {
			continue
		}
		for k := range pr.Groups {
			g := &pr.Groups[k]
			if !isHere(p, &g.Parent) || g.Parent.Mark < 0 {
				continue
			}
			for c := range g.Children {
				child := &g.Children[c]
				if isHere(p, child) && child.Mark >= 0 && child.Text != "" && !seen[child.Place] {
					seen[child.Place] = true
					yield(&g.Parent, child)
				}
			}
		}
	}
}

// wholeOf returns the name of the data that a part is said of: of a mark that lists
// several, the last.
func wholeOf(p *rule.Pass, parent *practice.Value) string {
	pieces := listPieces(p.Block, p.Block.Marks()[parent.Mark])
	if len(pieces) < 2 {
		return parent.Text
	}
	s := pieces[len(pieces)-1]
	return p.Block.Plain()[s.Start:s.End]
}
