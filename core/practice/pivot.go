package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// findPivot looks for who asks the subject at item k to act: (A)需要(您)[提供].
func (r *reader) findPivot(list []item, fr *frame, k int) {
	if k == 0 || list[k].gap > len("的") {
		return
	}
	p := &list[k-1]
	if !p.is(lexicon.Ask) && !hires(p.entry) {
		return
	}
	for j := k - 2; j >= 0 && list[j].segment >= p.segment-1; j-- {
		it := &list[j]
		if it.depth > p.depth {
			continue
		}
		if it.isMark(syntax.Action) || it.isMark(syntax.Data) {
			return
		}
		if it.isMark(syntax.Actor) && r.roles[it.mark].Rule == "qualifier" && r.roles[it.mark].Name == RoleActor {
			// Somebody says that who asks is who acts.
			fr.actors = nil
			r.takeSubject(list, fr, j)
			return
		}
		if it.isMark(syntax.Actor) && r.roles[it.mark].Name == RoleActor {
			r.roles[it.mark] = Role{Name: RoleRequester, Evidence: Read, Rule: "pivot", Cue: p.entry.Word, Margin: 3}
		} else if !it.is(lexicon.First) || j+1 < len(list) && list[j+1].is(lexicon.Of) {
			continue
		}
		evidence := Read
		if it.mark >= 0 {
			evidence = Marked
		}
		l := link{item: j, evidence: evidence, rule: "pivot", cue: p.entry.Word}
		fr.requester = &l
		fr.derive("pivot")
		return
	}
}

// agentBehind finds the agent of an English passive: is [collected] by (us).
func (r *reader) agentBehind(list []item, frames []frame, f int) bool {
	fr := &frames[f]
	if !participle(fr.verb.entry) {
		return false
	}
	for k := fr.item + 1; k < len(list) && k <= fr.item+4; k++ {
		it := &list[k]
		if it.isMark(syntax.Action) || it.isMark(syntax.Data) || it.punct != noPunct {
			return false
		}
		if it.is(lexicon.By) && k+1 < len(list) && list[k+1].gap <= 4 {
			n := k + 1
			for n < len(list) && list[n].is(lexicon.Determiner|lexicon.Possessive) {
				n++
			}
			if n < len(list) && (list[n].isMark(syntax.Actor) || list[n].is(lexicon.First|lexicon.User|lexicon.Third)) {
				e := Read
				if list[n].mark >= 0 {
					e = Marked
				}
				add(&fr.actors, link{item: n, evidence: e, rule: "agent"})
				for j := n + 1; j < len(list); j++ {
					if list[j].isMark(syntax.Actor) {
						if !joined(list, n, j) {
							break
						}
						add(&fr.actors, link{item: j, evidence: Marked, rule: "agent"})
						n = j
					} else if !list[j].is(lexicon.List | lexicon.Determiner | lexicon.Possessive) {
						break
					}
				}
				fr.derive("agent")
				return true
			}
		}
	}
	return false
}

// passive reports whether the action is said without its doer: is collected.
func (fr *frame) passive(list []item) bool {
	return fr.item > 0 && list[fr.item-1].is(lexicon.Passive) && participle(fr.verb.entry)
}

// hires reports whether a word says that one party has another do something for it.
func hires(e *lexicon.Entry) bool {
	switch {
	case e == nil:
		return false
	case e.Word == "委托", e.Word == "聘请", e.Lemma == "engage", e.Word == "hire", e.Word == "employ", e.Word == "instruct":
		return true
	}
	return false
}

// whoBefore finds the party that a clause with who or which is said of.
func (r *reader) whoBefore(list []item, fr *frame) bool {
	k := fr.item - 1
	for k >= 0 && list[k].is(lexicon.Modal|lexicon.Adverb|lexicon.Negation) {
		k--
	}
	if k < 1 || !list[k].is(lexicon.Relative) {
		return false
	}
	k--
	if list[k].punct == comma && k > 0 {
		k--
	}
	if !list[k].isMark(syntax.Actor) {
		return false
	}
	fr.aside = true
	r.takeSubject(list, fr, k)
	return true
}
