package main

import (
	"bytes"
	"encoding/json"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// doPlain prints the plain text, its line endings and byte order mark as they were.
func doPlain(in input, o options) (output, error) {
	return output{data: in.file.Encode(syntax.Parse(in.markup(o)).Plain())}, nil
}

// doEscape prints the text, all of it prose, as markup.
func doEscape(in input, _ options) (output, error) {
	return output{data: in.file.Encode(syntax.EscapeText(in.file.Text()))}, nil
}

// markJSON is a mark as it is printed.
type markJSON struct {
	Kind       string   `json:"kind"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Text       string   `json:"text"`
	Depth      int      `json:"depth"`
	Role       string   `json:"role"`
	Evidence   string   `json:"evidence"`
	Cue        string   `json:"cue"`
	Qualifiers []string `json:"qualifiers"`
}

func doMarks(in input, o options) (output, error) {
	out := struct {
		File  string     `json:"file,omitempty"`
		Plain string     `json:"plain"`
		Marks []markJSON `json:"marks"`
	}{Marks: []markJSON{}}
	if o.many {
		out.File = in.name
	}
	d := core.Read(in.markup(o))
	out.Plain = d.Tree().Plain()
	d.BlocksIn(source.Span{End: d.Tree().Sum().Source.Bytes}, func(b core.Block) bool {
		c := source.NewCursor(b.Plain(), b.PlainSize())
		for i, m := range b.Marks() {
			j := markJSON{Kind: m.Kind.String(), Text: b.MarkText(i), Depth: m.Depth, Qualifiers: []string{}}
			j.Start = b.Before.Plain.Points + c.ToByte(m.Plain.Start).Points
			j.End = b.Before.Plain.Points + c.ToByte(m.Plain.End).Points
			for _, q := range b.Qualifiers(i) {
				j.Qualifiers = append(j.Qualifiers, q.String())
			}
			if b.Reading != nil && i < len(b.Reading.Roles) {
				r := b.Reading.Roles[i]
				j.Role, j.Evidence, j.Cue = r.Name, r.Evidence.String(), r.Cue
			}
			out.Marks = append(out.Marks, j)
		}
		return true
	})
	return encode(out)
}

// encode returns v as one line of JSON in which Chinese and brackets stay legible.
func encode(v any) (output, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return output{data: b.Bytes()}, err
}
