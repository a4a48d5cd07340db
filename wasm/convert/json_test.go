package convert

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/policymark/policymark/wasm/protocol"
)

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "我们", "\"\\\n\t\x00\x1f\x7f", "\xff😊\xed\xa0\x80", "<b>&", "\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil {
			t.Fatalf("%q becomes %s: %v", s, appendString(nil, s), err)
		}
		var want []rune
		for _, r := range s { // ranging gives U+FFFD for each invalid byte
			want = append(want, r)
		}
		if got != string(want) || !utf8.ValidString(got) {
			t.Fatalf("%q reads back as %q", s, got)
		}
	})
}

func TestReportIsJSON(t *testing.T) {
	r := protocol.Report{
		Version:   3,
		Analysed:  true,
		Marks:     []protocol.Mark{{Kind: "actor", To: 4}, {Kind: "data"}},
		Practices: protocol.PracticeList{Items: []protocol.Practice{{ID: "p\"1", Section: []string{"一、"}}}, AtCaret: -1},
	}
	var got map[string]any
	var w Writer
	WriteReport(&w, &r)
	if err := json.Unmarshal([]byte(w.JSON()), &got); err != nil {
		t.Fatal(err)
	}
	practices := got["practices"].(map[string]any)
	if got["version"] != 3.0 || got["analysed"] != true || practices["atCaret"] != -1.0 {
		t.Errorf("got %v", got)
	}
	if items := practices["items"].([]any); items[0].(map[string]any)["id"] != "p\"1" {
		t.Errorf("got %v", items)
	}
	// A list is never null.
	for _, name := range []string{"hidden", "squiggles", "ticks"} {
		if list, ok := got[name].([]any); !ok || len(list) != 0 {
			t.Errorf("%s is %v, want an empty list", name, got[name])
		}
	}
}
