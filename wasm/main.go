//go:build js && wasm

// The engine of Policymark as the page runs it.
package main

import (
	"os"

	"github.com/policymark/policymark/wasm/bridge"
	"github.com/policymark/policymark/wasm/engine"
	"github.com/policymark/policymark/wasm/protocol"
)

func main() {
	if err := bridge.Serve(func() protocol.Engine { return engine.New() }); err != nil {
		os.Stderr.WriteString("policymark: " + err.Error() + "\n")
		os.Exit(1)
	}
	select {}
}
