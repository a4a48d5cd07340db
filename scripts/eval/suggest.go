package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
)

var showSuggested = flag.String("suggested", "", `print suggestions: "wrong data" beside the experts' marks, "elsewhere data" in sentences without any, "missed data" the marks that none meets; any kind`)

// suggestions measures what is suggested in the policies without their marks, and
// in their second halves with the marks of the first.
func suggestions(folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	var fresh, near, half, bare suggestionScore
	for _, file := range files {
		marks, plain, err := goldOf(file)
		if err != nil {
			return err
		}
		fresh.count(out, filepath.Base(file), plain, marks, suggestedIn(plain))
		rest, list := suggestedBehind(plain, marks)
		half.count(io.Discard, filepath.Base(file), plain, rest, list)
		first, list := behind(plain, marks, suggestedIn(plain))
		bare.count(io.Discard, filepath.Base(file), plain, first, list)
	}
	near = fresh.inSentences()
	fresh.print(out, "suggested from nothing, by the words alone")
	near.print(out, "… in sentences of which the experts marked anything")
	near = bare.inSentences()
	near.print(out, "… of these, behind the first half of the marks")
	near = half.inSentences()
	near.print(out, "… the same with the first half of the marks given")
	return nil
}

// goldMark is an expert's mark in bytes of the plain text.
type goldMark struct {
	source.Span
	kind  syntax.Kind
	label string
}

func goldOf(file string) ([]goldMark, string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, "", err
	}
	var policy struct {
		Plain string
		Marks []gold
	}
	if err := json.Unmarshal(data, &policy); err != nil {
		return nil, "", err
	}
	c := source.NewCursor(policy.Plain, source.Measure(policy.Plain))
	var list []goldMark
	for _, m := range policy.Marks {
		list = append(list, goldMark{source.Span{Start: c.ToPoint(m.Start).Bytes, End: c.ToPoint(m.End).Bytes}, kinds[m.Label], m.Label})
	}
	return list, policy.Plain, nil
}

func suggestedIn(plain string) []suggest.Suggestion {
	markup, _ := syntax.Write(plain, nil)
	tree := syntax.Parse(markup)
	var in *reading.Context
	var list []suggest.Suggestion
	at := 0
	for i := range tree.Len() {
		b := tree.At(i)
		r, out := reading.Block(b, in)
		for _, s := range suggest.Block(b, in, r) {
			s.Plain = s.Plain.Shift(at)
			list = append(list, s)
		}
		in = out
		at += len(b.Plain())
	}
	return list
}

// halfway returns the first byte behind the first half of the marks.
func halfway(marks []goldMark) int {
	if len(marks) == 0 {
		return 0
	}
	return marks[len(marks)/2].Start
}

// behind returns the marks and the suggestions behind the first half of the marks.
func behind(plain string, marks []goldMark, list []suggest.Suggestion) ([]goldMark, []suggest.Suggestion) {
	at := halfway(marks)
	rest := slices.DeleteFunc(slices.Clone(marks), func(m goldMark) bool { return m.Start < at })
	return rest, slices.DeleteFunc(list, func(s suggest.Suggestion) bool { return s.Plain.Start < at })
}

// suggestedBehind marks the first half and returns the rest of the marks, and what is
// suggested there.
func suggestedBehind(plain string, marks []goldMark) ([]goldMark, []suggest.Suggestion) {
	at := halfway(marks)
	var given []syntax.Annotation
	for _, m := range marks {
		if m.End <= at {
			given = append(given, syntax.Annotation{Kind: m.kind, Plain: m.Span})
		}
	}
	markup, _ := syntax.Write(plain, given)
	d := core.Read(markup)
	budget := len(markup) * 100
	d.SuggestWithin(&budget)
	var list []suggest.Suggestion
	d.Suggestions(0, func(s core.Suggestion) bool {
		s.Plain = s.Plain.Shift(s.Block.Before.Plain.Bytes)
		list = append(list, s.Suggestion)
		return true
	})
	return behind(plain, marks, list)
}

// suggestionScore counts by kind.
type suggestionScore struct {
	kinds [5]struct{ suggested, exact, within, half, gold, found, foundExact int }
	rules map[string]*[2]int
	near  *suggestionScore
}

func (s *suggestionScore) inSentences() suggestionScore {
	if s.near == nil {
		return suggestionScore{}
	}
	return *s.near
}

// sentenceAround returns the line's sentence around a span.
func sentenceAround(plain string, s source.Span) source.Span {
	from, to := 0, len(plain)
	if i := strings.LastIndexAny(plain[:s.Start], "。！？\n"); i >= 0 {
		from = i
	}
	if i := strings.IndexAny(plain[s.End:], "。！？\n"); i >= 0 {
		to = s.End + i
	}
	return source.Span{Start: from, End: to}
}

func (s *suggestionScore) count(out io.Writer, file, plain string, marks []goldMark, list []suggest.Suggestion) {
	if s.near == nil {
		s.near = &suggestionScore{}
	}
	if s.rules == nil {
		s.rules = map[string]*[2]int{}
	}
	for _, x := range list {
		s.countSuggestion(out, file, plain, marks, x)
	}
	for _, m := range marks {
		s.countMark(out, file, plain, m, list)
	}
}

// agreement says how a suggestion and the marks agree: that its sentence is marked at all,
// and that a mark of its kind is the same, holds it, or has at least half in common.
type agreement struct{ marked, exact, within, half bool }

func agreementOf(plain string, marks []goldMark, x suggest.Suggestion) (a agreement) {
	around := sentenceAround(plain, x.Plain)
	for _, m := range marks {
		a.marked = a.marked || m.Start < around.End && around.Start < m.End
		if m.kind != x.Kind {
			continue
		}
		a.exact = a.exact || m.Span == x.Plain
		a.within = a.within || m.Start <= x.Plain.Start && x.Plain.End <= m.End
		o := min(m.End, x.Plain.End) - max(m.Start, x.Plain.Start)
		a.half = a.half || 2*o >= m.Len() && 2*o >= x.Plain.Len()
	}
	return a
}

func (s *suggestionScore) countSuggestion(out io.Writer, file, plain string, marks []goldMark, x suggest.Suggestion) {
	a := agreementOf(plain, marks, x)
	for _, t := range []*suggestionScore{s, s.near} {
		if t == s.near && !a.marked {
			continue
		}
		k := &t.kinds[x.Kind]
		k.suggested++
		k.exact += b2i(a.exact)
		k.within += b2i(a.within)
		k.half += b2i(a.half)
	}
	if a.marked {
		name := x.Kind.String() + " " + x.Reason.Rule + fmt.Sprint(" ", x.Score)
		if s.rules[name] == nil {
			s.rules[name] = &[2]int{}
		}
		s.rules[name][0]++
		s.rules[name][1] += b2i(a.within)
	}
	if !a.marked && *showSuggested == "elsewhere "+x.Kind.String() || a.marked && !a.within && *showSuggested == "wrong "+x.Kind.String() {
		fmt.Fprintf(out, "%s %s %s\n    %s\n", file, x.Reason.Rule, x.Reason.Cue, aroundMark(plain, x.Plain))
	}
}

func (s *suggestionScore) countMark(out io.Writer, file, plain string, m goldMark, list []suggest.Suggestion) {
	found, exact := false, false
	for _, x := range list {
		if x.Kind == m.kind {
			found = found || x.Plain.Start < m.End && m.Start < x.Plain.End
			exact = exact || x.Plain == m.Span
		}
	}
	for _, t := range []*suggestionScore{s, s.near} {
		k := &t.kinds[m.kind]
		k.gold++
		k.found += b2i(found)
		k.foundExact += b2i(exact)
	}
	if *showSuggested == "missed "+m.kind.String() && !found {
		fmt.Fprintf(out, "%s\n    %s\n", file, aroundMark(plain, m.Span))
	}
}

func aroundMark(plain string, s source.Span) string {
	a := sentenceAround(plain, s)
	return strings.TrimSpace(plain[a.Start:s.Start] + "⟦" + plain[s.Start:s.End] + "⟧" + plain[s.End:a.End])
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *suggestionScore) print(out io.Writer, title string) {
	fmt.Fprintf(out, "\n%s\n%-10s %9s %8s %8s %8s %8s %8s\n", title, "", "suggested", "exact", "within", "half", "found", "exactly")
	var all = s.kinds[0]
	line := func(name string, i int) {
		k := s.kinds[i]
		if i == 0 {
			k = all
		} else {
			all.suggested += k.suggested
			all.exact += k.exact
			all.within += k.within
			all.half += k.half
			all.gold += k.gold
			all.found += k.found
			all.foundExact += k.foundExact
		}
		fmt.Fprintf(out, "%-10s %9d %6.1f %% %6.1f %% %6.1f %% %6.1f %% %6.1f %%\n", name, k.suggested, percent(k.exact, k.suggested), percent(k.within, k.suggested),
			percent(k.half, k.suggested), percent(k.found, k.gold), percent(k.foundExact, k.gold))
	}
	for _, k := range syntax.Kinds {
		line(k.String(), int(k))
	}
	line("all", 0)
	for _, name := range slices.Sorted(maps.Keys(s.rules)) {
		if *showSuggested != "" {
			fmt.Fprintf(out, "   %-50s %5d %5.1f\n", name, s.rules[name][0], percent(s.rules[name][1], s.rules[name][0]))
		}
	}
}
