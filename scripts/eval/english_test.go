package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// lineOf reads a sentence whose marks are written as ⟦label:words⟧.
func lineOf(t *testing.T, text string) englishLine {
	l := englishLine{ID: text}
	var open []englishSpan
	for text != "" {
		if rest, found := strings.CutPrefix(text, "⟦"); found {
			label, rest, found := strings.Cut(rest, ":")
			if !found {
				t.Fatalf("%q: a mark without a label", l.ID)
			}
			open = append(open, englishSpan{Label: label, Start: len([]rune(l.Plain))})
			text = rest
			continue
		}
		if rest, found := strings.CutPrefix(text, "⟧"); found {
			s := open[len(open)-1]
			open = open[:len(open)-1]
			s.End = len([]rune(l.Plain))
			s.Text = string([]rune(l.Plain)[s.Start:s.End])
			l.Spans = append(l.Spans, s)
			text = rest
			continue
		}
		_, n := utf8.DecodeRuneInString(text)
		l.Plain += text[:n]
		text = text[n:]
	}
	return l
}

func TestClearGold(t *testing.T) {
	for text, clear := range map[string]bool{
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                                                       true,
		"⟦data-retained.x:Notes⟧ are ⟦action:kept⟧ by ⟦data-collector.x:us all⟧.":                                            true,
		"⟦data-retained.x:Notes⟧ are ⟦action:kept⟧ by ⟦data-collector.x:us⟧.":                                                false, // us
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ notes.":                                                                         false, // no data
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧ if you agree.":                                          false, // a condition without a mark
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧ if ⟦condition-argument.x:you agree⟧.":                   true,
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧ if ⟦purpose-argument.x:you agree⟧.":                     false, // contrary
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧ for ⟦condition-argument.x:its own sake⟧.":               false, // contrary
		"⟦data-collector.x:Our⟧ site may ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                                             false, // possessive
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ and ⟦action:sell⟧ ⟦data-retained.x:notes⟧.":                                     false, // two actions
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧:":                                                       false, // goes on
		"⟦data-collector.x:we⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                                                       false, // begins before
		"If ⟦condition-argument.x:⟦data-collector.x:we⟧ must⟧, we ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                    false, // one in the other
		"⟦data-collector.x:We⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧ if ⟦condition-argument.x:⟦data-provider.x:you⟧ agree⟧.": true,
	} {
		l := lineOf(t, text)
		d, err := newDocument("x", l.Plain, marksOf(l))
		if err != nil {
			t.Fatal(err)
		}
		if got := isClear(d); got != clear {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestPolarity(t *testing.T) {
	for text, want := range map[string]polarity{
		"We ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                                                      done,
		"We ⟦action:keep⟧ ⟦polarity.negation:no⟧ ⟦data-retained.x:notes⟧.":                               denied,
		"We do ⟦polarity.negation:not⟧ ⟦action:keep⟧ ⟦data-retained.x:notes⟧.":                           denied,
		"We ⟦action:keep⟧ ⟦data-retained.x:notes⟧ ⟦polarity.negation:never⟧.":                            unclear,
		"We can ⟦polarity.negation:not⟧ ⟦condition-argument.x:promise⟧ the ⟦action:safety⟧ of our data.": unclear,
	} {
		l := lineOf(t, text)
		marks := marksOf(l)
		for _, m := range marks {
			if m.Label == "action" {
				if got := l.polarity(marks, m); got != want {
					t.Errorf("%s: %d", text, got)
				}
			}
		}
	}
}

func TestMarksOf(t *testing.T) {
	l := lineOf(t, "⟦data-provider.x:Your⟧ and ⟦data-provider.x:users⟧' ⟦data-retained.x:notes⟧ come from ⟦data-provider.x:banks⟧ by ⟦method.x:fax⟧.")
	got := ""
	for _, m := range marksOf(l) {
		got += m.Label + ":" + string([]rune(l.Plain)[m.Start:m.End]) + " "
	}
	if got != "data:notes provider:banks " {
		t.Error(got)
	}
}

func TestJoins(t *testing.T) {
	for words, want := range map[string]bool{"、": true, "和": true, "，并": true, " and ": false, "您的": false} {
		if joins(words) != want {
			t.Errorf("%q joins: %v", words, !want)
		}
	}
}
