// Bench prints the project's figures in one run: the core's benchmarks natively
// and on WebAssembly under Node, side by side with their budgets, those of the
// command on many files, then those of the page in a real browser. Absolute times
// move with the machine; the ratios between the rows of one run hold.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
)

// row is one benchmark and what it may cost in the browser.
type row struct {
	pkg, name, what string
	budget          float64 // in milliseconds on WebAssembly; 0 for none
}

var rows = []row{
	{"./core/syntax", "Parse", "read 1 MB as marks", 0},
	{"./core/syntax", "Escape", "escape 1 MB", 0},
	{"./core/syntax", "Edit", "two edits of 1 MB, marks only", 0},
	{"./core/practice/reading", "Policy12K", "structure and practices of 12 KB", 5},
	{"./core", "Read/12KB", "full analysis of 12 KB: with all rules", 5},
	{"./core/practice/reading", "Paragraph", "practices of one paragraph", 0},
	{"./wasm/engine", "Load", "a policy of 12 KB opened: practices, rules, report", 0},
	{"./wasm/engine", "Keystroke/12KB", "a keystroke with its report at 12 KB", 0},
	{"./wasm/engine", "Keystroke/100KB", "the same at 100 KB", 0},
	{"./wasm/engine", "Keystroke/1MB", "the same at 1 MB", 0},
	{"./wasm/engine", "Title/1MB", "a keystroke in the title at 1 MB", 0},
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	native, err := benchmarks(nil)
	if err != nil {
		log.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		log.Fatalf("go env GOROOT: %v", err)
	}
	runner := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm")
	onWasm := []string{"GOOS=js", "GOARCH=wasm", "PATH=" + os.Getenv("PATH") + string(os.PathListSeparator) + runner}
	wasm, err := benchmarks(onWasm)
	if err != nil {
		log.Fatal(err)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "the engine's own work\tnative\tWebAssembly\tits first second\tratio\tbudget\tof budget\t")
	for _, r := range rows {
		name := r.pkg + " " + r.name
		n, m := native[name], wasm[name]
		if n == 0 || m == 0 {
			log.Fatalf("no figure for %s in %s", r.name, r.pkg)
		}
		budget, share := "", ""
		if r.budget > 0 {
			budget, share = milliseconds(r.budget), fmt.Sprintf("%.2f", m/r.budget)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%.1f\t%s\t%s\t\n", r.what, milliseconds(n), milliseconds(m), milliseconds(wasm[name+cold]), m/n, budget, share)
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	fmt.Println()
	if err := printReading(os.Stdout, onWasm); err != nil {
		log.Fatal(err)
	}
	fmt.Println()
	if err := printCommand(os.Stdout); err != nil {
		log.Fatal(err)
	}
	fmt.Println()
	if err := printBytes(os.Stdout); err != nil {
		log.Fatal(err)
	}
	fmt.Println()
	browser := exec.Command("npm", "--prefix", "web", "--silent", "run", "bench")
	browser.Stdout, browser.Stderr = os.Stdout, os.Stderr
	if err := browser.Run(); err != nil {
		log.Fatalf("the browser's figures: %v", err)
	}
}

func milliseconds(ms float64) string {
	switch {
	case ms >= 100:
		return fmt.Sprintf("%.0f ms", ms)
	case ms >= 1:
		return fmt.Sprintf("%.1f ms", ms)
	}
	return fmt.Sprintf("%.3f ms", ms)
}

// cold marks the figure of a benchmark's first second, in which a JavaScript engine
// has not yet optimised what runs.
const cold = " cold"

// benchmarks runs the benchmarks of the rows, each twice, and returns milliseconds by
// package and name: of the second run, and of the first by the name with cold.
func benchmarks(env []string) (map[string]float64, error) {
	figures := map[string]float64{}
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.pkg] {
			continue
		}
		seen[r.pkg] = true
		var names []string
		for _, other := range rows {
			if other.pkg == r.pkg {
				name, _, _ := strings.Cut(other.name, "/")
				names = append(names, name)
			}
		}
		if err := benchmark(r.pkg, names, env, figures); err != nil {
			return nil, err
		}
	}
	return figures, nil
}

// benchmark runs the benchmarks of a package with these names, and adds what each took
// to figures, as benchmarks does.
func benchmark(pkg string, names []string, env []string, figures map[string]float64) error {
	pattern := "^Benchmark(" + strings.Join(names, "|") + ")$"
	cmd := exec.Command("go", "test", "-run", "NONE", "-bench", pattern, "-count", "2", "-benchtime", "1s", pkg)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) < 4 || !strings.HasPrefix(f[0], "Benchmark") || f[3] != "ns/op" {
			continue
		}
		ns, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return fmt.Errorf("%q: %w", lines.Text(), err)
		}
		name := strings.TrimPrefix(f[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i] // the number of processors
		}
		name = pkg + " " + name
		if figures[name+cold] == 0 {
			figures[name+cold] = ns / 1e6
		}
		figures[name] = ns / 1e6
	}
	return nil
}
