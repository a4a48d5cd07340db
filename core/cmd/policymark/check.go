package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
)

// The formats of check; the first is the default.
var checkFormats = []string{"text", "json", "sarif", "github"}

// checkOptions are what the flags of check say.
type checkOptions struct {
	fix    bool
	failOn string
	levels map[string]rule.Severity
}

// setLevel takes the value of a --rule flag: name=level.
func (o *checkOptions) setLevel(value string) error {
	name, level, _ := strings.Cut(value, "=")
	if rules.Named(name) == nil {
		names := make([]string, len(rules.All))
		for i, r := range rules.All {
			names[i] = r.Name
		}
		return fmt.Errorf("there is no rule %q; did you mean %s?", name, rule.Nearest(name, names))
	}
	s, ok := rule.SeverityNamed(level)
	if !ok {
		return fmt.Errorf("the level of %s is off, error, warning or info, not %q", name, level)
	}
	if o.levels == nil {
		o.levels = map[string]rule.Severity{}
	}
	o.levels[name] = s
	return nil
}

// problem is a problem as it is printed. Positions are half-open and in code
// points: Start and End of the plain text, lines and columns of the file, from 1.
type problem struct {
	Rule      string   `json:"rule"`
	Severity  string   `json:"severity"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"endLine"`
	EndColumn int      `json:"endColumn"`
	Message   string   `json:"message"`
	Fixes     []string `json:"fixes"`
	Ignored   bool     `json:"ignored"`

	fixes []fix
}

// fix is a fix in lines and columns.
type fix struct {
	title string
	edits []replacement
}

type replacement struct {
	line, column, endLine, endColumn int
	text                             string
}

// checker makes the problems of one document printable.
type checker struct {
	options
	doc  *core.Document
	text *lines // of the file as it is read
}

func doCheck(in input, o options) (output, error) {
	if o.check.fix {
		if err := fixFile(&in, o); err != nil {
			return output{}, err
		}
	}
	d := core.ReadWith(in.markup(o), rule.Settings{Levels: o.check.levels})
	c := checker{o, d, newLines(in.file.Text())}
	fail, _ := rule.SeverityNamed(o.check.failOn)
	var out output
	list := []problem{}
	d.Problems(core.AllSeverities, 0, func(p core.Problem) bool {
		if p.Severity <= fail {
			out.status = statusProblems
		}
		list = append(list, c.problem(p, o.format != "text" && o.format != "github"))
		return true
	})
	if o.format == "json" || o.format == "sarif" {
		d.Ignored(func(p core.Problem) bool {
			j := c.problem(p, false)
			j.Ignored = true
			list = append(list, j)
			return true
		})
	}
	var err error
	switch o.format {
	case "json":
		out.data, err = jsonOf(in.name, list)
	case "sarif":
		out.data, err = sarifOf(in.name, list)
	case "github":
		out.data = githubOf(in.name, list)
	default:
		out.data = textOf(in.name, list)
	}
	return out, err
}

// problem returns a problem as it is printed, with its fixes when wanted.
func (c *checker) problem(p core.Problem, fixes bool) problem {
	points := source.NewCursor(p.Block.Plain(), p.Block.PlainSize())
	j := problem{Rule: p.Rule.Name, Severity: p.Severity.String(), Message: p.Message(c.lang), Fixes: []string{}}
	before := p.Block.Before.Plain.Points
	j.Start = before + points.ToByte(p.Block.PlainAt(p.Span.Start)).Points
	j.End = before + points.ToByte(p.Block.PlainAt(p.Span.End)).Points
	j.Line, j.Column = c.place(p.Source().Start)
	j.EndLine, j.EndColumn = c.place(p.Source().End)
	if !fixes || c.plain {
		return j // fixes are of marks, which a plain text has none of
	}
	for _, f := range p.Fixes() {
		j.Fixes = append(j.Fixes, f.Name(c.lang))
		one := fix{title: f.Name(c.lang)}
		for _, e := range p.Edits(f) {
			r := replacement{text: e.Text}
			r.line, r.column = c.place(e.Start)
			r.endLine, r.endColumn = c.place(e.End)
			one.edits = append(one.edits, r)
		}
		j.fixes = append(j.fixes, one)
	}
	return j
}

// place returns the line and column in the file of a byte offset of the markup.
// Plain text was escaped to become markup, so there the offset is first taken back.
func (c *checker) place(at int) (line, column int) {
	if c.plain {
		found := 0
		c.doc.BlocksIn(source.Span{Start: at, End: at}, func(b core.Block) bool {
			found = b.Before.Plain.Bytes + b.PlainAt(at-b.Before.Source.Bytes)
			return at > b.Before.Source.Bytes+b.Size().Bytes
		})
		at = found
	}
	return c.text.place(at)
}

// fixFile applies the safe fixes of a file until none is left and puts the result
// in its place, whole or not at all.
func fixFile(in *input, o options) error {
	switch {
	case o.plain:
		return errors.New("check: --fix wants marks, so it does not go with --plain")
	case in.path == "":
		return errors.New("check: --fix cannot change standard input: name a file")
	}
	d := core.ReadWith(in.file.Text(), rule.Settings{Levels: o.check.levels})
	changed := false
	for {
		edits, places := d.FixSafe()
		if places == 0 {
			break
		}
		if err := d.Apply(edits); err != nil {
			return fmt.Errorf("%s: %w", in.name, err)
		}
		changed = true
	}
	if !changed {
		return nil
	}
	raw := in.file.Encode(d.Tree().Text())
	if err := replaceFile(in.path, raw); err != nil {
		return fmt.Errorf("%s is as it was: %w", in.name, err)
	}
	f, err := source.Open(raw)
	if err != nil {
		return err
	}
	in.file = f
	return nil
}

// replaceFile puts data in the place of a file in one step, so that whoever reads
// it gets the old file or the new one.
func replaceFile(path string, data []byte) (err error) {
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(path), ".policymark-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(t.Name())
		}
	}()
	_, err = io.Copy(t, bytes.NewReader(data))
	err = errors.Join(err, t.Chmod(info.Mode().Perm()), t.Sync(), t.Close())
	if err != nil {
		return err
	}
	return os.Rename(t.Name(), path)
}

// lines knows where the lines of a text start.
type lines struct {
	text   string
	starts []int
	// The last answer: on one long line the next one goes on from there.
	line, at, column int
}

func newLines(text string) *lines {
	l := &lines{text: text, starts: make([]int, 1, strings.Count(text, "\n")+1)}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return l
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

// place returns the line and, in code points, the column of a byte offset, both
// from 1.
func (l *lines) place(at int) (line, column int) {
	low, high := 0, len(l.starts)
	for high-low > 1 {
		if mid := (low + high) / 2; l.starts[mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	if low != l.line || at < l.at {
		l.line, l.at, l.column = low, l.starts[low], 0
	}
	l.column += source.Measure(l.text[l.at:at]).Points
	l.at = at
	return low + 1, l.column + 1
}
