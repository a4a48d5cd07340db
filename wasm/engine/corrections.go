package engine

import (
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/wasm/protocol"
)

// practiceFields are the fields by their numbers in the core.
var practiceFields = []protocol.PracticeField{
	"action", "actor", "data", "member", "purpose", "condition", "recipient", "source", "requester"}

func fieldOf(f protocol.PracticeField) core.Field { return core.Field(slices.Index(practiceFields, f)) }

// Corrections implements protocol.Engine.
func (e *Engine) Corrections(q protocol.CorrectionsRequest) (protocol.Corrections, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Corrections{}, err
	}
	list, err := e.doc.Corrections(q.Practice, fieldOf(q.Field), q.Index)
	if err != nil {
		return protocol.Corrections{}, err
	}
	var block core.Block
	e.doc.Practices(q.Practice, func(p core.Practice) bool {
		block = p.Block
		return false
	})
	lang := langOf(q.Lang)
	var out protocol.Corrections
	for _, c := range list {
		item := protocol.Correction{Group: protocol.CorrectionGroup(c.Group), Key: c.Key(), Checked: c.Checked}
		switch {
		case c.Mark >= 0:
			item.Title, item.Kind = block.MarkText(c.Mark), c.Kind.String()
		case c.Group == core.SetCategory:
			item.Title = lexicon.CategoryNamed(c.Of).Name().In(lang)
		case c.Group == core.SetModality:
			item.Title = lexicon.ModalityNamed(c.Of).Name().In(lang)
		}
		out.Items = append(out.Items, item)
	}
	return out, nil
}

// Correct implements protocol.Engine.
func (e *Engine) Correct(q protocol.CorrectRequest) (protocol.Changes, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	return e.answer(e.doc.Correct(q.Practice, fieldOf(q.Field), q.Index, q.Key))
}
