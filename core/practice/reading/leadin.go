package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/outline"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// A lead-in and its items are one sentence, and so are the head of a table and its rows:
// an item goes on with who acts and with what is done.

// tableCell is what each row of a table starts with in Markdown.
const tableCell = "|"

// adjunctKind is what the unmarked items of a lead-in say of its action.
type adjunctKind uint8

const (
	noAdjunct adjunctKind = iota
	purposeItems
	conditionItems
	exceptionItems // when it is not done
)

// followLead lets a line go on with the lead-in or end it: its first item says the style
// of the others, and prose behind the items ends the list. row says that the line is one of
// a table.
func (r *reader) followLead(l *outline.Line, row bool) {
	switch {
	case r.lead == nil:
	case r.lead.table:
		if !row {
			r.lead = nil
		}
	case r.lead.style == outline.NoStyle:
		if l.Kind == outline.Item {
			next := *r.lead
			next.style = l.Style
			r.lead = &next
		}
	case l.Kind != outline.Item, r.lead.style != l.Style && l.LeadIn:
		r.lead = nil
	}
}

// dropUnused forgets a lead-in that no item has followed.
func (r *reader) dropUnused() {
	if r.lead != nil && r.lead.style == outline.NoStyle {
		r.lead = nil
	}
}

// takeLead keeps what the items under a lead-in go on with.
func (r *reader) takeLead(practices []int, span source.Span) {
	if l := r.scope.bareLead(span); l != nil {
		r.lead = l
		return
	}
	if len(practices) == 0 {
		r.dropUnused()
		if l := r.namedLead(span); l != nil {
			r.lead = l
		}
		return
	}
	p := &r.practices[practices[len(practices)-1]]
	r.lead = &lead{
		actors: p.Actors, requester: p.Requester, action: p.Action, category: p.Category, data: p.Data,
		purposes: p.Purposes, conditions: p.Conditions, recipients: p.Recipients, sources: p.Sources,
		modality: p.Modality, modalText: p.ModalityText, negated: p.Negated, negText: p.NegationText,
		items: r.itemsSay(span),
	}
}

// namedLead returns what a lead-in hands on that is nothing but a name: 客房服务员：. It is nil for
// any other.
func (r *reader) namedLead(span source.Span) *lead {
	name := trimSpan(r.plain, span)
	if list := r.tokensIn(name); !hasHan(r.text(name)) || !r.namesDoer(list, name) {
		return nil
	}
	v := r.third(name)
	v.Rule = "subject-of-lead-in"
	return &lead{actors: []practice.Value{*v}}
}

// itemsSay returns what the items say of the action of the lead-in in span: its last word,
// or words such as 下列情形 and the following purposes, tell.
func (r *reader) itemsSay(span source.Span) adjunctKind {
	list := r.tokensIn(span)
	for i := range list {
		at := r.plain[list[i].start:span.End]
		if lexicon.Default().StartOf(at, lexicon.PurposeItems) != nil {
			return purposeItems
		}
		if e := lexicon.Default().StartOf(at, lexicon.ConditionItems); e != nil {
			if r.exceptionBeside(list, i, int(list[i].start)+len(e.Word)) {
				return exceptionItems
			}
			return conditionItems
		}
	}
	last := len(list) - 1
	for last >= 0 && list[last].punct != noPunct {
		last--
	}
	if last < 0 || strings.Trim(r.plain[list[last].end:span.End], " :：") != "" {
		return noAdjunct
	}
	switch e := list[last].entry; {
	case e.Is(lexicon.Exception) && e.Is(lexicon.ConditionLead):
		return exceptionItems
	case e.Is(lexicon.ConditionLead) && e.Has(lexicon.StrongLead):
		return conditionItems
	case e.Has(lexicon.Infinitive), e.Is(lexicon.PurposeTrail|lexicon.PurposeLead) && !e.Has(lexicon.LooseLead), e.Is(lexicon.SamePurpose):
		return purposeItems
	}
	return noAdjunct
}

// exceptionBeside reports whether a word that makes an exception stands right before token i
// of a list, or at the byte offset end behind the words that start there: 除下列情形外.
func (r *reader) exceptionBeside(list []token, i, end int) bool {
	if i > 0 && list[i-1].entry.Is(lexicon.Exception) && blank(r.plain[list[i-1].end:list[i].start]) {
		return true
	}
	for k := i; k < len(list) && int(list[k].start) <= end; k++ {
		if int(list[k].start) == end && list[k].entry.Is(lexicon.Exception) {
			return true
		}
	}
	return i > 1 && list[i-1].entry.Is(lexicon.ConditionLead) && list[i-2].entry.Is(lexicon.Exception)
}

// maxUnmarkedItem is how many bytes an item may have that only says when or why.
const maxUnmarkedItem = 240

// itemSaysWhy makes a practice of an item without marks, in span, that says when, or what
// for, the action of its lead-in is done.
func (r *reader) itemSaysWhy(span source.Span) {
	lead := r.lead
	if lead.items == noAdjunct || lead.action.Text == "" || span.Len() > maxUnmarkedItem {
		return
	}
	words := trimSpan(r.plain, span)
	if words.Empty() {
		return
	}
	s := &r.scope
	s.start(span)
	p := s.ofLead(lead)
	v := r.unmarked(words, "condition-item", "")
	switch lead.items {
	case purposeItems:
		v.Rule = "purpose-item"
		p.Purposes = append(p.Purposes, *v)
	default:
		v.Negative = lead.items == exceptionItems
		p.Conditions = append(p.Conditions, *v)
	}
	p.Data = carried(lead.data)
	p.Span, p.ID = span, s.id(words)
	r.practices = append(r.practices, p)
	last := &r.sentences[len(r.sentences)-1]
	last.Practices = append(last.Practices, len(r.practices)-1)
}

// maxKey is how many bytes the name of a field may have: 第三方名称：, Data received:.
const maxKey = 36

// isField reports whether a line is a field of a form, a name and a value: 合作方：某某地图. Who
// acts in the fields below it is said there, or not at all.
func (r *reader) isField(l *outline.Line) bool {
	if l.LeadIn || l.Kind != outline.Prose {
		return false
	}
	for i, c := range r.text(l.Text) {
		switch c {
		case ':', '：':
			return i > 0
		case '，', ',', '。', '.':
			return false
		}
		if i > maxKey {
			return false
		}
	}
	return false
}

// ofLead returns a practice with the action of a lead-in and all that is said of it but
// data.
func (s *scope) ofLead(lead *lead) practice.Practice {
	p := practice.Practice{
		Home: s.block, Section: s.section, Sentence: s.sentence, Action: lead.action, Category: lead.category,
		Actors: carried(lead.actors), Recipients: carried(lead.recipients), Sources: carried(lead.sources),
		Purposes: carried(lead.purposes), Conditions: carried(lead.conditions),
		Modality: lead.modality, ModalityText: lead.modalText, Negated: lead.negated, NegationText: lead.negText,
		Derivation: []string{"action-of-lead-in"},
	}
	p.Action.Evidence, p.Action.Rule = practice.Carried, "action-of-lead-in"
	if lead.requester != nil {
		v := *lead.requester
		v.Evidence = max(v.Evidence, practice.Carried)
		p.Requester = &v
	}
	return p
}
