package engine

import (
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/wasm/protocol"
)

func (e *Engine) addPractices(r *protocol.Report, v protocol.View, lang locale.Lang) {
	r.Practices.AtCaret = -1
	r.Practices.All = e.doc.Tally().Practices
	at := e.doc.PracticeAt(e.byteAt(v.Caret))
	if f := filterOf(v.Filter); chooses(v.Filter) {
		numbers := e.doc.Choose(f)
		if k, found := slices.BinarySearch(numbers, at); found {
			r.Practices.AtCaret = k
		}
		first, count := window(v.Practices, len(numbers))
		r.Practices.First, r.Practices.Total = first, len(numbers)
		r.Practices.Items = e.practices(numbers[first:first+count], lang)
		return
	}
	first, count := window(v.Practices, r.Practices.All)
	r.Practices.First, r.Practices.Total, r.Practices.AtCaret = first, r.Practices.All, at
	e.addRows(&r.Practices, count, lang)
}

// addRows adds rows of the list of all practices. Those that the page has already are
// not written again.
func (e *Engine) addRows(list *protocol.PracticeList, count int, lang locale.Lang) {
	if count == 0 {
		return
	}
	w := e.writer(lang)
	e.told.useTerms(w.terms)
	kept := make([]int, 0, count)
	e.doc.Practices(list.First, func(p core.Practice) bool {
		section := e.doc.Section(p)
		number := list.First + len(kept)
		before := e.told.row(p, number, section)
		kept = append(kept, before)
		if before < 0 {
			item := w.write(p, section)
			item.Number = number
			list.Items = append(list.Items, item)
		}
		return len(kept) < count
	})
	if len(list.Items) < len(kept) {
		list.Kept = kept
	}
}

// practices returns practices by their numbers as the page shows them. Numbers
// that follow each other are read in one walk.
func (e *Engine) practices(numbers []int, lang locale.Lang) []protocol.Practice {
	if len(numbers) == 0 {
		return nil
	}
	items := make([]protocol.Practice, 0, len(numbers))
	w := e.writer(lang)
	for len(items) < len(numbers) {
		number := numbers[len(items)]
		e.doc.Practices(number, func(p core.Practice) bool {
			item := w.write(p, e.doc.Section(p))
			item.Number = number
			items = append(items, item)
			number++
			return len(items) < len(numbers) && numbers[len(items)] == number
		})
	}
	return items
}

// practiceWriter writes practices as the page shows them.
type practiceWriter struct {
	engine *Engine
	lang   locale.Lang
	terms  *practice.Terms
	near   core.Block
	rulers map[int]*ruler // by index of block
}

func (e *Engine) writer(lang locale.Lang) *practiceWriter {
	return &practiceWriter{engine: e, lang: lang, terms: e.doc.Terms(), rulers: map[int]*ruler{}}
}

// write writes a practice of a section, with what terms stand for.
func (w *practiceWriter) write(p core.Practice, section []string) protocol.Practice {
	w.near = p.Block
	filled := w.terms.Fill(*p.Practice)
	p.Practice = &filled
	return w.practice(p, section)
}

func (w *practiceWriter) ruler(b core.Block) *ruler {
	r := w.rulers[b.Index]
	if r == nil {
		r = newRuler(b)
		w.rulers[b.Index] = r
	}
	return r
}

func (w *practiceWriter) practice(p core.Practice, section []string) protocol.Practice {
	span, sentence := w.plainRange(p.Span), w.plainRange(p.Sentence)
	out := protocol.Practice{
		ID:           p.ID,
		Section:      section,
		From:         span.From,
		To:           span.To,
		Sentence:     sentence,
		Category:     p.Category.String(),
		CategoryName: p.Category.Name().In(w.lang),
		Action:       w.value(p.Action),
		Actors:       w.values(p.Actors),
		Data:         w.values(p.Data),
		Purposes:     w.values(p.Purposes),
		Conditions:   w.values(p.Conditions),
		Recipients:   w.values(p.Recipients),
		Sources:      w.values(p.Sources),
		Modality:     p.Modality.String(),
		ModalityText: p.ModalityText,
		Negated:      p.Negated,
		NegationText: p.NegationText,
	}
	if p.Requester != nil {
		requester := w.value(*p.Requester)
		out.Requester = &requester
	}
	for _, g := range p.Groups {
		out.Groups = append(out.Groups, protocol.Group{
			Parent: w.value(g.Parent), Children: w.values(g.Children), Cue: g.Cue, Open: g.Open,
		})
	}
	return out
}

// plainRange returns the range of a span of the practice's block's plain text.
func (w *practiceWriter) plainRange(s source.Span) protocol.Range {
	return w.ruler(w.near).span(w.near.SourceOf(s))
}

func (w *practiceWriter) values(list []practice.Value) []protocol.Value {
	out := make([]protocol.Value, len(list))
	for i, v := range list {
		out[i] = w.value(v)
	}
	return out
}

func (w *practiceWriter) value(v practice.Value) protocol.Value {
	out := protocol.Value{
		Text:     v.Text,
		From:     -1,
		To:       -1,
		Evidence: protocol.Evidence(v.Evidence.String()),
		Rule:     v.Rule,
		Notes:    w.notes(v),
	}
	if v.Rule != "" {
		out.Why = practice.Explain(v.Rule).In(w.lang)
	}
	if v.Cue != "" {
		out.Why += cueNote.In(w.lang, v.Cue)
	}
	if b, ok := w.engine.doc.Locate(v.Place, w.near); ok {
		s := w.ruler(b).span(b.SourceOf(v.Place.Span))
		out.From, out.To = s.From, s.To
	}
	return out
}

// notes returns what else is known of a value, for a person.
func (w *practiceWriter) notes(v practice.Value) []string {
	var notes []string
	add := func(t locale.Text, args ...any) { notes = append(notes, t.In(w.lang, args...)) }
	if v.Negative {
		add(noteException)
	}
	if v.Vague {
		add(noteVague)
	}
	if v.Owner != "" {
		add(noteOwner, v.Owner)
	}
	if v.SameAs != "" {
		add(noteSameAs, v.SameAs)
	}
	if len(v.Members) > 0 {
		list := ""
		for i, m := range v.Members {
			if i > 0 {
				list += noteSeparator.In(w.lang)
			}
			list += m.Text
		}
		if v.Party != practice.UnknownParty {
			add(noteStandsFor, list)
		} else {
			add(noteMembers, list)
		}
	}
	if t, found := partyNotes[v.Party]; found {
		add(t)
	}
	return notes
}
