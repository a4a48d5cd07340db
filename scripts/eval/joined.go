package main

import (
	"fmt"
	"strings"
)

// joinedActions counts actions joined to another before them, with nothing but commas and
// words as 和 between, that are told with its modality and its negation.
func (e *evaluation) joinedActions(d *document) {
	var before *practiceAt
	end := 0
	for _, m := range d.marks {
		if m.Label != "collect" && m.Label != "share" {
			continue
		}
		p := d.practiceOf(m.span())
		if before != nil && p != nil && m.Start >= end && joins(string(d.runes[end:m.Start])) {
			ok := p.Modality == before.Modality && p.Negated == before.Negated
			e.joined.add(ok)
			if !ok {
				e.print("joined", d, span{max(0, before.action.start-30), min(len(d.runes), m.End+20)}, "%s after %s", told(p), told(before))
			}
		}
		before, end = p, m.End
	}
}

func told(p *practiceAt) string {
	words := p.Modality.String()
	if p.Negated {
		words = "not " + words
	}
	return fmt.Sprintf("[%s] %s", p.Action.Text, words)
}

func joins(words string) bool {
	return strings.Trim(words, " 、，,/和与及或并且者以同时") == ""
}
