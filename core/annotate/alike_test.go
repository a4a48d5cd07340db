package annotate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

func TestShiftEdge(t *testing.T) {
	for _, tt := range []struct {
		name, text string // carets: in the mark, and where its edge goes
		end        bool
		want       string
		refusal    string
	}{
		{"on", "<‸手机>号‸码", true, "<‸手机号‸>码", ""},
		{"back", "<‸手‸机>号", true, "<‸手‸>机号", ""},
		{"over an escape", `<‸手机>\(1‸\)`, true, `<‸手机\(1‸>\)`, ""},
		{"over a bracket", "{<‸手机>}‸号", true, "{<‸手机‸>}号", "reached the edge"},
		{"out of the mark around", "{我<‸手机>}号‸", true, "", "cross"},
		{"into another takes it all in", "<‸手机>[收‸集]号", true, "<‸手机[收集]‸>号", ""},
		{"back into another leaves it out", "<‸手机[收‸集]>号", true, "<‸手机‸>[收集]号", ""},
		{"the start back into another", "[收‸集]<‸手机>", false, "<‸[收集]手机‸>", ""},
		{"the start on into another", "<‸[收‸集]手机>", false, "[收集]<‸手机‸>", ""},
		{"nothing left", "<‸手机>‸", false, "", "at least one"},
		{"nowhere", "<‸手机>‸", true, "", "reached the edge"},
		{"the line end stays outside", "<‸手机>\n‸\n号", true, "", "reached the edge"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, offsets := at(tt.text)
			tree := syntax.Parse(text)
			a, to := offsets[0], offsets[1]
			if tt.name == "the start back into another" {
				a, to = to, a
			}
			b, _, err := markAt(tree, a)
			if err != nil {
				t.Fatal(err)
			}
			r, err := ShiftEdge(tree, a, tt.end, b.PlainAt(to))
			if tt.refusal != "" {
				if err == nil || !strings.Contains(err.Error(), tt.refusal) {
					t.Fatalf("error %v, want one about %q", err, tt.refusal)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, err := source.Apply(text, r.Edits)
			if err != nil {
				t.Fatal(err)
			}
			if got = got[:r.Select.Start] + "‸" + got[r.Select.Start:r.Select.End] + "‸" + got[r.Select.End:]; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		alike      Alike
		all        bool   // take what is not wanted too
		want       string // the standings, and the text after it
	}{
		{"free places", "手机号和手机号\n\n手机号", Alike{Text: "手机号", Kind: syntax.Data}, false, "free free free <手机号>和<手机号>\n\n<手机号>"},
		{"touching", "手机手机", Alike{Text: "手机", Kind: syntax.Data}, false, "free free <手机><手机>"},
		{"so already", "<手机>和手机", Alike{Text: "手机", Kind: syntax.Data}, true, "same free <手机>和<手机>"},
		{"another kind stays", "[手机]和手机", Alike{Text: "手机", Kind: syntax.Data}, false, "other free [手机]和<手机>"},
		{"another kind when asked", "[手机|#a]和手机", Alike{Text: "手机", Kind: syntax.Data}, true, "other free <手机|#a>和<手机>"},
		{"changing a kind", "[手机]、[手机]和{手机}", Alike{Text: "手机", Kind: syntax.Data, Was: syntax.Action}, false, "other other other <手机>、<手机>和{手机}"},
		{"inside a larger one", "{手机号}", Alike{Text: "手机", Kind: syntax.Data}, false, "inside {手机号}"},
		{"inside when asked", "{手机号}", Alike{Text: "手机", Kind: syntax.Data}, true, "inside {<手机>号}"},
		{"crossing never", "<我的手>机号", Alike{Text: "手机", Kind: syntax.Data}, true, "crossing <我的手>机号"},
		{"removing from a mark", "<手机>、[手机]、手机", Alike{Text: "手机", Was: syntax.Data}, false, "free other 手机、[手机]、手机"},
		{"removing from words", "<手机>、[手机]、手机", Alike{Text: "手机"}, false, "other other 手机、手机、手机"},
		{"an escape in it", `手机\(1\)、手机\(1\)`, Alike{Text: "手机(1)", Kind: syntax.Data}, false, `free free <手机\(1\)>、<手机\(1\)>`},
		{"over a mark", "收集[手机]号", Alike{Text: "手机号", Kind: syntax.Data}, false, "free 收集<[手机]号>"},
		{"whole words", "data, database, Data, data", Alike{Text: "data", Kind: syntax.Data}, false, "free free <data>, database, Data, <data>"},
		{"not itself over itself", "哈哈哈", Alike{Text: "哈哈", Kind: syntax.Data}, false, "free <哈哈>哈"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tree := syntax.Parse(tt.text)
			var got []string
			var chosen []Occurrence
			tt.alike.Occurrences(tree, source.Span{End: len(tt.text)}, func(o Occurrence) bool {
				got = append(got, [...]string{"free", "same", "other", "inside", "crossing"}[o.Standing])
				if tt.alike.Wanted(o) || tt.all && o.Possible() {
					chosen = append(chosen, o)
				}
				return true
			})
			edits, done := tt.alike.Carry(tree, chosen)
			if done != len(chosen) {
				t.Errorf("%d of %d done", done, len(chosen))
			}
			after, err := source.Apply(tt.text, edits)
			if err != nil {
				t.Fatal(err)
			}
			if all := strings.Join(append(got, after), " "); all != tt.want {
				t.Errorf("got %s, want %s", all, tt.want)
			}
		})
	}
}

func TestAlikeScope(t *testing.T) {
	text := "手机，手机\n\n手机，手机"
	n := 0
	Alike{Text: "手机", Kind: syntax.Data}.Occurrences(syntax.Parse(text), source.Span{Start: len("手机"), End: len("手机，手机\n\n手机，手")}, func(Occurrence) bool {
		n++
		return true
	})
	if n != 2 {
		t.Errorf("%d places, want the 2 that lie wholly in the scope", n)
	}
}

// Whatever is done to all alike leaves the plain text, crosses nothing and makes
// no stray bracket.
func FuzzAlike(f *testing.F) {
	for i, s := range fuzzSeeds {
		f.Add(s, uint64(i))
	}
	f.Add("aXaXa\n\n(a)[Xa]X<a|b>X\\(a\\)|a", uint64(9))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 2000 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 5))
		tree := syntax.Parse(text)
		for range 6 {
			plain := tree.Plain()
			if plain == "" {
				return
			}
			from := r.IntN(len(plain))
			s := Clip(plain, source.Span{Start: from, End: from + 1}, r.IntN(6))
			words := plain[s.Start:s.End]
			words = words[Trim(words, source.Span{End: len(words)}).Start:Trim(words, source.Span{End: len(words)}).End]
			a := Alike{Text: words, Kind: syntax.Kind(r.IntN(5)), Was: syntax.Kind(r.IntN(5))}
			var chosen []Occurrence
			a.Occurrences(tree, source.Span{End: tree.Sum().Source.Bytes}, func(o Occurrence) bool {
				if o.Plain.Len() != len(words) {
					t.Fatalf("%q is found at %v", words, o.Plain)
				}
				if o.Possible() && r.IntN(4) > 0 {
					chosen = append(chosen, o)
				}
				return true
			})
			edits, done := a.Carry(tree, chosen)
			after, err := source.Apply(tree.Text(), edits)
			if err != nil {
				t.Fatal(err)
			}
			next := syntax.Parse(after)
			if next.Plain() != plain || next.Sum().Strays > tree.Sum().Strays {
				t.Fatalf("%+v of %q made %q", a, tree.Text(), after)
			}
			more := next.Sum().Marks - tree.Sum().Marks
			if a.Kind == syntax.NoKind && more != -done || a.Kind != syntax.NoKind && (more < 0 || more > done) {
				t.Fatalf("%+v of %q made %q: %d marks more for %d places", a, tree.Text(), after, more, done)
			}
			tree = next
		}
	})
}

// Taking marks away never makes front matter of what was text.
func TestAlikeLeavesTextText(t *testing.T) {
	for text, want := range map[string]string{
		"---\n(k): a\n\n---\n":  "---\n---\n---\nk: a\n\n---\n",
		"(---)\n(k): a\n---\n":  "---\n---\n---\nk: a\n---\n",
		"---\nk (k): a\n---\nb": "---\nk k: a\n---\nb",
	} {
		tree := syntax.Parse(text)
		for _, words := range []string{"k", "---"} {
			a := Alike{Text: words}
			var all []Occurrence
			a.Occurrences(tree, source.Span{End: len(text)}, func(o Occurrence) bool {
				all = append(all, o)
				return true
			})
			edits, _ := a.Carry(tree, all)
			after, err := source.Apply(tree.Text(), edits)
			if err != nil {
				t.Fatal(err)
			}
			if got := syntax.Parse(after).Plain(); got != tree.Plain() {
				t.Fatalf("%q made %q, whose text is %q", text, after, got)
			}
			tree = syntax.Parse(after)
		}
		if got := tree.Text(); got != want {
			t.Errorf("%q made %q, want %q", text, got, want)
		}
	}
}

// FuzzShiftEdge moves edges anywhere.
func FuzzShiftEdge(f *testing.F) {
	for i, s := range fuzzSeeds {
		f.Add(s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 2000 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 7))
		tree := syntax.Parse(text)
		for range 12 {
			at := r.IntN(tree.Sum().Source.Bytes + 1)
			b, i, err := markAt(tree, at)
			if err != nil {
				continue
			}
			end, to := r.IntN(2) == 0, r.IntN(len(b.Plain())+2)-1
			res, err := ShiftEdge(tree, at, end, to)
			if err != nil {
				continue
			}
			after, err := source.Apply(tree.Text(), res.Edits)
			if err != nil {
				t.Fatal(err)
			}
			next := syntax.Parse(after)
			if next.Plain() != tree.Plain() || next.Sum().Marks != tree.Sum().Marks || next.Sum().Strays > tree.Sum().Strays {
				t.Fatalf("edge of mark %d to %d in %q made %q", i, to, tree.Text(), after)
			}
			tree = next
		}
	})
}

// Thousands of places, in one block and in many, are all done; -v tells what they cost.
func TestAlikeMany(t *testing.T) {
	for _, sep := range []string{"，而", "\n\n"} {
		cost := func(n int) time.Duration {
			tree := syntax.Parse("零" + sep + strings.Repeat("收集手机号"+sep, n))
			a := Alike{Text: "手机号", Kind: syntax.Data}
			var all []Occurrence
			start := time.Now()
			a.Occurrences(tree, source.Span{End: tree.Sum().Source.Bytes}, func(o Occurrence) bool {
				all = append(all, o)
				return true
			})
			edits, done := a.Carry(tree, all)
			if done != n || len(edits) != 2*n {
				t.Fatalf("%d places done with %d edits, want %d", done, len(edits), n)
			}
			return time.Since(start)
		}
		cost(100)
		t.Log(fmt.Sprintf("%q", sep), cost(1000), cost(8000))
	}
}
