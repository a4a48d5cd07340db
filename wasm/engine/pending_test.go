package engine

import (
	"reflect"
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/convert"
	"github.com/policymark/policymark/wasm/protocol"
)

// A long document is told of as marks at once and worked out bit by bit, from its
// beginning, so that it can be read and edited meanwhile; what is asked about all of it
// is answered in full.
func TestLongDocumentIsWorkedOutBitByBit(t *testing.T) {
	text := strings.Repeat(example(t, "shop-zh.policymark.txt")+"\n", 60)
	e := New()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view})
	if err != nil {
		t.Fatal(err)
	}
	if r.Analysed || r.Pending == 0 || len(r.Marks) == 0 || r.Counts.Data == 0 {
		t.Fatalf("a long document is loaded with %d %% pending and %d marks", r.Pending, len(r.Marks))
	}
	if len(r.Practices.Items) == 0 || len(r.Squiggles) == 0 || len(r.Problems.Items) == 0 {
		t.Fatalf("of the beginning of a long document the first report tells %d practices, %d squiggles and %d problems",
			len(r.Practices.Items), len(r.Squiggles), len(r.Problems.Items))
	}
	r, err = e.Edit(protocol.EditRequest{Base: 1, Version: 2, View: view, Changes: []protocol.Change{{Insert: "(我们)[收集]<电话>。\n\n"}}})
	if err != nil {
		t.Fatal(err)
	}
	last, known := 100, 0
	for r.Pending > 0 {
		if r.Pending > last || r.Practices.All < known {
			t.Fatalf("%d %% are pending after %d, with %d practices after %d", r.Pending, last, r.Practices.All, known)
		}
		last, known = r.Pending, r.Practices.All
		if r, err = e.Look(protocol.LookRequest{Version: 2, View: view}); err != nil {
			t.Fatal(err)
		}
	}
	whole := New()
	whole.Load(protocol.LoadRequest{Version: 2, Text: "(我们)[收集]<电话>。\n\n" + text, View: view})
	if _, err := whole.NextProblem(protocol.NextRequest{Version: 2}); err != nil {
		t.Fatal(err)
	}
	want, err := whole.Look(protocol.LookRequest{Version: 2, View: view})
	if err != nil {
		t.Fatal(err)
	}
	// Where on the strip something falls hangs on its neighbours, by less than a tick.
	r.Ticks, r.Density, want.Ticks, want.Density = nil, nil, nil, nil
	r.Serial, want.Serial = 0, 0
	if want.Pending != 0 || !reflect.DeepEqual(r, want) {
		t.Errorf("worked out bit by bit a document is another than when it is asked about at once:\n%s\nwant\n%s", jsonOf(r), jsonOf(want))
	}
}

// What an edit changes far behind it follows bit by bit too.
func TestFarEffectsOfAnEditFollow(t *testing.T) {
	text := strings.Repeat(example(t, "shop-zh.policymark.txt")+"\n", 40)
	e := New()
	before := workedOut(t, e, text)
	// A title that names who acts in all that follows.
	r, err := e.Edit(protocol.EditRequest{Base: 1, Version: 2, View: view, Changes: []protocol.Change{{Insert: "("}, {From: 4, To: 4, Insert: ")"}}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Analysed || r.Pending == 0 || r.Practices.All != before.Practices.All {
		t.Fatalf("after an edit that bears on all, %d of %d practices are told, and %d %% are pending", r.Practices.All, before.Practices.All, r.Pending)
	}
	r = follow(t, e, r)
	want := workedOut(t, New(), "("+strings.Replace(text, "禾屿商城", "禾屿商城)", 1))
	r.Version, r.Serial, want.Version, want.Serial = 0, 0, 0, 0
	// Where on the strip something falls hangs on its neighbours, by less than a tick.
	r.Ticks, r.Density, want.Ticks, want.Density = nil, nil, nil, nil
	if !reflect.DeepEqual(r, want) {
		t.Errorf("after an edit a document is another than when it is read:\n%s\nwant\n%s", jsonOf(r), jsonOf(want))
	}
}

// workedOut loads a text and returns the report on all of it.
func workedOut(t *testing.T, e *Engine, text string) protocol.Report {
	t.Helper()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view})
	if err != nil {
		t.Fatal(err)
	}
	return follow(t, e, r)
}

// follow looks until nothing is pending, and returns the last report.
func follow(t *testing.T, e *Engine, r protocol.Report) protocol.Report {
	t.Helper()
	for r.Pending > 0 {
		var err error
		if r, err = e.Look(protocol.LookRequest{Version: e.version, View: view}); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func jsonOf(r protocol.Report) string {
	var w convert.Writer
	convert.WriteReport(&w, &r)
	return w.JSON()
}
