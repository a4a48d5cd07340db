package reading

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
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
	span := source.Span{Start: s.items[k].End, End: s.beforeTail(end)}
	if s.demands(k, end) {
		span = source.Span{Start: s.items[k].Start, End: s.items[end].End}
	}
	span = trimSpan(s.plain, span)
	if span.Len() < minAdjunct || s.is(k+1, lexicon.Determiner) && s.items[k+1].Span == span {
		return false // 在任何时候
	}
	if s.has(k+1, lexicon.Below) && s.items[k+1].Span == span {
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
	to := s.following(s.mainFrame(f), k, true)
	if k > s.firstOfClause(k) || s.items[k].gap > 0 {
		to = s.ofOneSubject(to)
	}
	s.addConditions(to, v)
	return true
}

// ofOneSubject returns the first of some frames and those behind it for which no words behind its
// action name who acts: 机器人在工作时会[绘制]<地图>，我们不会[上传].
func (s *scope) ofOneSubject(frames []int) []int {
	for i := 1; i < len(frames); i++ {
		for _, a := range s.frames[frames[i]].actors {
			at := -1
			if a.item >= 0 {
				at = s.items[a.item].Start
			} else if a.value.Place.Block == s.block {
				at = a.value.Place.Start
			}
			if a.evidence <= practice.Read && at > s.items[s.frames[frames[0]].item].Start {
				return frames[:i]
			}
		}
	}
	return frames
}

// maxMoment is how many characters a clause may have that says when by its last word alone:
// 注册账号时，.
const maxMoment = 16

// clauseAdjuncts reads what an action that is only a cue leads, [用于]广告投放, and a moment
// that a clause starts with: 办卡时，我们会…, 登录时请….
func (chinese) clauseAdjuncts(s *scope, start, last, end, actions int) {
	for k := start; k < end; k++ {
		if s.items[k].frame >= 0 && s.items[k].isMark(syntax.Action) && s.cueOnly(k) {
			s.purposeBehind(k, last, end)
		}
	}
	for k := start; k <= last; k++ {
		switch it := &s.items[k]; {
		case it.mark >= 0, it.punct != noPunct && it.punct != comma, it.is(lexicon.ConditionLead | lexicon.PurposeLead):
			return
		case it.is(lexicon.ConditionTail) && it.has(lexicon.PersonalTail) && !it.is(lexicon.Neutral):
			s.momentBefore(start, k, last)
			return
		case it.has(lexicon.Attributive) && k > start && s.isPunct(k+1, comma) && s.adjoins(k+1) && s.is(start, lexicon.User|lexicon.Third):
			s.momentBefore(start, k, last) // 您办理补卡的，
			return
		case it.is(lexicon.Of) && k < last:
		case it.is(lexicon.Modal | lexicon.Front | lexicon.To | lexicon.From | lexicon.Of):
			return
		}
	}
}

// cueOnly reports whether the action at item k is nothing but a word that leads a purpose.
func (s *scope) cueOnly(k int) bool {
	e := lexicon.Default().Match(s.text(s.items[k].Span), 0)
	return e.Has(lexicon.MidClause) && len(e.Word) == s.items[k].Len()
}

// purposeBehind makes the words right behind the action at item k, up to the end of its
// clause, its purpose.
func (s *scope) purposeBehind(k, last, end int) {
	if k < last && (s.items[k+1].mark >= 0 || s.holdsMarks(k+1, end) || s.has(k+1, lexicon.Below)) {
		return
	}
	stop := s.wordsEnd(last, end)
	if end == len(s.items) && s.items[end-1].punct == noPunct {
		stop = s.span.End
	}
	if span := trimSpan(s.plain, source.Span{Start: s.items[k].End, End: stop}); span.Len() >= minAdjunct {
		s.addPurposes(s.group(s.items[k].frame), s.unmarked(span, "purpose-trailing", s.text(s.items[k].Span)))
	}
}

// momentBefore reads the words from item start to the one at item tail, which ends them, as
// a condition: what somebody does rather than a date.
func (s *scope) momentBefore(start, tail, last int) {
	from := s.items[start].Start
	if start == 0 {
		from = s.span.Start
	} else if s.items[start-1].punct != noPunct {
		from = s.items[start-1].End
	}
	span := trimSpan(s.plain, source.Span{Start: from, End: s.beforeTail(tail)})
	n := utf8.RuneCountInString(s.text(span))
	if n < 2 || n > maxMoment || s.saysDate(source.Span{Start: span.Start, End: s.items[tail].Start}) {
		return
	}
	right := s.mainBehind(s.items[tail].Start)
	if right < 0 {
		return
	}
	for i := range s.frames[right].conditions {
		if v := s.frames[right].conditions[i].value; v != nil && v.Place.Span.Overlaps(span) {
			return
		}
	}
	s.addConditions(s.following(right, start, true), s.unmarked(span, "condition-leading", s.items[tail].entry.Word))
}

// saysDate reports whether words say a time rather than what happens: a number stands in
// them, or they end as words for times do.
func (s *scope) saysDate(span source.Span) bool {
	text := s.text(span)
	if lexicon.Default().EndOf(text, lexicon.EndsTime) != nil {
		return true
	}
	for _, c := range text {
		if c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}
