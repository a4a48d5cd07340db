package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// maxAskGap is how many bytes may stand between who asks and whom: a single character.
const maxAskGap = hanSize

// findPivot looks for who asks the subject at item k to act: (A)需要(您)[提供].
func (s *scope) findPivot(fr *frame, k int) {
	if k == 0 || s.items[k].gap > maxAskGap {
		return
	}
	p := &s.items[k-1]
	if !p.is(lexicon.Ask) && !p.has(lexicon.Hires) {
		return
	}
	for j := k - 2; j >= 0 && s.items[j].segment >= p.segment-1; j-- {
		it := &s.items[j]
		if it.depth > p.depth {
			continue
		}
		if it.isMark(syntax.Action) || it.isMark(syntax.Data) {
			return
		}
		if it.isMark(syntax.Actor) && s.roles[it.mark].Rule == "qualifier" && s.roles[it.mark].Name == practice.RoleActor {
			// Somebody says that who asks is who acts.
			fr.actors = nil
			s.takeSubject(fr, j)
			return
		}
		if it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleActor {
			s.roles[it.mark] = practice.Role{Name: practice.RoleRequester, Evidence: practice.Read, Rule: "pivot", Cue: p.entry.Word, Margin: plainMargin}
		} else if !it.is(lexicon.First) && !it.has(lexicon.Nominative) || s.is(j+1, lexicon.Of) {
			continue
		}
		evidence := practice.Read
		if it.mark >= 0 {
			evidence = practice.Marked
		}
		l := link{item: j, evidence: evidence, rule: "pivot", cue: p.entry.Word}
		fr.requester = &l
		fr.derive("pivot")
		return
	}
}
