package engine

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/policymark/policymark/wasm/protocol"
)

func rendered(t *testing.T, e *Engine, text string, q protocol.RenderRequest) protocol.Rendering {
	t.Helper()
	q.Text, q.Lang = text, "zh"
	r, err := e.Render(q)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var all = protocol.RenderRequest{Paragraphs: protocol.Window{Count: 500}, Practices: protocol.Window{Count: 500}, Problems: protocol.Window{Count: 500}}

// Every run, mark and value stands where the answer says, in UTF-16 units.
func TestRenderAnswersInUnits(t *testing.T) {
	text := "---\ntitle: 😊\n---\n😊\\(甲\\)😊(我们)会[收集]您的<😊手机\\(1\\)号|#a>，用于{联系\n您}。\n\n（一）标题\n" + example(t, "shop-zh.policymark.txt")
	units := utf16.Encode([]rune(text))
	at := func(from, to int) string { return string(utf16.Decode(units[from:to])) }
	r := rendered(t, New(), text, all)
	marks := map[[2]int]bool{}
	for _, p := range r.Paragraphs.Items {
		for _, run := range p.Runs {
			if got := at(run.From, run.From+len(utf16.Encode([]rune(run.Text)))); got != run.Text {
				t.Errorf("a run says %q and stands at %q", run.Text, got)
			}
		}
		for _, m := range p.Marks {
			marks[[2]int{m.From, m.To}] = true
		}
	}
	if r.Title != "😊" || r.TextLang != "zh-CN" || r.Counts.Marks != len(marks) || r.Practices.Total == 0 {
		t.Errorf("title %q, language %q, %d marks of %d, %d practices", r.Title, r.TextLang, len(marks), r.Counts.Marks, r.Practices.Total)
	}
	ids := map[string]bool{}
	for _, p := range r.Practices.Items {
		if ids[p.ID] {
			t.Errorf("the id %s is given twice", p.ID)
		}
		ids[p.ID] = true
		for _, v := range p.Data {
			if v.Evidence == "marked" && !marks[[2]int{v.From, v.To}] {
				t.Errorf("%q at %d to %d is no mark", v.Text, v.From, v.To)
			}
		}
	}
}

// A text that is shown leaves the document alone.
func TestRenderIsBesideTheDocument(t *testing.T) {
	e := New()
	if _, err := e.Load(protocol.LoadRequest{Version: 3, Text: "(我们)", View: view}); err != nil {
		t.Fatal(err)
	}
	rendered(t, e, "别的", all)
	r, err := e.Look(protocol.LookRequest{Version: 3, View: view})
	if err != nil || r.Counts.Marks != 1 {
		t.Errorf("the document has %d marks, %v", r.Counts.Marks, err)
	}
}

// Windows add up to the whole, and none is larger than it may be.
func TestRenderWindows(t *testing.T) {
	e := New()
	text := strings.Repeat(strings.Repeat("字", 20000)+"\n\n(我们)会[收集]<电话>。\n\n", 20)
	whole := rendered(t, New(), text, all)
	if n := len(whole.Paragraphs.Items); n == 0 || n == whole.Paragraphs.Total {
		t.Fatalf("%d paragraphs of %d at once", n, whole.Paragraphs.Total)
	}
	var kinds, ids []string
	for first, total := 0, 1; first < total; {
		r := rendered(t, e, text, protocol.RenderRequest{Paragraphs: protocol.Window{First: first, Count: 7}})
		if len(r.Paragraphs.Items) == 0 || len(r.Paragraphs.Items) > 7 || r.Paragraphs.First != first || len(r.Practices.Items) > 0 {
			t.Fatalf("from %d: %d paragraphs from %d, %d practices", first, len(r.Paragraphs.Items), r.Paragraphs.First, len(r.Practices.Items))
		}
		for _, p := range r.Paragraphs.Items {
			kinds = append(kinds, p.Kind)
		}
		first, total = first+len(r.Paragraphs.Items), r.Paragraphs.Total
	}
	if len(kinds) != 40 {
		t.Errorf("%d paragraphs", len(kinds))
	}
	for first := range 20 {
		r := rendered(t, e, text, protocol.RenderRequest{Practices: protocol.Window{First: first, Count: 1}})
		ids = append(ids, r.Practices.Items[0].ID)
	}
	for i, p := range whole.Practices.Items {
		if p.ID != ids[i] {
			t.Errorf("practice %d is %s, want %s", i, ids[i], p.ID)
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	if _, err := New().Render(protocol.RenderRequest{Text: strings.Repeat("a", maxFile+1), Lang: "en"}); err == nil || !strings.Contains(err.Error(), "128 MB") {
		t.Errorf("a text that is too large: %v", err)
	}
}
