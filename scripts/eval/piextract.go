package main

import (
	"fmt"
	"slices"
	"strings"
)

// piExtract reads the sentences, each by itself, with the marks of their data alone, and
// counts the data that is denied, and not denied, as the gold says. Data of which the
// gold says both is left out; of data with no practice nothing can be told.
func (e *english) piExtract(lines []englishLine) error {
	for _, l := range lines {
		var marks []gold
		for _, s := range l.Spans {
			marks = append(marks, gold{"data", s.Start, s.End})
		}
		if len(marks) == 0 {
			continue
		}
		d, err := newDocument(l.ID, l.Plain, marks)
		if err != nil {
			return fmt.Errorf("%s: %w", l.ID, err)
		}
		for i, s := range l.Spans {
			denied := slices.ContainsFunc(s.Labels, isDenial)
			if denied && slices.ContainsFunc(s.Labels, func(l string) bool { return !isDenial(l) }) {
				continue
			}
			e.datum(d, marks[i], denied)
		}
	}
	if *englishErrors != "" {
		return nil
	}
	fmt.Fprintf(e.out, "\nEnglish: sentences of PI-Extract, each read by itself with its data marked\n\n")
	fmt.Fprintf(e.out, "%-41s %s, without a practice %d\n", "data of denials read as denied", e.dataDenials, e.unreadDenials)
	fmt.Fprintf(e.out, "%-41s %s, without a practice %d\n", "data of deeds not read as denied", e.dataDeeds, e.unreadDeedsData)
	return nil
}

func isDenial(label string) bool { return strings.HasPrefix(label, "NOT_") }

// datum judges one datum by the practices that hold it.
func (e *english) datum(d *document, m gold, denied bool) {
	var read, negated bool
	words := ""
	for _, p := range d.practices {
		if !slices.ContainsFunc(fieldsOf(p)[data], func(s span) bool { return same(s, m.span()) }) {
			continue
		}
		read = true
		negated = negated || p.Negated
		words += fmt.Sprintf(" [%s] %s", p.Action.Text, p.NegationText)
	}
	t, unread, what := &e.dataDeeds, &e.unreadDeedsData, "data-deed"
	if denied {
		t, unread, what = &e.dataDenials, &e.unreadDenials, "data-denial"
	}
	if !read {
		*unread++
	}
	right := denied == negated && (read || !denied)
	t.add(right)
	if !right {
		e.show(what, d, "<%s>%s", string(d.runes[m.Start:m.End]), words)
	}
}
