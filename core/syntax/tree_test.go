package syntax

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
)

// seeds drive tables, fuzzing and the random edits alike.
var seeds = []string{
	"",
	"(我们)可能会[收集]您的<设备信息>来{提供展示的最优方式}。",
	"(我们会[收集]您的<手机号",
	"我们)会[收集]",
	"<订单[信息>共享]",
	"{若您向我们[提供]<手机号>}",
	"<订单号>[共享]",
	"(我们|actor #a)和<其|=a in:x>",
	`a\(b\) c\\d \x \|(e\|f|g) 1\.`,
	"(a|b<c>)(a|)(a|，)(|not)",
	"---\ntitle: (x)\n---\n(我们)",
	"---\n\n# c\nlang: zh\n\n(a)\n---",
	"---\n---\n---\nk: v\n---\n",
	"---\nno key (here)\n---\n",
	"(a\n\nb)\n \n\u3000\n[c]\r\n\r\n<d>\n",
	"\n\n(a\nb)\n\n\n{c",
	"甲😊公司\x00\xff(\xff)",
	"([{<a>}])((b))",
	"\\",
	"\\\\(",
	strings.Repeat("(", 50) + strings.Repeat("]", 50),
	strings.Repeat("(", 50) + "x" + strings.Repeat(")", 50),
}

func FuzzTilesSource(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkTree(t, text, Parse(text))
	})
}

// checkTree holds what must be true of every tree.
func checkTree(t *testing.T, text string, tree Tree) {
	t.Helper()
	var joined, plain strings.Builder
	tree.From(0, func(i int, before Total, b *Block) bool {
		if before.Source.Bytes != joined.Len() {
			t.Fatalf("block %d starts at %d, its tokens at %d", i, before.Source.Bytes, joined.Len())
		}
		at, plainAt := 0, 0
		for k := range b.NumTokens() {
			tok := b.Token(k)
			if tok.Source.Start != at || tok.Source.Empty() || tok.Plain.Start != plainAt {
				t.Fatalf("block %d %q: token %d %+v does not follow the one before", i, b.text, k, tok)
			}
			at, plainAt = tok.Source.End, tok.Plain.End
			joined.WriteString(b.text[tok.Source.Start:tok.Source.End])
			plain.WriteString(b.plain[tok.Plain.Start:tok.Plain.End])
		}
		checkMarks(t, b)
		return true
	})
	if joined.String() != text {
		t.Fatalf("tokens say %q, the source is %q", joined.String(), text)
	}
	if plain.String() != tree.Plain() {
		t.Fatalf("tokens say %q, the plain text is %q", plain.String(), tree.Plain())
	}
	if got, want := tree.Sum().Source, source.Measure(text); got != want {
		t.Fatalf("size %+v, want %+v", got, want)
	}
	if got, want := tree.Sum().Plain, source.Measure(tree.Plain()); got != want {
		t.Fatalf("size of the plain text %+v, want %+v", got, want)
	}
}

func checkMarks(t *testing.T, b *Block) {
	t.Helper()
	for i, m := range b.marks {
		if b.text[m.Source.Start:m.Source.Start+1] != m.Kind.Open() || b.text[m.Source.End-1:m.Source.End] != m.Kind.Close() {
			t.Fatalf("mark %d of %q has the wrong brackets: %+v", i, b.text, m)
		}
		if m.Plain.Start > m.Plain.End || m.Plain.End > len(b.plain) {
			t.Fatalf("mark %d of %q: plain %+v", i, b.text, m.Plain)
		}
		if got := ParseBlock(b.text[m.Source.Start:m.Source.End]); len(got.marks) == 0 || got.plain != b.MarkText(i) {
			t.Fatalf("mark %d of %q says %q, alone it says %q", i, b.text, b.MarkText(i), got.plain)
		}
		if m.Parent < 0 {
			continue
		}
		p := b.marks[m.Parent]
		if m.Parent >= i || !p.Inner.Contains(m.Source) || p.Depth != m.Depth-1 {
			t.Fatalf("mark %d of %q is not inside its parent %d", i, b.text, m.Parent)
		}
	}
	for at := 0; at <= len(b.plain); at++ {
		if s := b.SourceOf(source.Span{Start: at, End: at}); b.PlainAt(s.Start) != at {
			t.Fatalf("%q: plain offset %d is at source %d, which is at plain %d", b.text, at, s.Start, b.PlainAt(s.Start))
		}
		if at > 0 {
			s := b.SourceOf(source.Span{Start: at - 1, End: at})
			if got := ParseBlock(b.text[s.Start:s.End]).plain; !b.front && got != b.plain[at-1:at] && got != `\`+b.plain[at-1:at] {
				t.Fatalf("%q: plain byte %d is %q, its source says %q", b.text, at-1, b.plain[at-1:at], got)
			}
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree := Parse(EscapeText(text))
		if tree.Plain() != text {
			t.Fatalf("escaped %q reads as %q", EscapeText(text), tree.Plain())
		}
		if sum := tree.Sum(); sum.Marks != 0 || sum.Strays != 0 {
			t.Fatalf("escaped %q has %d marks and %d strays", EscapeText(text), sum.Marks, sum.Strays)
		}
		if got, err := source.Apply(text, EscapeEdits(text)); err != nil || got != EscapeText(text) {
			t.Fatalf("edits escape %q as %q, %v", text, got, err)
		}
		if got, err := source.Apply(tree.Text(), UnescapeEdits(tree)); err != nil || got != text {
			t.Fatalf("%q escaped and back is %q, %v", text, got, err)
		}
	})
}

// No backslash that escape adds can be left out.
func TestEscapeAddsNoBackslashInVain(t *testing.T) {
	for _, s := range append(seeds, `1\. a\\\b \\`, `[用户协议](https://example.com)`) {
		escaped := EscapeText(s)
		for i := range len(escaped) {
			if escaped[i] != '\\' {
				continue
			}
			tree := Parse(escaped[:i] + escaped[i+1:])
			if sum := tree.Sum(); tree.Plain() == s && sum.Marks == 0 && sum.Strays == 0 {
				t.Errorf("escape(%q) = %q: the backslash at %d is in vain", s, escaped, i)
			}
		}
	}
}

func FuzzEdit(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+7)%len(seeds)], uint64(i))
	}
	f.Fuzz(func(t *testing.T, text, other string, seed uint64) {
		if len(text)+len(other) > 4096 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 1))
		pieces := []string{"\n", "\n\n", "---\n", "a: b\n", "(", ")", "[", "]", "<", ">", "{", "}", "|", "\\", " ", "我", "😊", "x", "", other}
		tree := Parse(text)
		for range 20 {
			start := r.IntN(len(text) + 1)
			e := source.Edit{Span: source.Span{Start: start, End: start + r.IntN(min(len(text)-start, 8)+1)}, Text: pieces[r.IntN(len(pieces))]}
			next, err := source.Apply(text, []source.Edit{e})
			if err != nil {
				t.Fatal(err)
			}
			after, change, err := tree.Edit(e)
			if err != nil {
				t.Fatal(err)
			}
			sameTree(t, next, after)
			if n := tree.Len() - change.Removed + change.Inserted; n != after.Len() {
				t.Fatalf("%+v of %d blocks does not make %d", change, tree.Len(), after.Len())
			}
			for i := range change.From {
				if tree.At(i) != after.At(i) {
					t.Fatalf("block %d before the change %+v was not kept", i, change)
				}
			}
			for i := change.From + change.Inserted; i < after.Len(); i++ {
				if tree.At(i-change.Inserted+change.Removed) != after.At(i) {
					t.Fatalf("block %d behind the change %+v was not kept", i, change)
				}
			}
			text, tree = next, after
		}
	})
}

// sameTree fails unless tree is what reading text anew yields.
func sameTree(t *testing.T, text string, tree Tree) {
	t.Helper()
	want := Parse(text)
	if tree.Len() != want.Len() || tree.Sum() != want.Sum() {
		t.Fatalf("after editing to %q: %d blocks %+v, read anew %d %+v", text, tree.Len(), tree.Sum(), want.Len(), want.Sum())
	}
	for i := range want.Len() {
		if tree.At(i).text != want.At(i).text || tree.At(i).front != want.At(i).front {
			t.Fatalf("after editing to %q: block %d is %q, read anew %q", text, i, tree.At(i).text, want.At(i).text)
		}
	}
}

func TestManyEditsOfALongDocument(t *testing.T) {
	text := strings.Repeat("(我们)会[收集]您的<手机号>。\n\n", 2000)
	tree := Parse(text)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		start := r.IntN(len(text))
		e := source.Edit{Span: source.Span{Start: start, End: min(len(text), start+r.IntN(500))}, Text: seeds[r.IntN(len(seeds))]}
		text, _ = source.Apply(text, []source.Edit{e})
		var err error
		if tree, _, err = tree.Edit(e); err != nil {
			t.Fatal(err)
		}
	}
	sameTree(t, text, tree)
}

func TestEditOutsideIsAnError(t *testing.T) {
	tree := Parse("abc")
	for _, e := range []source.Edit{source.Insert(4, "x"), source.Delete(2, 4), source.Delete(2, 1), source.Insert(-1, "x")} {
		if _, _, err := tree.Edit(e); err == nil {
			t.Errorf("edit %+v was taken", e)
		}
	}
}
