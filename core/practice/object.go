package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// linkObjects finds the data of each frame.
func (r *reader) linkObjects(list []item, frames []frame) {
	for f := range frames {
		fr := &frames[f]
		if fr.group != f {
			continue
		}
		last := f
		for last+1 < len(frames) && frames[last+1].group == f {
			last++
		}
		// Joined actions share what stands behind the last; what stands between two
		// of them belongs to the first.
		var shared []link
		rule := "object-right"
		switch {
		case fr.relative && r.english:
			shared, rule = append(r.dataBeforeRelative(list, fr), r.partsBehind(list, frames, last)...), "object-of-relative"
		case fr.relative:
			shared, rule = r.dataBehindRelative(list, frames, last), "object-of-relative"
		default:
			if r.english && fr.passive(list) {
				shared, rule = r.topic(list, frames, f), "object-topic"
				break
			}
			shared = r.dataRight(list, frames, last)
			if fronted := r.fronted(list, frames, f); len(fronted) > 0 {
				shared, rule = append(fronted, shared...), "object-fronted"
			} else if len(shared) == 0 {
				shared, rule = r.topic(list, frames, f), "object-topic"
			}
		}
		if len(shared) == 0 {
			continue
		}
		for g := f; g <= last; g++ {
			frames[g].data = shared
			frames[g].derive(rule)
		}
	}
	r.shareObjects(list, frames)
	for f := range frames {
		fr := &frames[f]
		if len(fr.data) > 0 && f > 0 && r.becomes(list, fr) {
			// 存储为<日志>: what it becomes, and what it was.
			if g := &frames[f-1]; !g.relative {
				own := fr.data
				fr.data = nil
				for _, l := range g.data {
					l.evidence, l.rule = Carried, "object-of-clause-before"
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
		for g := f - 1; g >= 0; g-- {
			if frames[g].relative || len(frames[g].data) == 0 {
				continue
			}
			if !r.continuesObject(list, frames, g, f) {
				break
			}
			for _, l := range frames[g].data {
				l.evidence, l.rule = Carried, "object-of-clause-before"
				add(&fr.data, l)
			}
			fr.derive("object-of-clause-before")
			break
		}
	}
}

// becomes reports whether 为 or 成 follows the action, so that its object stands
// before.
func (r *reader) becomes(list []item, fr *frame) bool {
	return !r.english && fr.item+1 < len(list) && list[fr.item+1].gap == 0 && list[fr.item+1].is(lexicon.PurposeLead) && list[fr.item+1].entry.Word == "为"
}

// shareObjects gives an action without an object that of the next one that 或 joins
// with it, though that has a subject of its own: [收集]或要求(您)[提供]<姓名>.
func (r *reader) shareObjects(list []item, frames []frame) {
	for f := len(frames) - 2; f >= 0; f-- {
		fr, next := &frames[f], &frames[f+1]
		if len(fr.data) > 0 || len(next.data) == 0 || fr.relative || list[next.item].segment != list[fr.item].segment || list[next.data[0].item].Start < list[fr.item].Start {
			continue
		}
		for k := fr.item + 1; k < next.item; k++ {
			if list[k].mark >= 0 && list[k].kind != syntax.Actor || list[k].punct != noPunct {
				break
			}
			if list[k].is(lexicon.List) && list[k].depth == list[fr.item].depth {
				for g := range frames {
					if frames[g].group == fr.group {
						frames[g].data = next.data
						frames[g].derive("object-right")
					}
				}
				break
			}
		}
	}
}

// continuesObject reports whether action f, which has no object, is said of the
// object of action g before it.
func (r *reader) continuesObject(list []item, frames []frame, g, f int) bool {
	if frames[f].unmarked {
		return false
	}
	if next := frames[f].item + 1; r.english && next < len(list) && list[next].is(lexicon.User|lexicon.First) && list[next].gap <= 1 {
		// notify you
		return false
	}
	for k := frames[f].item + 1; k < len(list) && list[k].segment == list[frames[f].item].segment; k++ {
		// 存储在…, 提供给…: nothing but a place or a party follows.
		if list[k].is(lexicon.DataNoun) && list[k].depth == 0 && !list[k].is(lexicon.SameData) {
			if k == frames[f].item+1 && list[k].gap == 0 {
				// A bare 信息 means the same information.
				continue
			}
			return false
		}
	}
	return true
}

// dataRight collects the objects behind frame f, up to where its clause ends.
func (r *reader) dataRight(list []item, frames []frame, f int) []link {
	var found []link
	start := frames[f].item
	depth := list[start].depth
	for k := start + 1; k < len(list); k++ {
		it := &list[k]
		if it.depth < depth {
			break
		}
		switch {
		case it.isMark(syntax.Data):
			if len(found) > 0 && r.placed(list, k) {
				// <names> in your <address book>: where, not what.
				continue
			}
			add(&found, link{item: k, evidence: Marked, rule: "object-right"})
		case it.frame >= 0:
			g := &frames[it.frame]
			if it.depth > depth {
				continue
			}
			if g.relative && g.item > start {
				if g.host < 0 {
					g.host = f
				}
				if r.english {
					continue
				}
				// Of a relative clause only the data behind it is meant.
				if len(found) > 0 && !r.separated(list, found[len(found)-1].item, k) {
					return found
				}
				continue
			}
			return found
		case it.isMark(syntax.Purpose):
			if len(found) > 0 && !r.dataFollows(list, k+1) && !insideRelative(frames, k) && !(r.english && k+2 < len(list) && list[k+1].punct == comma && r.roles[it.mark].Name == RoleCondition && r.dataFollows(list, k+2)) {
				return found
			}
		case it.isMark(syntax.Actor):
			if len(found) > 0 && it.segment > list[found[len(found)-1].item].segment {
				return found
			}
		case it.depth > depth:
		case it.punct == comma && r.english && r.conditionBetween(list, k):
			// <name> and, if {you pay}, your <card>
		case it.punct == comma:
			if !r.dataFollows(list, k+1) && !(len(found) == 0 && r.partsFollow(list, k+1)) {
				return found
			}
		case it.punct == semicolon:
			if !r.dataFollows(list, k+1) || r.verbInSegment(list, k) {
				return found
			}
		case it.punct == colon:
		case r.english && it.is(lexicon.To) && k+1 < len(list) && list[k+1].isMark(syntax.Actor):
			// <…> to (the crew) and <…> to (the caterer)
		case len(found) > 0 && it.is(lexicon.PurposeTrail|lexicon.PurposeLead) && !it.is(lexicon.ConditionLead):
			if !r.dataFollows(list, k+1) && !r.attributiveMember(list, k) && !insideRelative(frames, k) {
				return found
			}
		case len(found) > 0 && it.is(lexicon.Break) && !it.is(lexicon.List|lexicon.PartsOpen) && !ofWhich(list, k):
			return found
		case len(found) > 0 && it.is(lexicon.Exception):
			return found
		}
	}
	return found
}

// conditionBetween reports whether the comma at item k sets off a marked condition
// behind which more data follows.
func (r *reader) conditionBetween(list []item, k int) bool {
	j := k + 1
	for j < len(list) && j < k+4 && list[j].mark < 0 && list[j].punct == noPunct {
		j++
	}
	return j+2 < len(list) && list[j].isMark(syntax.Purpose) && r.roles[list[j].mark].Name == RoleCondition && list[j+1].punct == comma && r.dataFollows(list, j+2)
}
