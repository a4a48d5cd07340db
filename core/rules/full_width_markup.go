package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var fullWidthMarkup = &rule.Rule{
	Name:     "full-width-markup",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "全角的标注括号", EN: "Marks written with full-width brackets"},
	Message: locale.Text{
		ZH: "“%s”用的是全角括号，不算标注：请改成半角",
		EN: "“%s” has full-width brackets, which mark nothing: make them ASCII"},
	Check: func(p *rule.Pass) {
		b := p.Block
		plain := b.Plain()
		if !strings.Contains(plain, "［") && !strings.Contains(plain, "＜") && !strings.Contains(plain, "｛") {
			return
		}
		mark, found := 0, false
		for at, r := range plain {
			kind := wideKind(r)
			if kind == syntax.NoKind {
				continue
			}
			for mark < len(b.Marks()) && b.Marks()[mark].Plain.End <= at {
				mark++
			}
			pair, ok := widePair(plain, at, kind)
			// Round ones are a mark only among others that are written so.
			if !ok || kind == syntax.Actor && !found && !strings.ContainsAny(plain[at:], "［＜｛") || mark < len(b.Marks()) && b.Marks()[mark].Plain.Overlaps(pair) {
				continue
			}
			found = true
			s := b.SourceOf(pair)
			p.Report(s, []any{plain[pair.Start:pair.End]}, rule.Fix{
				Title: locale.Text{ZH: "改成标注“%s”，正文里不再有括号", EN: "make it the mark “%s” and take the brackets out of the text"},
				Args:  []any{kind.Open() + plain[pair.Start+3:pair.End-3] + kind.Close()},
				Edits: []source.Edit{
					{Span: source.Span{Start: s.Start, End: s.Start + 3}, Text: kind.Open()},
					{Span: source.Span{Start: s.End - 3, End: s.End}, Text: kind.Close()}},
				ChangesPlain: true,
			})
		}
	},
}

// wideKind returns the kind that a full-width bracket looks like opening.
func wideKind(r rune) syntax.Kind {
	const offset = '（' - '('
	for _, k := range syntax.Kinds {
		if r == rune(k.Open()[0])+offset {
			return k
		}
	}
	return syntax.NoKind
}

// maxWide is how many bytes a full-width pair holds at most to look like a mark.
const maxWide = 90

// widePair returns the pair of full-width brackets that opens at a byte offset of a
// plain text; ok is false when there is none that holds what a mark holds.
func widePair(plain string, at int, kind syntax.Kind) (pair source.Span, ok bool) {
	const offset = '（' - '('
	inside := plain[at+3:]
	end := strings.IndexRune(inside, rune(kind.Close()[0])+offset)
	if end <= 0 || end > maxWide || strings.ContainsAny(inside[:end], "\n。［＜｛") {
		return source.Span{}, false
	}
	inside = inside[:end]
	e, n := lexicon.Default().Find(inside, ' ')
	whole := e != nil && n == len(inside)
	switch kind {
	case syntax.Actor:
		ok = whole && e.Is(lexicon.First|lexicon.User)
	case syntax.Action:
		ok = whole && e.Is(lexicon.Verb)
	case syntax.Data:
		ok = utf8.RuneCountInString(inside) <= 20 && !strings.ContainsAny(inside, "，；：“《")
	case syntax.Purpose:
		ok = true
	}
	return source.Span{Start: at, End: at + 3 + end + 3}, ok
}
