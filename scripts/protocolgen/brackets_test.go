package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/syntax"
)

// signsAlone is a literal of Go, TypeScript, CSS or HTML that holds signs alone, as a
// table of brackets does.
var signsAlone = regexp.MustCompile("\"([^\\pL\\pN\\s\"]*)\"|'([^\\pL\\pN\\s']*)'|`([^\\pL\\pN\\s`]*)`")

// spellThem are files that spell brackets and may, with the reason.
var spellThem = map[string]string{
	"core/syntax/kind.go":          "the one table",
	"web/src/engine/kinds.gen.ts":  "generated from it",
	"core/render/mdescape.go":      "escapes the signs of Markdown and HTML",
	"core/annotate/trim.go":        "pairs of punctuation in prose, whatever they are in the markup",
	"scripts/eval/markupfaults.go": "writes faulty markup, as a person who types it",
}

// spellsBrackets reports whether a source text has literals that together hold all
// brackets that open a mark, or all that close one.
func spellsBrackets(text string) bool {
	var spelled strings.Builder
	for _, m := range signsAlone.FindAllStringSubmatch(text, -1) {
		spelled.WriteString(m[1] + m[2] + m[3])
	}
	has := func(bracket func(syntax.Kind) string) bool {
		for _, k := range syntax.Kinds {
			if !strings.Contains(spelled.String(), bracket(k)) {
				return false
			}
		}
		return true
	}
	return has(syntax.Kind.Open) || has(syntax.Kind.Close)
}

// Only core/syntax says which bracket is of which kind, and what is generated from it.
func TestOneTableOfBrackets(t *testing.T) {
	root := filepath.Join("..", "..")
	spelling := map[string]bool{}
	for _, dir := range []string{"core", "wasm", "scripts", "web/src", "web/package", "web/docs", "web/sites"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name := d.Name()
			if d.IsDir() {
				if name == "node_modules" || name == "testdata" || name == "dist" || name == "cache" {
					return filepath.SkipDir
				}
				return nil
			}
			isTest := strings.HasSuffix(name, "_test.go") || strings.Contains(name, ".test.") || strings.Contains(name, ".spec.")
			switch filepath.Ext(name) {
			case ".go", ".ts", ".js", ".mjs", ".css", ".html", ".vue":
			default:
				return nil
			}
			if isTest {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if spellsBrackets(string(data)) {
				rel, _ := filepath.Rel(root, path)
				spelling[filepath.ToSlash(rel)] = true
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for path, reason := range spellThem {
		if !spelling[path] {
			t.Errorf("%s spells no brackets, and is listed here: %s", path, reason)
		}
		delete(spelling, path)
	}
	for path := range spelling {
		t.Errorf("%s spells the brackets of the kinds; core/syntax has them, and web/src/engine/kinds.gen.ts for the page", path)
	}
}

func TestSpellsBrackets(t *testing.T) {
	for text, want := range map[string]bool{
		`new Set("()[]<>{}")`:                     true,
		`open: "(" open: "[" open: "<" open: "{"`: true,
		`')' ']' '>' '}'`:                         true,
		"content: '(' `[` \"<\"":                  false,
		`if (a[0] < b) { return "x" }`:            false,
	} {
		if spellsBrackets(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
