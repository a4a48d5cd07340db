package rules

// phrases are words to look for in a text, by their first byte: a text is read once
// for all of them.
type phrases struct {
	starts [1 << 10]bool // where the first two bytes of the words lead, see pairAt
	words  [256][]string
}

// phrasesOf returns phrases of words, each of two bytes or more but for those of one
// that may start others.
func phrasesOf(words ...string) *phrases {
	var p phrases
	for _, w := range words {
		p.words[w[0]] = append(p.words[w[0]], w)
		for second := range 256 {
			if len(w) == 1 || w[1] == byte(second) {
				p.starts[pairAt(w[0], byte(second))] = true
			}
		}
	}
	return &p
}

// pairAt returns a number of two bytes, which others may share.
func pairAt(first, second byte) int { return int(first)<<2&0x3FF ^ int(second) }

// in returns the first that a text holds, "" for none.
func (p *phrases) in(text string) string {
	for i := range len(text) {
		second := byte(0)
		if i+1 < len(text) {
			second = text[i+1]
		}
		if !p.starts[pairAt(text[i], second)] {
			continue // as nearly all
		}
		for _, w := range p.words[text[i]] {
			if end := i + len(w); end <= len(text) && text[i:end] == w {
				return w
			}
		}
	}
	return ""
}
