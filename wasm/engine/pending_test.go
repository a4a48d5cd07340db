package engine

import (
	"reflect"
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/convert"
	"github.com/policymark/policymark/wasm/protocol"
)

// A long document is told of as marks at once and worked out bit by bit, so that it
// can be edited meanwhile; what is asked about all of it is answered in full.
func TestLongDocumentIsWorkedOutBitByBit(t *testing.T) {
	text := strings.Repeat(example(t, "shop-zh.policymark.txt")+"\n", 60)
	e := New()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view})
	if err != nil {
		t.Fatal(err)
	}
	if r.Analysed || r.Pending == 0 || len(r.Marks) == 0 || r.Counts.Data == 0 || r.Problems.Total != 0 {
		t.Fatalf("a long document is loaded with %d %% pending and %d marks", r.Pending, len(r.Marks))
	}
	r, err = e.Edit(protocol.EditRequest{Base: 1, Version: 2, View: view, Changes: []protocol.Change{{Insert: "(我们)[收集]<电话>。\n\n"}}})
	if err != nil {
		t.Fatal(err)
	}
	last := 100
	for r.Pending > 0 {
		if r.Pending > last || r.Practices.All > 0 {
			t.Fatalf("%d %% are pending after %d, with %d practices", r.Pending, last, r.Practices.All)
		}
		last = r.Pending
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

func jsonOf(r protocol.Report) string {
	var w convert.Writer
	convert.WriteReport(&w, &r)
	return w.JSON()
}
