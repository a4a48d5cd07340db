package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// readAdjuncts finds purposes and conditions in words that are not marked, and
// words that stand for ones said before.
func (r *reader) readAdjuncts(list []item, frames []frame) {
	if len(frames) == 0 {
		return
	}
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && (list[end].segment == list[i].segment || list[end].depth > 0) {
			end++
		}
		r.readClause(list, frames, i, end)
		i = end
	}
}

// readClause reads the clause of the items [i, end).
func (r *reader) readClause(list []item, frames []frame, i, end int) {
	last := end - 1
	if last > i && list[last].punct != noPunct {
		last--
	}
	actions, purposes := 0, 0
	firstAction := end
	for k := i; k < end; k++ {
		if list[k].frame >= 0 && list[k].depth == 0 {
			actions++
			firstAction = min(firstAction, k)
		}
		if list[k].isMark(syntax.Purpose) {
			purposes++
		}
	}
	for k := i; k <= last; k++ {
		if list[k].is(lexicon.SamePurpose) {
			r.samePurpose(list, frames, k)
		} else if list[k].is(lexicon.SameCondition) && list[k].mark < 0 {
			r.sameCondition(list, frames, k)
		}
	}
	if purposes > 0 {
		return
	}
	start := i
	for start < last && (list[start].punct != noPunct || list[start].is(lexicon.Break|lexicon.List) && !list[start].is(lexicon.PurposeLead|lexicon.ConditionLead)) {
		start++
	}
	if actions == 0 && !r.holdsMarks(list, start, end) {
		if r.readCondition(list, frames, start, last, end) || r.readLeadingPurpose(list, frames, start, last, end) {
			return
		}
	}
	if actions > 0 && firstAction > start {
		// A condition or a purpose before the subject, in the same clause.
		r.readInner(list, frames, start, firstAction)
	}
	r.readTrailingPurpose(list, frames, start, last, end)
}

func (r *reader) holdsMarks(list []item, i, end int) bool {
	for k := i; k < end; k++ {
		if list[k].mark >= 0 {
			return true
		}
	}
	return false
}

// strong cues of a condition need nothing at its end.
func strongCondition(e *lexicon.Entry) bool {
	switch e.Word {
	case "未经", "非经", "若", "如果", "如", "倘若", "假如", "一旦", "除非", "只有", "只要", "if", "when", "unless", "where", "once", "whenever", "as long as", "provided that", "only if", "after", "before", "while", "in the event that", "only when":
		return true
	}
	return false
}

// readCondition reads the clause as a condition when it is one.
func (r *reader) readCondition(list []item, frames []frame, start, last, end int) bool {
	lead, tail := list[start].entry, list[last].entry
	if !list[start].is(lexicon.ConditionLead) {
		lead = nil
	} else if list[start].is(lexicon.Modal) {
		lead = nil
	}
	if list[last].mark >= 0 || !tail.Is(lexicon.ConditionTail) || last == start || r.english || tail.Is(lexicon.Neutral) {
		tail = nil
	}
	if lead == nil && (tail == nil || !r.personBefore(list, start, last)) || lead != nil && tail == nil && !strongCondition(lead) {
		return false
	}
	if r.english && lead != nil && !strongCondition(lead) {
		return false
	}
	s := source.Span{Start: list[start].Start, End: list[last].End}
	cue := ""
	if lead != nil {
		cue = lead.Word
		s.Start = list[start].End
		if start+1 < last && list[start+1].gap == 0 && list[start+1].is(lexicon.ConditionLead) && (list[start+1].entry.Word == "当" || list[start+1].entry.Word == "在") {
			s.Start = list[start+1].End
		}
	}
	if end < len(list) || list[end-1].punct != noPunct {
		s.End = list[last].End
		if list[end-1].punct != noPunct {
			s.End = list[end-1].Start
		}
	}
	if tail != nil {
		if lead == nil {
			cue = tail.Word
		}
		s.End = list[last].Start
	}
	// What 或者 or 且 goes on with belongs to it.
	for tail == nil && end < len(list) && list[end].is(lexicon.List|lexicon.Break) && !r.english && list[end].entry.Word != "则" && list[end].entry.Word != "但" {
		next := end
		for next < len(list) && list[next].segment == list[end].segment {
			if list[next].mark >= 0 {
				next = -1
				break
			}
			next++
		}
		if next < 0 || next >= len(list) {
			break
		}
		s.End = list[next-1].Start
		if list[next-1].punct == noPunct {
			s.End = list[next-1].End
		}
		end = next
	}
	s = trimSpan(r.plain, s)
	if s.Empty() {
		return false
	}
	v := r.read(s, "condition-leading", cue)
	v.Negative = lead.Is(lexicon.Exception) || tail.Is(lexicon.Exception)
	right := -1
	for f := range frames {
		if list[frames[f].item].Start > s.End && list[frames[f].item].depth == 0 {
			right = f
			break
		}
	}
	var to []int
	if right >= 0 {
		for right < len(frames)-1 && frames[right].relative {
			right++
		}
		to = r.following(list, frames, right, start, true)
	} else {
		v.Rule = "condition-trailing"
		to = r.nearest(list, frames, len(frames)-1)
	}
	for _, f := range to {
		add(&frames[f].conditions, link{item: -1, value: v, evidence: Read, rule: v.Rule, cue: cue})
		frames[f].derive(v.Rule)
	}
	return true
}

// personBefore reports whether a clause that only ends like a condition says what
// somebody does: 您申请补贴时.
func (r *reader) personBefore(list []item, start, last int) bool {
	switch list[last].entry.Word {
	case "时", "的时候", "后", "之后", "前", "之前", "期间", "过程中", "的情况下", "情况下", "的情形下", "的过程中":
	default:
		return false
	}
	for k := start; k < last && k < start+3; k++ {
		if list[k].is(lexicon.User | lexicon.First | lexicon.Third) {
			return true
		}
	}
	return false
}

// readLeadingPurpose reads the clause as a purpose that stands ahead.
func (r *reader) readLeadingPurpose(list []item, frames []frame, start, last, end int) bool {
	if !list[start].is(lexicon.PurposeLead) || r.english && (list[start].entry.Word == "for" || list[start].is(lexicon.PurposeTrail)) {
		return false
	}
	cue := purposeCue(list[start].entry)
	s := source.Span{Start: list[start].Start + len(cue), End: list[last].End}
	if list[end-1].punct != noPunct {
		s.End = list[end-1].Start
	}
	if list[last].is(lexicon.PurposeTail) && list[last].Start > s.Start {
		s.End = list[last].Start
	}
	s = trimSpan(r.plain, s)
	right := -1
	for f := range frames {
		if list[frames[f].item].Start > s.End && !frames[f].relative {
			right = f
			break
		}
	}
	if s.Len() < 2*len("的") || right < 0 {
		return false
	}
	v := r.read(s, "purpose-leading", cue)
	for _, f := range r.following(list, frames, right, start, false) {
		add(&frames[f].purposes, link{item: -1, value: v, evidence: Read, rule: v.Rule, cue: v.Cue})
		frames[f].derive(v.Rule)
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
func (r *reader) readInner(list []item, frames []frame, start, action int) {
	if r.english {
		return
	}
	for k := start; k < action; k++ {
		if !list[k].is(lexicon.ConditionLead) || list[k].is(lexicon.Modal|lexicon.Negation) || list[k].depth > 0 || list[k].is(lexicon.Verb) && !list[k].is(lexicon.Consent) {
			continue
		}
		for t := k + 1; t < action; t++ {
			if list[t].mark >= 0 || list[t].punct != noPunct || list[t].is(lexicon.Modal) {
				break
			}
			tail := list[t].is(lexicon.ConditionTail) && !list[t].is(lexicon.Neutral) && (t+1 == action || !list[t+1].is(lexicon.Of))
			ask := list[k].entry.Word == "根据" && list[t].is(lexicon.Ask) && list[t].gap <= 3
			if !tail && !ask {
				continue
			}
			s := source.Span{Start: list[k].End, End: list[t].Start}
			if ask {
				s = source.Span{Start: list[k].Start, End: list[t].End}
			}
			s = trimSpan(r.plain, s)
			if text := r.text(s); s.Len() < 2*len("的") || text == "以下" || text == "下列" || text == "如下" {
				break // the items behind say it
			}
			v := r.read(s, "condition-leading", list[k].entry.Word)
			v.Negative = list[k].is(lexicon.Exception)
			f := list[action].frame
			if frames[f].relative && k >= frames[f].from {
				v.Rule = "condition-inside"
				for _, g := range r.group(frames, f) {
					add(&frames[g].conditions, link{item: -1, value: v, evidence: Read, rule: v.Rule, cue: v.Cue})
				}
				return
			}
			for f < len(frames)-1 && frames[f].relative {
				f++
			}
			for _, g := range r.following(list, frames, f, k, true) {
				add(&frames[g].conditions, link{item: -1, value: v, evidence: Read, rule: v.Rule, cue: v.Cue})
				frames[g].derive(v.Rule)
			}
			return
		}
	}
}

// readTrailingPurpose reads an unmarked purpose behind an action: ，用于分析.
func (r *reader) readTrailingPurpose(list []item, frames []frame, start, last, end int) {
	left := -1
	for k := start; k <= last; k++ {
		it := &list[k]
		if it.depth > 0 {
			continue
		}
		for f := range frames {
			if frames[f].item < k && !frames[f].relative {
				left = f
			}
		}
		if left < 0 || !it.is(lexicon.PurposeTrail) || it.is(lexicon.List) && it.gap == 0 && k > start || it.frame >= 0 {
			continue
		}
		word := it.entry.Word
		atStart := k == start
		if !atStart && !(k+1 <= last && list[k+1].is(lexicon.Benefit|lexicon.User|lexicon.To|lexicon.PurposeLead) && (list[k+1].gap <= 1)) && !strings.HasPrefix(word, "用") && !strings.HasPrefix(word, "以便") {
			continue
		}
		if word == "进行" || word == "作为" || word == "使得" || word == "方便" && !atStart || r.english && word == "to" && !(k+1 <= last && list[k+1].is(lexicon.Benefit) && list[k+1].gap <= 1) {
			continue
		}
		blocked := false
		for j := k; j < end; j++ {
			if list[j].mark >= 0 && list[j].depth == 0 || list[j].frame >= 0 && j > k || list[j].is(lexicon.SamePurpose) {
				blocked = true
			}
		}
		if blocked {
			return
		}
		word = purposeCue(it.entry)
		s := source.Span{Start: it.Start + len(word), End: list[last].End}
		if list[end-1].punct != noPunct {
			s.End = list[end-1].Start
		} else if end == len(list) {
			s.End = r.scopeEnd
		}
		s = trimSpan(r.plain, s)
		if s.Len() < 2*len("的") {
			return
		}
		v := r.read(s, "purpose-trailing", word)
		for _, f := range r.nearest(list, frames, left) {
			add(&frames[f].purposes, link{item: -1, value: v, evidence: Read, rule: v.Rule, cue: v.Cue})
			frames[f].derive(v.Rule)
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
