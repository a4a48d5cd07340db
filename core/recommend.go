package core

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/syntax"
)

// Advice says how to read a file.
type Advice struct {
	// Plain advises to read it as plain text, with every bracket escaped.
	Plain  bool
	reason locale.Text
	args   []any
}

// Reason returns why, for a person.
func (a Advice) Reason(lang locale.Lang) string { return a.reason.In(lang, a.args...) }

// Recommend says how to read a text that was read as markup: whether its brackets
// look like marks or like the prose that most policies have.
func Recommend(t syntax.Tree) Advice {
	sum := t.Sum()
	if t.Len() > 0 && t.At(0).IsFrontMatter() && sum.Marks > 0 {
		return Advice{reason: locale.Text{
			ZH: "文首有元数据，正文里有 %d 个标注",
			EN: "it starts with front matter and has %d marks"}, args: []any{sum.Marks}}
	}
	if sum.Marks+sum.Strays == 0 {
		return Advice{reason: locale.Text{
			ZH: "没有半角括号，两种方式读出来一样",
			EN: "it has no ASCII brackets, so both ways read the same"}}
	}
	// A file is one of marks when its brackets hold what marks hold: verbs of
	// handling data, parties, data; and when these outweigh the prose.
	prose := countProse(t)
	actions, data := sum.Kinds[syntax.Action], sum.Kinds[syntax.Data]
	known := countKnown(t)
	likely := sum.Marks - prose
	if known > 0 && 3*known >= likely && likely > prose+sum.Strays || prose+sum.Strays == 0 && actions > 0 && data > 0 {
		return Advice{reason: locale.Text{
			ZH: "%d 对括号里有 %d 对像标注：参与方 %d、动作 %d、数据 %d、目的 %d",
			EN: "of %d pairs of brackets %d look like marks: %d actors, %d actions, %d data, %d purposes"},
			args: []any{sum.Marks, likely, sum.Kinds[syntax.Actor], actions, data, sum.Kinds[syntax.Purpose]}}
	}
	return Advice{Plain: true, reason: locale.Text{
		ZH: "有 %d 对括号和 %d 个不成对的括号，看上去是正文里的（编号、缩写、链接）",
		EN: "it has %d pairs of brackets and %d without a partner, which look like text (numbering, abbreviations, links)"},
		args: []any{sum.Marks, sum.Strays}}
}

// countKnown returns the number of marks that hold what only marks hold: a verb
// of handling data, a noun of data, or the company or the user by name.
func countKnown(t syntax.Tree) int {
	n := 0
	t.From(0, func(_ int, _ syntax.Total, b *syntax.Block) bool {
		for i, m := range b.Marks() {
			if isKnown(m.Kind, b.MarkText(i)) {
				n++
			}
		}
		return true
	})
	return n
}

func isKnown(kind syntax.Kind, text string) bool {
	words := lexicon.Default()
	switch kind {
	case syntax.Action:
		return words.Match(text, ' ').Is(lexicon.Verb)
	case syntax.Actor:
		return words.Whole(text).Is(lexicon.First | lexicon.User)
	case syntax.Data:
		for at := range text {
			if words.Whole(text[at:]).Is(lexicon.DataNoun) {
				return true
			}
		}
	}
	return false
}

// countProse returns the number of marks that look like brackets of prose.
func countProse(t syntax.Tree) int {
	n := 0
	t.From(0, func(_ int, _ syntax.Total, b *syntax.Block) bool {
		n += len(rule.NewSite(b, nil).Run([]*rule.Rule{rules.ProseBracket}))
		return true
	})
	return n
}
