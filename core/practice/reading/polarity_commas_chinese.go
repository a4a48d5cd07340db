package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// A Chinese modal or denial waits over a comma for its verb while nothing but adjuncts stand
// behind it: 不得以任何理由，通过电话[询问].

// waitsBefore returns the index of the modal or negation ahead of the comma at item k whose
// verb has not come yet, so that it is that of frame fr: 不得以任何理由，[询问]. It is -1
// when there is none.
func (s *scope) waitsBefore(k int, fr *frame) int {
	if s.startsAnew(k, fr) {
		return -1
	}
	for j := k - 1; j >= 0; j-- {
		it := &s.items[j]
		switch {
		case it.depth != s.items[k].depth || it.mark >= 0 && it.kind != syntax.Action && !s.isDoer(j):
			continue
		case it.punct == semicolon, it.punct == colon, it.frame >= 0 && !s.frames[it.frame].relative, it.is(lexicon.Head), s.isDoer(j):
			return -1
		case it.is(lexicon.ConditionTail) && it.gap == 0 && !it.is(lexicon.Neutral):
			start := s.conditionStart(j)
			if start == j {
				return -1
			}
			if j = start; !s.has(j, lexicon.Restricts) {
				continue
			}
		}
		if s.isModalOf(j, k) || s.is(j, lexicon.Negation) && !s.is(j, lexicon.ConditionLead) && !s.has(j, lexicon.DeniesNext) {
			switch {
			case s.ledBefore(j): // 如果您可以, 为防止
			case s.waits(j, k), k+1 == fr.item && s.has(j, lexicon.PlainDenial) && s.items[j].entry.Modality == lexicon.Need:
				return j // 不得冒充他人，[领取]
			default:
				return -1
			}
		}
	}
	return -1
}

// waitingAt returns the index of the modal or negation in a clause before that waits for the
// action at item v, -1 for none.
func (s *scope) waitingAt(v int) int {
	for k := range s.before(v) {
		switch it := &s.items[k]; {
		case it.depth != s.items[v].depth:
		case it.punct == comma:
			return s.waitsBefore(k, &s.frames[s.items[v].frame])
		case it.punct != noPunct, it.frame >= 0, it.is(lexicon.Modal | lexicon.Negation):
			return -1
		}
	}
	return -1
}

// waitsBehind reports whether the predicate that starts behind the party at item k waits
// over a comma for the action at item v: 您有权在任何时候，向我们[索取].
func (s *scope) waitsBehind(k, v int) bool {
	at := s.waitingAt(v)
	for j := k + 1; j < at; j++ {
		if !s.is(j, lexicon.Adverb|lexicon.Modal|lexicon.Negation) {
			return false
		}
	}
	return k < at
}

// startsAnew reports whether what stands behind the comma at item k has a predicate of its
// own, or somebody else acts there, before the action of frame fr.
func (s *scope) startsAnew(k int, fr *frame) bool {
	v := fr.item
	next := k + 1
	if s.isPunct(k, colon) && !s.is(k-1, lexicon.Modal|lexicon.Negation) {
		return true
	}
	if s.has(next, lexicon.EndsReason) && s.reasonStart(k) >= 0 {
		next++ // 不会因逾期，而
	}
	if next < v && (s.is(next, lexicon.Break) && !s.is(next, lexicon.Adverb) || s.has(next, lexicon.NewPredicate)) {
		return true
	}
	for j := next; j < v; j++ {
		if s.isDoer(j) || s.is(j, lexicon.First|lexicon.User) && !s.is(j-1, lexicon.To|lexicon.With|lexicon.From|lexicon.By|lexicon.Via|lexicon.Front|lexicon.Possessive|lexicon.Ask|lexicon.Allow|lexicon.ConditionLead) && !s.has(j+1, lexicon.Attributive) {
			return true
		}
	}
	for _, a := range fr.actors {
		if a.item > k || a.value != nil && a.evidence != 0 && a.value.Place.Block == s.block && a.value.Place.Start > s.items[k].Start && a.value.Place.End <= s.items[v].Start {
			return true
		}
	}
	return false
}

// waits reports whether no verb stands between the modal or negation at item j and the
// comma at item k, only what says how, why, when or to whom.
func (s *scope) waits(j, k int) bool {
	next := j + 1
	for next < k && s.is(next, lexicon.Adverb|lexicon.Modal|lexicon.Negation|lexicon.Ask) && !s.opensAdjunct(next) {
		next++
	}
	if next == k {
		return s.adjoins(k)
	}
	opens := s.opensAdjunct(next) || s.isPunct(next, comma) || lexicon.Default().StartOf(s.plain[s.items[next-1].End:s.items[k].End], lexicon.OpensAdjunct) != nil
	if !opens || s.items[next].gap > maxJoinedProse {
		return false
	}
	if !s.is(j, lexicon.Negation) {
		return true
	}
	return !s.predicateIn(next, min(s.clauseEnd(j)-1, k))
}

// ledBefore reports whether item j stands in a condition or a purpose, which a word before
// it in its clause leads and none has ended.
func (s *scope) ledBefore(j int) bool {
	for m := range s.beforeInClause(j) {
		switch {
		case s.is(m, lexicon.ConditionTail):
			return false
		case s.is(m, lexicon.ConditionLead|lexicon.PurposeLead) && !s.is(m, lexicon.Verb|lexicon.Adverb):
			return true
		}
	}
	return false
}

// predicateIn reports whether the adjunct from item from on, before the comma at item k,
// has a verb behind it: 向您收费，.
func (s *scope) predicateIn(from, k int) bool {
	last := s.items[k-1]
	switch {
	case last.is(lexicon.ConditionTail | lexicon.PurposeTail | lexicon.Of | lexicon.More), last.is(lexicon.Neutral) && s.adjoins(k):
		return false
	case last.is(lexicon.Verb | lexicon.Benefit | lexicon.Service):
		return !s.is(from, lexicon.PurposeLead)
	case last.is(lexicon.DataNoun):
		for m := from; m < k; m++ {
			if s.is(m, lexicon.Verb) && !s.opensAdjunct(m) {
				return true
			}
		}
	case last.is(lexicon.First|lexicon.User|lexicon.Third|lexicon.Organisation) && s.items[k].gap > 0:
		return s.is(from, lexicon.To|lexicon.With|lexicon.From)
	}
	return false
}
