package reading

import (
	"strings"

	"github.com/policymark/policymark/core/source"
)

func (chinese) namesUser(s *scope, span source.Span) bool {
	text := strings.TrimLeft(s.text(span), "，, ")
	return len(text) > len("为您") && servesUser[text[:len("为您")]]
}

// servesUser are the words by which a purpose says for whom it is. They are looked for
// in the text, for words of the lexicon may start with them (为您提供).
var servesUser = map[string]bool{"为您": true, "向您": true, "给您": true, "使您": true, "让您": true, "为你": true, "向你": true, "给你": true}
