package main

import (
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// input is a file as it was read.
type input struct {
	name string
	path string // "" for standard input
	file source.File
}

// markup returns the text of the input as markup.
func (in input) markup(o options) string {
	if o.plain {
		return syntax.EscapeText(in.file.Text())
	}
	return in.file.Text()
}

// output is what a command says of one file.
type output struct {
	data   []byte
	status int
}

// each does the same for every file, several at a time, and prints what comes of
// them in the order of the files. It returns the highest status.
func each(files []string, stdin io.Reader, stdout, stderr io.Writer, do func(input) (output, error)) int {
	type result struct {
		output
		err error
	}
	workers := runtime.GOMAXPROCS(0)
	// At most this many results wait to be printed, so memory stays flat however
	// many files there are.
	results := make(chan chan result, 2*workers)
	slots := make(chan struct{}, workers)
	go func() {
		for _, name := range files {
			one := make(chan result, 1)
			results <- one
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				in, err := open(name, stdin)
				if err != nil {
					one <- result{err: err}
					return
				}
				out, err := do(in)
				one <- result{out, err}
			}()
		}
		close(results)
	}()
	status := statusOK
	for one := range results {
		r := <-one
		if r.err != nil {
			fmt.Fprintln(stderr, "policymark:", r.err)
			r.status = statusFailed
		}
		if _, err := stdout.Write(r.data); err != nil {
			return statusFailed
		}
		status = max(status, r.status)
	}
	return status
}

func open(name string, stdin io.Reader) (input, error) {
	var raw []byte
	var err error
	path := name
	if name == "-" {
		path = ""
		name = "standard input"
		raw, err = io.ReadAll(stdin)
	} else {
		raw, err = os.ReadFile(name)
	}
	if err != nil {
		return input{}, err
	}
	if raw == nil {
		raw = []byte{}
	}
	f, err := source.Open(raw)
	if err != nil {
		return input{}, fmt.Errorf("%s is not a text in UTF-8: %w; convert it first", name, err)
	}
	return input{name, path, f}, nil
}
