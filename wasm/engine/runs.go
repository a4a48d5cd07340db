package engine

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// maxRuns is about how many bytes of source one answer of Runs is about.
const maxRuns = 128 << 10

// Runs implements protocol.Engine.
func (e *Engine) Runs(q protocol.RunsRequest) (protocol.RunList, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.RunList{}, err
	}
	list := protocol.RunList{Next: -1}
	start := e.byteAt(q.From)
	e.doc.BlocksIn(source.Span{Start: start, End: e.doc.Tree().Sum().Source.Bytes}, func(b core.Block) bool {
		switch at := b.Before.Source.Bytes; {
		case at < start:
			return true
		case at-start > maxRuns:
			list.Next = b.Before.Source.Units
			return false
		}
		list.Runs = appendRuns(list.Runs, b.Block)
		return true
	})
	return list, nil
}

// appendRuns appends the runs of a block.
func appendRuns(runs []protocol.PrintRun, b *syntax.Block) []protocol.PrintRun {
	var open []protocol.Kind
	for i := range b.NumTokens() {
		t := b.Token(i)
		switch {
		case t.Type == syntax.Open:
			open = append(open, protocol.Kind(t.Kind.String()))
		case t.Type == syntax.Close:
			if open != nil {
				runs = append(runs, protocol.PrintRun{Open: open})
				open = nil
			}
			runs[len(runs)-1].Close++
		case !t.Plain.Empty():
			n := len(runs)
			if n > 0 && open == nil && runs[n-1].Close == 0 && i > 0 {
				runs[n-1].Text += b.Plain()[t.Plain.Start:t.Plain.End]
				continue
			}
			runs = append(runs, protocol.PrintRun{Text: b.Plain()[t.Plain.Start:t.Plain.End], Open: open})
			open = nil
		}
	}
	return runs
}

// Insert implements protocol.Engine.
func (e *Engine) Insert(q protocol.InsertRequest) (protocol.Changes, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	s := e.span(q.From, q.To)
	x := []source.Edit{annotate.Prose(e.doc.Tree(), s.Start, s.End, q.Text)}
	at := e.unitAfter(x, s.Start+len(x[0].Text))
	return protocol.Changes{Version: e.version, Changes: e.changes(x), Count: 1, Select: protocol.Range{From: at, To: at}}, nil
}
