//go:build js && wasm

// The engine of Policymark as the page runs it.
package main

import (
	"os"
	"runtime/debug"

	"github.com/policymark/policymark/wasm/bridge"
	"github.com/policymark/policymark/wasm/engine"
	"github.com/policymark/policymark/wasm/protocol"
)

// garbage is how much new memory may be used before the next garbage collection, in
// percent of the live heap. With Go's own 100 the heap of a policy takes a second 4 MB,
// which the browser never gets back.
const garbage = 60

func main() {
	debug.SetGCPercent(garbage)
	if err := bridge.Serve(func() protocol.Engine { return engine.New() }); err != nil {
		os.Stderr.WriteString("policymark: " + err.Error() + "\n")
		os.Exit(1)
	}
	select {}
}
