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
		if it.depth < s.items[v].depth || it.punct == semicolon || it.frame >= 0 && !s.frames[it.frame].relative {
			break
		}
		if it.is(lexicon.Front) {
			// 对 puts an object before its verb only right before it: 对<数据>进行[分析].
			if !it.is(lexicon.Modal) && !it.has(lexicon.Disposal) && (it.segment != s.items[v].segment || !s.dataFollows(k+1)) {
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

// topic collects data that stands before its action with no word to front it:
// 您的<姓名>需[填写], <data> is [collected].
func (s *scope) topic(f int) []link {
	v := s.frames[f].item
	var found []link
	anaphor := false
search:
	for k := range s.before(v) {
		it := &s.items[k]
		data := it.isMark(syntax.Data)
		switch {
		case it.depth > s.items[v].depth && !data:
			continue
		case it.frame >= 0 && !s.frames[it.frame].relative:
			if !s.english {
				return nil // what stands before is the object of that action
			}
			break search
		case it.depth < s.items[v].depth:
			break search
		}
		anaphor = anaphor || it.is(lexicon.SameData)
		switch {
		case data:
			if s.english && len(found) > 0 && !s.listBetween(k, found[len(found)-1].item) {
				break search
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-topic"})
		case len(found) == 0:
		case it.isMark(syntax.Purpose), it.punct == comma && !anaphor && !s.dataFollows(k+1):
			break search
		case it.is(lexicon.Via) && !s.english && it.segment == s.items[v].segment:
			return nil // 通过<…>[收集]: the means
		}
	}
	slices.Reverse(found)
	return found
}

// listBetween reports whether a comma, a parenthesis or a word that joins stands between
// items a and b, so that both can be of one list.
func (s *scope) listBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.is(k, lexicon.List|lexicon.PartsClosed|lexicon.PartsOpen) || s.isPunct(k, comma) || s.isPunct(k, openParen) {
			return true
		}
	}
	return false
}
