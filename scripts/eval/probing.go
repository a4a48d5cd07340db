package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/policymark/policymark/scripts/eval/probes"
)

var (
	showProbes   = flag.String("probe", "", `print what is wrong with the probes whose name holds this, and their figures by construction; "-zh-": the Chinese ones, "-": all`)
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
	if *showProbes != "" {
		list = slices.DeleteFunc(list, func(p *probes.Probe) bool { return !chosen || !strings.Contains(p.ID, *showProbes) })
		if len(list) == 0 {
			return nil
		}
	}
	score, err := probes.Judge(list)
	if err != nil {
		return err
	}
	if *showProbes != "" {
		score.PrintFailures(out)
	}
	fmt.Fprintf(out, "\n%s\n\n", title)
	score.Print(out, *showProbes != "")
	return nil
}
