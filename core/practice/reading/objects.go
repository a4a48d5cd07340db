package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// linkObjects finds the data of each frame.
func (s *scope) linkObjects() {
	for f := range s.frames {
		fr := &s.frames[f]
		if fr.group != f {
			continue
		}
		last := f
		for last+1 < len(s.frames) && s.frames[last+1].group == f {
			last++
		}
		// Joined actions share what stands behind the last; what stands between two
		// of them belongs to the first.
		var shared []link
		rule := "object-right"
		switch {
		case fr.relative:
			shared, rule = s.grammar.relativeObjects(s, f, last), "object-of-relative"
		default:
			if s.english && s.passive(fr) {
				shared, rule = s.topic(f), "object-topic"
				break
			}
			shared = s.dataRight(last)
			if fronted := s.fronted(f); len(fronted) > 0 {
				shared, rule = append(fronted, shared...), "object-fronted"
			} else if len(shared) == 0 {
				shared, rule = s.topic(f), "object-topic"
			}
		}
		if len(shared) == 0 {
			continue
		}
		for g := f; g <= last; g++ {
			s.frames[g].data = shared
			s.frames[g].derive(rule)
		}
	}
	s.shareObjects()
	for f := range s.frames {
		fr := &s.frames[f]
		if len(fr.data) > 0 && f > 0 && s.becomes(fr) {
			// 存储为<日志>: what it becomes, and what it was.
			if g := &s.frames[f-1]; !g.relative {
				own := fr.data
				fr.data = nil
				for _, l := range g.data {
					l.evidence, l.rule = practice.Carried, "object-of-clause-before"
					add(&fr.data, l)
				}
				fr.data = append(fr.data, own...)
			}
			continue
		}
		if len(fr.data) > 0 || f == 0 || fr.relative {
			continue
		}
		// An action without an object of its own goes on with that of the one before.
		for g := range s.before(f) {
			if s.frames[g].relative || len(s.frames[g].data) == 0 {
				continue
			}
			if !s.continuesObject(g, f) {
				break
			}
			for _, l := range s.frames[g].data {
				l.evidence, l.rule = practice.Carried, "object-of-clause-before"
				add(&fr.data, l)
			}
			fr.derive("object-of-clause-before")
			break
		}
	}
}

// becomes reports whether 为 or 成 follows the action, so that its object stands
// before.
func (s *scope) becomes(fr *frame) bool {
	return !s.english && s.adjoins(fr.item+1) && s.is(fr.item+1, lexicon.PurposeLead) && s.items[fr.item+1].entry.Word == "为"
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
	if next := s.frames[f].item + 1; s.english && s.is(next, lexicon.User|lexicon.First) && s.items[next].gap <= 1 {
		// notify you
		return false
	}
	for k := s.frames[f].item + 1; k < len(s.items) && s.sameClause(k, s.frames[f].item); k++ {
		// 存储在…, 提供给…: nothing but a place or a party follows.
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

// dataRight collects the objects behind frame f, up to where its clause ends.
func (s *scope) dataRight(f int) []link {
	var found []link
	start := s.frames[f].item
	depth := s.items[start].depth
	for k := start + 1; k < len(s.items); k++ {
		it := &s.items[k]
		if it.depth < depth {
			break
		}
		switch {
		case it.isMark(syntax.Data):
			if len(found) > 0 && s.placed(k) {
				// <names> in your <address book>: where, not what.
				continue
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-right"})
		case it.frame >= 0:
			g := &s.frames[it.frame]
			if it.depth > depth {
				continue
			}
			if g.relative && g.item > start {
				if g.host < 0 {
					g.host = f
				}
				if s.english {
					continue
				}
				// Of a relative clause only the data behind it is meant.
				if len(found) > 0 && !s.wordBetween(found[len(found)-1].item, k, lexicon.List|lexicon.PartsOpen|lexicon.PartsClosed|lexicon.With) {
					return found
				}
				continue
			}
			return found
		case it.isMark(syntax.Purpose):
			if len(found) > 0 && !s.dataFollows(k+1) && !s.insideRelative(k) && !(s.english && k+2 < len(s.items) && s.items[k+1].punct == comma && s.roles[it.mark].Name == practice.RoleCondition && s.dataFollows(k+2)) {
				return found
			}
		case it.isMark(syntax.Actor):
			if len(found) > 0 && it.segment > s.items[found[len(found)-1].item].segment {
				return found
			}
		case it.depth > depth:
		case it.punct == comma && s.english && s.conditionBetween(k):
			// <name> and, if {you pay}, your <card>
		case it.punct == comma:
			if !s.dataFollows(k+1) && !(len(found) == 0 && s.partsFollow(k+1)) {
				return found
			}
		case it.punct == semicolon:
			if !s.dataFollows(k+1) || s.verbInSegment(k) {
				return found
			}
		case it.punct == colon:
		case s.english && it.is(lexicon.To) && s.isMark(k+1, syntax.Actor):
			// <…> to (the crew) and <…> to (the caterer)
		case len(found) > 0 && it.is(lexicon.PurposeTrail|lexicon.PurposeLead) && !it.is(lexicon.ConditionLead):
			if !s.dataFollows(k+1) && !s.attributiveMember(k) && !s.insideRelative(k) {
				return found
			}
		case len(found) > 0 && it.is(lexicon.Break) && !it.is(lexicon.List|lexicon.PartsOpen) && !s.ofWhich(k):
			return found
		case len(found) > 0 && it.is(lexicon.Exception):
			return found
		}
	}
	return found
}

// conditionBetween reports whether the comma at item k sets off a marked condition
// behind which more data follows.
func (s *scope) conditionBetween(k int) bool {
	j := k + 1
	for j < len(s.items) && j < k+4 && s.items[j].mark < 0 && s.items[j].punct == noPunct {
		j++
	}
	return j+2 < len(s.items) && s.isCondition(j) && s.items[j+1].punct == comma && s.dataFollows(j+2)
}
