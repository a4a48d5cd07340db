package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// linkPurposes finds the frames that each purpose and condition belongs to.
func (s *scope) linkPurposes() {
	if len(s.frames) == 0 {
		return
	}
	last := -1
	var lastFrames []int
	lastRule := ""
	for i := range s.items {
		it := &s.items[i]
		if !it.isMark(syntax.Purpose) {
			continue
		}
		role := &s.roles[it.mark]
		var to []int
		rule := ""
		if last >= 0 && s.sameAdjunct(last, i) && len(lastFrames) > 0 && lastRule != "" && s.role(last).Name == role.Name {
			to, rule = lastFrames, lastRule
		} else {
			to, rule = s.adjunctFrames(i, role.Name == practice.RoleCondition)
		}
		last, lastFrames, lastRule = i, to, rule
		l := link{item: i, evidence: practice.Marked, cue: role.Cue}
		for _, f := range to {
			fr := &s.frames[f]
			if role.Name == practice.RoleCondition {
				l.rule = "condition-" + rule
				l.negative = s.exceptionBefore(i)
				add(&fr.conditions, l)
			} else {
				l.rule = "purpose-" + rule
				add(&fr.purposes, l)
			}
			fr.derive(l.rule)
		}
	}
}

// sameAdjunct reports whether purpose marks a and b of list are members of one
// list, or follow each other with nothing but words between.
func (s *scope) sameAdjunct(a, b int) bool {
	lists := a+1 == b && s.items[b].gap <= hanSize
	for k := a + 1; k < b; k++ {
		it := &s.items[k]
		if it.mark >= 0 || it.punct == semicolon || it.punct == colon {
			return false
		}
		if it.is(lexicon.List) {
			lists = true
		}
	}
	return lists
}

// exceptionBefore reports whether the condition at item i says when something is
// not so.
func (s *scope) exceptionBefore(i int) bool {
	if s.firstIn(s.items[i].mark).Is(lexicon.Exception) || s.lastIn(s.items[i].mark).Is(lexicon.Exception) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3 && s.items[k].mark < 0 && s.items[k].punct == noPunct; k-- {
		if s.is(k, lexicon.Exception) {
			return true
		}
	}
	if i+2 < len(s.items) && s.is(i+1, lexicon.Of) && s.adjoins(i+1) && s.is(i+2, lexicon.Exception) && s.adjoins(i+2) {
		return true
	}
	return s.is(i+1, lexicon.Exception) && s.items[i+1].gap <= 2*hanSize
}

// adjunctFrames returns the frames that the purpose or condition at item i belongs
// to, and the name of how.
func (s *scope) adjunctFrames(i int, condition bool) ([]int, string) {
	it := &s.items[i]
	left, right := -1, -1
	for f := range s.frames {
		if s.items[s.frames[f].item].depth > it.depth {
			continue
		}
		if s.frames[f].item < i {
			if !s.frames[f].relative || left < 0 {
				left = f
			}
		} else if right < 0 {
			right = f
		}
	}
	// Inside a relative clause it belongs to that alone.
	for f := range s.frames {
		if fr := &s.frames[f]; fr.relative && fr.from <= i && i < fr.item {
			return s.group(f), "inside"
		}
	}
	if condition && left >= 0 && (right < 0 || s.trailingException(left, i)) && s.exceptionBefore(i) {
		return s.prohibitions(left), "trailing"
	}
	matrix := right
	for matrix >= 0 && matrix < len(s.frames) && s.frames[matrix].relative {
		matrix++
	}
	if matrix == len(s.frames) {
		matrix = right
	}
	sameRight := right >= 0 && s.items[s.frames[right].item].segment == it.segment
	sameLeft := left >= 0 && s.items[s.frames[left].item].segment == it.segment && !startsWithComma(s.text(it.Span))
	trailing := s.trailing(i, condition, left >= 0, right >= 0)
	switch {
	case left < 0 && right < 0:
		return nil, ""
	case left < 0:
		return s.following(matrix, i, condition), "leading"
	case right < 0:
		return s.nearest(left), "trailing"
	case s.english && sameLeft && !condition:
		return s.group(left), "trailing"
	case sameLeft && !sameRight:
		return s.nearest(left), "trailing"
	case trailing:
		return s.nearest(left), "trailing"
	}
	return s.following(matrix, i, condition), "leading"
}

// trailing reports whether the words at item i make it belong to what stands
// before it.
func (s *scope) trailing(i int, condition, left, right bool) bool {
	if !left || !right {
		return left
	}
	e := s.firstIn(s.items[i].mark)
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s.items[k].mark >= 0 || s.items[k].punct != noPunct {
			break
		}
		if s.is(k, lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Exception|lexicon.ConditionLead) {
			e = s.items[k].entry
			break
		}
	}
	if condition {
		return false
	}
	if e.Is(lexicon.PurposeTrail) && !e.Is(lexicon.PurposeLead) {
		return true
	}
	if e.Is(lexicon.PurposeLead) {
		return false
	}
	// Without a cue it goes with what it stands right behind.
	return i > 0 && (s.items[i-1].mark >= 0 && s.items[i].gap <= hanSize || s.items[i-1].punct == comma && i > 1 && s.items[i-2].mark >= 0)
}

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
	return s.frames[b].item > 0 && s.items[s.frames[b].item-1].is(lexicon.PurposeTrail) && s.items[s.frames[b].item-1].entry.Word != "来"
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

// trailingException reports whether the exception at item i behind frame left
// belongs to it rather than to the clause behind.
func (s *scope) trailingException(left, i int) bool {
	if left < 0 || !s.exceptionBefore(i) || !s.frames[left].negated {
		return false
	}
	e := s.firstIn(s.items[i].mark)
	for k := i - 1; k >= i-3 && k >= 0 && s.items[k].mark < 0; k-- {
		if s.is(k, lexicon.Exception) {
			e = s.items[k].entry
		}
	}
	return e.Is(lexicon.Exception) && (e.Word == "除非" || e.Word == "unless" || e.Word == "except")
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
	return !s.trailing(k, condition, true, true)
}

func startsWithComma(s string) bool { return strings.HasPrefix(s, "，") || strings.HasPrefix(s, ",") }
