package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The generated files are what the interface says.
func TestNoDrift(t *testing.T) {
	root := filepath.Join("..", "..")
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Errorf("%s: %v; run make gen", name, err)
		} else if !bytes.Equal(have, want) {
			t.Errorf("%s is not what wasm/protocol says; run make gen", name)
		}
	}
}
