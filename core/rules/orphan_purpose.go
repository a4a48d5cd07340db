package rules

import (
	"strconv"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var orphanPurpose = &rule.Rule{
	Name:     "orphan-purpose",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "不属于任何处理行为的目的或条件", EN: "A purpose of nothing"},
	Message: locale.Text{
		ZH: "“%s”不属于任何一项处理行为：请标出它说的是哪个动作，或者取消这个标注",
		EN: "“%s” belongs to no practice: mark the action that it is about, or unmark it"},
	Check: func(p *rule.Pass) {
		b := p.Block
		used := make([]bool, len(b.Marks()))
		note := func(values []practice.Value) {
			for i := range values {
				if m := values[i].Mark; m >= 0 && isHere(p, &values[i]) {
					used[m] = true
				}
			}
		}
		for i := range p.Reading.Practices {
			note(p.Reading.Practices[i].Purposes)
			note(p.Reading.Practices[i].Conditions)
		}
		for i, m := range b.Marks() {
			if m.Kind == syntax.Purpose && !used[i] && !hasChild(b, i) && !p.Broken(m.Plain) {
				p.Report(m.Source, []any{short(oneLine(b.MarkText(i)))}, append(linkFix(b, i), unmarkFix(b, i))...)
			}
		}
	},
}

// linkFix makes purpose i belong to the practice of the nearest marked action of its
// block, by name; no fix when there is none or the purpose has a name for it already.
func linkFix(b *syntax.Block, i int) []rule.Fix {
	marks := b.Marks()
	nearest := -1
	for k, m := range marks {
		if m.Kind == syntax.Action && (nearest < 0 || apart(marks[i], m) < apart(marks[i], marks[nearest])) {
			nearest = k
		}
	}
	if nearest < 0 || !marks[i].Qualifiers.Empty() {
		return nil
	}
	name, named := nameOf(b, nearest)
	edits := qualify(b, i, syntax.Belonging+name, locale.Text{}).Edits
	if !named {
		edits = append(edits, qualify(b, nearest, syntax.Naming+name, locale.Text{}).Edits...)
		source.SortEdits(edits)
	}
	return []rule.Fix{{
		Title:  locale.Text{ZH: "归到“%s”（加限定词）", EN: "link it to “%s” (adds qualifiers)"},
		Args:   []any{short(oneLine(b.MarkText(nearest)))},
		Edits:  edits,
		Choice: true,
	}}
}

// apart returns how many bytes of the plain text lie between two marks.
func apart(a, b syntax.Mark) int {
	return max(a.Plain.Start-b.Plain.End, b.Plain.Start-a.Plain.End, 0)
}

// nameOf returns the name of mark i, or a free one of its block when it has none.
func nameOf(b *syntax.Block, i int) (name string, named bool) {
	var taken set[string]
	for k, m := range b.Marks() {
		if m.Qualifiers.Empty() {
			continue
		}
		for _, q := range b.Qualifiers(k) {
			if q.Key == syntax.Naming {
				if k == i {
					return q.Name, true
				}
				taken.add(q.Name)
			}
		}
	}
	for n := 1; ; n++ {
		if name = "a" + strconv.Itoa(n); !taken[name] {
			return name, false
		}
	}
}
