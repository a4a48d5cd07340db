package reading

// possessiveEnd ends a possessive; what stands before it is whom that names: 您的. It is
// taken off the text, for many possessives are one word in the lexicon.
const possessiveEnd = "的"

// commaEndsParts: behind the first part a comma ends the list, whose parts stand with 、.
func (chinese) commaEndsParts(_ *scope, first, _ int) bool { return first >= 0 }
