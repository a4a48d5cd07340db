// Package convert carries values between Go and JavaScript: what the page asks
// comes as JavaScript objects, what the engine answers goes as one JSON text,
// which is an order of magnitude cheaper than building objects from here. The
// codecs are generated; this file and reader.go are what they stand on.
package convert

import (
	"strconv"
	"unicode/utf8"
)

// Writer writes JSON. Its zero value is ready.
//
// What is generated calls it for every field: it is not inlined there, which would
// make the engine a fortieth larger.
type Writer struct{ b []byte }

// JSON returns what was written.
func (w *Writer) JSON() string { return string(w.b) }

// raw writes what is JSON already.
//
//go:noinline
func (w *Writer) raw(s string) { w.b = append(w.b, s...) }

//go:noinline
func (w *Writer) int(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }

//go:noinline
func (w *Writer) bool(v bool) { w.b = strconv.AppendBool(w.b, v) }

//go:noinline
func (w *Writer) string(s string) { w.b = appendString(w.b, s) }

// next writes what stands before the element i of a list.
//
//go:noinline
func (w *Writer) next(i int) {
	if i > 0 {
		w.b = append(w.b, ',')
	}
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. An invalid byte becomes U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, s[start:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
			i++
			start = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = append(b, s[start:i]...)
			b = append(b, "\uFFFD"...)
			start = i + 1
		}
		i += n
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}
