package source

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

const byteOrderMark = "\uFEFF"

// The errors of files that no editor of text should open.
var (
	ErrUTF16  = errors.New("it is UTF-16, not UTF-8")
	ErrBinary = errors.New("it is full of control characters, as binary files are")
)

// File is a file as it was opened. Its text is normalised: no byte order mark,
// lines ended by a line feed alone, each invalid byte replaced by U+FFFD. The
// zero value is a new, empty file.
type File struct {
	raw     []byte
	text    string
	bom     bool
	ending  string // that most lines have; "" for none
	uniform bool   // every line has that ending and every byte was valid
	invalid int
}

// Open reads the bytes of a file. It keeps raw, which must not change. The error
// is ErrUTF16 or ErrBinary.
func Open(raw []byte) (File, error) {
	if err := checkText(raw); err != nil {
		return File{}, err
	}
	f := File{raw: raw}
	rest, bom := bytes.CutPrefix(raw, []byte(byteOrderMark))
	f.bom = bom
	text := string(rest)
	if !utf8.ValidString(text) {
		text, f.invalid = replaceInvalid(text)
	}
	f.text, f.ending, f.uniform = normaliseEndings(text)
	f.uniform = f.uniform && f.invalid == 0
	return f, nil
}

// checkText returns an error for bytes that are no text in UTF-8.
func checkText(raw []byte) error {
	if bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		return ErrUTF16
	}
	head := raw[:min(len(raw), 64<<10)]
	controls := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B {
			controls++
		}
	}
	// A stray NUL does not make a text binary; one control character in thirty does.
	if controls*30 > len(head) && controls > 1 {
		return ErrBinary
	}
	return nil
}

// Text returns the normalised text.
func (f File) Text() string { return f.text }

// Invalid returns the number of bytes that are no UTF-8.
func (f File) Invalid() int { return f.invalid }

// Ending returns the line ending that most lines have, "" when there is no line
// break.
func (f File) Ending() string { return f.ending }

// Mixed reports whether lines end in more than one way.
func (f File) Mixed() bool { return !f.uniform && f.invalid == 0 }

// replaceInvalid replaces each invalid byte by U+FFFD and counts them.
func replaceInvalid(text string) (string, int) {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			b.WriteString("\uFFFD")
			n++
		} else {
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String(), n
}

// normaliseEndings makes every line end in a line feed. It returns the ending
// that most lines had and whether all had it.
func normaliseEndings(text string) (normal, ending string, uniform bool) {
	if !strings.Contains(text, "\r") {
		if strings.Contains(text, "\n") {
			ending = "\n"
		}
		return text, ending, true
	}
	var b strings.Builder
	b.Grow(len(text))
	counts := map[string]int{}
	for text != "" {
		content, end := cutLine(text)
		text = text[len(content)+len(end):]
		b.WriteString(content)
		if end != "" {
			counts[end]++
			b.WriteByte('\n')
		}
	}
	for _, end := range []string{"\n", "\r\n", "\r"} {
		if counts[end] > counts[ending] {
			ending = end
		}
	}
	return b.String(), ending, len(counts) <= 1
}

// cutLine returns the first line of text and its ending: LF, CRLF, CR or, at the
// end of the text, none.
func cutLine(text string) (content, ending string) {
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return text, ""
	case strings.HasPrefix(text[i:], "\r\n"):
		return text[:i], "\r\n"
	}
	return text[:i], text[i : i+1]
}

// Encode returns the bytes to save for text, which was edited from f's: the byte
// order mark, line endings and invalid bytes of f come back wherever their lines
// are still there. For the text of f itself the result is the file as opened.
func (f File) Encode(text string) []byte {
	if text == f.text && f.raw != nil {
		return f.raw
	}
	var b bytes.Buffer
	b.Grow(len(text) + len(text)/16)
	if f.bom || strings.HasPrefix(text, byteOrderMark) {
		b.WriteString(byteOrderMark) // one that the text starts with must not be read as the file's
	}
	switch {
	case f.uniform && f.ending != "" && f.ending != "\n":
		b.WriteString(strings.ReplaceAll(text, "\n", f.ending))
	case f.uniform || f.raw == nil:
		b.WriteString(text)
	default:
		f.encodeByLine(&b, text)
	}
	return b.Bytes()
}
