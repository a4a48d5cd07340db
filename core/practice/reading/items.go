package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// hanSize is how many bytes a Chinese character takes. Gaps are given in bytes, so that
// 2*hanSize lets two characters stand between that the lexicon does not know.
const hanSize = 3

// item is what a sentence is made of: a mark, a word of the lexicon or a
// punctuation mark. Marks inside other marks are no items of the sentence.
type item struct {
	source.Span
	mark  int // index of the mark, -1
	kind  syntax.Kind
	entry *lexicon.Entry // of a word
	class lexicon.Class  // of entry
	punct byte
	// gap is the number of bytes between the item before and this one.
	gap int
	// depth is the number of parentheses around it, and segment the number of the
	// clause, which a comma, a semicolon or a colon outside of parentheses ends.
	depth, segment int
	// frame is the index of the action's frame, -1 for others.
	frame int
}

func (it *item) is(c lexicon.Class) bool { return it.class&c != 0 }

func (it *item) has(t lexicon.Trait) bool { return it.entry.Has(t) }

func (it *item) isMark(k syntax.Kind) bool { return it.kind == k }

// appendItems appends what a stretch of the plain text is made of, which lies within
// mark parent, -1 for none.
func (r *reader) appendItems(list []item, span source.Span, parent int) []item {
	t := r.tokenAt(span.Start)
	m := r.markAt(span.Start)
	depth, segment := 0, 0
	last := span.Start
	add := func(it item) {
		it.gap, it.depth, it.segment, it.frame = it.Start-last, depth, segment, -1
		list = append(list, it)
		last = it.End
	}
	for {
		for m < len(r.marks) && (r.marks[m].Parent != parent || r.marks[m].Plain.Start < span.Start) && r.marks[m].Plain.Start < span.End {
			m++
		}
		start := span.End
		if m < len(r.marks) && r.marks[m].Plain.Start < span.End {
			start = r.marks[m].Plain.Start
		}
		for ; t < len(r.tokens) && int(r.tokens[t].start) < start; t++ {
			k := &r.tokens[t]
			if int(k.start) < last || int(k.mark) != parent {
				continue
			}
			it := item{Span: source.Span{Start: int(k.start), End: int(k.end)}, mark: -1, entry: k.entry, punct: k.punct}
			if k.entry != nil {
				it.class = k.entry.Class
			}
			if k.punct == closParen && depth > 0 {
				depth--
			}
			add(it)
			switch {
			case k.punct == openParen:
				depth++
			case depth == 0 && (k.punct == comma || k.punct == semicolon || k.punct == colon):
				segment++
			}
		}
		if start == span.End {
			break
		}
		mark := r.marks[m]
		add(item{Span: mark.Plain, mark: m, kind: mark.Kind})
		for t < len(r.tokens) && int(r.tokens[t].start) < mark.Plain.End {
			t++
		}
		m++
	}
	balance(list)
	return list
}

// balance makes parentheses that are never closed count for nothing.
func balance(list []item) {
	depth := 0
	for i := range list {
		switch list[i].punct {
		case openParen:
			depth++
		case closParen:
			depth = max(0, depth-1)
		}
	}
	if depth == 0 {
		return
	}
	segment := 0
	for i := range list {
		list[i].depth = 0
		list[i].segment = segment
		if p := list[i].punct; p == comma || p == semicolon || p == colon {
			segment++
		}
	}
}
