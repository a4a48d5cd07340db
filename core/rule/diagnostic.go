package rule

import (
	"sort"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Diagnostic is one place where a rule found something.
type Diagnostic struct {
	Rule *Rule
	// Span is the smallest that shows the problem, in bytes of the block's source.
	Span source.Span
	// Args fill the rule's message.
	Args   []any
	fixes  []Fix
	late   func() []Fix
	asking func(*Index) []Fix
}

// Message returns what is wrong and what to do, in a language.
func (d *Diagnostic) Message(lang locale.Lang) string { return say(d.Rule.Message, lang, d.Args) }

// lateFixes is how many fixes are expected of a rule that works them out late.
const lateFixes = 5

// NumFixes returns about how many fixes the rule proposes, checked or not.
func (d *Diagnostic) NumFixes() int {
	if d.late != nil || d.asking != nil {
		return lateFixes
	}
	return len(d.fixes)
}

// AsksIndex reports whether its fixes depend on what the Index knows when somebody asks
// for them.
func (d *Diagnostic) AsksIndex() bool { return d.asking != nil }

// Fix is one way out.
type Fix struct {
	// Title says what it does, in the imperative; Args fill its verbs. It says so
	// when the plain text changes.
	Title locale.Text
	Args  []any
	// Edits are in order and apart, in bytes of the block's source.
	Edits []source.Edit
	// ChangesPlain allows the plain text to change.
	ChangesPlain bool
	// Choice is true for a fix that needs a person's judgement; it is never applied
	// unasked.
	Choice bool
	// Document says that Edits are in bytes of the document's source instead.
	Document bool
}

// Name returns the title in a language.
func (f *Fix) Name(lang locale.Lang) string { return say(f.Title, lang, f.Args) }

// say returns a text with its arguments, of which those that are texts are said in
// the same language.
func say(t locale.Text, lang locale.Lang, args []any) string {
	said := make([]any, len(args))
	for i, a := range args {
		if text, ok := a.(locale.Text); ok {
			a = text.In(lang)
		}
		said[i] = a
	}
	return t.In(lang, said...)
}

// Safe reports whether the fix may be applied without a look: it needs no
// judgement and leaves the plain text alone.
func (f *Fix) Safe() bool { return !f.Choice && !f.ChangesPlain }

// Fixes returns the fixes of a diagnostic that hold in its block b: those whose
// edits apply, leave no more stray brackets than before and change the plain text
// only where they may. A fix that does not hold is not offered, nor is one that
// comes to the same as one before it.
func (d *Diagnostic) Fixes(b *syntax.Block, x *Index) []Fix {
	list := d.fixes
	switch {
	case d.late != nil:
		list = d.late()
	case d.asking != nil:
		list = d.asking(x)
	}
	var good []Fix
	var texts []string
next:
	for _, f := range list {
		text, ok := f.holds(b)
		if !ok {
			continue
		}
		for _, t := range texts {
			if t == text {
				continue next
			}
		}
		good, texts = append(good, f), append(texts, text)
	}
	return good
}

func (f *Fix) holds(b *syntax.Block) (text string, ok bool) {
	text, err := source.Apply(b.Text(), f.Edits)
	if err != nil || text == b.Text() {
		return "", false
	}
	if b.IsFrontMatter() {
		return text, true
	}
	after := syntax.Parse(text)
	if after.Sum().Strays > b.NumStrays() {
		return "", false
	}
	return text, f.ChangesPlain || after.Plain() == b.Plain()
}

// Sort puts diagnostics in the order of the text, the worst first at one place.
func Sort(list []Diagnostic) {
	if len(list) < 2 {
		return
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		if a.Span.End != b.Span.End {
			return a.Span.End < b.Span.End
		}
		if a.Rule.Severity != b.Rule.Severity {
			return a.Rule.Severity < b.Rule.Severity
		}
		return a.Rule.Name < b.Rule.Name
	})
}
