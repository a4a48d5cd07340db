// Package locale holds words in the two languages of Policymark, which are
// equals: nothing is said in one that is not said in the other.
package locale

import "fmt"

// Lang is a language of the interface. The zero value is Chinese.
type Lang uint8

// The languages.
const (
	ZH Lang = iota
	EN
)

// LangNamed returns the language of a tag such as "en" or "en-GB", ZH for all
// that does not start with "en".
func LangNamed(tag string) Lang {
	if len(tag) >= 2 && tag[:2] == "en" {
		return EN
	}
	return ZH
}

// Text is the same words in both languages. In a text that takes arguments they
// are verbs of package fmt, in the same order or with explicit indexes.
type Text struct {
	ZH, EN string
}

// In returns the text in one language, with args filled in.
func (t Text) In(lang Lang, args ...any) string {
	s := t.ZH
	if lang == EN {
		s = t.EN
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}
