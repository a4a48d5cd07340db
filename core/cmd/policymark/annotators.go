package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// figureJSON is a figure as it is printed: value is null where it is not defined, and
// undefined then says why.
type figureJSON struct {
	Value     *float64 `json:"value"`
	Units     int      `json:"units"`
	Undefined string   `json:"undefined,omitempty"`
}

type figuresJSON map[string]figureJSON

func figures(fs compare.Figures, lang locale.Lang) figuresJSON {
	out := figuresJSON{}
	for kind, f := range fs {
		name := syntax.Kind(kind).String()
		if name == "" {
			name = "all"
		}
		j := figureJSON{Units: f.Units}
		if f.Defined() {
			value := f.Value
			j.Value = &value
		} else {
			j.Undefined = f.Undefined.In(lang)
		}
		out[name] = j
	}
	return out
}

type pairJSON struct {
	A       string      `json:"a"`
	B       string      `json:"b"`
	Exact   figuresJSON `json:"f1Exact"`
	Overlap figuresJSON `json:"f1Overlap"`
	Kappa   figuresJSON `json:"kappa"`
}

type rowJSON struct {
	Verdict string        `json:"verdict"`
	Marks   [][]rowMarkJS `json:"marks"` // by document
}

type rowMarkJS struct {
	Kind       string `json:"kind"`
	Qualifiers string `json:"qualifiers"`
	place
}

var (
	agreeRows = locale.Text{ZH: "标注：%d 处一致，%d 处不同，%d 处只有一部分人标了", EN: "marks: %d agree, %d differ, %d are missing for some"}
	agreeMark = locale.Text{ZH: "个标注", EN: "marks"}
	agreeChar = locale.Text{ZH: "个字", EN: "characters"}
	agreePair = locale.Text{ZH: "%s 与 %s", EN: "%s and %s"}
	agreeAll  = locale.Text{ZH: "全部", EN: "all"}
	kindNames = [...]locale.Text{syntax.NoKind: agreeAll, syntax.Actor: {ZH: "参与方", EN: "actor"}, syntax.Action: {ZH: "动作", EN: "action"},
		syntax.Data: {ZH: "数据", EN: "data"}, syntax.Purpose: {ZH: "目的", EN: "purpose"}}
)

// doAgree prints how annotations of one text agree.
func doAgree(in []input, o options) (output, []byte, error) {
	trees := make([]syntax.Tree, len(in))
	rulers := make([]*ruler, len(in))
	for i := range in {
		trees[i] = syntax.Parse(in[i].file.Text())
		rulers[i] = newRuler(in[i], trees[i], false)
	}
	c, err := compare.Annotations(trees...)
	if err != nil {
		return output{}, nil, err
	}
	g := c.Agree()
	if o.format == "json" {
		return agreeJSON(in, c, g, rulers, o)
	}
	var w bytes.Buffer
	var counts [3]int
	for _, r := range c.Rows {
		counts[r.Verdict]++
	}
	fmt.Fprintln(&w, agreeRows.In(o.lang, counts[compare.Agree], counts[compare.Differ], counts[compare.Only]))
	line := func(name string, fs compare.Figures, unit locale.Text) {
		fmt.Fprintf(&w, "  %-28s", name)
		for kind, f := range fs {
			value := "–"
			if f.Defined() {
				value = fmt.Sprintf("%.3f", f.Value)
			}
			fmt.Fprintf(&w, "  %s %s", kindNames[kind].In(o.lang), value)
		}
		all := fs[syntax.NoKind]
		fmt.Fprintf(&w, "  (%d %s)", all.Units, unit.In(o.lang))
		if !all.Defined() {
			fmt.Fprintf(&w, " %s", all.Undefined.In(o.lang))
		}
		fmt.Fprintln(&w)
	}
	for _, p := range g.Pairs {
		fmt.Fprintln(&w, agreePair.In(o.lang, in[p.A].name, in[p.B].name))
		line("F1, exact", p.Exact, agreeMark)
		line("F1, overlap", p.Overlap, agreeMark)
		line("Cohen's kappa", p.Kappa, agreeChar)
	}
	fmt.Fprintln(&w, agreeAll.In(o.lang))
	line("Krippendorff's alpha", g.Alpha, agreeChar)
	line("Krippendorff's alpha_u", g.Unitizing, agreeMark)
	for _, r := range c.Rows {
		if r.Verdict == compare.Agree {
			continue
		}
		at := rulers[r.Of].place(r.Plain)
		var sides []string
		for _, marks := range r.Marks {
			var texts []string
			for _, m := range marks {
				q := ""
				if m.Qualifiers != "" {
					q = "|" + m.Qualifiers
				}
				texts = append(texts, m.Kind.Open()+short(m.Text)+q+m.Kind.Close())
			}
			if texts == nil {
				texts = []string{"–"}
			}
			sides = append(sides, strings.Join(texts, " "))
		}
		fmt.Fprintf(&w, "%s:%d:%d: %s: %s\n", in[r.Of].name, at.Line, at.Column, r.Verdict, strings.Join(sides, "  ≠  "))
	}
	return output{data: w.Bytes()}, nil, nil
}

func agreeJSON(in []input, c *compare.Comparison, g compare.Agreement, rulers []*ruler, o options) (output, []byte, error) {
	var names []string
	for _, one := range in {
		names = append(names, one.name)
	}
	pairs := make([]pairJSON, len(g.Pairs))
	for i, p := range g.Pairs {
		pairs[i] = pairJSON{names[p.A], names[p.B], figures(p.Exact, o.lang), figures(p.Overlap, o.lang), figures(p.Kappa, o.lang)}
	}
	rows := make([]rowJSON, len(c.Rows))
	for i, r := range c.Rows {
		rows[i] = rowJSON{r.Verdict.String(), make([][]rowMarkJS, len(r.Marks))}
		for d, marks := range r.Marks {
			rows[i].Marks[d] = []rowMarkJS{}
			for _, m := range marks {
				rows[i].Marks[d] = append(rows[i].Marks[d], rowMarkJS{m.Kind.String(), m.Qualifiers, rulers[d].place(m.Plain)})
			}
		}
	}
	out, err := encode(struct {
		Files     []string    `json:"files"`
		Pairs     []pairJSON  `json:"pairs"`
		Alpha     figuresJSON `json:"alpha"`
		Unitizing figuresJSON `json:"alphaUnitizing"`
		Rows      []rowJSON   `json:"rows"`
	}{names, pairs, figures(g.Alpha, o.lang), figures(g.Unitizing, o.lang), rows})
	return out, nil, err
}

var mergeOpen = locale.Text{ZH: "%d 处没有一致，未写入", EN: "%d places do not agree and are left out"}

// doMerge prints the document that two annotations of one text make.
func doMerge(in []input, o options) (output, []byte, error) {
	c, err := compare.Annotations(syntax.Parse(in[0].file.Text()), syntax.Parse(in[1].file.Text()))
	if err != nil {
		return output{}, nil, err
	}
	choices := make([]compare.Choice, len(c.Rows))
	for i := range choices {
		switch o.compare.take {
		case "a":
			choices[i] = compare.Take(0)
		case "b":
			choices[i] = compare.Take(1)
		}
	}
	m, err := c.Merge(choices)
	if err != nil {
		return output{}, nil, err
	}
	out := output{data: in[0].file.Encode(m.Markup)}
	var notes []byte
	if m.Open > 0 {
		out.status = statusProblems
		notes = fmt.Appendln(nil, mergeOpen.In(o.lang, m.Open))
	}
	return out, notes, nil
}

var driftMessage = locale.Text{ZH: "正文与原文“%[1]s”不同：%[2]s；原文是“%[3]s”", EN: "the text has left its base %[1]s: %[2]s; the base has “%[3]s”"}

type driftJSON struct {
	place
	Base string `json:"base"`
}

// doDrift prints where a text has left its base, and with --fix gives it the words of
// the base again.
func doDrift(in input, o options) (output, error) {
	t := syntax.Parse(in.markup(o))
	name := o.compare.base
	if name == "" {
		front := ""
		if t.Len() > 0 && t.At(0).IsFrontMatter() {
			front = t.At(0).Text()
		}
		base, _, ok := rule.Base(front)
		if !ok {
			return output{}, fmt.Errorf("%s names no base: write “policymark: base: FILE” into its front matter, or give --base FILE", in.name)
		}
		name = base
		if !filepath.IsAbs(name) && in.path != "" {
			name = filepath.Join(filepath.Dir(in.path), filepath.FromSlash(name))
		}
	}
	base, err := open(name, strings.NewReader(""))
	if err != nil {
		return output{}, fmt.Errorf("the base of %s: %w", in.name, err)
	}
	list, err := compare.FindDrift(t, base.file.Text(), nil)
	if err != nil {
		return output{}, err
	}
	if o.compare.fix && len(list) > 0 {
		return restoreFile(in, t, list, o)
	}
	r := newRuler(in, t, o.plain)
	out := output{}
	if len(list) > 0 {
		out.status = statusProblems
	}
	places := []driftJSON{}
	var w bytes.Buffer
	for _, d := range list {
		p := driftJSON{r.place(d.Plain), d.Base}
		places = append(places, p)
		fmt.Fprintf(&w, "%s:%d:%d: warning: %s [text-drift]\n", in.name, p.Line, p.Column, driftMessage.In(o.lang, name, said(d.Base, d.Text, o.lang), short(d.Base)))
	}
	if o.format == "json" {
		one, err := encode(struct {
			File   string      `json:"file"`
			Base   string      `json:"base"`
			Places []driftJSON `json:"places"`
		}{in.name, name, places})
		out.data = one.data
		return out, err
	}
	out.data = w.Bytes()
	return out, nil
}

// restoreFile gives places of a file the words of its base again, each as far as the
// marks allow, and prints those that they do not.
func restoreFile(in input, t syntax.Tree, list []compare.Drift, o options) (output, error) {
	if o.plain || in.path == "" {
		return output{}, fmt.Errorf("drift: --fix wants a file with marks, not plain text or standard input")
	}
	r := newRuler(in, t, false)
	out := output{}
	var kept []compare.Drift
	var w bytes.Buffer
	for _, d := range list {
		if _, err := compare.Restore(t, []compare.Drift{d}); err != nil {
			message := err.Error()
			if l, ok := err.(interface{ In(locale.Lang) string }); ok {
				message = l.In(o.lang)
			}
			p := r.place(d.Plain)
			fmt.Fprintf(&w, "%s:%d:%d: warning: %s [text-drift]\n", in.name, p.Line, p.Column, message)
			out.status = statusProblems
			continue
		}
		kept = append(kept, d)
	}
	out.data = w.Bytes()
	if len(kept) == 0 {
		return out, nil
	}
	edits, err := compare.Restore(t, kept)
	if err != nil {
		return output{}, fmt.Errorf("%s is as it was: %w", in.name, err)
	}
	text, err := source.Apply(t.Text(), edits)
	if err != nil {
		return output{}, fmt.Errorf("%s is as it was: %w", in.name, err)
	}
	return out, replaceFile(in.path, in.file.Encode(text))
}
