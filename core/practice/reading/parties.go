package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// linkParties finds to whom and from whom the data of each frame goes.
func (s *scope) linkParties() {
	for i := range s.items {
		it := &s.items[i]
		if !it.isMark(syntax.Actor) {
			continue
		}
		role := s.roles[it.mark]
		if role.Name != practice.RoleRecipient && role.Name != practice.RoleSource {
			continue
		}
		f := s.partyFrame(i)
		if f < 0 || strings.HasPrefix(s.plain[it.End:], "合作的") { // 与(X)合作的(Y) names Y
			continue
		}
		l := link{item: i, evidence: practice.Marked, rule: role.Rule, cue: role.Cue}
		for _, g := range s.partyGroup(f, i) {
			fr := &s.frames[g]
			if role.Name == practice.RoleSource {
				add(&fr.sources, l)
			} else {
				add(&fr.recipients, l)
			}
			fr.derive(l.rule)
		}
	}
}

// partyFrame returns the frame that the recipient or source at item i goes with.
func (s *scope) partyFrame(i int) int {
	head := i
	if s.items[i].depth > 0 {
		if k := s.beforeParenthesis(i); s.isMark(k, syntax.Actor) {
			head = k
		}
	}
	// Members of a list go where its head goes.
	for k := range s.before(head) {
		if s.isMark(k, syntax.Actor) && s.items[k].depth == s.items[head].depth {
			if !s.joined(k, head) {
				break
			}
			head = k
		} else if s.items[k].depth == s.items[head].depth && (s.items[k].mark >= 0 || s.is(k, lexicon.To|lexicon.From)) {
			break
		}
	}
	g := s.governor(head)
	if s.is(g, lexicon.Allow) && s.is(g, lexicon.To) {
		// 公开…，供(其他用户)[查看]
		for k := range s.before(g) {
			if s.items[k].frame >= 0 {
				return s.items[k].frame
			}
		}
	}
	left, right := -1, -1
	for k := range s.before(head) {
		if s.items[k].frame >= 0 && s.items[k].depth <= s.items[head].depth {
			if s.frames[s.items[k].frame].aside && s.items[k].segment < s.items[head].segment {
				continue
			}
			left = k
			break
		}
	}
	for k := range s.behindInClause(i) {
		if s.items[k].frame >= 0 && s.items[k].depth <= s.items[head].depth {
			if fr := &s.frames[s.items[k].frame]; fr.relative && fr.from > i {
				continue
			}
			right = k
			break
		}
	}
	behind := s.english
	if g >= 0 && !s.english {
		w := s.items[g].entry
		behind = left >= 0 && (w.Word == "给" || w.Word == "至" || w.Word == "到" || w.Word == "予" || w.Word == "给予") &&
			(right < 0 || left == g-1 || s.sameClause(left, g))
		behind = behind || left >= 0 && left == g-1 && s.adjoins(g) && !w.Is(lexicon.List)
	}
	switch {
	case behind && left >= 0 && (s.sameClause(left, head) || right < 0):
		return s.items[left].frame
	case right >= 0 && left >= 0 && s.frames[s.items[right].frame].relative && s.role(i).Name == practice.RoleSource && s.sameClause(left, i):
		// 获得来自(第三方)[提供]的<…>
		return s.items[left].frame
	case right >= 0:
		return s.items[right].frame
	case left >= 0:
		return s.items[left].frame
	case len(s.frames) > 0:
		return 0
	}
	return -1
}

// partyGroup returns the frames, of those joined with f, that the recipient or
// source at item i is said of: from f on, up to one with a party of its own, and
// those before f when it stands behind them.
func (s *scope) partyGroup(f, i int) []int {
	source := s.role(i).Name == practice.RoleSource
	first, last := f, f
	for last+1 < len(s.frames) && s.frames[last+1].group == s.frames[f].group {
		last++
	}
	behind := i > s.frames[f].item
	if behind {
		for first > 0 && s.frames[first-1].group == s.frames[f].group {
			first--
		}
		last = f
	}
	var found []int
	for g := first; g <= last; g++ {
		if g > f && !behind && s.governedBetween(s.frames[g-1].item, s.frames[g].item) {
			break
		}
		if c := s.frames[g].verb.category; g == f || source && c.Takes() || !source && s.frames[g].verb.entry.Is(lexicon.Gives) {
			found = append(found, g)
		}
	}
	return found
}

// governedBetween reports whether an actor governed by a preposition stands
// between two items.
func (s *scope) governedBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.isMark(k, syntax.Actor) && s.role(k).Name != practice.RoleActor {
			return true
		}
	}
	return false
}
