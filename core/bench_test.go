package core

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
)

// sized returns an annotated text of about so many bytes.
func sized(tb testing.TB, bytes int) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "web", "examples", "shop-zh.policymark.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Repeat(strings.TrimRight(string(data), "\n")+"\n\n", max(1, bytes/len(data)))
}

// BenchmarkType types a letter into a mark and takes it back. What it costs must
// follow the block, not the document.
func BenchmarkType(b *testing.B) {
	for _, size := range []int{12 << 10, 1 << 20, 10 << 20} {
		for what, at := range map[string]string{"text": "我们需要(您)", "mark": "手机号码>", "bracket": "，以便为您"} {
			b.Run(fmt.Sprintf("%s/%dKB", what, size>>10), func(b *testing.B) {
				text := sized(b, size)
				d := Read(text)
				i := strings.Index(text[len(text)/2:], at) + len(text)/2
				letter := "x"
				if what == "bracket" {
					letter = "<"
				}
				for b.Loop() {
					if err := d.Apply([]source.Edit{source.Insert(i, letter)}); err != nil {
						b.Fatal(err)
					}
					if err := d.Apply([]source.Edit{source.Delete(i, i+1)}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkRead reads documents whole.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{12 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			text := sized(b, size)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text)
			}
		})
	}
}
