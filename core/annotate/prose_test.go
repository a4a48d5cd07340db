package annotate

import (
	"math/rand/v2"
	"testing"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

func TestProse(t *testing.T) {
	for _, tt := range []struct{ name, text, plain, want string }{
		{"brackets", "我‸们", "(SDK)", `我\(SDK\)们`},
		{"a bar in a mark", "<a‸b>", "x|y", `<ax\|yb>`},
		{"a bar outside", "a‸b", "x|y", `ax|yb`},
		{"a blank line in a mark", "<a‸b>", "x\n\n \ny", "<ax\nyb>"},
		{"a blank line outside", "a‸b", "x\n\ny", "ax\n\nyb"},
		{"behind a backslash", `a\‸b`, "(x", `a\\\(xb`},
		{"a backslash before a bracket", "a‸<b>", `x\`, `ax\\<b>`},
		{"in an empty text", "‸", "<br>", `\<br\>`},
	} {
		text, offsets := at(tt.text)
		got, err := source.Apply(text, []source.Edit{Prose(syntax.Parse(text), offsets[0], offsets[0], tt.plain)})
		if err != nil {
			t.Fatal(err)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// What is put in outside of marks reads as it was, and makes no mark.
func FuzzProse(f *testing.F) {
	for i, s := range fuzzSeeds {
		f.Add("我们会收集。\\", s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text, plain string, seed uint64) {
		if len(text)+len(plain) > 2000 {
			return
		}
		text = syntax.EscapeText(text)
		tree := syntax.Parse(text)
		b := tree.Sum().Source.Bytes
		if b == 0 || tree.At(0).IsFrontMatter() {
			return
		}
		// Between two characters, not between a backslash and what it makes prose.
		i, before := tree.Find(rand.New(rand.NewPCG(seed, 1)).IntN(b), syntax.SourceBytes)
		at := before.Source.Bytes + tree.At(i).Token(tree.At(i).TokenAt(tree.At(i).Size().Bytes/2)).Source.Start
		after, err := source.Apply(text, []source.Edit{Prose(tree, at, at, plain)})
		if err != nil {
			t.Fatal(err)
		}
		next := syntax.Parse(after)
		if next.Len() > 0 && next.At(0).IsFrontMatter() {
			return
		}
		cut := before.Plain.Bytes + tree.At(i).PlainAt(at-before.Source.Bytes)
		if want := tree.Plain()[:cut] + plain + tree.Plain()[cut:]; next.Plain() != want || next.Sum().Marks != 0 || next.Sum().Strays != 0 {
			t.Fatalf("%q in %q at %d made %q, which reads %q", plain, text, at, after, next.Plain())
		}
	})
}
