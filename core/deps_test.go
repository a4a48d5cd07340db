package core_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which packages of the project each package may import; nothing
// points back. A package that is not here fails the test, so that its place is
// thought about.
var layers = map[string][]string{
	"core/locale":           {},
	"core/sequence":         {},
	"core/source":           {},
	"core/syntax":           {"core/sequence", "core/source"},
	"core/lexicon":          {"core/locale"},
	"core/outline":          {"core/source", "core/syntax", "core/lexicon"},
	"core/annotate":         {"core/locale", "core/source", "core/syntax"},
	"core/practice":         {"core/source", "core/syntax", "core/lexicon"},
	"core/practice/reading": {"core/locale", "core/source", "core/syntax", "core/lexicon", "core/outline", "core/practice"},
	"core/suggest":          {"core/locale", "core/source", "core/syntax", "core/lexicon", "core/practice", "core/practice/reading"},
	"core/rule":             {"core/locale", "core/source", "core/syntax", "core/practice"},
	"core/rules": {"core/locale", "core/source", "core/syntax", "core/lexicon", "core/outline", "core/practice",
		"core/annotate", "core/rule"},
	"core/compare": {"core/locale", "core/source", "core/syntax", "core/lexicon", "core/outline", "core/practice",
		"core/practice/reading", "core/annotate"},
	"core": {"core/compare", "core/lexicon", "core/locale", "core/sequence", "core/source", "core/syntax", "core/practice", "core/practice/reading", "core/annotate",
		"core/rule", "core/rules", "core/suggest"},
	"core/exchange": {"core", "core/locale", "core/source", "core/syntax", "core/lexicon", "core/outline",
		"core/practice", "core/practice/reading"},
	"core/sheet":  {"core", "core/source", "core/syntax", "core/practice"},
	"core/render": {"core", "core/locale", "core/syntax", "core/lexicon", "core/practice", "core/sheet"},
	"core/cmd/policymark": {"core", "core/compare", "core/locale", "core/source", "core/syntax", "core/practice", "core/rule", "core/rules",
		"core/exchange", "core/sheet", "core/render"},
	"wasm/protocol": {},
	"wasm/engine": {"core", "core/locale", "core/source", "core/syntax", "core/lexicon", "core/outline", "core/practice", "core/practice/reading",
		"core/annotate", "core/compare", "core/rule", "core/rules", "core/sheet", "core/suggest", "wasm/protocol"},
	"wasm/convert": {"wasm/protocol"},
	"wasm/bridge":  {"core/locale", "wasm/protocol", "wasm/convert", "wasm/engine"},
	"wasm":         {"wasm/bridge", "wasm/engine", "wasm/protocol"},
}

// outside says who alone may import a package from outside the project.
var outside = map[string][]string{
	"github.com/hack-pad/safejs":   {"wasm/convert", "wasm/bridge"},
	"github.com/sergi/go-diff":     {"core/compare"},
	"github.com/rivo/uniseg":       {},
	"github.com/piprate/json-gold": {"core/exchange"},
	"github.com/yuin/goldmark":     {},
	"syscall/js":                   {},
	"os":                           {"core/cmd/policymark", "wasm"},
	"net":                          {},
	"time":                         {"wasm/engine"},
	"regexp":                       {},
	"encoding/json":                {"core/cmd/policymark", "core/exchange"},
	"encoding/csv":                 {"core/exchange"},
}

const module = "github.com/policymark/policymark/"

func TestDirections(t *testing.T) {
	for _, top := range []string{"core", "wasm"} {
		root := filepath.Join("..", top)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			rel, err := filepath.Rel("..", filepath.Dir(path))
			if err != nil {
				return err
			}
			checkImports(t, filepath.ToSlash(rel), path)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func checkImports(t *testing.T, pkg, path string) {
	t.Helper()
	allowed, known := layers[pkg]
	if !known {
		t.Errorf("%s has no place among the layers: give it one", pkg)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if own, found := strings.CutPrefix(name, module); found {
			if !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which its layer may not", path, own)
			}
			continue
		}
		if name == "net/url" && pkg == "core/cmd/policymark" {
			continue // it writes addresses and opens nothing
		}
		for prefix, who := range outside {
			if (name == prefix || strings.HasPrefix(name, prefix+"/")) && !slices.Contains(who, pkg) {
				t.Errorf("%s imports %s, which is for %v alone", path, name, who)
			}
		}
	}
}
