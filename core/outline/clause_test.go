package outline

import (
	"strings"
	"testing"
)

func TestClauses(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"我们会收集姓名、电话，用于配送；不会出售。", "我们会收集姓名、电话|用于配送|不会出售"},
		{"We collect, use and store 1,024 things: names, mails.", "We collect|use and store 1,024 things|names|mails"},
		{"See Co. Ltd. at 10:30. Then go!", "See Co. Ltd. at 10:30|Then go"},
		{"一行\n二行", "一行|二行"},
		{"，，", ""},
		{"", ""},
	} {
		var got []string
		for _, c := range Clauses(tt.text) {
			got = append(got, tt.text[c.Start:c.End])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, s, tt.want)
		}
	}
}

func TestNextClauseEdge(t *testing.T) {
	text := "甲，乙丙，丁"
	for _, tt := range []struct {
		at        string // what stands before the edge
		end, back bool
		want      string
	}{
		{"甲", true, false, "甲，乙丙"},
		{"甲，乙", true, false, "甲，乙丙"},
		{"甲，乙丙", true, true, "甲"},
		{"甲，乙", false, true, "甲，"},
		{"甲，", false, true, ""},
		{"甲，", false, false, "甲，乙丙，"},
		{text, true, false, text},
		{"", false, true, ""},
	} {
		if got := text[:NextClauseEdge(text, len(tt.at), tt.end, tt.back)]; got != tt.want {
			t.Errorf("from %q (end %v, back %v): %q, want %q", tt.at, tt.end, tt.back, got, tt.want)
		}
	}
}
