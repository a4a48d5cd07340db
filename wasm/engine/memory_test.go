package engine

import (
	"math"
	"runtime"
	"strings"
	"testing"

	"github.com/policymark/policymark/wasm/protocol"
)

// BenchmarkMemory prints what a document of a megabyte keeps, in bytes for each
// byte of its text.
func BenchmarkMemory(b *testing.B) {
	text := strings.Repeat(example(b, "shop-zh.policymark.txt")+"\n", 85)
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		e := New()
		if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view}); err != nil {
			b.Fatal(err)
		}
		e.doc.Advance(math.MaxInt)
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(text)), "B/byte")
		runtime.KeepAlive(e)
	}
}
