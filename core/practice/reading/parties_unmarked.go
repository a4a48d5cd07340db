package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// maxListGap is how many bytes may stand between a marked recipient and what a list goes
// on with: one character that the lexicon does not know.
const maxListGap = hanSize

// readParties finds recipients and sources in words that are not marked: [提供]给此
// 类商家, 从配送公司[获得].
func (s *scope) readParties() {
	for g := range s.items {
		it := &s.items[g]
		f, from := s.grammar.otherParty(s, g)
		if f < 0 {
			if !it.is(lexicon.To|lexicon.With|lexicon.From) || it.is(lexicon.Modal) {
				continue
			}
			if f = s.frameBeside(g); f < 0 {
				continue
			}
			v := &s.frames[f].verb
			from = it.is(lexicon.From)
			if from && !v.category.Takes() || !from && !v.category.Gives() && !v.entry.Is(lexicon.Gives) {
				continue
			}
		}
		for _, v := range s.unmarkedParties(g, from, &s.frames[f]) {
			v.Cue, v.Evidence, v.Rule = s.text(it.Span), practice.Read, "recipient-unmarked"
			if from {
				v.Rule = "source-unmarked"
			}
			s.giveParty(g, f, from, &v)
		}
	}
}

// unmarkedParties returns the parties that the preposition at item g governs, which goes
// with frame fr: those that words name, else the company itself. from says that they are
// sources.
func (s *scope) unmarkedParties(g int, from bool, fr *frame) []practice.Value {
	if found := s.grammar.parties(s, g, fr); len(found) > 0 {
		return slices.DeleteFunc(found, func(v practice.Value) bool { return s.partOfMarkedName(v.Place.End) })
	}
	if !from && fr.relative && !s.english && s.endsInPossessive(g+1) {
		us := s.items[g+1].Span
		if e := lexicon.Default().StartOf(s.text(us), lexicon.Pronoun); e != nil {
			us.End = us.Start + len(e.Word) // 您[上传]给我们的<资料>
		}
		v := s.unmarked(us, "", "")
		v.Party = practice.FirstParty
		return []practice.Value{*v}
	}
	if !from && (s.givenToUs(g, fr) || s.sentToUs(g, fr)) || from && s.grammar.takenFromUs(s, g, fr) {
		v := s.unmarked(s.items[g+1].Span, "", "")
		v.Party = practice.FirstParty
		return []practice.Value{*v}
	}
	return nil
}

// frameOfObject returns the frame before, in its clause, whose object the data at item k is that a
// clause qualifies, -1 for none: [发送]您上传的<文件>给….
func (s *scope) frameOfObject(k int) int {
	if s.english || !s.isMark(k, syntax.Data) || !s.has(k-1, lexicon.Attributive) {
		return -1
	}
	for j := range s.beforeInClause(k) {
		if f := s.items[j].frame; f >= 0 && !s.frames[f].relative {
			return f
		}
		if s.items[j].mark >= 0 {
			return -1
		}
	}
	return -1
}

// partOfMarkedName reports whether a marked party starts at a byte offset, or behind a space there, so
// that what ends there belongs to its name: third-party (vendors).
func (s *scope) partOfMarkedName(end int) bool {
	m := s.markAt(end)
	return m < len(s.marks) && s.marks[m].Kind == syntax.Actor && s.marks[m].Plain.Start >= end && blank(s.plain[end:s.marks[m].Plain.Start])
}

// widerNames returns the parties that were understood when words are taken as names, whatever
// they are, unless those that the lexicon knows are more, or others, or point back at somebody.
func widerNames(known, all []practice.Value) []practice.Value {
	if len(all) < len(known) {
		return known
	}
	for i := range known {
		if len(all) == len(known) && (!all[i].Place.Span.Contains(known[i].Place.Span) || known[i].SameAs != "") {
			return known
		}
	}
	return all
}

// givenToUs reports whether what stands behind the preposition at item g is the company,
// to which the user gives something: (您)向我们[提供]<…>, but not 向我们的….
func (s *scope) givenToUs(g int, fr *frame) bool {
	us := g + 1
	if !usersVerb(fr.verb) || !s.is(us, lexicon.First) || s.items[us].gap > maxSpace || s.is(g, lexicon.Front) || !s.givenByUser(fr) {
		return false
	}
	ofUs := s.adjoins(us+1) && (s.is(us+1, lexicon.Of) || s.isMark(us+1, syntax.Actor))
	return !ofUs
}

// sentToUs reports whether us stands behind the preposition at item g, and somebody else acts.
func (s *scope) sentToUs(g int, fr *frame) bool {
	us := g + 1
	if !s.is(us, lexicon.First) || !s.has(us, lexicon.Objective) || !s.isNext(us) || len(fr.actors) == 0 {
		return false
	}
	for i := range fr.actors {
		a := &fr.actors[i]
		switch {
		case a.item < 0 && a.value.Party == practice.FirstParty, a.item >= 0 && s.is(a.item, lexicon.First),
			a.item >= 0 && s.partyOfItem(&s.items[a.item]) == practice.FirstParty:
			return false
		}
	}
	return true
}

// giveParty makes v, which the preposition at item g governs, the recipient or the source
// of frame f and of those joined with it whose verb has one as well.
func (s *scope) giveParty(g, f int, from bool, v *practice.Value) {
	for _, n := range s.group(f) {
		fr := &s.frames[n]
		if fr.item < s.frames[f].item && fr.item > g {
			continue
		}
		if n != f && !(from && fr.verb.category.Takes() || !from && fr.verb.entry.Is(lexicon.Gives)) {
			continue
		}
		if fr.actedBy(v.Place) {
			continue // 您与配偶应[填写]: one of those who act
		}
		list := &fr.recipients
		if from {
			list = &fr.sources
		}
		if slices.ContainsFunc(*list, func(l link) bool { return l.value != nil && l.value.Place == v.Place }) {
			continue // the member of a list that a word such as 以及 governs as well
		}
		add(list, readLink(v))
		fr.derive(v.Rule)
	}
}

// actedBy reports whether a place lies in the words, which nobody marked, for who acts.
func (fr *frame) actedBy(at practice.Place) bool {
	for i := range fr.actors {
		if v := fr.actors[i].value; v != nil && v.Evidence == practice.Read && v.Place.Block == at.Block && v.Place.Span.Contains(at.Span) {
			return true
		}
	}
	return false
}

// givenByUser reports whether the user is who acts in a frame.
func (s *scope) givenByUser(fr *frame) bool {
	if len(fr.actors) == 0 {
		return false
	}
	a := fr.actors[0]
	if a.item < 0 {
		return a.value.Party == practice.UserParty
	}
	return s.is(a.item, lexicon.User) || s.partyOfItem(&s.items[a.item]) == practice.UserParty
}

// frameBeside returns the frame that the preposition at item g goes with: the one
// right before it, or the next behind it in the clause; -1 for none.
func (s *scope) frameBeside(g int) int {
	if g > 0 && s.items[g-1].frame >= 0 {
		return s.items[g-1].frame
	}
	for k := range s.behindInClause(g) {
		if s.items[k].frame >= 0 && s.items[k].depth <= s.items[g].depth {
			if !s.grammar.verbFinal() {
				break
			}
			return s.items[k].frame
		}
		if s.isMark(k, syntax.Purpose) && !s.grammar.verbFinal() {
			break // what for, or when, stands behind the party
		}
		if s.isMark(k, syntax.Actor) && s.english && s.governor(k) == g {
			break // to your school or (your parents)
		}
		if s.isMark(k, syntax.Actor) && !(s.grammar.verbFinal() && s.role(k).Name == practice.RoleRecipient) || s.isMark(k, syntax.Purpose) {
			return -1
		}
		if s.isMark(k, syntax.Data) && !s.is(g, lexicon.From) && !s.is(g, lexicon.To) {
			return -1
		}
	}
	if f := s.frameOfObject(g - 1); f >= 0 {
		return f
	}
	// Behind the object: [提供]<…>给…, share <…> with ….
	for k := range s.beforeInClause(g) {
		if s.items[k].frame >= 0 && s.items[k].depth <= s.items[g].depth {
			return s.items[k].frame
		}
		if !(s.isMark(k, syntax.Data) || s.is(k, lexicon.List|lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.DataNoun|lexicon.User)) || s.is(g, lexicon.List) {
			return -1
		}
	}
	return -1
}

// partiesBehind returns the unmarked parties in the noun phrases behind the
// preposition at item g.
func (s *scope) partiesBehind(g int) []practice.Value {
	p := nounPhrases{scope: s, first: g + 1, start: -1}
	for k := g + 1; k < len(s.items); k++ {
		if it := &s.items[k]; it.depth <= s.items[g].depth && !p.take(k, it) {
			break
		}
	}
	p.flush()
	return p.found
}

// nounPhrases are the noun phrases behind a preposition, as they are gone through.
type nounPhrases struct {
	*scope
	found      []practice.Value
	first      int  // item behind the preposition
	start, end int  // byte offsets of the party that is open, start -1 for none
	same       bool // the party points at one said before
	except     bool // in 除关联方以外的: whom nothing is given
}

// flush ends the party that is open.
func (p *nounPhrases) flush() {
	if p.start >= 0 {
		v := p.third(source.Span{Start: p.start, End: p.end})
		if p.same {
			v.SameAs = p.antecedent(v.Text, p.start)
		}
		put(&p.found, v)
	}
	p.start, p.same = -1, false
}

// take goes on over item k, and reports whether phrases may follow it.
func (p *nounPhrases) take(k int, it *item) bool {
	open := p.start >= 0
	switch {
	case p.marked(k):
		p.flush() // of several that are given it, some may be marked
	case it.mark >= 0, it.punct != noPunct:
		return false
	case p.excepts(it):
	case it.is(lexicon.Third) && !open && p.onlyKind(k):
	case it.is(lexicon.SameParty) && !it.has(lexicon.BarePronoun):
		p.flush()
		p.start, p.end, p.same = it.Start, it.End, true
	case it.is(lexicon.Third) && !it.is(lexicon.First):
		p.extend(k)
	case it.is(lexicon.Service) && open:
	case it.is(lexicon.Of):
		p.start = -1 // what stood before 的 only qualifies
	case it.is(lexicon.List):
		p.flush()
	case it.is(lexicon.Determiner | lexicon.Possessive):
	case it.is(endsParties), it.is(lexicon.User|lexicon.First) && !open && k == p.first, it.is(lexicon.Verb) && open:
		return false
	}
	return true
}

// endsParties are the words that end the noun phrases behind a preposition.
const endsParties = lexicon.PurposeTrail | lexicon.PurposeLead | lexicon.Modal | lexicon.Negation | lexicon.ConditionTail | lexicon.To | lexicon.From

// marked reports whether item k is a marked recipient in a Chinese sentence, with more
// words right behind it.
func (p *nounPhrases) marked(k int) bool {
	return !p.english && p.isMark(k, syntax.Actor) && p.role(k).Name == practice.RoleRecipient &&
		k+1 < len(p.items) && p.items[k+1].gap <= maxListGap
}

// excepts reports whether a word stands in, or ends, what names those whom nothing is
// given: 除关联方以外的, 我们及关联方以外的任何(公司).
func (p *nounPhrases) excepts(it *item) bool {
	tail := it.is(lexicon.ConditionTail) && it.is(lexicon.Exception)
	switch {
	case p.except:
		p.except = !tail
	case it.is(lexicon.Exception) && it.is(lexicon.ConditionLead):
		p.except = true
	case tail:
		p.start, p.found = -1, nil
	default:
		return false
	}
	return true
}

// onlyKind reports whether item k says of what kind the party before it is: (快递公司)等
// 机构, (第三方)公司.
func (p *nounPhrases) onlyKind(k int) bool {
	return p.adjoins(k) && (p.items[k-1].mark >= 0 || p.is(k-1, lexicon.More))
}

// extend makes item k part of the party that is open, or opens one with it, from the
// determiner before it on: 这些商家.
func (p *nounPhrases) extend(k int) {
	if p.start < 0 {
		p.start = p.items[k].Start
		if k > p.first && p.is(k-1, lexicon.Determiner) && p.items[k].gap <= maxSpace {
			p.start, p.same = p.items[k-1].Start, p.has(k-1, lexicon.Points)
		}
	}
	p.end = p.items[k].End
}
