package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCheck checks a policy of about 12 KB, as a file.
func BenchmarkCheck(b *testing.B) {
	for _, name := range []string{"shop-zh", "app-en"} {
		b.Run(name, func(b *testing.B) {
			data, err := os.ReadFile(filepath.Join("..", "..", "..", "web", "examples", name+".policymark.txt"))
			if err != nil {
				b.Fatal(err)
			}
			file := filepath.Join(b.TempDir(), name)
			if err := os.WriteFile(file, data, 0o644); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				run([]string{"check", file}, strings.NewReader(""), io.Discard, io.Discard, "")
			}
		})
	}
}
