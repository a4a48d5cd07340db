package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// The margins of roles that no votes decide, on the scale of practice.CloseCall.
const (
	plainMargin    = 3 // the words say it
	doubtfulMargin = 1 // below a close call: the words fit something else about as well
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

// actorRole decides what item i, an actor mark, is.
func (s *scope) actorRole(i int) practice.Role {
	// A member of a list in parentheses is as what stands before them.
	if s.items[i].depth > 0 {
		if k := s.beforeParenthesis(i); s.isMark(k, syntax.Actor) {
			return s.likeParty(k, "same-as-before-parenthesis")
		}
	}
	switch {
	case s.grammar.indirectObject(s, i):
		return actorIs(practice.RoleRecipient, "recipient-object", "")
	case s.grammar.placeBefore(s, i):
		return actorIs(practice.RoleMedium, "medium-place", "")
	}
	if g := s.governor(i); g >= 0 {
		return s.governedRole(i, g)
	}
	return s.freeRole(i)
}

// actorIs returns a role of an actor that words plainly give; cue is the telling one, ""
// for none.
func actorIs(name, rule, cue string) practice.Role {
	return practice.Role{Name: name, Evidence: practice.Read, Rule: rule, Cue: cue, Margin: plainMargin}
}

// likeParty returns the role of the actor at item k, which another has for the reason
// that rule names.
func (s *scope) likeParty(k int, rule string) practice.Role {
	role := *s.role(k)
	role.Rule = rule
	return role
}

// freeRole decides what the actor at item i is, which no preposition governs: mostly who
// does something.
func (s *scope) freeRole(i int) practice.Role {
	switch {
	case s.isVia(i):
		return actorIs(practice.RoleMedium, "medium-via", s.items[i-1].entry.Word)
	case s.onRequest(i):
		role := actorIs(practice.RoleRecipient, "on-request", "")
		role.Margin = doubtfulMargin
		return role
	case s.listed(i):
		role := actorIs(practice.RoleRecipient, "parties-listed", "")
		role.Margin = practice.CloseCall
		return role
	}
	if k, ok := s.apposition(i); ok {
		return s.likeParty(k, "list-of-parties")
	}
	if k := s.actorBefore(i); k >= 0 && s.joined(k, i) && s.isGoverned(k) && !s.listActs(k, i) {
		return s.likeParty(k, "list-of-parties")
	}
	return actorIs(practice.RoleActor, "subject", "")
}

// actorBefore returns the index of the nearest actor before item i, -1 for none.
func (s *scope) actorBefore(i int) int {
	for k := range s.before(i) {
		if s.isMark(k, syntax.Actor) {
			return k
		}
	}
	return -1
}

// listActs reports whether the actor at item i, behind a comma and the governed actor at
// item k, starts a new clause whose predicate follows its list: share <names> with
// (partners), and (they) may [use] them.
func (s *scope) listActs(k, i int) bool {
	if !s.english || !s.commaBetween(k, i) {
		return false
	}
	for j := i + 1; j < len(s.items); j++ {
		if s.isMark(j, syntax.Actor) || s.isPunct(j, comma) || s.is(j, lexicon.List|lexicon.Determiner|lexicon.Possessive|lexicon.Adverb) {
			continue
		}
		return s.is(j, lexicon.Modal|lexicon.Negation) && s.items[j].gap <= oneSpace || s.isMark(j, syntax.Action)
	}
	return false
}

// commaBetween reports whether a comma stands between items a and b.
func (s *scope) commaBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.isPunct(k, comma) {
			return true
		}
	}
	return false
}

// isGoverned reports whether the role of the actor at item k comes from words before it,
// so that the members of its list have it too: 向(甲)、(乙)[提供].
func (s *scope) isGoverned(k int) bool {
	switch role := s.role(k); role.Name {
	case practice.RoleRecipient, practice.RoleSource:
		return true
	case practice.RoleMedium:
		return role.Rule != "subject"
	}
	return false
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
	if s.isPunct(k, colon) {
		k--
	}
	if !s.isMark(k, syntax.Actor) || s.items[k].depth != s.items[i].depth {
		return 0, false
	}
	between := s.plain[s.items[k].End:s.items[i].Start]
	return k, k == i-2 || strings.Trim(between, "—-– ") == "" && between != ""
}

// onRequest reports whether the actor at item i, or the list that it stands in,
// asks for something: 根据(监管机构)的要求.
func (s *scope) onRequest(i int) bool {
	k := i + 1
	for s.isMark(k, syntax.Actor) || s.is(k, lexicon.List|lexicon.More|lexicon.Determiner|lexicon.Of) {
		k++
	}
	if !s.is(k, lexicon.Ask) || s.is(k, lexicon.Modal) || !s.adjoins(k) || s.is(k+1, lexicon.User) {
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
