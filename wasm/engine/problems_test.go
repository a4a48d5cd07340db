package engine

import (
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/protocol"
)

// What the panel lists rule by rule, or of some rules alone, is the same problems
// that it lists in the order of the text.
func TestProblemsByRule(t *testing.T) {
	text := strings.Repeat("见第(1)条。\n\n(我们会[收集]您的<电话 >。\n\n(我们)会[收集]您的<姓名>，以便{}。\n\n", 7)
	e := New()
	list := func(v protocol.View) protocol.ProblemList {
		t.Helper()
		v.Lang = "zh"
		r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: v})
		if err != nil {
			t.Fatal(err)
		}
		return r.Problems
	}
	key := func(p protocol.Problem) [3]any { return [3]any{p.Rule, p.From, p.To} }
	all := list(protocol.View{Problems: protocol.Window{Count: 500}})
	if len(all.Items) != all.Total || len(all.Rules) < 3 {
		t.Fatalf("%d problems of %d, %d rules", len(all.Items), all.Total, len(all.Rules))
	}
	order := map[protocol.Severity]int{"error": 0, "warning": 1, "info": 2}
	if !slices.IsSortedFunc(all.Rules, func(a, b protocol.RuleCount) int { return order[a.Severity] - order[b.Severity] }) {
		t.Errorf("rules are not the worst first: %v", all.Rules)
	}
	var want [][3]any
	for _, r := range all.Rules {
		var of [][3]any
		for _, p := range all.Items {
			if p.Rule == r.Rule {
				of = append(of, key(p))
			}
		}
		if len(of) != r.Count {
			t.Errorf("%s: counted %d, listed %d", r.Rule, r.Count, len(of))
		}
		want = append(want, of...)

		one := list(protocol.View{Problems: protocol.Window{Count: 500}, Rules: []string{r.Rule}})
		if one.Total != r.Count || len(one.Items) != r.Count || one.Errors != all.Errors || len(one.Rules) != len(all.Rules) {
			t.Errorf("%s alone: %d of %d problems", r.Rule, len(one.Items), one.Total)
		}
		for i, p := range one.Items {
			if key(p) != of[i] {
				t.Errorf("%s alone: problem %d is %v, want %v", r.Rule, i, key(p), of[i])
			}
		}
	}
	for first := 0; first < len(want); first += 3 {
		got := list(protocol.View{Problems: protocol.Window{First: first, Count: 5}, ByRule: true})
		if got.First != first || got.Total != len(want) {
			t.Fatalf("from %d: first %d of %d", first, got.First, got.Total)
		}
		for i, p := range got.Items {
			if key(p) != want[first+i] {
				t.Errorf("by rule: problem %d is %v, want %v", first+i, key(p), want[first+i])
			}
		}
		if len(got.Items) != min(5, len(want)-first) {
			t.Errorf("from %d: %d problems", first, len(got.Items))
		}
	}
	errors := list(protocol.View{Problems: protocol.Window{Count: 500}, ByRule: true, Severities: []protocol.Severity{"error"}})
	if errors.Total != errors.Errors || errors.Total == 0 {
		t.Errorf("%d errors by rule of %d", errors.Total, errors.Errors)
	}
}
