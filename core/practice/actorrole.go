package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// maxPhrase is how many items a noun phrase may have before its head. It bounds what
// a text that is no language costs.
const maxPhrase = 60

// governor returns the index in list of the preposition that governs item i, an
// actor, and -1 when none does. Words that may stand inside the noun phrase
// before the actor are passed over: 向与我们合作的(第三方).
func (r *reader) governor(list []item, i int) int {
	with := -1
	pronoun := r.pronoun(list[i].mark)
	for k := i - 1; k >= 0 && k >= i-maxPhrase; k-- {
		it := &list[k]
		if it.depth < list[i].depth {
			return with
		}
		if pronoun && it.depth == list[i].depth && !it.is(lexicon.To|lexicon.From|lexicon.By|lexicon.With|lexicon.Determiner|lexicon.Possessive|lexicon.Of|lexicon.List) && !it.isMark(syntax.Actor) {
			return with
		}
		if it.depth > list[i].depth {
			continue
		}
		if it.punct == openQuote || it.punct == clsQuote {
			continue
		}
		if it.punct != noPunct {
			return with
		}
		if it.mark >= 0 {
			if it.kind == syntax.Actor && list[k+1].is(lexicon.List|lexicon.With) && joined(list, k, i) {
				continue
			}
			if it.kind == syntax.Purpose {
				// 提供给{为您提供服务}的(第三方)
				if k+1 < i && list[k+1].is(lexicon.Of) {
					continue
				}
			}
			return r.governs(list, with, i, k)
		}
		e := it.entry
		switch {
		case e.Is(lexicon.To | lexicon.From | lexicon.By):
			if e.Is(lexicon.Ask) && !e.Is(lexicon.To) {
				return -1
			}
			if e.English && e.Word == "to" && k+1 < i && list[k+1].is(lexicon.Verb|lexicon.Benefit) {
				return -1
			}
			return k
		case e.Is(lexicon.With):
			// 与 inside a noun phrase (与我们合作的X) is not what governs it, when
			// another preposition stands before.
			if !e.English && r.attributive(list, k, i) {
				with = k
				continue
			}
			return k
		case e.Is(lexicon.Front) && !e.Is(lexicon.Modal):
			return -1
		case e.Is(lexicon.Modal|lexicon.Negation|lexicon.Break) && !e.Is(lexicon.List):
			return r.governs(list, with, i, k)
		case with >= 0 && e.Is(lexicon.First|lexicon.Adverb) && k == with-1:
			return r.governs(list, with, i, k)
		}
	}
	return -1
}

// governs returns with, the index of 与 before a clause that qualifies the actor
// at item i, when it is said of a predicate rather than inside that clause: 会与
// 您选择的(商家)[共享] against 与我们合作的(商家)会[使用]. k is what stands before.
func (r *reader) governs(list []item, with, i, k int) int {
	if with < 0 || k != with-1 {
		return -1
	}
	v := r.verbFor(list, with, i)
	if v < i {
		// The verb may be unmarked: 可能与…的(合作伙伴)共享信息，….
		for j := i + 1; j < len(list) && list[j].segment == list[i].segment; j++ {
			if list[j].is(lexicon.Gives) && list[j].gap <= len("的") && list[k].is(lexicon.Modal|lexicon.Negation) {
				return with
			}
		}
		return -1
	}
	if r.predicateBetween(list, i, v) || list[k].is(lexicon.First) && !r.verbOf(&list[v]).category.Gives() {
		return -1
	}
	return with
}

// pronoun reports whether mark m holds nothing but 我们, 您 and the like.
func (r *reader) pronoun(m int) bool {
	s := r.marks[m].Plain
	t := r.tokenAt(s.Start)
	return t < len(r.tokens) && int(r.tokens[t].start) == s.Start && int(r.tokens[t].end) == s.End && r.tokens[t].entry != nil && pronouns[r.tokens[t].entry.Word]
}

// attributive reports whether what starts at item k is a clause before 的 that
// qualifies item i: 与我们合作的(第三方).
func (r *reader) attributive(list []item, k, i int) bool {
	for j := i - 1; j > k; j-- {
		if list[j].is(lexicon.Of) {
			return true
		}
		if list[j].mark >= 0 || list[j].is(lexicon.To|lexicon.From|lexicon.List) {
			return false
		}
		if list[j].is(lexicon.Possessive) {
			return false
		}
	}
	return false
}

// joined reports whether actors k and i of list are members of one list: only
// separators, determiners and plain words stand between them.
func joined(list []item, k, i int) bool {
	lists := 0
	last := i
	if list[i-1].is(lexicon.Of) && i-1 > k {
		// A clause before 的 qualifies the member: 及其他受信任的(供应商).
		for last--; last > k+1 && list[last].mark < 0 && list[last].punct == noPunct && !list[last].is(lexicon.List|lexicon.Modal|lexicon.To|lexicon.From); {
			last--
		}
		last++
	}
	for j := k + 1; j < last; j++ {
		it := &list[j]
		switch {
		case it.depth > list[k].depth:
			return false
		case it.mark >= 0:
			if it.kind != syntax.Actor && !(it.kind == syntax.Purpose && lists > 0) {
				return false
			}
		case it.is(lexicon.List | lexicon.More):
			lists++
		case it.is(lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.Organisation | lexicon.More | lexicon.First | lexicon.With):
		case it.punct == comma && it.entry == nil && list[i].gap == 0 && j+1 == i:
			lists++
		default:
			return false
		}
	}
	return lists > 0 || k+1 == i && list[i].gap <= 3
}

// actorRole decides what item i of list, an actor mark, is. frames are the
// actions of the sentence.
func (r *reader) actorRole(list []item, i int) Role {
	m := list[i].mark
	role := Role{Name: RoleActor, Evidence: Read, Rule: "subject", Margin: 3}
	// A member of a list in parentheses is as what stands before them.
	if list[i].depth > 0 {
		if k := r.beforeParenthesis(list, i); k >= 0 && list[k].isMark(syntax.Actor) {
			role = r.roles[list[k].mark]
			role.Rule = "same-as-before-parenthesis"
			return role
		}
	}
	if r.english && r.indirectObject(list, i) {
		return Role{Name: RoleRecipient, Evidence: Read, Rule: "recipient-object", Margin: 3}
	}
	if r.placeBefore(list, i) {
		return Role{Name: RoleMedium, Evidence: Read, Rule: "medium-place", Margin: 3}
	}
	g := r.governor(list, i)
	if g < 0 {
		if k := i - 1; k >= 0 && r.isVia(list, i) {
			return Role{Name: RoleMedium, Evidence: Read, Rule: "medium-via", Cue: list[k].entry.Word, Margin: 3}
		}
		if r.onRequest(list, i) {
			return Role{Name: RoleRecipient, Evidence: Read, Rule: "on-request", Margin: 1}
		}
		if r.listed(list, i) {
			return Role{Name: RoleRecipient, Evidence: Read, Rule: "parties-listed", Margin: CloseCall}
		}
		if k, ok := r.apposition(list, i); ok {
			before := r.roles[list[k].mark]
			before.Rule = "list-of-parties"
			return before
		}
		if k := i - 1; k >= 0 {
			// (A)、(B)
			for k >= 0 && !list[k].isMark(syntax.Actor) {
				k--
			}
			if k >= 0 && joined(list, k, i) {
				before := r.roles[list[k].mark]
				if before.Name == RoleRecipient || before.Name == RoleSource || before.Name == RoleMedium && before.Rule != "subject" {
					before.Rule = "list-of-parties"
					return before
				}
			}
		}
		return role
	}
	e := list[g].entry
	role.Cue = e.Word
	role.Evidence = Read
	verb := r.verbFor(list, g, i)
	party, _ := r.partyOf(m)
	switch {
	case e.Is(lexicon.From):
		role.Name, role.Rule = RoleSource, "source-from"
		if verb >= 0 && r.verbOf(&list[verb]).category.Gives() && !r.verbOf(&list[verb]).category.Takes() && verb < g {
			role.Margin = 1
		}
		return role
	case e.Is(lexicon.By):
		role.Rule = "agent"
		if !e.English && verb >= 0 && verb > i && r.verbOf(&list[verb]).category == lexicon.Collect && e.Word != "被" && e.Word != "由" {
			role.Name, role.Rule = RoleSource, "source-from"
		}
		return role
	case e.Is(lexicon.With):
		if e.Is(lexicon.List) && !e.English {
			// 与, 和 join or mean with.
			prev := g - 1
			for prev >= 0 && list[prev].depth > list[g].depth {
				prev--
			}
			if prev >= 0 && list[prev].isMark(syntax.Actor) && list[g].gap == 0 {
				before := r.roles[list[prev].mark]
				if before.Name != RoleActor {
					before.Rule = "list-of-parties"
					return before
				}
				gives := verb > i && r.verbOf(&list[verb]).category.Gives()
				if !gives || r.predicateBetween(list, i, verb) {
					role.Rule = "coordinated-subject"
					return role
				}
			}
			if verb < 0 && r.predicateBetween(list, i, len(list)) {
				return role
			}
		}
		role.Name, role.Rule = RoleRecipient, "recipient-with"
		return role
	case e.Word == "到" && i+1 < len(list) && list[i+1].isMark(syntax.Action) && list[i+1].gap == 0:
		return role
	case e.Is(lexicon.To):
		role.Name, role.Rule = RoleRecipient, "recipient-to"
		if verb > i && r.verbOf(&list[verb]).category == lexicon.Collect && e.Word != "给" {
			role.Name, role.Rule = RoleSource, "source-asked"
		}
		if verb > i && r.verbOf(&list[verb]).category == lexicon.Query && (e.Word == "向") {
			role.Name, role.Rule = RoleSource, "source-asked"
		}
		if e.Word == "对" && party == FirstParty {
			role.Margin = 1
		}
		return role
	}
	return role
}

// beforeParenthesis returns the index of the item before the parenthesis that
// item i stands in.
func (r *reader) beforeParenthesis(list []item, i int) int {
	for k := i - 1; k >= 0; k-- {
		if list[k].punct == openParen && list[k].depth == list[i].depth-1 {
			return k - 1
		}
	}
	return -1
}

// verbFor returns the index of the action that a phrase from preposition g to
// actor i goes with: the next to the right in the clause, else the nearest to the
// left; -1 when there is none.
func (r *reader) verbFor(list []item, g, i int) int {
	for k := i + 1; k < len(list) && list[k].segment == list[i].segment; k++ {
		if list[k].isMark(syntax.Action) && list[k].depth <= list[i].depth {
			return k
		}
	}
	for k := g - 1; k >= 0; k-- {
		if list[k].isMark(syntax.Action) {
			return k
		}
	}
	return -1
}

// predicateBetween reports whether a modal or a negation stands between items i
// and k.
func (r *reader) predicateBetween(list []item, i, k int) bool {
	for j := i + 1; j < k && j < len(list); j++ {
		if list[j].depth > list[i].depth {
			continue
		}
		if list[j].is(lexicon.Modal|lexicon.Negation) && !list[j].is(lexicon.Front) {
			return true
		}
		if list[j].is(lexicon.Modal) && j+1 < len(list) && !list[j+1].isMark(syntax.Data) && !list[j+1].is(lexicon.Possessive) {
			return true
		}
	}
	return false
}

// isVia reports whether the actor at item i is the means of another's doing:
// 通过(SDK)[收集].
func (r *reader) isVia(list []item, i int) bool {
	return list[i-1].is(lexicon.Via) && !list[i-1].is(lexicon.Ask|lexicon.With|lexicon.ConditionLead) && list[i].gap == 0 && !r.pronoun(list[i].mark)
}

// listed reports whether the actor at item i stands in a list of parties in a
// sentence that has no action: 这些机构包括(…).
func (r *reader) listed(list []item, i int) bool {
	for k := range list {
		if list[k].isMark(syntax.Action) || list[k].isMark(syntax.Data) {
			return false
		}
	}
	third := false
	for k := range i {
		third = third || list[k].is(lexicon.Third|lexicon.Organisation|lexicon.SameParty)
		if third && list[k].is(lexicon.PartsClosed|lexicon.PartsOpen) {
			return true
		}
	}
	return false
}

// apposition returns the actor before item i that it names again: a dash or a
// colon stands between.
func (r *reader) apposition(list []item, i int) (int, bool) {
	k := i - 1
	if k >= 0 && list[k].punct == colon {
		k--
	}
	if k < 0 || !list[k].isMark(syntax.Actor) || list[k].depth != list[i].depth {
		return 0, false
	}
	between := r.plain[list[k].End:list[i].Start]
	return k, k == i-2 || strings.Trim(between, "—-– ") == "" && between != ""
}

// onRequest reports whether the actor at item i, or the list that it stands in,
// asks for something: 根据(监管机构)的要求.
func (r *reader) onRequest(list []item, i int) bool {
	k := i + 1
	for k < len(list) && (list[k].isMark(syntax.Actor) || list[k].is(lexicon.List|lexicon.More|lexicon.Determiner|lexicon.Of)) {
		k++
	}
	if k >= len(list) || !list[k].is(lexicon.Ask) || list[k].is(lexicon.Modal) || list[k].gap > 0 || k+1 < len(list) && list[k+1].is(lexicon.User) {
		return false
	}
	for j := i - 1; j >= 0 && list[j].segment == list[i].segment; j-- {
		if list[j].is(lexicon.ConditionLead) && !list[j].is(lexicon.Modal) {
			return true
		}
		if !list[j].isMark(syntax.Actor) && !list[j].is(lexicon.List|lexicon.Determiner|lexicon.More) {
			return false
		}
	}
	return false
}

// indirectObject reports whether the actor at item i is whom an English verb of
// giving gives something: [provide] (our partners) with <data>.
func (r *reader) indirectObject(list []item, i int) bool {
	k := i - 1
	for k >= 0 && list[k].is(lexicon.Determiner|lexicon.Possessive) {
		k--
	}
	if k < 0 || !list[k].isMark(syntax.Action) || !r.verbOf(&list[k]).category.Gives() {
		return false
	}
	for j := i + 1; j < len(list); j++ {
		if list[j].isMark(syntax.Data) {
			return true
		}
		if !list[j].is(lexicon.With|lexicon.Determiner|lexicon.Possessive|lexicon.List) && !(list[j].entry != nil && list[j].entry.Word == "with your") {
			return false
		}
	}
	return false
}

// placeBefore reports whether the actor at item i is where data is kept: [store]
// them on (our servers), [存储]于(服务器).
func (r *reader) placeBefore(list []item, i int) bool {
	k := i - 1
	for k >= 0 && r.english && list[k].is(lexicon.Possessive|lexicon.Determiner) {
		k--
	}
	if k < 0 || k != i-1 && !r.english || list[k].entry == nil {
		return false
	}
	if r.english {
		return list[k].is(lexicon.Place)
	}
	w := list[k].entry.Word
	return (w == "在" || w == "于") && list[i].gap == 0 && k > 0 && list[k-1].isMark(syntax.Action)
}
