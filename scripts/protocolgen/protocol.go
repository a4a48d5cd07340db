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
	engine      iface   // embeds the parts, and has methods of its own
	parts       []iface // in the order in which the engine embeds them
	methods     []method
	types       []typeDecl
	byName      map[string]*typeDecl
}

// engineName is the name of the interface that holds all methods.
const engineName = "Engine"

// iface is an interface: methods of its own, and the names of those that it embeds.
type iface struct {
	name, doc string
	methods   []method
	embeds    []string
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
	optional  bool   // a pointer to typ, a struct: nil for none
}

// readProtocol reads the files of a folder but those that are generated.
func readProtocol(dir string) (*protocol, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	p := &protocol{byName: map[string]*typeDecl{}}
	interfaces := map[string]iface{}
	for _, path := range paths {
		if strings.HasSuffix(path, ".gen.go") || strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if err := p.readFile(file, interfaces); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := p.joinInterfaces(interfaces); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	for i := range p.types {
		p.byName[p.types[i].name] = &p.types[i]
	}
	p.fingerprint = p.computeFingerprint()
	return p, p.check()
}

// readFile adds what one file declares: types to p, and interfaces by their name.
func (p *protocol) readFile(file *ast.File, interfaces map[string]iface) error {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.TYPE {
			continue
		}
		spec := gen.Specs[0].(*ast.TypeSpec)
		doc := gen.Doc.Text()
		switch t := spec.Type.(type) {
		case *ast.InterfaceType:
			i, err := readInterface(t)
			if err != nil {
				return fmt.Errorf("%s: %w", spec.Name.Name, err)
			}
			i.name, i.doc = spec.Name.Name, doc
			interfaces[i.name] = i
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

func readInterface(t *ast.InterfaceType) (iface, error) {
	var i iface
	for _, m := range t.Methods.List {
		switch t := m.Type.(type) {
		case *ast.Ident:
			i.embeds = append(i.embeds, t.Name)
		case *ast.FuncType:
			i.methods = append(i.methods, method{
				name:    m.Names[0].Name,
				doc:     m.Doc.Text(),
				request: t.Params.List[0].Type.(*ast.Ident).Name,
				result:  t.Results.List[0].Type.(*ast.Ident).Name,
			})
		default:
			return i, fmt.Errorf("an interface of the protocol has methods and other interfaces")
		}
	}
	return i, nil
}

// joinInterfaces finds the engine and its parts, and lists the methods of all. An
// interface that is no part is an error, and so is a part of a part.
func (p *protocol) joinInterfaces(interfaces map[string]iface) error {
	engine, found := interfaces[engineName]
	if !found {
		return fmt.Errorf("there is no interface %s", engineName)
	}
	p.engine = engine
	p.methods = engine.methods
	for _, name := range engine.embeds {
		part, found := interfaces[name]
		switch {
		case !found:
			return fmt.Errorf("%s embeds %s, which is not declared", engineName, name)
		case len(part.embeds) > 0:
			return fmt.Errorf("%s embeds an interface; only %s does", name, engineName)
		}
		p.parts = append(p.parts, part)
		p.methods = append(p.methods, part.methods...)
	}
	if len(interfaces) != 1+len(p.parts) {
		return fmt.Errorf("%d interfaces are no parts of %s", len(interfaces)-1-len(p.parts), engineName)
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
		case *ast.StarExpr:
			one.typ, one.optional = t.X.(*ast.Ident).Name, true
		default:
			return nil, fmt.Errorf("%s: a field is a value, a list of values or a pointer to a struct", f.Names[0].Name)
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

// check returns an error for a type that is not declared, two methods of one name, and
// an optional field that no codec knows: of a request, or of what is no struct.
func (p *protocol) check() error {
	seen := map[string]bool{}
	for _, m := range p.methods {
		if p.byName[m.request] == nil || p.byName[m.result] == nil {
			return fmt.Errorf("method %s: %s or %s is not declared", m.name, m.request, m.result)
		}
		if seen[m.name] {
			return fmt.Errorf("method %s: there are two of this name", m.name)
		}
		seen[m.name] = true
	}
	for _, t := range p.reachable(func(m method) string { return m.request }) {
		for _, f := range t.fields {
			if f.optional {
				return fmt.Errorf("%s.%s: only answers have optional fields", t.name, f.name)
			}
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
			if f.optional && (p.byName[f.typ] == nil || p.byName[f.typ].isString) {
				return fmt.Errorf("%s.%s: an optional field is a struct", t.name, f.name)
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
			fmt.Fprintln(&b, f.name, f.typ, f.list, f.optional)
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
