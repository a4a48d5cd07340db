package reading

import (
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
		if f < 0 || s.grammar.qualifiesParty(s, it.End) {
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
	for f := range len(s.frames) - 1 {
		s.partyOfNext(f)
	}
}

// partyOfNext makes whoever does the action behind that of frame f the party that the data of frame f
// goes to, or comes from, where its preposition waits for one: [sent] to and [kept] by (vendors).
func (s *scope) partyOfNext(f int) {
	fr := &s.frames[f]
	if !s.waitsForParty(fr.item) {
		return
	}
	for _, a := range s.frames[f+1].actors {
		if a.evidence > practice.Read {
			continue
		}
		list := &fr.recipients
		a.rule = "recipient-to"
		if s.is(fr.item+1, lexicon.From) {
			list, a.rule = &fr.sources, "source-from"
		}
		add(list, a)
		fr.derive(a.rule)
	}
}

// partyFrame returns the frame that the recipient or source at item i goes with, -1 for
// none.
func (s *scope) partyFrame(i int) int {
	head := s.partyHead(i)
	g := s.governor(head)
	if s.is(g, lexicon.Allow) && s.is(g, lexicon.To) {
		// 公开…，供(其他用户)[查看]
		if k := s.actionBefore(g); k >= 0 {
			return s.items[k].frame
		}
	}
	left, right := s.mainActionBefore(head), s.mainActionBehind(i, s.items[head].depth)
	switch {
	case left >= 0 && (right < 0 || s.sameClause(left, head) && s.grammar.partyTrails(s, g, left)):
		return s.items[left].frame
	case left >= 0 && s.frames[s.items[right].frame].relative && s.role(i).Name == practice.RoleSource && s.sameClause(left, i):
		// 获得来自(第三方)[提供]的<…>
		return s.items[left].frame
	case right >= 0:
		return s.items[right].frame
	case len(s.frames) > 0:
		return 0
	}
	return -1
}

// partyHead returns the first of the actors of a list of which item i is one: all go
// where that goes. What a parenthesis says of an actor counts as that: (商家)（如(餐厅)）.
func (s *scope) partyHead(i int) int {
	head := i
	if s.items[i].depth > 0 {
		if k := s.beforeParenthesis(i); s.isMark(k, syntax.Actor) {
			head = k
		}
	}
	for k := range s.before(head) {
		if s.items[k].depth != s.items[head].depth {
			continue
		}
		if s.isMark(k, syntax.Actor) {
			if !s.joined(k, head) {
				break
			}
			head = k
		} else if s.items[k].mark >= 0 || s.is(k, lexicon.To|lexicon.From) {
			break
		}
	}
	return head
}

// actionBefore returns the item of the nearest action before item k, -1 for none.
func (s *scope) actionBefore(k int) int {
	for j := range s.before(k) {
		if s.items[j].frame >= 0 {
			return j
		}
	}
	return -1
}

// mainActionBefore returns the item of the nearest action before item k that is not
// further inside parentheses, -1 for none. One that is only said of a party in passing
// counts in its own clause alone.
func (s *scope) mainActionBefore(k int) int {
	for j := range s.before(k) {
		it := &s.items[j]
		if it.frame >= 0 && it.depth <= s.items[k].depth && !(s.frames[it.frame].aside && it.segment < s.items[k].segment) {
			return j
		}
	}
	return -1
}

// mainActionBehind returns the item of the nearest action behind item k in its clause, in
// no more than depth parentheses, -1 for none. One in a relative clause counts only where
// that clause holds item k too.
func (s *scope) mainActionBehind(k, depth int) int {
	for j := range s.behindInClause(k) {
		if s.items[j].frame < 0 || s.items[j].depth > depth {
			continue
		}
		if fr := &s.frames[s.items[j].frame]; !fr.relative || fr.from <= k {
			return j
		}
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
