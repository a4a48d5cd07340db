package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// The formats of the commands that compare, and of the report of carry.
var compareFormats = []string{"text", "json"}

// compareOptions are what the flags of the commands that compare say.
type compareOptions struct {
	out    string // -o
	report string
	take   string
	base   string
	fix    bool
}

// setCompareFlags defines the flags of a command.
func setCompareFlags(name string, set *flag.FlagSet, o *compareOptions) {
	switch name {
	case "carry":
		set.StringVar(&o.out, "o", "", "")
		set.StringVar(&o.report, "report", compareFormats[0], "")
	case "merge":
		set.StringVar(&o.out, "o", "", "")
		set.StringVar(&o.take, "take", "agreed", "")
	case "drift":
		set.StringVar(&o.base, "base", "", "")
		set.BoolVar(&o.fix, "fix", false, "")
	}
}

// check returns an error for a value that a flag does not take.
func (o *compareOptions) check(name string) error {
	if name == "carry" && !slices.Contains(compareFormats, o.report) {
		return fmt.Errorf("carry: --report is text or json, not %q", o.report)
	}
	if name == "merge" && o.take != "a" && o.take != "b" && o.take != "agreed" {
		return fmt.Errorf("merge: --take is a, b or agreed, not %q", o.take)
	}
	return nil
}

// together does a command that looks at several files at once.
func together(c command, o options, files []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fail := func(err error) int {
		fmt.Fprintln(stderr, "policymark:", err)
		return statusFailed
	}
	if len(files) < 2 || c.name != "agree" && len(files) > 2 {
		return fail(fmt.Errorf("%s wants %s, not %d", c.name, c.args, len(files)))
	}
	var inputs []input
	for _, name := range files {
		in, err := open(name, stdin)
		if err != nil {
			return fail(err)
		}
		inputs = append(inputs, in)
	}
	out, notes, err := c.together(inputs, o)
	if err != nil {
		var localised interface{ In(locale.Lang) string }
		if errors.As(err, &localised) {
			err = errors.New(localised.In(o.lang))
		}
		return fail(err)
	}
	stderr.Write(notes)
	if o.compare.out != "" {
		if err := writeFile(o.compare.out, out.data); err != nil {
			return fail(err)
		}
		return out.status
	}
	if _, err := stdout.Write(out.data); err != nil {
		return statusFailed
	}
	return out.status
}

// writeFile writes a file whole or not at all.
func writeFile(name string, data []byte) error {
	if _, err := os.Stat(name); err == nil {
		return replaceFile(name, data)
	}
	return os.WriteFile(name, data, 0o666)
}

// place is a stretch of a document as it is printed. Start and End are code points of
// the plain text, half-open; Line and Column are those of the file, from 1.
type place struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// ruler turns byte offsets of a document's plain text into places.
type ruler struct {
	tree   syntax.Tree
	plain  string
	points source.Cursor
	text   *lines // of the file
	escape bool   // the file is plain text
}

func newRuler(in input, t syntax.Tree, plain bool) *ruler {
	text := t.Plain()
	return &ruler{t, text, source.NewCursor(text, source.Measure(text)), newLines(in.file.Text()), plain}
}

func (r *ruler) place(s source.Span) place {
	p := place{Text: r.plain[s.Start:s.End]}
	p.Start, p.End = r.points.ToByte(s.Start).Points, r.points.ToByte(s.End).Points
	at := s.Start
	if !r.escape {
		at = compare.SourceOf(r.tree, s).Start
	}
	p.Line, p.Column = r.text.place(at)
	return p
}

var (
	wordChanges = locale.Text{ZH: "文字：%d 处不同", EN: "text: %d differences"}
	wordMore    = locale.Text{ZH: "处理行为：%d 处不同", EN: "practices: %d differences"}
	wordIn      = locale.Text{ZH: "新增“%s”", EN: "“%s” is new"}
	wordOut     = locale.Text{ZH: "删去“%s”", EN: "“%s” is gone"}
	wordTo      = locale.Text{ZH: "“%s”变为“%s”", EN: "“%s” became “%s”"}
)

// said says what changed from one text to another.
func said(a, b string, lang locale.Lang) string {
	switch {
	case a == "":
		return wordIn.In(lang, short(b))
	case b == "":
		return wordOut.In(lang, short(a))
	}
	return wordTo.In(lang, short(a), short(b))
}

// short returns a text on one line, its middle left out when it is long.
func short(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) > most {
		r = append(append(r[:most/2:most/2], '…'), r[len(r)-most/2:]...)
	}
	return string(bytes.ReplaceAll([]byte(string(r)), []byte("\n"), []byte("⏎")))
}

type changeJSON struct {
	A place `json:"a"`
	B place `json:"b"`
}

// doDiff prints what changed from one version to another, in the text and in
// practice.
func doDiff(in []input, o options) (output, []byte, error) {
	a, b := syntax.Parse(in[0].markup(o)), syntax.Parse(in[1].markup(o))
	ra, rb := newRuler(in[0], a, o.plain), newRuler(in[1], b, o.plain)
	changes, err := compare.Diff(ra.plain, rb.plain, nil)
	if err != nil {
		return output{}, nil, err
	}
	practices, err := compare.Practices(compare.NewVersion(a, nil), compare.NewVersion(b, nil), nil)
	if err != nil {
		return output{}, nil, err
	}
	list := make([]changeJSON, len(changes))
	for i, c := range changes {
		list[i] = changeJSON{ra.place(c.A), rb.place(c.B)}
	}
	told := practicesJSON(practices, ra, rb, o.lang)
	out := output{}
	if len(list)+len(told) > 0 {
		out.status = statusProblems
	}
	if o.format == "json" {
		one, err := encode(struct {
			A         string         `json:"a"`
			B         string         `json:"b"`
			Changes   []changeJSON   `json:"changes"`
			Practices []practiceJSON `json:"practices"`
		}{in[0].name, in[1].name, list, told})
		out.data = one.data
		return out, nil, err
	}
	var w bytes.Buffer
	fmt.Fprintln(&w, wordChanges.In(o.lang, len(list)))
	for _, c := range list {
		fmt.Fprintf(&w, "  %s:%d:%d: %s\n", in[1].name, c.B.Line, c.B.Column, said(c.A.Text, c.B.Text, o.lang))
	}
	fmt.Fprintln(&w, wordMore.In(o.lang, len(told)))
	for _, p := range told {
		name, at := in[1].name, p.New
		if at == nil {
			name, at = in[0].name, p.Old
		}
		for _, s := range p.Sentences {
			fmt.Fprintf(&w, "  %s:%d:%d: %s\n", name, at.Line, at.Column, s)
		}
	}
	out.data = w.Bytes()
	return out, nil, nil
}

// practiceJSON is what became of a practice, as it is printed.
type practiceJSON struct {
	Fate      string      `json:"fate"`
	Old       *place      `json:"old"`
	New       *place      `json:"new"`
	OldID     string      `json:"oldId"`
	NewID     string      `json:"newId"`
	Fields    []fieldJSON `json:"fields"`
	Sentences []string    `json:"sentences"`
}

type fieldJSON struct {
	Field string   `json:"field"`
	Of    string   `json:"of,omitempty"`
	Gone  []string `json:"gone"`
	Come  []string `json:"come"`
}

func practicesJSON(list []compare.PracticeChange, ra, rb *ruler, lang locale.Lang) []practiceJSON {
	out := []practiceJSON{}
	for i := range list {
		c := &list[i]
		if c.Fate == compare.Same {
			continue
		}
		j := practiceJSON{Fate: c.Fate.String(), Fields: []fieldJSON{}, Sentences: c.Sentences(lang)}
		if c.Old != nil {
			p := ra.place(c.Old.Plain)
			j.Old, j.OldID = &p, c.Old.ID
		}
		if c.New != nil {
			p := rb.place(c.New.Plain)
			j.New, j.NewID = &p, c.New.ID
		}
		for _, f := range c.Fields {
			one := fieldJSON{Field: f.Field.String(), Of: f.Of, Gone: []string{}, Come: []string{}}
			for _, v := range f.Gone {
				one.Gone = append(one.Gone, v.Text)
			}
			for _, v := range f.Come {
				one.Come = append(one.Come, v.Text)
			}
			j.Fields = append(j.Fields, one)
		}
		out = append(out, j)
	}
	return out
}

// carriedJSON is a mark and what became of it.
type carriedJSON struct {
	Kind       string   `json:"kind"`
	Qualifiers string   `json:"qualifiers"`
	State      string   `json:"state"`
	Score      float64  `json:"score"`
	Old        place    `json:"old"`
	New        *place   `json:"new"`
	OldContext string   `json:"oldContext"`
	NewContext string   `json:"newContext"`
	Broken     []string `json:"broken"`
}

var (
	carriedCount  = locale.Text{ZH: "标注 %d 个：原样 %d，随文移动 %d，句子有改动而保留 %d，待定 %d，未能安放 %d", EN: "%d marks: %d as they were, %d moved, %d kept in changed sentences, %d doubtful, %d lost"}
	carriedDoubt  = locale.Text{ZH: "待定 %.2f", EN: "doubtful %.2f"}
	carriedLost   = locale.Text{ZH: "未能安放", EN: "lost"}
	carriedKept   = locale.Text{ZH: "保留 %.2f", EN: "kept %.2f"}
	carriedBroken = locale.Text{ZH: "“%s”所指的标注已不在同一段", EN: "“%s” names a mark that is no longer in its paragraph"}
)

// doCarry prints the new text with the marks of the old document.
func doCarry(in []input, o options) (output, []byte, error) {
	old := syntax.Parse(in[0].file.Text())
	plain := in[1].file.Text()
	c, err := compare.Carry(old, plain, nil)
	if err != nil {
		return output{}, nil, err
	}
	if _, at, ok := rule.Base(c.Front); ok && in[1].path != "" {
		base, err := filepath.Rel(filepath.Dir(o.compare.out), in[1].path)
		if err != nil {
			base = in[1].path
		}
		c.Front = c.Front[:at.Start] + filepath.ToSlash(base) + c.Front[at.End:]
	}
	markup, _ := c.Markup(nil)
	out := output{data: in[1].file.Encode(markup)}
	if c.Count(compare.Doubtful)+c.Count(compare.Lost) > 0 {
		out.status = statusProblems
	}
	ra, rb := newRuler(in[0], old, false), newRuler(in[1], syntax.Parse(syntax.EscapeText(plain)), true)
	list := make([]carriedJSON, len(c.Marks))
	for i, m := range c.Marks {
		j := carriedJSON{Kind: m.Kind.String(), Qualifiers: m.Qualifiers, State: m.State.String(), Score: m.Score, Old: ra.place(m.Plain),
			OldContext: m.Old.Text, NewContext: m.New.Text, Broken: append([]string{}, m.Broken...)}
		if m.State != compare.Lost {
			p := rb.place(m.To)
			j.New = &p
		}
		list[i] = j
	}
	if o.compare.report == "json" {
		notes, err := encode(struct {
			Old   string        `json:"old"`
			New   string        `json:"new"`
			Marks []carriedJSON `json:"marks"`
		}{in[0].name, in[1].name, list})
		return out, notes.data, err
	}
	var w bytes.Buffer
	fmt.Fprintln(&w, carriedCount.In(o.lang, len(list), c.Count(compare.Exact), c.Count(compare.Moved), c.Count(compare.Kept), c.Count(compare.Doubtful), c.Count(compare.Lost)))
	for i, j := range list {
		m := &c.Marks[i]
		mark := m.Kind.Open() + short(j.Old.Text) + m.Kind.Close()
		switch m.State {
		case compare.Doubtful:
			fmt.Fprintf(&w, "%s:%d:%d: %s: %s → “%s” (%s:%d:%d)\n  - %s\n  + %s\n", in[0].name, j.Old.Line, j.Old.Column, carriedDoubt.In(o.lang, j.Score), mark, short(j.New.Text), in[1].name, j.New.Line, j.New.Column, short(j.OldContext), short(j.NewContext))
		case compare.Lost:
			fmt.Fprintf(&w, "%s:%d:%d: %s: %s\n  - %s\n", in[0].name, j.Old.Line, j.Old.Column, carriedLost.In(o.lang), mark, short(j.OldContext))
		case compare.Kept:
			fmt.Fprintf(&w, "%s:%d:%d: %s: %s\n  - %s\n  + %s\n", in[0].name, j.Old.Line, j.Old.Column, carriedKept.In(o.lang, j.Score), mark, short(j.OldContext), short(j.NewContext))
		}
		for _, b := range j.Broken {
			fmt.Fprintf(&w, "  ! %s\n", carriedBroken.In(o.lang, b))
		}
	}
	return out, w.Bytes(), nil
}
