package main

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// root is the folder of the project, seen from the package that is tested.
const root = "../.."

// BenchmarkReading reads a text as marks.
func BenchmarkReading(b *testing.B) {
	each(b, func(b *testing.B, text string) {
		for b.Loop() {
			syntax.Parse(text)
		}
	})
}

// BenchmarkKey types a letter into the middle mark and erases it, by turns.
func BenchmarkKey(b *testing.B) {
	each(b, func(b *testing.B, text string) {
		tree := syntax.Parse(text)
		at := strings.IndexByte(text[len(text)/2:], '>') + len(text)/2
		edits := [...]source.Edit{source.Insert(at, "x"), source.Delete(at, at+1)}
		turn := 0
		for b.Loop() {
			next, _, err := tree.Edit(edits[turn])
			if err != nil {
				b.Fatal(err)
			}
			tree, turn = next, 1-turn
		}
	})
}

func each(b *testing.B, measure func(b *testing.B, text string)) {
	for _, r := range readings {
		text, err := r.text(root)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(r.name, func(b *testing.B) { measure(b, text) })
	}
}
