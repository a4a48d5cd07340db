// Package outline finds the structure of a policy's plain text: headings and
// their levels, numbered items, sentences. It knows Chinese and English and
// nothing of what the text says.
package outline

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
)

// Kind is what a line is in the structure of a text. The zero value is prose.
type Kind uint8

// The kinds of line.
const (
	Prose   Kind = iota
	Heading      // names what follows
	Item         // numbered or bulleted, but said as a sentence or a member of a list
	Rule         // holds no words: =====, ---, a lone number
)

// Line is one paragraph: a line of the text, or several that a hard line break
// splits in the middle of a sentence.
type Line struct {
	Kind Kind
	// Span is the line without white space at its ends, in bytes of the text given.
	Span source.Span
	// Text is what is left of it without number, bullet and bold marks.
	Text source.Span
	// Style is the way it is numbered, NoStyle when it is not.
	Style Style
	// LeadIn says that it ends in a colon and so introduces what follows.
	LeadIn bool
	// Sentences tile Text but for white space.
	Sentences []source.Span

	bare bool // an item that is no more than a name
}

// maxHeading is the length in code points beyond which a numbered line is no
// heading, and maxTitle the same for a line without number.
const (
	maxHeading = 48
	maxTitle   = 22
)

// Lines splits plain into lines; see AppendLines.
func Lines(plain string, marks []source.Span, leadIn bool) []Line {
	return AppendLines(nil, plain, marks, leadIn)
}

// AppendLines splits plain into lines and appends them. Memory of lines behind the end
// of the list is used again, that of their sentences too. marks are the spans of marks,
// in order, in bytes of plain: no sentence ends inside one, and a line with a mark is no
// heading unless it is numbered and has no verb; the caller says with leadIn whether a
// lead-in stands before.
func AppendLines(lines []Line, plain string, marks []source.Span, leadIn bool) []Line {
	first := len(lines)
	m := 0
	for at := 0; at < len(plain); {
		end := lineEnd(plain, at)
		for end < len(plain) {
			for m < len(marks) && marks[m].End <= end {
				m++
			}
			inMark := m < len(marks) && marks[m].Start < end && end < marks[m].End
			next := lineEnd(plain, end+1)
			if !inMark && !continues(plain[at:end], plain[end+1:next]) && !goesOn(plain, marks, source.Span{Start: at, End: end}, next) {
				break
			}
			end = next
		}
		if l, ok := newLine(plain, at, end); ok {
			// What a mark holds is neither decoration nor number.
			l.Text = cover(l.Text, marks)
			l.Span = source.Span{Start: min(l.Span.Start, l.Text.Start), End: max(l.Span.End, l.Text.End)}
			if l.Kind == Rule && holdsMark(marks, l.Text) {
				l.Kind = Prose
			}
			if n := len(lines); n < cap(lines) {
				l.Sentences = lines[:n+1][n].Sentences[:0]
			}
			lines = append(lines, l)
		}
		at = end + 1
	}
	for i := first; i < len(lines); i++ {
		var prev, next *Line
		if i > first {
			prev = &lines[i-1]
		}
		if i+1 < len(lines) {
			next = &lines[i+1]
		}
		lines[i].classify(plain, marks, prev, next, leadIn)
		leadIn = lines[i].LeadIn || leadIn && lines[i].Kind == Item
		if k := lines[i].Kind; k != Rule {
			lines[i].Sentences = sentences(lines[i].Sentences, plain, lines[i].Text, marks)
			for k := range lines[i].Sentences {
				lines[i].Sentences[k] = cover(lines[i].Sentences[k], marks)
			}
		}
	}
	return lines
}

// cover returns s with the whole of the marks that reach into it.
func cover(s source.Span, marks []source.Span) source.Span {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].End > s.Start })
	if i < len(marks) && marks[i].Start < s.End {
		s.Start = min(s.Start, marks[i].Start)
	}
	i = sort.Search(len(marks), func(i int) bool { return marks[i].Start >= s.End }) - 1
	if i >= 0 && marks[i].End > s.Start {
		s.End = max(s.End, marks[i].End)
	}
	return s
}

func lineEnd(s string, from int) int {
	if from >= len(s) {
		return len(s)
	}
	if i := strings.IndexByte(s[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(s)
}

// newLine trims the line and takes its number off; it reports whether anything
// is left.
func newLine(plain string, start, end int) (Line, bool) {
	s := trim(plain, source.Span{Start: start, End: end})
	if s.Empty() {
		return Line{}, false
	}
	style, n := marker(plain[s.Start:s.End])
	text := s
	text.Start += n
	text = trimDecoration(plain, text)
	l := Line{Span: s, Text: text, Style: style}
	if text.Empty() || !hasWord(plain[text.Start:text.End]) {
		l.Kind = Rule
	}
	return l, true
}

// classify decides whether the line is a heading or an item. prev and next are the
// lines around it in the same text, nil when there are none.
func (l *Line) classify(plain string, marks []source.Span, prev, next *Line, leadIn bool) {
	if l.Kind == Rule {
		return
	}
	text := plain[l.Text.Start:l.Text.End]
	last, _ := utf8.DecodeLastRuneInString(text)
	l.LeadIn = last == '：' || last == ':'
	points := 2*maxHeading + 1 // longer is as long
	if len(text) <= utf8.UTFMax*2*maxHeading {
		points = utf8.RuneCountInString(text)
	}
	switch {
	case l.Style.isTitle():
		l.Kind = Heading
		if points > 2*maxHeading || endsSentence(text) && points > maxTitle {
			l.Kind = Item
		}
	case l.Style == NoStyle:
		if l.isBareTitle(plain, marks, points, next, leadIn) {
			l.Kind, l.Style = Heading, TitleStyle
		}
	default:
		l.classifyNumbered(text, marks, points, prev, next, leadIn)
	}
}

// isBareTitle reports whether a line without number, of so many characters, is a title: it
// is short or bold, holds no punctuation and no mark, and stands before prose.
func (l *Line) isBareTitle(plain string, marks []source.Span, points int, next *Line, leadIn bool) bool {
	whole := plain[l.Span.Start:l.Span.End]
	bold := strings.HasPrefix(whole, "**") && strings.HasSuffix(whole, "**")
	if points > maxTitle && !(bold && points <= maxHeading) {
		return false
	}
	if leadIn || holdsMark(marks, l.Text) || hasStop(plain[l.Text.Start:l.Text.End]) {
		return false
	}
	return next == nil || bold || next.Style != NoStyle && next.Kind != Rule || titleBefore(plain, next)
}

// classifyNumbered decides whether a line with a number or a bullet is a heading or an
// item.
func (l *Line) classifyNumbered(text string, marks []source.Span, points int, prev, next *Line, leadIn bool) {
	l.Kind = Item
	switch {
	case l.Style == Bullet, points > maxHeading, endsSentence(text), hasSentenceEnd(text):
	case l.LeadIn && (hasComma(text) || points > maxTitle):
	case holdsMark(marks, l.Text):
	case leadIn && next != nil && next.Style == l.Style && next.Kind != Rule,
		prev != nil && prev.Kind == Item && prev.bare && prev.Style == l.Style:
		// One of several members under a lead-in, with nothing said of each.
		l.bare = true
	case l.Style >= Decimal && hasComma(text), strings.HasSuffix(text, "的"):
	default:
		l.Kind = Heading
	}
}

// titleBefore reports whether next reads as the prose under a title rather than
// as the next of several short lines.
func titleBefore(plain string, next *Line) bool {
	t := plain[next.Text.Start:next.Text.End]
	return next.Kind != Rule && (hasStop(t) || utf8.RuneCountInString(t) > 2*maxTitle)
}

// continues reports whether next is the rest of a line that a hard line break
// has split.
func continues(line, next string) bool {
	line = strings.TrimRight(line, " \t\r*_　")
	rest := strings.TrimLeft(next, " \t　")
	if line == "" || rest == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(rest)
	if style, _ := marker(rest); style != NoStyle {
		return false
	}
	switch last {
	case '，', '、', '（', '“', '《', ',', '(', '—':
		return true
	}
	switch first {
	case '，', '、', '；', '。', '）', '”', '》', ',', ')', ';', '—':
		return true
	}
	if last < utf8.RuneSelf && isLetterOrDigit(last) || last == '-' {
		// Prose in Latin script that was wrapped at some column.
		if 'a' <= first && first <= 'z' {
			return true
		}
		return first < utf8.RuneSelf && isLetterOrDigit(first) && len(line) >= 60
	}
	return isHan(last) && (isHan(first) || isLetterOrDigit(first)) && wrappedHan(line, rest)
}

// wrappedHan reports whether a line in Chinese that ends in a character is the start of
// the sentence that rest, the line behind it, goes on with: its last word needs another, it
// says when, where or how something will be and not yet what, or it holds a comma as no title
// does and rest ends a sentence.
func wrappedHan(line, rest string) bool {
	lex := lexicon.Default()
	switch {
	case lex.EndOf(line, lexicon.NeedsMore) != nil:
		return true
	case holdsWord(line, lexicon.OpensHow) && !hasStop(line) && hasStop(rest):
		return true
	case lex.EndOf(line, lexicon.EndsTime) != nil && !hasStop(line) && holdsWord(line, lexicon.OpensPlace):
		return true
	}
	return strings.Contains(line, "，") && !strings.Contains(line, "|") && strings.Contains(rest, "。")
}

// holdsWord reports whether a word with a trait stands anywhere in a text.
func holdsWord(text string, t lexicon.Trait) bool {
	for i := range text {
		if lexicon.Default().StartOf(text[i:], t) != nil {
			return true
		}
	}
	return false
}

func isHan(r rune) bool { return 0x3400 <= r && r <= 0x9FFF }

// goesOn reports whether a line break splits a clause between line and the line
// behind it, which ends at next, where a mark or bold text follows: the words before
// it cannot end a clause.
func goesOn(plain string, marks []source.Span, line source.Span, next int) bool {
	rest := source.Span{Start: line.End + 1, End: next}
	if style, _ := marker(strings.TrimLeftFunc(plain[rest.Start:rest.End], isSpace)); style != NoStyle || !holdsMark(marks, line) {
		return false
	}
	body := trimDecoration(plain, rest)
	m := sort.Search(len(marks), func(i int) bool { return marks[i].End > body.Start })
	marked := m < len(marks) && marks[m].Start == body.Start
	bold := body.Start < body.End && (plain[body.Start-1] == '*' || plain[body.Start-1] == '_')
	if !marked && !bold {
		return false
	}
	text := trimDecoration(plain, line)
	last := sort.Search(len(marks), func(i int) bool { return marks[i].End >= text.End })
	if last < len(marks) && marks[last].End == text.End {
		// A mark ends the line: nothing says whether more follows but that it is
		// too long for a name, and that what follows starts in bold.
		return bold && utf8.RuneCountInString(plain[text.Start:text.End]) > maxTitle
	}
	return lexicon.Default().EndOf(plain[text.Start:text.End], lexicon.MarkFollows) != nil
}

// trim takes white space off both ends of a span.
func trim(s string, span source.Span) source.Span {
	for span.Start < span.End {
		r, n := utf8.DecodeRuneInString(s[span.Start:span.End])
		if !isSpace(r) {
			break
		}
		span.Start += n
	}
	for span.Start < span.End {
		r, n := utf8.DecodeLastRuneInString(s[span.Start:span.End])
		if !isSpace(r) {
			break
		}
		span.End -= n
	}
	return span
}

// isSpace reports whether r is white space, or a mark of direction that texts are pasted
// with.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\v', '\f', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u202d', '\u202c':
		return true
	}
	return false
}

func isDecoration(r rune) bool { return r == '*' || r == '_' || r == '#' || r == '=' || isSpace(r) }

// trimDecoration takes white space and Markdown's signs of emphasis off both ends.
func trimDecoration(s string, span source.Span) source.Span {
	t := s[span.Start:span.End]
	u := strings.TrimLeftFunc(t, isDecoration)
	span.Start += len(t) - len(u)
	span.End -= len(u) - len(strings.TrimRightFunc(u, isDecoration))
	return span
}

func holdsMark(marks []source.Span, s source.Span) bool {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].End > s.Start })
	return i < len(marks) && marks[i].Start < s.End
}

func hasWord(s string) bool {
	for _, r := range s {
		if r >= 0x2E80 && !isPunctuation(r) || r < utf8.RuneSelf && isLetter(r) || r >= 0xC0 && r < 0x2000 {
			return true
		}
	}
	return false
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’」』）)\""))
	return strings.ContainsRune("。；，！？;,!.?、", r)
}

func hasSentenceEnd(s string) bool {
	return strings.ContainsAny(s, "。；！;") || strings.Contains(s, ". ")
}

func hasComma(s string) bool { return strings.ContainsAny(s, "，,。；;") }

// hasStop reports whether s holds punctuation that a title has not.
func hasStop(s string) bool {
	if isDigit(rune(s[0])) || strings.Count(s, " ") > 1 && s[0] >= utf8.RuneSelf || strings.HasSuffix(s, "公司") || strings.HasSuffix(s, "日") || strings.HasSuffix(s, "的") {
		// A row of a table, a date, or who signs.
		return true
	}
	if strings.Contains(s, "[") && strings.Contains(s, "]") {
		return true // a link; a bracket alone is somebody about to mark
	}
	return strings.ContainsAny(s, "，。；：！、“”;:!|@=\"") || strings.ContainsAny(s, ",.") && hasComma(s) || strings.HasSuffix(s, ".") || strings.Contains(s, "://")
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetterOrDigit(r rune) bool { return isLetter(r) || isDigit(r) }

func isPunctuation(r rune) bool {
	return 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFF0F || 0xFF1A <= r && r <= 0xFF20 || 0xFF3B <= r && r <= 0xFF40 || 0xFF5B <= r && r <= 0xFF65
}
