package reading_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice/reading"
)

// The words by which practices are read are data, in the lexicon, so that somebody who
// knows language but no Go can read and change them. No word stands in the code but these; "" are all
// of a file.
var wordsInCode = []struct{ file, word, why string }{
	{"explain.go", "", "the reasons for readings, as they are shown, by the names of the rules"},
	{"practice.go", "", "names of evidence and of parties, in an order"},
	{"subjects_chinese.go", "我们", "shown, for a party that no words name"},
	{"subjects_chinese.go", "您", "shown, for a party that no words name"},
	{"assembly_english.go", "your", "shown otherwise, for whom the possessive names: you"},
	{"assembly_english.go", "our", "shown otherwise, for whom the possessive names: we"},
	{"assembly_english.go", "their", "shown otherwise, for whom the possessive names: they"},
	{"assembly_english.go", "users'", "shown otherwise, for whom the possessive names: users"},
	{"subjects_phrase_chinese.go", "本", "the start of a name, and a part of too many words to be one of the lexicon"},
	{"polarity_commas_english.go", "ly", "an ending, no word"},
	{"subjects_phrase_english.go", "ing", "an ending, no word"},
	{"subjects_phrase_english.go", "ed", "an ending, no word"},
	{"subjects_phrase_english.go", "s", "the ending of a plural, no word"},
	{"subjects_phrase_english.go", "ss", "an ending, no word"},
	{"references.go", "s", "the ending of an English plural, no word"},
}

func TestWordsStandInTheLexicon(t *testing.T) {
	met := make([]bool, len(wordsInCode))
	for _, dir := range [...]string{".", ".."} {
		paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %d files, %v", dir, len(paths), err)
		}
		sources := map[string]string{}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if name := filepath.Base(path); !strings.HasSuffix(name, "_test.go") {
				sources[name] = string(text)
			}
		}
		for _, w := range wordsOf(t, sources) {
			known := false
			for i, e := range wordsInCode {
				if e.file == w.file && (e.word == w.word || e.word == "") {
					met[i], known = true, true
				}
			}
			if !known {
				t.Errorf("%s:%d: the word %q stands in the code: give it a class or a trait in the lexicon", filepath.Join(dir, w.file), w.line, w.word)
			}
		}
	}
	for i, e := range wordsInCode {
		if !met[i] {
			t.Errorf("%s: no word %q, which is listed because: %s", e.file, e.word, e.why)
		}
	}
}

// A word is found wherever it may decide something, and what is no word is not.
func TestWordsInCodeAreFound(t *testing.T) {
	for source, want := range map[string]string{
		`func f(e E) bool { return e.Word == "to" }`:                                          "to",
		`func f(e E) bool { return "to" != e.Lemma }`:                                         "to",
		`func f(e E) int { switch e.Word { case "it", "them": return 1 }; return 0 }`:         "it them",
		`func f(s string) bool { return strings.HasPrefix(s, "used") }`:                       "used",
		`func f(s string) string { return strings.TrimSuffix(s, "s") }`:                       "s",
		`func f(s string) bool { return lists[s+"x"] || lists["means"] }`:                     "means",
		`var lists = map[string]bool{"we": true}`:                                             "we",
		`var lists = [...]string{"the ", "this "}`:                                            "the  this ",
		"const plural = \"s\"\nfunc f(s string) bool { return strings.HasSuffix(s, plural) }": "s",
		`var shown = "我们"`:                        "我们",
		`func f(c rune) bool { return c == '等' }`: "等",
		// What is shown, named or punctuation decides nothing.
		`func f() string { return "we" }`:                          "",
		`var r = rule{name: "object-right"}`:                       "",
		`func f(s string) bool { return s == "-" || s[0] == '，' }`: "",
		`func f(l link) bool { return l.rule == "object-right" }`:  "",
		`var names = map[kind]string{actor: "party"}`:              "",
	} {
		var got []string
		for _, w := range wordsOf(t, map[string]string{"f.go": "package f\n" + source}) {
			got = append(got, w.word)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: found %q, want %q", source, s, want)
		}
	}
}

// wordInCode is a word that a literal in a Go file spells.
type wordInCode struct {
	file, word string
	line       int
}

// wordsOf returns the words that the files of a package spell, in the order of the text:
// all that are Chinese, and the English ones that decide something.
func wordsOf(t *testing.T, sources map[string]string) []wordInCode {
	set := token.NewFileSet()
	files := map[string]*ast.File{}
	constants := map[string]*ast.BasicLit{}
	for name, source := range sources {
		f, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = f
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == len(spec.Names) {
				for i, value := range spec.Values {
					if lit, ok := value.(*ast.BasicLit); ok {
						constants[spec.Names[i].Name] = lit
					}
				}
			}
			return true
		})
	}
	var found []wordInCode
	for name, f := range files {
		seen := map[token.Pos]bool{}
		add := func(lit *ast.BasicLit, at token.Pos) {
			if word := unquoted(lit); !seen[at] && strings.ContainsFunc(word, unicode.IsLetter) && !isRule(word) {
				seen[at] = true
				found = append(found, wordInCode{name, word, set.Position(at).Line})
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && strings.ContainsFunc(unquoted(lit), isHan) {
				add(lit, lit.Pos())
			}
			for _, e := range deciding(n) {
				switch e := e.(type) {
				case *ast.BasicLit:
					add(e, e.Pos())
				case *ast.Ident:
					if lit := constants[e.Name]; lit != nil {
						add(lit, e.Pos())
					}
				}
			}
			return true
		})
	}
	slices.SortStableFunc(found, func(a, b wordInCode) int {
		if c := strings.Compare(a.file, b.file); c != 0 {
			return c
		}
		return a.line - b.line
	})
	return found
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

// isRule reports whether a text is the name of a rule, as derivations hold them.
func isRule(s string) bool {
	return strings.Contains(s, "-") && reading.Explain(s) != (locale.Text{})
}

// unquoted returns what a literal of text says, "" for numbers.
func unquoted(lit *ast.BasicLit) string {
	switch lit.Kind {
	case token.STRING:
		s, _ := strconv.Unquote(lit.Value)
		return s
	case token.CHAR:
		c, _, _, _ := strconv.UnquoteChar(lit.Value[1:], '\'')
		return fmt.Sprintf("%c", c)
	}
	return ""
}

// lookups are the functions of package strings that look for one text in another.
var lookups = []string{"HasPrefix", "HasSuffix", "CutPrefix", "CutSuffix", "TrimPrefix", "TrimSuffix", "Contains", "ContainsAny", "Index", "IndexAny", "LastIndex", "LastIndexAny", "Cut", "EqualFold", "Count", "Split"}

// deciding returns the parts of a node by which a text is told from others: sides of a
// comparison, cases, what is looked for, keys of a map, members of a list of texts.
func deciding(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if (n.Op == token.EQL || n.Op == token.NEQ) && !names(n.X) && !names(n.Y) {
			return []ast.Expr{n.X, n.Y}
		}
	case *ast.SwitchStmt:
		var list []ast.Expr
		if n.Tag == nil || names(n.Tag) {
			return nil
		}
		for _, clause := range n.Body.List {
			list = append(list, clause.(*ast.CaseClause).List...)
		}
		return list
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains(lookups, f.Sel.Name) {
			return n.Args
		}
	case *ast.IndexExpr:
		return []ast.Expr{n.Index}
	case *ast.CompositeLit:
		switch typ := n.Type.(type) {
		case *ast.ArrayType:
			if isString(typ.Elt) {
				return n.Elts
			}
		case *ast.MapType:
			if !isString(typ.Key) {
				return nil
			}
			var keys []ast.Expr
			for _, e := range n.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					keys = append(keys, pair.Key)
				}
			}
			return keys
		}
	}
	return nil
}

func isString(e ast.Expr) bool {
	name, ok := e.(*ast.Ident)
	return ok && name.Name == "string"
}

// names reports whether an expression is the name of something in the code rather than
// words of a text: of a rule, of a role, or the key of a qualifier.
func names(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return slices.Contains([]string{"rule", "Rule", "Name", "Key", "name"}, e.Sel.Name)
	case *ast.Ident:
		return e.Name == "rule" || e.Name == "role"
	}
	return false
}
