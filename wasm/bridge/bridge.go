//go:build js && wasm

// Package bridge is the door between page and engine: one global function,
// policymark(method, request, document). Nothing that happens behind it reaches the
// page as anything but an answer.
package bridge

import (
	"fmt"

	"github.com/hack-pad/safejs"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/wasm/convert"
	"github.com/policymark/policymark/wasm/engine"
	"github.com/policymark/policymark/wasm/protocol"
)

// Serve sets the global function and tells the page that it is there. Editors of one
// page share a program: each document has a number, from 0 on, and an engine of its
// own, which create makes at the first call about it. The answer to a call is an object:
// json, the result, and data, the bytes that go beside it; or code and message of a
// protocol.Failure.
func Serve(create func() protocol.Engine) error {
	engines := map[int]protocol.Engine{}
	fn, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		return answer(func(document int) protocol.Engine {
			if engines[document] == nil {
				engines[document] = create()
			}
			return engines[document]
		}, args)
	})
	if err != nil {
		return fmt.Errorf("cannot make the function that the page calls: %w", err)
	}
	if err := safejs.Global().Set("policymark", fn.Value()); err != nil {
		return fmt.Errorf("cannot set the function that the page calls: %w", err)
	}
	ready, err := safejs.Global().Get("policymarkReady")
	if err == nil && ready.Type() == safejs.TypeFunction {
		_, err = ready.Invoke()
	}
	return err
}

// answer calls the engine. A panic becomes an answer too: left alone it would end
// the program.
func answer(engineOf func(document int) protocol.Engine, args []safejs.Value) (result any) {
	lang := locale.ZH
	defer func() {
		if p := recover(); p != nil {
			result = failure(fmt.Errorf("the engine failed: %v", p), lang)
		}
	}()
	if len(args) != 3 {
		return failure(fmt.Errorf("policymark takes a method, a request and a document, got %d arguments", len(args)), lang)
	}
	if method, request := convert.TypeOf(args[0]), convert.TypeOf(args[1]); method != safejs.TypeString || request != safejs.TypeObject {
		return failure(fmt.Errorf("policymark takes the name of a method and an object"), lang)
	}
	name, err := args[0].String()
	if err != nil {
		return failure(err, lang)
	}
	document, err := convert.Document(args[2])
	if err != nil {
		return failure(err, lang)
	}
	lang = langOf(args[1])
	var w convert.Writer
	data, known, err := dispatch(engineOf(document), name, convert.NewReader(args[1], name), &w)
	switch {
	case err != nil:
		return failure(err, lang)
	case !known:
		return failure(fmt.Errorf("there is no method %q", name), lang)
	}
	out := map[string]any{"json": w.JSON()}
	if data != nil {
		array, err := convert.Bytes(data)
		if err != nil {
			return failure(err, lang)
		}
		out["data"] = array
	}
	return out
}

// langOf returns the language that a request asks for, in itself or its view.
func langOf(request safejs.Value) locale.Lang {
	for _, v := range []string{"lang", "view"} {
		value, err := request.Get(v)
		if err == nil && convert.TypeOf(value) == safejs.TypeObject {
			value, err = value.Get("lang")
		}
		if err == nil && convert.TypeOf(value) == safejs.TypeString {
			if s, err := value.String(); err == nil {
				return locale.LangNamed(s)
			}
		}
	}
	return locale.ZH
}

func failure(err error, lang locale.Lang) any {
	f := engine.Fail(err, lang)
	return map[string]any{"code": f.Code, "message": f.Message}
}
