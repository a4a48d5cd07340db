package reading

import (
	"cmp"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// How far unmarked adjuncts reach.
const (
	maxPersonBehind = 3           // items from the start of a clause among which somebody must be named: 当您申请时
	maxSpace        = 1           // bytes: words that follow each other, with or without a space
	minAdjunct      = 2 * hanSize // bytes: one character says no purpose and no condition
)

// readAdjuncts finds purposes and conditions in words that are not marked, and
// words that stand for ones said before.
func (s *scope) readAdjuncts() {
	if len(s.frames) == 0 {
		return
	}
	for i := 0; i < len(s.items); {
		end := s.clauseEnd(i)
		s.readClause(i, end)
		i = end
	}
}

// readClause reads the clause of the items [i, end).
func (s *scope) readClause(i, end int) {
	last := end - 1
	if last > i && s.items[last].punct != noPunct {
		last--
	}
	actions, purposes := 0, 0
	firstAction := end
	for k := i; k < end; k++ {
		if s.items[k].frame >= 0 && s.items[k].depth == 0 {
			actions++
			firstAction = min(firstAction, k)
		}
		if s.isMark(k, syntax.Purpose) {
			purposes++
		}
	}
	for k := i; k <= last; k++ {
		if s.is(k, lexicon.SamePurpose) {
			s.samePurpose(k)
		} else if s.is(k, lexicon.SameCondition) && s.items[k].mark < 0 {
			s.sameCondition(k)
		}
	}
	if purposes > 0 {
		return
	}
	start := i
	for start < last && (s.items[start].punct != noPunct || s.is(start, lexicon.Break|lexicon.List) && !s.is(start, lexicon.PurposeLead|lexicon.ConditionLead)) {
		start++
	}
	if actions == 0 && !s.holdsMarks(start, end) {
		led := s.grammar.behindModal(s, start, last)
		if s.readCondition(led, last, end) || s.readLeadingPurpose(led, last, end) {
			return
		}
	}
	if actions > 0 && firstAction > start {
		// A condition or a purpose before the subject, in the same clause.
		s.grammar.innerCondition(s, start, firstAction)
	}
	s.readTrailingPurpose(start, last, end)
	s.grammar.clauseAdjuncts(s, start, last, end, actions)
}

// clauseEnd returns the index behind the last item of the clause of item k.
func (s *scope) clauseEnd(k int) int {
	end := k + 1
	for end < len(s.items) && s.sameClause(end, k) {
		end++
	}
	return end
}

// wordsEnd returns the byte offset at which the words end of the items up to end,
// exclusive, without the comma that may follow them. last is the last of them that is
// no punctuation.
func (s *scope) wordsEnd(last, end int) int {
	if s.items[end-1].punct != noPunct {
		return s.items[end-1].Start
	}
	return s.items[last].End
}

// holdsMarks reports whether one of the items [i, end) is a mark.
func (s *scope) holdsMarks(i, end int) bool {
	for k := i; k < end; k++ {
		if s.items[k].mark >= 0 {
			return true
		}
	}
	return false
}

// readCondition reads the clause as a condition when it is one: 如果您下单，…, 您申请补
// 贴时，….
func (s *scope) readCondition(start, last, end int) bool {
	var lead *lexicon.Entry
	if s.is(start, lexicon.ConditionLead) && !s.is(start, lexicon.Modal) {
		lead = s.items[start].entry
	}
	tail := s.grammar.conditionTail(s, start, last)
	if !s.saysCondition(start, last, lead, tail) {
		return false
	}
	span := source.Span{Start: s.items[start].Start, End: s.wordsEnd(last, end)}
	if lead != nil {
		if !lead.Has(lexicon.Precedes) { // before you pay
			span.Start = s.items[start].End
		}
		if start+1 < last && s.adjoins(start+1) && s.has(start+1, lexicon.TimeLead) {
			span.Start = s.items[start+1].End // 仅当在
		}
	}
	if tail != nil {
		span.End = s.beforeTail(last)
	} else if more := s.grammar.conditionGoesOn(s, end); more != end {
		span.End = s.wordsEnd(more-1, more)
	}
	span = trimSpan(s.plain, span)
	if span.Empty() {
		return false
	}
	v := s.unmarked(span, "condition-leading", word(cmp.Or(lead, tail)))
	v.Negative = lead.Is(lexicon.Exception) || tail.Is(lexicon.Exception)
	if right := s.frameBehind(span.End); right >= 0 {
		s.addConditions(s.following(s.mainFrame(right), start, true), v)
	} else {
		v.Rule = "condition-trailing"
		s.addConditions(s.nearest(len(s.frames)-1), v)
	}
	return true
}

// beforeTail returns the byte offset at which a condition ends that the word at item tail closes: before
// that word, unless it says that something is done ahead of it: 您付款前.
func (s *scope) beforeTail(tail int) int {
	if s.has(tail, lexicon.Precedes) {
		return s.items[tail].End
	}
	return s.items[tail].Start
}

// saysCondition reports whether the words that lead and end a clause, nil for none, are
// enough to make it a condition.
func (s *scope) saysCondition(start, last int, lead, tail *lexicon.Entry) bool {
	switch {
	case lead != nil && tail != nil:
		return true
	case lead != nil:
		return lead.Has(lexicon.StrongLead) || s.asksLeave(start, last)
	}
	return tail != nil && s.personBefore(start, last)
}

// asksLeave reports whether the clause from item start to last, which a word such as 经 or
// without leads, speaks of leave or of a rule: 经您同意, without your approval.
func (s *scope) asksLeave(start, last int) bool {
	const leave = lexicon.ConditionWord | lexicon.Consent
	if s.english {
		return s.is(start, lexicon.Exception) && s.wordBetween(start, last+1, leave)
	}
	return last > start && s.is(last, leave) && s.endsClause(last) && s.frameBehind(s.items[last].End) >= 0
}

// personBefore reports whether a clause that only ends like a condition says what
// somebody does: 您申请补贴时.
func (s *scope) personBefore(start, last int) bool {
	if !s.has(last, lexicon.PersonalTail) {
		return false
	}
	for k := start; k < last && k < start+maxPersonBehind; k++ {
		if s.is(k, lexicon.User|lexicon.First|lexicon.Third) {
			return true
		}
	}
	return false
}

// frameBehind returns the first frame whose action stands behind the byte offset at,
// outside of parentheses, -1 for none.
func (s *scope) frameBehind(at int) int {
	for f := range s.frames {
		if it := &s.items[s.frames[f].item]; it.Start > at && it.depth == 0 {
			return f
		}
	}
	return -1
}

// addConditions gives the frames to a condition of unmarked words.
func (s *scope) addConditions(to []int, v *practice.Value) {
	for _, f := range to {
		add(&s.frames[f].conditions, readLink(v))
		s.frames[f].derive(v.Rule)
	}
}

// addPurposes gives the frames to a purpose of unmarked words.
func (s *scope) addPurposes(to []int, v *practice.Value) {
	for _, f := range to {
		if s.semicolonBetween(v.Place.End, s.items[s.frames[f].item].Start) {
			continue // what follows has a purpose of its own, or none
		}
		add(&s.frames[f].purposes, readLink(v))
		s.frames[f].derive(v.Rule)
	}
}

// semicolonBetween reports whether a semicolon stands between two byte offsets.
func (s *scope) semicolonBetween(from, to int) bool {
	for k := range s.items {
		if it := &s.items[k]; it.Start >= from && it.Start < to && it.punct == semicolon && it.depth == 0 {
			return true
		}
	}
	return false
}

// readLeadingPurpose reads the clause as a purpose that stands ahead: 为了给您发货，….
func (s *scope) readLeadingPurpose(start, last, end int) bool {
	if !s.is(start, lexicon.PurposeLead) || !s.grammar.leadsPurpose(s, start) {
		return false
	}
	cue := purposeCue(s.items[start].entry)
	span := source.Span{Start: s.behindCue(start), End: s.wordsEnd(last, end)}
	if s.is(last, lexicon.PurposeTail) && s.items[last].Start > span.Start {
		span.End = s.items[last].Start
	}
	span = trimSpan(s.plain, span)
	right := s.mainBehind(span.End)
	if span.Len() < minAdjunct || right < 0 {
		return false
	}
	s.addPurposes(s.following(right, start, false), s.unmarked(span, "purpose-leading", cue))
	return true
}

// behindCue returns where the purpose starts that item k introduces.
func (s *scope) behindCue(k int) int {
	it := &s.items[k]
	if it.Len() != len(it.entry.Word) {
		return it.End // not written as in the lexicon, so what the parts of it take is not known
	}
	return it.Start + len(purposeCue(it.entry))
}

// purposeCue returns the part of a cue that only introduces: 为 of 为帮助, whose rest
// is part of the purpose.
func purposeCue(e *lexicon.Entry) string {
	return word(cmp.Or(lexicon.Default().StartOf(e.Word, lexicon.PurposeParticle), e))
}

// mainBehind returns the first frame that qualifies no data and whose action stands
// behind the byte offset at, -1 for none.
func (s *scope) mainBehind(at int) int {
	for f := range s.frames {
		if s.items[s.frames[f].item].Start > at && !s.frames[f].relative {
			return f
		}
	}
	return -1
}

// mainBefore returns the last frame that qualifies no data and whose action stands
// before item k, -1 for none.
func (s *scope) mainBefore(k int) int {
	for f := len(s.frames) - 1; f >= 0; f-- {
		if s.frames[f].item < k && !s.frames[f].relative {
			return f
		}
	}
	return -1
}

// readTrailingPurpose reads an unmarked purpose behind an action: ，用于分析.
func (s *scope) readTrailingPurpose(start, last, end int) {
	for k := start; k <= last; k++ {
		if !s.trailsPurpose(k, start, last) {
			continue
		}
		left := s.mainBefore(k)
		if left < 0 {
			continue
		}
		if s.holdsPractice(k, end) {
			return
		}
		cue := purposeCue(s.items[k].entry)
		span := source.Span{Start: s.behindCue(k), End: s.wordsEnd(last, end)}
		if end == len(s.items) && s.items[end-1].punct == noPunct {
			span.End = s.span.End // with words that the lexicon does not know
		}
		span = trimSpan(s.plain, span)
		if span.Len() >= minAdjunct {
			s.addPurposes(s.nearest(left), s.unmarked(span, "purpose-trailing", cue))
		}
		return
	}
}

// trailsPurpose reports whether item k of a clause from start to last leads an unmarked
// purpose: 用于 anywhere, and at the start of the clause, or before words such as 向您,
// 以 as well.
func (s *scope) trailsPurpose(k, start, last int) bool {
	it := &s.items[k]
	switch {
	case !it.is(lexicon.PurposeTrail) || it.depth > 0 || it.frame >= 0 || it.has(lexicon.NeverAlone):
		return false
	case k == start:
	case it.is(lexicon.List) && it.gap == 0 || it.has(lexicon.ClauseStart):
		return false
	case !it.has(lexicon.MidClause) && !s.startsPurpose(k+1, last, lexicon.Benefit|lexicon.User|lexicon.To|lexicon.PurposeLead):
		return false
	}
	return s.grammar.trailsPurpose(s, k, last)
}

// startsPurpose reports whether item k, no further than last, follows the word before as
// the next and is of one of the classes.
func (s *scope) startsPurpose(k, last int, c lexicon.Class) bool {
	return k <= last && s.is(k, c) && s.items[k].gap <= maxSpace
}

// holdsPractice reports whether the items [k, end), the first of which leads a purpose,
// say more than it: something marked, an action, or words for a purpose said before.
func (s *scope) holdsPractice(k, end int) bool {
	for j := k; j < end; j++ {
		it := &s.items[j]
		if it.mark >= 0 && it.depth == 0 || it.frame >= 0 && j > k || it.is(lexicon.SamePurpose) {
			return true
		}
	}
	return false
}

// trimSpan takes white space, punctuation and signs of emphasis off both ends.
func trimSpan(s string, span source.Span) source.Span {
	const cut = " \t\n*_，,。；;：:、.！!？?　"
	if span.End < span.Start {
		return source.Span{Start: span.Start, End: span.Start}
	}
	t := s[span.Start:span.End]
	u := strings.TrimLeft(t, cut)
	span.Start += len(t) - len(u)
	span.End -= len(u) - len(strings.TrimRight(u, cut))
	return span
}
