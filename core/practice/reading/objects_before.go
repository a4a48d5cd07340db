package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// fronted collects the objects that 将, 把 or 对 puts before frame f.
func (s *scope) fronted(f int) []link {
	v := s.frames[f].item
	front := -1
	for k := range s.before(v) {
		it := &s.items[k]
		if it.depth > s.items[v].depth {
			continue
		}
		if it.depth < s.items[v].depth || it.punct == semicolon || s.mainAction(k) {
			break
		}
		if it.is(lexicon.Front) {
			// 对 puts an object before its verb only right before it: 对<数据>进行[分析].
			if !it.is(lexicon.Modal) && !it.has(lexicon.PlainDisposal) && (it.segment != s.items[v].segment || !s.dataFollows(k+1)) {
				continue
			}
			front = k
			break
		}
	}
	if front < 0 {
		return nil
	}
	var found []link
	for k := front + 1; k < v; k++ {
		if s.isMark(k, syntax.Data) {
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-fronted", cue: s.items[front].entry.Word})
		}
	}
	return found
}

// mainAction reports whether item k is an action that does not only qualify data.
func (s *scope) mainAction(k int) bool {
	f := s.items[k].frame
	return f >= 0 && !s.frames[f].relative
}

// endsTopic reports whether data that stands before its action does so only behind item
// k: a purpose, or a comma that no more of it follows. pointed says that words which
// stand for data have come in between: <姓名>、<电话>，这些信息将被[存储].
func (s *scope) endsTopic(k int, pointed bool) bool {
	return s.isMark(k, syntax.Purpose) || s.isPunct(k, semicolon) && k > 0 && s.mainAction(k-1) || s.isPunct(k, comma) && !pointed && (!s.dataFollows(k+1) || s.handedOver(k))
}

// handedOver reports whether data stands behind the comma at item k that somebody else does
// something with in the same clause: …，<读数>由房客[上报].
func (s *scope) handedOver(k int) bool {
	if s.english || !s.isMark(k+1, syntax.Data) {
		return false
	}
	by := false
	for j := range s.behindInClause(k + 1) {
		by = by || s.is(j, lexicon.By) && s.is(j, lexicon.Passive|lexicon.Allow)
		if s.isMark(j, syntax.Action) {
			return by
		}
	}
	return false
}

// inTextOrder turns links around that were found from right to left.
func inTextOrder(found []link) []link {
	slices.Reverse(found)
	return found
}

// isObjectAhead reports whether the data at item k is what an active verb before it in its clause
// does something with: we [keep] your <name> and your <notes> are [sorted].
func (s *scope) isObjectAhead(k int) bool {
	for j := range s.beforeInClause(k) {
		if f := s.items[j].frame; f >= 0 {
			return !s.frames[f].relative && !s.passive(&s.frames[f])
		}
	}
	return false
}

// ofOtherAction reports whether the data at item k is the object of an action before it, and the
// data found behind it is not.
func (s *scope) ofOtherAction(k int, found []link) bool {
	return len(found) > 0 && s.isObjectAhead(k) && !s.isObjectAhead(found[len(found)-1].item)
}
