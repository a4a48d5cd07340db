//go:build js && wasm

// Mortal answers as the engine does, and dies in the ways in which a Go program
// in a browser can die, one for each word that it is asked for.
package main

import (
	"os"
	"syscall/js"
)

var kept [][]byte

func ask(this js.Value, args []js.Value) any {
	switch text := args[1].Get("text").String(); text {
	case "exit":
		os.Exit(1)
	case "panic":
		panic(text)
	case "out of memory":
		for {
			kept = append(kept, make([]byte, 1<<28))
		}
	case "bytes":
		data := js.Global().Get("Uint8Array").New(3)
		js.CopyBytesToJS(data, []byte{1, 2, 3})
		return map[string]any{"json": "{}", "data": data}
	case "refuse":
		return map[string]any{"code": "refused", "message": "no"}
	}
	return map[string]any{"json": `{"text":"` + args[0].String() + `"}`}
}

func main() {
	js.Global().Set("policymark", js.FuncOf(ask))
	js.Global().Call("policymarkReady")
	select {}
}
