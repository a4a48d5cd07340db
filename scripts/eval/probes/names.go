package probes

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	spaces     = regexp.MustCompile(`[\s\x{85}\p{Z}]+`)
	quotes     = regexp.MustCompile(`[“”"「」《》]`)
	han        = regexp.MustCompile(`[\x{3400}-\x{9fff}]`)
	determiner = regexp.MustCompile(`^(?:the|a|an|our|your|their|his|her|its|these|those|this|that|such|any|some|every|each|either|to|with|from|of)\s+`)
	first      = regexp.MustCompile(`^(?:我们的|您的|你的|其|该等|该|这些|此类|此等|上述|任何|部分|一家)`)
	denies     = regexp.MustCompile(`(?i)^(?:除非|未|非经|不经|without\b|unless\b|except\b|other than\b)`)
	apostrophe = strings.NewReplacer("’", "'", "‘", "'")
)

// letters returns words as they are compared: small letters, spaces and quotation
// marks evened out, no punctuation at the ends.
func letters(s string) string {
	s = quotes.ReplaceAllString(strings.ToLower(apostrophe.Replace(s)), "")
	space := " "
	if han.MatchString(s) {
		space = ""
	}
	return strings.Trim(spaces.ReplaceAllString(s, space), " \t,，。.;；:：、!！?？")
}

// bare returns words without the little words at their head, which readers keep or
// drop as they like.
func bare(s string) string {
	s = letters(s)
	for {
		head := determiner
		if han.MatchString(s) {
			head = first
		}
		t := head.ReplaceAllString(s, "")
		if t == s || t == "" {
			return s
		}
		s = t
	}
}

// pronoun returns "we" or "you" for the words that mean these, "" for all others.
func pronoun(s string) string {
	switch letters(s) {
	case "we", "us", "our", "ours", "ourselves", "我们", "我们的":
		return "we"
	case "you", "your", "yours", "您", "您的", "你", "你的":
		return "you"
	}
	return ""
}

// wordings returns the alternatives of an expected text.
func wordings(want string) []string {
	return slices.DeleteFunc(strings.Split(strings.TrimLeft(want, "!"), "|"), func(w string) bool { return w == "" })
}

// within reports whether a stands in b as whole words.
func within(a, b string) bool {
	if a == "" {
		return false
	}
	if han.MatchString(a) {
		return strings.Contains(b, a)
	}
	for from := 0; ; {
		i := strings.Index(b[from:], a)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(b[:i])
		after, _ := utf8.DecodeRuneInString(b[i+len(a):])
		if !isWord(before) && !isWord(after) {
			return true
		}
		_, n := utf8.DecodeRuneInString(b[i:])
		from = i + n
	}
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_')
}

// alike compares what was got with what is wanted.
type alike func(got, want string) bool

// sameName compares names of parties and data: the same words, or one in the other
// with at least this share of its letters.
func sameName(share float64) alike {
	return func(got, want string) bool {
		return slices.ContainsFunc(wordings(want), func(w string) bool {
			if letters(got) == letters(w) {
				return true
			}
			if p, q := pronoun(got), pronoun(w); p != "" || q != "" {
				return p == q
			}
			short, long := bare(got), bare(w)
			if short == long {
				return true
			}
			if size(short) > size(long) {
				short, long = long, short
			}
			least := 3
			if han.MatchString(short) {
				least = 2
			}
			return size(short) >= least && within(short, long) && float64(size(short)) >= share*float64(size(long))
		})
	}
}

// sameClause compares purposes and conditions: half of the letters in common, or a
// good part of it.
func sameClause(got, want string) bool {
	return slices.ContainsFunc(wordings(want), func(w string) bool {
		g, v := letters(got), letters(w)
		if g == v {
			return true
		}
		if g == "" || v == "" {
			return false
		}
		least, part := 4, 8
		if han.MatchString(v) {
			least = 2
		}
		if han.MatchString(g) {
			part = 3
		}
		common := commonLetters([]rune(g), []rune(v), least)
		return 2*common >= max(size(g), size(v)) || size(g) >= part && within(g, v)
	})
}

// covers returns how many letters of want got holds, where one value was read in
// place of several.
func covers(got, want string) int {
	most := 0
	for _, w := range wordings(want) {
		if within(letters(w), letters(got)) && pronoun(w) == "" {
			most = max(most, size(letters(w)))
		}
	}
	return most
}

func size(s string) int { return utf8.RuneCountInString(s) }

// commonLetters returns how many letters stand in the longest stretches that both
// have in the same order, stretches shorter than least left out: the longest first,
// then those before and behind it (Ratcliff and Obershelp).
func commonLetters(a, b []rune, least int) int {
	i, j, n := longestCommon(a, b)
	if n == 0 {
		return 0
	}
	counted := 0
	if n >= least {
		counted = n
	}
	return counted + commonLetters(a[:i], b[:j], least) + commonLetters(a[i+n:], b[j+n:], least)
}

// longestCommon returns the first of the longest stretches that both hold.
func longestCommon(a, b []rune) (i, j, n int) {
	ending := make([]int, len(b)+1) // by place in b, how long the stretch is that ends there
	for x := range a {
		for y := len(b) - 1; y >= 0; y-- {
			ending[y+1] = 0
			if a[x] != b[y] {
				continue
			}
			ending[y+1] = ending[y] + 1
		}
		for y := range b {
			if ending[y+1] > n {
				n = ending[y+1]
				i, j = x+1-n, y+1-n
			}
		}
	}
	return i, j, n
}
