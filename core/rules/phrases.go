package rules

// phrases are words to look for in a text, by their first byte: a text is read once
// for all of them.
type phrases [256][]string

// phrasesOf returns phrases of words, none of which is empty.
func phrasesOf(words ...string) *phrases {
	var p phrases
	for _, w := range words {
		p[w[0]] = append(p[w[0]], w)
	}
	return &p
}

// in returns the first that a text holds, "" for none.
func (p *phrases) in(text string) string {
	for i := range len(text) {
		for _, w := range p[text[i]] {
			// The last byte tells most apart without a comparison of the whole.
			if end := i + len(w); end <= len(text) && text[end-1] == w[len(w)-1] && text[i:end] == w {
				return w
			}
		}
	}
	return ""
}
