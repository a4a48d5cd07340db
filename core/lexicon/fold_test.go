package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A word is found however it is written, and takes the bytes that it has in the text.
func TestFindSeesThroughSpelling(t *testing.T) {
	for text, word := range map[string]string{
		"won’t sell":               "won't",
		"wonʼt sell":               "won't",
		"won`t sell":               "won't",
		"won´t sell":               "won't",
		"won＇t sell":               "won't",
		"’ll see":                  "'ll",
		"ＷＩＬＬ　ＮＯＴ sell":            "will not",
		"will  not sell":           "will not",
		"will\nnot sell":           "will not",
		"will \t\n not sell":       "will not",
		"in\u00a0order to":         "in order to",
		"in order\u2009 to":        "in order to",
		"In Connection  With it":   "in connection with",
		"sh\u00adare it":           "share",
		"dis\u200bclose it":        "disclose",
		"de‐identify it":           "de-identify",
		"De‑Identified":            "de-identified",
		"opt–in ":                  "opt-in",
		"和／或":                      "和/或",
		"與其":                       "与",
		"無權查看":                     "无权",
		"蒐集資訊":                     "搜集",
		"從不":                       "从不",
		"絕不會":                      "绝不会",
		"第三方合作夥伴":                  "第三方",
		"合作夥伴":                     "合作伙伴",
		"於":                        "于",
		"可能還會需要":                   "可能还会",
		"包括但不\u200b限於":             "包括但不限于",
		"Ｃｏｏｋｉｅｓ":                  "cookies",
		"in the event  that\u00ad": "in the event that",
	} {
		e, n := Default().Find(text, ' ')
		if e == nil || e.Word != word {
			t.Errorf("%q: %+v, want %q", text, e, word)
			continue
		}
		if got := Fold(text[:n]); got != word {
			t.Errorf("%q: %d bytes, which are %q, want %q", text, n, got, word)
		}
		if e := Default().Whole(text[:n]); e == nil || e.Word != word {
			t.Errorf("%q as a whole: %+v, want %q", text[:n], e, word)
		}
	}
}

// Each word of the lexicon is found as a whole in each disguise.
func TestEveryWordIsFoundInDisguise(t *testing.T) {
	wide := func(r rune) rune {
		if r < utf8.RuneSelf && IsWordByte(byte(r)) {
			return r + '０' - '0'
		}
		return r
	}
	disguises := map[string]func(string) string{
		"plain":       func(s string) string { return s },
		"upper case":  strings.ToUpper,
		"wide":        func(s string) string { return strings.Map(wide, s) },
		"apostrophes": strings.NewReplacer("'", "’", "-", "‐").Replace,
		"spaces":      func(s string) string { return strings.ReplaceAll(s, " ", " \n\u00a0") },
		"hidden":      func(s string) string { return strings.Join(strings.Split(s, ""), "\u00ad\u200b") },
	}
	for i := range Default().words {
		e := Default().words[i].entry
		for name, disguise := range disguises {
			if got := Default().Whole(disguise(e.Word)); got != e {
				t.Errorf("%s %q: %+v, want %q", name, disguise(e.Word), got, e.Word)
			}
		}
	}
}

// Where no word starts or ends, none is found, however the characters are written.
func TestFindKeepsTheEdgesOfWords(t *testing.T) {
	for text, before := range map[string]byte{
		"share\u00adholder": ' ',
		"usé":               ' ',
		"\u200bwill":        ' ',
		"\u00a0will":        ' ',
		"’s":                'r',
		"ｗill":              'e',
		"\n\nonly":          't',
		"":                  ' ',
	} {
		if e, n := Default().Find(text, before); e != nil || n != 0 {
			t.Errorf("%q: %q of %d bytes, want none", text, e.Word, n)
		}
	}
	if e, n := Default().Find("will\n\nnot", ' '); e == nil || e.Word != "will" || n != 4 {
		t.Errorf("over two line breaks: %+v of %d bytes, want will", e, n)
	}
}

func TestFold(t *testing.T) {
	for from, want := range map[string]string{
		"":                       "",
		"Ｗe’LL  不會\u200b蒐集\n資料 ": "we'll 不会搜集 资料 ",
		"\u00ad":                 "",
		"著作":                     "著作",
		"a \n\n b":               "a\nb",
		"plain":                  "plain",
		"two  spaces":            "two spaces",
	} {
		if got := Fold(from); got != want {
			t.Errorf("%q: %q, want %q", from, got, want)
		}
	}
}

// The words of the lexicon are written as they are read, else they would never be found.
func TestWordsAreFolded(t *testing.T) {
	for i := range Default().words {
		if e := Default().words[i].entry; Fold(e.Word) != e.Word {
			t.Errorf("%q should be %q", e.Word, Fold(e.Word))
		}
	}
	for line := range strings.Lines(variants) {
		line, _, _ = strings.Cut(line, "#")
		for group := range strings.FieldsSeq(line) {
			if to, _ := utf8.DecodeRuneInString(group); Fold(string(to)) != string(to) {
				t.Errorf("%s: %c is read as another itself", group, to)
			}
			if want := strings.Repeat(group[:utf8.RuneLen(leading(group))], utf8.RuneCountInString(group)); Fold(group) != want {
				t.Errorf("%s: read as %s, want %s", group, Fold(group), want)
			}
		}
	}
}

// Find looks no further than the first character of another script. A stroke is of both (及/或).
func TestWordsAreOfOneScript(t *testing.T) {
	for i := range Default().words {
		e := Default().words[i].entry
		if n := ascii(headOf(e.Word)); n > 0 && strings.ContainsFunc(e.Word, func(r rune) bool { return r >= utf8.RuneSelf }) ||
			n == 0 && strings.ContainsFunc(e.Word, func(r rune) bool { return r < utf8.RuneSelf && r != '/' }) {
			t.Errorf("%q is of two scripts", e.Word)
		}
	}
}

// Neither does finding take memory nor does what is written unusually.
func TestFindAllocatesNothing(t *testing.T) {
	l := Default()
	for _, text := range []string{"我們可能會根據", "will   not", "我们可能会", "will not", "ｗｉｌｌ"} {
		if n := testing.AllocsPerRun(10, func() { l.Find(text, ' ') }); n > 0 {
			t.Errorf("%q: %.0f allocations", text, n)
		}
	}
}
