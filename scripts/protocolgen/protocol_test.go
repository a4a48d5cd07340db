package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// readText reads a protocol of one file.
func readText(t *testing.T, text string) (*protocol, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte("package p\n"+text), 0o644); err != nil {
		t.Fatal(err)
	}
	return readProtocol(dir)
}

const example = `
// Engine is all.
type Engine interface {
	Hello(Q) (A, error)
	MarkEngine
	FileEngine
}
// FileEngine reads files.
type FileEngine interface { Read(Q) (A, error) }
type MarkEngine interface {
	Mark(Q) (A, error)
	Unmark(Q) (A, error)
}
type Q struct { At int }
type A struct {
	List  []V
	Maybe *V
}
type V struct { Text string }
`

func TestPartsOfTheEngine(t *testing.T) {
	p, err := readText(t, example)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range p.methods {
		names = append(names, m.name)
	}
	if got := strings.Join(names, " "); got != "Hello Mark Unmark Read" {
		t.Errorf("the methods are %s", got)
	}
	ts := string(typeScript(p))
	for _, want := range []string{
		"/** FileEngine reads files. */\nexport interface FileEngine {\n  read(request: Q): Promise<A>;\n}\n",
		"export interface MarkEngine {\n  mark(request: Q): Promise<A>;\n  unmark(request: Q): Promise<A>;\n}\n",
		"/** Engine is all. */\nexport interface Engine extends MarkEngine, FileEngine {\n  hello(request: Q): Promise<A>;\n}\n",
		"  list: V[];\n  maybe: V | null;\n",
	} {
		if !strings.Contains(ts, want) {
			t.Errorf("the TypeScript lacks\n%s\n%s", want, ts)
		}
	}
	if got := encodeGo(p); !strings.Contains(got, "if v.Maybe == nil {\n\t\tw.raw(`null`)\n\t} else {\n\t\tWriteV(w, v.Maybe)\n\t}") {
		t.Errorf("nothing writes an optional field:\n%s", got)
	}
}

func TestProtocolFaults(t *testing.T) {
	for fault, text := range map[string]string{
		"no interface Engine":         "type Q struct { At int }",
		"embeds Gone, which is not":   "type Engine interface { Gone }",
		"embeds an interface":         "type Engine interface { A }\ntype A interface { B }\ntype B interface {}",
		"1 interfaces are no parts":   "type Engine interface { A }\ntype A interface {}\ntype B interface {}",
		"there are two of this name":  "type Engine interface { A\nDo(Q) (Q, error) }\ntype A interface { Do(Q) (Q, error) }\ntype Q struct { At int }",
		"only answers have optional":  "type Engine interface { Do(Q) (V, error) }\ntype Q struct { V *V }\ntype V struct { At int }",
		"an optional field is a":      "type Engine interface { Do(V) (Q, error) }\ntype Q struct { V *int }\ntype V struct { At int }",
		"V is not declared":           "type Engine interface { Do(Q) (Q, error) }\ntype Q struct { V V }",
		"method Do: Q or V is not":    "type Engine interface { Do(Q) (V, error) }\ntype Q struct { At int }",
		"a field is a value, a list ": "type Engine interface { Do(Q) (Q, error) }\ntype Q struct { At map[string]int }",
	} {
		if _, err := readText(t, text); err == nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%s: the error is %v, want %q", text, err, fault)
		}
	}
}
