package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// In English what governs a verb may stand far ahead of it: over joined verbs (do not
// sell, rent or [trade]), over what is put in between commas (will not, unless you ask,
// [hand]) and, where they change places, over the subject (under no circumstances do we
// [share]). What stands in a clause of its own governs nothing behind it: others not
// covered by this will have [access].

// maxJoinedWords is how many words a verb has that stands unmarked among joined ones:
// otherwise give away.
const maxJoinedWords = 3

// polarity reads what stands ahead of the action, and else the denial behind it.
func (english) polarity(s *scope, fr *frame, from int) (held lexicon.Modality) {
	if fr.but {
		fr.negated, fr.negText = true, s.text(s.items[fr.item].Span)
		fr.derive("negation")
		return lexicon.NoModality
	}
	held = s.polarityAhead(fr, from)
	if !fr.negated && !fr.relative {
		s.denialBehind(fr)
	}
	if !fr.negated {
		s.denialBySubject(fr)
	}
	return held
}

// denialBySubject finds the denial that the subject of a frame starts with, wherever it
// stands: nobody, as a rule, may [see].
func (s *scope) denialBySubject(fr *frame) {
	if fr.nobody != "" {
		fr.negated, fr.negText = true, fr.nobody
		fr.derive("negation")
		return
	}
	for _, a := range fr.actors {
		name := ""
		if a.item >= 0 {
			name = s.text(s.items[a.item].Span)
		} else if a.evidence == practice.Read {
			name = a.value.Text
		}
		if e := lexicon.Default().StartOf(lexicon.Lower(name), lexicon.NamesNobody); e != nil && e.Is(lexicon.Negation) {
			fr.negated, fr.negText = true, name[:len(e.Word)]
			fr.derive("negation")
			return
		}
	}
}

// polarityAhead walks back from the action through its predicate, its subject when that
// stands behind a modal, and what governs both.
func (s *scope) polarityAhead(fr *frame, from int) (held lexicon.Modality) {
	joined := from > 0
	w := polarityWalk{verb: fr.item, modal: -1}
	for k := fr.item - 1; k >= from; k-- {
		it := &s.items[k]
		switch {
		case it.depth != s.items[fr.item].depth, it.mark >= 0 && it.kind != syntax.Action:
			if s.isDoer(k) {
				if k = s.firstOfList(k, syntax.Actor); !s.governsSubject(k - 1) {
					return held
				}
				w.inverted = s.has(k-1, lexicon.Inverts) || s.is(k-1, lexicon.Modal)
			} else if j := s.skipBack(k-1, lexicon.Determiner|lexicon.Possessive); s.is(j, lexicon.Passive) && s.isPunct(j-1, comma) {
				w.inverted = true // at no time, not even then, is your <card> [stored]
			}
			continue
		case it.punct == comma:
			if k = s.overComma(k, &w); k < 0 {
				return held
			}
			k++ // the item that it goes on with is the next
			continue
		case s.endsPredicate(k), s.isAdjunctOf(k, fr.item):
			return held
		case s.isSubjectPronoun(k, fr.item):
			if !s.governsSubject(k - 1) {
				return held
			}
			w.inverted = true
		}
		w.inverted = w.inverted || it.has(lexicon.Inverts) && s.firstInClause(k)
		if s.is(k, lexicon.Modal) && w.reaches(s, k) {
			s.addModality(fr, k, joined)
			w.modal = k
			w.inverted = w.inverted || s.firstInClause(k) // in no case, not even then, can couriers [open]
		}
		if (it.is(lexicon.Negation) || it.has(lexicon.DeniesFrom)) && !fr.negated && !w.modalOnly && s.denies(k, &w) {
			fr.negated, fr.negText = true, s.text(it.Span)
			fr.derive("negation")
			held = it.entry.Modality
			if !it.is(lexicon.List) { // can neither open nor [read]
				w.modal = k
			}
		}
	}
	return held
}

// denialBehind finds what is denied by what stands behind the action of a frame: [collect]
// no <names>, [give] <it> to nobody, [copying] of <…> is not allowed.
func (s *scope) denialBehind(fr *frame) {
	nominal := s.is(fr.item+1, lexicon.Of)
	for k := range s.behindInClause(fr.item) {
		it := &s.items[k]
		switch {
		case it.frame >= 0:
			return
		case !it.is(lexicon.Negation):
			continue
		case it.has(lexicon.DeniesNoun) && s.skip(fr.item+1, lexicon.Adverb) == k && s.isNext(k) && s.dataBehind(k),
			it.has(lexicon.DeniesNoun) && s.is(k-1, lexicon.To|lexicon.With) && s.isNext(k) && s.nobodyAt(k),
			it.has(lexicon.NoParty) && s.is(k-1, lexicon.By) && s.isNext(k),
			nominal && s.deniesNominal(k):
			fr.negated, fr.negText = true, s.text(it.Span)
			fr.derive("negation")
			return
		}
	}
}

// dataBehind reports whether data stands behind item k, but for words for which it is.
func (s *scope) dataBehind(k int) bool {
	return s.isMark(s.skip(k+1, lexicon.Determiner|lexicon.Possessive|lexicon.Of), syntax.Data)
}

// nobodyAt reports whether the denial at item k, behind a preposition, is one of a party:
// nobody, no third party.
func (s *scope) nobodyAt(k int) bool {
	next := s.skip(k+1, lexicon.Determiner|lexicon.Possessive)
	return s.has(k, lexicon.NoParty) || s.is(k-1, lexicon.To) || s.is(next, someone) || s.isMark(next, syntax.Actor)
}

// deniesNominal reports whether the words at item k say of an action, which is a noun
// before them, that it is not done or not allowed.
func (s *scope) deniesNominal(k int) bool {
	return s.has(k, lexicon.DeniesDeed) || s.has(k, lexicon.DeniesFrom) && s.is(k-1, lexicon.Passive)
}

// polarityWalk is what a walk back from an action has come by.
type polarityWalk struct {
	verb  int // item of the action
	modal int // the last modal or negation found, -1 before the first
	// modalOnly says that a predicate of its own has been passed, joined by and, which
	// shares its modal but no denial.
	modalOnly bool
	// inverted says that a subject has been passed that stands behind its modal, ahead of
	// which a denial must stand: in no case, not even then, do we [unlock].
	inverted bool
}

// reaches reports whether the modal at item k is one of the predicate of the action: no
// other modal stands between, unless beside it.
func (w *polarityWalk) reaches(s *scope, k int) bool {
	return w.modal < 0 || s.onlyBetween(k, w.modal, lexicon.Adverb|lexicon.List|lexicon.Negation|lexicon.Modal)
}

// governsSubject reports whether item k stands before a subject that it governs: a modal
// or do that has changed places with it, a denial, or a verb that has somebody act.
func (s *scope) governsSubject(k int) bool {
	return s.is(k, lexicon.Ask|lexicon.Allow|lexicon.Modal|lexicon.Negation|lexicon.By) || s.has(k, lexicon.Inverts) ||
		s.is(k, lexicon.Determiner|lexicon.Possessive) && s.governsSubject(k-1)
}

// isSubjectPronoun reports whether item k is a pronoun that is the subject of the action
// at item v: the predicate follows it.
func (s *scope) isSubjectPronoun(k, v int) bool {
	return (s.has(k, lexicon.Nominative) || s.has(k, lexicon.BarePronoun) && !s.has(k, lexicon.Objective)) && s.isNext(k+1) &&
		(k+1 == v || s.is(k+1, lexicon.Modal|lexicon.Negation|lexicon.Adverb|lexicon.Passive))
}

// isAdjunctOf reports whether item k makes the action at item v, which follows it, say
// when or until when something else is done: before [sharing] them.
func (s *scope) isAdjunctOf(k, v int) bool {
	return s.has(k, lexicon.StrongLead) && s.skip(k+1, lexicon.Adverb) == v
}

// firstOfList returns the index of the first of the marks that item k, one of a kind, ends
// a list of: (us), our (partners) or (vendors).
func (s *scope) firstOfList(k int, kind syntax.Kind) int {
	for j := k - 1; j >= 0; j-- {
		switch {
		case s.isMark(j, kind):
			k = j
		case s.is(j, lexicon.Negation) || !s.isPunct(j, comma) && !s.is(j, lexicon.List|lexicon.Determiner|lexicon.Possessive):
			return k
		}
	}
	return k
}

// denies reports whether the negation at item k denies the action.
func (s *scope) denies(k int, w *polarityWalk) bool {
	it := &s.items[k]
	v := w.verb
	if s.wordBetween(k, v, lexicon.Consent|lexicon.Head) {
		return false // we do not need your consent to [share]
	}
	switch {
	case it.has(lexicon.DeniesFrom) && s.heldOff(k, v):
		return true
	case it.has(lexicon.DeniesFrom) && s.is(k, lexicon.Negation) && s.wordBetween(k, v, lexicon.From):
		w.modalOnly = true // what denies that is no denial of the action
		return false
	case s.deniedDenialEnglish(k):
		w.modalOnly = true // never stops, will not refuse to
		return false
	case it.has(lexicon.DeniesNext), it.has(lexicon.DeniesFrom):
		return it.is(lexicon.Negation) && s.leadsTo(k, v, false)
	case it.is(lexicon.ConditionLead): // without [asking], but: never without [asking]
		for j := range s.beforeInClause(k) {
			if s.is(j, lexicon.Negation) {
				return false
			}
		}
		return s.leadsTo(k, v, true)
	case it.has(lexicon.DeniesNoun):
		return s.deniesSubject(k, w)
	case w.inverted && s.firstInClause(k):
		return true // never, under any pressure, will
	case w.modal >= 0 && !s.onlyBetween(k, w.modal, lexicon.Adverb|lexicon.List|lexicon.Negation|lexicon.Modal):
		// Those who do not object will, fans not on the list can.
		return s.isSubjectPronoun(w.modal-1, v)
	case it.has(lexicon.DeniesBare):
		return s.leadsTo(k, v, true)
	case s.is(s.skipBack(k-1, lexicon.Adverb), lexicon.Relative):
		// Shops that do not take cards [note].
		return s.leadsTo(k, v, true) || s.wordBetween(k, v, lexicon.Ask|lexicon.Allow)
	}
	return true
}

// deniedDenialEnglish reports whether another denial stands right before that at item k, a
// verb such as stop, so that nothing is denied.
func (s *scope) deniedDenialEnglish(k int) bool {
	j := s.skipBack(k-1, lexicon.Adverb)
	return s.has(k, lexicon.DeniesNext) && s.is(j, lexicon.Negation) && !s.has(j, lexicon.DeniesNoun) && !s.has(j, lexicon.DeniesNext) && s.isNext(k)
}

// heldOff reports whether the action at item v is what somebody is kept from, or forbidden
// to do, by the word at item k: prohibit (hosts) from [installing].
func (s *scope) heldOff(k, v int) bool {
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.Negation) {
			return false // nothing stops us from [using]
		}
	}
	for j := range s.before(v) {
		if j <= k {
			return false
		}
		if s.is(j, lexicon.From) || s.has(j, lexicon.Infinitive) && s.is(k, lexicon.Negation) {
			return s.leadsTo(j, v, true)
		}
	}
	return false
}

// leadsTo reports whether only adverbs, and verbs that are joined with the action at item v,
// stand between item k and it. mixed says that a verb of any form can be joined by and.
func (s *scope) leadsTo(k, v int, mixed bool) bool {
	lists, unknown, and := 0, 0, false
	if s.is(k+1, lexicon.List) {
		return false // stop and [check]
	}
	for j := k + 1; j <= v; j++ {
		if !s.onlyBetween(j-1, j, 0) {
			unknown++
		}
		switch {
		case j == v:
		case s.is(j, lexicon.List):
			lists++
			and = and || !s.has(j, lexicon.Alternative)
		case !s.isPunct(j, comma) && !s.isPunct(j, lineBreak) && (!s.is(j, lexicon.Verb|lexicon.Adverb|lexicon.Benefit|lexicon.Modal|lexicon.Passive|lexicon.Negation) && !s.has(j, lexicon.Infinitive) || s.items[j].frame >= 0):
			return false
		case s.is(j, lexicon.Verb):
			unknown++
		}
	}
	if unknown > 0 && lists == 0 {
		return false
	}
	if mixed || !and {
		return true
	}
	// Fails to load and [deletes] joins what is done with what fails.
	verb, _, _ := strings.Cut(s.text(s.items[v].Span), " ")
	return !plural(verb)
}

// deniesSubject reports whether the negation at item k, which stands before a noun, denies
// what is said of it: no <name> is [kept], none of our agents can [see]; but not: visitors
// with no ticket may [see].
func (s *scope) deniesSubject(k int, w *polarityWalk) bool {
	if s.is(k-1, lexicon.With|lexicon.To|lexicon.From|lexicon.By|lexicon.Via|lexicon.Place) && s.isNext(k) {
		return false
	}
	return w.modal < 0 || k == 0 || s.isNext(w.modal) && k+1 == w.modal || s.firstInClause(k)
}

// firstInClause reports whether item k is the first word of its clause, but for one that
// joins it with the clause before.
func (s *scope) firstInClause(k int) bool {
	p := s.clauseBefore(k)
	s.dropReport(&p)
	s.dropLead(&p, lexicon.Break|lexicon.List|lexicon.Adverb|lexicon.Relative)
	return blank(s.text(p.Span))
}
