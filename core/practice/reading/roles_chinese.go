package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Chinese says to whom something goes with a preposition or a verb: 提供给(商家).
func (chinese) indirectObject(*scope, int) bool { return false }

// placeBefore reports whether the actor at item i is where data is kept: [存储]于(服务器).
func (chinese) placeBefore(s *scope, i int) bool {
	return s.has(i-1, lexicon.KeptAt) && s.adjoins(i) && s.isMark(i-2, syntax.Action)
}

// namesUser looks in the text, for words of the lexicon may start with such a phrase: 为您提供.
func (chinese) namesUser(s *scope, span source.Span) bool {
	text := strings.TrimLeft(s.text(span), "，, ")
	user := lexicon.Default().StartOf(text, lexicon.ServesUser)
	return user != nil && len(text) > len(user.Word)
}

// voteClause: the words of a Chinese clause have had their vote.
func (chinese) voteClause(*scope, *votes, int) {}
