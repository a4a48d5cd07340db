package main

import (
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// protocol is what the files of wasm/protocol say.
type protocol struct {
	fingerprint string
	doc         string
	methods     []method
	types       []typeDecl
	byName      map[string]*typeDecl
}

type method struct {
	name, doc, request, result string
}

type typeDecl struct {
	name, doc string
	values    []string // of a string type: the values that its comment quotes
	fields    []field  // of a struct
	isString  bool
}

type field struct {
	name, doc string
	typ       string // string, int, bool, []byte, a declared type
	list      bool   // a list of typ
}

// readProtocol reads the files of a folder but those that are generated.
func readProtocol(dir string) (*protocol, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	p := &protocol{byName: map[string]*typeDecl{}}
	for _, path := range paths {
		if strings.HasSuffix(path, ".gen.go") || strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if err := p.readFile(file); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	if len(p.methods) == 0 {
		return nil, fmt.Errorf("%s holds no interface", dir)
	}
	for i := range p.types {
		p.byName[p.types[i].name] = &p.types[i]
	}
	p.fingerprint = p.computeFingerprint()
	return p, p.check()
}

// readFile adds what one file declares.
func (p *protocol) readFile(file *ast.File) error {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.TYPE {
			continue
		}
		spec := gen.Specs[0].(*ast.TypeSpec)
		doc := gen.Doc.Text()
		switch t := spec.Type.(type) {
		case *ast.InterfaceType:
			p.doc = doc
			for _, m := range t.Methods.List {
				f := m.Type.(*ast.FuncType)
				p.methods = append(p.methods, method{
					name:    m.Names[0].Name,
					doc:     m.Doc.Text(),
					request: f.Params.List[0].Type.(*ast.Ident).Name,
					result:  f.Results.List[0].Type.(*ast.Ident).Name,
				})
			}
		case *ast.StructType:
			d := typeDecl{name: spec.Name.Name, doc: doc}
			var err error
			if d.fields, err = readFields(t); err != nil {
				return fmt.Errorf("%s: %w", spec.Name.Name, err)
			}
			p.types = append(p.types, d)
		case *ast.Ident:
			p.types = append(p.types, typeDecl{name: spec.Name.Name, doc: doc, isString: true, values: quoted(doc)})
		default:
			return fmt.Errorf("%s: a type of the protocol is a struct or a string", spec.Name.Name)
		}
	}
	return nil
}

func readFields(t *ast.StructType) ([]field, error) {
	var fields []field
	for _, f := range t.Fields.List {
		one := field{doc: f.Doc.Text()}
		switch t := f.Type.(type) {
		case *ast.Ident:
			one.typ = t.Name
		case *ast.ArrayType:
			one.typ, one.list = t.Elt.(*ast.Ident).Name, true
			if one.typ == "byte" {
				one.typ, one.list = "[]byte", false
			}
		default:
			return nil, fmt.Errorf("%s: a field is a value or a list of values", f.Names[0].Name)
		}
		for _, name := range f.Names {
			one.name = name.Name
			fields = append(fields, one)
		}
	}
	return fields, nil
}

var quotedWord = regexp.MustCompile(`"([a-z_]+)"`)

// quoted returns the values of a string type: the words that its comment quotes.
func quoted(doc string) []string {
	var words []string
	for _, m := range quotedWord.FindAllStringSubmatch(doc, -1) {
		words = append(words, m[1])
	}
	return words
}

// check returns an error for a type that is not declared.
func (p *protocol) check() error {
	for _, m := range p.methods {
		if p.byName[m.request] == nil || p.byName[m.result] == nil {
			return fmt.Errorf("method %s: %s or %s is not declared", m.name, m.request, m.result)
		}
	}
	for _, t := range p.types {
		for _, f := range t.fields {
			switch f.typ {
			case "string", "int", "bool", "[]byte":
			default:
				if p.byName[f.typ] == nil {
					return fmt.Errorf("%s.%s: %s is not declared", t.name, f.name, f.typ)
				}
			}
		}
	}
	return nil
}

// computeFingerprint hashes all but the comments, so that wording is free to
// change.
func (p *protocol) computeFingerprint() string {
	var b strings.Builder
	for _, m := range p.methods {
		fmt.Fprintln(&b, m.name, m.request, m.result)
	}
	for _, t := range p.types {
		fmt.Fprintln(&b, t.name, t.isString, t.values)
		for _, f := range t.fields {
			fmt.Fprintln(&b, f.name, f.typ, f.list)
		}
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(b.String())))[:12]
}

// reachable returns the names of the types that the given ones lead to, in the
// order of the file.
func (p *protocol) reachable(from func(method) string) []typeDecl {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		t := p.byName[name]
		if t == nil || seen[name] || t.isString {
			return
		}
		seen[name] = true
		for _, f := range t.fields {
			visit(f.typ)
		}
	}
	for _, m := range p.methods {
		visit(from(m))
	}
	var out []typeDecl
	for _, t := range p.types {
		if seen[t.name] {
			out = append(out, t)
		}
	}
	return out
}

// binary returns the name of the field of bytes that t has, "" for none.
func (t *typeDecl) binary() string {
	for _, f := range t.fields {
		if f.typ == "[]byte" {
			return f.name
		}
	}
	return ""
}

// lower returns a Go name as JavaScript writes it.
func lower(name string) string {
	if name == strings.ToUpper(name) {
		return strings.ToLower(name)
	}
	return strings.ToLower(name[:1]) + name[1:]
}
