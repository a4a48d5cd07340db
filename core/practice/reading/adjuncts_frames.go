package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// This file says over which frames reaches what is said of one: those joined with it,
// those that lead up to it, those that follow.

// group returns the frames that are joined with frame f, itself among them: 收集、使用.
func (s *scope) group(f int) []int {
	var all []int
	for g := range s.frames {
		if s.frames[g].group == s.frames[f].group {
			all = append(all, g)
		}
	}
	return all
}

// nearest returns the frames that something behind frame f belongs to: those joined
// with it, and those of which it is a further step (收集…并[提供]给…).
func (s *scope) nearest(f int) []int {
	first := f
	for first > 0 {
		p := &s.frames[first-1]
		switch {
		case p.group == s.frames[first].group:
		case p.relative:
			// Over a clause inside the object.
			if first < 2 || !s.step(first-2, first) {
				return s.without(first, f)
			}
		case !s.step(first-1, first):
			return s.without(first, f)
		}
		first--
	}
	return s.without(first, f)
}

// without returns the frames from first to last that qualify no data.
func (s *scope) without(first, last int) []int {
	var all []int
	for g := first; g <= last; g++ {
		if !s.frames[g].relative || first == last || s.frames[last].relative {
			all = append(all, g)
		}
	}
	for g := last + 1; g < len(s.frames) && s.frames[g].group == s.frames[last].group; g++ {
		all = append(all, g)
	}
	return all
}

// step reports whether action b is only a further step of action a: it has no
// object of its own, or follows as one of several predicates without a comma.
func (s *scope) step(a, b int) bool {
	if s.items[s.frames[a].item].depth != s.items[s.frames[b].item].depth || s.frames[a].negated != s.frames[b].negated {
		return false
	}
	if s.sameClause(s.frames[a].item, s.frames[b].item) {
		if len(s.frames[b].data) > 0 && s.frames[b].data[0].rule == "object-of-clause-before" {
			return true
		}
		for k := s.frames[b].item - 1; k > s.frames[a].item; k-- {
			if s.isMark(k, syntax.Data) || s.isMark(k, syntax.Actor) || s.isMark(k, syntax.Purpose) {
				return false
			}
			if s.is(k, lexicon.List) {
				return true
			}
		}
	}
	// 使用…，用于[提取]…
	return s.frames[b].item > 0 && s.items[s.frames[b].item-1].is(lexicon.PurposeTrail) && !s.has(s.frames[b].item-1, lexicon.SerialVerb)
}

// prohibitions returns what an exception behind frame f belongs to: the frames
// joined with it, and those before that deny something as well (不会…，也不会…，除非…).
func (s *scope) prohibitions(f int) []int {
	all := s.nearest(f)
	for g := all[0] - 1; g >= 0 && s.frames[f].negated; g-- {
		if s.frames[g].relative {
			continue
		}
		if !s.frames[g].negated {
			break
		}
		all = append([]int{g}, all...)
	}
	return all
}

// following returns the frames from f on that something leading at item i covers:
// up to a clause that has one of its own. Ahead of the subject it frames the
// sentence; behind a subject it holds for what that subject does.
func (s *scope) following(f, i int, condition bool) []int {
	owner := s.subjectAhead(i)
	var all []int
	for g := f; g < len(s.frames); g++ {
		fr := &s.frames[g]
		if fr.relative && g > f && !(condition && owner < 0) {
			continue
		}
		if g > f && !fr.relative && fr.group != s.frames[g-1].group {
			if s.newAdjunct(i, s.frames[g-1].item, fr.item, condition) {
				break
			}
			if owner >= 0 && s.newSubject(fr, owner, i) {
				break
			}
		}
		all = append(all, g)
	}
	if condition && owner < 0 {
		// Clauses inside the objects before the main action are framed as well.
		for g := f - 1; g >= 0 && s.frames[g].relative && s.frames[g].item > i; g-- {
			all = append([]int{g}, all...)
		}
	}
	return all
}

// subjectAhead returns the subject that stands before item i in its clause, -1 for
// none.
func (s *scope) subjectAhead(i int) int {
	for k := range s.beforeInClause(i) {
		if s.items[k].depth > s.items[i].depth {
			continue
		}
		if s.isDoer(k) {
			return k
		}
		if s.is(k, lexicon.First) && (s.is(k+1, lexicon.Modal|lexicon.Negation) || k+1 == i) {
			return k
		}
	}
	return -1
}

// newSubject reports whether frame fr has a subject that stands behind item i and
// is not what owner names.
func (s *scope) newSubject(fr *frame, owner, i int) bool {
	for _, a := range fr.actors {
		if a.item > i && a.evidence <= practice.Read && s.text(s.items[a.item].Span) != s.text(s.items[owner].Span) {
			return true
		}
	}
	return false
}

// newAdjunct reports whether between actions a and b something of the same kind
// leads anew.
func (s *scope) newAdjunct(i, a, b int, condition bool) bool {
	want := practice.RolePurpose
	if condition {
		want = practice.RoleCondition
	}
	for k := a + 1; k < b; k++ {
		if s.isMark(k, syntax.Purpose) && s.role(k).Name == want {
			if s.leads(k, condition) {
				return true
			}
		}
	}
	return false
}

// leads reports whether the purpose or condition at item k, between two actions,
// belongs to the second.
func (s *scope) leads(k int, condition bool) bool {
	for f := range s.frames {
		if s.sameClause(s.frames[f].item, k) && s.frames[f].item < k {
			return false
		}
	}
	return !s.trailing(k, condition)
}
