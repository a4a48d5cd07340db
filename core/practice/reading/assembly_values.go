package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// maxOwnerReach is how many items back from an actor whose it is may be said: a list of
// three lies between at most.
const maxOwnerReach = 6

// values makes values of links.
func (s *scope) values(links []link) []practice.Value {
	if len(links) == 0 {
		return nil
	}
	vs := make([]practice.Value, len(links))
	for i, l := range links {
		vs[i] = s.value(l)
	}
	return vs
}

// inOrder puts values in the order of the text, those from other sentences first,
// and leaves out what is there twice.
func (s *scope) inOrder(vs []practice.Value) []practice.Value {
	if len(vs) < 2 {
		return vs
	}
	at := make([]int, len(vs)) // where each stands, -1 for elsewhere
	order := make([]int, len(vs))
	for i := range vs {
		at[i], order[i] = -1, i
		if p := &vs[i].Place; p.Block == s.block && s.sentence.Contains(p.Span) {
			at[i] = p.Start
		}
		for k := i; k > 0 && at[order[k]] < at[order[k-1]]; k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	out := make([]practice.Value, 0, len(vs))
	for _, i := range order {
		if n := len(out); n > 0 && out[n-1].Place == vs[i].Place && vs[i].Place.Block != nil {
			continue
		}
		put(&out, &vs[i])
	}
	return out
}

// value makes a value of a link.
func (s *scope) value(l link) practice.Value {
	if l.item < 0 {
		return *l.value
	}
	it := &s.items[l.item]
	v := practice.Value{
		Text: s.text(it.Span), Place: s.place(it.Span), Mark: it.mark,
		Evidence: l.evidence, Rule: l.rule, Cue: l.cue, Negative: l.negative,
	}
	switch {
	case it.isMark(syntax.Actor):
		v.Party, v.Owner = s.partyOf(it.mark)
		v.Owner = s.owner(l.item, v.Owner)
		if v.Owner != "" && v.Party == practice.UnknownParty {
			v.Party = practice.FirstParty
		}
		if role := s.roles[it.mark].Name; v.Party == practice.UnknownParty && (role == practice.RoleRecipient || role == practice.RoleSource) {
			v.Party = practice.ThirdParty
		}
	case it.is(lexicon.First):
		v.Party = practice.FirstParty
	case it.is(lexicon.User):
		v.Party = practice.UserParty
	case it.is(lexicon.Third | lexicon.SameParty):
		v.Party = practice.ThirdParty
		if it.is(lexicon.SameParty) {
			v.SameAs = s.antecedent(v.Text, it.Start)
		}
	case it.is(lexicon.Medium) && it.mark < 0:
		v.Party = practice.MediumParty
	case it.isMark(syntax.Data):
		v.Vague = s.vague(it.mark)
		v.Subject = s.dataSubject(l.item)
	}
	return v
}

// partyOf says who the actor mark m names.
func (r *reader) partyOf(m int) (practice.Party, string) {
	s := r.marks[m].Plain
	party, owner := practice.UnknownParty, ""
	for t := r.tokenAt(s.Start); t < len(r.tokens) && int(r.tokens[t].start) < s.End; t++ {
		e := r.tokens[t].entry
		switch {
		case e.Has(lexicon.Ours) && party == practice.UnknownParty:
			party, owner = practice.FirstParty, possessor(e, e.Word)
		case e.Is(lexicon.Third) && !(e.Is(lexicon.Organisation) && party == practice.FirstParty && owner == ""):
			party, owner = practice.ThirdParty, ""
		case e.Is(lexicon.First) && party == practice.UnknownParty && (int(r.tokens[t].start) == s.Start || e.Has(lexicon.Pronoun)):
			party = practice.FirstParty
		case e.Is(lexicon.User) && party == practice.UnknownParty:
			party = practice.UserParty
		case e.Is(lexicon.Medium) && int(r.tokens[t].end) == s.End && party == practice.UnknownParty:
			party = practice.MediumParty
		}
	}
	return party, owner
}

// owner returns whose part the actor at item i is: 我们的(客服), our (support team).
func (s *scope) owner(i int, have string) string {
	if have != "" || i == 0 {
		return have
	}
	for k := i - 1; k >= 0 && k >= i-maxOwnerReach; k-- {
		it := &s.items[k]
		if it.is(lexicon.Possessive) && s.items[k+1].gap <= oneSpace {
			return possessor(it.entry, s.text(it.Span))
		}
		if it.is(lexicon.Of) && k > 0 && (s.is(k-1, lexicon.First|lexicon.User) || s.isMark(k-1, syntax.Actor)) && s.adjoins(k) && k == i-1 {
			return s.text(s.items[k-1].Span)
		}
		if !(it.isMark(syntax.Actor) || it.is(lexicon.List|lexicon.With)) {
			break
		}
	}
	return ""
}

// possessor returns whom a possessive names, which stands in the text as written: 您 for
// 您的, we for Our.
func possessor(e *lexicon.Entry, written string) string {
	if !e.English {
		return possessorOf(written)
	}
	if name := possessors[lexicon.Lower(written)]; name != "" {
		return name
	}
	return written
}

// vague reports whether the data mark m says nothing of what the data is.
func (r *reader) vague(m int) bool {
	s := r.marks[m].Plain
	t := r.tokenAt(s.Start)
	return t < len(r.tokens) && int(r.tokens[t].start) == s.Start && int(r.tokens[t].end) == s.End && r.tokens[t].entry.Is(lexicon.Vague)
}

// dataSubject returns whose data the mark at item i is: 您的<姓名>.
func (s *scope) dataSubject(i int) string {
	for k := range s.beforeInClause(i) {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleSubject:
			return s.text(it.Span)
		case it.is(lexicon.Possessive) && !it.is(lexicon.SameData):
			return possessor(it.entry, s.text(it.Span))
		case it.is(lexicon.Of) && s.is(k-1, lexicon.User|lexicon.First|lexicon.Third):
			return s.text(s.items[k-1].Span)
		case it.is(lexicon.User) && !(s.is(k-1, lexicon.To|lexicon.PurposeLead)):
			return s.text(it.Span)
		case it.isMark(syntax.Action), it.isMark(syntax.Purpose), it.isMark(syntax.Actor):
			return ""
		}
	}
	return ""
}
