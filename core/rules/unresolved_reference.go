package rules

import (
	"unicode/utf8"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var unresolvedReference = &rule.Rule{
	Name:     "unresolved-reference",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "指代的内容找不到", EN: "Words that point at nothing"},
	Message: locale.Text{
		ZH: "“%s”所指的内容在前面找不到：请在前面标出来",
		EN: "nothing before “%s” is what it stands for: mark that first"},
	Check: func(p *rule.Pass) {
		var seen set[source.Span]
		eachPractice(p, func(pr *practice.Practice) {
			for _, r := range pr.Resolves {
				if len(r.Resolved) > 0 || r.Place.Block != p.Block || r.Kind == partyReference || seen[r.Place.Span] || markedBefore(p.Block, pr.Sentence, r.Place.Start) || utf8.RuneCountInString(r.Text) < 2 || r.Text == "它们" {
					continue
				}
				seen.add(r.Place.Span)
				span, kind := r.Place.Span, syntax.Data
				if r.Kind != "data" {
					kind = syntax.Purpose
				}
				p.ReportLate(p.Block.SourceOf(span), []any{r.Text}, func() []rule.Fix {
					return markFix(p.Block, span, kind)
				})
			}
		})
	},
}

// partyReference is the kind of the words that stand for a party, which a policy may
// name in its head alone.
const partyReference = "party"

// markedBefore reports whether data or a purpose is marked in a sentence before the
// byte offset at of the plain text.
func markedBefore(b *syntax.Block, sentence source.Span, at int) bool {
	for _, m := range b.Marks() {
		if sentence.Start <= m.Plain.Start && m.Plain.End <= at && (m.Kind == syntax.Data || m.Kind == syntax.Purpose) {
			return true
		}
	}
	return false
}
