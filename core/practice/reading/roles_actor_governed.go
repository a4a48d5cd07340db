package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// governedRole decides what the actor at item i is, which the preposition at item g
// governs: 从(甲)[获取], 由(乙)[处理], 与(丙)[共享], 向(丁)[提供].
func (s *scope) governedRole(i, g int) practice.Role {
	e := s.items[g].entry
	verb := s.verbFor(g, i)
	category := s.categoryAt(verb)
	role := actorIs(practice.RoleActor, "subject", e.Word)
	switch {
	case e.Is(lexicon.From):
		role.Name, role.Rule = practice.RoleSource, "source-from"
		if category.Gives() && verb < g {
			role.Margin = doubtfulMargin // [share] from (partners)
		}
	case e.Is(lexicon.By):
		role.Rule = "agent"
		if e.Has(lexicon.Channel) && category == lexicon.Collect && verb > i {
			role.Name, role.Rule = practice.RoleSource, "source-from"
		}
	case e.Is(lexicon.With):
		return s.roleWith(i, g, verb)
	case e.Has(lexicon.Arrival) && s.isMark(i+1, syntax.Action) && s.adjoins(i+1):
	case e.Is(lexicon.To):
		role.Name, role.Rule = practice.RoleRecipient, "recipient-to"
		asks := category == lexicon.Collect && !e.Has(lexicon.GivesTo) || category == lexicon.Query && e.Has(lexicon.Addresses)
		if asks && verb > i {
			role.Name, role.Rule = practice.RoleSource, "source-asked"
		}
		if e.Has(lexicon.Concerns) && s.isFirst(i) {
			role.Margin = doubtfulMargin
		}
	}
	return role
}

// roleWith decides what the actor at item i is, which 与, 和 or with at item g governs or
// joins with a party before: 我们与(第三方)[共享], (甲)和(乙)会[使用]. verb is the index of
// their action, -1 for none.
func (s *scope) roleWith(i, g, verb int) practice.Role {
	cue := s.items[g].entry.Word
	if s.is(g, lexicon.List) {
		if k := s.memberBefore(g); k >= 0 {
			if s.role(k).Name != practice.RoleActor {
				return s.likeParty(k, "list-of-parties")
			}
			if verb < i || !s.categoryAt(verb).Gives() || s.predicateBetween(i, verb) {
				return actorIs(practice.RoleActor, "coordinated-subject", cue)
			}
		}
		if verb < 0 && s.predicateBetween(i, len(s.items)) {
			return actorIs(practice.RoleActor, "subject", cue)
		}
		if verb > i && s.joinsNames(g) && (!s.categoryAt(verb).Gives() || s.predicateBetween(i, verb)) {
			return actorIs(practice.RoleActor, "coordinated-subject", cue)
		}
	}
	return actorIs(practice.RoleRecipient, "recipient-with", cue)
}

// joinsNames reports whether the word at item g joins a name that nobody marked, with which its
// clause starts, with the party behind it: 班主任和(校医).
func (s *scope) joinsNames(g int) bool {
	if s.english {
		return false
	}
	p := s.clauseBefore(g)
	s.predicateEdge(&p)
	s.stripName(&p)
	return p.from == s.firstOfClause(g) && !s.isPerson(p) && s.chineseName(p) && s.namesSomebody(p)
}

// memberBefore returns the index of the actor that the word at item g may join with one
// behind it, -1 for none; what stands in parentheses between does not matter: (甲)（…）和.
func (s *scope) memberBefore(g int) int {
	for k := range s.before(g) {
		if s.items[k].depth > s.items[g].depth {
			continue
		}
		if s.isMark(k, syntax.Actor) && s.adjoins(g) {
			return k
		}
		break
	}
	return -1
}

// isFirst reports whether the actor at item i is the company.
func (s *scope) isFirst(i int) bool {
	party, _ := s.partyOf(s.items[i].mark)
	return party == practice.FirstParty
}

// categoryAt returns what kind of handling the action at item k is, NoCategory for -1.
func (s *scope) categoryAt(k int) lexicon.Category {
	if k < 0 {
		return lexicon.NoCategory
	}
	return s.verbOf(&s.items[k]).category
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
