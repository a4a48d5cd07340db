package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"
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
		"adverb: a\nhires: a, b":   "line 2: \"b\" has no class",
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

func TestNegationsHoldAModality(t *testing.T) {
	for word, want := range map[string]Modality{"不会": Will, "不应": Need, "不可": Can, "won't": Will, "may not": May, "不": NoModality, "never": NoModality} {
		if e := Default().Match(word, 0); !e.Is(Negation) || e.Modality != want {
			t.Errorf("%q: %+v, want a negation with modality %v", word, e, want)
		}
	}
}

func TestForms(t *testing.T) {
	for verb, want := range map[string]string{
		"collect":       "collect collects collected collecting",
		"share":         "share shares shared sharing",
		"verify":        "verify verifies verified verifying",
		"fill in":       "fill in fills in filled in filling in",
		"fix":           "fix fixes fixed fixing",
		"give away":     "give away gives away gave away given away giving away",
		"send":          "send sends sent sending",
		"read":          "read reads reading",
		"publicly post": "publicly post publicly posts publicly posted publicly posting",
	} {
		var words []string
		for _, f := range forms(verb) {
			words = append(words, f.word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("forms of %q: %q, want %q", verb, got, want)
		}
	}
}

// At every place the longest word is found, as a walk over all words finds it.
func TestMatchIsTheLongest(t *testing.T) {
	l := Default()
	naive := func(s string, before byte) *Entry {
		var best *Entry
		for i := range l.words {
			e := l.words[i].entry
			n := len(e.Word)
			if n > len(s) || best != nil && n <= len(best.Word) {
				continue
			}
			if e.Word[0] >= utf8.RuneSelf {
				if s[:n] == e.Word {
					best = e
				}
			} else if !IsWordByte(before) && Lower(s[:n]) == e.Word && (n == len(s) || !IsWordByte(s[n]) || !IsWordByte(e.Word[n-1])) {
				best = e
			}
		}
		return best
	}
	text := "We may COLLECT your name, e-mail address and IP; to the extent that you agree, us. A\x00by 我们可能会收集您的手机号、App 信息（包括但不限于邮箱），用于" +
		"x为向您提供服务的目的\xe6\x88 a-b in order to\tof"
	for i := range l.words {
		text += " " + l.words[i].entry.Word + l.words[(i*7)%len(l.words)].entry.Word
	}
	text = text[:min(len(text), 6000)]
	for at := range text {
		before := byte(' ')
		if at > 0 {
			before = text[at-1]
		}
		for _, end := range []int{len(text), min(len(text), at+1), min(len(text), at+5), min(len(text), at+9)} {
			if got, want := l.Match(text[at:end], before), naive(text[at:end], before); got != want {
				t.Fatalf("at %d of %q: %v, want %v", at, text[at:min(end, at+20)], got, want)
			}
		}
	}
}

// A trait stands in trait.go for the words that have it.
func TestEveryTraitHasWords(t *testing.T) {
	l := Default()
	for name, trait := range traitNames {
		if len(l.withTrait[trait]) == 0 {
			t.Errorf("no word is %s", name)
		}
	}
}

func TestStartOf(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		text  string
		trait Trait
		word  string
	}{
		{"此类商家", AnaphorStart, "此类"}, // inside a word
		{"该等", AnaphorStart, "该等"},   // not 该
		{"These partners", AnaphorStart, "these"},
		{"theses", AnaphorStart, ""},
		{"合作的银行", NamesNext, "合作的"}, // a phrase
		{"合作银行", NamesNext, ""},
		{"任何人", AnaphorStart, ""},
		{"", AnaphorStart, ""},
	} {
		if e := l.StartOf(c.text, c.trait); (e == nil) != (c.word == "") || e != nil && e.Word != c.word {
			t.Errorf("%q: %+v, want %q", c.text, e, c.word)
		}
	}
	if e := l.Match("合作的", 0); e != nil {
		t.Errorf("a phrase is a word of its own: %+v", e)
	}
}

func TestParticiples(t *testing.T) {
	for text, want := range map[string]bool{"given": true, "gave": false, "give": false, "collected": true, "collects": false, "sent": true, "read": true, "made available": true, "收集": false} {
		if e := Default().Match(text, 0); !e.Is(Verb) || e.Has(Participle) != want {
			t.Errorf("%q: %+v, want participle %t", text, e, want)
		}
	}
}

func TestTraitsOfForms(t *testing.T) {
	for text, want := range map[string][]Trait{"engaging": {Hires}, "委托": {Hires}, "only": {Restricts, InvertsAhead}, "if": {StrongLead, Decisive}, "我们": {Pronoun}, "收集": nil, "collected": {Participle}, "filled in": {Participle}, "sent": {Participle, Submits, Ditransitive}, "collect": nil, "required": nil} {
		var traits Traits
		for _, trait := range want {
			traits.add(trait)
		}
		if e := Default().Match(text, 0); e == nil || e.Traits != traits {
			t.Errorf("%q: %+v, want traits %b", text, e, traits)
		}
	}
}
