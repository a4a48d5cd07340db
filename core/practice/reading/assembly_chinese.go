package reading

import "github.com/policymark/policymark/core/lexicon"

// possessorOf takes the 的 at the end off a possessive, most of which are one word in the
// lexicon: 您 of 您的.
func possessorOf(written string) string {
	if end := len(written) - hanSize; end > 0 && lexicon.Default().StartOf(written[end:], lexicon.Attributive) != nil {
		return written[:end]
	}
	return written
}

// commaEndsParts: behind the first part a comma ends the list, whose parts stand with 、.
func (chinese) commaEndsParts(_ *scope, first, _ int) bool { return first >= 0 }
