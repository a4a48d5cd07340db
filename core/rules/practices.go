package rules

import (
	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// eachPractice calls yield for the practices whose sentence is whole.
func eachPractice(p *rule.Pass, yield func(pr *practice.Practice)) {
	for i := range p.Reading.Practices {
		if pr := &p.Reading.Practices[i]; !p.Broken(pr.Sentence) {
			yield(pr)
		}
	}
}

// isHere reports whether a value stands in the block of a pass.
func isHere(p *rule.Pass, v *practice.Value) bool { return v.Place.Block == p.Block }

// isMarkedHere reports whether the block has the action of a practice as a mark.
func isMarkedHere(p *rule.Pass, pr *practice.Practice) bool {
	return isHere(p, &pr.Action) && pr.Action.Mark >= 0 && pr.Action.Evidence == practice.Marked
}

var markAs = locale.Text{ZH: "把“%s”标为%s", EN: "mark “%s” as %s"}

// markFix marks words, in bytes of the plain text; no fix when that cannot be.
func markFix(b *syntax.Block, plain source.Span, kind syntax.Kind) []rule.Fix {
	edits, ok := wrap(b, plain, kind)
	if !ok {
		return nil
	}
	return []rule.Fix{{
		Title:  markAs,
		Args:   []any{short(b.Plain()[plain.Start:plain.End]), kindNames[kind]},
		Edits:  edits,
		Choice: true,
	}}
}

// wrap returns the edits that put a mark of some kind around a span of the plain
// text; ok is false when it cannot be.
func wrap(b *syntax.Block, plain source.Span, kind syntax.Kind) (edits []source.Edit, ok bool) {
	s := b.SourceOf(plain)
	r, err := annotate.Mark(syntax.Parse(b.Text()), kind, s.Start, s.End, false)
	return r.Edits, err == nil
}

// unmarkFix removes the brackets of mark i.
func unmarkFix(b *syntax.Block, i int) rule.Fix {
	return rule.Fix{
		Title:  locale.Text{ZH: "取消“%s”的标注", EN: "unmark “%s”"},
		Args:   []any{short(oneLine(b.MarkText(i)))},
		Edits:  unwrap(b.Marks()[i]),
		Choice: true,
	}
}

// qualify puts a qualifier into mark i.
func qualify(b *syntax.Block, i int, qualifier string, title locale.Text) rule.Fix {
	m := b.Marks()[i]
	text := " " + qualifier
	if m.Qualifiers.Empty() {
		text = "|" + qualifier
	}
	return rule.Fix{Title: title, Edits: []source.Edit{source.Insert(m.Qualifiers.End, text)}, Choice: true}
}

// reportUnmarked reports words that somebody could mark, once for each place.
func reportUnmarked(p *rule.Pass, seen *set[source.Span], v *practice.Value, kind syntax.Kind) {
	if v.Mark >= 0 || !isHere(p, v) || v.Place.Empty() || v.Evidence != practice.Read || (*seen)[v.Place.Span] || insideMark(p.Block, v.Place.Start, kind) {
		return
	}
	seen.add(v.Place.Span)
	s := v.Place.Span
	p.ReportLate(p.Block.SourceOf(s), []any{v.Text}, func() []rule.Fix {
		return markFix(p.Block, s, kind)
	})
}

// insideMark reports whether a mark of a kind holds the byte offset at of the plain
// text.
func insideMark(b *syntax.Block, at int, kind syntax.Kind) bool {
	for _, m := range b.Marks() {
		if m.Plain.Start > at {
			return false
		}
		if m.Kind == kind && at < m.Plain.End {
			return true
		}
	}
	return false
}

// findWord returns where the first word of some classes stands in a span of the
// plain text that is in no mark; empty for nowhere.
func findWord(b *syntax.Block, s source.Span, classes lexicon.Class) source.Span {
	plain, marks := b.Plain(), b.Marks()
	k := 0
	for at := s.Start; at < s.End; {
		for k < len(marks) && marks[k].Plain.End <= at {
			k++
		}
		if k < len(marks) && marks[k].Plain.Start <= at {
			at = marks[k].Plain.End
			continue
		}
		e, n := lexicon.Default().Find(plain[at:s.End], before(plain, at))
		switch {
		case e.Is(classes):
			return source.Span{Start: at, End: at + n}
		case e != nil:
			at += n
		default:
			at++
		}
	}
	return source.Span{}
}
