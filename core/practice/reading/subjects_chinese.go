package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// chinesePronouns are what a value says of a party that no words name.
var chinesePronouns = [...]string{practice.FirstParty: "我们", practice.UserParty: "您"}

func (chinese) pronoun(p practice.Party) string { return chinesePronouns[p] }

// namesPlace reports whether the marked party at item k is where something is done:
// 在(小程序)里.
func (s *scope) namesPlace(k int) bool {
	return s.has(k-1, lexicon.Locative) && s.adjoins(k) && lexicon.Default().StartOf(s.plain[s.items[k].End:], lexicon.PlaceEnd) != nil
}

// thirdSubject wants the party to start its clause, and a modal at once: 该公司会[使用]<…>.
func (chinese) thirdSubject(s *scope, k, v int) bool {
	switch {
	case s.has(k, lexicon.BarePronoun), !s.sameClause(k, v), !s.is(k+1, lexicon.Modal|lexicon.Negation), !s.adjoins(k + 1), s.inCondition(k):
		return false
	case s.isPunct(k-1, noPunct) && !s.is(k-1, lexicon.Break):
		return false // another word or a mark stands before
	case k > 0 && !s.adjoins(k), k == 0 && s.items[k].Start > s.sentence.Start:
		return false // so do words that the lexicon does not know
	}
	for j := k + 1; j < v; j++ {
		if s.isMark(j, syntax.Actor) || s.is(j, lexicon.Verb|lexicon.Ask|lexicon.Of) && !s.is(j, lexicon.Modal|lexicon.Via|lexicon.Adverb) {
			return false
		}
	}
	return true
}

// attached finds a party that names the next one more closely, 我们(关联公司), or whose
// data an action is about: [收集]您的.
func (chinese) attached(s *scope, k int, relative bool) bool {
	return s.isMark(k+1, syntax.Actor) && s.adjoins(k+1) || s.isMark(k-1, syntax.Action) && s.adjoins(k) && !relative
}

// setsApart finds another verb, unless the party plainly starts the main clause.
func (chinese) setsApart(s *scope, k, j int, relative bool) bool {
	return s.is(j, lexicon.Verb) && !s.is(j, lexicon.Adverb|lexicon.Via|lexicon.Modal|lexicon.Ask|lexicon.Allow) && (relative || !s.predicate(k))
}

// endsAside reports whether item j ends a condition that stands between the subject at
// item k and its modal, or its action at item v: 您在下单时需要[填写].
func (s *scope) endsAside(k, j, v int) bool {
	return s.is(j, lexicon.ConditionTail) && s.is(k+1, lexicon.ConditionLead) && s.adjoins(k+1) && j > k+1 && s.sameClause(j, k) &&
		(s.is(j+1, lexicon.Modal|lexicon.Negation) || j+1 == v) && s.adjoins(j+1)
}
