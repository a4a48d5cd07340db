package engine

import (
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/wasm/protocol"
)

// Outline implements protocol.Engine.
func (e *Engine) Outline(q protocol.OutlineRequest) (protocol.Outline, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Outline{}, err
	}
	total := e.doc.NumHeadings()
	first, count := window(q.Window, total)
	out := protocol.Outline{First: first, Total: total, Current: -1}
	if total == 0 {
		return out, nil
	}
	out.Current = e.doc.HeadingAt(e.byteAt(q.At))
	if count == 0 {
		return out, nil
	}
	e.doc.Headings(first, func(h core.Heading) bool {
		out.Items = append(out.Items, protocol.Heading{
			Title: h.Title, Level: h.Level, From: e.unitAt(h.Source.Start), To: e.unitAt(h.Source.End),
			Marks: h.Marks, Practices: h.Practices, Problems: h.Problems, Handling: h.Handling, Covered: h.Covered,
			Trail: e.doc.TrailOf(first + len(out.Items)),
		})
		return len(out.Items) < count
	})
	return out, nil
}

// survey is an inventory that is being taken, or was.
type survey struct {
	*core.Survey
	// rows are those of the list, the search and the closed rows of key.
	rows []core.InventoryRow
	key  string
}

// surveyStep is how many practices an inventory takes in before the engine looks
// after something else, a few milliseconds' worth.
const surveyStep = 1000

// step goes on with the inventory and reports whether it is ready, and else how
// far it is in percent.
func (e *Engine) step() (ready bool, percent int) {
	if e.survey == nil {
		e.survey = &survey{Survey: e.doc.Survey()}
	}
	if e.survey.Step(surveyStep) {
		return true, 100
	}
	return false, int(100 * e.survey.Done())
}

func listOf(of protocol.InventoryOf) core.InventoryList {
	return core.InventoryList(max(0, slices.Index([]protocol.InventoryOf{"data", "parties", "purposes"}, of)))
}

// Inventory implements protocol.Engine.
func (e *Engine) Inventory(q protocol.InventoryRequest) (protocol.Inventory, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Inventory{}, err
	}
	out := protocol.Inventory{}
	if out.Ready, out.Percent = e.step(); !out.Ready {
		return out, nil
	}
	inv := e.survey.Inventory()
	out.Data, out.Parties, out.Purposes = len(inv.Data), len(inv.Actors), len(inv.Purposes)
	list := listOf(q.Of)
	rows := e.survey.layOut(list, q)
	first, count := window(q.Window, len(rows))
	out.First, out.Total = first, len(rows)
	for _, r := range rows[first : first+count] {
		out.Items = append(out.Items, e.inventoryItem(inv, list, r, langOf(q.Lang)))
	}
	return out, nil
}

// layOut returns the rows of a list, which are kept for the next window of it.
func (s *survey) layOut(list core.InventoryList, q protocol.InventoryRequest) []core.InventoryRow {
	key := string(q.Of) + "\x00" + q.Search
	closed := make(map[string]bool, len(q.Closed))
	for _, name := range q.Closed {
		closed[name] = true
		key += "\x00" + name
	}
	if s.rows == nil || s.key != key {
		s.rows, s.key = s.Rows(list, q.Search, func(name string) bool { return closed[name] }), key
	}
	return s.rows
}

// maxNames is how many names an item of the inventory lists.
const maxNames = 12

func cut(names []string) []string { return names[:min(len(names), maxNames)] }

func (e *Engine) inventoryItem(inv *practice.Inventory, list core.InventoryList, r core.InventoryRow, lang locale.Lang) protocol.InventoryItem {
	item := protocol.InventoryItem{Entry: r.Index, Depth: r.Depth, Parts: r.Parts, Closed: r.Closed}
	switch list {
	case core.DataList:
		d := &inv.Data[r.Index]
		item.Name, item.Synonyms, item.Open, item.Vague = d.Name, cut(d.Synonyms), d.Open, d.Vague
		item.Practices = len(d.Practices)
		item.Actors, item.Recipients, item.Purposes = cut(d.Actors), cut(d.Recipients), cut(d.Purposes)
		item.Field = "data"
		for _, name := range append([]string{d.Name}, d.Synonyms...) {
			if key := practice.DataKey(&practice.Value{Text: name}); !slices.Contains(item.Keys, key) {
				item.Keys = append(item.Keys, key)
			}
		}
	case core.PartyList:
		p := &inv.Actors[r.Index]
		item.Name, item.Practices, item.Receives = p.Name, len(p.Acts), len(p.Receives)
		if note, known := partyNotes[p.Party]; known {
			item.Party = note.In(lang)
		}
		item.Field = "actor"
		if len(p.Acts) == 0 {
			item.Field = "recipient"
		}
		item.Keys = []string{practice.PartyKey(&practice.Value{Text: p.Name})}
	case core.PurposeList:
		p := &inv.Purposes[r.Index]
		item.Name, item.Practices = p.Text, len(p.Practices)
		item.Kind = lexicon.PurposeKindOf(p.Text).Name().In(lang)
		item.Field, item.Keys = "purpose", []string{practice.PurposeKey(&practice.Value{Text: p.Text})}
	}
	return item
}

// Occurrence implements protocol.Engine.
func (e *Engine) Occurrence(q protocol.OccurrenceRequest) (protocol.Occurrence, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Occurrence{}, err
	}
	for ready, _ := e.step(); !ready; ready, _ = e.step() {
	}
	inv, list := e.survey.Inventory(), listOf(q.Of)
	var practices []int
	switch {
	case q.Entry < 0:
	case list == core.DataList && q.Entry < len(inv.Data):
		practices = inv.Data[q.Entry].Practices
	case list == core.PartyList && q.Entry < len(inv.Actors):
		p := &inv.Actors[q.Entry]
		practices = append(slices.Clone(p.Acts), p.Receives...)
		slices.Sort(practices)
		practices = slices.Compact(practices)
	case list == core.PurposeList && q.Entry < len(inv.Purposes):
		practices = inv.Purposes[q.Entry].Practices
	}
	if len(practices) == 0 {
		return protocol.Occurrence{From: -1, To: -1}, nil
	}
	n := q.Nth % len(practices)
	if n < 0 {
		n += len(practices)
	}
	out := protocol.Occurrence{From: -1, To: -1, Nth: n, Total: len(practices)}
	if at, ok := e.doc.Occurrence(e.survey.Survey, list, q.Entry, practices[n]); ok {
		out.From, out.To = e.unitAt(at.Start), e.unitAt(at.End)
	}
	return out, nil
}

// The number of nodes in a column of a flow, where the page does not say, and the
// most that it may ask for.
const (
	usualFlow = 14
	maxFlow   = 60
)

// Flow implements protocol.Engine.
func (e *Engine) Flow(q protocol.FlowRequest) (protocol.Flow, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Flow{}, err
	}
	out := protocol.Flow{}
	if out.Ready, out.Percent = e.step(); !out.Ready {
		return out, nil
	}
	limit := min(q.Limit, maxFlow)
	if limit <= 0 {
		limit = usualFlow
	}
	flow := e.doc.Flow(e.survey.Survey, filterOf(q.Filter), limit)
	out.Drawn, out.Denied = flow.Drawn, flow.Denied
	for _, n := range flow.Nodes {
		node := protocol.FlowNode{
			Column: int(n.Column), Name: n.Name, Count: n.Count, Entries: n.Entries, None: n.None, Others: n.Others,
			Field: flowFields[n.Column], Keys: n.Keys,
		}
		if n.Column == core.FlowPurposes && !n.Others && !n.None {
			node.Name = n.Purpose.Name().In(langOf(q.Lang))
		}
		out.Nodes = append(out.Nodes, node)
	}
	for _, l := range flow.Links {
		out.Links = append(out.Links, protocol.FlowLink{From: l.From, To: l.To, Count: l.Count})
	}
	return out, nil
}

var flowFields = [core.NumFlowColumns]protocol.FlowField{"actors", "data", "purposeKinds", "recipients"}
