package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// linkParties finds to whom and from whom the data of each frame goes.
func (r *reader) linkParties(list []item, frames []frame) {
	for i := range list {
		it := &list[i]
		if !it.isMark(syntax.Actor) {
			continue
		}
		role := r.roles[it.mark]
		if role.Name != RoleRecipient && role.Name != RoleSource {
			continue
		}
		f := r.partyFrame(list, frames, i)
		if f < 0 || strings.HasPrefix(r.plain[it.End:], "合作的") { // 与(X)合作的(Y) names Y
			continue
		}
		l := link{item: i, evidence: Marked, rule: role.Rule, cue: role.Cue}
		for _, g := range r.partyGroup(list, frames, f, i) {
			fr := &frames[g]
			if role.Name == RoleSource {
				add(&fr.sources, l)
			} else {
				add(&fr.recipients, l)
			}
			fr.derive(l.rule)
		}
	}
}

// partyFrame returns the frame that the recipient or source at item i goes with.
func (r *reader) partyFrame(list []item, frames []frame, i int) int {
	head := i
	if list[i].depth > 0 {
		if k := r.beforeParenthesis(list, i); k >= 0 && list[k].isMark(syntax.Actor) {
			head = k
		}
	}
	// Members of a list go where its head goes.
	for k := head - 1; k >= 0; k-- {
		if list[k].isMark(syntax.Actor) && list[k].depth == list[head].depth {
			if !joined(list, k, head) {
				break
			}
			head = k
		} else if list[k].depth == list[head].depth && (list[k].mark >= 0 || list[k].is(lexicon.To|lexicon.From)) {
			break
		}
	}
	g := r.governor(list, head)
	if g >= 0 && list[g].is(lexicon.Allow) && list[g].is(lexicon.To) {
		// 公开…，供(其他用户)[查看]
		for k := g - 1; k >= 0; k-- {
			if list[k].frame >= 0 {
				return list[k].frame
			}
		}
	}
	left, right := -1, -1
	for k := head - 1; k >= 0; k-- {
		if list[k].frame >= 0 && list[k].depth <= list[head].depth {
			if frames[list[k].frame].aside && list[k].segment < list[head].segment {
				continue
			}
			left = k
			break
		}
	}
	for k := i + 1; k < len(list) && list[k].segment == list[i].segment; k++ {
		if list[k].frame >= 0 && list[k].depth <= list[head].depth {
			if fr := &frames[list[k].frame]; fr.relative && fr.from > i {
				continue
			}
			right = k
			break
		}
	}
	behind := r.english
	if g >= 0 && !r.english {
		w := list[g].entry
		behind = left >= 0 && (w.Word == "给" || w.Word == "至" || w.Word == "到" || w.Word == "予" || w.Word == "给予") &&
			(right < 0 || left == g-1 || list[left].segment == list[g].segment)
		behind = behind || left >= 0 && left == g-1 && list[g].gap == 0 && !w.Is(lexicon.List)
	}
	switch {
	case behind && left >= 0 && (list[left].segment == list[head].segment || right < 0):
		return list[left].frame
	case right >= 0 && left >= 0 && frames[list[right].frame].relative && r.roles[list[i].mark].Name == RoleSource && list[left].segment == list[i].segment:
		// 获得来自(第三方)[提供]的<…>
		return list[left].frame
	case right >= 0:
		return list[right].frame
	case left >= 0:
		return list[left].frame
	case len(frames) > 0:
		return 0
	}
	return -1
}

// partyGroup returns the frames, of those joined with f, that the recipient or
// source at item i is said of: from f on, up to one with a party of its own, and
// those before f when it stands behind them.
func (r *reader) partyGroup(list []item, frames []frame, f, i int) []int {
	source := r.roles[list[i].mark].Name == RoleSource
	first, last := f, f
	for last+1 < len(frames) && frames[last+1].group == frames[f].group {
		last++
	}
	behind := i > frames[f].item
	if behind {
		for first > 0 && frames[first-1].group == frames[f].group {
			first--
		}
		last = f
	}
	var found []int
	for g := first; g <= last; g++ {
		if g > f && !behind && r.governedBetween(list, frames[g-1].item, frames[g].item) {
			break
		}
		if c := frames[g].verb.category; g == f || source && c.Takes() || !source && frames[g].verb.entry.Is(lexicon.Gives) {
			found = append(found, g)
		}
	}
	return found
}

// governedBetween reports whether an actor governed by a preposition stands
// between two items.
func (r *reader) governedBetween(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].isMark(syntax.Actor) && r.roles[list[k].mark].Name != RoleActor {
			return true
		}
	}
	return false
}
