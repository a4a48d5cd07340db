// Command eval measures how well practices are read: against the experts' marks of a
// folder of real policies, against links set by hand, and against the statements of
// short sentences, the probes. It prints tables; with -write it keeps that of the
// policies in a file as well.
//
// The folder is $POLICYMARK_CORPORA, else ../shared/corpora from the project's root;
// without it only the project's own probes can be measured, which eval says.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	links := flag.String("links", "core/practice/reading/testdata/links.json", "links set by hand")
	write := flag.String("write", "", "file to keep the table in")
	errs := flag.String("errors", "", `print the errors of one row: "role", "actor", "verb", "joined", "single", "multi"`)
	from := flag.String("from", "", "first document whose errors are printed")
	flag.Parse()
	if err := run(*links, *write, *errs, *from); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(links, write, errs, from string) error {
	folder := os.Getenv("POLICYMARK_CORPORA")
	if folder == "" {
		folder = filepath.Join("..", "shared", "corpora")
	}
	if *showProbes != "" {
		return probing(folder, os.Stdout)
	}
	if *englishErrors != "" {
		return englishReading(folder, os.Stdout)
	}
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		fmt.Printf("nothing to measure: no policies in %s; set POLICYMARK_CORPORA to the folder that holds ca4p\n", filepath.Join(folder, "ca4p"))
		return probing(folder, os.Stdout)
	}
	if *samplesOf != "" {
		return findings(folder, os.Stdout)
	}
	if *carryErrors != "" {
		return carrying(folder, os.Stdout)
	}
	if *showSuggested != "" {
		return suggestions(folder, os.Stdout)
	}
	var docs []*document
	for _, f := range files {
		d, err := load(f)
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		docs = append(docs, d)
	}
	e := &evaluation{show: errs, from: from}
	for _, d := range docs {
		e.roles(d)
		e.single(d)
		e.joinedActions(d)
	}
	if err := e.linked(docs, links); err != nil {
		return err
	}
	table := e.table(len(docs))
	fmt.Print(table)
	if err := englishReading(folder, os.Stdout); err != nil {
		return err
	}
	if err := probing(folder, os.Stdout); err != nil {
		return err
	}
	if err := findings(folder, os.Stdout); err != nil {
		return err
	}
	if err := carrying(folder, os.Stdout); err != nil {
		return err
	}
	if err := suggestions(folder, os.Stdout); err != nil {
		return err
	}
	if write != "" {
		return os.WriteFile(write, []byte(table), 0o644)
	}
	return nil
}
