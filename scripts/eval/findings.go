package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var (
	samplesOf = flag.String("rule", "", "print what this rule finds in the experts' policies")
	missedOf  = flag.String("missed", "", "print the faults of this rule that it does not find")
	every     = flag.Int("every", 1, "print every so many of them")
)

// findings counts what the rules find in the experts' marks, where next to nothing
// is wrong: a rule that finds much there cries wolf or tells news.
func findings(folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	counts := map[string]int{}
	policies := map[string]int{}
	marks, shown := 0, 0
	for _, file := range files {
		text, err := markupOf(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		d := core.Read(text)
		marks += d.Tally().Marks
		seen := map[string]bool{}
		d.Problems(core.AllSeverities, 0, func(p core.Problem) bool {
			counts[p.Rule.Name]++
			if !seen[p.Rule.Name] {
				seen[p.Rule.Name] = true
				policies[p.Rule.Name]++
			}
			if p.Rule.Name == *samplesOf {
				if shown%*every == 0 {
					fmt.Fprintf(out, "%s  %s\n    %s\n", filepath.Base(file), p.Message(locale.ZH), around(text, p.Source()))
				}
				shown++
			}
			return true
		})
	}
	if *samplesOf != "" {
		return nil
	}
	fmt.Fprintf(out, "\n%-34s %-8s %9s %9s %9s\n", "rule", "severity", "findings", "per 1,000", "policies")
	for _, r := range rules.All {
		fmt.Fprintf(out, "%-34s %-8s %9d %9.1f %9d\n", r.Name, r.Severity, counts[r.Name], 1000*float64(counts[r.Name])/float64(max(1, marks)), policies[r.Name])
	}
	return seeded(folder, out)
}

// markupOf returns a policy of the corpus as markup.
func markupOf(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var policy struct {
		Plain string
		Marks []gold
	}
	if err := json.Unmarshal(data, &policy); err != nil {
		return "", err
	}
	c := source.NewCursor(policy.Plain, source.Measure(policy.Plain))
	var list []syntax.Annotation
	for _, m := range policy.Marks {
		span := source.Span{Start: c.ToPoint(m.Start).Bytes, End: c.ToPoint(m.End).Bytes}
		list = append(list, syntax.Annotation{Kind: kinds[m.Label], Plain: span})
	}
	text, _ := syntax.Write(policy.Plain, list)
	return text, nil
}

// around returns the text around a span, which stands in ⟦⟧.
func around(text string, s source.Span) string {
	const reach = 150
	from, to := max(0, s.Start-reach), min(len(text), s.End+reach)
	if i := strings.LastIndexAny(text[from:s.Start], "。\n"); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexAny(text[s.End:to], "。\n"); i >= 0 {
		to = s.End + i
	}
	return strings.ToValidUTF8(text[from:s.Start]+"⟦"+text[s.Start:s.End]+"⟧"+text[s.End:to], "")
}
