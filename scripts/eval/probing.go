package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/policymark/policymark/scripts/eval/probes"
)

var (
	showProbes   = flag.String("probe", "", `print what is wrong with the probes whose name holds this; "-": with all`)
	sharedProbes = flag.Bool("shared", false, "with -probe: those of the corpora rather than the project's own")
)

// probing measures how true the practices are that are read in the probes: the
// project's own, then those of the corpora where there are any.
func probing(folder string, out io.Writer) error {
	own, err := probes.Own()
	if err != nil {
		return err
	}
	if err := probe(out, "Probes of the project", own, !*sharedProbes); err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(folder, "probes", "probes.jsonl"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	shared, err := probes.ReadJSON(text)
	if err != nil {
		return err
	}
	return probe(out, "Probes of the corpora", shared, *sharedProbes)
}

func probe(out io.Writer, title string, list []*probes.Probe, chosen bool) error {
	score, err := probes.Judge(list)
	if err != nil {
		return err
	}
	if *showProbes == "" {
		fmt.Fprintf(out, "\n%s\n\n", title)
		score.Print(out, false)
	} else if chosen {
		score.PrintFailures(out, *showProbes)
		fmt.Fprintln(out)
		score.Print(out, true)
	}
	return nil
}
