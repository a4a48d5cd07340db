package reading

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// maxCueDistance is how many code points may stand between a cue and the mark.
const maxCueDistance = 8

// givePurposeRoles says which marks of purposes are conditions.
func (s *scope) givePurposeRoles() {
	for i := range s.items {
		if it := &s.items[i]; it.isMark(syntax.Purpose) {
			s.roles[it.mark] = s.qualified(it.mark, s.purposeRole(i))
		}
	}
}

// purposeRole decides whether item i, a purpose mark, is a purpose or a condition: the
// words before, inside and behind the mark vote, as roles_votes.go says.
func (s *scope) purposeRole(i int) practice.Role {
	var v votes
	s.voteBefore(&v, i)
	s.voteInside(&v, s.items[i].mark)
	s.voteBehind(&v, i)
	s.voteLikeNeighbour(&v, i)
	s.grammar.voteClause(s, &v, i)
	if s.inList && s.lead != nil {
		switch s.lead.items {
		case purposeItems:
			v.purpose += doubt
		case conditionItems, exceptionItems:
			v.condition += doubt
		}
	}
	if v.purpose == v.condition && s.behindDeed(i) {
		v.purpose++ // behind its action it is rather a purpose
	}
	return v.role()
}

// voteBefore lets the nearest telling word before item i vote, up to a comma or another
// mark.
func (s *scope) voteBefore(v *votes, i int) {
	distance := 0 // in code points, from the mark to the word
	for k := range s.before(i) {
		it := &s.items[k]
		distance += utf8.RuneCountInString(s.plain[it.End:s.items[k+1].Start])
		if distance > maxCueDistance || it.mark >= 0 || it.punct != noPunct || s.items[k+1].depth != it.depth {
			return
		}
		if it.has(lexicon.ReasonLead) {
			return // the rest decides
		}
		if k == 0 && s.english && v.cast(sentenceStart, it.entry) != nil {
			return
		}
		at := ahead
		if distance == 0 {
			at = adjacent
		}
		if b := v.cast(at, it.entry); b != nil {
			if b.condition && it.has(lexicon.Locative) && s.canBefore(k) {
				// 您可以在{订单中查看进度}: what one can do, rather than when.
				v.purpose += b.weight
			}
			return
		}
		distance += utf8.RuneCountInString(it.entry.Word)
	}
}

// canBefore reports whether a modal of being able to stands before item k.
func (s *scope) canBefore(k int) bool {
	before := k - 1
	for before > 0 && s.is(before, lexicon.Adverb|lexicon.Neutral) && s.adjoins(before+1) {
		before--
	}
	return s.is(before, lexicon.Modal) && s.items[before].entry.Modality == lexicon.Can
}

// voteInside lets the words inside mark m vote.
func (s *scope) voteInside(v *votes, m int) {
	span := s.marks[m].Plain
	seen := 0                             // words such as 您 that may stand ahead of the telling one
	first := true                         // nothing else has come yet
	led, lawful := false, false           // it starts like a condition, by a rule
	aimed := s.grammar.namesUser(s, span) // it starts like a purpose
	if aimed {
		v.purpose += slight
	}
	for t := s.tokenAt(span.Start); t < len(s.tokens) && int(s.tokens[t].start) < span.End; t++ {
		k := &s.tokens[t]
		e := k.entry
		if e == nil || int(k.mark) != m {
			continue
		}
		isFirst := first && (seen > 0 || blank(s.plain[span.Start:k.start]))
		isLast := int(k.end) == span.End || blank(s.plain[k.end:span.End])
		at := within
		switch {
		case isFirst && isLast:
			at = alone
		case isFirst:
			at = opening
		}
		switch b := v.cast(at, e); {
		case b != nil:
			first = false
			if b.has&(lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Benefit) != 0 && !b.condition {
				aimed = true
			}
			if b.has&lexicon.ConditionLead != 0 {
				led, lawful = true, e.Has(lexicon.FollowsLaw)
			}
		case isFirst && e.Is(lexicon.User|lexicon.First|lexicon.Adverb|lexicon.Break|lexicon.List|lexicon.Possessive):
			if seen == 0 {
				v.cast(subject, e)
			}
			seen++
		default:
			first = false
		}
		if int(k.start) > span.Start {
			s.voteAtEnd(v, t, span, isLast, led, lawful, aimed)
		}
		v.cast(somewhere, e)
		if !first {
			v.cast(fromFirst, e)
		}
	}
}

// voteAtEnd lets token t vote as one that ends a purpose or a condition: the mark itself,
// or a clause inside it. span is that of the mark.
func (s *scope) voteAtEnd(v *votes, t int, span source.Span, isLast, led, lawful, aimed bool) {
	k := &s.tokens[t]
	if isLast {
		if !(aimed && k.entry.Has(lexicon.Circumstance)) {
			v.cast(conditionEnd, k.entry)
		}
		if !lawful {
			v.cast(purposeEnd, k.entry)
		}
		return
	}
	switch {
	case !k.entry.Is(lexicon.ConditionTail) || k.entry.Has(lexicon.WeakTail):
	case s.clauseFollows(int(k.end), span.End):
		v.cast(clauseEnd, k.entry)
	case led && !s.nextOf(t) && s.benefitAt(int(k.end)):
		v.cast(beforeBenefit, k.entry)
	}
}

// voteBehind lets the words behind item i vote.
func (s *scope) voteBehind(v *votes, i int) {
	n := i + 1
	if s.is(n, lexicon.More) && s.adjoins(i+2) {
		n = i + 2
	}
	if !s.isNear(n) || s.items[n].mark >= 0 {
		return
	}
	v.cast(behind, s.items[n].entry)
	if s.is(n, lexicon.Of) && s.adjoins(i+2) {
		n = i + 2
	}
	v.cast(head, s.items[n].entry)
}

// voteLikeNeighbour makes one of several that 、 or 或 joins as the one before.
func (s *scope) voteLikeNeighbour(v *votes, i int) {
	k := i - 2
	if k < 0 || !s.is(i-1, lexicon.List) || s.items[i].gap != 0 {
		return
	}
	if s.items[k].punct == comma && k > 0 {
		k--
	}
	switch {
	case !s.isMark(k, syntax.Purpose) || !s.isNear(k+1):
	case s.isCondition(k):
		v.condition += slight
	default:
		v.purpose += slight
	}
}

// behindDeed reports whether an action or its data stands before item i in its clause.
func (s *scope) behindDeed(i int) bool {
	for k := range s.beforeInClause(i) {
		if s.isMark(k, syntax.Action) || s.isMark(k, syntax.Data) {
			return true
		}
	}
	return false
}

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
