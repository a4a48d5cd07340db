package sheet

import (
	"strings"
	"unicode"
)

// Meta is what the front matter says of a document; "" is for what it does not say.
type Meta struct {
	Title, Lang, Source, Version, Date string
}

// readMeta reads the plain values of front matter. Whatever else YAML can write is
// passed over.
func readMeta(front string) Meta {
	var m Meta
	fields := map[string]*string{"title": &m.Title, "lang": &m.Lang, "source": &m.Source, "version": &m.Version, "date": &m.Date}
	for line := range strings.Lines(front) {
		key, value, found := strings.Cut(line, ":")
		if field := fields[key]; found && field != nil {
			*field = scalar(strings.TrimSpace(value))
		}
	}
	return m
}

// scalar returns a value without its quotes or the comment behind it, "" for a
// list or a map.
func scalar(s string) string {
	if s == "" {
		return ""
	}
	switch s[0] {
	case '"', '\'':
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return s[1 : 1+end]
		}
		return s[1:]
	case '[', '{', '|', '>', '&', '*', '!':
		return ""
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// enough is the number of letters after which the language of a text is known.
const enough = 4000

// Lang returns the language of the text as a tag of BCP 47: what the front matter
// says, else "zh-CN" for a text with Han characters in any number and "en" for all
// others.
func (s *Sheet) Lang() string {
	if s.Meta.Lang != "" {
		return s.Meta.Lang
	}
	han, letters := 0, 0
	for i := 0; i < len(s.Paragraphs) && han+letters < enough; i++ {
		for _, r := range s.Paragraphs[i].Text() {
			switch {
			case unicode.Is(unicode.Han, r):
				han++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	if 4*han < letters {
		return "en"
	}
	return "zh-CN"
}
