package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// ProseBracket finds brackets that are prose. It needs no reading, and opening a
// file asks it how to read the file.
var ProseBracket = &rule.Rule{
	Name:     "prose-bracket",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "括号看上去是正文", EN: "Brackets that look like text"},
	Message: locale.Text{
		ZH: "“%s”看上去是正文里的括号，不是标注：请把括号转义",
		EN: "“%s” looks like brackets of the text, not like a mark: escape them"},
	Check: func(p *rule.Pass) {
		b := p.Block
		marks := b.Marks()
		for i := 0; i < len(marks); i++ {
			m := marks[i]
			if hasChild(b, i) || !m.Qualifiers.Empty() {
				continue
			}
			span, escaped := m.Source, marks[i:i+1]
			if i+1 < len(marks) && isMarkdownLink(b, m, marks[i+1]) {
				span.End, escaped = marks[i+1].Source.End, marks[i:i+2]
				i++
			} else if !looksLikeProse(b, m) {
				continue
			}
			p.Report(span, []any{b.Text()[span.Start:span.End]}, rule.Fix{
				Title:        locale.Text{ZH: "把括号变成正文（转义）", EN: "make the brackets part of the text (escape them)"},
				Edits:        escapeMarks(escaped...),
				ChangesPlain: true,
			})
		}
	},
}

// isMarkdownLink reports whether two marks are [text](address).
func isMarkdownLink(b *syntax.Block, text, address syntax.Mark) bool {
	if text.Kind != syntax.Action || address.Kind != syntax.Actor || text.Source.End != address.Source.Start {
		return false
	}
	s, _, _ := strings.Cut(strings.TrimLeft(b.Text()[address.Inner.Start:address.Inner.End], " _"), " ")
	isPath := strings.ContainsAny(s, "./:#") && !strings.HasSuffix(s, ".") && !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
	return isPath || text.Plain.Empty()
}

// looksLikeProse reports whether a mark holds what brackets in prose hold.
func looksLikeProse(b *syntax.Block, m syntax.Mark) bool {
	s := b.Plain()[m.Plain.Start:m.Plain.End]
	if isAddress(s) {
		return true
	}
	switch m.Kind {
	case syntax.Actor:
		return isNumeral(s) || isAbbreviation(s) && explainsWord(b.Plain(), m.Plain)
	case syntax.Data:
		return isTag(s)
	case syntax.Action, syntax.Purpose:
		return isNumeral(s)
	}
	return false
}

// isAddress reports whether s is the address of a page or of mail.
func isAddress(s string) bool {
	if strings.IndexByte(s, '.') < 0 && strings.IndexByte(s, ':') < 0 {
		return false // as nearly all marks
	}
	for _, prefix := range []string{"http://", "https://", "www.", "mailto:"} {
		if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			return true
		}
	}
	name, host, found := strings.Cut(s, "@")
	return found && name != "" && strings.Contains(host, ".") && !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII || r == ' ' })
}

// isNumeral reports whether s numbers an item: 1, 12, iv, a, 三.
func isNumeral(s string) bool {
	if s == "" || len(s) > 4*utf8.UTFMax || utf8.RuneCountInString(s) > 4 {
		return false
	}
	if len(s) == 1 && unicode.IsLetter(rune(s[0])) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	for _, digits := range numerals {
		if strings.ContainsRune(digits, first) {
			return strings.Trim(s, digits) == ""
		}
	}
	return false
}

// numerals are the digits of numbers that stand in brackets.
var numerals = []string{"0123456789", "ivx", "IVX", "一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩"}

// isAbbreviation reports whether s is a word like SDK, GDPR or MAC-ID. A word with
// more small letters than capitals is a name, as Bugly is.
func isAbbreviation(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z':
			upper++
		case 'a' <= r && r <= 'z':
			lower++
		case '0' <= r && r <= '9', r == ' ', r == '-', r == '.', r == '/', r == '+':
		default:
			return false
		}
	}
	return upper > 0 && upper >= lower && len(s) <= 24
}

// explainsWord reports whether the text at span follows a word that it can be the
// short form of, as in 软件开发工具包(SDK); behind 由 or 与 it stands for itself.
func explainsWord(plain string, span source.Span) bool {
	at := len(strings.TrimRight(plain[:span.Start], " "))
	r, _ := utf8.DecodeLastRuneInString(plain[:at])
	if !unicode.IsLetter(r) {
		return false
	}
	const particles = lexicon.Of | lexicon.By | lexicon.With | lexicon.From | lexicon.To | lexicon.Via | lexicon.List |
		lexicon.Front | lexicon.Break | lexicon.Determiner | lexicon.Verb | lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.ConditionLead
	for start, runes := at, 0; start > 0 && runes < 4; runes++ {
		_, n := utf8.DecodeLastRuneInString(plain[:start])
		start -= n
		e, n := lexicon.Default().Find(plain[start:at], before(plain, start))
		if e.Is(particles) && n == at-start {
			return false
		}
	}
	return true
}

// tags are the names of HTML's elements that texts are pasted with.
var tags = map[string]bool{}

func init() {
	for name := range strings.FieldsSeq(`a b i u s p br hr em ul ol li dl dt dd td th tr h1 h2 h3 h4 h5 h6 div span img sup sub
		pre code html body head link meta font table tbody thead strong small center section article blockquote script style title`) {
		tags[name] = true
	}
}

// isTag reports whether s is what stands between < and > in HTML.
func isTag(s string) bool {
	if s == "" || s[0] >= utf8.RuneSelf {
		return false
	}
	s = strings.TrimSpace(strings.Trim(s, "/"))
	name, _, _ := strings.Cut(s, " ")
	return tags[strings.ToLower(name)] || strings.HasPrefix(s, "!--")
}
