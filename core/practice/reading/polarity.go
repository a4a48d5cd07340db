package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// linkPolarity finds modality and negation of each frame. Of actions that act as one the
// first says it for all.
func (s *scope) linkPolarity() {
	for f := range s.frames {
		fr := &s.frames[f]
		from := 0
		if f > 0 && s.frames[f-1].group == fr.group {
			p := &s.frames[f-1]
			fr.modality, fr.modalText, fr.negated, fr.negText = p.modality, p.modalText, p.negated, p.negText
			from = p.item + 1
		}
		if fr.relative {
			from = max(from, fr.from)
		}
		held := s.grammar.polarity(s, fr, from)
		s.inheritPolarity(f)
		if fr.modality == lexicon.NoModality && held != lexicon.NoModality {
			fr.modality, fr.modalText = held, fr.negText
		}
		s.polarityOfLead(fr)
	}
}

// polarityOfLead gives an action that says neither the modality and the negation of a lead-in
// that names no action itself: 教练不得：.
func (s *scope) polarityOfLead(fr *frame) {
	if l := s.lead; s.inList && l != nil && l.action.Text == "" && !fr.relative && !fr.negated && fr.modality == lexicon.NoModality {
		fr.modality, fr.modalText, fr.negated, fr.negText = l.modality, l.modalText, l.negated, l.negText
	}
}

// endsPredicate reports whether item k stands before the predicate of an action behind it
// rather than in it: another action, a comma, or a verb with a clause of its own.
func (s *scope) endsPredicate(k int) bool {
	it := &s.items[k]
	switch {
	case it.frame >= 0:
		return !s.frames[it.frame].relative || it.is(lexicon.Head)
	case it.punct == comma:
		return !s.parenthetical(k)
	}
	return it.punct == semicolon || it.punct == colon || it.is(lexicon.Head)
}

// isModalOf reports whether item k is a modal of the action at item v, unlike 将 before
// its data: 将您的<姓名>[提供].
func (s *scope) isModalOf(k, v int) bool {
	if !s.is(k, lexicon.Modal) {
		return false
	}
	if !s.is(k, lexicon.Front) || k+1 == v {
		return true
	}
	next := k + 1
	switch {
	case s.is(next, lexicon.Modal|lexicon.Ask|lexicon.Adverb|lexicon.Negation|lexicon.By), s.isPunct(next, comma),
		s.has(next, lexicon.PlainDisposal), s.has(next, lexicon.OpensAdjunct):
		return true
	case !s.english && s.adjoins(next) && s.is(next, lexicon.To|lexicon.From|lexicon.Via|lexicon.ConditionLead|lexicon.PurposeLead):
		return true
	case next+1 == v && s.is(next, lexicon.Neutral) && s.adjoins(v):
		return true
	}
	return s.passiveBetween(k, v)
}

// passiveBetween reports whether 被 or 由 stands between items k and v and no data, so that 将
// at item k puts none before its verb: 将于年底被[清空].
func (s *scope) passiveBetween(k, v int) bool {
	passive := false
	for j := k + 1; j < v; j++ {
		if s.isMark(j, syntax.Data) || s.is(j, lexicon.Possessive) {
			return false
		}
		passive = passive || s.is(j, lexicon.By) && s.is(j, lexicon.Passive|lexicon.Allow)
	}
	return passive && !s.english
}

// addModality gives a frame the modality of the modal at item k. joined says that the one
// that it has may come from the frame before it. 可能 before 需要 makes one of both.
func (s *scope) addModality(fr *frame, k int, joined bool) {
	modality, text := s.items[k].entry.Modality, s.text(s.items[k].Span)
	switch {
	case fr.modality == lexicon.NoModality, joined && fr.modalText == "":
		fr.modality, fr.modalText = modality, text
		fr.derive("modality")
	case fr.modality == lexicon.Need && modality == lexicon.May:
		fr.modality, fr.modalText = lexicon.MayNeed, text+fr.modalText
	}
}

// parenthetical reports whether the comma at item k only sets off something in the
// middle of a predicate: (我们)不会，{…}，[共享].
func (s *scope) parenthetical(k int) bool {
	return s.isCondition(k-1) || s.is(k-1, lexicon.ConditionTail)
}

// conditionStart returns the index of the item that starts the unmarked condition
// that ends at item k.
func (s *scope) conditionStart(k int) int {
	for j := range s.beforeInClause(k) {
		if s.items[j].mark >= 0 && s.items[j].kind != syntax.Data {
			return j + 1
		}
		if s.is(j, lexicon.ConditionLead) && !s.is(j, lexicon.Verb|lexicon.Negation) {
			return j
		}
	}
	return k
}

// joinsPredicates reports whether the word at item k, adverbs aside the last before an
// action, joins it with that of frame p: a list word, or no word but adverbs ([登记]再[领取]).
func (s *scope) joinsPredicates(k int, p *frame) bool {
	if k <= p.item {
		return !s.english && !p.negated && s.is(p.item+1, lexicon.Adverb)
	}
	return s.is(k, lexicon.List)
}

// inheritPolarity gives a predicate without a subject of its own, which 或 or 并
// joins with the one before, its modality, and behind 或 its negation too: may [use]
// <…> and [share] <…>, 不会[收集]<…>或[使用]<…>.
func (s *scope) inheritPolarity(f int) {
	fr := &s.frames[f]
	if f == 0 || fr.relative || fr.negated || fr.modality != lexicon.NoModality || s.frames[f-1].group == fr.group {
		return
	}
	p := &s.frames[f-1]
	if p.relative || s.items[p.item].depth != s.items[fr.item].depth {
		return
	}
	k := fr.item - 1
	for k > p.item && s.is(k, lexicon.Adverb) && !s.is(k, lexicon.List) {
		k--
	}
	if s.numbered(fr.item) {
		// will \(1\) [walk] <…>, \(2\) [note] <…>
		fr.modality, fr.modalText, fr.negated, fr.negText = p.modality, p.modalText, p.negated, p.negText
		return
	}
	k = s.grammar.joinsAhead(s, p.item, k)
	if !s.joinsPredicates(k, p) {
		return
	}
	or := s.has(k, lexicon.Alternative)
	// 会[保留]…，并[形成]…: the modal reaches over the comma before 并 or and.
	over := s.isPunct(k-1, comma) && (s.english || or && s.sameClause(k-1, p.item) || s.has(k, lexicon.Continues))
	if !s.sameClause(k, p.item) && !over || p.negated && !or {
		return
	}
	fr.modality, fr.modalText = p.modality, p.modalText
	if or {
		fr.negated, fr.negText = p.negated, p.negText
	}
}

// numbered reports whether the number of an item of a list stands right before item k: (2),
// 2), ②.
func (s *scope) numbered(k int) bool {
	if !s.isPunct(k-1, closParen) || !s.isNext(k) {
		return false
	}
	for j := k - 2; j >= 0 && j >= k-3; j-- {
		if s.isPunct(j, openParen) {
			return s.items[k-1].Start-s.items[j].End <= maxNumber
		}
	}
	return false
}

// maxNumber is how many bytes the number of an item has: iii, 十二.
const maxNumber = 2 * hanSize
