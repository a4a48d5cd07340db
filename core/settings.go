package core

import (
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
)

// frontMatter returns the document's front matter, "" for none.
func (d *Document) frontMatter() string {
	if d.tree.Len() > 0 && d.tree.At(0).IsFrontMatter() {
		return d.tree.At(0).Text()
	}
	return ""
}

// takeSettings reads the front matter's settings and joins them with those from
// outside.
func (d *Document) takeSettings() {
	d.front = d.frontMatter()
	d.settings, d.faults = rule.ReadSettings(d.front, rules.All)
	d.levels = map[*rule.Rule]rule.Severity{}
	d.ignored = map[string]bool{}
	for _, s := range []rule.Settings{d.outside, d.settings} {
		for name, level := range s.Levels {
			if r := rules.Named(name); r != nil {
				d.levels[r] = level
			}
		}
		for _, i := range s.Ignored {
			d.ignored[i.Rule+" "+i.Place] = true
		}
	}
}

// Level returns how bad the settings take a rule to be.
func (d *Document) Level(r *rule.Rule) rule.Severity {
	if level, set := d.levels[r]; set {
		return level
	}
	return r.Severity
}

// Settings returns the settings of the document's front matter, and the lines of
// it that cannot be read.
func (d *Document) Settings() (rule.Settings, []rule.Fault) { return d.settings, d.faults }

// SetOutside exchanges the settings that the document lies in.
func (d *Document) SetOutside(s rule.Settings) {
	d.outside = s
	d.takeSettings()
	d.settleAll()
}

// settle takes from a cell's diagnostics those that the settings let through.
func (d *Document) settle(c *cell) {
	c.found, c.passed, c.asked = nil, nil, nil
	c.counts.problems = [rule.NumSeverities]int32{}
	all := c.alone
	if len(c.across) > 0 {
		all = append(append(make([]rule.Diagnostic, 0, len(c.alone)+len(c.across)), c.alone...), c.across...)
		rule.Sort(all)
	}
	for _, f := range all {
		level := d.Level(f.Rule)
		switch {
		case level == rule.Off:
		case len(d.ignored) > 0 && d.ignored[f.Rule.Name+" "+placeOf(&f, c)]:
			c.passed = append(c.passed, Finding{f, level})
		default:
			c.found = append(c.found, Finding{f, level})
			c.counts.problems[level]++
		}
	}
}

// settleAll does so for all cells.
func (d *Document) settleAll() {
	d.strip = nil
	d.alike = map[*rule.Rule]int{}
	all := d.cells.Items(0, d.cells.Len())
	for _, c := range all {
		d.settle(c)
	}
	d.count(all, +1)
	d.cells = d.cells.Splice(0, len(all), all)
}

// placeOf names the place of a finding.
func placeOf(f *rule.Diagnostic, c *cell) string {
	at := c.block.PlainAt(f.Span.Start)
	sentence := source.Span{End: len(c.block.Plain())}
	for _, s := range c.reading.Sentences {
		if s.Start <= at && at < s.End {
			sentence = s.Span
			break
		}
	}
	return rule.PlaceOf(f, c.block, sentence)
}

var ignoreHere = locale.Text{ZH: "此处不再提示（记在文首）", EN: "ignore it here (noted in the front matter)"}

// ignore returns the fix that makes the front matter pass over a problem; none for
// one of the front matter itself.
func (p Problem) ignore() []rule.Fix {
	if p.cell.block.IsFrontMatter() {
		return nil
	}
	words := p.cell.block.Plain()[p.cell.block.PlainAt(p.Span.Start):p.cell.block.PlainAt(p.Span.End)]
	return []rule.Fix{{
		Title:    ignoreHere,
		Edits:    rule.IgnoreEdits(p.doc.front, p.Rule.Name, placeOf(&p.Diagnostic, p.cell), words),
		Choice:   true,
		Document: true,
	}}
}

// Ignored calls yield for the findings that the settings pass over, in the order of
// the text, until yield returns false.
func (d *Document) Ignored(yield func(Problem) bool) {
	d.cells.From(0, func(i int, before Tally, c *cell) bool {
		b := Block{c.block, i, before.Total, c.reading}
		for k := range c.passed {
			if !yield(Problem{Finding: &c.passed[k], Block: b, doc: d, cell: c, index: -1}) {
				return false
			}
		}
		return true
	})
}

// Place names the place of a problem, as an entry of the settings that passes over
// it does.
func (p Problem) Place() string { return placeOf(&p.Diagnostic, p.cell) }

// HeedEdit returns the edit, in bytes of the document's source, that takes an
// entry out of the front matter: its line, or with the last entry of all the front
// matter that was made for it.
func (d *Document) HeedEdit(i rule.Ignored) source.Edit {
	front := d.frontMatter()
	if len(d.settings.Ignored) == 1 && len(d.settings.Levels) == 0 && strings.Count(front, "\n") == 5 &&
		strings.HasPrefix(front, "---\npolicymark:\n  ignore:\n    - ") && len(d.faults) == 0 {
		return source.Delete(0, len(front))
	}
	start := strings.LastIndexByte(front[:i.Span.Start], '\n') + 1
	end := i.Span.End
	if n := strings.IndexByte(front[end:], '\n'); n >= 0 {
		end += n + 1
	}
	return source.Delete(start, end)
}
