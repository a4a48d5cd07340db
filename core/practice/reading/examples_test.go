package reading

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// The example policies of the page, as they are read.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("../../../web/examples/*.policymark.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		readings := readAll(string(data))
		terms := practice.NewTerms(readings)
		var b strings.Builder
		n := 0
		for _, r := range readings {
			for _, s := range r.Sentences {
				if s.Heading {
					fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", s.Level), s.Section[len(s.Section)-1])
				}
				for _, i := range s.Practices {
					p := terms.Fill(r.Practices[i])
					b.WriteString("  " + brief(&p) + "\n")
					for _, d := range p.Data {
						if len(d.Members) > 0 {
							fmt.Fprintf(&b, "    %s = %s\n", d.Text, texts(d.Members))
						}
					}
					n++
				}
			}
		}
		golden := filepath.Join("testdata", strings.TrimSuffix(filepath.Base(file), ".policymark.txt")+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Errorf("%v: run with -update and look at what is read", err)
			continue
		}
		if string(want) != b.String() {
			t.Errorf("%s is read otherwise; run with -update and look at the difference", file)
		}
		t.Logf("%s: %d practices", file, n)
	}
}

func texts(vs []practice.Value) string {
	names := make([]string, len(vs))
	for i, v := range vs {
		names[i] = v.Text
	}
	return strings.Join(names, ", ")
}

// corpora returns the folder of real policies; a test is skipped without it.
func corpora(t *testing.T) string {
	folder := os.Getenv("POLICYMARK_CORPORA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "..", "shared", "corpora")
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("no real policies in %s; set POLICYMARK_CORPORA", folder)
	}
	return folder
}

// Every real policy is read without a fault, and the same twice.
func TestRealPolicies(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(corpora(t), "ca4p", "*.json"))
	kinds := map[string]syntax.Kind{
		"data": syntax.Data, "collect": syntax.Action, "share": syntax.Action,
		"handler": syntax.Actor, "recipient": syntax.Actor, "purpose": syntax.Purpose, "condition": syntax.Purpose,
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Plain string
			Marks []struct {
				Label      string
				Start, End int
			}
		}
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		var at []int
		for i := range doc.Plain {
			at = append(at, i)
		}
		at = append(at, len(doc.Plain))
		var list []syntax.Annotation
		for _, m := range doc.Marks {
			list = append(list, syntax.Annotation{Kind: kinds[m.Label], Plain: source.Span{Start: at[m.Start], End: at[m.End]}})
		}
		markup, _ := syntax.Write(doc.Plain, list)
		checkMarkup(t, markup)
	}
	seed, err := os.ReadFile(filepath.Join(corpora(t), "seed", "000_61077509ce26fb23.txt"))
	if err != nil {
		t.Skip(err)
	}
	checkMarkup(t, string(seed))
}

// The shop's policy of the real policies, practice by practice. Its words are not
// ours to copy, so the golden says where everything stands, in code points of the
// plain text: category, action, modality, then each field; behind a place r is read
// from unmarked words, c carried, i implied, ! negative, and - is nowhere.
func TestSeedPolicy(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(corpora(t), "seed", "000_61077509ce26fb23.txt"))
	if err != nil {
		t.Skip(err)
	}
	tree := syntax.Parse(string(data))
	starts := map[*syntax.Block]int{}
	at := 0
	for i := range tree.Len() {
		starts[tree.At(i)] = at
		at += tree.At(i).PlainSize().Points
	}
	where := func(v *practice.Value) string {
		if v.Place.Block == nil {
			return "-"
		}
		c := source.NewCursor(v.Place.Block.Plain(), v.Place.Block.PlainSize())
		negative := ""
		if v.Negative {
			negative = "!"
		}
		start := starts[v.Place.Block]
		return fmt.Sprintf("%s%d-%d%s", negative, start+c.ToByte(v.Place.Start).Points, start+c.ToByte(v.Place.End).Points, [...]string{"", "r", "c", "i"}[v.Evidence])
	}
	var b strings.Builder
	for _, r := range All(tree) {
		for i := range r.Practices {
			p := &r.Practices[i]
			fmt.Fprintf(&b, "%s %s %s", p.Category, where(&p.Action), p.Modality)
			if p.Negated {
				b.WriteString(" not")
			}
			field := func(name string, vs []practice.Value) {
				for i := range vs {
					sep := ","
					if i == 0 {
						sep = " " + name + "="
					}
					b.WriteString(sep + where(&vs[i]))
				}
			}
			field("who", p.Actors)
			if p.Requester != nil {
				field("asked-by", []practice.Value{*p.Requester})
			}
			field("what", p.Data)
			for _, g := range p.Groups {
				field("parts", append([]practice.Value{g.Parent}, g.Children...))
			}
			field("why", p.Purposes)
			field("when", p.Conditions)
			field("to", p.Recipients)
			field("from", p.Sources)
			for _, res := range p.Resolves {
				field("resolves", res.Resolved)
			}
			b.WriteByte('\n')
		}
	}
	const golden = "testdata/seed.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("the seed policy is read otherwise; run with -update and look at the difference:\n%s", b.String())
	}
}
