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

func (chinese) namesUser(s *scope, span source.Span) bool {
	text := strings.TrimLeft(s.text(span), "，, ")
	return len(text) > servesUserSize && servesUser[text[:servesUserSize]]
}

// servesUser are the words by which a purpose says for whom it is. They are looked for
// in the text, for words of the lexicon may start with them (为您提供).
var servesUser = map[string]bool{"为您": true, "向您": true, "给您": true, "使您": true, "让您": true, "为你": true, "向你": true, "给你": true}

const servesUserSize = 2 * hanSize // bytes: each has two characters
