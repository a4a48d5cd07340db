package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// giveActorRoles says what each marked actor is: who does something, to whom something
// goes, from whom it comes, or a means.
func (s *scope) giveActorRoles() {
	for i := range s.items {
		if it := &s.items[i]; it.isMark(syntax.Actor) {
			s.roles[it.mark] = s.qualified(it.mark, s.actorRole(i))
		}
	}
}

// actorRole decides what item i of list, an actor mark, is. frames are the
// actions of the sentence.
func (s *scope) actorRole(i int) practice.Role {
	m := s.items[i].mark
	role := practice.Role{Name: practice.RoleActor, Evidence: practice.Read, Rule: "subject", Margin: 3}
	// A member of a list in parentheses is as what stands before them.
	if s.items[i].depth > 0 {
		if k := s.beforeParenthesis(i); s.isMark(k, syntax.Actor) {
			role = s.roles[s.items[k].mark]
			role.Rule = "same-as-before-parenthesis"
			return role
		}
	}
	if s.english && s.indirectObject(i) {
		return practice.Role{Name: practice.RoleRecipient, Evidence: practice.Read, Rule: "recipient-object", Margin: 3}
	}
	if s.placeBefore(i) {
		return practice.Role{Name: practice.RoleMedium, Evidence: practice.Read, Rule: "medium-place", Margin: 3}
	}
	g := s.governor(i)
	if g < 0 {
		if k := i - 1; k >= 0 && s.isVia(i) {
			return practice.Role{Name: practice.RoleMedium, Evidence: practice.Read, Rule: "medium-via", Cue: s.items[k].entry.Word, Margin: 3}
		}
		if s.onRequest(i) {
			return practice.Role{Name: practice.RoleRecipient, Evidence: practice.Read, Rule: "on-request", Margin: 1}
		}
		if s.listed(i) {
			return practice.Role{Name: practice.RoleRecipient, Evidence: practice.Read, Rule: "parties-listed", Margin: practice.CloseCall}
		}
		if k, ok := s.apposition(i); ok {
			before := s.roles[s.items[k].mark]
			before.Rule = "list-of-parties"
			return before
		}
		if k := i - 1; k >= 0 {
			// (A)、(B)
			for k >= 0 && !s.isMark(k, syntax.Actor) {
				k--
			}
			if k >= 0 && s.joined(k, i) {
				before := s.roles[s.items[k].mark]
				if before.Name == practice.RoleRecipient || before.Name == practice.RoleSource || before.Name == practice.RoleMedium && before.Rule != "subject" {
					before.Rule = "list-of-parties"
					return before
				}
			}
		}
		return role
	}
	e := s.items[g].entry
	role.Cue = e.Word
	role.Evidence = practice.Read
	verb := s.verbFor(g, i)
	party, _ := s.partyOf(m)
	switch {
	case e.Is(lexicon.From):
		role.Name, role.Rule = practice.RoleSource, "source-from"
		if verb >= 0 && s.verbOf(&s.items[verb]).category.Gives() && !s.verbOf(&s.items[verb]).category.Takes() && verb < g {
			role.Margin = 1
		}
		return role
	case e.Is(lexicon.By):
		role.Rule = "agent"
		if !e.English && verb >= 0 && verb > i && s.verbOf(&s.items[verb]).category == lexicon.Collect && e.Word != "被" && e.Word != "由" {
			role.Name, role.Rule = practice.RoleSource, "source-from"
		}
		return role
	case e.Is(lexicon.With):
		if e.Is(lexicon.List) && !e.English {
			// 与, 和 join or mean with.
			prev := g - 1
			for prev >= 0 && s.items[prev].depth > s.items[g].depth {
				prev--
			}
			if s.isMark(prev, syntax.Actor) && s.adjoins(g) {
				before := s.roles[s.items[prev].mark]
				if before.Name != practice.RoleActor {
					before.Rule = "list-of-parties"
					return before
				}
				gives := verb > i && s.verbOf(&s.items[verb]).category.Gives()
				if !gives || s.predicateBetween(i, verb) {
					role.Rule = "coordinated-subject"
					return role
				}
			}
			if verb < 0 && s.predicateBetween(i, len(s.items)) {
				return role
			}
		}
		role.Name, role.Rule = practice.RoleRecipient, "recipient-with"
		return role
	case e.Word == "到" && s.isMark(i+1, syntax.Action) && s.adjoins(i+1):
		return role
	case e.Is(lexicon.To):
		role.Name, role.Rule = practice.RoleRecipient, "recipient-to"
		if verb > i && s.verbOf(&s.items[verb]).category == lexicon.Collect && e.Word != "给" {
			role.Name, role.Rule = practice.RoleSource, "source-asked"
		}
		if verb > i && s.verbOf(&s.items[verb]).category == lexicon.Query && (e.Word == "向") {
			role.Name, role.Rule = practice.RoleSource, "source-asked"
		}
		if e.Word == "对" && party == practice.FirstParty {
			role.Margin = 1
		}
		return role
	}
	return role
}

// beforeParenthesis returns the index of the item before the parenthesis that
// item i stands in.
func (s *scope) beforeParenthesis(i int) int {
	for k := range s.before(i) {
		if s.items[k].punct == openParen && s.items[k].depth == s.items[i].depth-1 {
			return k - 1
		}
	}
	return -1
}

// verbFor returns the index of the action that a phrase from preposition g to
// actor i goes with: the next to the right in the clause, else the nearest to the
// left; -1 when there is none.
func (s *scope) verbFor(g, i int) int {
	for k := range s.behindInClause(i) {
		if s.isMark(k, syntax.Action) && s.items[k].depth <= s.items[i].depth {
			return k
		}
	}
	for k := range s.before(g) {
		if s.isMark(k, syntax.Action) {
			return k
		}
	}
	return -1
}

// predicateBetween reports whether a modal or a negation stands between items i
// and k.
func (s *scope) predicateBetween(i, k int) bool {
	for j := i + 1; j < k && j < len(s.items); j++ {
		if s.items[j].depth > s.items[i].depth {
			continue
		}
		if s.is(j, lexicon.Modal|lexicon.Negation) && !s.is(j, lexicon.Front) {
			return true
		}
		if s.is(j, lexicon.Modal) && j+1 < len(s.items) && !s.isMark(j+1, syntax.Data) && !s.is(j+1, lexicon.Possessive) {
			return true
		}
	}
	return false
}

// isVia reports whether the actor at item i is the means of another's doing:
// 通过(SDK)[收集].
func (s *scope) isVia(i int) bool {
	return s.is(i-1, lexicon.Via) && !s.is(i-1, lexicon.Ask|lexicon.With|lexicon.ConditionLead) && s.adjoins(i) && !s.pronoun(s.items[i].mark)
}

// listed reports whether the actor at item i stands in a list of parties in a
// sentence that has no action: 这些机构包括(…).
func (s *scope) listed(i int) bool {
	for k := range s.items {
		if s.isMark(k, syntax.Action) || s.isMark(k, syntax.Data) {
			return false
		}
	}
	third := false
	for k := range i {
		third = third || s.is(k, lexicon.Third|lexicon.Organisation|lexicon.SameParty)
		if third && s.is(k, lexicon.PartsClosed|lexicon.PartsOpen) {
			return true
		}
	}
	return false
}

// apposition returns the actor before item i that it names again: a dash or a
// colon stands between.
func (s *scope) apposition(i int) (int, bool) {
	k := i - 1
	if k >= 0 && s.items[k].punct == colon {
		k--
	}
	if k < 0 || !s.isMark(k, syntax.Actor) || s.items[k].depth != s.items[i].depth {
		return 0, false
	}
	between := s.plain[s.items[k].End:s.items[i].Start]
	return k, k == i-2 || strings.Trim(between, "—-– ") == "" && between != ""
}

// onRequest reports whether the actor at item i, or the list that it stands in,
// asks for something: 根据(监管机构)的要求.
func (s *scope) onRequest(i int) bool {
	k := i + 1
	for k < len(s.items) && (s.isMark(k, syntax.Actor) || s.is(k, lexicon.List|lexicon.More|lexicon.Determiner|lexicon.Of)) {
		k++
	}
	if k >= len(s.items) || !s.is(k, lexicon.Ask) || s.is(k, lexicon.Modal) || s.items[k].gap > 0 || s.is(k+1, lexicon.User) {
		return false
	}
	for j := range s.beforeInClause(i) {
		if s.is(j, lexicon.ConditionLead) && !s.is(j, lexicon.Modal) {
			return true
		}
		if !s.isMark(j, syntax.Actor) && !s.is(j, lexicon.List|lexicon.Determiner|lexicon.More) {
			return false
		}
	}
	return false
}

// indirectObject reports whether the actor at item i is whom an English verb of
// giving gives something: [provide] (our partners) with <data>.
func (s *scope) indirectObject(i int) bool {
	k := s.skipBack(i-1, lexicon.Determiner|lexicon.Possessive)
	if k < 0 || !s.isMark(k, syntax.Action) || !s.verbOf(&s.items[k]).category.Gives() {
		return false
	}
	for j := i + 1; j < len(s.items); j++ {
		if s.isMark(j, syntax.Data) {
			return true
		}
		if !s.is(j, lexicon.With|lexicon.Determiner|lexicon.Possessive|lexicon.List) && !(s.items[j].entry != nil && s.items[j].entry.Word == "with your") {
			return false
		}
	}
	return false
}

// placeBefore reports whether the actor at item i is where data is kept: [store]
// them on (our servers), [存储]于(服务器).
func (s *scope) placeBefore(i int) bool {
	k := i - 1
	for k >= 0 && s.english && s.is(k, lexicon.Possessive|lexicon.Determiner) {
		k--
	}
	if k < 0 || k != i-1 && !s.english || s.items[k].entry == nil {
		return false
	}
	if s.english {
		return s.is(k, lexicon.Place)
	}
	w := s.items[k].entry.Word
	return (w == "在" || w == "于") && s.adjoins(i) && s.isMark(k-1, syntax.Action)
}
