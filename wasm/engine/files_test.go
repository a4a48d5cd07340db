package engine

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

func TestRereadAndEncode(t *testing.T) {
	raw := []byte("\xef\xbb\xbf(1) [a](b)\r\n1\\. c\r\n")
	e := New()
	d, err := e.Decode(protocol.DecodeRequest{Data: raw, Reading: "plain"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Load(protocol.LoadRequest{Version: 1, Text: d.Text, View: view})
	if err != nil || r.Counts.Marks != 0 {
		t.Fatalf("%+v, %v", r.Counts, err)
	}
	out, err := e.Encode(protocol.EncodeRequest{Version: 1, Original: raw, Reading: "plain"})
	if err != nil || string(out.Data) != string(raw) {
		t.Errorf("unchanged it saves as %q, %v", out.Data, err)
	}
	c, err := e.Reread(protocol.RereadRequest{Version: 1, Reading: "markup"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := apply(t, d.Text, c), "(1) [a](b)\n1\\. c\n"; got != want {
		t.Errorf("as markup it is %q, want %q", got, want)
	}
	p, err := e.Plain(protocol.RangeRequest{Version: 1, From: 0, To: 1 << 20})
	if err != nil || p.Text != "(1) [a](b)\n1\\. c\n" {
		t.Errorf("its plain text is %q, %v", p.Text, err)
	}
}

// A file that is decoded and loaded after it was inspected is not read again, and
// nothing of it is left when another is.
func TestInspectedThenLoaded(t *testing.T) {
	e := New()
	file := []byte("\ufeff(我们)会[收集]<电话>。\r\n")
	if _, err := e.Inspect(protocol.InspectRequest{Data: file}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		data []byte
		text string
	}{{file, "(我们)会[收集]<电话>。\n"}, {[]byte("<a>"), "<a>"}} {
		decoded, err := e.Decode(protocol.DecodeRequest{Data: test.data})
		if err != nil || decoded.Text != test.text {
			t.Fatalf("%q is decoded as %q, %v", test.data, decoded.Text, err)
		}
	}
	tree := e.inspected.tree
	for _, text := range []string{"(我们)会[收集]<电话>。\n", "<a>"} {
		r, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view})
		if err != nil {
			t.Fatal(err)
		}
		if got := e.doc.Tree().Text(); got != text || r.Counts.Marks != syntax.Parse(text).Sum().Marks {
			t.Fatalf("loaded %q with %d marks, want %q", got, r.Counts.Marks, text)
		}
		if isSame := e.doc.Tree().At(0) == tree.At(0); isSame != (text != "<a>") {
			t.Fatalf("%q was not read again: %v", text, isSame)
		}
		if e.inspected != nil {
			t.Fatal("the file is still remembered")
		}
	}
}

func TestInspect(t *testing.T) {
	e := New()
	for _, tt := range []struct {
		name, data string
		want       protocol.Reading
		refused    bool
	}{
		{"annotated", example(t, "shop-zh.policymark.txt"), "markup", false},
		{"plain", example(t, "plain-zh.txt"), "plain", false},
		{"binary", "\x00\x01\x02\x03" + strings.Repeat("\x00\x01", 50), "", true},
		{"empty", "", "markup", false},
	} {
		for _, lang := range []protocol.Lang{"zh", "en"} {
			in, err := e.Inspect(protocol.InspectRequest{Data: []byte(tt.data), Lang: lang})
			if err != nil || in.Recommended != tt.want || (in.Refusal != "") != tt.refused {
				t.Errorf("%s: %+v, %v", tt.name, in, err)
			}
		}
	}
}
