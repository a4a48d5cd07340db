package engine

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/wasm/protocol"
)

// maxRendered is the size in bytes of text after which an answer holds no further
// paragraph.
const maxRendered = 256 << 10

var textTooLarge = locale.Text{
	ZH: "正文超过 %d MB，无法显示",
	EN: "the text is larger than %d MB and cannot be shown"}

// shown is a text that was laid out.
type shown struct {
	text   string
	engine *Engine // that holds it as its document
	sheet  *sheet.Sheet
}

// Render implements protocol.Engine.
func (e *Engine) Render(q protocol.RenderRequest) (protocol.Rendering, error) {
	lang := langOf(q.Lang)
	if len(q.Text) > maxFile {
		return protocol.Rendering{}, &Error{Refused, textTooLarge.In(lang, maxFile>>20)}
	}
	if e.shown == nil || e.shown.text != q.Text {
		d := core.Read(q.Text)
		e.shown = &shown{q.Text, &Engine{doc: d}, sheet.New(d)}
	}
	return e.shown.render(q, lang), nil
}

func (s *shown) render(q protocol.RenderRequest, lang locale.Lang) protocol.Rendering {
	view := protocol.View{Lang: q.Lang, Practices: q.Practices, Problems: q.Problems}
	r := protocol.Report{Analysed: s.engine.doc.Analysed()}
	if r.Analysed {
		s.engine.budget = maxChecked
		s.engine.addProblems(&r, view, lang)
	}
	s.engine.addPractices(&r, view, lang)
	r.Practices.AtCaret = -1
	for i := range r.Practices.Items {
		r.Practices.Items[i].ID = s.sheet.Practices[r.Practices.First+i].ID
	}
	meta := s.sheet.Meta
	return protocol.Rendering{
		Analysed: r.Analysed, Counts: counts(s.engine.doc.Tree().Sum()),
		Title: meta.Title, Source: meta.Source, Version: meta.Version, Date: meta.Date,
		TextLang: s.sheet.Lang(), Titled: s.sheet.Titled,
		Paragraphs: s.paragraphs(q.Paragraphs), Practices: r.Practices, Problems: r.Problems,
	}
}

func (s *shown) paragraphs(w protocol.Window) protocol.ParagraphList {
	first, count := window(w, len(s.sheet.Paragraphs))
	list := protocol.ParagraphList{First: first, Total: len(s.sheet.Paragraphs)}
	block, ruler := -1, (*ruler)(nil)
	size := 0
	for _, p := range s.sheet.Paragraphs[first : first+count] {
		if size > maxRendered {
			break
		}
		size += p.Plain.Len()
		if p.Block.Index != block {
			block, ruler = p.Block.Index, newRuler(p.Block)
		}
		list.Items = append(list.Items, s.paragraph(p, ruler))
	}
	return list
}

func (s *shown) paragraph(p sheet.Paragraph, ruler *ruler) protocol.Paragraph {
	out := protocol.Paragraph{Kind: p.Kind.String(), Level: p.Level, Address: p.Address}
	placed := map[int]int{} // index in out.Marks of a mark of the sheet
	for _, r := range s.sheet.Runs(p) {
		run := protocol.Run{Text: r.Text, From: ruler.unit(r.Source)}
		for _, m := range r.Marks {
			i, known := placed[m]
			if !known {
				i = len(out.Marks)
				placed[m] = i
				out.Marks = append(out.Marks, s.mark(s.sheet.Marks[m], ruler))
			}
			run.Marks = append(run.Marks, i)
		}
		out.Runs = append(out.Runs, run)
	}
	return out
}

func (s *shown) mark(m sheet.Mark, ruler *ruler) protocol.PlacedMark {
	at := ruler.span(m.Block.SourceOf(m.Block.Marks()[m.Index].Plain))
	return protocol.PlacedMark{
		Kind: protocol.Kind(m.Kind.String()), From: at.From, To: at.To, Role: m.Role, Address: m.Address,
	}
}
