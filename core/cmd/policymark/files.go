package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"slices"

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

// named returns the names of the files to read: those of the call, then those that a
// file lists, one a line, as the list is read. list is "" for none, - for standard
// input. A name comes with an error when the list cannot be read further.
func named(files []string, list string, stdin io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, name := range files {
			if !yield(name, nil) {
				return
			}
		}
		r := stdin
		switch {
		case list == "":
			return
		case list == "-" && slices.Contains(files, "-"):
			yield("", errors.New("standard input cannot be a text and the list of files"))
			return
		case list != "-":
			f, err := os.Open(list)
			if err != nil {
				yield("", err)
				return
			}
			defer f.Close()
			r = f
		}
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			name := lines.Text()
			if name == "-" {
				name = "./-" // in a list it is a file
			}
			if name != "" && !yield(name, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield("", fmt.Errorf("cannot read the list of files: %w", err))
		}
	}
}

// output is what a command says of one file.
type output struct {
	data   []byte
	status int
}

// result is what comes of one file.
type result struct {
	output
	err error
}

// job is a file whose result somebody waits for.
type job struct {
	name string
	done chan<- result
}

// ahead is how many files are begun for each worker before the first of them is
// printed. It bounds what is held at once, so memory stays flat however many files
// there are, and is enough for a long file not to keep the others waiting.
const ahead = 4

// each does the same for every file, several at a time, and prints what comes of
// them in the order of the files. It returns the highest status.
func each(files iter.Seq2[string, error], stdin io.Reader, stdout, stderr io.Writer, do func(input) (output, error)) int {
	workers := runtime.GOMAXPROCS(0)
	results := make(chan (<-chan result), ahead*workers)
	jobs := make(chan job)
	for range workers {
		go func() {
			for j := range jobs {
				in, err := open(j.name, stdin)
				if err != nil {
					j.done <- result{err: err}
					continue
				}
				out, err := do(in)
				j.done <- result{out, err}
			}
		}()
	}
	go func() {
		for name, err := range files {
			one := make(chan result, 1)
			results <- one
			if err != nil {
				one <- result{err: err}
				continue
			}
			jobs <- job{name, one}
		}
		close(jobs)
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
