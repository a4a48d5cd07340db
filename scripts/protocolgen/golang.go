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
		fmt.Fprintf(&b, "\n// Write%s writes v.\nfunc Write%s(w *Writer, v *protocol.%s) {\n", t.name, t.name, t.name)
		// What stands before a field: its name, and the end of the one before.
		before := "{"
		for _, f := range t.fields {
			if f.typ == "[]byte" {
				continue // travels beside the JSON
			}
			before += fmt.Sprintf("%q:", lower(f.name))
			switch {
			case f.list:
				fmt.Fprintf(&b, "\tw.raw(`%s[`)\n\tfor i := range v.%s {\n\t\tw.next(i)\n", before, f.name)
				fmt.Fprintf(&b, "\t\t%s\n\t}\n", p.writeValue(f.typ, "v."+f.name+"[i]"))
				before = "],"
			case f.optional:
				fmt.Fprintf(&b, "\tw.raw(`%s`)\n\tif v.%s == nil {\n\t\tw.raw(`null`)\n\t} else {\n", before, f.name)
				fmt.Fprintf(&b, "\t\tWrite%s(w, v.%s)\n\t}\n", f.typ, f.name)
				before = ","
			default:
				fmt.Fprintf(&b, "\tw.raw(`%s`)\n\t%s\n", before, p.writeValue(f.typ, "v."+f.name))
				before = ","
			}
		}
		fmt.Fprintf(&b, "\tw.raw(`%s}`)\n}\n", strings.TrimSuffix(before, ","))
	}
	return b.String()
}

func (p *protocol) writeValue(typ, expr string) string {
	switch typ {
	case "string", "int", "bool":
		return "w." + typ + "(" + expr + ")"
	}
	if p.byName[typ].isString {
		return "w.string(string(" + expr + "))"
	}
	return fmt.Sprintf("Write%s(w, &%s)", typ, expr)
}

// decodeGo writes the codec of what the page asks: it reads JavaScript objects.
func decodeGo(p *protocol) string {
	var b strings.Builder
	b.WriteString(header("js && wasm", "convert", protocolPath))
	for _, t := range p.reachable(func(m method) string { return m.request }) {
		fmt.Fprintf(&b, "\n// Read%s reads v from an object.\nfunc Read%s(r *Reader, v *protocol.%s) {\n", t.name, t.name, t.name)
		for _, f := range t.fields {
			key := lower(f.name)
			if f.list {
				fmt.Fprintf(&b, "\tv.%s = readList(r, %q, %s)\n", f.name, key, p.readElement(f.typ))
				continue
			}
			switch t := p.byName[f.typ]; {
			case t == nil:
				fmt.Fprintf(&b, "\tv.%s = r.%s(%q)\n", f.name, reading[f.typ], key)
			case t.isString:
				fmt.Fprintf(&b, "\tv.%s = protocol.%s(r.string(%q))\n", f.name, f.typ, key)
			default:
				fmt.Fprintf(&b, "\tRead%s(r.field(%q), &v.%s)\n", f.typ, key, f.name)
			}
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// reading is the method of a reader that reads a field of a basic type.
var reading = map[string]string{"string": "string", "int": "int", "bool": "bool", "[]byte": "bytes"}

func (p *protocol) readElement(typ string) string {
	t := p.byName[typ]
	switch {
	case t == nil:
		return "(*Reader)." + typ + "Value"
	case t.isString:
		return "func(r *Reader) protocol." + typ + " { return protocol." + typ + "(r.stringValue()) }"
	}
	return "func(r *Reader) (v protocol." + typ + ") { Read" + typ + "(r, &v); return v }"
}

// dispatchGo writes the table from a method's name to its call.
func dispatchGo(p *protocol) string {
	var b strings.Builder
	b.WriteString(header("js && wasm", "bridge", protocolPath, "github.com/policymark/policymark/wasm/convert"))
	b.WriteString(`
// dispatch calls the method of that name and writes the answer. The bytes that a
// result has travel beside it; known is false when there is no such method.
func dispatch(e protocol.Engine, name string, r *convert.Reader, w *convert.Writer) (data []byte, known bool, err error) {
	switch name {
`)
	for _, m := range p.methods {
		fmt.Fprintf(&b, "\tcase %q:\n\t\tvar request protocol.%s\n\t\tconvert.Read%s(r, &request)\n", lower(m.name), m.request, m.request)
		b.WriteString("\t\tif err := r.Err(); err != nil {\n\t\t\treturn nil, true, err\n\t\t}\n")
		fmt.Fprintf(&b, "\t\tresult, err := e.%s(request)\n\t\tif err != nil {\n\t\t\treturn nil, true, err\n\t\t}\n", m.name)
		data := "nil"
		if name := p.byName[m.result].binary(); name != "" {
			data = "result." + name
		}
		fmt.Fprintf(&b, "\t\tconvert.Write%s(w, &result)\n\t\treturn %s, true, nil\n", m.result, data)
	}
	b.WriteString("\t}\n\treturn nil, false, nil\n}\n")
	return b.String()
}
