package core_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// maxBranches is how many branches a function may have: more than that nobody keeps in
// mind. Counted are if, for, range, the cases of switch and select, and each && and ||.
const maxBranches = 25

// mayBranch are the functions that may have more, by file and name, with the reason.
var mayBranch = map[string]string{}

func branchesOf(fn ast.Node) int {
	n := 0
	ast.Inspect(fn, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil { // all but default
				n++
			}
		case *ast.CommClause:
			if x.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func TestFewBranches(t *testing.T) {
	root := ".."
	listed := map[string]bool{}
	for _, dir := range []string{"core", "wasm", "scripts"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			rel = filepath.ToSlash(rel)
			if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, ".gen.go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				name := rel + " " + fn.Name.Name
				switch n := branchesOf(fn); {
				case n <= maxBranches:
				case mayBranch[name] == "":
					t.Errorf("%s has %d branches, more than %d: say part of it by a function of its own", name, n, maxBranches)
				default:
					listed[name] = true
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, reason := range mayBranch {
		if !listed[name] {
			t.Errorf("%s has no more than %d branches, and is listed here: %s", name, maxBranches, reason)
		}
	}
}

func TestBranchesOf(t *testing.T) {
	for body, want := range map[string]int{
		"":                                0,
		"if a && b || c { return }":       3,
		"if a { } else if b { } else { }": 2,
		"for range 3 { for { } }":         2,
		"switch x { case 1, 2: case 3: default: }": 2,
		"select { case <-c: default: }":            1,
		"f := func() { if a { } }; f()":            1,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", fmt.Sprintf("package p\nfunc f() { %s }", body), 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := branchesOf(file); got != want {
			t.Errorf("%q has %d branches, want %d", body, got, want)
		}
	}
}
