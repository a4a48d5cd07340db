package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
)

// maxDemandGap is how many bytes may stand before the 要求 of 根据…要求: one character
// that the lexicon does not know.
const maxDemandGap = hanSize

func (chinese) conditionTail(s *scope, start, last int) *lexicon.Entry {
	if last == start || !s.is(last, lexicon.ConditionTail) || s.is(last, lexicon.Neutral) || last+1 < len(s.items) && !s.softGap(last+1) {
		return nil
	}
	return s.items[last].entry
}

func (chinese) behindModal(s *scope, start, last int) int {
	for k := start; k < last; k++ {
		switch {
		case s.is(k, lexicon.Modal|lexicon.Negation) && !s.is(k, lexicon.ConditionLead):
			next := s.skip(k+1, lexicon.Modal|lexicon.Negation)
			if next < last && s.is(next, lexicon.ConditionLead|lexicon.PurposeLead) && s.adjoins(next) {
				return next
			}
			return start
		case s.is(k, lexicon.ConditionLead|lexicon.PurposeLead):
			return start
		}
	}
	return start
}

func (chinese) conditionGoesOn(s *scope, end int) int {
	for s.is(end, lexicon.List|lexicon.Break) && !s.has(end, lexicon.MainClause) {
		next := s.clauseEnd(end)
		if next == len(s.items) || s.holdsMarks(end, next) {
			break
		}
		end = next
	}
	return end
}

func (chinese) leadsPurpose(*scope, int) bool { return true }

func (chinese) trailsPurpose(*scope, int, int) bool { return true }

func (chinese) innerCondition(s *scope, start, action int) {
	for k := start; k < action; k++ {
		if !s.leadsInside(k) {
			continue
		}
		if end := s.innerEnd(k, action); end >= 0 && s.readInner(k, end, action) {
			return
		}
	}
}

// leadsInside reports whether item k leads a condition inside a clause: 在, but no 应,
// which says what must be done, and no 使用.
func (s *scope) leadsInside(k int) bool {
	return s.is(k, lexicon.ConditionLead) && !s.is(k, lexicon.Modal|lexicon.Negation) && s.items[k].depth == 0 &&
		(!s.is(k, lexicon.Verb) || s.is(k, lexicon.Consent))
}

// innerEnd returns the item that ends the condition which item k leads, before the
// action at item action, -1 for none: 时 in 我们在您下单时[收集]….
func (s *scope) innerEnd(k, action int) int {
	for t := k + 1; t < action; t++ {
		if s.items[t].mark >= 0 || s.items[t].punct != noPunct || s.is(t, lexicon.Modal) {
			return -1
		}
		qualifies := t+1 < action && s.is(t+1, lexicon.Of) // 下单时的<地址>
		if s.is(t, lexicon.ConditionTail) && !s.is(t, lexicon.Neutral) && !qualifies || s.demands(k, t) {
			return t
		}
	}
	return -1
}

// demands reports whether items k and t say at whose demand something is done: 根据…要求.
func (s *scope) demands(k, t int) bool {
	return s.has(k, lexicon.OnDemand) && s.is(t, lexicon.Ask) && s.items[t].gap <= maxDemandGap
}

// readInner reads the condition between items k and end, which lead and end it, ahead of
// the action at item action, and reports whether these words say one.
func (s *scope) readInner(k, end, action int) bool {
	span := source.Span{Start: s.items[k].End, End: s.items[end].Start}
	if s.demands(k, end) {
		span = source.Span{Start: s.items[k].Start, End: s.items[end].End}
	}
	span = trimSpan(s.plain, span)
	if span.Len() < minAdjunct || s.has(k+1, lexicon.Below) && s.items[k+1].Span == span {
		return false // the items behind say it
	}
	v := s.unmarked(span, "condition-leading", s.items[k].entry.Word)
	v.Negative = s.is(k, lexicon.Exception)
	f := s.items[action].frame
	if s.frames[f].relative && k >= s.frames[f].from {
		v.Rule = "condition-inside"
		for _, g := range s.group(f) {
			add(&s.frames[g].conditions, readLink(v))
		}
		return true
	}
	s.addConditions(s.following(s.mainFrame(f), k, true), v)
	return true
}
