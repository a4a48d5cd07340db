package main

import (
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStart(t *testing.T) {
	dir := t.TempDir()
	list := "package rules\n\nvar All = []*rule.Rule{\n\tfirst,\n}\n\nfunc f() {\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "rules.go"), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := start(dir, "no-such-thing"); err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if want := strings.Replace(list, "\tfirst,\n", "\tfirst,\n\tnoSuchThing,\n", 1); read("rules.go") != want {
		t.Errorf("the list became %q", read("rules.go"))
	}
	code := read("no_such_thing.go")
	if formatted, err := format.Source([]byte(code)); err != nil || string(formatted) != code || !strings.Contains(code, `"no-such-thing"`) {
		t.Errorf("the code is not as gofmt has it: %v", err)
	}
	if !strings.HasPrefix(read("no_such_thing.md"), "# no-such-thing\n") {
		t.Error("the page has no heading")
	}
	if err := start(dir, "no-such-thing"); err == nil {
		t.Error("it wrote over a rule that is there")
	}
	for _, bad := range []string{"", "Upper", "-a", "a_b", "long-mark"} {
		if err := start(dir, bad); err == nil {
			t.Errorf("%q is taken for a name", bad)
		}
	}
}
