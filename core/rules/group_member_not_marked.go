package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var groupMemberNotMarked = &rule.Rule{
	Name:     "group-member-not-marked",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "列出的组成部分没有标注", EN: "The parts of data are not marked"},
	Message: locale.Text{
		ZH: "“%s”后面列出了 %d 项没有标注的组成部分：请逐项标注",
		EN: "“%s” is followed by %d parts that are not marked: mark each"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Kind != syntax.Data || p.Broken(m.Plain) {
				continue
			}
			parts := unmarkedParts(b, i)
			if len(parts) == 0 {
				continue
			}
			span := b.SourceOf(source.Span{Start: parts[0].Start, End: parts[len(parts)-1].End})
			p.ReportLate(span, []any{b.MarkText(i), len(parts)}, func() []rule.Fix {
				var edits []source.Edit
				for _, part := range parts {
					s := b.SourceOf(part)
					edits = append(edits, source.Insert(s.Start, m.Kind.Open()), source.Insert(s.End, m.Kind.Close()))
				}
				return []rule.Fix{{
					Title:  locale.Text{ZH: "标注这 %d 项", EN: "mark these %d parts"},
					Args:   []any{len(parts)},
					Edits:  edits,
					Choice: true,
				}}
			})
		}
	},
}

// unmarkedParts returns the items without a mark of the list in parentheses right
// behind data mark i: <设备信息>（包括IMEI、MAC）.
func unmarkedParts(b *syntax.Block, i int) []source.Span {
	plain := b.Plain()
	at := b.Marks()[i].Plain.End
	rest := plain[at:]
	open := "（"
	if !strings.HasPrefix(rest, open) {
		if open = "("; !strings.HasPrefix(strings.TrimLeft(rest, " "), open) {
			return nil
		}
		at += len(rest) - len(strings.TrimLeft(rest, " "))
	}
	at += len(open)
	end := strings.IndexAny(plain[at:], "）)。；\n")
	if end < 0 {
		return nil
	}
	end += at
	e, n := lexicon.Default().Find(plain[at:end], ' ')
	if !e.Is(lexicon.PartsOpen | lexicon.PartsClosed) {
		return nil
	}
	var parts []source.Span
	k := i + 1
	for from := at + n; from < end; {
		to, next := end, end
		for n, r := range plain[from:end] {
			if r == '、' || r == ',' || r == '，' {
				to, next = from+n, from+n+utf8.RuneLen(r)
				break
			}
		}
		s := annotate.Trim(plain, source.Span{Start: from, End: to})
		s.Start = skipWords(plain, s.Start, s.End, lexicon.Possessive|lexicon.User)
		if cut := findWord(b, s, lexicon.More); !cut.Empty() && cut.Start > s.Start {
			s.End = cut.Start
		}
		for k < len(b.Marks()) && b.Marks()[k].Plain.End <= s.Start {
			k++
		}
		if n := utf8.RuneCountInString(plain[s.Start:s.End]); n >= 2 && n <= 40 && (k >= len(b.Marks()) || b.Marks()[k].Plain.Start >= s.End) && isDataName(plain[s.Start:s.End]) {
			parts = append(parts, s)
		}
		from = next
	}
	return parts
}

// isDataName reports whether words are a name of data: they end in a noun for it or
// are an abbreviation, and hold no clause.
func isDataName(words string) bool {
	if !endsIn(words, lexicon.DataNoun) {
		return isAbbreviation(words)
	}
	for at := 0; at < len(words); at++ {
		if lexicon.Default().Match(words[at:], before(words, at)).Is(lexicon.First | lexicon.User | lexicon.Modal | lexicon.ConditionLead | lexicon.Negation | lexicon.Verb) {
			return false
		}
	}
	return true
}
