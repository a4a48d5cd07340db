package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// maxAsideReach is how many items lie from a comma to the condition that it sets off: if,
// when and the like.
const maxAsideReach = 3

// memberFollows finds nothing: in English a clause that qualifies data stands behind it.
func (english) memberFollows(*scope, int) bool { return false }

// objectsGoOn lets a condition that commas set off, and a recipient, stand in a list:
// <name> and, if {you pay}, your <card>; <…> to (the crew) and <…> to (the caterer).
func (english) objectsGoOn(s *scope, k int) bool {
	switch {
	case s.isPunct(k, comma):
		return s.conditionBetween(k) || s.verbsGoOn(k)
	case s.is(k, lexicon.To):
		return s.isMark(k+1, syntax.Actor)
	}
	return s.isCondition(k) && s.isPunct(k+1, comma) && s.dataFollows(k+2)
}

// verbsGoOn reports whether the comma at item k, behind an action, only joins verbs with it
// that nobody has marked, whose data follows: [record], sort and study <…>.
func (s *scope) verbsGoOn(k int) bool {
	behind := k - 1
	for s.is(behind, lexicon.Verb|lexicon.Adverb|lexicon.Benefit) && s.items[behind].frame < 0 || s.isPunct(behind, comma) {
		behind--
	}
	if !s.isMark(behind, syntax.Action) {
		return false
	}
	lists := 0
	j := k + 1
	for ; j < len(s.items) && s.items[j].mark < 0; j++ {
		switch {
		case s.is(j, lexicon.List):
			lists++
		case s.items[j].frame >= 0 || !s.isPunct(j, comma) && !s.isPunct(j, lineBreak) && !s.is(j, lexicon.Verb|lexicon.Adverb|lexicon.Benefit|lexicon.Possessive|lexicon.Determiner):
			return false
		}
	}
	return lists > 0 && s.isMark(j, syntax.Data) && len(strings.Fields(s.plain[s.items[k].End:s.items[j].Start])) <= maxHalfMarked
}

// conditionBetween reports whether the comma at item k sets off a marked condition
// behind which more data follows.
func (s *scope) conditionBetween(k int) bool {
	j := k + 1
	for j < len(s.items) && j <= k+maxAsideReach && s.items[j].mark < 0 && s.items[j].punct == noPunct {
		j++
	}
	return j+2 < len(s.items) && s.isCondition(j) && s.items[j+1].punct == comma && s.dataFollows(j+2)
}

// topic collects the one list of data before the action: <data> and <data> are [collected].
func (english) topic(s *scope, f int) []link {
	v := s.frames[f].item
	var found []link
	pointed := false
	for k := range s.before(v) {
		it := &s.items[k]
		switch {
		case it.isMark(syntax.Data) && it.depth >= s.items[v].depth:
			if len(found) > 0 && (!s.listBetween(k, found[len(found)-1].item) || s.ofOtherAction(k, found) || s.passive(&s.frames[f]) && s.isObjectAhead(k)) {
				return inTextOrder(found)
			}
			add(&found, link{item: k, evidence: practice.Marked, rule: "object-topic"})
		case it.depth > s.items[v].depth:
		case s.mainAction(k), it.depth < s.items[v].depth:
			return inTextOrder(found)
		case it.is(lexicon.SameData):
			pointed = true
		case len(found) > 0 && s.endsTopic(k, pointed):
			return inTextOrder(found)
		}
	}
	return inTextOrder(found)
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
