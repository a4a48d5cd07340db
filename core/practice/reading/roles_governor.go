package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// maxPhrase is how many items a noun phrase may have before its head. It bounds what
// a text that is no language costs.
const maxPhrase = 60

// pronounGoverned are the words that may stand between a pronoun and its preposition.
const pronounGoverned = lexicon.To | lexicon.From | lexicon.By | lexicon.With | lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.List

// governor returns the index of the preposition that governs item i, an actor, and -1
// when none does. Words that may stand inside the noun phrase before the actor are passed
// over: 向与我们合作的(第三方).
func (s *scope) governor(i int) int {
	with := -1 // 与 inside the noun phrase, as far as is known
	depth := s.items[i].depth
	pronoun := s.pronoun(s.items[i].mark)
	for k := i - 1; k >= 0 && k >= i-maxPhrase; k-- {
		it := &s.items[k]
		switch {
		case it.depth < depth, pronoun && it.depth == depth && !it.is(pronounGoverned) && !it.isMark(syntax.Actor):
			return with
		case it.depth > depth, it.punct == openQuote, it.punct == clsQuote:
		case it.punct != noPunct:
			return with
		case it.mark >= 0:
			if !s.inNounPhrase(k, i) {
				return s.governs(with, i, k)
			}
		case it.is(lexicon.To | lexicon.From | lexicon.By):
			if s.startsInfinitive(k) {
				return -1
			}
			return k
		case it.is(lexicon.With):
			if it.entry.English || !s.attributive(k, i) {
				return k
			}
			with = k // unless another preposition stands before: 向与我们合作的(第三方)
		case it.is(lexicon.Front) && !it.is(lexicon.Modal):
			return -1
		case s.startsPredicate(k), k == with-1 && it.is(lexicon.First|lexicon.Adverb):
			return s.governs(with, i, k)
		}
	}
	return -1
}

// inNounPhrase reports whether the mark at item k belongs to the noun phrase that ends
// with item i: a member of its list, or a purpose that qualifies it, as in
// 提供给{为您提供服务}的(第三方).
func (s *scope) inNounPhrase(k, i int) bool {
	switch s.items[k].kind {
	case syntax.Actor:
		return s.is(k+1, lexicon.List|lexicon.With) && s.joined(k, i)
	case syntax.Purpose:
		return s.is(k+1, lexicon.Of)
	}
	return false
}

// startsInfinitive reports whether to at item k has a verb behind it rather than a party:
// to [provide].
func (s *scope) startsInfinitive(k int) bool {
	return s.has(k, lexicon.Infinitive) && s.is(k+1, lexicon.Verb|lexicon.Benefit)
}

// startsPredicate reports whether item k starts a predicate or a clause, at which a noun
// phrase behind it ends: 会, 不, 但.
func (s *scope) startsPredicate(k int) bool {
	return s.is(k, lexicon.Modal|lexicon.Negation|lexicon.Break) && !s.is(k, lexicon.List)
}

// governs returns with, the index of 与 before a clause that qualifies the actor
// at item i, when it is said of a predicate rather than inside that clause: 会与
// 您选择的(商家)[共享] against 与我们合作的(商家)会[使用]. k is what stands before.
func (s *scope) governs(with, i, k int) int {
	if with < 0 || k != with-1 {
		return -1
	}
	v := s.verbFor(with, i)
	if v < i {
		// The verb may be unmarked: 可能与…的(合作伙伴)共享信息，….
		for j := range s.behindInClause(i) {
			if s.is(j, lexicon.Gives) && s.isNear(j) && s.is(k, lexicon.Modal|lexicon.Negation) {
				return with
			}
		}
		return -1
	}
	if s.predicateBetween(i, v) || s.is(k, lexicon.First) && !s.verbOf(&s.items[v]).category.Gives() {
		return -1
	}
	return with
}

// pronoun reports whether mark m holds nothing but 我们, 您 and the like.
func (r *reader) pronoun(m int) bool {
	s := r.marks[m].Plain
	t := r.tokenAt(s.Start)
	return t < len(r.tokens) && int(r.tokens[t].start) == s.Start && int(r.tokens[t].end) == s.End && r.tokens[t].entry != nil && r.tokens[t].entry.Has(lexicon.Pronoun)
}

// attributive reports whether what starts at item k is a clause before 的 that
// qualifies item i: 与我们合作的(第三方).
func (s *scope) attributive(k, i int) bool {
	for j := i - 1; j > k; j-- {
		if s.is(j, lexicon.Of) {
			return true
		}
		if s.items[j].mark >= 0 || s.is(j, lexicon.To|lexicon.From|lexicon.List|lexicon.Possessive) {
			return false
		}
	}
	return false
}

// maxListedGap is how many bytes, spaces among them, may stand between two members of an
// English list besides words of the lexicon: authorised, carefully chosen.
const maxListedGap = 32

// joined reports whether actors k and i are members of one list: only separators,
// determiners and plain words stand between them.
func (s *scope) joined(k, i int) bool {
	lists, gap := 0, 0
	last := s.memberStart(k, i)
	for j := k + 1; j < last; j++ {
		it := &s.items[j]
		gap += it.gap
		switch {
		case it.depth > s.items[k].depth, s.english && gap > maxListedGap:
			return false
		case it.mark >= 0:
			if it.kind != syntax.Actor && !(it.kind == syntax.Purpose && lists > 0) {
				return false
			}
		case it.is(lexicon.List | lexicon.More):
			lists++
		case it.is(lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.Organisation | lexicon.First | lexicon.With):
		case it.punct == comma && s.adjoins(i) && j+1 == i:
			lists++
		case s.english && (it.punct == comma || it.is(lexicon.PartsOpen|lexicon.PartsClosed)):
			lists++
		default:
			return false
		}
	}
	return lists > 0 || k+1 == i && s.isNear(i)
}

// memberStart returns the index of the item that the member of a list starts with that
// ends with item i, behind item k. A clause before 的 may qualify it: 及其他受信任的(供应商).
func (s *scope) memberStart(k, i int) int {
	if i-1 <= k || !s.is(i-1, lexicon.Of) {
		return i
	}
	at := i - 1
	for at > k+1 && s.items[at].mark < 0 && s.items[at].punct == noPunct && !s.is(at, lexicon.List|lexicon.Modal|lexicon.To|lexicon.From) {
		at--
	}
	return at + 1
}
