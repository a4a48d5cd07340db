package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// notStated are the rules by which nobody is said to act.
var notStated = [...]string{"subject-unclear", "subject-unread", "subject-open", "subject-not-ours", "subject-not-carried"}

// linkSubjects finds who does what each frame says.
func (s *scope) linkSubjects() {
	for f := range s.frames {
		fr := &s.frames[f]
		if fr.group != f && !s.doerBetween(s.frames[f-1].item, fr.item) {
			g := &s.frames[fr.group]
			if f > 0 && s.frames[f-1].group == fr.group {
				g = &s.frames[f-1]
			}
			fr.actors, fr.requester = g.actors, g.requester
			fr.derive("joined-verbs")
			for _, d := range notStated {
				if len(g.actors) == 0 && slices.Contains(g.derivation, d) {
					fr.derive(d)
				}
			}
			continue
		}
		s.linkSubject(f)
	}
}

// linkSubject finds who does what frame f says: who stands before it, else who is named
// behind it, else who mostly does such a thing.
func (s *scope) linkSubject(f int) {
	if s.frames[f].but {
		if f > 0 {
			s.frames[f].takeOver(s.frames[f-1].actors)
		}
		return
	}
	if s.grammar.subject(s, f) || s.phraseSubject(f) {
		return
	}
	fr := &s.frames[f]
	if s.english && s.passive(fr) && !fr.relative {
		if s.waitsForParty(fr.item) {
			fr.derive("subject-unread")
		} else if !s.companyBefore(fr) {
			s.impliedSubject(fr)
		}
		return
	}
	found, spare := s.subjectBefore(f)
	if found {
		if s.english && fr.unclear && s.onlyUsTwo(fr) {
			fr.actors, fr.requester = nil, nil // we [send] it to the lab, and it [tests] it
			fr.derive("subject-unclear")
		}
		return
	}
	if spare >= 0 && (usersVerb(fr.verb) || s.partyOfItem(&s.items[spare]) != practice.UserParty) {
		s.takeSubject(fr, spare)
		return
	}
	if k := s.subjectBehind(f); k >= 0 {
		s.takeSubject(fr, k)
		for i := range fr.actors {
			fr.actors[i].evidence, fr.actors[i].rule = practice.Carried, "subject-behind"
		}
		fr.derive("subject-behind")
		return
	}
	s.impliedSubject(fr)
}

// companyBefore lets the company, which is marked as acting earlier in the sentence, go on to do what
// a passive does not say of anybody else: (we) trade abroad, so <names> may be [kept] there.
func (s *scope) companyBefore(fr *frame) bool {
	for k := range s.before(fr.item) {
		if !s.isDoer(k) || s.items[k].depth > s.items[fr.item].depth {
			continue
		}
		if s.partyOfItem(&s.items[k]) != practice.FirstParty || s.exclusive(s.items[fr.item].frame, k) >= 0 {
			return false
		}
		add(&fr.actors, link{item: k, evidence: practice.Carried, rule: "subject-of-clause-before"})
		fr.derive("subject-of-clause-before")
		return true
	}
	return false
}

// onlyUsTwo reports whether nobody but the company and the person act in a frame, whom a
// pronoun of the third person never means.
func (s *scope) onlyUsTwo(fr *frame) bool {
	for _, a := range fr.actors {
		party := practice.UnknownParty
		switch {
		case a.item < 0:
			party = a.value.Party
		case s.is(a.item, lexicon.First):
			party = practice.FirstParty
		case s.is(a.item, lexicon.User):
			party = practice.UserParty
		default:
			party = s.partyOfItem(&s.items[a.item])
		}
		if party != practice.FirstParty && party != practice.UserParty {
			return false
		}
	}
	return true
}

// subjectBefore takes the nearest subject before frame f, and reports whether there is
// one. Else spare is the nearest party that acts in a clause about data, -1 for none:
// (您)[提供]的<姓名>将被[保存].
func (s *scope) subjectBefore(f int) (found bool, spare int) {
	fr := &s.frames[f]
	depth := s.items[fr.item].depth
	conditionEnds := false
	spare = -1
	for k := range s.before(fr.item) {
		it := &s.items[k]
		if it.depth > depth {
			continue
		}
		depth = it.depth
		switch {
		case it.isMark(syntax.Actor):
			switch s.markedSubject(f, k, conditionEnds) {
			case isSubject:
				s.takeSubject(fr, k)
				return true, -1
			case isSpare:
				if spare < 0 {
					spare = k
				}
			}
		case it.isMark(syntax.Action), it.frame >= 0 && s.namedByPhrase(it.frame) && s.namesNobodyElse(fr, k):
			if s.goesOn(fr, k) {
				return true, -1
			}
		case it.is(lexicon.Passive) && k+1 == fr.item && !s.english:
			fr.undergone = true
		case it.is(lexicon.ConditionTail):
			conditionEnds = true
		case it.is(lexicon.Medium) && s.mediumSubject(fr, k), it.is(lexicon.First|lexicon.User|lexicon.Third|lexicon.SameParty) && s.subjectPosition(k, fr.item, fr.relative):
			s.takeSubject(fr, k)
			return true, -1
		}
	}
	return false, spare
}

// candidacy is what a marked party before an action is to it.
type candidacy int

const (
	isOther   candidacy = iota // it has nothing to do with it
	isSpare                    // its subject when there is no other
	isSubject                  // its subject
)

// markedSubject says what the marked party at item k is to frame f behind it.
// conditionEnds says that a word that ends a condition stands between the two.
func (s *scope) markedSubject(f, k int, conditionEnds bool) candidacy {
	switch {
	case !s.isDoer(k):
		if s.servesAsSubject(&s.frames[f], k) {
			return isSubject
		}
		return isOther
	case s.namesPlace(k):
		return isOther // 您在(小程序)里[填写]: where, not who
	case s.exclusive(f, k) >= 0:
		return isSpare
	case conditionEnds && s.inCondition(k) && s.doerBetween(-1, k):
		return isOther
	}
	return isSubject
}

// servesAsSubject reports whether the source or the recipient at item k acts in the very
// next word: 来自(第三方)[提供]的<…>, 供(其他用户)[查看].
func (s *scope) servesAsSubject(fr *frame, k int) bool {
	if k+1 != fr.item || !s.adjoins(k+1) || k == 0 {
		return false
	}
	return s.role(k).Name == practice.RoleSource && fr.relative || s.is(k-1, lexicon.To) && s.is(k-1, lexicon.Allow)
}

// namedByPhrase reports whether words that are no item of the scope name who acts in frame f.
func (s *scope) namedByPhrase(f int) bool {
	return len(s.frames[f].actors) > 0 && s.frames[f].actors[0].item < 0 && s.frames[f].actors[0].evidence == practice.Read
}

// namesNobodyElse reports whether no name can stand at the start of the clause of a frame, which is
// another than that of item k: nothing but its predicate and its object does.
func (s *scope) namesNobodyElse(fr *frame, k int) bool {
	first := s.firstOfClause(fr.item)
	return first <= k || s.items[first].gap == 0 && !s.is(first, someone)
}

// goesOn gives a frame the subject of the action at item k before it, when the same one
// goes on to act, and reports whether it does.
func (s *scope) goesOn(fr *frame, k int) bool {
	g := &s.frames[s.items[k].frame]
	switch {
	case len(g.actors) == 0, g.relative != fr.relative, !s.english && s.reasonEndsBehind(k):
		return false
	case fr.relative:
		// (您)[发布]的<评论>、[上传]的<图片>
		if k >= fr.from || !s.markBetween(k, fr.item, syntax.Data) {
			return false
		}
		fr.takeOver(g.actors)
	case g.group == fr.group || s.passive(g):
		return false
	case g.requester != nil && !usersVerb(fr.verb) && usersVerb(g.verb):
		// Whoever asked goes on: 我们请(您)[提供]…，并[同步]给….
		fr.takeOver([]link{*g.requester})
	case g.requester != nil && s.askerGoesOn(fr, k):
		fr.takeOver([]link{*g.requester})
	default:
		fr.takeOver(g.actors)
	}
	return true
}

// askerGoesOn reports whether the clause of a frame starts with a modal as that of whoever asks for the
// action at item k does: 您可以要求我们[更正]…，也可以[修改]….
func (s *scope) askerGoesOn(fr *frame, k int) bool {
	first := s.firstOfClause(fr.item)
	if first <= k || !s.is(first, lexicon.Modal) || s.items[first].entry.Modality != lexicon.Can {
		return false
	}
	for j := range s.beforeInClause(k) {
		if s.is(j, lexicon.Modal) && s.items[j].entry.Modality == lexicon.Can {
			return true
		}
	}
	return false
}

// takeOver makes the subjects of a clause before those of the frame.
func (fr *frame) takeOver(actors []link) {
	for _, a := range actors {
		a.evidence, a.rule = max(a.evidence, practice.Carried), "subject-of-clause-before"
		if a.value != nil {
			v := *a.value
			v.Evidence, v.Rule = a.evidence, a.rule
			a.value = &v
		}
		add(&fr.actors, a)
	}
	fr.derive("subject-of-clause-before")
}

// subjectBehind returns the index of the subject that a clause behind names, when
// frame f, which has none, can only be meant of the same party: 如需[共享]<…>，
// (我们)会…. It is -1 when there is none.
func (s *scope) subjectBehind(f int) int {
	fr := &s.frames[f]
	if s.english && s.passive(fr) {
		return -1
	}
	for k := fr.item + 1; k < len(s.items); k++ {
		it := &s.items[k]
		if it.punct == semicolon {
			return -1
		}
		if it.frame >= 0 && it.segment > s.items[fr.item].segment && !s.frames[it.frame].relative && s.frames[it.frame].group != fr.group {
			return -1
		}
		if it.isMark(syntax.Actor) && it.depth == 0 && it.segment > s.items[fr.item].segment && s.roles[it.mark].Name == practice.RoleActor {
			if s.is(k-1, lexicon.Ask) || s.exclusive(f, k) >= 0 {
				return -1
			}
			user := s.partyOfItem(it) == practice.UserParty
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
	return v.category == lexicon.UserProvide || v.category == lexicon.Grant || v.entry.Has(lexicon.Supplies)
}

// takeSubject makes item k, and what is joined with it, the subject of a frame.
func (s *scope) takeSubject(fr *frame, k int) {
	last := k
	rule := "subject-left"
	evidence := practice.Read
	if s.items[k].mark >= 0 {
		evidence = practice.Marked
	} else {
		rule = "subject-unmarked"
	}
	add(&fr.actors, link{item: k, evidence: evidence, rule: rule})
	for j := range s.before(k) {
		if s.items[j].depth > s.items[k].depth {
			continue
		}
		if s.isMark(j, syntax.Actor) {
			if !s.joined(j, last) || s.role(j).Name != practice.RoleActor {
				break
			}
			add(&fr.actors, link{item: j, evidence: practice.Marked, rule: "subject-joined"})
			last = j
			continue
		}
		if s.is(j, lexicon.First) && s.items[k].mark >= 0 && j+1 < last && s.is(j+1, lexicon.List|lexicon.With) && !s.is(j+1, lexicon.Break) && j == k-2 {
			add(&fr.actors, link{item: j, evidence: practice.Read, rule: "subject-joined"})
			last = j
			continue
		}
		if !s.is(j, lexicon.List|lexicon.Determiner|lexicon.Possessive|lexicon.Of|lexicon.Organisation|lexicon.First|lexicon.With) {
			break
		}
	}
	slices.Reverse(fr.actors)
	fr.derive(rule)
	s.findPivot(fr, last)
}

// impliedSubject takes the subject from what was said before the sentence, and
// else the one that such an action mostly has.
func (s *scope) impliedSubject(fr *frame) {
	party := practice.FirstParty
	if c := fr.verb.category; (c == lexicon.UserProvide || c == lexicon.Grant) && !fr.undergone {
		party = practice.UserParty
	}
	if s.isUnclear(fr) {
		fr.derive("subject-unclear")
		return
	}
	if s.isUrged(fr) {
		party = practice.UserParty
	} else if lead := s.lead; lead != nil && len(lead.actors) > 0 {
		for _, v := range lead.actors {
			v.Evidence = max(v.Evidence, practice.Carried) // what nobody said there is implied here too
			v.Rule = "subject-of-lead-in"
			add(&fr.actors, link{item: -1, value: &v, evidence: v.Evidence, rule: v.Rule})
		}
		fr.derive("subject-of-lead-in")
		return
	}
	if !s.isUrged(fr) && s.subjectOfBefore(fr) {
		return
	}
	if rule := s.whyNobody(fr, party); rule != "" {
		fr.derive(rule)
		return
	}
	rule := "subject-implied"
	if usersVerb(fr.verb) && (s.subject == practice.UserParty || fr.relative) {
		// Under 您向我们提供的信息, and in 注册时[提供]的<…>, it is the person who does it.
		party = practice.UserParty
		if s.subject == practice.UserParty {
			rule = "subject-of-heading"
		}
	} else if usersVerb(fr.verb) && s.is(fr.item-1, lexicon.Negation|lexicon.Head) {
		// 不[提供]<…>不影响您使用: what follows when the person does not.
		for k := fr.item + 1; k < len(s.items); k++ {
			if s.is(k, lexicon.Head) {
				party = practice.UserParty
			}
		}
	}
	add(&fr.actors, link{item: -1, value: &practice.Value{Text: s.grammar.pronoun(party), Mark: -1, Party: party, Evidence: practice.Implied, Rule: rule}, evidence: practice.Implied, rule: rule})
	fr.derive(rule)
}

// whyNobody returns the rule by which nobody is said to act rather than a party that mostly
// does what a frame says, "" when that party may be meant.
func (s *scope) whyNobody(fr *frame, party practice.Party) string {
	switch {
	case s.subject == practice.ThirdParty && (party == practice.FirstParty || !s.english && !s.isUrged(fr)):
		return "subject-not-ours"
	case party == practice.FirstParty && s.predicateAlone(fr):
		return "subject-open"
	case s.unreadBefore(fr), party == practice.FirstParty && s.isOthersOffice(fr):
		return "subject-unread"
	case s.inForm && party == practice.FirstParty && s.behindNoMark(s.clauseBefore(fr.item)) && s.isPunct(s.skip(fr.item+1, lexicon.Of|lexicon.DataNoun|lexicon.Determiner), colon),
		party == practice.UserParty && s.foretold(fr), party == practice.FirstParty && s.mayBeReader(fr):
		return "subject-open"
	}
	return ""
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
