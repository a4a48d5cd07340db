package core

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/syntax"
)

// Field is where a value stands in a practice.
type Field uint8

// The fields. Members are the children of all groups, in their order.
const (
	ActionField Field = iota
	ActorField
	DataField
	MemberField
	PurposeField
	ConditionField
	RecipientField
	SourceField
	RequesterField
)

// Correction is one thing that a person can set right of a value.
type Correction struct {
	// Group is what it is about and Of what it makes of that, as "role" and
	// "recipient". Together they name it.
	Group, Of string
	// Mark is the mark of the practice's block that it brings in, -1 for none, and
	// Kind that mark's.
	Mark int
	Kind syntax.Kind
	// Checked says that it is so already.
	Checked bool
}

// Key names a correction among those of a value.
func (c Correction) Key() string { return c.Group + ":" + c.Of }

// The groups of corrections.
const (
	SetRole     = "role"     // of an actor's mark
	SetKind     = "kind"     // purpose or condition
	SetCategory = "category" // of the action
	SetPolarity = "polarity" // done or denied
	SetModality = "modality"
	Attach      = "attach"  // a mark becomes part of the practice
	Replace     = "replace" // a mark takes the value's place
	MoveTo      = "move"    // the value goes to another practice
	SetSame     = "same"    // the value is the same thing as a mark
	SetPart     = "part"    // data is part of other data
	Detach      = "detach"  // the value is no part of the practice
)

var (
	noValue = locale.Text{
		ZH: "这一项已经不在了：正文刚刚改过",
		EN: "this value is gone: the text has just changed"}
	elsewhere = locale.Text{
		ZH: "“%s”在另一段里，不能在这里修正：请到那一段去改",
		EN: "“%s” is in another paragraph and cannot be corrected from here: go there"}
	notSoAfter = locale.Text{
		ZH: "这样写了以后，读出来的仍不是所选的：请在正文里直接标注",
		EN: "even with the correction written in, the text would not read as chosen: mark it in the text itself"}
)

func refusal(reason locale.Text, args ...any) error {
	return &annotate.Refusal{Reason: reason, Args: args}
}

// corrector sets right one value.
type corrector struct {
	doc   *Document
	p     Practice
	field Field
	value practice.Value
	// names are those given to marks that had none.
	names []string
	// explicit says more than may be needed.
	explicit bool
	// words are the qualifiers wanted, by mark, and made the marks to be made.
	words map[int][]string
	made  []annotate.Qualification
}

func (d *Document) corrector(n int, field Field, index int) (*corrector, error) {
	c := &corrector{doc: d, field: field, words: map[int][]string{}}
	found := false
	if n >= 0 && n < d.Tally().Practices {
		d.Practices(n, func(p Practice) bool {
			c.p = p
			if vs := c.values(p.Practice, field); index >= 0 && index < len(vs) {
				c.value, found = vs[index], true
			}
			return false
		})
	}
	if !found {
		return nil, refusal(noValue)
	}
	return c, nil
}

func (c *corrector) values(p *practice.Practice, field Field) []practice.Value {
	switch field {
	case ActionField:
		return []practice.Value{p.Action}
	case ActorField:
		return p.Actors
	case DataField:
		return p.Data
	case MemberField:
		var vs []practice.Value
		for _, g := range p.Groups {
			vs = append(vs, g.Children...)
		}
		return vs
	case PurposeField:
		return p.Purposes
	case ConditionField:
		return p.Conditions
	case RecipientField:
		return p.Recipients
	case SourceField:
		return p.Sources
	case RequesterField:
		if p.Requester != nil {
			return []practice.Value{*p.Requester}
		}
	}
	return nil
}

// here reports whether a value stands in the practice's own block.
func (c *corrector) here(v practice.Value) bool { return v.Place.Block == c.p.Block.Block }

// maxOffered is how many marks of a kind are offered: those nearest to the action.
const maxOffered = 24

// Corrections returns what can be set right of a value: number index of a field of
// practice number n. It returns an error when there is no such value.
func (d *Document) Corrections(n int, field Field, index int) ([]Correction, error) {
	c, err := d.corrector(n, field, index)
	if err != nil {
		return nil, err
	}
	var o offer
	if field == ActionField {
		c.offerOfAction(&o)
	} else {
		c.offerOfValue(&o)
	}
	return o.list, nil
}

// offer gathers corrections.
type offer struct{ list []Correction }

func (o *offer) add(group, of string, checked bool) {
	o.list = append(o.list, Correction{Group: group, Of: of, Mark: -1, Checked: checked})
}

// marks adds a correction for each mark of the block that fits, or for the nearest.
func (c *corrector) marks(o *offer, group string, fits func(i int, m syntax.Mark) bool) {
	for _, i := range c.nearest(fits) {
		o.list = append(o.list, Correction{Group: group, Of: strconv.Itoa(i), Mark: i, Kind: c.p.Block.Marks()[i].Kind})
	}
}

func (c *corrector) offerOfAction(o *offer) {
	o.add(SetPolarity, "is", !c.p.Negated)
	o.add(SetPolarity, practice.Not, c.p.Negated)
	for m := lexicon.Will; m <= lexicon.Can; m++ {
		o.add(SetModality, m.String(), c.p.Modality == m)
	}
	for k := lexicon.Collect; k <= lexicon.Other; k++ {
		o.add(SetCategory, k.String(), c.p.Category == k)
	}
	c.marks(o, Attach, func(i int, m syntax.Mark) bool { return m.Kind != syntax.Action && !c.holds(c.p.Practice, i) })
}

// offerOfValue offers what can be set right of all but an action.
func (c *corrector) offerOfValue(o *offer) {
	here, kind := c.here(c.value), c.kind()
	own := func(i int) bool { return here && c.value.Mark == i }
	if here {
		c.offerOfField(o)
	}
	c.marks(o, Replace, func(i int, m syntax.Mark) bool { return m.Kind == kind && !own(i) && !c.holds(c.p.Practice, i) })
	if !here {
		return
	}
	o.add(Detach, "", false)
	c.marks(o, MoveTo, func(i int, m syntax.Mark) bool {
		return m.Kind == syntax.Action && !(c.here(c.p.Action) && c.p.Action.Mark == i)
	})
	text := c.value.Text
	c.marks(o, SetSame, func(i int, m syntax.Mark) bool { return m.Kind == kind && !own(i) && c.p.Block.MarkText(i) != text })
	if c.field == DataField {
		c.marks(o, SetPart, func(i int, m syntax.Mark) bool {
			return m.Kind == syntax.Data && !own(i) && slices.ContainsFunc(c.p.Data, func(v practice.Value) bool { return c.here(v) && v.Mark == i })
		})
	}
}

// offerOfField offers the roles and kinds that a value of the block can have.
func (c *corrector) offerOfField(o *offer) {
	switch c.field {
	case ActorField, RecipientField, SourceField, RequesterField:
		if c.value.Evidence > practice.Read && c.value.Mark < 0 {
			return
		}
		o.add(SetRole, practice.RoleActor, c.field == ActorField)
		o.add(SetRole, practice.RoleRecipient, c.field == RecipientField)
		o.add(SetRole, practice.RoleSource, c.field == SourceField)
		o.add(SetRole, practice.RoleSubject, false)
	case PurposeField, ConditionField:
		o.add(SetKind, practice.RolePurpose, c.field == PurposeField)
		o.add(SetKind, practice.RoleCondition, c.field == ConditionField)
	}
}

// nearest returns the marks of the block that fit, in the order of the text, those
// nearest to the action when there are many.
func (c *corrector) nearest(fits func(i int, m syntax.Mark) bool) []int {
	var list []int
	for i, m := range c.p.Block.Marks() {
		if fits(i, m) {
			list = append(list, i)
		}
	}
	if len(list) > maxOffered {
		at := c.p.Span.Start
		marks := c.p.Block.Marks()
		distance := func(i int) int { return max(marks[i].Plain.Start-at, at-marks[i].Plain.Start) }
		slices.SortStableFunc(list, func(a, b int) int { return distance(a) - distance(b) })
		list = list[:maxOffered]
		slices.Sort(list)
	}
	return list
}

// holds reports whether a practice of the block has mark i as a value.
func (c *corrector) holds(p *practice.Practice, i int) bool {
	for f := ActorField; f <= RequesterField; f++ {
		for _, v := range c.values(p, f) {
			if c.here(v) && v.Mark == i {
				return true
			}
		}
	}
	for _, g := range p.Groups {
		if c.here(g.Parent) && g.Parent.Mark == i {
			return true
		}
	}
	return false
}

// kind is that of the marks of the field's values.
func (c *corrector) kind() syntax.Kind {
	switch c.field {
	case ActionField:
		return syntax.Action
	case DataField, MemberField:
		return syntax.Data
	case PurposeField, ConditionField:
		return syntax.Purpose
	}
	return syntax.Actor
}

// Correct returns the edits that correct a value, as marks and qualifiers of the text,
// by the key of one of its Corrections. It reads the text again with these edits and
// refuses when the text then does not say what was chosen.
func (d *Document) Correct(n int, field Field, index int, key string) (annotate.Result, error) {
	var refused error
	// As few words as will do, else all that can be said.
	for _, explicit := range [...]bool{false, true} {
		c, err := d.corrector(n, field, index)
		if err != nil {
			return annotate.Result{}, err
		}
		if !c.here(c.p.Action) {
			return annotate.Result{}, refusal(elsewhere, c.p.Action.Text)
		}
		c.explicit = explicit
		r, err := c.correct(key)
		if err == nil {
			return r, nil
		}
		if refused == nil || explicit {
			refused = err
		}
	}
	return annotate.Result{}, refused
}

func (c *corrector) correct(key string) (annotate.Result, error) {
	group, of, _ := strings.Cut(key, ":")
	mark, err := strconv.Atoi(of)
	if marks := c.p.Block.Marks(); err != nil || mark < 0 || mark >= len(marks) {
		mark = -1
	}
	soAfter, err := c.plan(group, of, mark)
	if err != nil {
		return annotate.Result{}, err
	}
	list := c.made
	for i := range c.p.Block.Marks() {
		if words, set := c.words[i]; set {
			list = append(list, annotate.Qualification{Mark: i, Qualifiers: strings.Join(words, " ")})
		}
	}
	r, err := annotate.Qualify(c.doc.tree, c.p.Block.Index, list)
	if err != nil {
		return r, err
	}
	if !c.readsSo(r, soAfter) {
		return annotate.Result{}, refusal(notSoAfter)
	}
	return r, nil
}

// readsSo reports whether the practice, read with the edits, holds what it should.
func (c *corrector) readsSo(r annotate.Result, so outcome) bool {
	tree := c.doc.tree
	for i := len(r.Edits) - 1; i >= 0; i-- {
		edited, _, err := tree.Edit(r.Edits[i])
		if err != nil {
			return false
		}
		tree = edited
	}
	if tree.Len() != c.doc.tree.Len() {
		return false
	}
	b := tree.At(c.p.Block.Index)
	now, _ := reading.Block(b, c.doc.cells.At(c.p.Block.Index).in)
	for i := range now.Practices {
		p := &now.Practices[i]
		if p.Action.Place.Block == b && p.Action.Place.Span == c.p.Action.Place.Span {
			return so(p, &after{b, now})
		}
	}
	return false
}
