package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// How far words work that belong to an adjunct, a purpose or a condition.
const (
	maxExceptionAhead = 3           // items: 除 before a condition, with words such as 法律 between
	maxExceptionGap   = 2 * hanSize // bytes: from a condition to the 除外 behind it
	maxCueAhead       = 4           // items: from 以便 to the purpose that it leads
	maxMemberGap      = hanSize     // bytes: what one character parts stands side by side
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

// sameAdjunct reports whether purpose marks a and b are members of one list, or follow
// each other with next to nothing between: {改进服务}和{保障安全}.
func (s *scope) sameAdjunct(a, b int) bool {
	lists := a+1 == b && s.items[b].gap <= maxMemberGap
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
// not so: 除{法律另有规定}外.
func (s *scope) exceptionBefore(i int) bool {
	if s.firstIn(s.items[i].mark).Is(lexicon.Exception) || s.lastIn(s.items[i].mark).Is(lexicon.Exception) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-maxExceptionAhead && s.items[k].mark < 0 && s.items[k].punct == noPunct; k-- {
		if s.is(k, lexicon.Exception) {
			return true
		}
	}
	if i+2 < len(s.items) && s.is(i+1, lexicon.Of) && s.adjoins(i+1) && s.is(i+2, lexicon.Exception) && s.adjoins(i+2) {
		return true
	}
	return s.is(i+1, lexicon.Exception) && s.items[i+1].gap <= maxExceptionGap
}

// adjunctFrames returns the frames that the purpose or condition at item i belongs
// to, and the name of how.
func (s *scope) adjunctFrames(i int, condition bool) ([]int, string) {
	if f := s.relativeAround(i); f >= 0 {
		return s.group(f), "inside"
	}
	left, right := s.actionsAround(i)
	switch {
	case left < 0 && right < 0:
		return nil, ""
	case condition && left >= 0 && (right < 0 || s.trailingException(left, i)) && s.exceptionBefore(i):
		return s.prohibitions(left), "trailing"
	case left < 0:
		return s.framed(right, i, condition), "leading"
	case right < 0:
		return s.nearest(left), "trailing"
	}
	inLeft := s.sameClause(s.frames[left].item, i) && !startsWithComma(s.text(s.items[i].Span))
	inRight := s.sameClause(s.frames[right].item, i)
	switch {
	case inLeft && !condition && !s.grammar.verbFinal():
		return s.group(left), "trailing"
	case inLeft && !inRight, s.trailing(i, condition):
		return s.nearest(left), "trailing"
	}
	return s.framed(right, i, condition), "leading"
}

// relativeAround returns the frame in whose relative clause item i stands, -1 for none:
// {为您配送} in [收集](您)为{…}[填写]的<地址>.
func (s *scope) relativeAround(i int) int {
	for f := range s.frames {
		if fr := &s.frames[f]; fr.relative && fr.from <= i && i < fr.item {
			return f
		}
	}
	return -1
}

// actionsAround returns the frames of the nearest actions before and behind item i, -1
// for none. One that qualifies data is the one before only where there is no other.
func (s *scope) actionsAround(i int) (left, right int) {
	left, right = -1, -1
	for f := range s.frames {
		fr := &s.frames[f]
		switch {
		case s.items[fr.item].depth > s.items[i].depth:
		case fr.item >= i:
			return left, f
		case !fr.relative || left < 0:
			left = f
		}
	}
	return left, right
}

// mainFrame returns the first frame from f on that qualifies no data, the last of all
// when each does.
func (s *scope) mainFrame(f int) int {
	for f < len(s.frames)-1 && s.frames[f].relative {
		f++
	}
	return f
}

// framed returns what something leading at item i covers, right the frame behind it: the
// main clause and what follows, {如果您同意}，我们[收集]….
func (s *scope) framed(right, i int, condition bool) []int {
	if f := s.mainFrame(right); !s.frames[f].relative {
		right = f
	}
	return s.following(right, i, condition)
}

// trailing reports whether the words at item i, between two actions, make it belong to
// the one before it: [收集]<…>，以便{…}，并[使用]….
func (s *scope) trailing(i int, condition bool) bool {
	if condition {
		return false
	}
	e := s.firstIn(s.items[i].mark)
	for k := i - 1; k >= 0 && k >= i-maxCueAhead; k-- {
		if s.items[k].mark >= 0 || s.items[k].punct != noPunct {
			break
		}
		if s.is(k, lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Exception|lexicon.ConditionLead) {
			e = s.items[k].entry
			break
		}
	}
	if e.Is(lexicon.PurposeTrail) && !e.Is(lexicon.PurposeLead) {
		return true
	}
	if e.Is(lexicon.PurposeLead) {
		return false
	}
	// Without a cue it goes with what it stands right behind.
	return i > 0 && (s.items[i-1].mark >= 0 && s.items[i].gap <= maxMemberGap || s.items[i-1].punct == comma && i > 1 && s.items[i-2].mark >= 0)
}

// trailingException reports whether the exception at item i behind frame left
// belongs to it rather than to the clause behind: 不会[共享]…，除非{您同意}.
func (s *scope) trailingException(left, i int) bool {
	if left < 0 || !s.exceptionBefore(i) || !s.frames[left].negated {
		return false
	}
	e := s.firstIn(s.items[i].mark)
	for k := i - 1; k >= i-maxExceptionAhead && k >= 0 && s.items[k].mark < 0; k-- {
		if s.is(k, lexicon.Exception) {
			e = s.items[k].entry
		}
	}
	return e.Has(lexicon.Reserves)
}

// startsWithComma reports whether a mark holds the comma before it: ，以便分析.
func startsWithComma(s string) bool { return strings.HasPrefix(s, "，") || strings.HasPrefix(s, ",") }
