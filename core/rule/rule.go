// Package rule says what a rule is, how rules are run, and when one of their
// fixes may be offered. The rules themselves are in package rules.
//
// A rule looks at one block, so that typing costs what it touches and not what
// the document holds. What a rule must know of other blocks goes through an Index
// in two steps. First each block notes facts: small pairs of a topic and what is
// said of it, such as the words of a mark and its kind. The Index counts them.
// Then rules with an Across look at a block again and ask the Index about topics.
// The Index remembers who asked; when an edit changes what a topic answers, the
// blocks that asked, and only these, are looked at again. The Index counts only
// up to Many, so that one more of what is common changes nothing. A finding follows
// from a block and the answers it got, and from nothing else, so an edited document
// has the same findings as one read from the start.
package rule

import (
	"sort"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Severity is how bad a finding is. The zero value is Error.
type Severity uint8

// From worst to least; Off is for a rule that is switched off.
const (
	Error Severity = iota
	Warning
	Info
	Off
)

// NumSeverities is the number of severities that a finding can have.
const NumSeverities = int(Off)

var severityNames = [...]string{"error", "warning", "info", "off"}

// String returns the name of the severity.
func (s Severity) String() string { return severityNames[s] }

// SeverityNamed returns the severity of that name; ok is false when there is none.
func SeverityNamed(name string) (s Severity, ok bool) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), true
		}
	}
	return 0, false
}

// Rule is one thing that can be wrong, or worth a look. It has a Check, an Across
// or a Front.
type Rule struct {
	// Name states the problem, in lower case with hyphens.
	Name     string
	Severity Severity
	// Title is the heading of the rule's page.
	Title locale.Text
	// Message says what is wrong at a place and what to do. The arguments of a
	// diagnostic fill its verbs.
	Message locale.Text
	// Check looks at one block and reports what it finds.
	Check func(*Pass)
	// Across looks at one block with what the Index knows of all others.
	Across func(*Pass)
	// Front looks at the front matter.
	Front func(*Pass)
}

// Pass is one rule after the other looking at one block.
type Pass struct {
	Block *syntax.Block
	// Reading is what the block says, nil for front matter.
	Reading *practice.Reading
	// Memo is what one rule has worked out of the block by itself for those that
	// follow, nil at first. It is forgotten when the last of them is done.
	Memo   interface{ Forget() }
	rule   *Rule
	found  []Diagnostic
	site   *Site
	index  *Index
	strays []source.Span // sentences with a stray bracket, in bytes of the plain text
}

// Report notes a finding at a span, in bytes of the block's source. args fill the
// rule's message; fixes are what could be done, the likeliest first.
func (p *Pass) Report(span source.Span, args []any, fixes ...Fix) {
	p.found = append(p.found, Diagnostic{Rule: p.rule, Span: span, Args: args, fixes: fixes})
}

// ReportLate notes a finding whose fixes are worked out when somebody asks for them.
func (p *Pass) ReportLate(span source.Span, args []any, fixes func() []Fix) {
	p.found = append(p.found, Diagnostic{Rule: p.rule, Span: span, Args: args, late: fixes})
}

// ReportAsking is ReportLate for fixes that depend on what the Index then knows.
func (p *Pass) ReportAsking(span source.Span, args []any, fixes func(*Index) []Fix) {
	p.found = append(p.found, Diagnostic{Rule: p.rule, Span: span, Args: args, asking: fixes})
}

// Broken reports whether the sentence around a place, in bytes of the plain text,
// holds a stray bracket. What such a sentence says is not known, and its one fault
// is reported as such.
func (p *Pass) Broken(plain source.Span) bool {
	i := sort.Search(len(p.strays), func(i int) bool { return p.strays[i].End > plain.Start })
	return i < len(p.strays) && p.strays[i].Start < max(plain.End, plain.Start+1)
}

// strayed returns the sentences of a block that hold a stray bracket.
func strayed(b *syntax.Block, reading *practice.Reading) (sentences []source.Span) {
	if b.NumStrays() == 0 || reading == nil {
		return nil
	}
	next := 0
	for i := range b.NumTokens() {
		t := b.Token(i)
		if t.Type != syntax.StrayOpen && t.Type != syntax.StrayClose {
			continue
		}
		s := t.Plain
		for next < len(reading.Sentences) && reading.Sentences[next].End <= s.Start {
			next++
		}
		if next < len(reading.Sentences) && reading.Sentences[next].Start <= s.Start {
			s = reading.Sentences[next].Span
		}
		if k := len(sentences); k == 0 || sentences[k-1] != s {
			sentences = append(sentences, s)
		}
	}
	return sentences
}

// Run returns what rules find in the block alone, in the order of the text.
func (s *Site) Run(rules []*Rule) []Diagnostic {
	p := &s.pass
	for _, r := range rules {
		check := r.Check
		if p.Block.IsFrontMatter() {
			check = r.Front
		}
		if check != nil {
			p.rule = r
			check(p)
		}
	}
	return p.done()
}

// done returns what was found, sorted, and makes the pass ready for the next.
func (p *Pass) done() []Diagnostic {
	found := p.found
	p.found = nil
	if p.Memo != nil {
		p.Memo.Forget()
		p.Memo = nil
	}
	Sort(found)
	return found
}
