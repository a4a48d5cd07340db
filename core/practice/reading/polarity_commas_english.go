package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

func (english) joinsAhead(s *scope, a, k int) int {
	if !s.isPunct(k, comma) {
		return k
	}
	for k--; k > a && !s.isPunct(k, comma); k-- {
	}
	return k - 1
}

// overComma returns the index of the item with which a walk goes on ahead of the comma at
// item k, -1 when the predicate of the action does not reach over it.
func (s *scope) overComma(k int, w *polarityWalk) int {
	next := w.verb
	if w.modal >= 0 {
		next = w.modal
	}
	if s.isMark(s.skip(k+1, lexicon.List|lexicon.Determiner|lexicon.Possessive), syntax.Data) {
		// No <name>, <address> or <number> is [kept].
		if first := s.firstOfList(k, syntax.Data); first < k {
			first = s.skipBack(first-1, lexicon.Possessive|lexicon.Determiner)
			if s.has(first, lexicon.DeniesNoun) {
				return first
			}
		}
		return -1
	}
	if w.inverted {
		return s.deniedAhead(k)
	}
	if s.onlyBetween(k, next, lexicon.Adverb|lexicon.List|lexicon.Modal|lexicon.Negation) {
		if open := s.insertedBefore(k); open >= 0 {
			if w.modal >= 0 {
				w.modal = open + 1
			}
			return open
		}
	}
	if w.modal >= 0 {
		return -1
	}
	if start := s.joinedBefore(k, next); start >= 0 {
		return start
	}
	if s.bareVerbs(k, next) {
		if open := s.insertedBefore(k); open >= 0 {
			return open // shall not, in any event, copy or [keep]
		}
	}
	return s.predicateBefore(k, w)
}

// deniedAhead returns the index of the denial that the clause ahead of the comma at item k
// starts with, -1 for none.
func (s *scope) deniedAhead(k int) int {
	for j := range s.before(k) {
		switch {
		case s.is(j, lexicon.Negation) && !s.is(j, lexicon.ConditionLead) && s.firstInClause(j):
			return j
		case s.isPunct(j, semicolon), s.items[j].frame >= 0:
			return -1
		}
	}
	return -1
}

// onlyBetween reports whether nothing but words of the classes stands between items a
// and b, and no word that the lexicon does not know but for one that ends like an adverb.
func (s *scope) onlyBetween(a, b int, c lexicon.Class) bool {
	for k := a + 1; k <= b; k++ {
		if k < b && !s.is(k, c) && !s.isPunct(k, lineBreak) {
			return false
		}
		if s.items[k].gap > s.grammar.space() && !strings.HasSuffix(strings.TrimSpace(s.plain[s.items[k-1].End:s.items[k].Start]), adverbial) {
			return false
		}
	}
	return true
}

// adverbial is how most adverbs end.
const adverbial = "ly"

// insertedBefore returns the index of the item before the comma that opens what the comma
// at item k closes, when a predicate waits there for its verb: will not, unless a judge
// orders it, [hand]. It is -1 when none does.
func (s *scope) insertedBefore(k int) int {
	for j := k - 1; j > 0; j-- {
		it := &s.items[j]
		switch {
		case it.punct == semicolon, it.punct == colon:
			return -1
		case it.punct != comma || it.depth != s.items[k].depth:
			continue
		}
		waits := s.skipBack(j-1, lexicon.Adverb|lexicon.List)
		if s.is(waits, lexicon.Modal|lexicon.Negation) && !s.is(waits, lexicon.ConditionLead) && !s.has(waits, lexicon.DeniesNoun) && s.onlyBetween(waits, j, lexicon.Adverb|lexicon.List) {
			return j - 1
		}
		if s.invertedAhead(j) {
			return j - 1
		}
		if open := s.adjunctOpens(j); open >= 0 {
			return open
		}
		if !s.insertionGoesOn(j) {
			return -1
		}
	}
	return -1
}

// invertedAhead reports whether the clause that the comma at item j ends has its subject behind its modal,
// and no action yet: in no circumstances will we, or anybody else, [sell].
func (s *scope) invertedAhead(j int) bool {
	for k := range s.beforeInClause(j) {
		switch {
		case s.items[k].frame >= 0, s.is(k, lexicon.Verb):
			return false
		case s.is(k, lexicon.Modal) || s.has(k, lexicon.Inverts):
			return s.invertsBehind(k) && !s.firstInClause(k)
		}
	}
	return false
}

// adjunctOpens returns the index of the modal behind which nothing but words that say how or
// when stands before the comma at item j: may in rare cases, and only by day, [film]. It is
// -1 for none.
func (s *scope) adjunctOpens(j int) int {
	for k := range s.beforeInClause(j) {
		switch {
		case s.items[k].frame >= 0 || s.items[k].mark >= 0 || s.is(k, lexicon.Verb):
			return -1
		case s.is(k, lexicon.Modal) && !s.is(k, lexicon.ConditionLead):
			if s.is(k+1, lexicon.Place|lexicon.Via|lexicon.From|lexicon.With) && s.isNext(k+1) {
				return k
			}
			return -1
		}
	}
	return -1
}

// insertionGoesOn reports whether what stands behind the comma at item j can go on with
// what is put into a predicate, rather than be its verb.
func (s *scope) insertionGoesOn(j int) bool {
	return s.is(j+1, notInPhrase|lexicon.Determiner|lexicon.Possessive|lexicon.Adverb|lexicon.Relative) || s.isMark(j+1, syntax.Purpose)
}

// joinedBefore returns the index of the item that governs verbs which nobody marked and
// which are joined with the action, over the comma at item k: do not sell, rent or
// [trade]. It is -1 when other words stand before the comma; next is the item from which
// the walk has come.
func (s *scope) joinedBefore(k, next int) int {
	if s.markBetween(k, next, syntax.Data) || !s.bareVerbs(k, next) && !s.causes(k, next) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		if s.is(j, lexicon.Modal|lexicon.Negation) || s.isPunct(j, comma) {
			switch comma := s.isPunct(j, comma); {
			case s.bareVerbs(j, k) && comma:
				k = j
			case s.bareVerbs(j, k), !comma && (s.adjunctThenVerbs(j, k) || s.invertsBehind(j)):
				return j
			case comma:
				return s.insertedBefore(k)
			default:
				return -1
			}
		}
	}
	return -1
}

// causes reports whether what stands between items a and b joins letting somebody do it:
// sell it, lend it or allow anyone to [use] it.
func (s *scope) causes(a, b int) bool {
	allows := false
	for k := a + 1; k < b; k++ {
		allows = allows || s.is(k, lexicon.Allow|lexicon.Ask)
		if s.items[k].frame >= 0 || s.items[k].punct != noPunct || s.isSubjectPronoun(k, b) {
			return false
		}
	}
	return allows && (s.has(b-1, lexicon.Infinitive) || s.is(b-1, lexicon.Verb|lexicon.List)) && s.is(s.skip(a+1, lexicon.Verb), lexicon.List|lexicon.Allow|lexicon.Ask)
}

// bareVerbs reports whether nothing but a verb or two, without an object, stands between
// items a and b.
func (s *scope) bareVerbs(a, b int) bool {
	for k := a + 1; k < b; k++ {
		adverb := s.is(k, lexicon.Adverb) || s.isPunct(k, lineBreak)
		adverb = adverb || s.is(k, lexicon.Place) && (s.is(k+1, lexicon.List) || s.isPunct(k+1, comma)) // sell on or [lend]
		if !adverb && !s.is(k, lexicon.Verb|lexicon.List|lexicon.Benefit|lexicon.Allow|lexicon.Ask) || s.items[k].frame >= 0 || s.is(k, lexicon.Break) && !adverb {
			return false
		}
	}
	words := strings.Fields(s.plain[s.items[a].End:s.items[b].Start])
	return len(words) <= 2*maxJoinedWords
}

// adjunctThenVerbs reports whether what stands between items a and b says when or how, and then
// names a verb or two: under any circumstances sell.
func (s *scope) adjunctThenVerbs(a, b int) bool {
	k := a + 1
	if !s.is(k, startsAdjunct) {
		return false
	}
	for k < b && !s.is(k, lexicon.Verb) {
		if s.items[k].frame >= 0 || s.has(k, lexicon.Nominative) {
			return false
		}
		k++
	}
	return k < b && s.bareVerbs(k-1, b)
}

// predicateBefore goes on with the predicate ahead of the comma at item k that the action
// behind it shares its subject with: will not sell it, or [lend] it.
func (s *scope) predicateBefore(k int, w *polarityWalk) int {
	listed := s.is(k+1, lexicon.List) && s.onlyBetween(k, w.verb, lexicon.Adverb|lexicon.List)
	if !listed && !(k+1 == w.verb && s.listGoesOn(w.verb)) {
		return -1
	}
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.ConditionLead) || s.items[j].frame >= 0 {
			return -1
		}
	}
	w.modalOnly = listed && !s.has(k+1, lexicon.Alternative)
	return k - 1
}

// listGoesOn reports whether the action at item v is a member of a list of predicates that
// or ends behind it: will not open it, [copy] it, or lend it.
func (s *scope) listGoesOn(v int) bool {
	verb, _, _ := strings.Cut(s.text(s.items[v].Span), " ")
	for k := v + 1; k < len(s.items) && s.items[k].segment <= s.items[v].segment+1; k++ {
		if s.isPunct(k, comma) && s.has(k+1, lexicon.Alternative) {
			return !plural(verb)
		}
	}
	return false
}
