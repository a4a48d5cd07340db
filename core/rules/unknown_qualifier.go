package rules

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var unknownQualifier = &rule.Rule{
	Name:     "unknown-qualifier",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "不认识的限定词", EN: "A qualifier that means nothing"},
	Message: locale.Text{
		ZH: "%s不用“%s”这个限定词：请改成“%s”或删去",
		EN: "%s takes no qualifier “%s”: write “%s” or remove it"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if m.Qualifiers.Empty() {
				continue
			}
			known := qualifiersOf(m.Kind)
			for _, q := range b.Qualifiers(i) {
				if q.Name != "" && takesName(m.Kind, q.Key) || contains(known, q.Key) {
					continue
				}
				nearest := rule.Nearest(q.String(), known)
				p.Report(q.Span, []any{kindNames[m.Kind], q.String(), nearest},
					rule.Fix{
						Title:  locale.Text{ZH: "改成“%s”", EN: "write “%s”"},
						Args:   []any{nearest},
						Edits:  []source.Edit{{Span: q.Span, Text: nearest}},
						Choice: true,
					},
					removeQualifier(b, i, q))
			}
		}
	},
}

// qualifiersOf returns the qualifiers without a name that marks of a kind take.
func qualifiersOf(kind syntax.Kind) []string {
	switch kind {
	case syntax.Actor:
		return []string{practice.RoleActor, practice.RoleRecipient, practice.RoleSource, practice.RoleSubject}
	case syntax.Purpose:
		return []string{practice.RolePurpose, practice.RoleCondition}
	case syntax.Action:
		list := []string{practice.Not}
		for c := lexicon.Collect; c <= lexicon.Other; c++ {
			list = append(list, c.String())
		}
		for m := lexicon.Will; m <= lexicon.Can; m++ {
			list = append(list, m.String())
		}
		return list
	}
	return []string{syntax.Belonging + "-"}
}

// takesName reports whether marks of a kind take a qualifier that names a mark.
func takesName(kind syntax.Kind, key string) bool {
	switch key {
	case syntax.Naming, syntax.SameAs:
		return true
	case syntax.Belonging:
		return kind != syntax.Action
	case syntax.PartOf:
		return kind == syntax.Data
	}
	return false
}

func contains(list []string, s string) bool {
	for _, t := range list {
		if s == t {
			return true
		}
	}
	return false
}

// removeQualifier removes a qualifier of mark i, and the bar with the last one.
func removeQualifier(b *syntax.Block, i int, q syntax.Qualifier) rule.Fix {
	s := q.Span
	if len(b.Qualifiers(i)) == 1 {
		s = b.Marks()[i].Qualifiers
	} else if b.Text()[s.Start-1] == ' ' {
		s.Start--
	} else if b.Text()[s.End] == ' ' {
		s.End++
	}
	return rule.Fix{
		Title:  locale.Text{ZH: "删去“%s”", EN: "remove “%s”"},
		Args:   []any{q.String()},
		Edits:  []source.Edit{{Span: s}},
		Choice: true,
	}
}
