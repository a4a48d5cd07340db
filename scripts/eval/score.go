package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// evaluation counts.
type evaluation struct {
	show, from string

	purpose, actor, verb tally
	joined               tally
	fields               [len(fieldNames)]counts
	singles              int
	multi                tally
	multiFields          [len(fieldNames)]tally
	sentences            int
}

type tally struct{ right, all int }

func (t *tally) add(ok bool) {
	t.all++
	if ok {
		t.right++
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%5.1f %%  %5d of %5d", percent(t.right, t.all), t.right, t.all)
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// counts are for precision and recall.
type counts struct{ found, foundRight, gold, goldFound int }

// The fields of a practice that are counted.
const (
	actors = iota
	data
	purposes
	conditions
	recipients
	sources
)

var fieldNames = [...]string{"actors", "data", "purposes", "conditions", "recipients", "sources"}

func (e *evaluation) print(what string, d *document, s span, format string, args ...any) {
	if e.show == what && d.name >= e.from {
		fmt.Printf("%s %d  %s\n    %s\n", d.name, s.start, d.render(s), fmt.Sprintf(format, args...))
	}
}

// roles counts marks typed right: purpose or condition, actor or recipient,
// collecting or sharing.
func (e *evaluation) roles(d *document) {
	around := func(m gold) span {
		for _, s := range d.sentences() {
			if s.start <= m.Start && m.Start < s.end {
				return s
			}
		}
		return m.span()
	}
	for i, m := range d.marks {
		p := d.marked[i]
		if p == nil {
			continue
		}
		text := string(d.runes[m.Start:m.End])
		switch m.Label {
		case "purpose", "condition":
			ok := p.role.Name == m.Label
			e.purpose.add(ok)
			if !ok {
				e.print("role", d, around(m), "{%s} is a %s, read as %s by %s %q (%d)", text, m.Label, p.role.Name, p.role.Rule, p.role.Cue, p.role.Margin)
			}
		case "handler", "recipient":
			isActor := p.role.Name == practice.RoleActor || p.role.Name == practice.RoleRequester || p.role.Name == practice.RoleMedium || p.role.Name == practice.RoleSubject
			ok := isActor == (m.Label == "handler")
			e.actor.add(ok)
			if !ok {
				e.print("actor", d, around(m), "(%s) is a %s, read as %s by %s %q", text, m.Label, p.role.Name, p.role.Rule, p.role.Cue)
			}
		case "collect", "share":
			ok := gives(p.role.Name) == (m.Label == "share")
			e.verb.add(ok)
			if !ok {
				e.print("verb", d, around(m), "[%s] is %s, read as %s", text, m.Label, p.role.Name)
			}
		}
	}
}

// gives reports whether a category is what the experts' label "share" covers:
// data leaves the hands of whoever acts.
func gives(category string) bool { return lexicon.CategoryNamed(category).Gives() }

// fieldsOf returns the marked values of a practice by field. Values that the words
// only imply are not counted.
func fieldsOf(p *practiceAt) [len(fieldNames)][]span {
	var f [len(fieldNames)][]span
	add := func(i int, vs []practice.Value) {
		for _, v := range vs {
			if s, ok := p.points(v); ok && v.Mark >= 0 && v.Evidence != practice.Implied {
				f[i] = append(f[i], s)
			}
		}
	}
	add(actors, p.Actors)
	add(data, p.Data)
	for _, g := range p.Groups {
		add(data, g.Children)
	}
	add(purposes, p.Purposes)
	add(conditions, p.Conditions)
	add(recipients, p.Recipients)
	add(sources, p.Sources)
	return f
}

// same reports whether two spans overlap by at least half the characters of each.
func same(a, b span) bool {
	o := a.overlap(b)
	return 2*o >= a.len() && 2*o >= b.len()
}

func contains(list []span, s span) bool {
	for _, t := range list {
		if same(s, t) {
			return true
		}
	}
	return false
}

// single counts, on sentences with exactly one action and one handler, how many of
// the values are found: every mark of the sentence belongs to the one practice.
func (e *evaluation) single(d *document) {
	for _, s := range d.sentences() {
		marks := d.within(s)
		actions, handlers := 0, 0
		var action span
		var gold [len(fieldNames)][]span
		for _, m := range marks {
			switch m.Label {
			case "collect", "share":
				actions++
				action = m.span()
			case "handler":
				handlers++
				gold[actors] = append(gold[actors], m.span())
			case "recipient":
				gold[recipients] = append(gold[recipients], m.span())
			default:
				for i, name := range fieldNames {
					if strings.TrimSuffix(name, "s") == m.Label {
						gold[i] = append(gold[i], m.span())
					}
				}
			}
		}
		if actions != 1 || handlers != 1 {
			continue
		}
		e.singles++
		var got [len(fieldNames)][]span
		p := d.practiceOf(action)
		if p != nil {
			got = fieldsOf(p)
			got[recipients] = append(got[recipients], got[sources]...)
		}
		for i := range fieldNames {
			if i == sources {
				continue
			}
			c := &e.fields[i]
			var missed, wrong []string
			for _, g := range gold[i] {
				c.gold++
				if contains(got[i], g) {
					c.goldFound++
				} else {
					missed = append(missed, string(d.runes[g.start:g.end]))
				}
			}
			for _, g := range got[i] {
				if s.overlap(g) == 0 {
					continue
				}
				c.found++
				if contains(gold[i], g) {
					c.foundRight++
				} else {
					wrong = append(wrong, string(d.runes[g.start:g.end]))
				}
			}
			if len(missed)+len(wrong) > 0 {
				e.print("single", d, s, "%s: missed %q, wrong %q", fieldNames[i], missed, wrong)
			}
		}
	}
}

// linkedSentence is a sentence whose links were set by hand.
type linkedSentence struct {
	Doc       string
	Sentence  [2]int
	Practices []struct {
		Action                                                  [2]int
		Actors, Data, Purposes, Conditions, Recipients, Sources [][2]int
		Negated                                                 bool
	}
}

// linked counts practices that are whole in sentences with two to five actions.
func (e *evaluation) linked(docs []*document, file string) error {
	raw, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	var list []linkedSentence
	if err := json.Unmarshal(raw, &list); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	byName := map[string]*document{}
	for _, d := range docs {
		byName[d.name] = d
	}
	for _, s := range list {
		d := byName[s.Doc]
		if d == nil {
			return fmt.Errorf("%s: no policy %q", file, s.Doc)
		}
		e.sentences++
		for _, g := range s.Practices {
			p := d.practiceOf(span{g.Action[0], g.Action[1]})
			var problems []string
			if p == nil {
				problems = append(problems, "no practice")
			} else {
				got := fieldsOf(p)
				// The reference looks at no data but that of the sentence, and takes a line
				// break for its end.
				got[data] = slices.DeleteFunc(got[data], func(v span) bool { return v.start < s.Sentence[0] || v.start >= s.Sentence[1] })
				gold := [...][][2]int{g.Actors, g.Data, g.Purposes, g.Conditions, g.Recipients, g.Sources}
				// The experts' label does not tell recipients from sources apart.
				for i := range fieldNames {
					ok, why := sameSet(d, got[i], gold[i])
					e.multiFields[i].add(ok)
					if !ok {
						problems = append(problems, fieldNames[i]+": "+why)
					}
				}
				if p.Negated != g.Negated {
					problems = append(problems, fmt.Sprintf("negated: %v", p.Negated))
				}
			}
			e.multi.add(len(problems) == 0)
			if len(problems) > 0 {
				e.print("multi", d, span{s.Sentence[0], s.Sentence[1]}, "[%s]@%d %s", string(d.runes[g.Action[0]:g.Action[1]]), g.Action[0], strings.Join(problems, "; "))
			}
		}
	}
	return nil
}

func sameSet(d *document, got []span, gold [][2]int) (bool, string) {
	var want []span
	for _, g := range gold {
		want = append(want, span{g[0], g[1]})
	}
	var missed, wrong []string
	for _, w := range want {
		if !contains(got, w) {
			missed = append(missed, string(d.runes[w.start:w.end]))
		}
	}
	for _, g := range got {
		if !contains(want, g) {
			wrong = append(wrong, string(d.runes[g.start:g.end]))
		}
	}
	return len(missed)+len(wrong) == 0, fmt.Sprintf("missed %q, wrong %q", missed, wrong)
}

// table writes what was counted.
func (e *evaluation) table(docs int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Practices read from %d policies with expert marks\n\n", docs)
	fmt.Fprintf(&b, "%-28s %s\n", "purpose or condition", e.purpose)
	fmt.Fprintf(&b, "%-28s %s\n", "actor or recipient", e.actor)
	fmt.Fprintf(&b, "%-28s %s\n", "collecting or sharing", e.verb)
	fmt.Fprintf(&b, "%-28s %s\n", "joined, modality as before", e.joined)
	fmt.Fprintf(&b, "\n%d sentences with one action and one handler\n", e.singles)
	fmt.Fprintf(&b, "%-28s %9s %9s\n", "", "precision", "recall")
	for i, name := range fieldNames {
		if i == sources {
			continue
		}
		c := e.fields[i]
		fmt.Fprintf(&b, "%-28s %7.1f %% %7.1f %%\n", name, percent(c.foundRight, c.found), percent(c.goldFound, c.gold))
	}
	fmt.Fprintf(&b, "\n%d sentences with several actions, linked by hand\n", e.sentences)
	fmt.Fprintf(&b, "%-28s %s\n", "practices whole", e.multi)
	for i, name := range fieldNames {
		fmt.Fprintf(&b, "%-28s %s\n", name, e.multiFields[i])
	}
	return b.String()
}
