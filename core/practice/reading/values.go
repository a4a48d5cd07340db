package reading

import (
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// The functions of this file are called rather than inlined: a value is large, and
// what copies it stands in many places.

// add appends a link.
//
//go:noinline
func add(list *[]link, l link) { *list = append(*list, l) }

// put appends a value.
//
//go:noinline
func put(list *[]practice.Value, v *practice.Value) { *list = append(*list, *v) }

// carry links values from elsewhere, as what words that point at them stand for.
func carry(list *[]link, vs []practice.Value, rule, cue string) {
	for i := range vs {
		v := new(practice.Value)
		*v = vs[i]
		v.Evidence, v.Rule, v.Cue = practice.Carried, rule, cue
		add(list, link{item: -1, value: v, evidence: practice.Carried, rule: rule})
	}
}

// carried returns a copy of values of a lead-in.
//
//go:noinline
func carried(vs []practice.Value) []practice.Value {
	if len(vs) == 0 {
		return nil
	}
	out := make([]practice.Value, len(vs))
	for i := range vs {
		out[i] = vs[i]
		out[i].Evidence = max(out[i].Evidence, practice.Carried)
	}
	return out
}

// unmarked returns a value of unmarked words.
//
//go:noinline
func (r *reader) unmarked(s source.Span, rule, cue string) *practice.Value {
	return &practice.Value{Text: r.text(s), Place: r.place(s), Mark: -1, Evidence: practice.Read, Rule: rule, Cue: cue}
}

// marked returns a value of mark m.
//
//go:noinline
func (r *reader) marked(m int, rule string) *practice.Value {
	s := r.marks[m].Plain
	return &practice.Value{Text: r.text(s), Place: r.place(s), Mark: m, Rule: rule}
}

// readLink links a value of unmarked words.
func readLink(v *practice.Value) link {
	return link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: v.Cue}
}

// third returns a third party of unmarked words.
func (r *reader) third(s source.Span) *practice.Value {
	v := r.unmarked(s, "", "")
	v.Party = practice.ThirdParty
	return v
}

// place returns where a span of the block stands.
func (r *reader) place(s source.Span) practice.Place { return practice.Place{Block: r.block, Span: s} }
