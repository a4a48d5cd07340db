package rules

import (
	"strings"
	"testing"
)

// A text that is taken to be folded already is so.
func TestMayFold(t *testing.T) {
	for _, s := range spellings {
		if !strings.ContainsFunc(s[0], mayFold) {
			t.Errorf("mayFold overlooks %q", s[0])
		}
	}
	for _, tt := range []struct{ text, want string }{
		{"手机号", "手机号"}, {"帐号", "账号"}, {"Ｗｅｂ 帐号", "web账号"}, {"其它 信息", "其他信息"}, {"唯一性标识", "唯一标识"},
	} {
		if got := foldSpelling(tt.text); got != tt.want {
			t.Errorf("foldSpelling(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}
