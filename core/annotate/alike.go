package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Alike says what shall be done with all places that read the same.
type Alike struct {
	// Text is the plain text of the places; it is looked for as it is written, as
	// whole words where it begins or ends with a letter of an alphabet.
	Text string
	// Kind is what to mark them as; NoKind removes marks that hold just them.
	Kind syntax.Kind
	// Was is the kind of the mark that the question came from: marks of this kind
	// that hold just the text are changed unasked, others when asked. NoKind when
	// it came from no mark.
	Was syntax.Kind
}

// Standing says how a place stands to what shall be done. The zero value is Free.
type Standing uint8

// The standings.
const (
	Free     Standing = iota // nothing is in the way
	Same                     // it is so already
	Other                    // it is marked as another kind
	Inside                   // it lies inside of a larger mark
	Crossing                 // the mark would cross another
)

// Occurrence is a place that reads the same.
type Occurrence struct {
	Block *syntax.Block
	// Start is where the block starts, in bytes of the document's source.
	Start int
	// Plain is the place in bytes of the block's plain text.
	Plain    source.Span
	Standing Standing
	// Mark is the mark concerned, by its index in the block; -1 for none.
	Mark int
}

// Possible reports whether it can be done there.
func (o Occurrence) Possible() bool { return o.Standing != Same && o.Standing != Crossing }

// Wanted reports whether it is done there unless a person says otherwise.
func (a Alike) Wanted(o Occurrence) bool {
	switch o.Standing {
	case Free:
		return true
	case Other:
		if a.Was == syntax.NoKind {
			return a.Kind == syntax.NoKind
		}
		return o.Block.Marks()[o.Mark].Kind == a.Was
	}
	return false
}

// Occurrences calls yield for the places in a scope of the source, in the order
// of the text, until yield returns false. Places that removing has nothing to do
// with are left out.
func (a Alike) Occurrences(t syntax.Tree, scope source.Span, yield func(Occurrence) bool) {
	if a.Text == "" {
		return
	}
	first, _ := t.Find(scope.Start, syntax.SourceBytes)
	t.From(first, func(_ int, before syntax.Total, b *syntax.Block) bool {
		start := before.Source.Bytes
		if start > scope.End || start == scope.End && scope.End > scope.Start {
			return false
		}
		in := source.Span{Start: b.PlainAt(max(0, scope.Start-start)), End: b.PlainAt(min(b.Size().Bytes, scope.End-start))}
		return a.inBlock(b, start, in, yield)
	})
}

func (a Alike) inBlock(b *syntax.Block, start int, in source.Span, yield func(Occurrence) bool) bool {
	plain := b.Plain()
	marks := &cover{marks: b.Marks()}
	for at := in.Start; at < in.End; {
		i := strings.Index(plain[at:in.End], a.Text)
		if i < 0 {
			break
		}
		s := source.Span{Start: at + i, End: at + i + len(a.Text)}
		if !standsAlone(plain, s) {
			_, n := utf8.DecodeRuneInString(plain[s.Start:])
			at = s.Start + n
			continue
		}
		at = s.End
		o := Occurrence{Block: b, Start: start, Plain: s}
		o.Standing, o.Mark = a.standing(marks, s)
		if a.Kind == syntax.NoKind && o.Mark < 0 {
			continue
		}
		if !yield(o) {
			return false
		}
	}
	return true
}

// cover finds the marks that touch spans that are asked for in order.
type cover struct {
	marks []syntax.Mark
	next  int   // the first mark that starts behind the last span
	open  []int // marks before it that may still touch, in order
}

// touching calls visit for the marks that share text with a span.
func (c *cover) touching(s source.Span, visit func(i int, m syntax.Mark)) {
	for c.next < len(c.marks) && c.marks[c.next].Plain.Start < s.End {
		c.open = append(c.open, c.next)
		c.next++
	}
	kept := c.open[:0]
	for _, i := range c.open {
		if m := c.marks[i]; m.Plain.End > s.Start {
			kept = append(kept, i)
			if m.Plain.Overlaps(s) {
				visit(i, m)
			}
		}
	}
	c.open = kept
}

// standing returns how a place stands, and the mark that this is about.
func (a Alike) standing(marks *cover, s source.Span) (Standing, int) {
	exact, around, crossed, same := -1, -1, -1, -1
	marks.touching(s, func(i int, m syntax.Mark) {
		switch {
		case m.Plain == s:
			exact = i
			if m.Kind == a.Kind {
				same = i
			}
		case m.Plain.Contains(s):
			around = i
		case !s.Contains(m.Plain):
			crossed = i
		}
	})
	if a.Kind == syntax.NoKind {
		if exact >= 0 && a.Was != syntax.NoKind && marks.marks[exact].Kind == a.Was {
			return Free, exact
		}
		if exact >= 0 {
			return Other, exact
		}
		return Same, -1
	}
	switch {
	case same >= 0:
		return Same, same
	case crossed >= 0:
		return Crossing, crossed
	case exact >= 0:
		return Other, exact
	case around >= 0:
		return Inside, around
	}
	return Free, -1
}

// standsAlone reports whether a span is no part of a longer word of an alphabet.
// Chinese is written without spaces: there every place counts.
func standsAlone(plain string, s source.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(plain[:s.Start])
	first, _ := utf8.DecodeRuneInString(plain[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(plain[:s.End])
	after, _ := utf8.DecodeRuneInString(plain[s.End:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsDigit(r) || unicode.IsLetter(r) && r < 0x2E80)
}

// Carry returns the edits that do what shall be done at some of the places, which
// come in the order of the text, and at how many of these it can be.
func (a Alike) Carry(t syntax.Tree, places []Occurrence) (edits []source.Edit, done int) {
	for len(places) > 0 {
		n := 1
		for n < len(places) && places[n].Start == places[0].Start {
			n++
		}
		more, count := a.carryBlock(places[:n])
		edits, done = append(edits, more...), done+count
		places = places[n:]
	}
	return syntax.AsTextEdits(t, edits), done
}

// carryBlock does so in one block. When all together cannot be it leaves out those
// that cannot be by themselves.
func (a Alike) carryBlock(places []Occurrence) ([]source.Edit, int) {
	if edits := a.try(places); edits != nil {
		return edits, len(places)
	}
	var able []Occurrence
	if len(places) > 1 {
		for _, o := range places[:min(len(places), maxAlone)] {
			if a.try([]Occurrence{o}) != nil {
				able = append(able, o)
			}
		}
	}
	if len(able) == 0 || len(able) == len(places) {
		return nil, 0
	}
	if edits := a.try(able); edits != nil {
		return edits, len(able)
	}
	return nil, 0
}

// maxAlone is how many places of one block are tried by themselves at most.
const maxAlone = 500

// try returns the edits for places of one block, nil when they cannot be.
func (a Alike) try(places []Occurrence) []source.Edit {
	b := block{places[0].Block, places[0].Start}
	p := planFor(b)
	for _, o := range places {
		qualifiers := ""
		if o.Mark >= 0 && (a.Kind == syntax.NoKind || o.Standing == Other) {
			p.remove(o.Mark)
			qualifiers = b.qualifiers(o.Mark)
		}
		switch {
		case a.Kind == syntax.NoKind:
		case o.Standing == Other:
			p.added = append(p.added, addition{a.Kind, b.Marks()[o.Mark].Inner, o.Plain, qualifiers})
		case p.add(a.Kind, o.Plain, "") != nil:
			return nil
		}
	}
	for _, cautious := range []bool{false, true} {
		edits := p.edits(cautious)
		if p.holdsAlone(edits) {
			for i := range edits {
				edits[i] = edits[i].Shift(b.start)
			}
			return edits
		}
	}
	return nil
}
