package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// reading is a text that our reading of marks and a peer's are measured on.
type reading struct {
	name   string
	copies int // of the example
}

var readings = []reading{{"12KB", 1}, {"1MB", 90}}

// text returns the text. root is the folder of the project.
func (r reading) text(root string) (string, error) {
	data, err := os.ReadFile(filepath.Join(root, "web", "examples", "shop-zh.policymark.txt"))
	if err != nil {
		return "", err
	}
	policy := strings.TrimRight(string(data), "\n")
	return strings.Repeat(policy+"\n\n", r.copies-1) + policy + "\n", nil
}

// figure is what a call took, in milliseconds, in its first second and after that.
type figure struct{ Cold, Warm float64 }

// peerReading is what Lezer took for one text.
type peerReading struct{ Parse, Key figure }

// printReading prints what it takes to find the marks in a text, and to find them
// again after a keystroke, for our reading on WebAssembly and for a parser that Lezer
// generates in JavaScript, both under Node. wasm is the environment of the former.
func printReading(out io.Writer, wasm []string) error {
	ours := map[string]float64{}
	if err := benchmark("./scripts/bench", []string{"Reading", "Key"}, wasm, ours); err != nil {
		return err
	}
	theirs, err := lezer()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "marks alone, under Node\tours, WebAssembly\tits first second\tLezer, JavaScript\tits first second\tours is so many times faster\t")
	for i, r := range readings {
		for _, what := range []struct {
			name, benchmark string
			peer            figure
		}{
			{"read " + r.name, "Reading/" + r.name, theirs[i].Parse},
			{"a keystroke at " + r.name, "Key/" + r.name, theirs[i].Key},
		} {
			name := "./scripts/bench " + what.benchmark
			warm := ours[name]
			if warm == 0 {
				return fmt.Errorf("no figure for %s", name)
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%.1f\t\n", what.name, milliseconds(warm), milliseconds(ours[name+cold]),
				milliseconds(what.peer.Warm), milliseconds(what.peer.Cold), what.peer.Warm/warm)
		}
	}
	return w.Flush()
}

// lezer measures the peer on each of the readings.
func lezer() ([]peerReading, error) {
	dir, err := os.MkdirTemp("", "reading")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	args := []string{"web/bench/lezer/read.mjs"}
	for _, r := range readings {
		text, err := r.text(".")
		if err != nil {
			return nil, err
		}
		file := filepath.Join(dir, r.name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return nil, err
		}
		args = append(args, file)
	}
	cmd := exec.Command("node", args...)
	cmd.Stderr = os.Stderr
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("node %s: %w", args[0], err)
	}
	var figures []peerReading
	if err := json.Unmarshal(data, &figures); err != nil {
		return nil, fmt.Errorf("node %s: %w", args[0], err)
	}
	if len(figures) != len(readings) {
		return nil, fmt.Errorf("node %s: %d texts, want %d", args[0], len(figures), len(readings))
	}
	return figures, nil
}
