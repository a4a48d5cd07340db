package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// partsBehind returns the data that an English sentence says the object of a
// relative clause consists of: the <data> we [collect] includes <name> and <age>.
func (r *reader) partsBehind(list []item, frames []frame, f int) []link {
	for k := frames[f].item + 1; k < len(list); k++ {
		if list[k].mark >= 0 && list[k].kind != syntax.Actor || list[k].punct != noPunct {
			return nil
		}
		if list[k].is(lexicon.PartsClosed | lexicon.PartsOpen) {
			return r.dataRight(list, frames, f)
		}
	}
	return nil
}

// dataBehindRelative collects the data that a Chinese relative clause qualifies:
// (您)[填写]的<姓名>、<电话>, but not 、您的<地址> behind it.
func (r *reader) dataBehindRelative(list []item, frames []frame, f int) []link {
	var found []link
	start := frames[f].item
	for k := start + 1; k < len(list); k++ {
		it := &list[k]
		if it.depth < list[start].depth {
			break
		}
		if it.isMark(syntax.Data) {
			if len(found) > 0 && it.depth == list[start].depth && r.newMember(list, found[len(found)-1].item, k) {
				break
			}
			add(&found, link{item: k, evidence: Marked, rule: "object-of-relative"})
			continue
		}
		if it.depth > list[start].depth {
			continue
		}
		if it.isMark(syntax.Action) {
			if frames[it.frame].group == frames[f].group && len(found) == 0 {
				continue
			}
			if frames[it.frame].relative && len(found) > 0 && r.separated(list, found[len(found)-1].item, k) && r.partsBetween(list, found[0].item, k) {
				continue
			}
			break
		}
		if it.isMark(syntax.Purpose) && len(found) > 0 {
			break
		}
		if it.punct == comma && !r.dataFollows(list, k+1) || it.punct == semicolon || len(found) > 0 && it.is(lexicon.PurposeTrail|lexicon.PurposeLead|lexicon.Modal) {
			break
		}
	}
	return found
}

// newMember reports whether data at item k starts a member with an owner of its
// own behind the data at item a.
func (r *reader) newMember(list []item, a, k int) bool {
	for j := a + 1; j < k; j++ {
		if list[j].depth == list[a].depth && list[j].is(lexicon.Possessive) && list[j].entry.Word != "其" {
			return !r.english
		}
		if list[j].is(lexicon.PartsOpen | lexicon.PartsClosed) {
			return false
		}
	}
	return false
}

// partsBetween reports whether a word that introduces parts stands between two
// items.
func (r *reader) partsBetween(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].is(lexicon.PartsOpen | lexicon.PartsClosed) {
			return true
		}
	}
	return false
}

// dataBeforeRelative collects the data that an English relative clause qualifies.
func (r *reader) dataBeforeRelative(list []item, fr *frame) []link {
	var found []link
	for k := fr.item - 1; k >= 0; k-- {
		it := &list[k]
		if it.depth > list[fr.item].depth {
			continue
		}
		if it.isMark(syntax.Data) {
			add(&found, link{item: k, evidence: Marked, rule: "object-of-relative"})
			// A list before the clause is meant as a whole.
			if k > 0 && (list[k-1].is(lexicon.List|lexicon.Possessive|lexicon.Determiner) || list[k-1].punct == comma) {
				continue
			}
			break
		}
		if it.isMark(syntax.Action) || len(found) > 0 && !(it.is(lexicon.List|lexicon.Possessive|lexicon.Determiner) || it.punct == comma) {
			break
		}
	}
	reverse(found)
	return found
}

func reverse(links []link) {
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
}

// fronted collects the objects that 将, 把 or 对 puts before frame f.
func (r *reader) fronted(list []item, frames []frame, f int) []link {
	v := frames[f].item
	front := -1
	for k := v - 1; k >= 0; k-- {
		it := &list[k]
		if it.depth > list[v].depth {
			continue
		}
		if it.depth < list[v].depth || it.punct == semicolon || it.frame >= 0 && !frames[it.frame].relative {
			break
		}
		if it.is(lexicon.Front) {
			// 对 puts an object before its verb only right before it: 对<数据>进行[分析].
			if !it.is(lexicon.Modal) && it.entry.Word != "把" && (it.segment != list[v].segment || !r.dataFollows(list, k+1)) {
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
		if list[k].isMark(syntax.Data) {
			add(&found, link{item: k, evidence: Marked, rule: "object-fronted", cue: list[front].entry.Word})
		}
	}
	return found
}

// topic collects data that stands before its action with no word to front it:
// 您的<姓名>需[填写], <data> is [collected].
func (r *reader) topic(list []item, frames []frame, f int) []link {
	v := frames[f].item
	var found []link
	anaphor := false
	for k := v - 1; k >= 0; k-- {
		it := &list[k]
		if it.depth > list[v].depth && !it.isMark(syntax.Data) {
			continue
		}
		if it.frame >= 0 && !frames[it.frame].relative && len(found) > 0 && !r.english {
			// That data is the object of the action before.
			return nil
		}
		if it.depth < list[v].depth || it.frame >= 0 && !frames[it.frame].relative {
			break
		}
		anaphor = anaphor || it.is(lexicon.SameData)
		if it.isMark(syntax.Data) {
			if r.english && len(found) > 0 && !r.listBetween(list, k, found[len(found)-1].item) {
				break
			}
			add(&found, link{item: k, evidence: Marked, rule: "object-topic"})
			continue
		}
		if it.isMark(syntax.Purpose) && len(found) > 0 || it.is(lexicon.Via) && len(found) > 0 && !r.english && it.segment == list[v].segment {
			if it.is(lexicon.Via) {
				found = nil
			}
			break
		}
		if len(found) > 0 && (it.punct == comma && !anaphor && !r.dataFollows(list, k+1)) {
			break
		}
	}
	reverse(found)
	return found
}

func (r *reader) listBetween(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].is(lexicon.List) || list[k].punct == comma || list[k].punct == openParen || list[k].is(lexicon.PartsClosed|lexicon.PartsOpen) {
			return true
		}
	}
	return false
}
