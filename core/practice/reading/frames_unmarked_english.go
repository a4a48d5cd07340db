package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// English puts no data before its verb, but for what the passive says, whose action is
// marked.
func (english) fronted(*scope, int) int { return -1 }

func (english) saidOfTopic(*scope, int) bool { return false }

const (
	// maxToDenied is how many words may stand between a denied verb and its data where a
	// verb that nobody knows is joined with it: do not sell or otherwise profit from <…>.
	maxToDenied = 6
)

// denied reports whether what is not done with data is said by the unmarked verb at item i,
// of whatever form: <…> is never shared, are not permitted to read or lend <…>. last is the
// last action before, -1 for none.
func (english) denied(s *scope, i, last int) bool {
	if last >= 0 && s.sameClause(last, i) || s.is(i, lexicon.PartsClosed|lexicon.PartsOpen) || s.inHypothesis(i) {
		return false
	}
	if s.dataOfDenied(i) < 0 && !s.deniedTopic(i) {
		return false
	}
	fr := frame{item: i, host: -1, verb: s.verbOf(&s.items[i])}
	s.polarityAhead(&fr, last+1)
	return fr.negated
}

// dataOfDenied returns the index of the data behind the verb at item i, or behind the
// verbs that are joined with it, -1 when there is none.
func (s *scope) dataOfDenied(i int) int {
	lists := 0
	k := i + 1
	for ; k < len(s.items) && s.items[k].mark < 0; k++ {
		switch {
		case s.is(k, lexicon.List):
			lists++
		case s.isPunct(k, comma), s.isPunct(k, lineBreak):
		case k == i+1 && s.has(k, lexicon.BarePronoun) && s.is(k, lexicon.SameData) && s.markBetween(-1, i, syntax.Data) && !s.is(k+1, lexicon.PurposeLead|lexicon.ConditionLead|lexicon.Exception):
			return k // <records> … we are not going to sell them
		case !s.is(k, lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.Of|lexicon.Adverb|lexicon.From|lexicon.To|lexicon.With), s.has(k, lexicon.Restricts):
			return -1
		case s.is(k, lexicon.Relative):
			return -1
		}
	}
	if !s.isMark(k, syntax.Data) {
		return -1
	}
	words := len(strings.Fields(s.plain[s.items[i].End:s.items[k].Start]))
	if lists == 0 && s.items[k].gap > maxEnglishGap || words > maxToDenied {
		return -1
	}
	return k
}

// deniedTopic reports whether the verb at item i is said in the passive of data before it.
func (s *scope) deniedTopic(i int) bool {
	if !participle(s.items[i].entry) {
		return false
	}
	for k := range s.beforeInClause(i) {
		switch {
		case s.isMark(k, syntax.Data):
			return s.wordBetween(k, i, lexicon.Passive)
		case s.items[k].mark >= 0, !s.is(k, lexicon.Passive|lexicon.Adverb|lexicon.Negation|lexicon.Modal|lexicon.List|lexicon.Verb):
			return false
		}
	}
	return false
}

// inHypothesis reports whether the verb at item i only says what may be, or what nobody
// answers for: if we do not receive <…>, cannot guarantee that others will not read <…>. What somebody asks for is told with who asks.
func (s *scope) inHypothesis(i int) bool {
	for k := range s.beforeInClause(i) {
		switch {
		case s.is(k, lexicon.Ask) && s.has(k+1, lexicon.Nominative):
			return false // who asks is named
		case s.is(k, lexicon.ConditionLead) && s.has(k, lexicon.StrongLead), s.has(k, lexicon.Vouches):
			return true
		}
	}
	return false
}

// saysBut reports whether item i is a denial that takes data out of what was said before:
// use <colour> but not <size>, (not including <name>).
func (english) saysBut(s *scope, i int) bool {
	if s.is(i, lexicon.Break) && s.isMark(i+1, syntax.Data) && s.isNext(i+1) && s.firstIn(s.items[i+1].mark).Has(lexicon.DeniesBare) {
		return s.verbBefore(i) >= 0 // but <not your name>
	}
	if !s.has(i, lexicon.DeniesBare) || !s.is(i-1, lexicon.Break) && !s.isPunct(i-1, openParen) && !s.isPunct(i-1, comma) {
		return false
	}
	k := s.skip(i+1, lexicon.PartsClosed|lexicon.Possessive|lexicon.Determiner)
	return s.isMark(k, syntax.Data) && s.items[k].gap <= s.grammar.space() && s.verbBefore(i) >= 0
}

// verbBefore returns the index of the last verb of handling data before item i in the
// sentence, -1 for none.
func (s *scope) verbBefore(i int) int {
	for k := range s.before(i) {
		if s.isMark(k, syntax.Action) || s.is(k, lexicon.Verb) && s.items[k].mark < 0 {
			return k
		}
	}
	return -1
}
