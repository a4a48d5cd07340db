package rules

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var wrongKind = &rule.Rule{
	Name:     "wrong-kind",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "标注的种类不对", EN: "A mark of the wrong kind"},
	Message: locale.Text{
		ZH: "“%s”标成了%s，看上去是%s：请改一下种类",
		EN: "“%s” is marked as %s but looks like %s: change the kind"},
	Check: func(p *rule.Pass) {
		b := p.Block
		for i, m := range b.Marks() {
			if isWrongKind(b, i) && !p.Broken(m.Plain) {
				kind := kindOf(b.MarkText(i))
				p.Report(m.Source, []any{b.MarkText(i), kindNames[m.Kind], kindNames[kind]}, retype(m, kind))
			}
		}
	},
}

// isWrongKind reports whether the words of mark i can only be of another kind.
func isWrongKind(b *syntax.Block, i int) bool {
	m := b.Marks()[i]
	kind := kindOf(b.MarkText(i))
	switch {
	case kind == syntax.NoKind || kind == m.Kind || !m.Qualifiers.Empty() || hasChild(b, i):
		return false
	case m.Kind == syntax.Actor:
		return kind == syntax.Action // 信息 may well be a part of a party's name
	}
	return m.Kind != syntax.Purpose
}

// kindNames are what the kinds are called, as arguments of messages.
var kindNames = [...]locale.Text{
	syntax.Actor:   {ZH: "参与方", EN: "an actor"},
	syntax.Action:  {ZH: "动作", EN: "an action"},
	syntax.Data:    {ZH: "数据", EN: "data"},
	syntax.Purpose: {ZH: "目的或条件", EN: "a purpose"},
}

// kindOf returns the kind of mark that words can only be, NoKind when they can be
// several.
func kindOf(words string) syntax.Kind {
	if e := lexicon.Default().Whole(words); e != nil {
		switch {
		case e.Is(lexicon.First | lexicon.User):
			return syntax.Actor
		case e.Is(lexicon.Verb) && !e.Is(lexicon.Light|lexicon.DataNoun|lexicon.Medium):
			return syntax.Action
		}
	}
	for _, noun := range []string{"信息", "号码", "地址", "information", "address"} {
		if head, found := strings.CutSuffix(words, noun); found && (head == "" || !hasVerb(head)) {
			return syntax.Data
		}
	}
	return syntax.NoKind
}

// hasVerb reports whether a verb of handling data stands in words.
func hasVerb(words string) bool {
	for at := 0; at < len(words); at++ {
		if lexicon.Default().Match(words[at:], before(words, at)).Is(lexicon.Verb) {
			return true
		}
	}
	return false
}

// retype changes the kind of a mark.
func retype(m syntax.Mark, kind syntax.Kind) rule.Fix {
	return rule.Fix{
		Title:  locale.Text{ZH: "改成%s", EN: "make it %s"},
		Args:   []any{kindNames[kind]},
		Edits:  []source.Edit{{Span: m.Opener(), Text: kind.Open()}, {Span: m.Closer(), Text: kind.Close()}},
		Choice: true,
	}
}
