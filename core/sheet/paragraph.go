package sheet

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// paragraphs splits a block at its headings and items. Lines of prose that follow
// each other are one paragraph, whose line breaks stay.
func paragraphs(b core.Block) []Paragraph {
	plain := b.Plain()
	var list []Paragraph
	add := func(kind Kind, level int, s source.Span) {
		list = append(list, Paragraph{Kind: kind, Level: level, Block: b, Plain: s})
	}
	headed := 0 // where the last heading ends
	for at := 0; at < len(plain); {
		end := lineEnd(plain, at)
		line := trimEnd(plain, source.Span{Start: at, End: end})
		at = end + 1
		first := startsIn(b, line)
		switch {
		case strings.TrimSpace(plain[line.Start:line.End]) == "" || line.End <= headed:
		case first != nil && first.Heading:
			headed = max(line.End, first.End)
			add(Heading, first.Level, withoutSigns(b, source.Span{Start: line.Start, End: headed}))
		case first != nil && first.Item:
			add(Item, 0, line)
		case len(list) > 0 && list[len(list)-1].Kind != Heading && (first == nil || list[len(list)-1].Kind == Prose):
			list[len(list)-1].Plain.End = line.End
		default:
			add(Prose, 0, line)
		}
	}
	return list
}

// startsIn returns the first sentence that starts in a span of the block's plain
// text, nil when there is none.
func startsIn(b core.Block, s source.Span) *practice.Sentence {
	if b.Reading == nil {
		return nil
	}
	all := b.Reading.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	if i < len(all) && all[i].Start < s.End {
		return &all[i]
	}
	return nil
}

func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

func trimEnd(text string, s source.Span) source.Span {
	s.End = s.Start + len(strings.TrimRight(text[s.Start:s.End], " \t\u3000"))
	return s
}

// signs are those that make a line a heading, or bold, in Markdown.
const signs = "#*_ \t\u3000"

// withoutSigns takes Markdown's signs off both ends of a heading, where no mark
// holds them.
func withoutSigns(b core.Block, s source.Span) source.Span {
	text := b.Plain()[s.Start:s.End]
	start := s.Start + len(text) - len(strings.TrimLeft(text, signs))
	end := s.Start + len(strings.TrimRight(text, signs))
	for _, m := range b.Marks() {
		if m.Plain.End > s.Start && m.Plain.Start < s.End {
			start, end = min(start, max(s.Start, m.Plain.Start)), max(end, min(s.End, m.Plain.End))
		}
	}
	if start >= end {
		return s
	}
	return source.Span{Start: start, End: end}
}

// maxTitle is the length in code points beyond which a line is no title.
const maxTitle = 80

// findTitle reports whether a document starts with its title: with its one heading
// of level 1, which stands above others or is one of Markdown. A short line of prose
// before headings is made one, and these go down by a level.
func findTitle(list []Paragraph) bool {
	if len(list) == 0 {
		return false
	}
	first, top, below := &list[0], 0, 0
	for _, p := range list[1:] {
		switch {
		case p.Kind == Heading && p.Level == 1:
			top++
		case p.Kind == Heading:
			below++
		}
	}
	if first.Kind == Heading && first.Level == 1 && top == 0 {
		return below > 0 || strings.HasPrefix(first.Block.Plain(), "# ")
	}
	if first.Kind != Prose || top == 0 || len(first.Block.Marks()) > 0 || !isTitle(first.Text()) {
		return false
	}
	first.Kind = Heading
	for i := range list {
		if list[i].Kind == Heading {
			list[i].Level++
		}
	}
	return true
}

func isTitle(text string) bool {
	return utf8.RuneCountInString(text) <= maxTitle && !strings.ContainsAny(text, "\n。！？；：") &&
		!strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ":")
}
