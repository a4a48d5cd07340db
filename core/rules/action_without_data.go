package rules

import (
	"strings"
	"unicode"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var actionWithoutData = &rule.Rule{
	Name:     "action-without-data",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "动作没有数据", EN: "An action without data"},
	Message: locale.Text{
		ZH: "“%s”没有数据：请标出它处理的是什么，或者取消这个标注",
		EN: "“%s” has no data: mark what it handles, or unmark it"},
	Check: func(p *rule.Pass) {
		b := p.Block
		last := -1 // the mark reported before
		for i := range p.Reading.Practices {
			pr := &p.Reading.Practices[i]
			if pr.Action.Mark < 0 || pr.Action.Evidence != practice.Marked || len(pr.Data)+len(pr.Groups) > 0 || p.Broken(pr.Sentence) || dataBeside(b, pr) || dataOfNext(p.Reading.Practices, i) || isFragment(p, pr) || isWrongKind(b, pr.Action.Mark) {
				continue
			}
			m := b.Marks()[pr.Action.Mark]
			sentence, mark := pr.Sentence, pr.Action.Mark
			if last >= 0 && sentence.Contains(b.Marks()[last].Plain) && firstData(b, source.Span{Start: b.Marks()[last].Plain.End, End: m.Plain.Start}) < 0 {
				last = mark
				continue // joined verbs lack the same data
			}
			last = mark
			p.ReportLate(m.Source, []any{b.MarkText(mark)}, func() []rule.Fix {
				var fixes []rule.Fix
				if s := likelyData(b, m, sentence); !s.Empty() {
					fixes = markFix(b, s, syntax.Data)
				}
				return append(fixes, unmarkFix(b, mark))
			})
		}
	},
}

// dataOfNext reports whether the practice behind practice i has data and only a word
// such as 或 stands between their actions, so that both may well be about it.
func dataOfNext(list []practice.Practice, i int) bool {
	if i+1 == len(list) || list[i+1].Sentence != list[i].Sentence || len(list[i+1].Data)+len(list[i+1].Groups) == 0 {
		return false
	}
	between := list[i+1].Action.Place.Start - list[i].Action.Place.End
	return 0 <= between && between <= len("或者")
}

// isFragment reports whether the sentence of a practice is a piece of one whose data
// stands elsewhere: an item in which nothing follows the action, or words that start
// with to whom.
func isFragment(p *rule.Pass, pr *practice.Practice) bool {
	plain := p.Block.Plain()
	text := strings.TrimLeft(plain[pr.Sentence.Start:pr.Sentence.End], " *_　")
	for _, s := range p.Reading.Sentences {
		if s.Span == pr.Sentence && s.Item && strings.Trim(plain[pr.Action.Place.End:pr.Sentence.End], " *_　；;，,。.\n") == "" {
			return true
		}
	}
	first := lexicon.Default().Match(text, ' ')
	return first.Is(lexicon.To|lexicon.With) && !first.Is(lexicon.Front) && hasHan(text)
}

// dataBeside reports whether data stands between an action and the marked actions
// beside it in its sentence. Then the action may well be about that data, in a way
// that the reading missed.
func dataBeside(b *syntax.Block, pr *practice.Practice) bool {
	marks := b.Marks()
	for _, step := range [...]int{-1, +1} {
		for i := pr.Action.Mark + step; i >= 0 && i < len(marks) && pr.Sentence.Contains(marks[i].Plain) && marks[i].Kind != syntax.Action; i += step {
			if marks[i].Kind == syntax.Data {
				return true
			}
		}
	}
	return false
}

// likelyData returns the words, in bytes of the plain text, that most likely are
// the data of the action that m marks: those behind it up to the clause's end, or
// those that 将 or 把 put before it. Empty when there are none.
func likelyData(b *syntax.Block, m syntax.Mark, sentence source.Span) source.Span {
	plain := b.Plain()
	limit := sentence.End
	for _, next := range b.Marks() {
		if next.Plain.Start >= m.Plain.End {
			limit = min(limit, next.Plain.Start)
			break
		}
	}
	from := skipWords(plain, m.Plain.End, limit, lexicon.Possessive|lexicon.Determiner|lexicon.Of|lexicon.User)
	if s := nounPhrase(plain, from, limit); !s.Empty() {
		return s
	}
	words := lexicon.Default()
	for at := m.Plain.Start - 1; at >= sentence.Start; at-- {
		e, n := words.Find(plain[at:m.Plain.Start], before(plain, at))
		if !e.Is(lexicon.Front) {
			continue
		}
		from := skipWords(plain, at+n, m.Plain.Start, lexicon.Possessive|lexicon.Determiner|lexicon.Of|lexicon.User)
		return nounPhrase(plain, from, m.Plain.Start)
	}
	return source.Span{}
}

// skipWords returns where the first word stands, from an offset on, that is not of
// some classes and no white space.
func skipWords(plain string, at, limit int, classes lexicon.Class) int {
	words := lexicon.Default()
	for at < limit {
		rest := plain[at:limit]
		if e, n := words.Find(rest, before(plain, at)); e.Is(classes) {
			at += n
		} else if trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace); len(trimmed) < len(rest) {
			at += len(rest) - len(trimmed)
		} else {
			break
		}
	}
	return at
}

// nounPhrase returns the words from an offset on that can be data. Words that
// start something else, as 并 or 给 do, are none.
func nounPhrase(plain string, from, limit int) source.Span {
	if from >= limit {
		return source.Span{}
	}
	e := lexicon.Default().Match(plain[from:limit], before(plain, from))
	if e.Is(lexicon.Break | lexicon.To | lexicon.With | lexicon.PurposeTrail | lexicon.PurposeLead | lexicon.List | lexicon.Verb | lexicon.Modal) {
		return source.Span{}
	}
	return annotate.Trim(plain, source.Span{Start: from, End: likelyEnd(plain, syntax.Data, from, limit)})
}
