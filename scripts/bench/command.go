package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// policySize is how many bytes the policies have at least that the command is measured
// on, and policyFiles how many different ones there are: a longer list has them again.
const (
	policySize  = 12 << 10
	policyFiles = 40
)

// perCore is how many policies a second and core are to go through check.
const perCore = 1000

// memoryBudget is what check may take for any number of policies, in MB.
const memoryBudget = 64

// flow is a list of policies that goes through check.
type flow struct {
	example string // that the policies are made of
	files   int
	cores   int // 0 for all
}

// flows are measured one after the other, each row beside its budget.
var flows = []flow{
	{"shop-zh", 1000, 1},
	{"app-en", 1000, 1},
	{"shop-zh", 1000, 0},
	{"shop-zh", 10000, 0},
	{"shop-zh", 100000, 0},
}

// run is what came of a flow.
type run struct {
	took, cpu time.Duration
	memory    int // the most that was in use at once, in MB; 0 when the system does not say
}

// printCommand prints how many policies a second go through the command, on one core
// and on all, and what memory it takes for few of them and for many.
func printCommand(out io.Writer) error {
	dir, err := os.MkdirTemp("", "command")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "policymark")
	build := exec.Command("go", "build", "-o", program, "./core/cmd/policymark")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("go build: %w", err)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "policies of 12 KB through check\tcores\tseconds\tpolicies/s\tof one core's\tper second of CPU\tbudget\tof budget\tpeak memory\tbudget\tof budget\t")
	alone := map[string]float64{} // policies a second on one core, by example
	for _, f := range flows {
		names, err := policies(dir, f.example)
		if err != nil {
			return err
		}
		r, err := f.run(program, names)
		if err != nil {
			return err
		}
		cores, scaling := f.cores, ""
		speed, busy := float64(f.files)/r.took.Seconds(), float64(f.files)/r.cpu.Seconds()
		if cores == 0 {
			cores = runtime.GOMAXPROCS(0)
			scaling = fmt.Sprintf("%.2f", speed/alone[f.example])
		} else {
			alone[f.example] = speed
		}
		memory, ofMemory := "", ""
		if r.memory > 0 {
			memory, ofMemory = fmt.Sprintf("%d MB", r.memory), fmt.Sprintf("%.2f", float64(r.memory)/memoryBudget)
		}
		fmt.Fprintf(w, "%d of %s\t%d\t%.1f\t%.0f\t%s\t%.0f\t%d\t%.2f\t%s\t%d MB\t%s\t\n", f.files, f.example, cores, r.took.Seconds(),
			speed, scaling, busy, perCore*cores, float64(perCore*cores)/speed, memory, memoryBudget, ofMemory)
	}
	return w.Flush()
}

// policies writes the policies made of an example and returns their names.
func policies(dir, example string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join("web", "examples", example+".policymark.txt"))
	if err != nil {
		return nil, err
	}
	blocks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	names := make([]string, policyFiles)
	for i := range names {
		var b strings.Builder
		for k := i; b.Len() < policySize; k++ {
			b.WriteString(blocks[k%len(blocks)] + "\n\n")
		}
		names[i] = filepath.Join(dir, fmt.Sprintf("%s-%d.txt", example, i))
		if err := os.WriteFile(names[i], []byte(b.String()), 0o644); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// run lists the policies again and again, as many as the flow has, and sends the list
// through the program.
func (f flow) run(program string, names []string) (run, error) {
	var list bytes.Buffer
	for i := range f.files {
		list.WriteString(names[i%len(names)] + "\n")
	}
	cmd := exec.Command(program, "check", "--fail-on", "error", "--files-from", "-")
	cmd.Stdin, cmd.Stderr = &list, os.Stderr
	cmd.Env = os.Environ()
	if f.cores > 0 {
		cmd.Env = append(cmd.Env, fmt.Sprintf("GOMAXPROCS=%d", f.cores))
	}
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	const problems = 1 // the status of errors that were found
	if err != nil && (cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != problems) {
		return run{}, fmt.Errorf("policymark check: %w", err)
	}
	return run{took, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peakMemory(cmd.ProcessState)}, nil
}
