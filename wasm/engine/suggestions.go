package engine

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// How much of what is suggested one report holds and works out, and one question; in
// bytes read.
const (
	maxSuggested  = 300
	maxSwept      = 96 << 10
	maxSweptOnce  = 4 << 20
	maxContext    = 24 // code points on either side
	maxRemembered = 20000
)

var (
	suggestionGone = locale.Text{
		ZH: "这条建议已经不在了：正文刚刚改过",
		EN: "this suggestion is gone: the text has just changed"}
	suggestionBlocked = locale.Text{
		ZH: "这里不能这样标注：会与别的标注交叉",
		EN: "this cannot be marked: it would cross another mark"}
)

// know makes the document know what the engine remembers.
func (e *Engine) know() {
	if !e.knows {
		e.doc.Remember(e.memory, e.skipped)
		e.knows = true
	}
}

// addSuggestions adds what might be marked: in the visible range all of it, of the
// rest as much as was worked out so far.
func (e *Engine) addSuggestions(r *protocol.Report, v protocol.View, visible source.Span, lang locale.Lang) {
	e.know()
	w := suggestionWriter{engine: e, lang: lang, block: -1}
	e.doc.SuggestionsIn(visible, func(s core.Suggestion) bool {
		r.Suggested = append(r.Suggested, w.write(s))
		return len(r.Suggested) < maxSuggested
	})
	budget := maxSwept
	r.Suggestions.Pending = !e.doc.SuggestWithin(&budget)
	total := e.doc.CountSuggestions()
	first, count := window(v.Suggestions, total)
	r.Suggestions.First, r.Suggestions.Total = first, total
	if count == 0 {
		return
	}
	// The row before says whether the first one leads its section.
	start := max(0, first-1)
	last := ""
	n := start
	e.doc.Suggestions(start, func(s core.Suggestion) bool {
		out := w.write(s)
		out.Leads = n == 0 || out.Section != last
		last = out.Section
		if n >= first {
			r.Suggestions.Items = append(r.Suggestions.Items, out)
		}
		n++
		return len(r.Suggestions.Items) < count
	})
}

// suggestionWriter writes suggestions as the page shows them, in the order of the
// text.
type suggestionWriter struct {
	engine *Engine
	lang   locale.Lang
	block  int
	ruler  *ruler
}

func (w *suggestionWriter) write(s core.Suggestion) protocol.Suggestion {
	if s.Block.Index != w.block {
		w.block, w.ruler = s.Block.Index, newRuler(s.Block)
	}
	plain := s.Block.Plain()
	sentence := s.Block.Reading.Sentences[s.Sentence].Span
	at, around := w.ruler.span(s.Block.SourceOf(s.Plain)), w.ruler.span(s.Block.SourceOf(sentence))
	out := protocol.Suggestion{
		ID: s.ID(), Kind: protocol.Kind(s.Kind.String()), From: at.From, To: at.To, Text: s.Text(),
		Score: s.Score, Why: s.Reason.In(w.lang), Sentence: around,
		Before: lastPoints(plain[sentence.Start:s.Plain.Start], maxContext),
		After:  firstPoints(plain[s.Plain.End:sentence.End], maxContext),
	}
	if trail := w.engine.doc.SectionAt(s.Block, s.Sentence); len(trail) > 0 {
		out.Section = trail[len(trail)-1]
	}
	return out
}

// lastPoints and firstPoints cut a text to so many code points; an ellipsis stands
// for the rest.
func lastPoints(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	if at > 0 {
		return "…" + s[at:]
	}
	return strings.TrimLeft(s, " \n")
}

func firstPoints(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	if at < len(s) {
		return s[:at] + "…"
	}
	return strings.TrimRight(s, " \n")
}

// Remember implements protocol.Engine.
func (e *Engine) Remember(q protocol.RememberRequest) (protocol.Remembered, error) {
	if !q.Add {
		e.memory = suggest.NewWords()
	}
	for _, l := range q.Learned {
		if e.memory.Len() >= maxRemembered {
			break
		}
		e.memory.Count(l.Text, syntax.KindNamed(string(l.Kind)), l.Accepted, l.Rejected)
	}
	e.skipped = make(map[string]bool, len(q.Skipped))
	for _, id := range q.Skipped {
		e.skipped[id] = true
	}
	e.knows = false
	return protocol.Remembered{Count: e.memory.Len()}, nil
}

// MarkedWords implements protocol.Engine.
func (e *Engine) MarkedWords(q protocol.MarkedWordsRequest) (protocol.MarkedWords, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.MarkedWords{}, err
	}
	var out protocol.MarkedWords
	for _, w := range e.doc.MarkedWords(max(0, min(q.Most, maxRemembered))) {
		out.Items = append(out.Items, protocol.Learned{Text: w.Words, Kind: protocol.Kind(w.Kind.String()), Accepted: w.Count})
	}
	return out, nil
}

// NextSuggestion implements protocol.Engine.
func (e *Engine) NextSuggestion(q protocol.NextSuggestionRequest) (protocol.FoundSuggestion, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.FoundSuggestion{}, err
	}
	e.know()
	budget := maxSweptOnce
	e.doc.SuggestWithin(&budget)
	total := e.doc.CountSuggestions()
	if total == 0 {
		return protocol.FoundSuggestion{}, nil
	}
	at := e.byteAt(q.From)
	if !q.Here && !q.Backward {
		at++
	}
	index := e.doc.CountSuggestionsBefore(at)
	if q.Backward {
		index--
	}
	found := protocol.FoundSuggestion{Index: (index + total) % total, Total: total}
	w := suggestionWriter{engine: e, lang: langOf(q.Lang), block: -1}
	e.doc.Suggestions(found.Index, func(s core.Suggestion) bool {
		suggestion := w.write(s)
		found.Suggestion = &suggestion
		return false
	})
	return found, nil
}

// Accept implements protocol.Engine.
func (e *Engine) Accept(q protocol.AcceptRequest) (protocol.Accepted, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Accepted{}, err
	}
	e.know()
	span := e.span(q.From, q.To)
	var one []core.Suggestion
	e.doc.SuggestionsIn(span, func(s core.Suggestion) bool {
		if s.Source() == span && s.Kind.String() == string(q.Kind) {
			one = append(one, s)
		}
		return len(one) == 0
	})
	if len(one) == 0 {
		return protocol.Accepted{}, &Error{Refused, suggestionGone.In(langOf(q.Lang))}
	}
	list := e.meant(q.Scope, one)
	edits, count, last, err := e.doc.Accept(list)
	if err != nil {
		return protocol.Accepted{}, err
	}
	if count == 0 {
		return protocol.Accepted{}, &Error{Refused, suggestionBlocked.In(langOf(q.Lang))}
	}
	out := protocol.Accepted{Version: e.version, Changes: e.changes(edits), Count: count, Select: protocol.Range{From: -1, To: -1}}
	if len(list) == 1 {
		out.Select = protocol.Range{From: e.unitAfter(edits, last.Select.Start), To: e.unitAfter(edits, last.Select.End)}
	}
	for _, s := range list {
		out.Learned = append(out.Learned, protocol.Learned{Text: s.Text(), Kind: protocol.Kind(s.Kind.String()), Accepted: 1})
	}
	return out, nil
}

// meant returns the suggestions that are meant with one, in the order of the text.
func (e *Engine) meant(scope protocol.Scope, one []core.Suggestion) []core.Suggestion {
	if scope == "section" {
		return e.doc.SuggestionsOfSection(one[0])
	}
	if scope != "alike" && scope != "score" {
		return one
	}
	budget := 1 << 62 // somebody waits for all of them
	e.doc.SuggestWithin(&budget)
	var list []core.Suggestion
	e.doc.Suggestions(0, func(s core.Suggestion) bool {
		if scope == "score" && s.Score >= one[0].Score || scope == "alike" && s.Kind == one[0].Kind && s.Text() == one[0].Text() {
			list = append(list, s)
		}
		return true
	})
	return slices.Clip(list)
}
