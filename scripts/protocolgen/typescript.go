package main

import (
	"fmt"
	"strings"
)

func typeScript(p *protocol) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "// %s\n\n", notice)
	fmt.Fprintf(&b, "/** The fingerprint of the protocol: page and engine must have the same. */\nexport const fingerprint = %q;\n\n", p.fingerprint)
	for _, part := range p.parts {
		writeInterface(&b, part, "")
	}
	writeInterface(&b, p.engine, " extends "+strings.Join(p.engine.embeds, ", "))
	b.WriteString("/** The name of a method of the engine. */\nexport type Method = keyof Engine;\n\n")
	b.WriteString("/** The methods of the engine. */\nexport const methods: readonly Method[] = [\n")
	for _, m := range p.methods {
		fmt.Fprintf(&b, "  %q,\n", lower(m.name))
	}
	b.WriteString("];\n\n/** The field of a method's result whose bytes travel beside the JSON. */\n")
	b.WriteString("export const binaryResults: Readonly<Partial<Record<Method, string>>> = {\n")
	for _, m := range p.methods {
		if name := p.byName[m.result].binary(); name != "" {
			fmt.Fprintf(&b, "  %s: %q,\n", lower(m.name), lower(name))
		}
	}
	b.WriteString("};\n")
	for _, t := range p.types {
		b.WriteString("\n")
		comment(&b, "", t.doc)
		if t.isString {
			fmt.Fprintf(&b, "export type %s = %s;\n", t.name, union(t.values))
			continue
		}
		fmt.Fprintf(&b, "export interface %s {\n", t.name)
		for _, f := range t.fields {
			comment(&b, "  ", f.doc)
			fmt.Fprintf(&b, "  %s: %s;\n", lower(f.name), tsType(f))
		}
		b.WriteString("}\n")
	}
	return []byte(b.String())
}

// writeInterface writes an interface with its methods.
func writeInterface(b *strings.Builder, i iface, extends string) {
	comment(b, "", i.doc)
	fmt.Fprintf(b, "export interface %s%s {\n", i.name, extends)
	for _, m := range i.methods {
		comment(b, "  ", m.doc)
		fmt.Fprintf(b, "  %s(request: %s): Promise<%s>;\n", lower(m.name), m.request, m.result)
	}
	b.WriteString("}\n\n")
}

func union(values []string) string {
	if len(values) == 0 {
		return "string"
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = fmt.Sprintf("%q", v)
	}
	return strings.Join(parts, " | ")
}

func tsType(f field) string {
	t := map[string]string{"int": "number", "bool": "boolean", "[]byte": "Uint8Array"}[f.typ]
	if t == "" {
		t = f.typ
	}
	if f.list {
		t += "[]"
	}
	if f.optional {
		t += " | null"
	}
	return t
}

// comment writes a Go comment as TypeScript's.
func comment(b *strings.Builder, indent, doc string) {
	doc = strings.TrimSpace(doc)
	if doc == "" {
		return
	}
	lines := strings.Split(doc, "\n")
	if len(lines) == 1 {
		fmt.Fprintf(b, "%s/** %s */\n", indent, lines[0])
		return
	}
	fmt.Fprintf(b, "%s/**\n", indent)
	for _, line := range lines {
		fmt.Fprintf(b, "%s\n", strings.TrimRight(indent+" * "+line, " "))
	}
	fmt.Fprintf(b, "%s */\n", indent)
}
