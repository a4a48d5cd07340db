package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var unmarkedPractice = &rule.Rule{
	Name:     "unmarked-practice",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "处理数据的句子没有标注", EN: "A sentence that handles data has no mark"},
	Message: locale.Text{
		ZH: "这个句子说到“%s”数据，但没有任何标注：请核对是否要标注",
		EN: "this sentence speaks of data and of what “%s” does, and has no mark: see whether it wants some"},
	Check: func(p *rule.Pass) {
		b := p.Block
		// Of a paragraph that nobody has marked at all the coverage speaks.
		if len(b.Marks()) == 0 {
			return
		}
		list := p.Reading.Sentences
		for i, s := range list {
			// Between two that are marked it looks forgotten.
			if i == 0 || i+1 == len(list) || list[i-1].Marks == 0 || list[i+1].Marks == 0 || !s.Handles || s.Marks > 0 || s.Heading || p.Broken(s.Span) {
				continue
			}
			verb := findWord(b, s.Span, lexicon.Verb)
			if verb.Empty() {
				continue
			}
			p.ReportLate(b.SourceOf(verb), []any{b.Plain()[verb.Start:verb.End]}, func(*rule.Index) []rule.Fix {
				return markPractice(b, s.Span, verb)
			})
		}
	},
}

// markPractice marks a verb with the party before it and the data behind it.
func markPractice(b *syntax.Block, sentence, verb source.Span) []rule.Fix {
	plain := b.Plain()
	var edits []source.Edit
	add := func(s source.Span, kind syntax.Kind) {
		if !s.Empty() {
			at := b.SourceOf(s)
			edits = append(edits, source.Insert(at.Start, kind.Open()), source.Insert(at.End, kind.Close()))
		}
	}
	add(findWord(b, source.Span{Start: sentence.Start, End: verb.Start}, lexicon.First|lexicon.User), syntax.Actor)
	add(verb, syntax.Action)
	from := skipWords(plain, verb.End, sentence.End, lexicon.Possessive|lexicon.Determiner|lexicon.Of|lexicon.User)
	add(nounPhrase(plain, from, sentence.End), syntax.Data)
	return []rule.Fix{{
		Title:  locale.Text{ZH: "标出主语、动词和数据", EN: "mark the subject, the verb and the data"},
		Edits:  edits,
		Choice: true,
	}}
}
