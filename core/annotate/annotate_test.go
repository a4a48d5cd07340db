package annotate

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// at cuts the carets ‸ out of text and returns where they stood.
func at(text string) (string, []int) {
	var offsets []int
	for {
		before, after, found := strings.Cut(text, "‸")
		if !found {
			return text, offsets
		}
		offsets = append(offsets, len(before))
		text = before + after
	}
}

func TestVerbs(t *testing.T) {
	mark := func(kind syntax.Kind) func(syntax.Tree, []int) (Result, error) {
		return func(t syntax.Tree, at []int) (Result, error) { return Mark(t, kind, at[0], at[1], false) }
	}
	exact := func(t syntax.Tree, at []int) (Result, error) { return Mark(t, syntax.Data, at[0], at[1], true) }
	unmark := func(t syntax.Tree, at []int) (Result, error) { return Unmark(t, at[0]) }
	retype := func(t syntax.Tree, at []int) (Result, error) { return Retype(t, at[0], syntax.Purpose) }
	start := func(t syntax.Tree, at []int) (Result, error) { return MoveEdge(t, at[0], false, at[1]) }
	end := func(t syntax.Tree, at []int) (Result, error) { return MoveEdge(t, at[0], true, at[1]) }
	backStart := func(t syntax.Tree, at []int) (Result, error) { return MoveEdge(t, at[1], false, at[0]) }
	split := func(t syntax.Tree, at []int) (Result, error) { return Split(t, at[0]) }
	join := func(t syntax.Tree, at []int) (Result, error) { return Join(t, at[0]) }
	for _, tt := range []struct {
		name, text string
		verb       func(syntax.Tree, []int) (Result, error)
		want       string // the text with the selection between carets
		refusal    string
	}{
		{"mark", "‸我们‸会[收集]", mark(syntax.Actor), "(‸我们‸)会[收集]", ""},
		{"mark trims", "，‸，我们 ‸会", mark(syntax.Actor), "，，(‸我们‸) 会", ""},
		{"mark keeps a pair", "‸相机（摄像头）‸。", mark(syntax.Data), "<‸相机（摄像头）‸>。", ""},
		{"mark leaves quotes out", "‸“订单信息”‸", mark(syntax.Data), "“<‸订单信息‸>”", ""},
		{"exact", "a‸，b‸", exact, "a<‸，b‸>", ""},
		{"inside another", "{若您‸提供‸}", mark(syntax.Action), "{若您[‸提供‸]}", ""},
		{"all of another", "‸{提供}‸", mark(syntax.Action), "{[‸提供‸]}", ""},
		{"around others", "‸若您[提供]<手机号>‸，", mark(syntax.Purpose), "{‸若您[提供]<手机号>‸},", ""},
		{"bracket at one edge", "(‸我们‸)会", mark(syntax.Data), "(<‸我们‸>)会", ""},
		{"crosses", "(我‸们)会‸[收集]", mark(syntax.Data), "", "cross the mark “我们”"},
		{"nothing", "我‸ ，‸们", mark(syntax.Data), "", "no text to mark"},
		{"twice", "‸(我们)‸", mark(syntax.Actor), "", "already marked like this"},
		{"over a blank line", "‸a\n\nb‸", mark(syntax.Data), "", "blank line"},
		{"front matter", "---\n‸k: v‸\n---\na", mark(syntax.Data), "", "front matter"},
		{"backslash before", `a\‸b‸`, mark(syntax.Data), `a\\<‸b‸>`, ""},
		{"backslash at the end", `‸b\‸`, exact, `<‸b\\‸>`, ""},
		{"bar", "‸a|b‸", mark(syntax.Data), `<‸a\|b‸>`, ""},
		{"backslash and bar", `‸a\|b‸`, mark(syntax.Data), `<‸a\\\|b‸>`, ""},
		{"stray inside", "‸a)b‸", mark(syntax.Actor), `(‸a\)b‸)`, ""},
		{"stray opener inside", "‸a(b‸", mark(syntax.Actor), `(‸a\(b‸)`, ""},
		{"unmark", "(我们)会<a‸b>", unmark, "(我们)会‸ab‸", ""},
		{"unmark the inner", "{a[‸b]c}", unmark, "{a‸b‸c}", ""},
		{"unmark the outer", "{‸a[b]c}", unmark, "‸a[b]c‸", ""},
		{"unmark drops qualifiers", "(‸我们|actor #a)会", unmark, "‸我们‸会", ""},
		{"unmark a bar", `<a‸\|b>`, unmark, "‸a|b‸", ""},
		{"unmark brings no stray to life", "([‸a) b]", unmark, `‸\[a‸ b\]`, ""},
		{"no mark", "我‸们", unmark, "", "no mark here"},
		{"retype", "<a‸b|use>", retype, "{‸ab‸|use}", ""},
		{"move the end", "(‸我)们‸会", end, "(‸我们‸)会", ""},
		{"move the end back", "(‸我们‸会|actor)", end, "(‸我们‸|actor)会", ""},
		{"move the start", "‸我(们‸)会", backStart, "(‸我们‸)会", ""},
		{"move over another", "<‸a>[b]c‸", end, "<‸a[b]c‸>", ""},
		{"move into another", "<‸a>[b‸c]", end, "", "cross"},
		{"move out of a mark", "<‸a[b]‸c>", start, "a[b]<‸c‸>", ""},
		{"empty", "<‸ab‸>", start, "", "at least one character"},
		{"split", "<姓名‸、电话>", split, "<‸姓名‸>、<电话>", ""},
		{"split touching", "<姓名‸电话|#a>", split, "<‸姓名‸|#a><电话>", ""},
		{"split in a mark inside", "<a[b‸c]d>", split, "<a[‸b‸][c]d>", ""},
		{"split around a mark", "<a[b]‸c>", split, "<‸a[b]‸><c>", ""},
		{"split at the edge", "<‸ab>", split, "", "cannot be split here"},
		{"join", "<姓‸名>、<电话>", join, "<‸姓名、电话‸>", ""},
		{"join keeps what lies between", "<a‸|#x> ‸", join, "", "no mark of the same kind"},
		{"join another kind", "<a‸>[b]<c>", join, "", "no mark of the same kind"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, offsets := at(tt.text)
			if tt.name == "unmark brings no stray to life" {
				offsets = []int{1}
			}
			r, err := tt.verb(syntax.Parse(text), offsets)
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
			got = got[:r.Select.Start] + "‸" + got[r.Select.Start:r.Select.End] + "‸" + got[r.Select.End:]
			if want := strings.ReplaceAll(tt.want, "},", "}，"); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

var fuzzSeeds = []string{
	"(我们)可能会[收集]您的<设备信息>来{提供展示的最优方式}。",
	"{若您向我们[提供]<手机号|#a>}，a|b\\|c \\(x\\) <a|b、c>",
	"([a) b] ( < > } {a\n(b)\nc}\n\n---\n(k): v\n---\n",
	"---\n(k): v\n---\n[x]",
	"<a()><><b[]c>\\\\(d)\\",
	"甲😊(公)司|x|",
}

// Every verb, anywhere, leaves the plain text and makes no stray bracket.
func FuzzVerbs(f *testing.F) {
	for i, s := range fuzzSeeds {
		f.Add(s, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 2000 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 3))
		tree := syntax.Parse(text)
		for range 12 {
			n := tree.Sum().Source.Bytes
			a, b := r.IntN(n+1), r.IntN(n+1)
			if a > b {
				a, b = b, a
			}
			kind := syntax.Kinds[r.IntN(len(syntax.Kinds))]
			var res Result
			var err error
			verb := r.IntN(6)
			switch verb {
			case 0:
				res, err = Mark(tree, kind, a, b, r.IntN(2) == 0)
			case 1:
				res, err = Unmark(tree, a)
			case 2:
				res, err = Retype(tree, a, kind)
			case 3:
				res, err = MoveEdge(tree, a, r.IntN(2) == 0, b)
			case 4:
				res, err = Split(tree, a)
			case 5:
				res, err = Join(tree, a)
			}
			if err != nil {
				var refusal *Refusal
				if !errors.As(err, &refusal) {
					t.Fatalf("verb %d at %d, %d of %q: %v", verb, a, b, tree.Text(), err)
				}
				continue
			}
			after, err := source.Apply(tree.Text(), res.Edits)
			if err != nil {
				t.Fatal(err)
			}
			next := syntax.Parse(after)
			if next.Plain() != tree.Plain() {
				t.Fatalf("verb %d at %d, %d of %q made %q: the plain text changed", verb, a, b, tree.Text(), after)
			}
			change := map[int]int{0: 1, 1: -1, 2: 0, 3: 0, 4: 1, 5: -1}[verb]
			if got := next.Sum().Marks - tree.Sum().Marks; got != change || next.Sum().Strays > tree.Sum().Strays {
				t.Fatalf("verb %d at %d, %d of %q made %q: %d marks more, strays %d to %d", verb, a, b, tree.Text(), after, got, tree.Sum().Strays, next.Sum().Strays)
			}
			if res.Select.Start < 0 || res.Select.End > len(after) {
				t.Fatalf("selection %+v lies outside of %q", res.Select, after)
			}
			tree = next
		}
	})
}
