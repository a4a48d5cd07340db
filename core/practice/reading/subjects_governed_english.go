package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// governedSubject finds a subject that nobody marked where a denial or a modal stands
// around it: under no circumstances may referees [share], none of our agents can [see],
// prohibit hosts from [installing], visitors are never asked to [reveal]. It reports
// whether there is one.
func (s *scope) governedSubject(fr *frame) bool {
	v := fr.item
	if fr.relative || s.passive(fr) {
		return false
	}
	if s.markedInClause(v) {
		return s.nobodyBehindThat(v) && s.deniedSubject(fr)
	}
	if to := s.heldBy(v); to >= 0 {
		return s.subjectOfHeld(fr, to)
	}
	for k := range s.beforeInClause(v) {
		if s.has(k, lexicon.TakesBare) {
			return s.subjectOfHeld(fr, v) // let a courier [hold]
		}
	}
	return s.invertedSubject(fr) || s.deniedSubject(fr) || s.modifiedSubject(fr)
}

// markedInClause reports whether somebody who acts stands marked before item v in its clause.
func (s *scope) markedInClause(v int) bool {
	for k := range s.beforeInClause(v) {
		if s.isMark(k, syntax.Actor) {
			return true
		}
		if s.items[k].frame >= 0 {
			return false
		}
	}
	return false
}

// heldBy returns the index of the to or from that leads the action at item v, over verbs
// that are joined with it, -1 for none.
func (s *scope) heldBy(v int) int {
	k := s.skipBack(v-1, lexicon.Adverb)
	if s.is(k, lexicon.List) {
		k = s.skipBack(k, lexicon.Adverb|lexicon.List|lexicon.Verb)
	}
	if s.has(k, lexicon.Infinitive) || s.is(k, lexicon.From) && !s.is(k, lexicon.List) {
		return k
	}
	return -1
}

// subjectOfHeld takes whom a verb has act, or keeps from it: forbids coaches to [contact];
// in the passive that is the subject of the clause: are barred from [copying].
func (s *scope) subjectOfHeld(fr *frame, to int) bool {
	for k := range s.beforeInClause(to) {
		switch {
		case s.items[k].mark >= 0 || s.items[k].frame >= 0:
			return false
		case s.is(k, lexicon.Ask|lexicon.Allow) || s.has(k, lexicon.DeniesFrom):
		default:
			continue
		}
		p := phrase{s.items[k].Span, k + 1, to}
		p.Start, p.End = s.items[k].End, s.items[to].Start
		s.trimPhrase(&p)
		for s.has(p.to-1, lexicon.DeniesBare) && s.endsWith(p, lexicon.Negation) {
			s.endAt(&p, p.to-1) // are asked not to
			s.trimPhrase(&p)
		}
		if s.startsWith(p, lexicon.Negation) {
			return false // have no reason to
		}
		if p.Len() > 0 {
			ok := s.takeNamed(fr, p)
			if ok && s.is(k, lexicon.Ask|lexicon.Allow) && !s.has(k, lexicon.DeniesFrom) {
				s.requesterBefore(fr, k)
			}
			return ok
		}
		b := s.skipBack(k-1, lexicon.Adverb|lexicon.Negation|lexicon.Modal|lexicon.Passive)
		if b++; s.wordBetween(b-1, k, lexicon.Passive) {
			p := s.clauseBefore(k)
			s.dropLead(&p, lexicon.Break|lexicon.Adverb|lexicon.List)
			if b >= p.from && b < k {
				s.endAt(&p, b)
				s.trimPhrase(&p)
				return s.takeNamed(fr, p)
			}
		}
		return false
	}
	return false
}

// requesterBefore makes the pronoun before the verb at item k who asks, or permits.
func (s *scope) requesterBefore(fr *frame, k int) {
	j := s.skipBack(k-1, lexicon.Adverb|lexicon.Negation|lexicon.Modal)
	if s.has(j, lexicon.Nominative) && fr.requester == nil {
		l := link{item: j, evidence: practice.Read, rule: "pivot", cue: s.items[k].entry.Word}
		fr.requester = &l
		fr.derive("pivot")
	}
}

// takeNamed makes a phrase that names somebody, or is a pronoun, the subject.
func (s *scope) takeNamed(fr *frame, p phrase) bool {
	switch {
	case s.isPlainPronoun(p):
		s.takeSubject(fr, p.from)
	case s.englishName(p), s.namesSeveral(p):
		s.takePhrase(fr, p)
	default:
		return false
	}
	return true
}

// invertedSubject takes the subject behind a modal that a denial has put before it: never
// will the lab [publish], nor does it [count].
func (s *scope) invertedSubject(fr *frame) bool {
	v := s.verbsStart(fr.item)
	for k := range s.beforeInClause(v) {
		switch {
		case s.items[k].mark >= 0 || s.items[k].frame >= 0:
			return false
		case s.is(k, lexicon.Negation) && s.items[k].entry.Modality != lexicon.NoModality && s.firstInClause(k): // never will
		case !s.is(k, lexicon.Modal) && !s.has(k, lexicon.Inverts), !s.invertsBehind(k):
			continue
		}
		p := phrase{s.items[k].Span, k + 1, v}
		p.Start, p.End = s.items[k].End, s.items[v].Start
		for p.from < p.to && s.endsWith(p, lexicon.Adverb) {
			s.endAt(&p, p.to-1)
		}
		s.trimPhrase(&p)
		return s.takeNamed(fr, p)
	}
	return false
}

// invertsBehind reports whether the modal at item k stands before its subject: what leads
// its clause is a denial or a limit, or nothing does.
func (s *scope) invertsBehind(k int) bool {
	if s.is(k-1, lexicon.Negation) && s.isNext(k) && s.firstInClause(k-1) {
		return true
	}
	if first := s.firstOfClause(k); first < k && s.has(first, lexicon.InvertsAhead) {
		return true // only with your leave may couriers [open]
	}
	return s.is(k-1, lexicon.Adverb) && s.firstInClause(k-1) || s.firstInClause(k)
}

// nobodyBehindThat reports whether a clause ahead of item v starts with that and a word for
// nobody: (we) see to it that nobody [reads].
func (s *scope) nobodyBehindThat(v int) bool {
	for k := range s.beforeInClause(v) {
		if s.is(k, lexicon.Relative) {
			return s.has(k+1, lexicon.NamesNobody) && s.isNext(k+1)
		}
	}
	return false
}

// deniedSubject takes a subject that is nobody: none of our agents can [see], no outside
// company [handles].
func (s *scope) deniedSubject(fr *frame) bool {
	p := s.clauseBefore(fr.item)
	s.dropLead(&p, lexicon.Relative|lexicon.ConditionLead)
	s.dropConnectives(&p)
	for k := p.from; k+1 < p.to; k++ {
		if s.is(k, lexicon.Relative) && s.has(k+1, lexicon.NamesNobody) && s.isNext(k+1) {
			s.startBehind(&p, k) // see to it that nobody [reads]
		}
	}
	s.trimPhrase(&p)
	if !s.startsWith(p, lexicon.Negation) || !s.has(p.from, lexicon.NamesNobody) {
		return false
	}
	s.trimPhrase(&p)
	for k := p.from + 1; k < p.to; k++ {
		if s.is(k, lexicon.Modal|lexicon.Passive) || s.has(k, lexicon.Inverts) {
			s.endAt(&p, k)
			break
		}
	}
	for s.endsWith(p, lexicon.Adverb) {
		s.endAt(&p, p.to-1)
	}
	s.trimPhrase(&p)
	if !s.wellFormed(p) || p.Len() > maxEnglishPhrase {
		return false
	}
	if s.has(p.from, lexicon.Pairs) {
		s.takePhrase(fr, p)
		return len(fr.actors) > 0
	}
	if s.has(p.from, lexicon.NoParty) || p.from+1 < p.to || p.End > s.items[p.from].End {
		s.addPhrase(fr, p, "")
		fr.derive(phraseRule)
		return len(fr.actors) > 0
	}
	return false
}

// dropConnectives drops the words with which a phrase follows what was said before, but none with
// which a name for nobody starts: neither.
func (s *scope) dropConnectives(p *phrase) {
	const connective = lexicon.Break | lexicon.Adverb | lexicon.List
	for s.startsWith(*p, connective) && !s.is(p.from, lexicon.Negation) {
		s.startBehind(p, p.from)
	}
}

// modifiedSubject takes a subject that is told apart by what may hold a denial of its own:
// fans not on the list can [see], shops that do not take cards [note].
func (s *scope) modifiedSubject(fr *frame) bool {
	p := s.clauseBefore(fr.item)
	s.dropLead(&p, lexicon.Break|lexicon.Adverb|lexicon.List)
	h := p.from
	for h < p.to && !s.is(h, lexicon.Relative|lexicon.With|lexicon.Place) && !s.has(h, lexicon.DeniesBare) {
		if s.is(h, lexicon.Modal|lexicon.Negation|lexicon.Passive|notInPhrase) {
			return false
		}
		h++
	}
	edge := s.skipBack(p.to-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb) + 1
	if h == p.to || h >= edge || s.isPunct(h, comma) {
		return false
	}
	edge = s.finiteBehind(h, edge, fr.item)
	head := p
	s.endAt(&head, h)
	s.trimPhrase(&head)
	s.endAt(&p, edge)
	if s.is(h, lexicon.Relative) && h+1 == edge {
		p = head // neighbours who cannot [see]
	}
	s.trimPhrase(&p)
	if !s.englishName(head) && !s.isPlainPronoun(head) || p.Len() > maxEnglishPhrase || !s.wellFormed(p) {
		return false
	}
	if s.is(edge, lexicon.Modal|lexicon.Negation) && !s.is(edge, lexicon.ConditionLead) {
		if !s.isPredicate(edge, fr.item) && !s.goesOnBehind(edge) || !s.is(edge, lexicon.Modal) && s.items[edge].entry.Modality == lexicon.NoModality && !s.is(h, lexicon.Relative) {
			return false
		}
	} else if !s.agrees(head, lexicon.Lower(s.text(s.items[fr.item].Span))) {
		return false
	}
	v := s.unmarked(p.Span, phraseRule, "")
	v.Party = s.partyOfPhrase(head)
	add(&fr.actors, link{item: -1, value: v, evidence: practice.Read, rule: phraseRule})
	fr.derive(phraseRule)
	return true
}

// finiteBehind returns the index of the first modal behind the clause that starts at item h, with
// which the predicate of the action at item v starts, edge when there is none before it: the
// bank that issued your card may not copy and [keep].
func (s *scope) finiteBehind(h, edge, v int) int {
	for k := h + 1; k < edge; k++ {
		if s.isFinite(k) && !s.is(s.skipBack(k-1, lexicon.Modal|lexicon.Adverb), lexicon.Relative) && (s.isPredicate(k, v) || s.goesOnBehind(k)) {
			return k
		}
	}
	return edge
}

// joinedStart returns the index of the modal of verbs that nobody marked, and with which the
// action at item v is joined over commas: can't track, trace or [follow]. It is -1 for none.
func (s *scope) joinedStart(v int) int {
	if !s.english {
		return -1
	}
	for k := range s.beforeInClause(v) {
		if s.items[k].frame >= 0 || s.items[k].mark >= 0 {
			return -1
		}
	}
	for k := range s.before(v) {
		if s.isPunct(k, comma) {
			if k = s.joinedBefore(k, v); k >= 0 && !s.is(k, lexicon.ConditionLead) {
				return k
			}
			return -1
		}
	}
	return -1
}

// invertedLead reports whether a lead-in that ends with item last has its subject behind its
// modal: under no circumstances may volunteers:.
func (s *scope) invertedLead(last int) bool {
	for k := last; s.english && k > 0; k-- {
		if s.items[k].frame >= 0 || s.is(k, lexicon.Verb) {
			return false
		}
		if (s.is(k, lexicon.Modal) || s.has(k, lexicon.Inverts)) && s.invertsBehind(k) {
			return true
		}
	}
	return false
}
