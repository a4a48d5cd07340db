package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// maxEnglishPhrase is how long a subject can be, in bytes: what is longer was mostly not
// understood.
const maxEnglishPhrase = 90

// subjectPhrase finds the words between the start of the clause and the first word of the
// predicate: (This kiosk) [prints], (the volunteers who answer our phones) may [see].
func (english) subjectPhrase(s *scope, f, v int) (phrase, bool) {
	fr := &s.frames[f]
	if agent, ok := s.englishAgent(fr); ok {
		return agent, true
	}
	if s.passive(fr) {
		fr.unread = s.agentFollows(fr)
		return phrase{}, false
	}
	p := s.clauseBefore(v)
	if s.isMark(p.from-1, syntax.Actor) && !(s.startsWith(p, lexicon.List|lexicon.Break) && s.is(s.governor(p.from-1), lexicon.By)) {
		return p, false // (Our) website, but [stored] by (banks) and our staff may
	}
	s.dropLead(&p, lexicon.Break|lexicon.Adverb|lexicon.List)
	starts := s.behindNoMark(p)
	if s.dropReport(&p) {
		starts = true
	} else if s.startsWith(p, lexicon.Relative) {
		if !s.isMark(p.from-1, syntax.Data) {
			// We [ensure] that these measures; a laboratory, which [tests].
			fr.unread = !s.doerBetween(-1, fr.item) && s.is(s.skipBack(v-1, lexicon.Modal|lexicon.Adverb|lexicon.Negation), lexicon.Relative)
			return p, false
		}
		s.dropLead(&p, lexicon.Relative)
		starts = true
	}
	if s.plainSubject(fr, &p, v, starts) {
		return p, true
	}
	return s.farSubject(fr, p, v, starts)
}

// farSubject finds who acts before the words p, which are no name right before the predicate at item v,
// and else says whether they may be for somebody. starts says that a clause starts with them.
func (s *scope) farSubject(fr *frame, p phrase, v int, starts bool) (phrase, bool) {
	if joined, ok := s.beforeJoined(v); ok && !s.doerBetween(-1, fr.item) {
		return joined, true
	}
	if p.Len() == 0 {
		if head, ok := s.beforeInserted(fr, v); ok {
			return head, true
		}
	}
	if s.has(p.to-1, lexicon.Infinitive) && s.endsWith(p, lexicon.To) {
		s.endAt(&p, p.to-1) // has trusted contractors to [mend]
		s.trimPhrase(&p)
	}
	if starts && s.endsWith(p, lexicon.List) && !s.doerBetween(-1, fr.item) {
		if head, ok := s.sharedSubject(p); ok || head.Len() > 0 {
			fr.unread = !ok
			return head, ok
		}
	}
	cleft := s.is(s.skipBack(v-1, lexicon.Modal|lexicon.Adverb|lexicon.Negation), lexicon.Relative) && !fr.relative // it is the carrier that [decides]
	fr.unread = !fr.unmarked && !s.doerBetween(-1, fr.item) && (cleft || starts && s.mayName(p) || p.Len() == 0 && s.isDone(fr, p))
	return p, false
}

// plainSubject cuts the words p before item v down to those that stand before the
// predicate, and reports whether they name who acts in frame fr. starts says that a clause
// starts with them.
func (s *scope) plainSubject(fr *frame, p *phrase, v int, starts bool) bool {
	for p.from < p.to && s.startsWith(*p, lexicon.ConditionLead) && s.has(p.from, lexicon.StrongLead) {
		s.startBehind(p, p.from)
	}
	edge := s.englishEdge(*p)
	s.endAt(p, edge)
	for s.endsWith(*p, lexicon.Adverb) || s.has(p.to-1, lexicon.Inverts) && p.to > p.from {
		s.endAt(p, p.to-1) // shops have stopped
	}
	s.dropParenthesis(p)
	s.trimPhrase(p)
	several := starts && s.namesSeveral(*p)
	switch {
	case !several && !s.englishName(*p):
		return false
	case s.is(edge, lexicon.Negation) && s.is(edge, lexicon.ConditionLead):
		return false // without [asking]
	case edge < v && s.is(edge, lexicon.Agree):
		return s.isPredicate(edge, v)
	case s.is(edge, lexicon.Modal|lexicon.Negation):
		return s.isPredicate(edge, v) || s.goesOnBehind(edge)
	}
	// Where somebody is marked as acting, a bare action is sooner theirs.
	return !s.doerBetween(s.actionBefore(p.from), fr.item) && (several || s.agrees(*p, lexicon.Lower(s.text(s.items[fr.item].Span))))
}

// englishAgent finds who acts behind a passive: is [measured] by (the garage).
func (s *scope) englishAgent(fr *frame) (phrase, bool) {
	k := s.agentWord(fr)
	if k < 0 {
		return phrase{}, false
	}
	lead := lexicon.Possessive // what protects data may be a thing: by a firewall
	if participle(fr.verb.entry) || s.isMark(fr.item-1, syntax.Data) && s.isNext(fr.item) {
		lead |= lexicon.Determiner
	} else if !s.passive(fr) && !pastForm(lexicon.Lower(s.text(s.items[fr.item].Span))) {
		return phrase{}, false
	}
	p := phrase{source.Span{Start: s.items[k].End, End: s.span.End}, k + 1, len(s.items)}
	for j := k + 1; j < len(s.items); j++ {
		it := &s.items[j]
		if it.mark >= 0 || it.frame >= 0 || it.punct != noPunct || it.is(notInPhrase|lexicon.Modal|lexicon.Passive|lexicon.Relative) {
			s.endAt(&p, j)
			break
		}
	}
	s.trimPhrase(&p)
	named := s.startsWith(p, lead) || s.passive(fr) && s.englishSomebody(s.headOf(p)) || s.isMark(fr.item-1, syntax.Data) && s.namesSeveral(p) || s.endsWith(p, someone) || isName("By "+s.text(p.Span))
	return p, named && (s.englishName(p) || s.namesSeveral(p)) && !s.has(p.to-1, lexicon.Objective)
}

// englishEdge returns the index of the word that the predicate behind p starts with: the
// first modal, but in a subject with a clause of its own the last.
func (s *scope) englishEdge(p phrase) int {
	if at := s.skipBack(p.to-1, lexicon.Adverb); at > p.from-1 && s.is(at, lexicon.Agree) && s.isNext(p.to) {
		return at // shops agree to [copy]
	}
	if at := s.skipBack(p.to-1, lexicon.Adverb); at >= p.from && s.is(at, lexicon.Modal) {
		for at > p.from && s.isNext(at) && s.is(at-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb) {
			at--
		}
		return at
	}
	for s.startsWith(p, lexicon.Negation) && s.has(p.from, lexicon.DeniesNoun) {
		s.startBehind(&p, p.from)
	}
	inside := func(k int) bool { return p.to < len(s.items) && s.items[k].depth > s.items[p.to].depth }
	for k := p.from; k < p.to && !s.is(k, lexicon.Relative); k++ {
		if s.isFinite(k) && !inside(k) {
			return k
		}
	}
	for k := p.to - 1; k > p.from; k-- {
		if s.isFinite(k) && !inside(k) && !s.is(s.skipBack(k-1, lexicon.Modal|lexicon.Adverb), lexicon.Relative) {
			return s.skipBack(k-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb) + 1
		}
	}
	return max(p.from, s.skipBack(p.to-1, lexicon.Modal|lexicon.Negation|lexicon.Adverb)+1)
}

// isFinite reports whether item k is a modal or a denial of a predicate.
func (s *scope) isFinite(k int) bool {
	return s.is(k, lexicon.Modal|lexicon.Negation) && !s.is(k, lexicon.ConditionLead)
}

// maxUnknownAdverbs is how many bytes of unknown words may stand between the first modal of a
// predicate and its action: may photograph and later [publish].
const maxUnknownAdverbs = 24

// isPredicate reports whether the words from item edge up to the action at item v can be
// one predicate.
func (s *scope) isPredicate(edge, v int) bool {
	gap := 0
	for k := edge + 1; k <= v; k++ {
		gap += s.items[k].gap - s.grammar.space()
		if s.numbered(v) && k >= v-3 {
			continue
		}
		if k < v && !s.is(k, lexicon.Modal|lexicon.Negation|lexicon.Adverb|lexicon.List|lexicon.Passive) && !s.has(k, lexicon.LightDoes) && s.items[k].frame < 0 && !s.joinedVerb(k, v) {
			return false
		}
	}
	return gap <= maxUnknownAdverbs
}

// joinedVerb reports whether item k is a verb that nobody marked and that and or or joins with the
// action at item v: may not copy and [store].
func (s *scope) joinedVerb(k, v int) bool {
	return s.is(k, lexicon.Verb) && s.is(s.skipBack(v-1, lexicon.Adverb), lexicon.List)
}

// englishName reports whether a phrase can name somebody.
func (s *scope) englishName(p phrase) bool {
	if !s.wellFormed(p) || p.Len() > maxEnglishPhrase || s.startsWith(p, notInPhrase) {
		return false
	}
	contact := false
	for k := p.from; k < p.to; k++ {
		if contact = s.isContact(k, p); contact || s.is(k, lexicon.Relative) {
			break
		}
		if s.hyphenated(k) || k == p.from && s.is(k, lexicon.Negation) {
			continue
		}
		if s.has(k, lexicon.Nominative) && !s.isJoined(k, p) || s.is(k, notInPhrase&^(lexicon.List|lexicon.Of)|lexicon.Passive) {
			return false
		}
	}
	if s.endsWith(p, notHead|lexicon.Determiner) && !contact && !s.hyphenated(p.to-1) && !s.holds(p, lexicon.Relative) {
		return false
	}
	first, rest, _ := strings.Cut(s.text(p.Span), " ")
	if rest == "" && !(p.from < p.to && s.has(p.from, lexicon.NoParty)) && (len(first) < minLoneName || first == lexicon.Lower(first) && !plural(first) && !s.endsWith(p, someone)) {
		return false // please [provide]
	}
	return !strings.HasSuffix(first, gerund)
}

// hyphenated reports whether item k is a part of a longer word: in of plug-in.
func (s *scope) hyphenated(k int) bool {
	it := &s.items[k]
	return it.Start > 0 && s.plain[it.Start-1] == '-' || it.End < len(s.plain) && s.plain[it.End] == '-'
}

// isContact reports whether item k starts a clause, of one verb and without that, about
// what a phrase names: the crash reporter (we embed).
func (s *scope) isContact(k int, p phrase) bool {
	if !s.has(k, lexicon.Nominative) || k == p.from || s.items[k].gap <= oneSpace || s.items[k].End >= p.End {
		return false
	}
	words := strings.Fields(s.plain[s.items[k].End:p.End])
	last := p.to
	if len(words) == 2 && s.endsWith(p, lexicon.With|lexicon.To|lexicon.From|lexicon.Place|lexicon.By|lexicon.Allow) {
		last-- // advertisers we work with
	} else if len(words) != 1 {
		return false
	}
	return k+1 >= last || k+2 == last && s.is(k+1, lexicon.Verb|lexicon.Allow)
}

// minLoneName is how long a subject of one word is at least, in bytes: at, by and the like
// are words that the lexicon does not know as such.
const minLoneName = 3

// isJoined reports whether item k is one of several subjects that a phrase joins.
func (s *scope) isJoined(k int, p phrase) bool {
	return k == p.from && s.is(k+1, lexicon.List) || k == p.to-1 && s.is(k-1, lexicon.List)
}

// gerund is how a word ends that says what somebody does.
const gerund = "ing"

// agrees reports whether an action without a modal can be said of a phrase: its form is
// that of the third person, of one or, behind a plural, of many.
func (s *scope) agrees(p phrase, action string) bool {
	verb, _, _ := strings.Cut(action, " ")
	text := s.text(p.Span)
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch {
	case text == lexicon.Lower(last) && !s.endsWith(p, someone):
		return false // becomes [available]
	case strings.HasSuffix(verb, gerund) || strings.HasSuffix(verb, "ed"):
		return false
	case plural(verb):
		return !plural(last) || isName(text)
	}
	return plural(last) || isWord(text, lexicon.PartyWord)
}

// bareForm reports whether an action is no participle and no -ing form, so that a subject
// must stand before it, or the reader is told to act.
func (fr *frame) bareForm(action string) bool {
	verb, _, _ := strings.Cut(lexicon.Lower(action), " ")
	return !strings.HasSuffix(verb, gerund) && !strings.HasSuffix(verb, "ed") && !participle(fr.verb.entry) && !lexicon.Default().Match(verb, 0).Is(lexicon.Passive|lexicon.Modal)
}

// pastForm reports whether a word ends as the past form of a verb does.
func pastForm(word string) bool { return strings.HasSuffix(word, "ed") }

// isGerund reports whether a text ends as a verb does that says what somebody is doing.
func isGerund(text string) bool { return strings.HasSuffix(text, gerund) }

// isName reports whether each of several words starts with a capital letter: Larkspur Cycles.
func isName(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if w[0] == lexicon.Lower(w)[0] && w != "&" {
			return false
		}
	}
	return len(words) > 1
}

// plural reports whether a word ends as a plural does, or a verb of the third person.
func plural(word string) bool {
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}

// namesOwner reports whether a name is one of the company's website or the like: our
// website, this site. The lexicon knows the first word before app, the second behind the.
func (english) namesOwner(name string) bool {
	lead, thing, _ := strings.Cut(lexicon.Lower(name), " ")
	return namesCompany(lead+" app") && namesCompany("the "+thing)
}

// namesCompany reports whether all of a text is one word for the company.
func namesCompany(text string) bool {
	e := lexicon.Default().Match(text, 0)
	return e.Is(lexicon.First) && e.Word == text
}
