package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// maxSaid is how many values of a kind are remembered of a sentence.
const maxSaid = 60

// maxPartyGap is how many bytes of words that the lexicon does not know the name of one
// party may hold: 合作的某某物流公司.
const maxPartyGap = 4 * hanSize

// remember keeps what the next sentence may refer to.
func (r *reader) remember(first int, span source.Span) {
	s := &r.heard
	s.forget()
	for i := first; i < len(r.practices); i++ {
		p := &r.practices[i]
		r.keep(&s.purposes, p.Purposes, span)
		r.keep(&s.conditions, p.Conditions, span)
		r.keep(&s.data, p.Data, span)
		for _, g := range p.Groups {
			r.keep(&s.data, g.Children, span)
		}
	}
	for m := r.markAt(span.Start); m < len(r.marks) && r.marks[m].Plain.Start < span.End; m++ {
		to := &s.data
		switch r.marks[m].Kind {
		case syntax.Purpose:
			to = &s.purposes
			if r.roles[m].Name == practice.RoleCondition {
				to = &s.conditions
			}
		case syntax.Data:
		default:
			continue
		}
		if !holdsPlace(*to, r.place(r.marks[m].Plain)) {
			r.keepOne(to, r.marked(m, ""), span)
		}
	}
	if len(s.conditions) == 0 {
		if v, ok := r.unmarkedCondition(span); ok {
			put(&s.conditions, &v)
		}
	}
	named := r.partiesIn(span)
	for i := range named {
		r.rememberParty(&named[i])
	}
	data := copied(s.data)
	if r.said != nil && (len(s.data) == 0 || r.inList) {
		// What follows a list speaks of all its items.
		data = slices.Concat(r.said.data, s.data)
	}
	if len(s.purposes)+len(s.conditions)+len(data) > 0 {
		r.said = &said{copied(s.purposes), copied(s.conditions), data}
	} else {
		r.said = nil
	}
}

// keep adds the values of a sentence, or carried into it, that are not in the list.
func (r *reader) keep(list *[]practice.Value, vs []practice.Value, span source.Span) {
	for i := range vs {
		r.keepOne(list, &vs[i], span)
	}
}

func (r *reader) keepOne(list *[]practice.Value, v *practice.Value, span source.Span) {
	here := v.Place.Block == r.block && span.Contains(v.Place.Span)
	if !here && v.Evidence != practice.Carried || len(*list) >= maxSaid {
		return
	}
	if holdsPlace(*list, v.Place) {
		return
	}
	put(list, v)
	last := &(*list)[len(*list)-1]
	last.Members, last.SameAs = nil, ""
}

// holdsPlace reports whether one of vs stands at a place.
func holdsPlace(vs []practice.Value, at practice.Place) bool {
	for i := range vs {
		if vs[i].Place == at {
			return true
		}
	}
	return false
}

// unmarkedCondition returns the condition that starts a sentence without practices,
// for what the next sentence says of it: 若您购买的商品赠有运费险，…。为此，….
func (r *reader) unmarkedCondition(span source.Span) (practice.Value, bool) {
	t := r.tokenAt(span.Start)
	if t >= len(r.tokens) || int(r.tokens[t].start) != span.Start || !r.tokens[t].entry.Has(lexicon.StrongLead) && !r.tokens[t].entry.Has(lexicon.TimeLead) {
		return practice.Value{}, false
	}
	for n := t + 1; n < len(r.tokens) && int(r.tokens[n].start) < span.End; n++ {
		if r.tokens[n].punct == comma {
			s := source.Span{Start: int(r.tokens[t].end), End: int(r.tokens[n].start)}
			if last := &r.tokens[n-1]; last.entry.Is(lexicon.ConditionTail) && last.end == r.tokens[n].start && int(last.start) > s.Start {
				s.End = int(last.start)
			}
			return *r.unmarked(s, "condition-leading", r.tokens[t].entry.Word), true
		}
	}
	return practice.Value{}, false
}

// partiesIn returns the third parties that a stretch of the text names, marked or
// not, without those that only point at one.
func (r *reader) partiesIn(span source.Span) []practice.Value {
	var list []practice.Value
	start, end := -1, -1 // byte offsets of the party that is open, start -1 for none
	flush := func() {
		if start >= 0 {
			s := source.Span{Start: start, End: end}
			put(&list, r.third(s))
		}
		start = -1
	}
	for t := r.tokenAt(span.Start); t < len(r.tokens) && int(r.tokens[t].start) < span.End; t++ {
		k := &r.tokens[t]
		if k.mark >= 0 && r.marks[k.mark].Kind == syntax.Actor {
			flush()
			m := int(k.mark)
			if party, _ := r.partyOf(m); (party == practice.ThirdParty || party == practice.UnknownParty) && (len(list) == 0 || list[len(list)-1].Mark != m) {
				v := r.marked(m, "")
				v.Party = practice.ThirdParty
				put(&list, v)
			}
			continue
		}
		third := k.entry.Is(lexicon.Third) && !k.entry.Is(lexicon.First|lexicon.SameParty)
		near := int(k.start)-end <= maxPartyGap
		if start >= 0 && !(near && (third || k.entry.Is(lexicon.Service))) {
			flush()
		}
		if third {
			if start < 0 {
				start = int(k.start)
			}
			end = int(k.end)
		}
	}
	flush()
	return list
}

func (r *reader) rememberParty(v *practice.Value) {
	v.Evidence = min(v.Evidence, practice.Read)
	if r.pointsBack(v.Place.Span, lexicon.SameParty) {
		return
	}
	// The list is shared with what was handed on, so it is made anew.
	kept := make([]practice.Value, 0, min(len(r.parties)+1, maxParties))
	for i := range r.parties {
		if p := &r.parties[i]; p.Text != v.Text && (len(r.parties) < maxParties || i > 0) {
			put(&kept, p)
		}
	}
	put(&kept, v)
	r.parties = kept
}
