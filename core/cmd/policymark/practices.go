package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/policymark/policymark/core/exchange"
	"github.com/policymark/policymark/core/syntax"
)

var practiceFormats = []string{"json", "csv", "text", "dpv"}

// doPractices prints the practices. Of several files the JSON is one object a
// line, {"file": …, "practices": […]}; the other formats name the file themselves.
func doPractices(in input, o options) (output, error) {
	p := exchange.NewPolicy(in.name, syntax.Parse(in.markup(o)), nil)
	var b bytes.Buffer
	var err error
	switch o.format {
	case "csv":
		err = exchange.WritePracticesCSV(&b, p)
	case "text":
		if o.many {
			fmt.Fprintf(&b, "%s\n\n", in.name)
		}
		err = exchange.WritePracticesText(&b, p, o.lang)
	case "dpv":
		err = exchange.WritePracticesDPV(&b, p)
	default:
		err = exchange.WritePracticesJSON(&b, p)
		if err == nil && o.many {
			return encode(struct {
				File      string          `json:"file"`
				Practices json.RawMessage `json:"practices"`
			}{in.name, b.Bytes()})
		}
	}
	return output{data: b.Bytes()}, err
}
