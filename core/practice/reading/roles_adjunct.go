package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// What a cue counts for, by where it stands.
const (
	cueBefore = 4 // before the mark, or the first word in it
	cueAfter  = 4 // behind the mark
	cueLast   = 6 // the last word in it
	cueInside = 1 // anywhere in it
)

// maxCueDistance is how many code points may stand between a cue and the mark.
const maxCueDistance = 8

// votes are what speaks for a purpose and for a condition, and the cue that weighs
// most.
type votes struct {
	purpose, condition int
	best               int
	cue                string
}

//go:noinline
func (v *votes) add(e *lexicon.Entry, weight int, asPurpose bool) {
	if asPurpose {
		v.purpose += weight
	} else {
		v.condition += weight
	}
	if weight > v.best {
		v.best, v.cue = weight, e.Word
	}
}

// givePurposeRoles says which marks of purposes are conditions.
func (s *scope) givePurposeRoles() {
	for i := range s.items {
		if it := &s.items[i]; it.isMark(syntax.Purpose) {
			s.roles[it.mark] = s.qualified(it.mark, s.purposeRole(i))
		}
	}
}

// purposeRole decides whether item i of list, a purpose mark, is a purpose or a
// condition. Cues before, inside and behind the mark count for one or the other.
func (s *scope) purposeRole(i int) practice.Role {
	var votes votes
	m := s.items[i].mark

	// Words before, up to a comma or another mark.
	distance := 0
	for k := range s.before(i) {
		it := &s.items[k]
		distance += utf8.RuneCountInString(s.plain[it.End:s.items[k+1].Start])
		if distance > maxCueDistance || it.mark >= 0 || it.punct != noPunct || s.items[k+1].depth != it.depth {
			break
		}
		e := it.entry
		if s.english && e.Is(lexicon.By) && k == 0 {
			votes.add(e, cueBefore+1, false) // by {signing up}, you agree
			break
		}
		if e.Is(lexicon.PurposeLead | lexicon.PurposeTrail) {
			if !e.Is(lexicon.ConditionLead) {
				votes.add(e, cueBefore+2, true)
				break
			}
			// 基于 may be either: the rest decides.
			votes.add(e, 1, false)
			break
		}
		if e.Is(lexicon.ConditionLead) && !(e.Is(lexicon.Verb|lexicon.Modal|lexicon.Via) && distance > 0) {
			weight := cueBefore + 1
			if e.Word == "除非" || e.English && e.Has(lexicon.StrongLead) {
				weight = 5 * cueBefore
			}
			before := k - 1
			for before > 0 && s.items[before].is(lexicon.Adverb|lexicon.Neutral) && s.items[before+1].gap == 0 {
				before--
			}
			if e.Word == "在" && s.is(before, lexicon.Modal) && s.items[before].entry.Modality == lexicon.Can {
				// 您可以在{订单中查看进度}: what one can do, rather than when.
				votes.purpose += weight
			}
			votes.add(e, weight, false)
			break
		}
		if e.Is(lexicon.ConditionTail) && distance == 0 && k+1 == i {
			// A condition has just ended, so this is something else.
			votes.purpose++
			break
		}
		distance += utf8.RuneCountInString(e.Word)
	}

	// The first words inside.
	span := s.marks[m].Plain
	seen := 0
	first, led, lawful, aimed := true, false, false, false
	if text := strings.TrimLeft(s.text(span), "，, "); len(text) > len("为您") && !s.english && servesUser[text[:len("为您")]] {
		votes.purpose += cueBefore - 1
		aimed = true
	}
	for t := s.tokenAt(span.Start); t < len(s.tokens) && int(s.tokens[t].start) < span.End; t++ {
		k := &s.tokens[t]
		e := k.entry
		if e == nil || int(k.mark) != m {
			continue
		}
		atStart := first && blank(s.plain[span.Start:k.start]) || first && seen > 0
		atEnd := int(k.end) == span.End || blank(s.plain[k.end:span.End])
		switch {
		case atStart && e.Is(lexicon.Exception):
			votes.add(e, cueBefore+3, false)
			first = false
		case e.Is(lexicon.SameCondition):
			votes.add(e, cueBefore, false)
			first = false
		case atStart && e.Is(lexicon.PurposeLead|lexicon.PurposeTrail) && e.Is(lexicon.ConditionLead):
			votes.add(e, 1, false)
			first = false
		case atStart && e.Is(lexicon.PurposeLead|lexicon.PurposeTrail) && !atEnd:
			votes.add(e, cueBefore+2, true)
			first, aimed = false, true
		case atStart && e.Is(lexicon.ConditionLead):
			votes.add(e, cueBefore, false)
			first, led, lawful = false, true, e.Has(lexicon.FollowsLaw)
		case atStart && e.Is(lexicon.Benefit):
			votes.add(e, cueBefore-1, true)
			first = false
		case atStart && e.Is(lexicon.User|lexicon.First|lexicon.Adverb|lexicon.Break|lexicon.List|lexicon.Possessive):
			if seen == 0 && (e.Is(lexicon.User) || e.Is(lexicon.Adverb) && e.Has(lexicon.Restricts)) {
				// A clause with a subject says when; only says under which restriction.
				votes.add(e, 2, false)
			}
			seen++
		default:
			first = false
		}
		if atEnd && e.Is(lexicon.ConditionTail) && int(k.start) > span.Start && !(aimed && (e.Word == "情况" || e.Word == "时间")) {
			weight := cueLast
			if e.Word == "时" || e.Word == "期间" || e.Word == "过程中" {
				weight++
			}
			votes.add(e, weight, false)
		}
		if atEnd && e.Is(lexicon.PurposeTail) && int(k.start) > span.Start && !lawful {
			votes.add(e, cueLast, true)
		}
		if !atEnd && e.Is(lexicon.ConditionTail) && int(k.start) > span.Start && int(k.end) < span.End && e.Word != "下" && s.clauseFollows(int(k.end), span.End) {
			votes.add(e, 1, false)
		} else if e.Is(lexicon.ConditionTail) && led && !atEnd && int(k.start) > span.Start && e.Word != "下" && !s.nextOf(t) && s.benefitAt(int(k.end)) {
			// 在需要的情况下与您联系: the condition is only part of a purpose.
			votes.add(e, cueBefore+1, true)
		}
		if e.Is(lexicon.ConditionWord) {
			votes.condition += cueInside
		}
		if !first && e.Is(lexicon.Benefit) {
			votes.purpose += cueInside
		}
	}

	// Words behind.
	if i+1 < len(s.items) {
		n := &s.items[i+1]
		if n.entry.Is(lexicon.More) && i+2 < len(s.items) && s.items[i+2].gap == 0 {
			n = &s.items[i+2]
		}
		if n.mark < 0 && n.gap <= len("的") {
			if n.entry.Is(lexicon.ConditionAfter) || n.entry.Is(lexicon.ConditionTail) && !n.entry.Is(lexicon.Neutral) {
				votes.add(n.entry, cueAfter+1, false)
			}
			if n.entry.Is(lexicon.Of) && i+2 < len(s.items) && s.items[i+2].gap == 0 {
				n = &s.items[i+2]
			}
			if n.entry.Is(lexicon.PurposeTail | lexicon.PurposeNoun) {
				votes.add(n.entry, cueAfter+2, true)
			} else if n.entry.Is(lexicon.ConditionTail) {
				votes.add(n.entry, cueAfter, false)
			}
		}
	}

	// One of several joined by 、 or 或 is as the one before.
	if k := i - 2; k >= 0 && s.items[i-1].is(lexicon.List) && s.items[i].gap == 0 {
		if s.items[k].punct == comma && k > 0 {
			k--
		}
		if s.items[k].isMark(syntax.Purpose) && s.items[k+1].gap <= len("的") {
			if s.role(k).Name == practice.RoleCondition {
				votes.condition += cueBefore - 1
			} else {
				votes.purpose += cueBefore - 1
			}
		}
	}
	purpose, condition := votes.purpose, votes.condition
	cue, best := votes.cue, votes.best
	if purpose == condition {
		// Behind its action it is rather a purpose.
		for k := range s.beforeInClause(i) {
			if s.items[k].isMark(syntax.Action) || s.items[k].isMark(syntax.Data) {
				purpose++
				break
			}
		}
	}
	role := practice.Role{Name: practice.RolePurpose, Evidence: practice.Read, Rule: "purpose-cue", Cue: cue, Margin: purpose - condition}
	if condition > purpose || condition == purpose && condition > 0 && best < cueBefore {
		role = practice.Role{Name: practice.RoleCondition, Evidence: practice.Read, Rule: "condition-cue", Cue: cue, Margin: condition - purpose}
	}
	if cue == "" {
		role.Rule, role.Evidence = "purpose-default", practice.Implied
	}
	return role
}

// servesUser are the words by which a purpose says for whom it is.
var servesUser = map[string]bool{"为您": true, "向您": true, "给您": true, "使您": true, "让您": true, "为你": true, "向你": true, "给你": true}

// clauseFollows reports whether a comma stands between two offsets.
func (r *reader) clauseFollows(from, to int) bool {
	for t := r.tokenAt(from); t < len(r.tokens) && int(r.tokens[t].start) < to; t++ {
		if r.tokens[t].punct == comma {
			return true
		}
	}
	return false
}

// nextOf reports whether 的 follows token t at once.
func (r *reader) nextOf(t int) bool {
	return t+1 < len(r.tokens) && r.tokens[t+1].start == r.tokens[t].end && r.tokens[t+1].entry.Is(lexicon.Of)
}

// benefitAt reports whether the words at the byte offset at say what is done for
// somebody: 向您展示, 与您联系.
func (r *reader) benefitAt(at int) bool {
	t := r.tokenAt(at)
	return t < len(r.tokens) && int(r.tokens[t].start) == at && r.tokens[t].entry.Is(lexicon.Benefit|lexicon.To|lexicon.With|lexicon.PurposeLead)
}
