package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// readParties finds recipients and sources in words that are not marked: [提供]给此
// 类商家, 从配送公司[获得].
func (s *scope) readParties() {
	for g := range s.items {
		it := &s.items[g]
		if !it.is(lexicon.To|lexicon.With|lexicon.From) || it.is(lexicon.Modal) {
			continue
		}
		f := s.frameBeside(g)
		if f < 0 {
			continue
		}
		fr := &s.frames[f]
		from := it.is(lexicon.From)
		if from && !fr.verb.category.Takes() || !from && !fr.verb.category.Gives() && !fr.verb.entry.Is(lexicon.Gives) {
			continue
		}
		found := s.partiesBehind(g)
		if len(found) == 0 && !from {
			found = s.nounBehind(g, fr)
		}
		if len(found) == 0 && !from && usersVerb(fr.verb) && s.is(g+1, lexicon.First) && s.items[g+1].gap <= 1 && it.entry.Word != "对" && s.givenByUser(fr) && !(g+2 < len(s.items) && (s.is(g+2, lexicon.Of) || s.isMark(g+2, syntax.Actor)) && s.adjoins(g+2)) {
			// (您)向我们[提供]<…>
			v := s.unmarked(s.items[g+1].Span, "", "")
			v.Party = practice.FirstParty
			found = append(found, *v)
		}
		if len(found) == 0 && from && !s.english && s.is(g+1, lexicon.First) && s.adjoins(g+1) && len(fr.actors) > 0 && fr.actors[0].item >= 0 && s.partyOfItem(&s.items[fr.actors[0].item]) != practice.FirstParty && fr.actors[0].item != g+1 && (strings.HasPrefix(s.plain[s.items[g+1].End:], "处") || g+2 == fr.item) {
			// (合作银行)从我们处[接收]<…>
			v := s.unmarked(s.items[g+1].Span, "", "")
			v.Party = practice.FirstParty
			found = append(found, *v)
		}
		for _, v := range found {
			v.Cue, v.Evidence, v.Rule = it.entry.Word, practice.Read, "recipient-unmarked"
			if from {
				v.Rule = "source-unmarked"
			}
			l := link{item: -1, value: &v, evidence: practice.Read, rule: v.Rule, cue: v.Cue}
			for _, n := range s.group(f) {
				if s.frames[n].item < fr.item && s.frames[n].item > g {
					continue
				}
				o := &s.frames[n]
				if n != f && !(from && o.verb.category.Takes() || !from && o.verb.entry.Is(lexicon.Gives)) {
					continue
				}
				if from {
					add(&o.sources, l)
				} else {
					add(&o.recipients, l)
				}
				o.derive(l.rule)
			}
		}
	}
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

// nounBehind returns the party that words without an entry name, between the
// preposition at item g and the action or what follows it: [提供]给承办方，…,
// 与图书馆[共享].
func (s *scope) nounBehind(g int, fr *frame) []practice.Value {
	if s.english {
		return nil
	}
	end := s.span.End
	k := g + 1
	for s.adjoins(k) && s.is(k, lexicon.Determiner|lexicon.Adverb|lexicon.Neutral|lexicon.Service) {
		k++
	}
	if k < len(s.items) {
		if s.is(k, lexicon.User|lexicon.First|lexicon.Possessive|lexicon.SameData|lexicon.Of|lexicon.DataNoun) || s.isMark(k, syntax.Data) && s.adjoins(k) || s.isMark(k, syntax.Actor) {
			return nil
		}
		end = s.items[k].Start
		if s.items[k].punct == openParen && k > g && s.adjoins(k) && k == g+1 {
			return nil
		}
	}
	behind := g > 0 && s.items[g-1].frame >= 0 && s.adjoins(g)
	if !behind && (k >= len(s.items) || k != fr.item && s.items[k].punct != openParen) {
		return nil
	}
	span := trimSpan(s.plain, source.Span{Start: s.items[g].End, End: end})
	if n := span.Len(); n < 2*hanSize || n > 12*hanSize {
		return nil
	}
	return []practice.Value{*s.third(span)}
}

// frameBeside returns the frame that the preposition at item g goes with: the one
// right before it, or the next behind it in the clause; -1 for none.
func (s *scope) frameBeside(g int) int {
	if g > 0 && s.items[g-1].frame >= 0 {
		return s.items[g-1].frame
	}
	for k := range s.behindInClause(g) {
		if s.items[k].frame >= 0 && s.items[k].depth <= s.items[g].depth {
			if s.english {
				break
			}
			return s.items[k].frame
		}
		if s.isMark(k, syntax.Actor) && (s.english || s.role(k).Name != practice.RoleRecipient) || s.isMark(k, syntax.Purpose) {
			return -1
		}
		if s.isMark(k, syntax.Data) && !s.is(g, lexicon.From) && !s.is(g, lexicon.To) {
			return -1
		}
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
	var found []practice.Value
	start, end := -1, -1
	same, except := false, false
	flush := func() {
		if start >= 0 {
			span := source.Span{Start: start, End: end}
			v := s.third(span)
			if same {
				v.SameAs = s.antecedent(v.Text, start)
			}
			put(&found, v)
		}
		start, same = -1, false
	}
	for k := g + 1; k < len(s.items); k++ {
		it := &s.items[k]
		if it.depth > s.items[g].depth {
			continue
		}
		switch {
		case it.isMark(syntax.Actor) && !s.english && s.roles[it.mark].Name == practice.RoleRecipient && k+1 < len(s.items) && s.items[k+1].gap <= hanSize:
			flush() // of several that are given it, some may be marked
		case it.mark >= 0, it.punct != noPunct:
			flush()
			return found
		case except:
			// 除关联方以外的: whom nothing is given.
			except = !it.is(lexicon.ConditionTail) || !it.is(lexicon.Exception)
		case it.is(lexicon.Exception) && it.is(lexicon.ConditionLead):
			except = true
		case it.is(lexicon.ConditionTail) && it.is(lexicon.Exception):
			start, found = -1, nil // 我们及关联方以外的任何(公司)
		case it.is(lexicon.Third) && it.gap == 0 && start < 0 && (s.items[k-1].mark >= 0 || s.is(k-1, lexicon.More)):
			// (快递公司)等机构, (第三方)公司
		case it.is(lexicon.SameParty) && it.entry.Word != "其" && it.entry.Word != "they":
			flush()
			start, end, same = it.Start, it.End, true
		case it.is(lexicon.Third) && !it.is(lexicon.First):
			if start < 0 {
				start = it.Start
				if k > g+1 && s.is(k-1, lexicon.Determiner) && it.gap <= 1 {
					start, same = s.items[k-1].Start, s.has(k-1, lexicon.Points)
				}
			}
			end = it.End
		case it.is(lexicon.Service) && start >= 0:
		case it.is(lexicon.List) || it.is(lexicon.Of):
			if it.is(lexicon.Of) {
				// What stood before 的 only qualifies.
				start = -1
				continue
			}
			flush()
		case it.is(lexicon.Determiner | lexicon.Possessive):
		case it.is(lexicon.PurposeTrail|lexicon.PurposeLead|lexicon.Modal|lexicon.Negation|lexicon.ConditionTail|lexicon.To|lexicon.From) || it.is(lexicon.User|lexicon.First) && start < 0 && k == g+1:
			flush()
			return found
		case it.is(lexicon.Verb):
			if start >= 0 {
				flush()
				return found
			}
		}
	}
	flush()
	return found
}
