package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/source"
)

// special is a byte that may be more than prose: a bracket, a backslash that
// makes something prose, or a bar.
type special struct {
	at   int32
	mate int32 // index of the other bracket of the mark, -1 for a stray
	typ  TokenType
	kind Kind
}

// ParseBlock reads text as one block, whatever it holds: it does not look for
// blank lines. It never fails.
func ParseBlock(text string) *Block {
	var r reader
	return r.block(text)
}

// reader reads block after block and keeps its working memory between them.
type reader struct {
	specials []special
	open     []int32
}

func (r *reader) block(text string) *Block {
	r.scan(text)
	r.pairBrackets()
	b := &Block{text: text, size: source.Measure(text)}
	b.build(r.specials)
	return b
}

func frontMatterBlock(text string) *Block {
	return &Block{text: text, size: source.Measure(text), front: true, tokens: []token{{typ: FrontMatter}}}
}

// scan finds the bytes that may be more than prose. Brackets come as stray.
// Bars, and escapes of bars, come as Qualifiers and Escape of NoKind and are
// decided later, since what they are depends on the marks around them.
func (r *reader) scan(text string) {
	found := r.specials[:0]
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch classes[c] {
		case opener:
			found = append(found, special{int32(i), -1, StrayOpen, kindOf[c]})
		case closer:
			found = append(found, special{int32(i), -1, StrayClose, kindOf[c]})
		case bar:
			found = append(found, special{int32(i), -1, Qualifiers, NoKind})
		case backslash:
			if i+1 < len(text) && (escapable(text[i+1]) || text[i+1] == barByte) {
				found = append(found, special{int32(i), -1, Escape, NoKind})
				i++
			}
		}
	}
	r.specials = found
}

// pairBrackets joins each closing bracket with the nearest opening one of its
// kind. Opening brackets between the two stay stray, as does a closing one
// without a partner.
func (r *reader) pairBrackets() {
	specials, open := r.specials, r.open[:0]
	var waiting [len(kinds)]int // opening brackets in open, by kind
	for i := range specials {
		s := &specials[i]
		switch s.typ {
		case StrayOpen:
			open = append(open, int32(i))
			waiting[s.kind]++
		case StrayClose:
			if waiting[s.kind] == 0 {
				continue
			}
			for {
				j := open[len(open)-1]
				open = open[:len(open)-1]
				waiting[specials[j].kind]--
				if specials[j].kind == s.kind {
					specials[j].typ, specials[j].mate = Open, int32(i)
					s.typ, s.mate = Close, j
					break
				}
			}
		}
	}
	r.open = open
}

// build makes tokens, marks and plain text of what was found.
func (b *Block) build(specials []special) {
	if len(specials) == 0 {
		b.plain, b.plainSize = b.text, b.size
		if b.text != "" {
			b.tokens = []token{{typ: Text}}
		}
		return
	}
	w := &builder{block: b}
	marks := 0
	for _, s := range specials {
		if s.typ == Open {
			marks++
		}
	}
	b.marks = make([]Mark, 0, marks)
	b.tokens = make([]token, 0, 2*len(specials)+1)
	stack := make([]int, 0, 8) // marks that are open, by index
	for i := 0; i < len(specials); i++ {
		s := specials[i]
		at := int(s.at)
		switch s.typ {
		case Open:
			w.token(Open, s.kind, at, at+1, "")
			parent := -1
			if len(stack) > 0 {
				parent = stack[len(stack)-1]
			}
			end := int(specials[s.mate].at)
			b.marks = append(b.marks, Mark{
				Kind:       s.kind,
				Parent:     parent,
				Depth:      len(stack),
				Source:     source.Span{Start: at, End: end + 1},
				Inner:      source.Span{Start: at + 1, End: end},
				Plain:      source.Span{Start: w.plainLen},
				Qualifiers: source.Span{Start: end, End: end},
			})
			stack = append(stack, len(b.marks)-1)
		case Close:
			m := &b.marks[stack[len(stack)-1]]
			stack = stack[:len(stack)-1]
			w.proseTo(at)
			m.Plain.End = w.plainLen
			w.token(Close, s.kind, at, at+1, "")
		case StrayOpen, StrayClose:
			b.strays++
			w.token(s.typ, s.kind, at, at+1, b.text[at:at+1])
		case Escape:
			if b.text[at+1] != barByte || len(stack) > 0 {
				w.token(Escape, NoKind, at, at+2, b.text[at+1:at+2])
			}
		case Qualifiers:
			if len(stack) == 0 {
				continue
			}
			// The bar starts qualifiers when nothing but words stands between it
			// and the bracket that closes the mark.
			m := &b.marks[stack[len(stack)-1]]
			if i+1 < len(specials) && int(specials[i+1].at) == m.Inner.End && isQualifierText(b.text[at+1:m.Inner.End]) {
				m.Qualifiers = source.Span{Start: at, End: m.Inner.End}
				m.Inner.End = at
				w.token(Qualifiers, NoKind, at, m.Qualifiers.End, "")
			}
		}
	}
	w.proseTo(len(b.text))
	if w.hidden {
		b.plain = w.plain.String()
		b.plainSize = b.size.Sub(w.gone)
		if !utf8.ValidString(b.text) {
			b.plainSize = source.Measure(b.plain) // halves of a code point may have met
		}
	} else {
		b.plain, b.plainSize = b.text, b.size
	}
}

// isQualifierText reports whether text can be the qualifiers of a mark: at least
// one word, and words alone, on one line. A bar before anything else is prose,
// so that no text is hidden which nobody meant as a qualifier.
func isQualifierText(text string) bool {
	words := false
	for _, r := range text {
		switch {
		case r == ' ' || r == '\t':
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("#@=:-_.", r):
			words = true
		default:
			return false
		}
	}
	return words
}

// builder lays tokens one behind the other.
type builder struct {
	block    *Block
	done     int // bytes of the text that tokens cover
	plain    strings.Builder
	plainLen int
	hidden   bool        // something is not prose, so the plain text differs
	gone     source.Size // of all that is not prose
}

// proseTo covers all before the byte offset end that no token covers yet.
func (w *builder) proseTo(end int) {
	if w.done < end {
		w.add(Text, NoKind, end, w.block.text[w.done:end])
	}
}

// token covers [start, end), which says plain, and the prose before it.
func (w *builder) token(typ TokenType, kind Kind, start, end int, plain string) {
	w.proseTo(start)
	w.add(typ, kind, end, plain)
}

func (w *builder) add(typ TokenType, kind Kind, end int, plain string) {
	w.block.tokens = append(w.block.tokens, token{int32(w.done), int32(w.plainLen), typ, kind})
	if !w.hidden && len(plain) != end-w.done {
		w.hidden = true
		w.plain.Grow(len(w.block.text))
		w.plain.WriteString(w.block.text[:w.done])
	}
	if w.hidden {
		w.plain.WriteString(plain)
	}
	if typ == Qualifiers {
		w.gone = w.gone.Add(source.Measure(w.block.text[w.done:end]))
	} else {
		n := end - w.done - len(plain) // brackets and backslashes
		w.gone = w.gone.Add(source.Size{Bytes: n, Points: n, Units: n})
	}
	w.plainLen += len(plain)
	w.done = end
}

// isSpace reports whether r is white space.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
		return true
	}
	return 0x2000 <= r && r <= 0x200B
}

// isBlank reports whether a line holds nothing but white space.
func isBlank(line string) bool {
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			if !isSpace(rune(c)) {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		if !isSpace(r) {
			return false
		}
		i += n
	}
	return true
}
