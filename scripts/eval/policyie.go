package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/practice"
)

// policyIE reads the sentences, each by itself, with the marks of the gold. The lines of
// one sentence are marked together.
func (e *english) policyIE(lines []englishLine) error {
	var sentences [][]englishLine
	at := map[int]int{}
	annotated := 0
	for _, l := range lines {
		if len(l.Spans) == 0 {
			continue
		}
		if i, found := at[l.Same]; found && l.Same != 0 && sentences[i][0].Plain == l.Plain {
			sentences[i] = append(sentences[i], l)
			continue
		}
		at[l.Same] = len(sentences)
		sentences = append(sentences, []englishLine{l})
		annotated++
	}
	for _, s := range sentences {
		all := s[0]
		all.Spans = nil
		for _, l := range s {
			all.Spans = append(all.Spans, l.Spans...)
		}
		d, err := newDocument(all.ID, all.Plain, marksOf(all))
		if err != nil {
			return fmt.Errorf("%s: %w", all.ID, err)
		}
		e.roles(d)
		if len(s) > 1 {
			e.several(d, s)
		} else {
			e.one(d, all)
		}
	}
	if *englishErrors != "" {
		return nil
	}
	fmt.Fprintf(e.out, "\nEnglish: %d annotated sentences of PolicyIE, each read by itself with the experts' marks\n\n", annotated)
	row := func(name string, t tally) { fmt.Fprintf(e.out, "%-41s %s\n", name, t) }
	row("recipients behind an action read as such", e.recipient)
	row("purposes", e.purpose)
	row("conditions", e.condition)
	row("denials read as denials", e.denials)
	row("deeds not read as denials", e.deeds)
	row("one action, gold clear: practice whole", e.whole)
	for i, name := range fieldNames {
		if i != sources {
			row("  "+name, e.fields[i])
		}
	}
	row("several actions: all links right", e.allLinks)
	row("  practices whole", e.severalWhole)
	for i, name := range fieldNames {
		if c := e.links[i]; i != sources {
			fmt.Fprintf(e.out, "  %-39s precision %5.1f %%, recall %5.1f %% of %d\n", name, percent(c.foundRight, c.found), percent(c.goldFound, c.gold), c.gold)
		}
	}
	return nil
}

// roles counts the marks that are taken for what they are. Recipients before an action,
// as in "partners may receive", are its actors to us; they are left out, and so
// are contrary purposes and conditions.
func (e *english) roles(d *document) {
	tallies := map[string]*tally{practice.RoleRecipient: &e.recipient, practice.RolePurpose: &e.purpose, practice.RoleCondition: &e.condition}
	for i, m := range d.marks {
		t := tallies[m.Label]
		if t == nil || d.marked[i] == nil || d.contrary(m) || m.Label == "recipient" && !d.behindAction(m) {
			continue
		}
		got := d.marked[i].role
		t.add(got.Name == m.Label)
		if got.Name != m.Label {
			e.show(m.Label, d, "%q is read as %s by %s %q", string(d.runes[m.Start:m.End]), got.Name, got.Rule, got.Cue)
		}
	}
}

func (d *document) behindAction(m gold) bool {
	return slices.ContainsFunc(d.marks, func(a gold) bool { return a.Label == "action" && a.End <= m.Start })
}

// one judges a sentence that tells of one practice.
func (e *english) one(d *document, l englishLine) {
	var action gold
	actions := 0
	for _, m := range d.marks {
		if m.Label == "action" {
			action = m
			actions++
		}
	}
	if actions != 1 {
		return
	}
	p := d.practiceOf(action.span())
	negated := p != nil && p.Negated
	switch l.polarity(d.marks, action) {
	case denied:
		e.denials.add(negated)
		if !negated {
			e.show("denial", d, "not read as a denial")
		}
	case done:
		if !deniedBefore(d, action) {
			e.deeds.add(!negated)
			if negated {
				e.show("deed", d, "read as a denial by %q", p.NegationText)
			}
		}
	}
	if !isClear(d) {
		return
	}
	want := wantedOf(d.marks)
	right, problems := e.rightFields(d, p, want)
	for i := range fieldNames {
		if i != sources {
			e.fields[i].add(right[i])
		}
	}
	e.whole.add(len(problems) == 0)
	if len(problems) > 0 {
		e.show("whole", d, "%s", strings.Join(problems, "; "))
	}
}

// deniedBefore reports whether a denying word stands among the five before the action
// although the gold marks none.
func deniedBefore(d *document, action gold) bool {
	words := strings.Fields(strings.ToLower(string(d.runes[:action.Start])))
	for _, w := range words[max(0, len(words)-5):] {
		switch w = strings.TrimRight(w, ",.;"); {
		case w == "not", w == "never", w == "no", w == "cannot", w == "neither", w == "nor", strings.HasSuffix(w, "n't"), strings.HasSuffix(w, "n’t"):
			return true
		}
	}
	return false
}

// wantedOf returns the values of a practice that all the marks belong to.
func wantedOf(marks []gold) [len(fieldNames)][]span {
	field := map[string]int{"handler": actors, "data": data, "purpose": purposes, "condition": conditions, "recipient": recipients}
	var want [len(fieldNames)][]span
	for _, m := range marks {
		if i, known := field[m.Label]; known {
			want[i] = append(want[i], m.span())
		}
	}
	return want
}

// rightFields judges the fields of a practice, nil for none: each wanted value is among
// those read, and each marked value that was read is wanted.
func (e *english) rightFields(d *document, p *practiceAt, want [len(fieldNames)][]span) (right [len(fieldNames)]bool, problems []string) {
	got := d.gotOf(p)
	if p == nil {
		problems = append(problems, "no practice")
	}
	words := func(list []span) (out []string) {
		for _, s := range list {
			out = append(out, string(d.runes[s.start:s.end]))
		}
		return out
	}
	for i := range fieldNames {
		if i == sources {
			continue
		}
		right[i] = p != nil && allIn(want[i], got[i]) && allIn(got[i], want[i])
		if !right[i] && p != nil {
			problems = append(problems, fmt.Sprintf("%s: got %q, expected %q", fieldNames[i], words(got[i]), words(want[i])))
		}
	}
	return right, problems
}

// gotOf returns the marked values of a practice, nil for none, as the gold counts them.
// Whoever lets another act is an actor there. Whose data it is may be told as anything:
// in "we and our partners use" the gold takes partners for it.
func (d *document) gotOf(p *practiceAt) [len(fieldNames)][]span {
	var got [len(fieldNames)][]span
	if p == nil {
		return got
	}
	got = fieldsOf(p)
	if r := p.Requester; r != nil && r.Mark >= 0 {
		if s, ok := p.points(*r); ok {
			got[actors] = append(got[actors], s)
		}
	}
	for i := range got {
		got[i] = slices.DeleteFunc(got[i], func(s span) bool { return d.onlyProvider(s) })
	}
	return got
}

// onlyProvider reports whether the gold marks the words as whose data it is, and as
// nothing else.
func (d *document) onlyProvider(s span) bool {
	provider := false
	for _, m := range d.marks {
		if m.span() == s {
			if m.Label != "provider" {
				return false
			}
			provider = true
		}
	}
	return provider
}

func allIn(some, list []span) bool {
	for _, s := range some {
		if !contains(list, s) {
			return false
		}
	}
	return true
}

// several judges a sentence that tells of several practices, a line each: what belongs
// to the action of a line is what the line marks. Sentences
// with two lines of the same action, with a line of none or several, or with links that
// are not clear are left out.
func (e *english) several(d *document, lines []englishLine) {
	type linked struct {
		action gold
		marks  []gold
	}
	var list []linked
	for _, l := range lines {
		marks := marksOf(l)
		var actions []gold
		for _, m := range marks {
			if m.Label == "action" {
				actions = append(actions, m)
			}
		}
		if len(actions) != 1 || !d.clearLinks(marks) {
			return
		}
		for _, other := range list {
			if other.action == actions[0] {
				return
			}
		}
		list = append(list, linked{actions[0], marks})
	}
	all := true
	for _, l := range list {
		want := wantedOf(l.marks)
		p := d.practiceOf(l.action.span())
		right, problems := e.rightFields(d, p, want)
		for i := range fieldNames {
			if i != sources {
				e.links[i].addLinks(d.gotOf(p)[i], want[i])
				all = all && right[i]
			}
		}
		e.severalWhole.add(len(problems) == 0)
		if len(problems) > 0 {
			e.show("links", d, "[%s] %s", string(d.runes[l.action.Start:l.action.End]), strings.Join(problems, "; "))
		}
	}
	e.allLinks.add(all)
}

// addLinks counts the links of an action to its values in one field.
func (c *counts) addLinks(got, want []span) {
	c.found += len(got)
	c.gold += len(want)
	for _, s := range got {
		if contains(want, s) {
			c.foundRight++
		}
	}
	for _, s := range want {
		if contains(got, s) {
			c.goldFound++
		}
	}
}
