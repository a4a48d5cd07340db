package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// readParties finds recipients and sources in words that are not marked: [提供]给此
// 类商家, 从配送公司[获得].
func (r *reader) readParties(list []item, frames []frame) {
	for g := range list {
		it := &list[g]
		if !it.is(lexicon.To|lexicon.With|lexicon.From) || it.is(lexicon.Modal) {
			continue
		}
		f := r.frameBeside(list, frames, g)
		if f < 0 {
			continue
		}
		fr := &frames[f]
		from := it.is(lexicon.From)
		if from && !fr.verb.category.Takes() || !from && !fr.verb.category.Gives() && !fr.verb.entry.Is(lexicon.Gives) {
			continue
		}
		found := r.partiesBehind(list, g)
		if len(found) == 0 && !from {
			found = r.nounBehind(list, frames, g, fr)
		}
		if len(found) == 0 && !from && usersVerb(fr.verb) && g+1 < len(list) && list[g+1].is(lexicon.First) && list[g+1].gap <= 1 && it.entry.Word != "对" && r.givenByUser(list, fr) && !(g+2 < len(list) && (list[g+2].is(lexicon.Of) || list[g+2].isMark(syntax.Actor)) && list[g+2].gap == 0) {
			// (您)向我们[提供]<…>
			v := r.read(list[g+1].Span, "", "")
			v.Party = FirstParty
			found = append(found, *v)
		}
		if len(found) == 0 && from && !r.english && g+1 < len(list) && list[g+1].is(lexicon.First) && list[g+1].gap == 0 && len(fr.actors) > 0 && fr.actors[0].item >= 0 && r.partyOfItem(&list[fr.actors[0].item]) != FirstParty && fr.actors[0].item != g+1 && (strings.HasPrefix(r.plain[list[g+1].End:], "处") || g+2 == fr.item) {
			// (合作银行)从我们处[接收]<…>
			v := r.read(list[g+1].Span, "", "")
			v.Party = FirstParty
			found = append(found, *v)
		}
		for _, v := range found {
			v.Cue, v.Evidence, v.Rule = it.entry.Word, Read, "recipient-unmarked"
			if from {
				v.Rule = "source-unmarked"
			}
			l := link{item: -1, value: &v, evidence: Read, rule: v.Rule, cue: v.Cue}
			for _, n := range r.group(frames, f) {
				if frames[n].item < fr.item && frames[n].item > g {
					continue
				}
				o := &frames[n]
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
func (r *reader) givenByUser(list []item, fr *frame) bool {
	if len(fr.actors) == 0 {
		return false
	}
	a := fr.actors[0]
	if a.item < 0 {
		return a.value.Party == UserParty
	}
	return list[a.item].is(lexicon.User) || r.partyOfItem(&list[a.item]) == UserParty
}

// nounBehind returns the party that words without an entry name, between the
// preposition at item g and the action or what follows it: [提供]给承办方，…,
// 与图书馆[共享].
func (r *reader) nounBehind(list []item, frames []frame, g int, fr *frame) []Value {
	if r.english {
		return nil
	}
	end := r.scopeEnd
	k := g + 1
	for k < len(list) && list[k].gap == 0 && list[k].is(lexicon.Determiner|lexicon.Adverb|lexicon.Neutral|lexicon.Service) {
		k++
	}
	if k < len(list) {
		if list[k].is(lexicon.User|lexicon.First|lexicon.Possessive|lexicon.SameData|lexicon.Of|lexicon.DataNoun) || list[k].isMark(syntax.Data) && list[k].gap == 0 || list[k].isMark(syntax.Actor) {
			return nil
		}
		end = list[k].Start
		if list[k].punct == openParen && k > g && list[k].gap == 0 && k == g+1 {
			return nil
		}
	}
	behind := g > 0 && list[g-1].frame >= 0 && list[g].gap == 0
	if !behind && (k >= len(list) || k != fr.item && list[k].punct != openParen) {
		return nil
	}
	s := trimSpan(r.plain, source.Span{Start: list[g].End, End: end})
	if n := s.Len(); n < 2*len("的") || n > 12*len("的") {
		return nil
	}
	return []Value{*r.third(s)}
}

// frameBeside returns the frame that the preposition at item g goes with: the one
// right before it, or the next behind it in the clause; -1 for none.
func (r *reader) frameBeside(list []item, frames []frame, g int) int {
	if g > 0 && list[g-1].frame >= 0 {
		return list[g-1].frame
	}
	for k := g + 1; k < len(list) && list[k].segment == list[g].segment; k++ {
		if list[k].frame >= 0 && list[k].depth <= list[g].depth {
			if r.english {
				break
			}
			return list[k].frame
		}
		if list[k].isMark(syntax.Actor) && (r.english || r.roles[list[k].mark].Name != RoleRecipient) || list[k].isMark(syntax.Purpose) {
			return -1
		}
		if list[k].isMark(syntax.Data) && !list[g].is(lexicon.From) && !list[g].is(lexicon.To) {
			return -1
		}
	}
	// Behind the object: [提供]<…>给…, share <…> with ….
	for k := g - 1; k >= 0 && list[k].segment == list[g].segment; k-- {
		if list[k].frame >= 0 && list[k].depth <= list[g].depth {
			return list[k].frame
		}
		if !(list[k].isMark(syntax.Data) || list[k].is(lexicon.List|lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.DataNoun|lexicon.User)) || list[g].is(lexicon.List) {
			return -1
		}
	}
	return -1
}

// partiesBehind returns the unmarked parties in the noun phrases behind the
// preposition at item g.
func (r *reader) partiesBehind(list []item, g int) []Value {
	var found []Value
	start, end := -1, -1
	same, except := false, false
	flush := func() {
		if start >= 0 {
			s := source.Span{Start: start, End: end}
			v := r.third(s)
			if same {
				v.SameAs = r.antecedent(v.Text, start)
			}
			put(&found, v)
		}
		start, same = -1, false
	}
	for k := g + 1; k < len(list); k++ {
		it := &list[k]
		if it.depth > list[g].depth {
			continue
		}
		switch {
		case it.isMark(syntax.Actor) && !r.english && r.roles[it.mark].Name == RoleRecipient && k+1 < len(list) && list[k+1].gap <= len("的"):
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
		case it.is(lexicon.Third) && it.gap == 0 && start < 0 && (list[k-1].mark >= 0 || list[k-1].is(lexicon.More)):
			// (快递公司)等机构, (第三方)公司
		case it.is(lexicon.SameParty) && it.entry.Word != "其" && it.entry.Word != "they":
			flush()
			start, end, same = it.Start, it.End, true
		case it.is(lexicon.Third) && !it.is(lexicon.First):
			if start < 0 {
				start = it.Start
				if k > g+1 && list[k-1].is(lexicon.Determiner) && it.gap <= 1 {
					start, same = list[k-1].Start, r.pointing(&list[k-1])
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

// pointing reports whether a determiner points at something said before: 这些, 该,
// such; but not 任何, 其他.
func (r *reader) pointing(it *item) bool {
	switch it.entry.Word {
	case "该", "此", "这些", "上述", "前述", "此类", "该等", "该类", "这类", "上述的", "this", "these", "such", "that", "those":
		return true
	}
	return false
}
