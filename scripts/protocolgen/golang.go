package main

import (
	"fmt"
	"strings"
)

func header(tag, pkg string, imports ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// %s\n\n", notice)
	if tag != "" {
		fmt.Fprintf(&b, "//go:build %s\n\n", tag)
	}
	fmt.Fprintf(&b, "package %s\n\n", pkg)
	for _, i := range imports {
		fmt.Fprintf(&b, "import %q\n", i)
	}
	return b.String()
}

const protocolPath = "github.com/policymark/policymark/wasm/protocol"

func fingerprintGo(p *protocol) string {
	return header("", "protocol") + fmt.Sprintf(`
// Fingerprint stands for the protocol: page and engine must have the same.
const Fingerprint = %q
`, p.fingerprint)
}

// encodeGo writes the codec of what the engine answers: JSON without reflection.
func encodeGo(p *protocol) string {
	var b strings.Builder
	b.WriteString(header("", "convert", protocolPath))
	for _, t := range p.reachable(func(m method) string { return m.result }) {
		fmt.Fprintf(&b, "\n// Append%s appends v as JSON.\nfunc Append%s(b []byte, v *protocol.%s) []byte {\n", t.name, t.name, t.name)
		sep := "{"
		for _, f := range t.fields {
			if f.typ == "[]byte" {
				continue // travels beside the JSON
			}
			fmt.Fprintf(&b, "\tb = append(b, `%s%q:`...)\n", sep, lower(f.name))
			sep = ","
			if f.list {
				fmt.Fprintf(&b, "\tb = append(b, '[')\n\tfor i := range v.%s {\n\t\tif i > 0 {\n\t\t\tb = append(b, ',')\n\t\t}\n", f.name)
				fmt.Fprintf(&b, "\t\t%s\n\t}\n\tb = append(b, ']')\n", p.appendValue(f.typ, "v."+f.name+"[i]"))
			} else {
				fmt.Fprintf(&b, "\t%s\n", p.appendValue(f.typ, "v."+f.name))
			}
		}
		if sep == "{" {
			b.WriteString("\tb = append(b, '{')\n")
		}
		b.WriteString("\treturn append(b, '}')\n}\n")
	}
	return b.String()
}

func (p *protocol) appendValue(typ, expr string) string {
	switch typ {
	case "string":
		return "b = appendString(b, " + expr + ")"
	case "int":
		return "b = appendInt(b, " + expr + ")"
	case "bool":
		return "b = appendBool(b, " + expr + ")"
	}
	if p.byName[typ].isString {
		return "b = appendString(b, string(" + expr + "))"
	}
	return fmt.Sprintf("b = Append%s(b, &%s)", typ, expr)
}

// decodeGo writes the codec of what the page asks: it reads JavaScript objects.
func decodeGo(p *protocol) string {
	var b strings.Builder
	b.WriteString(header("js && wasm", "convert", protocolPath))
	for _, t := range p.reachable(func(m method) string { return m.request }) {
		fmt.Fprintf(&b, "\n// Read%s reads v from an object.\nfunc Read%s(r Reader, v *protocol.%s) {\n", t.name, t.name, t.name)
		for _, f := range t.fields {
			key := lower(f.name)
			if f.list {
				fmt.Fprintf(&b, "\tv.%s = readList(r, %q, func(r Reader, v *%s) { %s })\n", f.name, key, p.goType(f.typ), p.readElement(f.typ))
				continue
			}
			switch t := p.byName[f.typ]; {
			case t == nil:
				read := map[string]string{"string": "String", "int": "Int", "bool": "Bool", "[]byte": "Bytes"}[f.typ]
				fmt.Fprintf(&b, "\tv.%s = r.Field(%q).%s()\n", f.name, key, read)
			case t.isString:
				fmt.Fprintf(&b, "\tv.%s = protocol.%s(r.Field(%q).String())\n", f.name, f.typ, key)
			default:
				fmt.Fprintf(&b, "\tRead%s(r.Field(%q), &v.%s)\n", f.typ, key, f.name)
			}
		}
		b.WriteString("}\n")
	}
	return b.String()
}

func (p *protocol) goType(typ string) string {
	if p.byName[typ] != nil {
		return "protocol." + typ
	}
	return typ
}

func (p *protocol) readElement(typ string) string {
	t := p.byName[typ]
	switch {
	case t == nil:
		return "*v = r." + strings.ToUpper(typ[:1]) + typ[1:] + "()"
	case t.isString:
		return "*v = protocol." + typ + "(r.String())"
	}
	return "Read" + typ + "(r, v)"
}

// dispatchGo writes the table from a method's name to its call.
func dispatchGo(p *protocol) string {
	var b strings.Builder
	b.WriteString(header("js && wasm", "bridge", protocolPath, "github.com/policymark/policymark/wasm/convert"))
	b.WriteString(`
// dispatch calls the method of that name. The answer is JSON, and bytes beside
// it when the result has any; known is false when there is no such method.
func dispatch(e protocol.Engine, name string, r convert.Reader) (json, data []byte, known bool, err error) {
	switch name {
`)
	for _, m := range p.methods {
		fmt.Fprintf(&b, "\tcase %q:\n\t\tvar request protocol.%s\n\t\tconvert.Read%s(r, &request)\n", lower(m.name), m.request, m.request)
		b.WriteString("\t\tif err := r.Err(); err != nil {\n\t\t\treturn nil, nil, true, err\n\t\t}\n")
		fmt.Fprintf(&b, "\t\tresult, err := e.%s(request)\n\t\tif err != nil {\n\t\t\treturn nil, nil, true, err\n\t\t}\n", m.name)
		data := "nil"
		if name := p.byName[m.result].binary(); name != "" {
			data = "result." + name
		}
		fmt.Fprintf(&b, "\t\treturn convert.Append%s(nil, &result), %s, true, nil\n", m.result, data)
	}
	b.WriteString("\t}\n\treturn nil, nil, false, nil\n}\n")
	return b.String()
}
