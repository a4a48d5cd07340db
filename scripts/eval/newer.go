package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// origin is a character of a newer version and the character of the older one that
// it is, or that it took the place of; -1 for one that is new.
type origin struct {
	r    rune
	from int
}

// newer makes a newer version of a text. other is the text of another policy, to take
// sentences and words from.
type newer func(text []origin, other []rune, r *rand.Rand) []origin

// changeRate is how many of ten sentences, or places, a change touches.
const changeRate = 1

// changes are the kinds of change, each made by itself and the last by all in turn.
var changes = []struct {
	name string
	make newer
}{
	{"sentences deleted", eachSentence(func(s []origin, _ []rune, _ *rand.Rand) []origin { return nil })},
	{"sentences inserted", eachSentence(func(s []origin, other []rune, r *rand.Rand) []origin {
		return append(slices.Clip(s), fresh(sentenceOf(other, r))...)
	})},
	{"sentences replaced", eachSentence(func(s []origin, other []rune, r *rand.Rand) []origin { return fresh(sentenceOf(other, r)) })},
	{"words changed", eachSentence(changeWords)},
	{"sentences reordered", reorderSentences},
	{"paragraphs reordered", reorderParagraphs},
	{"punctuation of another width", changeWidth},
	{"company renamed", rename},
	{"all of these", nil},
}

func init() {
	all := changes[:len(changes)-1]
	changes[len(changes)-1].make = func(text []origin, other []rune, r *rand.Rand) []origin {
		for _, c := range all {
			text = c.make(text, other, r)
		}
		return text
	}
}

func fresh(words []rune) []origin {
	out := make([]origin, len(words))
	for i, r := range words {
		out[i] = origin{r, -1}
	}
	return out
}

// endsPiece reports whether the character at i ends a sentence: a full stop between
// two letters or digits, as in 1.2, does not.
func endsPiece[T any](text []T, i int, at func(T) rune) bool {
	r := at(text[i])
	if r != '.' || i+1 == len(text) {
		return strings.ContainsRune("。！？\n.", r)
	}
	next := at(text[i+1])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

func ofOrigin(o origin) rune { return o.r }

func ofRune(r rune) rune { return r }

// pieces splits a text behind what ends a sentence, or with lines behind line breaks.
func pieces(text []origin, lines bool) [][]origin {
	var list [][]origin
	start := 0
	for i, o := range text {
		if o.r == '\n' || !lines && endsPiece(text, i, ofOrigin) {
			list = append(list, text[start:i+1])
			start = i + 1
		}
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

// hasWords reports whether a piece is a sentence rather than a blank line or a full
// stop.
func hasWords(s []origin) bool {
	n := 0
	for _, o := range s {
		if unicode.IsLetter(o.r) {
			n++
		}
	}
	return n >= 4
}

// sentenceOf returns a sentence of a text.
func sentenceOf(text []rune, r *rand.Rand) []rune {
	for range 50 {
		at := r.IntN(len(text))
		for at > 0 && !endsPiece(text, at-1, ofRune) {
			at--
		}
		end := at
		for end < len(text) && !endsPiece(text, end, ofRune) {
			end++
		}
		if end < len(text) && text[end] != '\n' {
			end++
		}
		if end-at >= 8 && end-at < 300 {
			return text[at:end]
		}
	}
	return []rune("本条为新增内容。")
}

// eachSentence changes some of the sentences.
func eachSentence(change func([]origin, []rune, *rand.Rand) []origin) newer {
	return func(text []origin, other []rune, r *rand.Rand) []origin {
		var out []origin
		for _, s := range pieces(text, false) {
			if hasWords(s) && r.IntN(10) < changeRate {
				end := len(s) // the line break stays
				for end > 0 && s[end-1].r == '\n' {
					end--
				}
				s = append(change(slices.Clip(s[:end]), other, r), s[end:]...)
			}
			out = append(out, s...)
		}
		return out
	}
}

// changeWords puts in, takes out or exchanges up to three times a few characters.
func changeWords(s []origin, other []rune, r *rand.Rand) []origin {
	s = slices.Clone(s)
	for range 1 + r.IntN(3) {
		at := r.IntN(len(s) + 1)
		n := min(1+r.IntN(4), len(s)-at)
		from := r.IntN(max(1, len(other)-8))
		words := fresh([]rune(strings.ReplaceAll(string(other[from:min(len(other), from+1+r.IntN(5))]), "\n", "")))
		switch r.IntN(3) {
		case 0:
			n = 0
		case 1:
			words = nil
		default:
			for i := range words {
				words[i].from = s[min(at, len(s)-1)].from
			}
		}
		s = slices.Replace(s, at, at+n, words...)
		if len(s) == 0 {
			break
		}
	}
	return s
}

// reorderSentences exchanges sentences with the next in their line.
func reorderSentences(text []origin, _ []rune, r *rand.Rand) []origin {
	var out []origin
	for _, line := range pieces(text, true) {
		list := pieces(line, false)
		for i := 0; i+1 < len(list); i++ {
			if hasWords(list[i]) && hasWords(list[i+1]) && list[i+1][len(list[i+1])-1].r != '\n' && r.IntN(10) < 2*changeRate {
				list[i], list[i+1] = list[i+1], list[i]
				i++
			}
		}
		for _, s := range list {
			out = append(out, s...)
		}
	}
	return out
}

// reorderParagraphs takes paragraphs elsewhere.
func reorderParagraphs(text []origin, _ []rune, r *rand.Rand) []origin {
	list := pieces(text, true)
	if len(list) > 0 {
		if last := list[len(list)-1]; last[len(last)-1].r != '\n' {
			list[len(list)-1] = append(slices.Clip(last), origin{'\n', -1})
		}
	}
	for range max(1, len(list)*changeRate/20) {
		from, to := r.IntN(len(list)), r.IntN(len(list))
		one := list[from]
		list = slices.Insert(slices.Delete(list, from, from+1), to, one)
	}
	return slices.Concat(list...)
}

// changeWidth writes some punctuation in its other width.
func changeWidth(text []origin, _ []rune, r *rand.Rand) []origin {
	const wide, narrow = "，；：（）！？", ",;:()!?"
	out := slices.Clone(text)
	for i, o := range out {
		k := strings.IndexRune(wide, o.r)
		if k >= 0 && r.IntN(10) < 3*changeRate {
			out[i].r = rune(narrow[k/len("，")])
		} else if k := strings.IndexRune(narrow, o.r); k >= 0 && r.IntN(10) < 3*changeRate {
			w, _ := utf8.DecodeRuneInString(wide[k*len("，"):])
			out[i].r = w
		}
	}
	return out
}

// rename gives the company that is named most another name.
func rename(text []origin, _ []rune, _ *rand.Rand) []origin {
	counts := map[string]int{}
	words := make([]rune, len(text))
	for i, o := range text {
		words[i] = o.r
	}
	for i := range words {
		for n := 2; n <= 6 && i >= n; n++ {
			if w := string(words[i-n : i]); strings.HasPrefix(string(words[i:min(len(words), i+2)]), "公司") && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
				counts[w+"公司"]++
			}
		}
	}
	best := "我们"
	for w, n := range counts {
		if n > counts[best] || n == counts[best] && (len(w) > len(best) || len(w) == len(best) && w > best) {
			best = w
		}
	}
	old, name := []rune(best), "云杉科技"
	var out []origin
	for i := 0; i < len(text); {
		if i+len(old) <= len(text) && slices.Equal(words[i:i+len(old)], old) {
			for _, r := range name {
				out = append(out, origin{r, text[i].from})
			}
			i += len(old)
			continue
		}
		out = append(out, text[i])
		i++
	}
	return out
}
