package probes

import (
	"slices"
	"strings"

	"github.com/policymark/policymark/core/practice"
)

// Kind says what is wrong with a statement.
type Kind uint8

// The kinds.
const (
	False    Kind = iota // it states what the text does not
	Omission             // it leaves out what the text states
	Modality             // it states another modality than the text
)

var kindNames = [...]string{"false", "omission", "modality"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Fault is one thing that is wrong with a practice.
type Fault struct {
	Kind            Kind
	Field           string
	Got, WantedText string
}

// judgement collects the faults of one practice.
type judgement struct {
	want   *Expected
	got    *told
	faults []Fault
}

func (j *judgement) put(k Kind, field, got, wanted string) {
	j.faults = append(j.faults, Fault{k, field, got, wanted})
}

// judge returns what is wrong with what was told; nil when nothing was told.
func judge(want *Expected, got *told) []Fault {
	j := &judgement{want: want, got: got}
	if got == nil {
		j.put(Omission, "practice", "", want.Action)
		return j.faults
	}
	j.actors()
	accept, also, never := &want.Accept, &want.Also, &want.Never
	j.names("data", got.data, options(want.Data, accept.Data), also.Data, never.Data, .6)
	asked := also.Recipients
	if want.Requester != "" {
		asked = append(slices.Clone(asked), want.Requester)
	}
	j.names("recipient", got.recipients, options(want.Recipients, accept.Recipients), asked, never.Recipients, .5)
	j.names("source", got.sources, options(want.Sources, accept.Sources), also.Sources, never.Sources, .5)
	if want.Negated && got.done || !want.Negated && got.denied {
		negated := map[bool]string{true: "negated", false: "not negated"}
		j.put(False, "negation", negated[got.denied], negated[want.Negated])
	}
	j.requester()
	j.clauses()
	j.modality()
	return j.faults
}

// options returns the lists of values of which each is right.
func options(plain []string, accepted [][]string) [][]string {
	return append([][]string{plain}, accepted...)
}

// compare returns which values are not said, and which are missing.
func compare(got, want, also, never []string, same alike) (bad, missing []string) {
	seen := map[string]bool{}
	all := slices.Concat(want, also)
	for _, g := range got {
		if slices.ContainsFunc(never, func(n string) bool { return letters(n) == letters(g) }) {
			bad = append(bad, g)
			continue
		}
		hit, held := false, 0
		var heldOnes []string
		for _, w := range all {
			if same(g, w) {
				hit, seen[w] = true, true
			}
			if n := covers(g, w); n > 0 {
				held += n
				heldOnes = append(heldOnes, w)
			}
		}
		if 2*held >= max(1, size(letters(g))) {
			for _, w := range heldOnes {
				hit, seen[w] = true, true
			}
		}
		if !hit {
			bad = append(bad, g)
		}
	}
	for _, w := range want {
		if !seen[w] {
			missing = append(missing, w)
		}
	}
	return bad, missing
}

// best compares with that list of values to which what was got comes nearest.
func best(got []string, lists [][]string, also, never []string, same alike) (bad, missing []string) {
	for i, want := range lists {
		b, m := compare(got, want, also, never, same)
		if i == 0 || len(b) < len(bad) || len(b) == len(bad) && len(m) < len(missing) {
			bad, missing = b, m
		}
	}
	return bad, missing
}

// oneOf tells lists of values as alternatives.
func oneOf(lists [][]string) string {
	var out []string
	for _, l := range lists {
		if len(l) == 0 {
			l = []string{"—"}
		}
		out = append(out, strings.Join(l, "; "))
	}
	return strings.Join(out, " or ")
}

// names judges a field of parties or data.
func (j *judgement) names(field string, got []string, lists [][]string, also, never []string, share float64) {
	bad, missing := best(got, lists, also, never, sameName(share))
	for _, b := range bad {
		j.put(False, field, b, oneOf(lists))
	}
	for _, m := range missing {
		j.put(Omission, field, strings.Join(got, "; "), m)
	}
}

// actorLists returns the lists of actors of which each is right.
func (e *Expected) actorLists() [][]Actor { return append([][]Actor{e.Actors}, e.Accept.Actors...) }

// actors judges who acts. To say we where the text has another name of the policy's
// owner leaves something out, but is not false.
func (j *judgement) actors() {
	var lists [][]string
	for _, actors := range j.want.actorLists() {
		var names []string
		for _, a := range actors {
			if a.Text != "" {
				names = append(names, a.Text)
			}
		}
		lists = append(lists, names)
	}
	got := unique(textsOf(j.got.actors))
	bad, missing := best(got, lists, j.want.Also.Actors, j.want.Never.Actors, sameName(.5))
	if len(bad) == 0 {
		for _, m := range missing {
			j.put(Omission, "actor", strings.Join(got, "; "), m)
		}
		return
	}
	kind := False
	ours := slices.ContainsFunc(j.want.Actors, func(a Actor) bool { return a.Party == "first" })
	if ours && !slices.ContainsFunc(bad, func(b string) bool { return pronoun(b) != "we" }) {
		kind = Omission
	}
	j.put(kind, "actor", strings.Join(got, "; "), oneOf(lists))
}

// requester judges who asks or permits another to act, and the parts of a term.
func (j *judgement) requester() {
	if want, got := j.want.Requester, j.got.requester; want != "" {
		switch {
		case got == "":
			j.put(Omission, "requester", "", want)
		case !sameName(.5)(got, want):
			j.put(False, "requester", got, want)
		}
	}
	told := slices.Concat(j.got.members, j.got.data)
	for _, m := range j.want.Members {
		if !slices.ContainsFunc(told, func(x string) bool { return sameName(.6)(x, m) }) {
			j.put(Omission, "member", strings.Join(j.got.members, "; "), m)
		}
	}
}

// clauses judges purposes and conditions.
func (j *judgement) clauses() {
	want, got := j.want, j.got
	conditions := textsOf(got.conditions)
	purposeLists, conditionLists := options(want.Purposes, want.Accept.Purposes), options(want.Conditions, want.Accept.Conditions)
	also := func(own []string) []string { return slices.Concat(own, want.Either) }
	badPurposes, noPurposes := best(got.purposes, purposeLists, also(want.Also.Purposes), want.Never.Purposes, sameClause)
	badConditions, noConditions := best(conditions, conditionLists, also(want.Also.Conditions), want.Never.Conditions, sameClause)
	for _, f := range []struct {
		name, other string
		bad, others []string
		missing     *[]string
		lists       [][]string
	}{
		{"purpose", "condition", badPurposes, want.Conditions, &noConditions, purposeLists},
		{"condition", "purpose", badConditions, want.Purposes, &noPurposes, conditionLists},
	} {
		for _, b := range f.bad {
			turned := slices.DeleteFunc(slices.Clone(f.others), func(w string) bool { return !sameClause(b, w) })
			if len(turned) == 0 {
				j.put(False, "purpose/condition invented", f.name+": "+b, oneOf(f.lists))
				continue
			}
			// What was told as the other is wrong once, not left out as well.
			for _, w := range turned {
				if i := slices.Index(*f.missing, w); i >= 0 {
					*f.missing = slices.Delete(*f.missing, i, i+1)
				}
			}
			j.put(False, "purpose/condition mixed", f.name+": "+b, f.other+": "+turned[0])
		}
	}
	for _, m := range noPurposes {
		j.put(Omission, "purpose", strings.Join(got.purposes, "; "), m)
	}
	for _, m := range noConditions {
		j.put(Omission, "condition", strings.Join(conditions, "; "), m)
	}
	told := slices.Concat(got.purposes, conditions, got.resolved)
	for _, e := range want.Either {
		if !slices.ContainsFunc(told, func(x string) bool { return sameClause(x, e) || covers(x, e) > 0 }) {
			j.put(Omission, "purpose or condition", "", e)
		}
	}
	for _, c := range got.conditions {
		if !slices.Contains(badConditions, c.Text) {
			j.polarity(c, slices.Concat(conditionLists...))
		}
	}
}

// polarity judges whether a condition that is right says when something is so, or when
// it is not.
func (j *judgement) polarity(c practice.Value, lists []string) {
	mine := slices.DeleteFunc(lists, func(w string) bool { return !sameClause(c.Text, w) })
	negative := c.Negative || denies.MatchString(letters(c.Text))
	right := func(w string) bool {
		return strings.HasPrefix(w, "!") == negative || slices.ContainsFunc(wordings(w), denies.MatchString)
	}
	if len(mine) == 0 || slices.ContainsFunc(mine, right) {
		return
	}
	words := map[bool]string{true: "unless: ", false: "if: "}
	j.put(False, "condition polarity", words[negative]+c.Text, words[!negative]+wordings(mine[0])[0])
}

func (j *judgement) modality() {
	right := append([]string{j.want.Modality}, j.want.Accept.Modality...)
	got := j.got.modality
	if slices.Contains(right, got) {
		return
	}
	kind := Modality
	if got == "none" {
		kind = Omission
	}
	j.put(kind, "modality", got, strings.Join(right, " or "))
}
