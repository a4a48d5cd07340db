package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// relativeObjects returns the data behind the clause.
func (chinese) relativeObjects(s *scope, _, last int) []link { return s.dataBehindRelative(last) }

// dataBehindRelative collects the data that a Chinese relative clause qualifies:
// (您)[填写]的<姓名>、<电话>, but not 、您的<地址> behind it.
func (s *scope) dataBehindRelative(f int) []link {
	var found []link
	start := s.frames[f].item
	for k := start + 1; k < len(s.items); k++ {
		it := &s.items[k]
		if it.depth < s.items[start].depth {
			break
		}
		if it.isMark(syntax.Data) {
			if len(found) > 0 && it.depth == s.items[start].depth && s.newMember(found[len(found)-1].item, k) {
				break
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-of-relative"})
			continue
		}
		if it.depth > s.items[start].depth {
			continue
		}
		if it.isMark(syntax.Action) {
			if s.frames[it.frame].group == s.frames[f].group && len(found) == 0 {
				continue
			}
			if s.frames[it.frame].relative && len(found) > 0 && s.wordBetween(found[len(found)-1].item, k, lexicon.List|lexicon.PartsOpen|lexicon.PartsClosed|lexicon.With) && s.wordBetween(found[0].item, k, lexicon.PartsOpen|lexicon.PartsClosed) {
				continue
			}
			break
		}
		if it.isMark(syntax.Purpose) && len(found) > 0 {
			break
		}
		if it.punct == comma && !s.dataFollows(k+1) || it.punct == semicolon || len(found) > 0 && it.is(lexicon.PurposeTrail|lexicon.PurposeLead|lexicon.Modal) {
			break
		}
	}
	return found
}

// newMember reports whether data at item k starts a member with an owner of its own
// behind the data at item a: 、您的<地址>.
func (s *scope) newMember(a, k int) bool {
	for j := a + 1; j < k; j++ {
		if s.items[j].depth == s.items[a].depth && s.is(j, lexicon.Possessive) && !s.has(j, lexicon.ThirdPerson) {
			return true
		}
		if s.is(j, lexicon.PartsOpen|lexicon.PartsClosed) {
			return false
		}
	}
	return false
}
