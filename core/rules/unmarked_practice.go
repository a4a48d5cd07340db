package rules

import (
	"unicode/utf8"

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
		EN: "this sentence is about data and what “%s” does with it, and has no mark: check whether it needs some"},
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
			verb := handlingVerb(b.Plain(), s.Span)
			if verb.Empty() {
				continue
			}
			p.ReportLate(b.SourceOf(verb), []any{b.Plain()[verb.Start:verb.End]}, func() []rule.Fix {
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

// handlingVerb returns the first verb in a sentence that has data as its object, in a
// clause that says what is done: not when, nor what happens otherwise. Empty for none.
func handlingVerb(plain string, sentence source.Span) source.Span {
	words := lexicon.Default()
	var verb source.Span
	first, skip, front, data := true, false, false, false
	for at := sentence.Start; at < sentence.End; {
		r, n := utf8.DecodeRuneInString(plain[at:])
		e, word := words.Find(plain[at:sentence.End], before(plain, at))
		if e != nil {
			n = word
		}
		switch {
		case endsClause(r) || isLatinStop(plain, at, syntax.Data):
			verb, first, skip, front, data = source.Span{}, true, false, false, false
			at += n
			continue
		case skip:
		case e.Is(lexicon.Head), first && e.Is(lexicon.ConditionLead) && !e.Is(lexicon.Modal), e != nil && contains(idle, e.Word), e == nil && r == '若':
			skip = true
		case e.Is(lexicon.Front) && !e.Is(lexicon.To):
			front = true
		case e.Is(lexicon.Verb) && !e.Is(lexicon.Light|lexicon.DataNoun):
			if verb.Empty() {
				verb = source.Span{Start: at, End: at + n}
			}
			if front && data {
				return verb
			}
		case e.Is(lexicon.DataNoun | lexicon.SameData):
			if data = true; !verb.Empty() && !behindOf(plain, at+n) {
				return verb
			}
		case e.Is(lexicon.Of|lexicon.PurposeNoun|lexicon.Service) && !front:
			if e.Is(lexicon.PurposeNoun | lexicon.Service) {
				verb = source.Span{} // 使用…功能, 处理目的
			}
		}
		first = first && e.Is(lexicon.Break|lexicon.List|lexicon.Adverb)
		at += n
	}
	return source.Span{}
}

// idle are words of clauses that say what happens when data is not handled, or what
// the person may do about it.
var idle = []string{"拒绝", "无法", "停止", "有权", "撤回", "不提供", "refuse", "unable", "right to", "have the right to", "stop", "发现", "了解", "如要", "如需"}

// behindOf reports whether 的 follows at a byte offset, so that what stands before it
// is no object: 信息的安全.
func behindOf(plain string, at int) bool {
	return lexicon.Default().Match(plain[at:], before(plain, at)).Is(lexicon.Of)
}
