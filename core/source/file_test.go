package source

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

var files = []string{
	"", "a", "a\n", "a\nb", "a\r\nb\r\n", "\uFEFFa\r\nb", "a\rb\r", "a\r\nb\nc\rd", "\n\r\n\r", "a\xff\r\nb\xc3\nc", "\xff\xfd\uFFFD\xe4\xbd", "\uFEFF", "\uFEFF\uFEFFx",
	"x\x00y", "甲😊\r\n乙",
}

func FuzzOpenAndSave(f *testing.F) {
	for _, s := range files {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Open(raw)
		if err != nil {
			return
		}
		if got := file.Encode(file.Text()); !bytes.Equal(got, raw) {
			t.Fatalf("unchanged %q saves as %q", raw, got)
		}
		if text := file.Text(); !utf8.ValidString(text) || strings.Contains(text, "\r") {
			t.Fatalf("%q is not normalised: %q", raw, text)
		}
		// The way line by line must restore an unchanged text too.
		var b bytes.Buffer
		file.encodeByLine(&b, file.Text())
		want := raw
		if file.bom {
			want = raw[len(byteOrderMark):]
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Fatalf("line by line %q saves as %q", raw, b.Bytes())
		}
		// A file saved after an edit reads as the text that was saved.
		edited := file.Text() + "\ny"
		again, err := Open(file.Encode(edited))
		if err == nil && again.Text() != edited {
			t.Fatalf("%q edited to %q reads back as %q", raw, edited, again.Text())
		}
	})
}

func TestEditedFilesKeepTheirBytes(t *testing.T) {
	for _, tt := range []struct{ name, raw, edit, want string }{
		{"uniform", "a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n"},
		{"byte order mark", "\uFEFFa\n", "b\n", "\uFEFFb\n"},
		{"mixed, a line changed", "a\r\nb\nc\r\nd", "a\nB\nc\nd", "a\r\nB\nc\r\nd"},
		{"mixed, a line added", "a\r\nb\nc\r\nd", "a\nb\nx\nc\nd", "a\r\nb\nx\r\nc\r\nd"},
		{"mixed, a line removed", "a\r\nb\nc\r\nd\n", "a\nc\nd\n", "a\r\nc\r\nd\n"},
		{"invalid byte elsewhere", "a\xff\nb\n", "a\uFFFD\nc\n", "a\xff\nc\n"},
		{"invalid byte in the changed line", "a\xffb\xfe\n", "(a\uFFFD)b\uFFFD\n", "(a\xff)b\xfe\n"},
		{"invalid byte deleted", "a\xffb\xfe\n", "ab\uFFFD\n", "ab\uFFFD\n"},
		{"last line gets an ending", "a\r\nb", "a\nb\n", "a\r\nb\r\n"},
	} {
		f, err := Open([]byte(tt.raw))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(f.Encode(tt.edit)); got != tt.want {
			t.Errorf("%s: %q edited to %q saves as %q, want %q", tt.name, tt.raw, tt.edit, got, tt.want)
		}
	}
}

func TestWhatIsNoText(t *testing.T) {
	for raw, want := range map[string]error{
		"\xff\xfea\x00b\x00": ErrUTF16,
		"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00": ErrBinary,
	} {
		if _, err := Open([]byte(raw)); !errors.Is(err, want) {
			t.Errorf("%q: error %v, want %v", raw, err, want)
		}
	}
	if _, err := Open([]byte("one \x00 among much text is kept")); err != nil {
		t.Errorf("a NUL in a text: %v", err)
	}
}

func FuzzCursor(f *testing.F) {
	for _, s := range files {
		f.Add(s, 3, 1)
	}
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		size := Measure(text)
		c := NewCursor(text, size)
		for _, at := range []int{a, b, 0, size.Units, a} {
			for _, got := range []Size{c.ToUnit(at), c.ToByte(at), c.ToPoint(at)} {
				if got != Measure(text[:got.Bytes]) {
					t.Fatalf("cursor of %q at %+v, want %+v", text, got, Measure(text[:got.Bytes]))
				}
			}
		}
	})
}

func TestMeasure(t *testing.T) {
	if got, want := Measure("甲😊公司\n"), (Size{Bytes: 14, Points: 5, Units: 6}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
