package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

const (
	maxAgentReach = 4 // items between a passive and its by: adverbs and a place
	maxAgentGap   = 4 // bytes behind by: one short word that the lexicon does not know
)

// subject finds the agent of a passive or the party that a clause with who is said of. A
// passive behind a clause about its data has none.
func (english) subject(s *scope, f int) bool {
	fr := &s.frames[f]
	if s.agentBehind(f) || s.whoBefore(fr) || s.governedSubject(fr) {
		return true
	}
	if fr.item > 1 && s.passive(fr) && s.frames[s.items[fr.item].frame].group == f && s.ofRelative(f) && !s.agentFollows(fr) {
		s.impliedSubject(fr)
		return true
	}
	return false
}

// englishPronouns are what a value says of a party that no words name.
var englishPronouns = [...]string{practice.FirstParty: "we", practice.UserParty: "you"}

func (english) pronoun(p practice.Party) string { return englishPronouns[p] }

// thirdSubject finds nothing: only a mark makes a third party act.
func (english) thirdSubject(*scope, int, int) bool { return false }

func (english) attached(*scope, int, bool) bool { return false }

// setsApart finds a word that starts a clause about something else: we <data> that.
func (english) setsApart(s *scope, _, j int, _ bool) bool { return s.is(j, lexicon.Relative) }

// behindJoined returns the index of the item behind the participles that are joined with that
// of a frame, the marked and the others: is [transmitted] and [stored] or copied by.
func (s *scope) behindJoined(fr *frame) int {
	f := s.items[fr.item].frame
	for f+1 < len(s.frames) && s.frames[f+1].group == s.frames[f].group {
		f++
	}
	k := s.frames[f].item + 1
	for j := k; s.is(j, lexicon.List|lexicon.Adverb|lexicon.Verb) || s.isPunct(j, comma); j++ {
		if s.is(j, lexicon.Verb) && participle(s.items[j].entry) && !s.is(j, lexicon.By) {
			k = j + 1
		}
	}
	return k
}

// agentBehind finds the agent of an English passive: is [collected] by (us).
func (s *scope) agentBehind(f int) bool {
	fr := &s.frames[f]
	if !participle(fr.verb.entry) && !s.passive(fr) && !s.is(fr.item-1, lexicon.Passive) && !s.isMark(fr.item-1, syntax.Data) {
		return false
	}
	first := s.behindJoined(fr)
	for k := first; k < len(s.items) && k < first+maxAgentReach; k++ {
		it := &s.items[k]
		if it.isMark(syntax.Action) || it.isMark(syntax.Data) || it.punct != noPunct {
			return false
		}
		if it.is(lexicon.By) && k+1 < len(s.items) && s.items[k+1].gap <= maxAgentGap {
			n := s.skip(k+1, lexicon.Determiner|lexicon.Possessive)
			if n < len(s.items) && (s.isMark(n, syntax.Actor) || s.is(n, lexicon.First|lexicon.User|lexicon.Third)) {
				e := practice.Read
				if s.items[n].mark >= 0 {
					e = practice.Marked
				}
				add(&fr.actors, link{item: n, evidence: e, rule: "agent"})
				for j := n + 1; j < len(s.items); j++ {
					if s.isMark(j, syntax.Actor) {
						if !s.joined(n, j) {
							break
						}
						add(&fr.actors, link{item: j, evidence: practice.Marked, rule: "agent"})
						n = j
					} else if !s.is(j, lexicon.List|lexicon.Determiner|lexicon.Possessive) {
						break
					}
				}
				fr.derive("agent")
				return true
			}
		}
	}
	return false
}

// whoBefore finds the party that a clause with who or which is said of.
func (s *scope) whoBefore(fr *frame) bool {
	k := s.skipBack(fr.item-1, lexicon.Modal|lexicon.Adverb|lexicon.Negation)
	if k < 1 || !s.is(k, lexicon.Relative) {
		return false
	}
	k--
	if s.items[k].punct == comma && k > 0 {
		k--
	}
	if !s.isMark(k, syntax.Actor) {
		return false
	}
	fr.aside = true
	s.takeSubject(fr, k)
	return true
}

// ofRelative reports whether all actors before the passive action of frame f act in a
// clause about its data: the <data> (you) [give] is [stored].
func (s *scope) ofRelative(f int) bool {
	return f > 0 && s.frames[f-1].relative && s.sameClause(s.frames[f-1].item, s.frames[f].item)
}

// passive reports whether the action is said without its doer: is collected.
func (s *scope) passive(fr *frame) bool {
	k := fr.item - 1
	for s.is(k, lexicon.Adverb|lexicon.Negation|lexicon.List) && !s.is(k, lexicon.Passive) || s.isPunct(k, comma) && s.joinsParticiple(k-1) || s.joinsParticiple(k) {
		k-- // is collected, stored or [sent]
	}
	return s.is(k, lexicon.Passive) && (participle(fr.verb.entry) || fr.verb.entry == nil && !isGerund(s.text(s.items[fr.item].Span)))
}

// joinsParticiple reports whether item k is a past participle that nobody marked.
func (s *scope) joinsParticiple(k int) bool {
	return s.is(k, lexicon.Verb) && participle(s.items[k].entry) && s.items[k].frame < 0
}

// participle reports whether a word can be a past participle.
func participle(e *lexicon.Entry) bool { return e.Has(lexicon.Participle) }
