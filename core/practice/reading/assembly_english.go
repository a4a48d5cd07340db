package reading

import "github.com/policymark/policymark/core/lexicon"

// possessors are whom possessives name. The others stand for themselves: his.
var possessors = map[string]string{"your": "you", "our": "we", "their": "they", "users'": "users"}

// commaEndsParts: a comma ends the list when no data follows, or behind the and of its
// last part.
func (english) commaEndsParts(s *scope, first, k int) bool {
	if first < 0 {
		return !s.dataFollows(k + 1)
	}
	for j := first + 1; j < k; j++ {
		if s.is(j, lexicon.List) && !s.isPunct(j-1, comma) && s.items[j].depth == s.items[k].depth {
			return true
		}
	}
	return !s.dataFollows(k + 1)
}
