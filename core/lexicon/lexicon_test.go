package lexicon

import (
	"strings"
	"testing"
)

func TestTheFilesAreWellFormed(t *testing.T) {
	if _, err := read(chinese, english); err != nil {
		t.Fatal(err)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"verb collect: a\nnoise":   "line 2: no colon",
		"# x\nverb: a":             "line 2: \"verb\" wants a category",
		"wibble: a":                "line 1: \"wibble\" is no class",
		"  a, b":                   "line 1: no classes before",
		"modal: 会":                 "wants a category or modality",
		"verb collect nonsense: a": "nonsense",
	} {
		if _, err := read(text, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
}

func TestMatch(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		text   string
		before byte
		word   string
		class  Class
	}{
		{"可能会收集", 0, "可能会", Modal},
		{"以及手机号", 0, "以及", List},
		{"不限于", 0, "不限于", Neutral},
		{"Collected from you", ' ', "collected", Verb},
		{"applies", ' ', "", 0},
		{"for", 'x', "", 0},
		{"given", ' ', "given", Verb},
		{"formula", ' ', "", 0},
		{"", 0, "", 0},
	} {
		e := l.Match(c.text, c.before)
		switch {
		case e == nil && c.word != "":
			t.Errorf("%q: no match, want %q", c.text, c.word)
		case e != nil && (e.Word != c.word || c.class != 0 && !e.Is(c.class)):
			t.Errorf("%q: %q of class %b, want %q", c.text, e.Word, e.Class, c.word)
		}
	}
}

func TestRegularForms(t *testing.T) {
	for verb, want := range map[string]string{
		"collect":   "collect collects collected collecting",
		"share":     "share shares shared sharing",
		"verify":    "verify verifies verified verifying",
		"fill in":   "fill in fills in filled in filling in",
		"keep/kept": "keep kept",
	} {
		if got := strings.Join(forms(verb, true), " "); got != want {
			t.Errorf("forms of %q: %q, want %q", verb, got, want)
		}
	}
}
