package source

import "unicode/utf8"

// Cursor walks along one text and knows where it is in all three units. Moving
// costs time in the distance moved, so positions asked for in order cost one
// pass over the text. The zero value stands at the start of the empty text.
type Cursor struct {
	text string
	size Size // of the text; lets a text of ASCII answer without walking
	at   Size // of text[:at.Bytes]
}

// NewCursor returns a cursor at the start of text, whose size the caller knows.
func NewCursor(text string, size Size) Cursor { return Cursor{text: text, size: size} }

// ToByte moves to the byte offset at and returns the place in all units. An
// offset outside of the text goes to its nearest end, one inside a code point
// to that code point's start.
func (c *Cursor) ToByte(at int) Size {
	at = max(0, min(at, c.size.Bytes))
	if c.size.Bytes == c.size.Points {
		c.at = Size{at, at, at}
		return c.at
	}
	if at < c.at.Bytes-at {
		c.at = Size{} // the start is nearer
	}
	for c.at.Bytes > at {
		r, n := utf8.DecodeLastRuneInString(c.text[:c.at.Bytes])
		c.at = c.at.Sub(sizeOfRune(r, n))
	}
	for c.at.Bytes < at {
		if c.text[c.at.Bytes] < utf8.RuneSelf {
			c.at = c.at.Add(Size{1, 1, 1})
			continue
		}
		r, n := utf8.DecodeRuneInString(c.text[c.at.Bytes:])
		if c.at.Bytes+n > at {
			break
		}
		c.at = c.at.Add(sizeOfRune(r, n))
	}
	return c.at
}

// ToPoint moves to the code point at, counted from the start of the text.
func (c *Cursor) ToPoint(at int) Size {
	return c.seek(at, func(s Size) int { return s.Points })
}

// ToUnit moves to the UTF-16 unit at. A unit inside a surrogate pair goes to
// the pair's start.
func (c *Cursor) ToUnit(at int) Size {
	return c.seek(at, func(s Size) int { return s.Units })
}

func (c *Cursor) seek(target int, unit func(Size) int) Size {
	target = max(0, min(target, unit(c.size)))
	if c.size.Bytes == c.size.Points {
		c.at = Size{target, target, target}
		return c.at
	}
	for unit(c.at) > target {
		r, n := utf8.DecodeLastRuneInString(c.text[:c.at.Bytes])
		c.at = c.at.Sub(sizeOfRune(r, n))
	}
	for unit(c.at) < target {
		r, n := utf8.DecodeRuneInString(c.text[c.at.Bytes:])
		next := c.at.Add(sizeOfRune(r, n))
		if unit(next) > target {
			break
		}
		c.at = next
	}
	return c.at
}

func sizeOfRune(r rune, bytes int) Size {
	if r > 0xFFFF {
		return Size{bytes, 1, 2}
	}
	return Size{bytes, 1, 1}
}
