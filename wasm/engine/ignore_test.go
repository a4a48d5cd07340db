package engine

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/protocol"
)

// The last fix of a problem notes in the front matter that it is passed over. The
// caret stays where the problem was, and fixing all alike does not do it.
func TestIgnoreHere(t *testing.T) {
	const text = "😊(，我们)会[收集]<手机号>，用于{联系您}。\n"
	e := New()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Squiggles) != 1 || r.Squiggles[0].Rule != "loose-edge" {
		t.Fatalf("problems: %+v", r.Squiggles)
	}
	p := r.Squiggles[0]
	last := len(p.Fixes) - 1
	c, err := e.Fix(protocol.FixRequest{Version: 1, Rule: p.Rule, From: p.From, To: p.To, Fix: last})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Changes) != 1 || c.Changes[0].From != 0 || !strings.Contains(c.Changes[0].Insert, "- loose-edge ") {
		t.Fatalf("changes: %+v", c.Changes)
	}
	added := len([]rune(c.Changes[0].Insert)) // no astral characters in it
	if c.Select.From != p.From+added || c.Select.To != c.Select.From {
		t.Errorf("the caret goes to %+v, want %d", c.Select, p.From+added)
	}
	r, err = e.Edit(protocol.EditRequest{Base: 1, Version: 2, Changes: c.Changes, View: view})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Squiggles) != 0 || r.Counts.Marks != 4 {
		t.Errorf("after it: %+v, %d marks", r.Squiggles, r.Counts.Marks)
	}
	e = New()
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.FixAll(protocol.FixAllRequest{Version: 1, Rule: "loose-edge", Fix: last}); err == nil {
		t.Error("all places were ignored at once")
	}
}
