package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// maxPhrase is how many items a noun phrase may have before its head. It bounds what
// a text that is no language costs.
const maxPhrase = 60

// governor returns the index in list of the preposition that governs item i, an
// actor, and -1 when none does. Words that may stand inside the noun phrase
// before the actor are passed over: 向与我们合作的(第三方).
func (s *scope) governor(i int) int {
	with := -1
	pronoun := s.pronoun(s.items[i].mark)
	for k := i - 1; k >= 0 && k >= i-maxPhrase; k-- {
		it := &s.items[k]
		if it.depth < s.items[i].depth {
			return with
		}
		if pronoun && it.depth == s.items[i].depth && !it.is(lexicon.To|lexicon.From|lexicon.By|lexicon.With|lexicon.Determiner|lexicon.Possessive|lexicon.Of|lexicon.List) && !it.isMark(syntax.Actor) {
			return with
		}
		if it.depth > s.items[i].depth {
			continue
		}
		if it.punct == openQuote || it.punct == clsQuote {
			continue
		}
		if it.punct != noPunct {
			return with
		}
		if it.mark >= 0 {
			if it.kind == syntax.Actor && s.is(k+1, lexicon.List|lexicon.With) && s.joined(k, i) {
				continue
			}
			if it.kind == syntax.Purpose {
				// 提供给{为您提供服务}的(第三方)
				if k+1 < i && s.is(k+1, lexicon.Of) {
					continue
				}
			}
			return s.governs(with, i, k)
		}
		e := it.entry
		switch {
		case e.Is(lexicon.To | lexicon.From | lexicon.By):
			if e.Is(lexicon.Ask) && !e.Is(lexicon.To) {
				return -1
			}
			if e.English && e.Word == "to" && k+1 < i && s.is(k+1, lexicon.Verb|lexicon.Benefit) {
				return -1
			}
			return k
		case e.Is(lexicon.With):
			// 与 inside a noun phrase (与我们合作的X) is not what governs it, when
			// another preposition stands before.
			if !e.English && s.attributive(k, i) {
				with = k
				continue
			}
			return k
		case e.Is(lexicon.Front) && !e.Is(lexicon.Modal):
			return -1
		case e.Is(lexicon.Modal|lexicon.Negation|lexicon.Break) && !e.Is(lexicon.List):
			return s.governs(with, i, k)
		case with >= 0 && e.Is(lexicon.First|lexicon.Adverb) && k == with-1:
			return s.governs(with, i, k)
		}
	}
	return -1
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
			if s.is(j, lexicon.Gives) && s.items[j].gap <= hanSize && s.is(k, lexicon.Modal|lexicon.Negation) {
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
		if s.items[j].mark >= 0 || s.is(j, lexicon.To|lexicon.From|lexicon.List) {
			return false
		}
		if s.is(j, lexicon.Possessive) {
			return false
		}
	}
	return false
}

// joined reports whether actors k and i of list are members of one list: only
// separators, determiners and plain words stand between them.
func (s *scope) joined(k, i int) bool {
	lists := 0
	last := i
	if s.is(i-1, lexicon.Of) && i-1 > k {
		// A clause before 的 qualifies the member: 及其他受信任的(供应商).
		for last--; last > k+1 && s.items[last].mark < 0 && s.items[last].punct == noPunct && !s.is(last, lexicon.List|lexicon.Modal|lexicon.To|lexicon.From); {
			last--
		}
		last++
	}
	for j := k + 1; j < last; j++ {
		it := &s.items[j]
		switch {
		case it.depth > s.items[k].depth:
			return false
		case it.mark >= 0:
			if it.kind != syntax.Actor && !(it.kind == syntax.Purpose && lists > 0) {
				return false
			}
		case it.is(lexicon.List | lexicon.More):
			lists++
		case it.is(lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.Organisation | lexicon.More | lexicon.First | lexicon.With):
		case it.punct == comma && it.entry == nil && s.adjoins(i) && j+1 == i:
			lists++
		default:
			return false
		}
	}
	return lists > 0 || k+1 == i && s.items[i].gap <= 3
}
