package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
)

// Sections of a WebAssembly program that the table is about.
const (
	customSection = 0
	importSection = 2
	codeSection   = 10
	dataSection   = 11
)

// printBytes prints what the engine's bytes are: those of the functions by package,
// and the data of all. The program is built as it is shipped, but with names.
func printBytes(out io.Writer) error {
	dir, err := os.MkdirTemp("", "bytes")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "engine.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-w", "-o", program, "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("the engine with names: %w", err)
	}
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	list := exec.Command("go", "list", "-deps", "./wasm")
	list.Env = cmd.Env
	deps, err := list.Output()
	if err != nil {
		return fmt.Errorf("go list -deps: %w", err)
	}
	packages := strings.Fields(string(deps))
	slices.SortFunc(packages, func(a, b string) int { return len(b) - len(a) })
	parts, err := bytesByPackage(data, packages)
	if err != nil {
		return fmt.Errorf("the engine with names: %w", err)
	}
	total := 0
	for _, n := range parts {
		total += n
	}
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return parts[b] - parts[a] })
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "what the engine's bytes are, raw\tkB\tshare\t")
	rest, few := 0, 0
	for i, name := range names {
		if i >= 40 {
			rest += parts[name]
			few++
			continue
		}
		fmt.Fprintf(w, "%s\t%d\t%.1f %%\t\n", name, parts[name]/1000, 100*float64(parts[name])/float64(total))
	}
	fmt.Fprintf(w, "%d other packages\t%d\t%.1f %%\t\n", few, rest/1000, 100*float64(rest)/float64(total))
	return w.Flush()
}

var errCut = errors.New("the program is cut off")

// reader reads a WebAssembly program; what it reads beyond the end is an error.
type reader struct {
	data []byte
	err  error
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.err = errCut
		r.data = nil
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.err = errCut
		r.data = nil
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

// bytesByPackage returns the bytes of a program's functions by the package that they
// are of, and of its data.
func bytesByPackage(program []byte, packages []string) (map[string]int, error) {
	r := &reader{data: program}
	r.take(8)
	parts := map[string]int{}
	var sizes []int
	names := map[int]string{}
	imports := 0
	for r.err == nil && len(r.data) > 0 {
		id := int(r.take(1)[0])
		s := &reader{data: r.take(r.number())}
		switch id {
		case importSection:
			// Functions are numbered from the imported ones on; a Go program imports
			// nothing else.
			imports = s.number()
		case codeSection:
			for range s.number() {
				n := s.number()
				s.take(n)
				sizes = append(sizes, n)
			}
		case dataSection:
			parts["(data: text, tables, types, lines of the code)"] = len(s.data)
		case customSection:
			if string(s.take(s.number())) == "name" {
				readNames(s, names)
			}
		}
		if s.err != nil {
			return nil, s.err
		}
	}
	for i, n := range sizes {
		parts[packageOf(names[imports+i], packages)] += n
	}
	return parts, r.err
}

// readNames reads the names of functions from a section of names.
func readNames(s *reader, names map[int]string) {
	const ofFunctions = 1
	for s.err == nil && len(s.data) > 0 {
		kind := s.take(1)[0]
		sub := &reader{data: s.take(s.number())}
		if kind != ofFunctions {
			continue
		}
		for range sub.number() {
			at := sub.number()
			names[at] = string(sub.take(sub.number()))
		}
		s.err = sub.err
	}
}

// packageOf returns the package of a function by its name, in which the linker has
// written every character but letters, digits and dots as _. Packages are from the
// longest to the shortest.
func packageOf(name string, packages []string) string {
	name = strings.TrimPrefix(name, "type:.eq.")
	for _, p := range packages {
		if strings.HasPrefix(name, notNamed.ReplaceAllString(p, "_")+".") {
			return p
		}
	}
	return "(the language's own)"
}

var notNamed = regexp.MustCompile(`[^\w.]`)
