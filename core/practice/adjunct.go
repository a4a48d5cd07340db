package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// linkPurposes finds the frames that each purpose and condition belongs to.
func (r *reader) linkPurposes(list []item, frames []frame) {
	if len(frames) == 0 {
		return
	}
	last := -1
	var lastFrames []int
	lastRule := ""
	for i := range list {
		it := &list[i]
		if !it.isMark(syntax.Purpose) {
			continue
		}
		role := &r.roles[it.mark]
		var to []int
		rule := ""
		if last >= 0 && r.sameAdjunct(list, last, i) && len(lastFrames) > 0 && lastRule != "" && r.roles[list[last].mark].Name == role.Name {
			to, rule = lastFrames, lastRule
		} else {
			to, rule = r.adjunctFrames(list, frames, i, role.Name == RoleCondition)
		}
		last, lastFrames, lastRule = i, to, rule
		l := link{item: i, evidence: Marked, cue: role.Cue}
		for _, f := range to {
			fr := &frames[f]
			if role.Name == RoleCondition {
				l.rule = "condition-" + rule
				l.negative = r.exceptionBefore(list, i)
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
func (r *reader) sameAdjunct(list []item, a, b int) bool {
	lists := a+1 == b && list[b].gap <= len("，")
	for k := a + 1; k < b; k++ {
		it := &list[k]
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
func (r *reader) exceptionBefore(list []item, i int) bool {
	if r.firstIn(list[i].mark).Is(lexicon.Exception) || r.lastIn(list[i].mark).Is(lexicon.Exception) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3 && list[k].mark < 0 && list[k].punct == noPunct; k-- {
		if list[k].is(lexicon.Exception) {
			return true
		}
	}
	if i+2 < len(list) && list[i+1].is(lexicon.Of) && list[i+1].gap == 0 && list[i+2].is(lexicon.Exception) && list[i+2].gap == 0 {
		return true
	}
	return i+1 < len(list) && list[i+1].is(lexicon.Exception) && list[i+1].gap <= 2*len("的")
}

// adjunctFrames returns the frames that the purpose or condition at item i belongs
// to, and the name of how.
func (r *reader) adjunctFrames(list []item, frames []frame, i int, condition bool) ([]int, string) {
	it := &list[i]
	left, right := -1, -1
	for f := range frames {
		if list[frames[f].item].depth > it.depth {
			continue
		}
		if frames[f].item < i {
			if !frames[f].relative || left < 0 {
				left = f
			}
		} else if right < 0 {
			right = f
		}
	}
	// Inside a relative clause it belongs to that alone.
	for f := range frames {
		if fr := &frames[f]; fr.relative && fr.from <= i && i < fr.item {
			return r.group(frames, f), "inside"
		}
	}
	if condition && left >= 0 && (right < 0 || r.trailingException(list, frames, left, i)) && r.exceptionBefore(list, i) {
		return r.prohibitions(list, frames, left), "trailing"
	}
	matrix := right
	for matrix >= 0 && matrix < len(frames) && frames[matrix].relative {
		matrix++
	}
	if matrix == len(frames) {
		matrix = right
	}
	sameRight := right >= 0 && list[frames[right].item].segment == it.segment
	sameLeft := left >= 0 && list[frames[left].item].segment == it.segment && !startsWithComma(r.text(it.Span))
	trailing := r.trailing(list, i, condition, left >= 0, right >= 0)
	switch {
	case left < 0 && right < 0:
		return nil, ""
	case left < 0:
		return r.following(list, frames, matrix, i, condition), "leading"
	case right < 0:
		return r.nearest(list, frames, left), "trailing"
	case r.english && sameLeft && !condition:
		return r.group(frames, left), "trailing"
	case sameLeft && !sameRight:
		return r.nearest(list, frames, left), "trailing"
	case trailing:
		return r.nearest(list, frames, left), "trailing"
	}
	return r.following(list, frames, matrix, i, condition), "leading"
}

// trailing reports whether the words at item i make it belong to what stands
// before it.
func (r *reader) trailing(list []item, i int, condition, left, right bool) bool {
	if !left || !right {
		return left
	}
	e := r.firstIn(list[i].mark)
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if list[k].mark >= 0 || list[k].punct != noPunct {
			break
		}
		if list[k].is(lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Exception | lexicon.ConditionLead) {
			e = list[k].entry
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
	return i > 0 && (list[i-1].mark >= 0 && list[i].gap <= len("，") || list[i-1].punct == comma && i > 1 && list[i-2].mark >= 0)
}

func (r *reader) group(frames []frame, f int) []int {
	var all []int
	for g := range frames {
		if frames[g].group == frames[f].group {
			all = append(all, g)
		}
	}
	return all
}

// nearest returns the frames that something behind frame f belongs to: those joined
// with it, and those of which it is a further step (收集…并[提供]给…).
func (r *reader) nearest(list []item, frames []frame, f int) []int {
	first := f
	for first > 0 {
		p := &frames[first-1]
		switch {
		case p.group == frames[first].group:
		case p.relative:
			// Over a clause inside the object.
			if first < 2 || !r.step(list, frames, first-2, first) {
				return r.without(frames, first, f)
			}
		case !r.step(list, frames, first-1, first):
			return r.without(frames, first, f)
		}
		first--
	}
	return r.without(frames, first, f)
}

// without returns the frames from first to last that qualify no data.
func (r *reader) without(frames []frame, first, last int) []int {
	var all []int
	for g := first; g <= last; g++ {
		if !frames[g].relative || first == last || frames[last].relative {
			all = append(all, g)
		}
	}
	for g := last + 1; g < len(frames) && frames[g].group == frames[last].group; g++ {
		all = append(all, g)
	}
	return all
}

// step reports whether action b is only a further step of action a: it has no
// object of its own, or follows as one of several predicates without a comma.
func (r *reader) step(list []item, frames []frame, a, b int) bool {
	if list[frames[a].item].depth != list[frames[b].item].depth || frames[a].negated != frames[b].negated {
		return false
	}
	if list[frames[a].item].segment == list[frames[b].item].segment {
		if len(frames[b].data) > 0 && frames[b].data[0].rule == "object-of-clause-before" {
			return true
		}
		for k := frames[b].item - 1; k > frames[a].item; k-- {
			if list[k].isMark(syntax.Data) || list[k].isMark(syntax.Actor) || list[k].isMark(syntax.Purpose) {
				return false
			}
			if list[k].is(lexicon.List) {
				return true
			}
		}
	}
	// 使用…，用于[提取]…
	return frames[b].item > 0 && list[frames[b].item-1].is(lexicon.PurposeTrail) && list[frames[b].item-1].entry.Word != "来"
}

// prohibitions returns what an exception behind frame f belongs to: the frames
// joined with it, and those before that deny something as well (不会…，也不会…，除非…).
func (r *reader) prohibitions(list []item, frames []frame, f int) []int {
	all := r.nearest(list, frames, f)
	for g := all[0] - 1; g >= 0 && frames[f].negated; g-- {
		if frames[g].relative {
			continue
		}
		if !frames[g].negated {
			break
		}
		all = append([]int{g}, all...)
	}
	return all
}

// trailingException reports whether the exception at item i behind frame left
// belongs to it rather than to the clause behind.
func (r *reader) trailingException(list []item, frames []frame, left, i int) bool {
	if left < 0 || !r.exceptionBefore(list, i) || !frames[left].negated {
		return false
	}
	e := r.firstIn(list[i].mark)
	for k := i - 1; k >= i-3 && k >= 0 && list[k].mark < 0; k-- {
		if list[k].is(lexicon.Exception) {
			e = list[k].entry
		}
	}
	return e.Is(lexicon.Exception) && (e.Word == "除非" || e.Word == "unless" || e.Word == "except")
}

// following returns the frames from f on that something leading at item i covers:
// up to a clause that has one of its own. Ahead of the subject it frames the
// sentence; behind a subject it holds for what that subject does.
func (r *reader) following(list []item, frames []frame, f, i int, condition bool) []int {
	owner := r.subjectAhead(list, i)
	var all []int
	for g := f; g < len(frames); g++ {
		fr := &frames[g]
		if fr.relative && g > f && !(condition && owner < 0) {
			continue
		}
		if g > f && !fr.relative && fr.group != frames[g-1].group {
			if r.newAdjunct(list, frames, i, frames[g-1].item, fr.item, condition) {
				break
			}
			if owner >= 0 && r.newSubject(list, fr, owner, i) {
				break
			}
		}
		all = append(all, g)
	}
	if condition && owner < 0 {
		// Clauses inside the objects before the main action are framed as well.
		for g := f - 1; g >= 0 && frames[g].relative && frames[g].item > i; g-- {
			all = append([]int{g}, all...)
		}
	}
	return all
}

// subjectAhead returns the subject that stands before item i in its clause, -1 for
// none.
func (r *reader) subjectAhead(list []item, i int) int {
	for k := i - 1; k >= 0 && list[k].segment == list[i].segment; k-- {
		if list[k].depth > list[i].depth {
			continue
		}
		if list[k].isMark(syntax.Actor) && r.roles[list[k].mark].Name == RoleActor {
			return k
		}
		if list[k].is(lexicon.First) && (list[k+1].is(lexicon.Modal|lexicon.Negation) || k+1 == i) {
			return k
		}
	}
	return -1
}

// newSubject reports whether frame fr has a subject that stands behind item i and
// is not what owner names.
func (r *reader) newSubject(list []item, fr *frame, owner, i int) bool {
	for _, a := range fr.actors {
		if a.item > i && a.evidence <= Read && r.text(list[a.item].Span) != r.text(list[owner].Span) {
			return true
		}
	}
	return false
}

// newAdjunct reports whether between actions a and b something of the same kind
// leads anew.
func (r *reader) newAdjunct(list []item, frames []frame, i, a, b int, condition bool) bool {
	want := RolePurpose
	if condition {
		want = RoleCondition
	}
	for k := a + 1; k < b; k++ {
		if list[k].isMark(syntax.Purpose) && r.roles[list[k].mark].Name == want {
			if r.leads(list, frames, k, condition) {
				return true
			}
		}
	}
	return false
}

// leads reports whether the purpose or condition at item k, between two actions,
// belongs to the second.
func (r *reader) leads(list []item, frames []frame, k int, condition bool) bool {
	for f := range frames {
		if list[frames[f].item].segment == list[k].segment && frames[f].item < k {
			return false
		}
	}
	return !r.trailing(list, k, condition, true, true)
}

func startsWithComma(s string) bool { return strings.HasPrefix(s, "，") || strings.HasPrefix(s, ",") }
