package core

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// corpora returns the folder of real policies, which are not part of the project.
func corpora(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("POLICYMARK_CORPORA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpora")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no corpora of real policies here: set POLICYMARK_CORPORA to their folder")
	}
	return dir
}

// An expert's marks, written as markup, read back as the same text and marks.
func TestRealMarksReadBack(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "ca4p", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotated policies: %v", err)
	}
	crossing := 0
	for _, name := range files {
		markup, plain, want := expertMarkup(t, name)
		crossing += len(want.refused)
		tree := syntax.Parse(markup)
		if tree.Plain() != plain {
			t.Errorf("%s: the plain text changed", name)
		}
		got := annotations(tree)
		sortAnnotations(want.kept)
		sortAnnotations(got)
		if !slices.Equal(got, want.kept) {
			t.Errorf("%s: %d marks, want %d", name, len(got), len(want.kept))
		}
		if d := Read(markup); d.Tally().Strays > 0 {
			t.Errorf("%s: %d stray brackets", name, d.Tally().Strays)
		}
	}
	t.Logf("%d policies; %d marks cross another and were reported", len(files), crossing)
	if crossing > 5 {
		t.Errorf("%d marks were refused; a handful cross", crossing)
	}
}

// expert is the marks of an expert that markup can hold, and the numbers of those
// that it cannot.
type expert struct {
	kept    []syntax.Annotation
	refused []int
}

// expertMarkup returns a policy of the corpus as markup, and its plain text.
func expertMarkup(t *testing.T, name string) (markup, plain string, marks expert) {
	t.Helper()
	kinds := map[string]syntax.Kind{
		"data": syntax.Data, "collect": syntax.Action, "share": syntax.Action, "handler": syntax.Actor,
		"recipient": syntax.Actor, "purpose": syntax.Purpose, "condition": syntax.Purpose,
	}
	var policy struct {
		Plain string
		Marks []struct {
			Label      string
			Start, End int
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &policy); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	c := source.NewCursor(policy.Plain, source.Measure(policy.Plain))
	for _, m := range policy.Marks {
		span := source.Span{Start: c.ToPoint(m.Start).Bytes, End: c.ToPoint(m.End).Bytes}
		marks.kept = append(marks.kept, syntax.Annotation{Kind: kinds[m.Label], Plain: span})
	}
	markup, marks.refused = syntax.Write(policy.Plain, marks.kept)
	for i := len(marks.refused) - 1; i >= 0; i-- {
		marks.kept = slices.Delete(marks.kept, marks.refused[i], marks.refused[i]+1)
	}
	return markup, policy.Plain, marks
}

func annotations(tree syntax.Tree) []syntax.Annotation {
	var list []syntax.Annotation
	tree.From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
		for _, m := range b.Marks() {
			list = append(list, syntax.Annotation{Kind: m.Kind, Plain: m.Plain.Shift(before.Plain.Bytes)})
		}
		return true
	})
	return list
}

func sortAnnotations(list []syntax.Annotation) {
	slices.SortFunc(list, func(a, b syntax.Annotation) int {
		if a.Plain.Start != b.Plain.Start {
			return a.Plain.Start - b.Plain.Start
		}
		if a.Plain.End != b.Plain.End {
			return b.Plain.End - a.Plain.End
		}
		return int(a.Kind) - int(b.Kind)
	})
}

// The real annotated sample reads whole, without a problem of its markup.
func TestRealSample(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "seed", "*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("want one sample, got %v, %v", files, err)
	}
	raw, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	f, err := source.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	d := Read(f.Text())
	kinds := d.Tally().Kinds
	want := [...]int{syntax.Data: 88, syntax.Action: 24, syntax.Actor: 23, syntax.Purpose: 21}
	for _, k := range syntax.Kinds {
		if kinds[k] != want[k] {
			t.Errorf("%d %s marks, want %d", kinds[k], k, want[k])
		}
	}
	// What a careful reader would say of it too.
	right := map[string]bool{"requester-as-actor": true, "verb-not-marked": true}
	d.Problems(AllSeverities, 0, func(p Problem) bool {
		if p.Severity != rule.Info && !right[p.Rule.Name] {
			t.Errorf("%v: %s: %s", p.Source(), p.Rule.Name, p.Message(locale.EN))
		}
		t.Logf("%s: %s", p.Rule.Name, p.Message(locale.ZH))
		return true
	})
	if Recommend(d.Tree()).Plain {
		t.Error("it is recommended as plain text")
	}
}

// Real policies without marks are recommended as plain text whenever reading them
// as markup would invent marks.
func TestRealPlainTextsAreRecommendedAsSuch(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t), "ca4p", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		var policy struct{ Plain string }
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &policy); err != nil {
			t.Fatal(err)
		}
		tree := syntax.Parse(policy.Plain)
		if sum := tree.Sum(); sum.Marks+sum.Strays > 0 && !Recommend(tree).Plain {
			t.Errorf("%s: %d marks that nobody made are recommended as markup", name, sum.Marks)
		}
	}
}
