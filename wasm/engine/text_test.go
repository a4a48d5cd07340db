package engine

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/policymark/policymark/wasm/protocol"
)

func TestEdgesAnswerInUnits(t *testing.T) {
	text := "😊收集<手机>号😊码，还有\\(1\\)邮箱。"
	e, _ := load(t, text)
	at := len(utf16.Encode([]rune(text[:strings.Index(text, "手机")]))) + 1
	around, err := e.Around(protocol.PlaceRequest{Version: 1, At: at})
	if err != nil {
		t.Fatal(err)
	}
	if around.Before != "😊收集" || around.Text != "手机" || around.After != "号😊码，还有(1)邮箱。" || around.Kind != "data" {
		t.Errorf("around it: %+v", around)
	}
	for _, tt := range []struct {
		name string
		q    protocol.MoveEdgeRequest
		want string
	}{
		{"by text", protocol.MoveEdgeRequest{End: true, Unit: "text", By: 3}, "😊收集<手机号😊>码，还有\\(1\\)邮箱。"},
		{"half a character is a whole one", protocol.MoveEdgeRequest{End: true, Unit: "text", By: 2}, "😊收集<手机号😊>码，还有\\(1\\)邮箱。"},
		{"back", protocol.MoveEdgeRequest{Unit: "text", By: -2}, "😊<收集手机>号😊码，还有\\(1\\)邮箱。"},
		{"by clause", protocol.MoveEdgeRequest{End: true, Unit: "clause", By: 1}, "😊收集<手机号😊码>，还有\\(1\\)邮箱。"},
		{"near a place", protocol.MoveEdgeRequest{End: true, Unit: "near", To: len(utf16.Encode([]rune(text[:strings.Index(text, "1")]))) + 1}, "😊收集<手机号😊码，还有\\(1>\\)邮箱。"},
	} {
		tt.q.Version, tt.q.At = 1, at
		c, err := e.MoveEdge(tt.q)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := apply(t, text, c); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAlikeInWindows(t *testing.T) {
	text := strings.Repeat("😊收集手机号。\n\n", 1000) + "我们[手机号]。\n\n{删除手机号}"
	e, _ := load(t, text)
	q := protocol.AlikeRequest{Version: 1, Lang: "en", Text: "手机号，", Kind: "data", Scope: "document", Rows: protocol.Window{First: 998, Count: 10}}
	list, err := e.Alike(q)
	if err != nil {
		t.Fatal(err)
	}
	if list.Text != "手机号" || list.Total != 1002 || list.On != 1000 || list.Possible != 1002 || len(list.Items) != 4 {
		t.Fatalf("%d places, %d on, %d possible, %d rows, text %q", list.Total, list.On, list.Possible, len(list.Items), list.Text)
	}
	units := utf16.Encode([]rune(text))
	for i, item := range list.Items {
		if got := string(utf16.Decode(units[item.From:item.To])); got != "手机号" || item.Text != got {
			t.Errorf("row %d is %q", i, got)
		}
		if (item.Reason == "") != item.On {
			t.Errorf("row %d is on: %v, because %q", i, item.On, item.Reason)
		}
	}
	if list.Items[2].Kind != "action" || list.Items[0].Before != "😊收集" {
		t.Errorf("rows: %+v", list.Items)
	}
	for name, tt := range map[string]struct {
		q    protocol.ChangeAlikeRequest
		want int
	}{
		"as they are":       {protocol.ChangeAlikeRequest{}, 1000},
		"all":               {protocol.ChangeAlikeRequest{All: true}, 1002},
		"all but one":       {protocol.ChangeAlikeRequest{All: true, Turned: []int{7}}, 1001},
		"none but two":      {protocol.ChangeAlikeRequest{None: true, Turned: []int{0, 1001}}, 2},
		"turned off and on": {protocol.ChangeAlikeRequest{Turned: []int{0, 1000, 1001}}, 1001},
	} {
		tt.q.Alike = q
		c, err := e.ChangeAlike(tt.q)
		if err != nil {
			t.Fatal(name, err)
		}
		if c.Count != tt.want {
			t.Errorf("%s: %d places, want %d", name, c.Count, tt.want)
		}
		after, _ := load(t, apply(t, text, c))
		if got := after.doc.Tally().Kinds[3]; name != "all but one" && got != c.Count {
			t.Errorf("%s: %d marks of data, want %d", name, got, c.Count)
		}
	}
	if _, err := e.ChangeAlike(protocol.ChangeAlikeRequest{Alike: q, None: true}); err == nil {
		t.Error("nothing chosen is no refusal")
	}
}

func TestPronounsAreOff(t *testing.T) {
	e, _ := load(t, "我们收集，我们使用。We use it as we like.")
	for text, short := range map[string]bool{"我们": true, "我": true, "We": true, "使用": false} {
		list, err := e.Alike(protocol.AlikeRequest{Version: 1, Lang: "zh", Text: text, Kind: "actor", Scope: "document"})
		if err != nil {
			t.Fatal(err)
		}
		if (list.Short != "") != short || short && list.On != 0 || list.Total == 0 {
			t.Errorf("%s: %d of %d on, because %q", text, list.On, list.Total, list.Short)
		}
	}
}

func TestScopeIsTheSection(t *testing.T) {
	text := "一、收集\n我们收集手机号。\n\n二、共享\n我们共享手机号，保存手机号，也会为了安全而删除它。\n\n三、其他\n手机号的其他用途，在这里说明。"
	e, _ := load(t, text)
	at := len(utf16.Encode([]rune(text[:strings.Index(text, "保存")])))
	list, err := e.Alike(protocol.AlikeRequest{Version: 1, Text: "手机号", Kind: "data", Scope: "section", From: at})
	if err != nil {
		t.Fatal(err)
	}
	if got := slice(text, list.Scope.From, list.Scope.To); list.Total != 2 || !strings.HasPrefix(got, "二、") && !strings.HasPrefix(got, "共享") || !strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(got, "三、")), "它。") {
		t.Errorf("%d places in %q", list.Total, got)
	}
}

func TestRunsAreTheText(t *testing.T) {
	text := "---\ntitle: x\n---\n(我们|actor)会{为[提供]<服务>而}\\(1\\)<>。\n\n" + strings.Repeat("收集<手机号>。\n\n", 20000)
	e, _ := load(t, text)
	var all strings.Builder
	depth, opened, parts := 0, 0, 0
	for from := 0; from >= 0; parts++ {
		list, err := e.Runs(protocol.RunsRequest{Version: 1, From: from})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list.Runs {
			opened += len(r.Open)
			depth += len(r.Open) - r.Close
			all.WriteString(r.Text)
			if depth < 0 {
				t.Fatal("more marks close than open")
			}
		}
		if depth != 0 {
			t.Fatal("a part ends within a mark")
		}
		from = list.Next
	}
	if all.String() != e.doc.Tree().Plain() || opened != e.doc.Tree().Sum().Marks || parts < 2 {
		t.Errorf("%d parts with %d marks, want %d", parts, opened, e.doc.Tree().Sum().Marks)
	}
}

func TestNextUnmarked(t *testing.T) {
	text := "(我们)会[收集]<手机号>。\n\n我们会收集您的个人信息。感谢您。\n\n我们会共享您的地址。"
	e, _ := load(t, text)
	from, want := 0, []string{"我们会收集您的个人信息。", "我们会共享您的地址。", "我们会收集您的个人信息。"}
	for i, w := range want {
		found, err := e.NextUnmarked(protocol.UnmarkedRequest{Version: 1, From: from})
		if err != nil {
			t.Fatal(err)
		}
		if got := slice(text, found.Range.From, found.Range.To); got != w || found.Total != 2 || found.Index != i%2 {
			t.Errorf("%d: %q, number %d of %d", i, got, found.Index, found.Total)
		}
		from = found.Range.From
	}
}

func TestInsertIsProse(t *testing.T) {
	text := "😊<手机>"
	e, _ := load(t, text)
	c, err := e.Insert(protocol.InsertRequest{Version: 1, From: 4, To: 4, Text: "(a|b)😊"})
	if err != nil {
		t.Fatal(err)
	}
	got := apply(t, text, c)
	if want := "😊<手\\(a\\|b\\)😊机>"; got != want || slice(got, 0, c.Select.From) != "😊<手\\(a\\|b\\)😊" {
		t.Errorf("%s with the caret behind %q, want %s", got, slice(got, 0, c.Select.From), want)
	}
}
