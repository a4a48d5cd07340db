package annotate

import (
	"strings"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Qualification gives a mark of a block other qualifiers.
type Qualification struct {
	// Mark is the index of the mark, -1 for one of Kind to be made around Plain, in
	// bytes of the block's plain text.
	Mark  int
	Kind  syntax.Kind
	Plain source.Span
	// Qualifiers are the words behind the bar, without it; "" for none.
	Qualifiers string
}

// Qualify gives marks of block number index other qualifiers, and makes those that
// are not there yet.
func Qualify(t syntax.Tree, index int, list []Qualification) (Result, error) {
	if index < 0 || index >= t.Len() || len(list) == 0 {
		return Result{}, refuse(noMarkHere)
	}
	b := block{t.At(index), t.Before(index).Source.Bytes}
	if b.IsFrontMatter() {
		return Result{}, refuse(inFrontMatter)
	}
	p := plan{block: b, requalified: map[int]string{}}
	for _, q := range list {
		switch {
		case q.Mark >= len(b.Marks()):
			return Result{}, refuse(noMarkHere)
		case q.Mark >= 0:
			if b.qualifiers(q.Mark) != q.Qualifiers {
				p.requalified[q.Mark] = q.Qualifiers
			}
		case q.Plain.Empty() || q.Plain.Start < 0 || q.Plain.End > len(b.Plain()):
			return Result{}, refuse(nothingToMark)
		default:
			if err := p.add(q.Kind, q.Plain, q.Qualifiers); err != nil {
				return Result{}, err
			}
		}
	}
	if len(p.requalified) == 0 && len(p.added) == 0 {
		return Result{}, refuse(soAlready)
	}
	return p.result(t)
}

// FreeName returns the shortest name that no qualifier of a block names a mark by,
// or looks for: a, b, … z, aa, ….
func FreeName(b *syntax.Block, taken ...string) string {
	used := map[string]bool{}
	for _, name := range taken {
		used[name] = true
	}
	for i := range b.Marks() {
		for _, q := range b.Qualifiers(i) {
			used[strings.ToLower(q.Name)] = true
		}
	}
	for n := 0; ; n++ {
		name := ""
		for k := n; k >= 0; k = k/26 - 1 {
			name = string(rune('a'+k%26)) + name
		}
		if !used[name] {
			return name
		}
	}
}
