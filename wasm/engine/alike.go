package engine

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// alikeContext is how many bytes of text an item of the list has on either side.
const alikeContext = 60

var (
	oneCharacter = locale.Text{
		ZH: "只有一个字，很少处处都是同一个意思：请逐一勾选",
		EN: "one character alone rarely means the same everywhere: choose the places one by one"}
	aPronoun = locale.Text{
		ZH: "“%s”是代词，很少处处都要标注：请逐一勾选",
		EN: "“%s” is a pronoun, which is rarely marked everywhere: choose the places one by one"}
	markedAs    = locale.Text{ZH: "已标注为%s", EN: "marked as %s"}
	liesIn      = locale.Text{ZH: "在标注“%s”（%s）里面", EN: "inside “%s” (%s)"}
	wouldCross  = locale.Text{ZH: "会与标注“%s”交叉", EN: "would cross “%s”"}
	asIs        = locale.Text{ZH: "已经如此", EN: "already like this"}
	nothingOn   = locale.Text{ZH: "没有勾选任何一处", EN: "no places are chosen"}
	cannotAlike = locale.Text{
		ZH: "所选的地方都不能这样改",
		EN: "none of the chosen places can be changed like this"}
)

var kindNames = map[syntax.Kind]locale.Text{
	syntax.Actor:   {ZH: "参与方", EN: "actor"},
	syntax.Action:  {ZH: "动作", EN: "action"},
	syntax.Data:    {ZH: "数据", EN: "data"},
	syntax.Purpose: {ZH: "目的", EN: "purpose"},
}

var pronouns = map[string]bool{}

func init() {
	for _, w := range []string{"我", "你", "您", "他", "她", "它", "其", "我们", "你们", "您们", "他们", "她们", "它们", "自己", "本人", "此", "该", "这", "那",
		"we", "us", "our", "you", "your", "they", "them", "their", "it", "its", "this", "that", "these", "those", "i", "he", "she"} {
		pronouns[w] = true
	}
}

// Alike implements protocol.Engine.
func (e *Engine) Alike(q protocol.AlikeRequest) (protocol.AlikeList, error) {
	a, scope, short, err := e.alike(q)
	if err != nil {
		return protocol.AlikeList{}, err
	}
	lang := langOf(q.Lang)
	list := protocol.AlikeList{Text: a.Text, Short: short, Scope: protocol.Range{From: e.unitAt(scope.Start), To: e.unitAt(scope.End)}}
	list.First = max(0, q.Rows.First)
	count := max(0, min(q.Rows.Count, maxRows))
	a.Occurrences(e.doc.Tree(), scope, func(o annotate.Occurrence) bool {
		if o.Standing == annotate.Same {
			list.Same++
			return true
		}
		on := short == "" && a.Wanted(o)
		if on {
			list.On++
		}
		if o.Possible() {
			list.Possible++
		}
		if i := list.Total - list.First; i >= 0 && i < count {
			list.Items = append(list.Items, e.alikeItem(o, on, lang))
		}
		list.Total++
		return true
	})
	return list, nil
}

// alike reads a request: what to do, where, and why nothing is on by itself.
func (e *Engine) alike(q protocol.AlikeRequest) (a annotate.Alike, scope source.Span, short string, err error) {
	ready := e.check
	if q.Scope == "section" {
		ready = e.whole // sections are known when all is worked out
	}
	if err = ready(q.Version, q.Lang); err != nil {
		return
	}
	a.Text = q.Text
	if s := annotate.Trim(q.Text, source.Span{End: len(q.Text)}); !s.Empty() {
		a.Text = q.Text[s.Start:s.End]
	}
	if q.Kind != "" {
		if a.Kind, err = kindOf(q.Kind, langOf(q.Lang)); err != nil {
			return
		}
	}
	a.Was = syntax.KindNamed(string(q.Was))
	scope = source.Span{End: e.doc.Tree().Sum().Source.Bytes}
	switch q.Scope {
	case "section":
		scope = e.doc.SectionSpan(e.byteAt(q.From))
	case "range":
		scope = e.span(q.From, q.To)
	}
	switch {
	case a.Kind == syntax.NoKind:
		// Marks are there because somebody wanted them.
	case utf8.RuneCountInString(a.Text) == 1:
		short = oneCharacter.In(langOf(q.Lang))
	case pronouns[lower(a.Text)]:
		short = aPronoun.In(langOf(q.Lang), a.Text)
	}
	return
}

// lower returns s with the letters A to Z in lower case.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

func (e *Engine) alikeItem(o annotate.Occurrence, on bool, lang locale.Lang) protocol.AlikeItem {
	plain := o.Block.Plain()
	c := annotate.Clip(plain, o.Plain, alikeContext)
	s := o.Block.SourceOf(o.Plain).Shift(o.Start)
	item := protocol.AlikeItem{
		From:     e.unitAt(s.Start),
		To:       e.unitAt(s.End),
		Before:   plain[c.Start:o.Plain.Start],
		Text:     plain[o.Plain.Start:o.Plain.End],
		After:    strings.TrimRight(plain[o.Plain.End:c.End], "\n"),
		On:       on,
		Possible: o.Possible(),
	}
	if c.Start > 0 {
		item.Before = "…" + item.Before
	}
	if c.End < len(strings.TrimRight(plain, "\n")) {
		item.After += "…"
	}
	if o.Mark < 0 {
		return item
	}
	m := o.Block.Marks()[o.Mark]
	kind := kindNames[m.Kind].In(lang)
	if m.Plain == o.Plain {
		item.Kind = protocol.Kind(m.Kind.String())
	}
	if !on {
		text := shorten(o.Block.MarkText(o.Mark), 20)
		switch o.Standing {
		case annotate.Other:
			item.Reason = markedAs.In(lang, kind)
		case annotate.Inside:
			item.Reason = liesIn.In(lang, text, kind)
		case annotate.Crossing:
			item.Reason = wouldCross.In(lang, text)
		case annotate.Same:
			item.Reason = asIs.In(lang)
		}
	}
	return item
}

// ChangeAlike implements protocol.Engine.
func (e *Engine) ChangeAlike(q protocol.ChangeAlikeRequest) (protocol.Changes, error) {
	a, scope, short, err := e.alike(q.Alike)
	if err != nil {
		return protocol.Changes{}, err
	}
	turned := make(map[int]bool, len(q.Turned))
	for _, i := range q.Turned {
		turned[i] = !turned[i]
	}
	var chosen []annotate.Occurrence
	n := 0
	a.Occurrences(e.doc.Tree(), scope, func(o annotate.Occurrence) bool {
		if o.Standing == annotate.Same {
			return true
		}
		on := !q.None && (q.All || short == "" && a.Wanted(o))
		if on != turned[n] && o.Possible() {
			chosen = append(chosen, o)
		}
		n++
		return true
	})
	lang := langOf(q.Alike.Lang)
	if len(chosen) == 0 {
		return protocol.Changes{}, &Error{Refused, nothingOn.In(lang)}
	}
	edits, done := a.Carry(e.doc.Tree(), chosen)
	if done == 0 {
		return protocol.Changes{}, &Error{Refused, cannotAlike.In(lang)}
	}
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: done, Select: protocol.Range{From: -1, To: -1}, Text: a.Text}, nil
}
