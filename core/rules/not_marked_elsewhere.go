package rules

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var notMarkedElsewhere = &rule.Rule{
	Name:     "not-marked-elsewhere",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "别处标注过的文字这里没有标注", EN: "Words that are marked elsewhere"},
	Message: locale.Text{
		ZH: "“%s”在别处标为数据，这里没有标注：请标上",
		EN: "“%s” is marked as data elsewhere and not here: mark it"},
	Across: func(p *rule.Pass) {
		b := p.Block
		plain, marks := b.Plain(), b.Marks()
		k := 0
		for _, s := range p.Reading.Sentences {
			// Where nothing is marked, unmarked-practice speaks.
			if s.Marks == 0 || s.Heading || p.Broken(s.Span) {
				continue
			}
			for at := s.Start; at < s.End; {
				for k < len(marks) && marks[k].Plain.End <= at {
					k++
				}
				if k < len(marks) && marks[k].Plain.Start <= at {
					at = marks[k].Plain.End
					continue
				}
				words := p.WordAt(at, func(words string) bool {
					end := at + len(words)
					return end <= s.End && utf8.RuneCountInString(words) >= 2 && !isCommon(words) && !(k < len(marks) && marks[k].Plain.Start < end) && isWhole(plain, at, end) &&
						p.AskCount(rule.Words.Of(words), syntax.Data.String()) >= 2
				})
				if words == "" {
					_, n := utf8.DecodeRuneInString(plain[at:])
					at += n
					continue
				}
				span := source.Span{Start: at, End: at + len(words)}
				p.ReportLate(b.SourceOf(span), []any{words}, func() []rule.Fix { return markFix(b, span, syntax.Data) })
				at = span.End
			}
		}
	},
}

// isWhole reports whether a span of a plain text is no part of a longer word.
func isWhole(plain string, start, end int) bool {
	if isASCIIWord(plain[start]) && start > 0 && isASCIIWord(plain[start-1]) ||
		isASCIIWord(plain[end-1]) && end < len(plain) && isASCIIWord(plain[end]) {
		return false
	}
	// 设备信息 within 设备信息安全 or 智能设备信息 is another word.
	after, _ := utf8.DecodeRuneInString(plain[end:])
	first, _ := utf8.DecodeLastRuneInString(plain[:start])
	return !isHanRune(after) && !isHanRune(first) || boundary(plain, start, end)
}

// edges are the words that stand beside a whole word.
const edges = lexicon.Possessive | lexicon.Of | lexicon.List | lexicon.Verb | lexicon.To | lexicon.With | lexicon.Front | lexicon.From |
	lexicon.By | lexicon.More | lexicon.PartsOpen | lexicon.PartsClosed | lexicon.Modal | lexicon.Determiner | lexicon.User | lexicon.First

// boundary reports whether words that stand beside others are on both sides of a
// span, or none.
func boundary(plain string, start, end int) bool {
	words := lexicon.Default()
	if after, _ := utf8.DecodeRuneInString(plain[end:]); isHanRune(after) && !words.Match(plain[end:], before(plain, end)).Is(edges) {
		return false
	}
	if first, _ := utf8.DecodeLastRuneInString(plain[:start]); !isHanRune(first) {
		return true
	}
	for at, runes := start, 0; at > 0 && runes < 4; runes++ {
		_, n := utf8.DecodeLastRuneInString(plain[:at])
		at -= n
		if e, n := words.Find(plain[at:start], before(plain, at)); e.Is(edges) && at+n == start {
			return true
		}
	}
	return false
}

func isHanRune(r rune) bool { return 0x3400 <= r && r <= 0x9FFF }

// isCommon reports whether words say nothing of which data is meant, as 个人信息 does.
func isCommon(words string) bool {
	return lexicon.Default().Whole(words).Is(lexicon.DataNoun | lexicon.Vague | lexicon.SameData)
}
