package render

import (
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/sheet"
	"github.com/policymark/policymark/core/syntax"
)

// field is one value in the table of practices.
type field struct {
	kind syntax.Kind
	text string
	// marked says that a mark holds it; other values are drawn differently.
	marked bool
	// target is the address of its mark, "" for none.
	target string
	// before and notes are words of ours around it.
	before string
	notes  []string
	// parts are what it consists of, with the words that say so.
	cue   string
	parts []field
	open  bool
}

// row is one practice in the table.
type row struct {
	id       string
	section  []string
	category string
	tags     []string // how firm it is
	denied   bool
	cells    [len(columns)][]field
}

// rows returns the table of a sheet's practices.
func rows(s *sheet.Sheet, lang locale.Lang) []row {
	t := tabulator{s, lang}
	list := make([]row, len(s.Practices))
	for i, p := range s.Practices {
		list[i] = t.row(p)
	}
	return list
}

type tabulator struct {
	sheet *sheet.Sheet
	lang  locale.Lang
}

func (t tabulator) row(p core.Practice) row {
	r := row{id: p.ID, section: p.Section, category: p.Category.Name().In(t.lang), denied: p.Negated}
	if p.Negated {
		tag := textDeniedToo.In(t.lang)
		if p.NegationText != "" {
			tag = textDenied.In(t.lang, p.NegationText)
		}
		r.tags = append(r.tags, tag)
	}
	// 不会 says both: once is enough.
	if p.Modality != lexicon.NoModality && !(p.Negated && strings.Contains(p.NegationText, p.ModalityText)) {
		r.tags = append(r.tags, p.Modality.Name().In(t.lang))
	}
	r.cells = [...][]field{
		{t.field(syntax.Action, &p.Action)},
		t.fields(syntax.Actor, p.Actors, ""),
		t.data(p.Practice),
		t.fields(syntax.Purpose, p.Purposes, ""),
		t.fields(syntax.Purpose, p.Conditions, ""),
		append(t.fields(syntax.Actor, p.Recipients, textTo.In(t.lang)), t.fields(syntax.Actor, p.Sources, textFrom.In(t.lang))...),
	}
	if p.Requester != nil {
		f := t.field(syntax.Actor, p.Requester)
		f.notes = append(f.notes, textRequester.In(t.lang))
		r.cells[1] = append(r.cells[1], f)
	}
	return r
}

func (t tabulator) fields(k syntax.Kind, vs []practice.Value, before string) []field {
	list := make([]field, len(vs))
	for i := range vs {
		list[i] = t.field(k, &vs[i])
		if list[i].before == "" {
			list[i].before = before
		}
	}
	return list
}

func (t tabulator) field(k syntax.Kind, v *practice.Value) field {
	f := field{kind: k, text: v.Text, marked: v.Evidence == practice.Marked}
	if i := t.sheet.MarkOf(v); i >= 0 {
		f.target = t.sheet.Marks[i].Address
	}
	note := func(text locale.Text, args ...any) { f.notes = append(f.notes, text.In(t.lang, args...)) }
	if v.Negative {
		f.before = textUnless.In(t.lang)
	}
	if v.Evidence != practice.Marked {
		note(evidenceNotes[v.Evidence])
	}
	if v.Vague {
		note(textVague)
	}
	if v.SameAs != "" {
		note(textSameAs, v.SameAs)
	}
	if len(v.Members) > 0 {
		names := make([]string, len(v.Members))
		for i := range v.Members {
			names[i] = v.Members[i].Text
		}
		words := textMembers
		if v.Party != practice.UnknownParty {
			words = textStandsFor
		}
		note(words, strings.Join(names, textComma.In(t.lang)))
	}
	return f
}

// data returns the data of a practice, each with its parts.
func (t tabulator) data(p *practice.Practice) []field {
	same := func(a, b *practice.Value) bool { return a.Place == b.Place && a.Text == b.Text }
	isPart := func(v *practice.Value) bool {
		for i := range p.Groups {
			for k := range p.Groups[i].Children {
				if same(&p.Groups[i].Children[k], v) {
					return true
				}
			}
		}
		return false
	}
	listed := append([]practice.Value(nil), p.Data...)
	for i := range p.Groups {
		parent, known := &p.Groups[i].Parent, false
		for k := range listed {
			known = known || same(&listed[k], parent)
		}
		if !known && !isPart(parent) {
			listed = append(listed, *parent)
		}
	}
	var draw func(v *practice.Value, depth int) field
	draw = func(v *practice.Value, depth int) field {
		f := t.field(syntax.Data, v)
		for i := range p.Groups {
			if g := &p.Groups[i]; depth < 4 && same(&g.Parent, v) {
				f.cue, f.open = g.Cue, g.Open
				if f.cue == "" {
					f.cue = textIncluding.In(t.lang)
				}
				for k := range g.Children {
					f.parts = append(f.parts, draw(&g.Children[k], depth+1))
				}
				break
			}
		}
		return f
	}
	list := make([]field, len(listed))
	for i := range listed {
		list[i] = draw(&listed[i], 0)
	}
	return list
}
