package engine

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/protocol"
)

const panelsText = "一、收集\n\n(我们)会[收集]您的<姓名>。\n\n二、共享\n\n(我们)不会向(广告公司)[出售]您的<电话>。"

func TestFilteredReport(t *testing.T) {
	e := New()
	v := view
	v.Caret = strings.Count(panelsText[:strings.Index(panelsText, "出售")], "") - 1
	v.Filter = protocol.PracticeFilter{States: []protocol.PracticeState{"negated"}}
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: panelsText, View: v})
	if err != nil {
		t.Fatal(err)
	}
	p := r.Practices
	if p.Total != 1 || p.All != 2 || len(p.Items) != 1 || p.Items[0].Number != 1 || !p.Items[0].Negated || p.AtCaret != 0 {
		t.Errorf("%+v", p)
	}
	if len(r.Density) != 5*v.Ticks {
		t.Errorf("%d numbers for %d ticks", len(r.Density), v.Ticks)
	}
	list, err := e.Practices(protocol.PracticesRequest{Version: 1, Window: protocol.Window{Count: 10}, Sort: "data", Descending: true})
	if err != nil || len(list.Items) != 2 || list.Items[0].Number != 1 && list.Items[1].Number != 1 {
		t.Errorf("%v %+v", err, list)
	}
}

func TestLevelsAndIgnored(t *testing.T) {
	e := New()
	text := "---\npolicymark:\n  ignore:\n    - unclosed-mark zzzzzz 姓名\n---\n\n(我们)会[收集]您的<姓名。"
	levels := []protocol.RuleLevel{{Rule: "unclosed-mark", Level: "info"}, {Rule: "no-such-rule", Level: "off"}}
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view, Levels: levels})
	if err != nil || r.Problems.Errors != 0 || r.Problems.Infos == 0 {
		t.Fatalf("%v %+v", err, r.Problems)
	}
	r, err = e.SetLevels(protocol.LevelsRequest{Version: 1, View: view, Levels: []protocol.RuleLevel{{Rule: "unclosed-mark", Level: "off"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range r.Problems.Rules {
		if one.Rule == "unclosed-mark" {
			t.Error("it is off")
		}
	}
	list, err := e.Ignored(protocol.IgnoredRequest{Version: 1, Window: protocol.Window{Count: 10}})
	if err != nil || list.Total != 1 || list.Items[0].From != -1 || list.Items[0].Rule != "unclosed-mark" {
		t.Fatalf("%v %+v", err, list)
	}
	c, err := e.Heed(protocol.HeedRequest{Version: 1, Entry: 0})
	if err != nil {
		t.Fatal(err)
	}
	if after := apply(t, text, c); strings.Contains(after, "ignore") || !strings.HasSuffix(after, "(我们)会[收集]您的<姓名。") {
		t.Errorf("%q", after)
	}
	if _, err := e.Heed(protocol.HeedRequest{Version: 1, Entry: 1}); err == nil {
		t.Error("there is no such entry")
	}
}

func TestPanelCalls(t *testing.T) {
	e := New()
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: panelsText, View: view}); err != nil {
		t.Fatal(err)
	}
	outline, err := e.Outline(protocol.OutlineRequest{Version: 1, Window: protocol.Window{Count: 10}, At: 30})
	if err != nil || outline.Total != 2 || outline.Current != 1 || outline.Items[1].Title != "二、共享" || outline.Items[1].From != 24 {
		t.Errorf("%v %+v", err, outline)
	}
	inventory, err := e.Inventory(protocol.InventoryRequest{Version: 1, Of: "data", Window: protocol.Window{Count: 10}})
	if err != nil || !inventory.Ready || inventory.Total != 2 || inventory.Items[0].Name != "姓名" {
		t.Errorf("%v %+v", err, inventory)
	}
	at, err := e.Occurrence(protocol.OccurrenceRequest{Version: 1, Of: "data", Entry: 1, Nth: -1})
	if runes := []rune(panelsText); err != nil || string(runes[at.From:at.To]) != "电话" || at.Total != 1 {
		t.Errorf("%v %+v", err, at)
	}
	flow, err := e.Flow(protocol.FlowRequest{Version: 1, Lang: "zh"})
	if err != nil || !flow.Ready || flow.Denied != 1 || len(flow.Links) == 0 {
		t.Errorf("%v %+v", err, flow)
	}
	facets, err := e.Facets(protocol.FacetRequest{Version: 1, Field: "actor", Count: 10})
	if err != nil || facets.Total != 1 || facets.Items[0].Count != 2 {
		t.Errorf("%v %+v", err, facets)
	}
	list, err := e.Corrections(protocol.CorrectionsRequest{Version: 1, Lang: "zh", Practice: 1, Field: "action"})
	if err != nil || len(list.Items) == 0 {
		t.Fatalf("%v %+v", err, list)
	}
	c, err := e.Correct(protocol.CorrectRequest{Version: 1, Lang: "zh", Practice: 1, Field: "action", Key: "polarity:is"})
	if err != nil || !strings.Contains(apply(t, panelsText, c), "[出售|will]") {
		t.Errorf("%v %q", err, apply(t, panelsText, c))
	}
	for _, q := range []protocol.CorrectRequest{
		{Version: 1, Practice: 9, Field: "action", Key: "polarity:is"},
		{Version: 1, Practice: 0, Field: "actor", Index: 4, Key: "detach:"},
		{Version: 1, Practice: 0, Field: "nothing", Key: "detach:"},
		{Version: 1, Practice: 0, Field: "actor", Key: "attach:99"},
		{Version: 1, Practice: 0, Field: "actor", Key: ""},
	} {
		if _, err := e.Correct(q); err == nil {
			t.Errorf("%+v is carried out", q)
		}
	}
	if _, err := e.Outline(protocol.OutlineRequest{Version: 2}); err == nil {
		t.Error("another version is answered for")
	}
}
