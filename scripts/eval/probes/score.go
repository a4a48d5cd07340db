package probes

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/practice"
)

// verdict is what the judge says of one expected practice.
type verdict struct {
	probe  *Probe
	want   *Expected
	got    *told
	faults []Fault
}

// Score is the verdicts on a set of probes.
type Score struct {
	verdicts []verdict
	// unmarked counts practices told of words that bear no mark; they are not judged.
	unmarked int
}

// Judge reads the probes and judges what was read.
func Judge(list []*Probe) (*Score, error) {
	s := &Score{}
	for _, p := range list {
		read := read(p.Text)
		actions := actionsOf(p.Text)
		judged := make([]bool, len(read.practices))
		for i := range p.Practices {
			want := &p.Practices[i]
			at, found := want.placeOf(actions)
			if !found {
				return nil, fmt.Errorf("%s: no action [%s]", p.ID, want.Action)
			}
			var mine []*practice.Practice
			for k := range read.practices {
				if read.meets(&read.practices[k], at) {
					mine = append(mine, &read.practices[k])
					judged[k] = true
				}
			}
			var got *told
			if len(mine) > 0 {
				got = together(mine)
			}
			s.verdicts = append(s.verdicts, verdict{p, want, got, judge(want, got)})
		}
		for _, j := range judged {
			if !j {
				s.unmarked++
			}
		}
	}
	return s, nil
}

// count counts the faults of a kind.
func (v *verdict) count(k Kind) int {
	n := 0
	for _, f := range v.faults {
		if f.Kind == k {
			n++
		}
	}
	return n
}

// onFocus reports whether a fault is in what the probe's construction is about.
func (v *verdict) onFocus(f Fault) bool {
	return len(v.probe.Focus) == 0 || f.Field == "practice" ||
		slices.ContainsFunc(v.probe.Focus, func(word string) bool { return strings.Contains(f.Field, word) })
}

// figures are the counts of some verdicts.
type figures struct {
	probes, practices          int
	false, omitted, modality   int
	whole, focus               int
	wrongActors, impliedActors int
	evidence, evidenceRight    int
}

func (s *Score) figures(of func(*Probe) bool) figures {
	var f figures
	var last *Probe
	for i := range s.verdicts {
		v := &s.verdicts[i]
		if !of(v.probe) {
			continue
		}
		if v.probe != last {
			f.probes++
			last = v.probe
		}
		f.practices++
		f.false += v.count(False)
		f.omitted += v.count(Omission)
		f.modality += v.count(Modality)
		if len(v.faults) == 0 {
			f.whole++
		}
		if !slices.ContainsFunc(v.faults, v.onFocus) {
			f.focus++
		}
		f.addEvidence(v)
	}
	return f
}

// addEvidence counts wrong actors that no words name, and right ones whose evidence is
// that of the text.
func (f *figures) addEvidence(v *verdict) {
	if v.got == nil {
		return
	}
	if slices.ContainsFunc(v.faults, func(f Fault) bool { return f.Kind == False && f.Field == "actor" }) {
		f.wrongActors++
		if slices.ContainsFunc(v.got.actors, func(a practice.Value) bool { return a.Evidence == practice.Implied }) {
			f.impliedActors++
		}
	}
	right := slices.Concat(v.want.actorLists()...)
	for _, a := range v.got.actors {
		i := slices.IndexFunc(right, func(w Actor) bool { return w.Text != "" && sameName(.5)(a.Text, w.Text) })
		if i < 0 || right[i].Evidence == "" {
			continue
		}
		f.evidence++
		if slices.Contains(strings.Split(right[i].Evidence, "|"), a.Evidence.String()) {
			f.evidenceRight++
		}
	}
}

func (f figures) print(out io.Writer, name, split string) {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, f.practices)) }
	fmt.Fprintf(out, "%-28s %6d %9d %9.1f %11.1f %12.1f %7.1f %7.1f   %s\n", name, f.probes, f.practices,
		share(f.false), share(f.omitted), share(f.modality), share(f.whole), share(f.focus), split)
}

// Print prints the figures, by language and, where that is wanted, by construction.
func (s *Score) Print(out io.Writer, byConstruction bool) {
	fmt.Fprintf(out, "%-28s %6s %9s %9s %11s %12s %7s %7s\n", "", "probes", "practices", "false/100", "omitted/100", "modality/100", "whole %", "focus %")
	all := s.figures(func(*Probe) bool { return true })
	all.print(out, "all", "")
	var langs, constructions []string
	for i := range s.verdicts {
		langs = append(langs, s.verdicts[i].probe.Lang)
		constructions = append(constructions, s.verdicts[i].probe.Construction)
	}
	for _, lang := range unique(langs) {
		s.figures(func(p *Probe) bool { return p.Lang == lang }).print(out, "  "+lang, "")
	}
	for _, c := range unique(constructions) {
		if !byConstruction {
			break
		}
		split := ""
		for _, lang := range unique(langs) {
			f := s.figures(func(p *Probe) bool { return p.Construction == c && p.Lang == lang })
			if f.practices > 0 {
				split += fmt.Sprintf("%s %d/%d  ", lang, 100*f.false/f.practices, 100*f.whole/f.practices)
			}
		}
		s.figures(func(p *Probe) bool { return p.Construction == c }).print(out, c, split)
	}
	fmt.Fprintf(out, "false: %s\nomitted: %s\n", s.byField(False), s.byField(Omission))
	fmt.Fprintf(out, "wrong actors that no words name %d of %d; ", all.impliedActors, all.wrongActors)
	if all.evidence > 0 {
		fmt.Fprintf(out, "evidence as in the text for %d of %d right actors; ", all.evidenceRight, all.evidence)
	}
	fmt.Fprintf(out, "practices of unmarked words, not judged, %d\n", s.unmarked)
}

// byField tells how many faults of a kind each field has, the most first.
func (s *Score) byField(k Kind) string {
	counts := map[string]int{}
	var fields []string
	for i := range s.verdicts {
		for _, f := range s.verdicts[i].faults {
			if f.Kind == k {
				counts[f.Field]++
				fields = append(fields, f.Field)
			}
		}
	}
	fields = unique(fields)
	slices.SortStableFunc(fields, func(a, b string) int { return counts[b] - counts[a] })
	for i, f := range fields {
		fields[i] = fmt.Sprintf("%s %d", f, counts[f])
	}
	return strings.Join(fields, ", ")
}

// PrintFailures prints what is wrong, probe by probe.
func (s *Score) PrintFailures(out io.Writer) {
	var last *Probe
	for i := range s.verdicts {
		v := &s.verdicts[i]
		if len(v.faults) == 0 {
			continue
		}
		if v.probe != last {
			fmt.Fprintf(out, "%s  %s\n", v.probe.ID, strings.ReplaceAll(v.probe.Text, "\n", "⏎"))
			last = v.probe
		}
		for _, f := range v.faults {
			fmt.Fprintf(out, "    [%s] %s: %s: got %s, expected %s\n", v.want.Action, f.Kind, f.Field, orDash(f.Got), orDash(f.WantedText))
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
