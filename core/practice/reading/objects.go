package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// oneSpace is how many bytes may stand between words that follow each other.
const oneSpace = 1

// linkObjects finds the data of each frame.
func (s *scope) linkObjects() {
	for f := range s.frames {
		if s.frames[f].group != f {
			continue
		}
		// Joined actions share what stands behind the last; what stands between two
		// of them belongs to the first.
		last := f
		for last+1 < len(s.frames) && s.frames[last+1].group == f {
			last++
		}
		data, rule := s.ownObjects(f, last)
		if len(data) == 0 {
			continue
		}
		for g := f; g <= last; g++ {
			s.frames[g].data = data
			s.frames[g].derive(rule)
		}
	}
	s.shareObjects()
	for f := 1; f < len(s.frames); f++ {
		fr := &s.frames[f]
		switch {
		case len(fr.data) > 0:
			if before := &s.frames[f-1]; s.becomes(fr) && !before.relative {
				// 存储为<日志>: what it becomes, and what it was.
				own := fr.data
				fr.data = nil
				fr.carryObjects(before)
				fr.data = append(fr.data, own...)
			}
		case !fr.relative:
			s.objectsOfBefore(f)
		}
	}
}

// ownObjects returns the data that frame f, the first of joined actions up to frame last,
// has of its own, and the rule by which it was found.
func (s *scope) ownObjects(f, last int) (data []link, rule string) {
	switch fr := &s.frames[f]; {
	case fr.relative:
		return s.grammar.relativeObjects(s, f, last), "object-of-relative"
	case s.english && s.passive(fr):
		return s.grammar.topic(s, f), "object-topic"
	}
	data = s.dataRight(last)
	if fronted := s.fronted(f); len(fronted) > 0 {
		return append(fronted, data...), "object-fronted"
	}
	if len(data) == 0 {
		return s.grammar.topic(s, f), "object-topic"
	}
	return data, "object-right"
}

// objectsOfBefore lets frame f, which has no object of its own, go on with that of the
// action before: [收集]<姓名>并[存储].
func (s *scope) objectsOfBefore(f int) {
	for g := range s.before(f) {
		before := &s.frames[g]
		if before.relative || len(before.data) == 0 {
			continue
		}
		if s.continuesObject(g, f) {
			s.frames[f].carryObjects(before)
			s.frames[f].derive("object-of-clause-before")
		}
		return
	}
}

// carryObjects adds the data of a frame before.
func (fr *frame) carryObjects(before *frame) {
	for _, l := range before.data {
		l.evidence, l.rule = practice.Carried, "object-of-clause-before"
		add(&fr.data, l)
	}
}

// becomes reports whether 为 follows the action at once, so that its object stands before:
// 存储为<日志>.
func (s *scope) becomes(fr *frame) bool {
	return s.adjoins(fr.item+1) && s.has(fr.item+1, lexicon.Copular)
}

// shareObjects gives an action without an object that of the next one that 或 joins
// with it, though that has a subject of its own: [收集]或要求(您)[提供]<姓名>.
func (s *scope) shareObjects() {
	for f := len(s.frames) - 2; f >= 0; f-- {
		fr, next := &s.frames[f], &s.frames[f+1]
		if len(fr.data) > 0 || len(next.data) == 0 || fr.relative || !s.sameClause(next.item, fr.item) || s.items[next.data[0].item].Start < s.items[fr.item].Start {
			continue
		}
		for k := fr.item + 1; k < next.item; k++ {
			if s.items[k].mark >= 0 && s.items[k].kind != syntax.Actor || s.items[k].punct != noPunct {
				break
			}
			if s.is(k, lexicon.List) && s.items[k].depth == s.items[fr.item].depth {
				for g := range s.frames {
					if s.frames[g].group == fr.group {
						s.frames[g].data = next.data
						s.frames[g].derive("object-right")
					}
				}
				break
			}
		}
	}
}

// continuesObject reports whether action f, which has no object, is said of the
// object of action g before it.
func (s *scope) continuesObject(g, f int) bool {
	if s.frames[f].unmarked {
		return false
	}
	if next := s.frames[f].item + 1; s.english && s.is(next, lexicon.User|lexicon.First) && s.items[next].gap <= oneSpace {
		// notify you
		return false
	}
	if next := s.frames[f].item + 1; !s.english && s.is(next, lexicon.Third|lexicon.Organisation) && s.adjoins(next) && f+1 < len(s.frames) && s.sameClause(next, s.frames[f+1].item) {
		return false // 会[联系]支付机构[退还]<款项>
	}
	for k := s.frames[f].item + 1; k < len(s.items) && s.sameClause(k, s.frames[f].item); k++ {
		// 存储在…, 提供给…: nothing but a place or a party follows.
		if s.english && s.is(k, lexicon.Place|lexicon.Relative) {
			break // [store] it in countries whose data laws
		}
		if s.is(k, lexicon.DataNoun) && s.items[k].depth == 0 && !s.is(k, lexicon.SameData) {
			if k == s.frames[f].item+1 && s.adjoins(k) {
				// A bare 信息 means the same information.
				continue
			}
			return false
		}
	}
	return true
}

// dataRight collects the objects behind frame f, up to where its clause ends: [收集]
// <姓名>、<电话>，用于….
func (s *scope) dataRight(f int) []link {
	var found []link
	start := s.frames[f].item
	for k := start + 1; k < len(s.items); k++ {
		it := &s.items[k]
		if it.depth < s.items[start].depth {
			break
		}
		if it.isMark(syntax.Data) {
			if len(found) > 0 && s.startsTopic(k) {
				break // [keep] <names> and your <notes> are [sorted]
			}
			// <names> in your <address book>: where, not what.
			if len(found) == 0 || !s.placed(k) {
				add(&found, link{item: k, evidence: practice.Marked, rule: "object-right"})
			}
			continue
		}
		if s.endsObjects(f, k, found) {
			break
		}
	}
	return found
}

// startsTopic reports whether the data at item k is what a passive behind it is said of.
func (s *scope) startsTopic(k int) bool {
	next := k + 1
	for s.is(next, lexicon.Modal|lexicon.Negation|lexicon.Adverb) && !s.is(next, lexicon.Passive|lexicon.By) {
		next++
	}
	passive := s.is(next, lexicon.Passive) || s.is(next, lexicon.By) && s.is(next, lexicon.Allow)
	if !passive || s.is(next, lexicon.List) {
		return false
	}
	for j := range s.behindInClause(k) {
		if s.items[j].frame >= 0 {
			return j > next
		}
	}
	return false
}

// endsObjects reports whether item k, which is no data, ends the objects of frame f, of
// which some may have been found before it.
func (s *scope) endsObjects(f, k int, found []link) bool {
	it := &s.items[k]
	deeper := it.depth > s.items[s.frames[f].item].depth
	switch {
	case it.frame >= 0:
		return !deeper && s.actionEndsObjects(f, k, found)
	case s.grammar.objectsGoOn(s, k):
		return false
	case it.isMark(syntax.Purpose):
		return len(found) > 0 && !s.dataFollows(k+1) && !s.insideRelative(k)
	case it.isMark(syntax.Actor):
		return len(found) > 0 && it.segment > s.items[found[len(found)-1].item].segment
	case deeper:
		return false
	case it.punct == comma:
		return !s.dataFollows(k+1) && !(len(found) == 0 && s.partsFollow(k+1)) || s.handedOver(k)
	case it.punct == semicolon:
		return !s.dataFollows(k+1) || s.verbInSegment(k)
	}
	return len(found) > 0 && s.wordEndsObjects(k)
}

// actionEndsObjects reports whether the action at item k ends the objects of frame f. One
// that only qualifies more data does not: [收集]<姓名>和您[填写]的<电话>.
func (s *scope) actionEndsObjects(f, k int, found []link) bool {
	g := &s.frames[s.items[k].frame]
	if !g.relative {
		return true
	}
	if g.host < 0 {
		g.host = f
	}
	// Of a Chinese relative clause only the data behind it is meant.
	return !s.english && len(found) > 0 && !s.wordBetween(found[len(found)-1].item, k, lexicon.List|lexicon.PartsOpen|lexicon.PartsClosed|lexicon.With)
}

// wordEndsObjects reports whether the word at item k, behind data, starts something else:
// <姓名>用于….
func (s *scope) wordEndsObjects(k int) bool {
	switch {
	case s.english && s.is(k, lexicon.PurposeTrail|lexicon.PurposeLead) && s.isMark(k+1, syntax.Purpose) && s.is(k+2, lexicon.List) && s.dataFollows(k+2):
		return false // <names> to {greet you} and <other details>
	case s.is(k, lexicon.PurposeTrail|lexicon.PurposeLead) && !s.is(k, lexicon.ConditionLead):
		return !s.dataFollows(k+1) && !s.attributiveMember(k) && !s.insideRelative(k)
	case s.is(k, lexicon.Break) && !s.is(k, lexicon.List|lexicon.PartsOpen) && !s.ofWhich(k):
		return true
	}
	return s.is(k, lexicon.Exception) || s.has(k, lexicon.ReasonLead)
}
