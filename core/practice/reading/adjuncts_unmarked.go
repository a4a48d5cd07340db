package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// readAdjuncts finds purposes and conditions in words that are not marked, and
// words that stand for ones said before.
func (s *scope) readAdjuncts() {
	if len(s.frames) == 0 {
		return
	}
	for i := 0; i < len(s.items); {
		end := i + 1
		for end < len(s.items) && (s.sameClause(end, i) || s.items[end].depth > 0) {
			end++
		}
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
		if s.readCondition(start, last, end) || s.readLeadingPurpose(start, last, end) {
			return
		}
	}
	if actions > 0 && firstAction > start {
		// A condition or a purpose before the subject, in the same clause.
		s.readInner(start, firstAction)
	}
	s.readTrailingPurpose(start, last, end)
}

func (s *scope) holdsMarks(i, end int) bool {
	for k := i; k < end; k++ {
		if s.items[k].mark >= 0 {
			return true
		}
	}
	return false
}

// readCondition reads the clause as a condition when it is one.
func (s *scope) readCondition(start, last, end int) bool {
	lead, tail := s.items[start].entry, s.items[last].entry
	if !s.is(start, lexicon.ConditionLead) {
		lead = nil
	} else if s.is(start, lexicon.Modal) {
		lead = nil
	}
	if s.items[last].mark >= 0 || !tail.Is(lexicon.ConditionTail) || last == start || s.english || tail.Is(lexicon.Neutral) {
		tail = nil
	}
	if lead == nil && (tail == nil || !s.personBefore(start, last)) || lead != nil && tail == nil && !lead.Has(lexicon.StrongLead) {
		return false
	}
	if s.english && lead != nil && !lead.Has(lexicon.StrongLead) {
		return false
	}
	span := source.Span{Start: s.items[start].Start, End: s.items[last].End}
	cue := ""
	if lead != nil {
		cue = lead.Word
		span.Start = s.items[start].End
		if start+1 < last && s.adjoins(start+1) && s.is(start+1, lexicon.ConditionLead) && (s.items[start+1].entry.Word == "当" || s.items[start+1].entry.Word == "在") {
			span.Start = s.items[start+1].End
		}
	}
	if end < len(s.items) || s.items[end-1].punct != noPunct {
		span.End = s.items[last].End
		if s.items[end-1].punct != noPunct {
			span.End = s.items[end-1].Start
		}
	}
	if tail != nil {
		if lead == nil {
			cue = tail.Word
		}
		span.End = s.items[last].Start
	}
	// What 或者 or 且 goes on with belongs to it.
	for tail == nil && s.is(end, lexicon.List|lexicon.Break) && !s.english && s.items[end].entry.Word != "则" && s.items[end].entry.Word != "但" {
		next := end
		for next < len(s.items) && s.sameClause(next, end) {
			if s.items[next].mark >= 0 {
				next = -1
				break
			}
			next++
		}
		if next < 0 || next >= len(s.items) {
			break
		}
		span.End = s.items[next-1].Start
		if s.items[next-1].punct == noPunct {
			span.End = s.items[next-1].End
		}
		end = next
	}
	span = trimSpan(s.plain, span)
	if span.Empty() {
		return false
	}
	v := s.unmarked(span, "condition-leading", cue)
	v.Negative = lead.Is(lexicon.Exception) || tail.Is(lexicon.Exception)
	right := -1
	for f := range s.frames {
		if s.items[s.frames[f].item].Start > span.End && s.items[s.frames[f].item].depth == 0 {
			right = f
			break
		}
	}
	var to []int
	if right >= 0 {
		for right < len(s.frames)-1 && s.frames[right].relative {
			right++
		}
		to = s.following(right, start, true)
	} else {
		v.Rule = "condition-trailing"
		to = s.nearest(len(s.frames) - 1)
	}
	for _, f := range to {
		add(&s.frames[f].conditions, link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: cue})
		s.frames[f].derive(v.Rule)
	}
	return true
}

// personBefore reports whether a clause that only ends like a condition says what
// somebody does: 您申请补贴时.
func (s *scope) personBefore(start, last int) bool {
	if !s.has(last, lexicon.PersonalTail) {
		return false
	}
	for k := start; k < last && k < start+3; k++ {
		if s.is(k, lexicon.User|lexicon.First|lexicon.Third) {
			return true
		}
	}
	return false
}

// readLeadingPurpose reads the clause as a purpose that stands ahead.
func (s *scope) readLeadingPurpose(start, last, end int) bool {
	if !s.is(start, lexicon.PurposeLead) || s.english && (s.items[start].entry.Word == "for" || s.is(start, lexicon.PurposeTrail)) {
		return false
	}
	cue := purposeCue(s.items[start].entry)
	span := source.Span{Start: s.items[start].Start + len(cue), End: s.items[last].End}
	if s.items[end-1].punct != noPunct {
		span.End = s.items[end-1].Start
	}
	if s.is(last, lexicon.PurposeTail) && s.items[last].Start > span.Start {
		span.End = s.items[last].Start
	}
	span = trimSpan(s.plain, span)
	right := -1
	for f := range s.frames {
		if s.items[s.frames[f].item].Start > span.End && !s.frames[f].relative {
			right = f
			break
		}
	}
	if span.Len() < 2*hanSize || right < 0 {
		return false
	}
	v := s.unmarked(span, "purpose-leading", cue)
	for _, f := range s.following(right, start, false) {
		add(&s.frames[f].purposes, link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: v.Cue})
		s.frames[f].derive(v.Rule)
	}
	return true
}

// purposeCue returns the part of a cue that only introduces: 为 of 为帮助, whose rest
// is part of the purpose.
func purposeCue(e *lexicon.Entry) string {
	for _, p := range [...]string{"为了", "以便于", "以便", "为", "以"} {
		if strings.HasPrefix(e.Word, p) && !e.English {
			return p
		}
	}
	return e.Word
}

// readInner reads an unmarked condition inside the clause of an action, before it:
// 您在购物时需要[填写], (我们)会在征得同意后[使用].
func (s *scope) readInner(start, action int) {
	if s.english {
		return
	}
	for k := start; k < action; k++ {
		if !s.is(k, lexicon.ConditionLead) || s.is(k, lexicon.Modal|lexicon.Negation) || s.items[k].depth > 0 || s.is(k, lexicon.Verb) && !s.is(k, lexicon.Consent) {
			continue
		}
		for t := k + 1; t < action; t++ {
			if s.items[t].mark >= 0 || s.items[t].punct != noPunct || s.is(t, lexicon.Modal) {
				break
			}
			tail := s.is(t, lexicon.ConditionTail) && !s.is(t, lexicon.Neutral) && (t+1 == action || !s.is(t+1, lexicon.Of))
			ask := s.items[k].entry.Word == "根据" && s.is(t, lexicon.Ask) && s.items[t].gap <= 3
			if !tail && !ask {
				continue
			}
			span := source.Span{Start: s.items[k].End, End: s.items[t].Start}
			if ask {
				span = source.Span{Start: s.items[k].Start, End: s.items[t].End}
			}
			span = trimSpan(s.plain, span)
			if text := s.text(span); span.Len() < 2*hanSize || text == "以下" || text == "下列" || text == "如下" {
				break // the items behind say it
			}
			v := s.unmarked(span, "condition-leading", s.items[k].entry.Word)
			v.Negative = s.is(k, lexicon.Exception)
			f := s.items[action].frame
			if s.frames[f].relative && k >= s.frames[f].from {
				v.Rule = "condition-inside"
				for _, g := range s.group(f) {
					add(&s.frames[g].conditions, link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: v.Cue})
				}
				return
			}
			for f < len(s.frames)-1 && s.frames[f].relative {
				f++
			}
			for _, g := range s.following(f, k, true) {
				add(&s.frames[g].conditions, link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: v.Cue})
				s.frames[g].derive(v.Rule)
			}
			return
		}
	}
}

// readTrailingPurpose reads an unmarked purpose behind an action: ，用于分析.
func (s *scope) readTrailingPurpose(start, last, end int) {
	left := -1
	for k := start; k <= last; k++ {
		it := &s.items[k]
		if it.depth > 0 {
			continue
		}
		for f := range s.frames {
			if s.frames[f].item < k && !s.frames[f].relative {
				left = f
			}
		}
		if left < 0 || !it.is(lexicon.PurposeTrail) || it.is(lexicon.List) && it.gap == 0 && k > start || it.frame >= 0 {
			continue
		}
		word := it.entry.Word
		atStart := k == start
		if !atStart && !(k+1 <= last && s.is(k+1, lexicon.Benefit|lexicon.User|lexicon.To|lexicon.PurposeLead) && (s.items[k+1].gap <= 1)) && !strings.HasPrefix(word, "用") && !strings.HasPrefix(word, "以便") {
			continue
		}
		if word == "进行" || word == "作为" || word == "使得" || word == "方便" && !atStart || s.english && word == "to" && !(k+1 <= last && s.is(k+1, lexicon.Benefit) && s.items[k+1].gap <= 1) {
			continue
		}
		blocked := false
		for j := k; j < end; j++ {
			if s.items[j].mark >= 0 && s.items[j].depth == 0 || s.items[j].frame >= 0 && j > k || s.is(j, lexicon.SamePurpose) {
				blocked = true
			}
		}
		if blocked {
			return
		}
		word = purposeCue(it.entry)
		span := source.Span{Start: it.Start + len(word), End: s.items[last].End}
		if s.items[end-1].punct != noPunct {
			span.End = s.items[end-1].Start
		} else if end == len(s.items) {
			span.End = s.span.End
		}
		span = trimSpan(s.plain, span)
		if span.Len() < 2*hanSize {
			return
		}
		v := s.unmarked(span, "purpose-trailing", word)
		for _, f := range s.nearest(left) {
			add(&s.frames[f].purposes, link{item: -1, value: v, evidence: practice.Read, rule: v.Rule, cue: v.Cue})
			s.frames[f].derive(v.Rule)
		}
		return
	}
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
