package annotate

import (
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// New is a mark to be made of a block's plain text, whose span is in bytes of it.
type New struct {
	Kind  syntax.Kind
	Plain source.Span
}

// MarkSeveral makes marks in the block with an index of the tree, all of them or
// none. Spans must be in order and not cross.
func MarkSeveral(t syntax.Tree, index int, list []New) (Result, error) {
	p := plan{block: block{t.At(index), t.Before(index).Source.Bytes}}
	if p.block.IsFrontMatter() {
		return Result{}, refuse(inFrontMatter)
	}
	for _, n := range list {
		if err := p.add(n.Kind, n.Plain, ""); err != nil {
			return Result{}, err
		}
	}
	if len(p.added) == 0 {
		return Result{}, refuse(nothingToMark)
	}
	return p.result(t)
}
