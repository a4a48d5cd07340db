package engine

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/protocol"
)

const unmarked = "😀一、收集\n\n我们会收集您的手机号和设备型号。\n\n二、共享\n\n我们会将您的手机号提供给物流公司。\n"

func suggestView() protocol.View {
	return protocol.View{Lang: "en", Visible: protocol.Range{To: 1000}, Suggest: true, Suggestions: protocol.Window{Count: 50}}
}

func TestSuggestionsAnswerInUnits(t *testing.T) {
	e := New()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: unmarked, View: suggestView()})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Suggested) != 8 || r.Suggestions.Total != 8 || len(r.Suggestions.Items) != 8 || r.Suggestions.Pending {
		t.Fatalf("%d in the text, %d of %d in the panel", len(r.Suggested), len(r.Suggestions.Items), r.Suggestions.Total)
	}
	units := []rune(strings.ReplaceAll(unmarked, "😀", "xx")) // every other character is one unit
	for _, s := range r.Suggested {
		if got := string(units[s.From:s.To]); got != s.Text {
			t.Errorf("%q stands at %d to %d, where %q is", s.Text, s.From, s.To, got)
		}
		if s.Why == "" || s.Score <= 0 || s.Score > 100 {
			t.Errorf("%q has no reason or no score", s.Text)
		}
	}
	if first, other := r.Suggestions.Items[0], r.Suggestions.Items[4]; !first.Leads || !other.Leads || first.Section == other.Section {
		t.Errorf("the sections are %q and %q", first.Section, other.Section)
	}
	if r, _ := e.Look(protocol.LookRequest{Version: 1, View: protocol.View{Visible: protocol.Range{To: 1000}}}); len(r.Suggested) > 0 {
		t.Error("suggestions come unasked")
	}
}

func TestAcceptAndSkip(t *testing.T) {
	e := New()
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: unmarked, View: suggestView()}); err != nil {
		t.Fatal(err)
	}
	next := func(from int, here, back bool) protocol.Suggestion {
		t.Helper()
		f, err := e.NextSuggestion(protocol.NextSuggestionRequest{Version: 1, Lang: "en", From: from, Here: here, Backward: back})
		if err != nil || f.Suggestion == nil {
			t.Fatalf("no suggestion from %d: %v", from, err)
		}
		return *f.Suggestion
	}
	first := next(0, true, false)
	second := next(first.From, false, false)
	if first.Text != "我们" || second.Text != "收集" || next(second.From, false, true).ID != first.ID || next(first.From, false, true).Text != "物流公司" {
		t.Errorf("went to %q and %q", first.Text, second.Text)
	}
	phone := next(second.From, false, false)
	for scope, want := range map[protocol.Scope]int{"one": 1, "alike": 2, "section": 4, "score": 0} {
		a, err := e.Accept(protocol.AcceptRequest{Version: 1, Lang: "en", Scope: scope, Kind: phone.Kind, From: phone.From, To: phone.To})
		if err != nil || want > 0 && a.Count != want || a.Count != len(a.Learned) {
			t.Errorf("%s accepts %d, want %d: %v", scope, a.Count, want, err)
		}
	}
	if _, err := e.Accept(protocol.AcceptRequest{Version: 1, Lang: "en", Kind: "data", From: 0, To: 1}); err == nil {
		t.Error("accepted what is not suggested")
	}
	if _, err := e.Remember(protocol.RememberRequest{Learned: []protocol.Learned{{Text: "设备型号", Kind: "data", Rejected: 2}}, Skipped: []string{phone.ID}}); err != nil {
		t.Fatal(err)
	}
	r, _ := e.Look(protocol.LookRequest{Version: 1, View: suggestView()})
	for _, s := range r.Suggested {
		if s.ID == phone.ID || s.Text == "设备型号" {
			t.Errorf("%q is suggested again", s.Text)
		}
	}
	if r.Suggestions.Total != 6 {
		t.Errorf("%d suggestions are left, want 6", r.Suggestions.Total)
	}
}

// What a report works out does not grow with the document.
func TestSuggestionsComeInPieces(t *testing.T) {
	e := New()
	long := strings.Repeat("我们会收集您的手机号和设备型号。\n\n", 20000)
	v := suggestView()
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: long, View: v})
	for err == nil && r.Pending > 0 {
		r, err = e.Look(protocol.LookRequest{Version: 1, View: v})
	}
	if err != nil || !r.Suggestions.Pending {
		t.Fatalf("all of a long document is worked out at once: %v", err)
	}
	before := r.Suggestions.Total
	if r, _ = e.Look(protocol.LookRequest{Version: 1, View: v}); r.Suggestions.Total <= before {
		t.Error("the next report knows no more")
	}
}
