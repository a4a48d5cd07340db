package practice

import "github.com/policymark/policymark/core/source"

// The functions of this file are called rather than inlined: a value is large, and
// what copies it stands in many places.

// add appends a link.
//
//go:noinline
func add(list *[]link, l link) { *list = append(*list, l) }

// put appends a value.
//
//go:noinline
func put(list *[]Value, v *Value) { *list = append(*list, *v) }

// carry links values from elsewhere, as what words that point at them stand for.
func carry(list *[]link, vs []Value, rule, cue string) {
	for i := range vs {
		v := new(Value)
		*v = vs[i]
		v.Evidence, v.Rule, v.Cue = Carried, rule, cue
		add(list, link{item: -1, value: v, evidence: Carried, rule: rule})
	}
}

// carried returns a copy of values of a lead-in.
//
//go:noinline
func carried(vs []Value) []Value {
	if len(vs) == 0 {
		return nil
	}
	out := make([]Value, len(vs))
	for i := range vs {
		out[i] = vs[i]
		out[i].Evidence = max(out[i].Evidence, Carried)
	}
	return out
}

// read returns a value of unmarked words.
//
//go:noinline
func (r *reader) read(s source.Span, rule, cue string) *Value {
	return &Value{Text: r.text(s), Place: Place{r.block, s}, Mark: -1, Evidence: Read, Rule: rule, Cue: cue}
}

// marked returns a value of mark m.
//
//go:noinline
func (r *reader) marked(m int, rule string) *Value {
	s := r.marks[m].Plain
	return &Value{Text: r.text(s), Place: Place{r.block, s}, Mark: m, Rule: rule}
}

// third returns a third party of unmarked words.
func (r *reader) third(s source.Span) *Value {
	v := r.read(s, "", "")
	v.Party = ThirdParty
	return v
}
