package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// linkSubjects finds who does what each frame says.
func (r *reader) linkSubjects(list []item, frames []frame) {
	for f := range frames {
		fr := &frames[f]
		if fr.group != f && !r.ownSubject(list, frames, f) {
			g := &frames[fr.group]
			if f > 0 && frames[f-1].group == fr.group {
				g = &frames[f-1]
			}
			fr.actors, fr.requester = g.actors, g.requester
			fr.derive("joined-verbs")
			continue
		}
		r.linkSubject(list, frames, f)
	}
}

// ownSubject reports whether a joined action has a subject of its own between the
// one before and itself.
func (r *reader) ownSubject(list []item, frames []frame, f int) bool {
	for k := frames[f].item - 1; k > frames[f-1].item; k-- {
		if list[k].isMark(syntax.Actor) && r.roles[list[k].mark].Name == RoleActor {
			return true
		}
	}
	return false
}

func (r *reader) linkSubject(list []item, frames []frame, f int) {
	fr := &frames[f]
	fallback := -1
	depth := list[fr.item].depth
	if r.english && (r.agentBehind(list, frames, f) || r.whoBefore(list, fr)) {
		return
	}
	if r.english && fr.item > 1 && fr.passive(list) && frames[list[fr.item].frame].group == f && r.ofRelative(list, frames, f) {
		r.impliedSubject(list, fr)
		return
	}
	conditionEnds := false
search:
	for k := fr.item - 1; k >= 0; k-- {
		it := &list[k]
		if it.depth > depth {
			continue
		}
		if it.depth < depth {
			depth = it.depth
		}
		switch {
		case it.isMark(syntax.Actor):
			role := &r.roles[it.mark]
			if role.Name != RoleActor {
				// 来自(第三方)[提供]的<…>, 供(其他用户)[查看]
				if next := &list[k+1]; k+1 == fr.item && next.gap == 0 && k > 0 && (role.Name == RoleSource && fr.relative || list[k-1].is(lexicon.To) && list[k-1].is(lexicon.Allow)) {
					r.takeSubject(list, fr, k)
					return
				}
				continue
			}
			if k > 0 && list[k-1].is(lexicon.ConditionLead) && list[k-1].entry.Word == "在" && list[k].gap == 0 && hasAnyPrefix(r.plain[it.End:], "里", "中", "上", "内") {
				continue // 您在(小程序)里[填写]: where, not who
			}
			if owner := exclusive(list, frames, f, k); owner >= 0 {
				if fallback < 0 {
					fallback = k
				}
				continue
			}
			if conditionEnds && r.inCondition(list, k) && r.subjectBefore(list, k) {
				continue
			}
			r.takeSubject(list, fr, k)
			return
		case it.isMark(syntax.Action) && !fr.relative && !frames[it.frame].relative && frames[it.frame].group != fr.group:
			if it.segment < list[fr.item].segment || len(frames[it.frame].actors) > 0 {
				// The same one acts as in the clause before.
				g := &frames[it.frame]
				if g.passive(list) {
					break
				}
				if g.requester != nil && !usersVerb(fr.verb) && usersVerb(g.verb) {
					// Whoever asked goes on: 我们请(您)[提供]…，并[同步]给….
					a := *g.requester
					a.evidence, a.rule = Carried, "subject-of-clause-before"
					add(&fr.actors, a)
					fr.derive("subject-of-clause-before")
					break search
				}
				for _, a := range g.actors {
					if a.evidence < Carried {
						a.evidence = Carried
					}
					a.rule = "subject-of-clause-before"
					add(&fr.actors, a)
				}
				if len(fr.actors) > 0 {
					fr.derive("subject-of-clause-before")
					break search
				}
			}
		case it.isMark(syntax.Action) && fr.relative && k < fr.from:
			g := &frames[it.frame]
			if g.relative && len(g.actors) > 0 && r.dataBetween(list, k, fr.item) {
				// (您)[发布]的<评论>、[上传]的<图片>
				for _, a := range g.actors {
					a.evidence, a.rule = max(a.evidence, Carried), "subject-of-clause-before"
					add(&fr.actors, a)
				}
				fr.derive("subject-of-clause-before")
				break search
			}
			if g.verb.category == lexicon.UserProvide || len(g.actors) == 0 {
				continue
			}
		case it.is(lexicon.Passive) && k+1 == fr.item && !r.english:
			fr.undergone = true
		case it.is(lexicon.ConditionTail):
			conditionEnds = true
		case it.is(lexicon.Medium) && fr.verb.category == lexicon.Record && fr.unmarked && it.depth == list[fr.item].depth && r.mediumSubject(list, k, fr.item):
			r.takeSubject(list, fr, k)
			return
		case it.is(lexicon.First|lexicon.User|lexicon.Third|lexicon.SameParty) && r.subjectPosition(list, k, fr.item, fr.relative):
			r.takeSubject(list, fr, k)
			return
		}
	}
	if len(fr.actors) > 0 {
		return
	}
	if fallback >= 0 && !(!usersVerb(fr.verb) && r.partyOfItem(&list[fallback]) == UserParty) {
		r.takeSubject(list, fr, fallback)
		return
	}
	if k := r.subjectBehind(list, frames, f); k >= 0 {
		r.takeSubject(list, fr, k)
		for i := range fr.actors {
			fr.actors[i].evidence, fr.actors[i].rule = Carried, "subject-behind"
		}
		fr.derive("subject-behind")
		return
	}
	r.impliedSubject(list, fr)
}

// ofRelative reports whether all actors before the passive action of frame f act in a
// clause about its data: the <data> (you) [give] is [stored].
func (r *reader) ofRelative(list []item, frames []frame, f int) bool {
	return f > 0 && frames[f-1].relative && list[frames[f-1].item].segment == list[frames[f].item].segment
}

// hasAnyPrefix reports whether s starts with one of some words.
func hasAnyPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// subjectBehind returns the index of the subject that a clause behind names, when
// frame f, which has none, can only be meant of the same party: 如需[共享]<…>，
// (我们)会…. It is -1 when there is none.
func (r *reader) subjectBehind(list []item, frames []frame, f int) int {
	fr := &frames[f]
	if r.english && fr.passive(list) {
		return -1
	}
	for k := fr.item + 1; k < len(list); k++ {
		it := &list[k]
		if it.punct == semicolon {
			return -1
		}
		if it.frame >= 0 && it.segment > list[fr.item].segment && !frames[it.frame].relative && frames[it.frame].group != fr.group {
			return -1
		}
		if it.isMark(syntax.Actor) && it.depth == 0 && it.segment > list[fr.item].segment && r.roles[it.mark].Name == RoleActor {
			if k > 0 && list[k-1].is(lexicon.Ask) || exclusive(list, frames, f, k) >= 0 {
				return -1
			}
			user := r.partyOfItem(it) == UserParty
			if user != (fr.verb.category == lexicon.UserProvide) {
				return -1
			}
			return k
		}
	}
	return -1
}

// usersVerb reports whether the verb says what the person does as well as what the
// company does.
func usersVerb(v verb) bool {
	return v.category == lexicon.UserProvide || v.category == lexicon.Grant || v.entry != nil && (v.entry.Lemma == "提供" || v.entry.Lemma == "provide")
}

// takeSubject makes item k, and what is joined with it, the subject of a frame.
func (r *reader) takeSubject(list []item, fr *frame, k int) {
	last := k
	rule := "subject-left"
	evidence := Read
	if list[k].mark >= 0 {
		evidence = Marked
	} else {
		rule = "subject-unmarked"
	}
	add(&fr.actors, link{item: k, evidence: evidence, rule: rule})
	for j := k - 1; j >= 0; j-- {
		if list[j].depth > list[k].depth {
			continue
		}
		if list[j].isMark(syntax.Actor) {
			if !joined(list, j, last) || r.roles[list[j].mark].Name != RoleActor {
				break
			}
			add(&fr.actors, link{item: j, evidence: Marked, rule: "subject-joined"})
			last = j
			continue
		}
		if list[j].is(lexicon.First) && list[k].mark >= 0 && j+1 < last && list[j+1].is(lexicon.List|lexicon.With) && !list[j+1].is(lexicon.Break) && j == k-2 {
			add(&fr.actors, link{item: j, evidence: Read, rule: "subject-joined"})
			last = j
			continue
		}
		if !list[j].is(lexicon.List | lexicon.Determiner | lexicon.Possessive | lexicon.Of | lexicon.Organisation | lexicon.First | lexicon.With) {
			break
		}
	}
	for i, j := 0, len(fr.actors)-1; i < j; i, j = i+1, j-1 {
		fr.actors[i], fr.actors[j] = fr.actors[j], fr.actors[i]
	}
	fr.derive(rule)
	r.findPivot(list, fr, last)
}

// impliedSubject takes the subject from what was said before the sentence, and
// else the one that such an action mostly has.
func (r *reader) impliedSubject(list []item, fr *frame) {
	party := FirstParty
	if c := fr.verb.category; (c == lexicon.UserProvide || c == lexicon.Grant) && !fr.undergone {
		party = UserParty
	}
	if lead := r.lead; lead != nil && len(lead.actors) > 0 {
		for _, v := range lead.actors {
			v.Evidence = max(v.Evidence, Carried) // what nobody said there is implied here too
			v.Rule = "subject-of-lead-in"
			add(&fr.actors, link{item: -1, value: &v, evidence: v.Evidence, rule: v.Rule})
		}
		fr.derive("subject-of-lead-in")
		return
	}
	rule := "subject-implied"
	if usersVerb(fr.verb) && (r.subject == UserParty || fr.relative) {
		// Under 您向我们提供的信息, and in 注册时[提供]的<…>, it is the person who does it.
		party = UserParty
		if r.subject == UserParty {
			rule = "subject-of-heading"
		}
	} else if usersVerb(fr.verb) && fr.item > 0 && list[fr.item-1].is(lexicon.Negation|lexicon.Head) {
		// 不[提供]<…>不影响您使用: what follows when the person does not.
		for k := fr.item + 1; k < len(list); k++ {
			if list[k].is(lexicon.Head) {
				party = UserParty
			}
		}
	}
	words := [...][2]string{FirstParty: {"我们", "we"}, UserParty: {"您", "you"}}
	text := words[party][0]
	if r.english {
		text = words[party][1]
	}
	add(&fr.actors, link{item: -1, value: &Value{Text: text, Mark: -1, Party: party, Evidence: Implied, Rule: rule}, evidence: Implied, rule: rule})
	fr.derive(rule)
}

//
//go:noinline
func (fr *frame) derive(rule string) {
	for _, d := range fr.derivation {
		if d == rule {
			return
		}
	}
	fr.derivation = append(fr.derivation, rule)
}
