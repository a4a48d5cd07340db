package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var englishErrors = flag.String("english", "", `print what is read wrong in English sentences: "recipient", "purpose", "condition", "whole", "links", "denial", "deed" of PolicyIE, "data-denial", "data-deed" of PI-Extract`)

// englishSpan is a mark of an English corpus; one has a label, the other has several.
type englishSpan struct {
	Label      string
	Labels     []string
	Start, End int
	Text       string
}

// englishLine is a sentence with its marks.
type englishLine struct {
	ID    string
	Plain string
	Spans []englishSpan
	// Same joins the lines of one sentence that tells of several practices; zero: none.
	Same int
}

func englishLines(file string) ([]englishLine, error) {
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []englishLine
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l englishLine
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", file, len(list)+1, err)
		}
		list = append(list, l)
	}
	return list, lines.Err()
}

// englishReading prints how well English sentences are read.
func englishReading(folder string, out io.Writer) error {
	e := &english{out: out}
	lines, err := englishLines(filepath.Join(folder, "policyie", "train.jsonl"))
	if err != nil {
		return err
	}
	if lines != nil {
		if err := e.policyIE(lines); err != nil {
			return err
		}
	}
	lines, err = englishLines(filepath.Join(folder, "piextract", "train.jsonl"))
	if err != nil || lines == nil {
		return err
	}
	return e.piExtract(lines)
}

// english counts.
type english struct {
	out                            io.Writer
	recipient, purpose, condition  tally
	whole                          tally
	fields                         [len(fieldNames)]tally
	links                          [len(fieldNames)]counts
	allLinks, severalWhole         tally
	denials, deeds                 tally
	dataDenials, dataDeeds         tally
	unreadDenials, unreadDeedsData int
}

func (e *english) show(what string, d *document, format string, args ...any) {
	if *englishErrors == what {
		fmt.Fprintf(e.out, "%s  %s\n    %s\n", d.name, d.render(span{0, len(d.runes)}), fmt.Sprintf(format, args...))
	}
}

// roleOf is what a PolicyIE label is in the terms of ours; "" for what has no mark.
func roleOf(label string) string {
	switch name, _, _ := strings.Cut(label, "."); name {
	case "action":
		return "action"
	case "data-collector", "data-sharer", "data-holder", "data-protector":
		return "handler"
	case "data-receiver":
		return "recipient"
	case "data-collected", "data-shared", "data-retained", "data-protected":
		return "data"
	case "purpose-argument":
		return "purpose"
	case "condition-argument":
		return "condition"
	case "data-provider":
		return "provider"
	}
	return ""
}

// marksOf returns the marks of a line. Possessives, which only say whose data it is, are
// none.
func marksOf(l englishLine) []gold {
	var marks []gold
	for _, s := range l.Spans {
		role := roleOf(s.Label)
		behind, _, _ := strings.Cut(string([]rune(l.Plain)[s.End:]), " ")
		if role == "" || role == "provider" && possessive(s.Text+behind) {
			continue
		}
		m := gold{role, s.Start, s.End}
		if !slices.Contains(marks, m) {
			marks = append(marks, m)
		}
	}
	return marks
}

func possessive(words string) bool {
	switch strings.ToLower(words) {
	case "your", "our", "their", "his", "her", "its":
		return true
	}
	return strings.HasSuffix(words, "'s") || strings.HasSuffix(words, "’s") || strings.HasSuffix(words, "s'") || strings.HasSuffix(words, "s’")
}

// polarity says whether a line denies its action.
type polarity uint8

const (
	done polarity = iota
	denied
	unclear // the denying word stands far behind the action, or before a purpose or condition
)

func (l englishLine) polarity(marks []gold, action gold) polarity {
	p := done
	for _, s := range l.Spans {
		if s.Label != "polarity.negation" {
			continue
		}
		if s.Start > action.End+1 || slices.ContainsFunc(marks, func(m gold) bool {
			return (m.Label == "purpose" || m.Label == "condition") && s.End <= m.Start && m.End <= action.Start
		}) {
			return unclear
		}
		p = denied
	}
	return p
}

// cueWords begin conditions and purposes.
var cueWords = []string{"if", "when", "whenever", "unless", "except", "because", "in order to", "so that", "for the purpose of", "for purposes of"}

// isClear reports whether the gold of a sentence tells all of its practice as far as one
// can see: its links are clear, it names actor and data of its one action, the sentence
// is whole (it begins with a capital letter and does not end with a colon), and no word
// that begins a condition or a purpose stands, outside of the marks, before words
// without a mark.
func isClear(d *document) bool {
	count := map[string]int{}
	for _, m := range d.marks {
		count[m.Label]++
	}
	text := strings.TrimSpace(string(d.runes))
	if count["action"] != 1 || count["handler"] == 0 || count["data"] == 0 || !d.clearLinks(d.marks) ||
		strings.HasSuffix(text, ":") || strings.ToUpper(text[:1]) != text[:1] {
		return false
	}
	for i := range d.runes {
		if i > 0 && isLetter(d.runes[i-1]) || d.isMarked(i) {
			continue
		}
		rest := strings.ToLower(string(d.runes[i:min(len(d.runes), i+24)]))
		for _, cue := range cueWords {
			if strings.HasPrefix(rest, cue+" ") && !d.isMarked(i+len(cue)+1) {
				return false
			}
		}
	}
	return true
}

// contrary reports whether the words before a purpose begin a condition, or the reverse,
// and whether a condition is a single word, as guarantee in "we cannot guarantee".
func (d *document) contrary(m gold) bool {
	before := strings.Fields(strings.ToLower(string(d.runes[:m.Start])))
	if len(before) == 0 {
		before = []string{""}
	}
	switch last := before[len(before)-1]; m.Label {
	case "purpose":
		return slices.Contains([]string{"if", "when", "where", "whenever", "unless"}, last)
	case "condition":
		return last == "to" || last == "for" || !strings.Contains(strings.TrimSpace(string(d.runes[m.Start:m.End])), " ")
	}
	return false
}

// clearLinks reports whether the marks that belong to one action are placed so that
// their part in it is clear: none lies in another or is contrary, and an actor is no
// possessive and no us, and stands before the action or behind by.
func (d *document) clearLinks(marks []gold) bool {
	var action gold
	for _, m := range marks {
		if m.Label == "action" {
			action = m
		}
	}
	for _, m := range marks {
		if m.Label == "provider" {
			continue
		}
		if slices.ContainsFunc(marks, func(o gold) bool { return o != m && o.Start <= m.Start && m.End <= o.End }) {
			return false
		}
		if d.contrary(m) {
			return false
		}
		if m.Label != "handler" {
			continue
		}
		words := string(d.runes[m.Start:m.End])
		if possessive(words) || strings.EqualFold(words, "us") || m.Start > action.Start && !strings.HasSuffix(strings.ToLower(string(d.runes[:m.Start])), "by ") {
			return false
		}
	}
	return true
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isMarked reports whether a mark holds the code point.
func (d *document) isMarked(i int) bool {
	return slices.ContainsFunc(d.marks, func(m gold) bool { return m.Start <= i && i < m.End })
}
