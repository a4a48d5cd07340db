package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// linkPolarity finds modality and negation of each frame.
func (s *scope) linkPolarity() {
	for f := range s.frames {
		fr := &s.frames[f]
		lo := 0
		if f > 0 && s.frames[f-1].group == fr.group {
			p := &s.frames[f-1]
			fr.modality, fr.modalText, fr.negated, fr.negText = p.modality, p.modalText, p.negated, p.negText
			lo = p.item + 1
		}
		if fr.relative {
			lo = max(lo, fr.from)
		}
		for k := fr.item - 1; k >= lo; k-- {
			it := &s.items[k]
			if it.depth != s.items[fr.item].depth || it.mark >= 0 && it.kind != syntax.Action {
				if it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleActor && !(s.is(k-1, lexicon.Ask|lexicon.Allow|lexicon.Modal|lexicon.Negation|lexicon.By)) {
					break
				}
				continue
			}
			if it.frame >= 0 && !s.frames[it.frame].relative || it.punct == comma && !s.parenthetical(k) || it.punct == semicolon || it.punct == colon || it.is(lexicon.Head) {
				break
			}
			if it.is(lexicon.ConditionTail) && it.gap == 0 && !it.is(lexicon.Neutral) {
				// What stands in an unmarked condition says nothing of the action.
				k = s.conditionStart(k)
				continue
			}
			if it.is(lexicon.Modal) && !(it.is(lexicon.Front) && k+1 < fr.item && !s.is(k+1, lexicon.Modal|lexicon.Ask|lexicon.Adverb|lexicon.Negation|lexicon.By)) {
				if fr.modality == lexicon.NoModality || lo > 0 && fr.modalText == "" {
					fr.modality, fr.modalText = it.entry.Modality, s.text(it.Span)
					fr.derive("modality")
				} else if fr.modality == lexicon.Need && it.entry.Modality == lexicon.May {
					fr.modality, fr.modalText = lexicon.MayNeed, s.text(it.Span)+fr.modalText
				}
			}
			if it.is(lexicon.Negation) && !fr.negated && s.negates(k, fr.item) {
				fr.negated, fr.negText = true, s.text(it.Span)
				fr.derive("negation")
			}
		}
		s.inheritPolarity(f)
		if fr.negated && fr.modality == lexicon.NoModality {
			if m := modalityOfNegation(fr.negText); m != lexicon.NoModality {
				fr.modality, fr.modalText = m, fr.negText
			}
		}
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

// negates reports whether the negation at item k denies the action at item v: no
// other verb stands between.
func (s *scope) negates(k, v int) bool {
	for j := k + 1; j < v; j++ {
		it := &s.items[j]
		if it.depth != s.items[v].depth {
			continue
		}
		if it.is(lexicon.ConditionTail|lexicon.Consent|lexicon.Head) || it.is(lexicon.ConditionWord) && !it.is(lexicon.Allow|lexicon.Adverb) {
			return false
		}
	}
	if s.is(k, lexicon.ConditionLead) && !s.items[k].entry.English {
		// 未(经同意): denies what follows at once only.
		return k+1 == v && s.adjoins(v)
	}
	return true
}

// modalityOfNegation returns the modality that a negation holds: 不会, will not.
func modalityOfNegation(text string) lexicon.Modality {
	text = lexicon.Lower(text)
	switch {
	case strings.Contains(text, "会"), strings.Contains(text, "will"), strings.Contains(text, "won't"), strings.Contains(text, "shall"):
		return lexicon.Will
	case strings.Contains(text, "may"):
		return lexicon.May
	case strings.Contains(text, "must"), strings.Contains(text, "应"):
		return lexicon.Need
	case strings.Contains(text, "can"), strings.Contains(text, "不能"), strings.Contains(text, "不可"):
		return lexicon.Can
	}
	return lexicon.NoModality
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
	if !s.is(k, lexicon.List) || k <= p.item {
		return
	}
	word := s.items[k].entry.Word
	or := word == "或" || word == "或者" || word == "or" || word == "nor"
	// 会[保留]…，并[形成]…: the modal reaches over the comma before 并 or and.
	over := s.items[k-1].punct == comma && (s.english || word == "并" || word == "并且" || word == "且")
	if !s.sameClause(k, p.item) && !over || p.negated && !or {
		return
	}
	fr.modality, fr.modalText = p.modality, p.modalText
	if or {
		fr.negated, fr.negText = p.negated, p.negText
	}
}
