package rule

import "testing"

func TestBase(t *testing.T) {
	for front, want := range map[string]string{
		"":                                       "",
		"---\ntitle: x\nbase: no\n---\n":         "",
		"---\npolicymark:\n  base: a.txt\n---\n": "a.txt",
		"---\npolicymark:\n  rules:\n    base: off\n  base: \"b c.txt\" # published\n---\n": "b c.txt",
		"---\npolicymark:\n  rules:\n    base: off\n---\n":                                  "",
		"---\npolicymark:\n  base:\nother:\n  base: x\n---\n":                               "",
	} {
		got, at, ok := Base(front)
		if got != want || ok != (want != "") || ok && unquote(front[at.Start:at.End]) != want {
			t.Errorf("%q: %q, %v at %v, want %q", front, got, ok, at, want)
		}
	}
}
