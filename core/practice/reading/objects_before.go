package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

func reverse(links []link) {
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
}

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
			if !it.is(lexicon.Modal) && it.entry.Word != "把" && (it.segment != s.items[v].segment || !s.dataFollows(k+1)) {
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
	for k := range s.before(v) {
		it := &s.items[k]
		if it.depth > s.items[v].depth && !it.isMark(syntax.Data) {
			continue
		}
		if it.frame >= 0 && !s.frames[it.frame].relative && len(found) > 0 && !s.english {
			// That data is the object of the action before.
			return nil
		}
		if it.depth < s.items[v].depth || it.frame >= 0 && !s.frames[it.frame].relative {
			break
		}
		anaphor = anaphor || it.is(lexicon.SameData)
		if it.isMark(syntax.Data) {
			if s.english && len(found) > 0 && !s.listBetween(k, found[len(found)-1].item) {
				break
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-topic"})
			continue
		}
		if it.isMark(syntax.Purpose) && len(found) > 0 || it.is(lexicon.Via) && len(found) > 0 && !s.english && it.segment == s.items[v].segment {
			if it.is(lexicon.Via) {
				found = nil
			}
			break
		}
		if len(found) > 0 && (it.punct == comma && !anaphor && !s.dataFollows(k+1)) {
			break
		}
	}
	reverse(found)
	return found
}

func (s *scope) listBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.is(k, lexicon.List) || s.items[k].punct == comma || s.items[k].punct == openParen || s.is(k, lexicon.PartsClosed|lexicon.PartsOpen) {
			return true
		}
	}
	return false
}
