package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// findRelatives finds the actions that qualify data.
func (s *scope) findRelatives() {
	for f := range s.frames {
		if !s.frames[f].unmarked {
			s.grammar.relative(s, f)
		}
	}
	for f := range s.frames {
		if fr := &s.frames[f]; fr.relative {
			fr.from = s.relativeStart(fr.item)
		}
	}
}

// relativeStart returns the index of the first item of the clause of the action at item v,
// which qualifies data: its subject, or what follows that which stands before the clause.
func (s *scope) relativeStart(v int) int {
	from := v
	for k := range s.before(v) {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Action) && s.frames[it.frame].relative && !s.markBetween(k, v, syntax.Data):
			continue // 您[填写]并[提交]的
		case it.isMark(syntax.Action), it.isMark(syntax.Data), it.punct == colon, it.punct == semicolon, it.is(lexicon.Front), it.is(lexicon.Modal) && !it.is(lexicon.Ask):
			return from
		case s.isDoer(k):
			return s.firstJoined(k)
		}
		from = k
	}
	return from
}

// firstJoined returns the index of the first actor of the list that ends with the one at
// item k: (您)或(您的监护人)[填写]的.
func (s *scope) firstJoined(k int) int {
	for s.is(k-1, lexicon.List) && s.isMark(k-2, syntax.Actor) {
		k -= 2
	}
	return k
}
