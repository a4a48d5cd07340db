package outline

import (
	"strings"
	"unicode/utf8"
)

// Style is a way to number lines. The zero value is none.
type Style uint8

// The styles. The levels of headings follow the order in which a text introduces
// its styles, so the order here says nothing, but for Hash1 to Hash6.
const (
	NoStyle      Style = iota
	Hash1              // # Title
	Hash2              // ## Title
	Hash3              // ### Title
	Hash4              // #### Title
	Hash5              // ##### Title
	Hash6              // ###### Title
	Chapter            // 第一章, 第二部分, Chapter 2, Part I
	Article            // 第一条, 第3条, Article 3, Section 2
	Han                // 一、
	HanParen           // （一）
	Decimal            // 1. or 1．
	DecimalComma       // 1、
	DecimalParen       // （1）
	DecimalHalf        // 1） or 1)
	Decimal2           // 1.2
	Decimal3           // 1.2.3
	Decimal4           // 1.2.3.4
	Circle             // ①
	LetterDot          // a. or A.
	LetterParen        // (a) or a)
	Bullet             // •, *, -
	TitleStyle         // a title without number
	Subtitle           // another title without number, below the first
)

// isTitle reports whether the style is that of a heading whatever the line says.
func (s Style) isTitle() bool { return Hash1 <= s && s <= Chapter }

// marker recognises the number or bullet at the start of a line and returns how
// many bytes it takes, with decoration and white space around it.
func marker(line string) (Style, int) {
	n := skipDecoration(line, 0)
	if depth, at := hashes(line); depth > 0 {
		for _, more := hashes(line[at:]); more > 0; _, more = hashes(line[at:]) {
			at += more
		}
		// The number of a Markdown heading says no more than its depth.
		_, more := marker(line[at:])
		return Hash1 + Style(min(depth, 6)-1), at + more
	}
	bullet := false
	if i := skipBullet(line, n); i > n {
		bullet, n = true, skipDecoration(line, i)
	} else if strings.HasPrefix(strings.TrimLeft(line, " \t"), "* ") {
		bullet = true
	}
	if style, end := number(line[n:]); style != NoStyle {
		return style, skipDecoration(line, n+end)
	}
	if bullet {
		return Bullet, n
	}
	return NoStyle, 0
}

// hashes returns how many hashes stand at the start of a line, behind white space, and
// where they end; 0 and 0 for none.
func hashes(line string) (depth, end int) {
	h := strings.TrimLeft(line, " \t")
	rest := strings.TrimLeft(h, "#")
	if len(rest) == len(h) {
		return 0, 0
	}
	return len(h) - len(rest), len(line) - len(rest)
}

func skipDecoration(s string, i int) int {
	return len(s) - len(strings.TrimLeftFunc(s[i:], func(r rune) bool { return r == '*' || r == '_' || isSpace(r) }))
}

func skipBullet(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '•', '●', '○', '◦', '◼', '■', '□', '◆', '◇', '·', '※', '▪', '➢', '✓', '►':
		return i + n
	case '-', '–', '—', '>', '+':
		if strings.HasPrefix(s[i+n:], " ") {
			return i + n
		}
	}
	return i
}

// number recognises a number at the start of s and returns where it ends.
func number(s string) (Style, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case isOpenParen(r):
		return parenthesised(s, n)
	case r == '第':
		return ordinal(s, n)
	case isDigit(r):
		return decimal(s)
	case '①' <= r && r <= '⑳' || '⑴' <= r && r <= '⒇':
		return Circle, n
	case isLetter(r):
		if style, end := named(s); style != NoStyle {
			return style, end
		}
		return lettered(s)
	}
	return han(s)
}

// parenthesised recognises （一） （1） (a) at the start of s, of which the opening
// parenthesis takes n bytes.
func parenthesised(s string, n int) (Style, int) {
	if k := hanNumber(s[n:]); k > 0 {
		if e := closeParen(s[n+k:]); e > 0 {
			return HanParen, n + k + e
		}
	}
	if k := digits(s[n:]); k > 0 {
		if e := closeParen(s[n+k:]); e > 0 {
			return DecimalParen, n + k + e
		}
	}
	if len(s) > n+1 && isLetter(rune(s[n])) {
		if e := closeParen(s[n+1:]); e > 0 {
			return LetterParen, n + 1 + e
		}
	}
	return NoStyle, 0
}

// ordinal recognises 第一章 第二条 at the start of s, of which 第 takes n bytes.
func ordinal(s string, n int) (Style, int) {
	k := hanNumber(s[n:])
	if k == 0 {
		k = digits(s[n:])
	}
	if k == 0 {
		return NoStyle, 0
	}
	rest := s[n+k:]
	for _, unit := range []string{"章", "部分", "节", "篇"} {
		if strings.HasPrefix(rest, unit) {
			return Chapter, n + k + len(unit)
		}
	}
	if strings.HasPrefix(rest, "条") {
		return Article, n + k + len("条")
	}
	return NoStyle, 0
}

// numberedNames are the English words that a number follows.
var numberedNames = [...]struct {
	word  string
	style Style
}{{"Article ", Article}, {"Section ", Article}, {"ARTICLE ", Article}, {"SECTION ", Article}, {"Chapter ", Chapter}, {"Part ", Chapter}}

// named recognises Article 3, Section 2, Part IV at the start of s.
func named(s string) (Style, int) {
	for _, name := range numberedNames {
		rest, ok := strings.CutPrefix(s, name.word)
		if !ok {
			continue
		}
		k := digits(rest)
		if k == 0 {
			k = len(rest) - len(strings.TrimLeft(rest, "IVX"))
		}
		if k == 0 {
			continue
		}
		k += len(name.word)
		if k < len(s) && strings.IndexByte(".:)", s[k]) >= 0 {
			k++
		}
		if k == len(s) || s[k] == ' ' {
			return name.style, k
		}
	}
	return NoStyle, 0
}

// lettered recognises a. a) a、 at the start of s, which starts with a letter of one
// byte.
func lettered(s string) (Style, int) {
	if len(s) > 2 && (s[1] == ')' || s[1] == '.') && s[2] == ' ' {
		return [...]Style{LetterDot, LetterParen}[strings.IndexByte(".)", s[1])], 2
	}
	if strings.HasPrefix(s[1:], "、") || strings.HasPrefix(s[1:], "）") {
		return LetterDot, 1 + len("、")
	}
	return NoStyle, 0
}

// han recognises 一、 at the start of s.
func han(s string) (Style, int) {
	if k := hanNumber(s); k > 0 {
		for _, sep := range []string{"、", "．", ".", "：", ":", "　", " "} {
			if strings.HasPrefix(s[k:], sep) {
				return Han, k + len(sep)
			}
		}
	}
	return NoStyle, 0
}

// decimal recognises 1. 1、 1） 1.2 1.2.3 at the start of s, which starts with a
// digit.
func decimal(s string) (Style, int) {
	if digits(s) > 3 {
		return NoStyle, 0
	}
	at, depth := decimalLevels(s)
	rest := s[at:]
	sep := separator(rest)
	switch {
	case depth > 1:
		if sep == 0 && rest != "" && (isLetterOrDigit(rune(rest[0])) || rest[0] == '%') {
			return NoStyle, 0
		}
		return Decimal2 + Style(depth-2), at + sep
	case sep == 0:
		if startsTitle(rest) {
			return Decimal, at
		}
		return NoStyle, 0
	case strings.HasPrefix(rest, "、"):
		return DecimalComma, at + sep
	case strings.HasPrefix(rest, "）"), strings.HasPrefix(rest, ")"), strings.HasPrefix(rest, `\)`):
		return DecimalHalf, at + sep
	case strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":"):
		return NoStyle, 0
	}
	return Decimal, at + sep
}

// decimalLevels returns where the numbers at the start of s end that dots join, and how
// many they are, up to 4: two for 1.2.
func decimalLevels(s string) (at, depth int) {
	at, depth = digits(s), 1
	for depth < 4 {
		dot := prefixOf(s[at:], ".", "．", `\.`)
		k := 0
		if dot > 0 {
			k = digits(s[at+dot:])
		}
		if k == 0 || k > 2 {
			break
		}
		at += dot + k
		depth++
	}
	return at, depth
}

// separator returns how many bytes of rest part a number from what it numbers.
func separator(rest string) int {
	return prefixOf(rest, "、", "．", ".", `\.`, "）", ")", `\)`, "：", ":")
}

// prefixOf returns the length of the first of the prefixes that s has, 0 for none.
func prefixOf(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// startsTitle reports whether the text behind a bare number is a title, as in "1 Title",
// and the number no quantity, as in "3 months" or "30天".
func startsTitle(rest string) bool {
	if strings.HasPrefix(rest, "　") {
		return true
	}
	return strings.HasPrefix(rest, " ") && len(rest) > 1 &&
		(rest[1] >= 'A' && rest[1] <= 'Z' || rest[1] >= utf8.RuneSelf && !startsWithMeasure(rest[1:]))
}

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	return n
}

func hanNumber(s string) int {
	n := 0
	for i, r := range s {
		if !strings.ContainsRune("〇零一二三四五六七八九十百", r) {
			return i
		}
		n = i + utf8.RuneLen(r)
	}
	return n
}

func isOpenParen(r rune) bool { return r == '（' || r == '(' || r == '〔' || r == '【' }

func closeParen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r == '）' || r == ')' || r == '〕' || r == '】' {
		return n
	}
	return 0
}

// startsWithMeasure reports whether s starts with a word that counts: 个, 天, 年.
func startsWithMeasure(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("个天年月日小次岁名位条项周分种类元万亿款台部页份秒、，。", r)
}
