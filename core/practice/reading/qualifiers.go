package reading

import (
	"slices"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// saidSo is the margin of a role that a person has said: more than words can speak for.
const saidSo = 100

// qualifiers returns the qualifiers of mark m, nil for none and for no mark.
func (r *reader) qualifiers(m int) []syntax.Qualifier {
	if m < 0 || r.marks[m].Qualifiers.Empty() {
		return nil
	}
	return r.block.Qualifiers(m)
}

// qualified returns the role that a qualifier of mark m says, role when none does.
func (r *reader) qualified(m int, role practice.Role) practice.Role {
	for _, q := range r.qualifiers(m) {
		switch kind := r.marks[m].Kind; {
		case kind == syntax.Actor && (q.Key == practice.RoleActor || q.Key == practice.RoleRecipient || q.Key == practice.RoleSource || q.Key == practice.RoleSubject),
			kind == syntax.Purpose && (q.Key == practice.RolePurpose || q.Key == practice.RoleCondition):
			return practice.Role{Name: q.Key, Rule: "qualifier", Cue: q.Key, Margin: saidSo}
		}
	}
	return role
}

// applyQualifiers does what the qualifiers of the block say beyond roles. What
// they name is looked for in the block.
func (r *reader) applyQualifiers() {
	names := map[string]int{}
	any := false
	for m := range r.marks {
		for _, q := range r.qualifiers(m) {
			any = true
			if q.Key == syntax.Naming {
				names[q.Name] = m
			}
		}
	}
	if !any {
		return
	}
	for m := range r.marks {
		if r.marks[m].Kind == syntax.Action {
			r.qualifyAction(m)
			continue
		}
		belongs, targets := false, []int(nil)
		for _, q := range r.qualifiers(m) {
			if target, named := names[q.Name]; q.Key == syntax.Belonging && (named || q.Name == "-") {
				belongs = true
				if named {
					targets = append(targets, target)
				}
			}
		}
		if belongs {
			r.move(m, targets)
		}
		for _, q := range r.qualifiers(m) {
			target, named := names[q.Name]
			switch {
			case q.Key == syntax.SameAs && named:
				r.same(m, target)
			case q.Key == syntax.PartOf && named && r.marks[m].Kind == syntax.Data:
				r.partOf(m, target)
			}
		}
	}
}

// qualifyAction gives the practice of action mark m the modality and the negation
// that its qualifiers say. A modality restates the whole: the practice is denied
// then only when “not” stands beside it.
func (r *reader) qualifyAction(m int) {
	modality, not := lexicon.NoModality, false
	for _, q := range r.qualifiers(m) {
		if named := lexicon.ModalityNamed(q.Key); named != lexicon.NoModality {
			modality = named
		}
		not = not || q.Key == practice.Not
	}
	if modality == lexicon.NoModality && !not {
		return
	}
	for i := range r.practices {
		p := &r.practices[i]
		if p.Action.Mark != m || p.Action.Place.Block != r.block {
			continue
		}
		if modality != lexicon.NoModality {
			p.Modality, p.Negated = modality, false
		}
		p.Negated = p.Negated || not
		derive(p, "qualifier")
	}
}

// move takes mark m out of all practices of the block and puts it into those of
// the action marks targets.
func (r *reader) move(m int, targets []int) {
	value := r.marked(m, "qualifier")
	value.Party, value.Owner = r.partyOf(m)
	if r.marks[m].Kind == syntax.Data {
		value.Party, value.Owner = practice.UnknownParty, ""
		value.Vague = r.vague(m)
	} else if r.marks[m].Kind == syntax.Purpose {
		value.Party, value.Owner = practice.UnknownParty, ""
	}
	// Data goes with its parts.
	var parts []practice.Group
	for i := range r.practices {
		p := &r.practices[i]
		kept := p.Groups[:0:0]
		for _, g := range p.Groups {
			if g.Parent.Mark != m || g.Parent.Place.Block != r.block {
				kept = append(kept, g)
			} else if len(parts) == 0 {
				parts = append(parts, g)
			}
		}
		p.Groups = kept
	}
	for i := range r.practices {
		p := &r.practices[i]
		for _, field := range fields(p) {
			*field = r.remove(*field, m)
		}
		if p.Requester != nil && p.Requester.Mark == m && p.Requester.Place.Block == r.block {
			p.Requester = nil
		}
		for g := range p.Groups {
			p.Groups[g].Children = r.remove(p.Groups[g].Children, m)
		}
		if p.Action.Mark < 0 || !slices.Contains(targets, p.Action.Mark) || p.Action.Place.Block != r.block {
			continue
		}
		derive(p, "qualifier")
		switch role := r.roles[m].Name; {
		case r.marks[m].Kind == syntax.Data:
			put(&p.Data, value)
			p.Groups = append(p.Groups, parts...)
			r.roles[m] = practice.Role{Name: practice.RoleObject, Rule: "qualifier", Margin: saidSo}
		case role == practice.RoleCondition:
			put(&p.Conditions, value)
		case role == practice.RolePurpose:
			put(&p.Purposes, value)
		case role == practice.RoleRecipient:
			put(&p.Recipients, value)
		case role == practice.RoleSource:
			put(&p.Sources, value)
		default:
			// An actor that somebody names takes the place of one that is only implied or
			// carried over.
			kept := p.Actors[:0:0]
			for _, a := range p.Actors {
				if a.Evidence < practice.Carried {
					put(&kept, &a)
				}
			}
			put(&kept, value)
			p.Actors = kept
		}
	}
}

// fields returns the lists of a practice's values.
func fields(p *practice.Practice) [6]*[]practice.Value {
	return [...]*[]practice.Value{&p.Actors, &p.Data, &p.Purposes, &p.Conditions, &p.Recipients, &p.Sources}
}

func (r *reader) remove(vs []practice.Value, m int) []practice.Value {
	for i, v := range vs {
		if v.Mark == m && v.Place.Block == r.block {
			return append(append([]practice.Value(nil), vs[:i]...), vs[i+1:]...)
		}
	}
	return vs
}

// same says that mark m is the same thing as mark target.
func (r *reader) same(m, target int) {
	t := r.marked(target, "qualifier")
	kind := map[syntax.Kind]string{syntax.Actor: "party", syntax.Data: "data", syntax.Purpose: "purpose"}[r.marks[m].Kind]
	for i := range r.practices {
		p := &r.practices[i]
		for _, field := range fields(p) {
			for k := range *field {
				v := &(*field)[k]
				if v.Mark != m || v.Place.Block != r.block {
					continue
				}
				v.SameAs = t.Text
				// What the words were taken to stand for gives way.
				kept := p.Resolves[:0:0]
				for _, old := range p.Resolves {
					if old.Place != v.Place {
						kept = append(kept, old)
					}
				}
				p.Resolves = kept
				p.Resolves = append(p.Resolves, practice.Resolution{Text: v.Text, Place: v.Place, Kind: kind, Resolved: []practice.Value{*t}})
				derive(p, "qualifier")
			}
		}
	}
}

// partOf makes data mark m a part of data mark target.
func (r *reader) partOf(m, target int) {
	child := r.marked(m, "qualifier")
	for i := range r.practices {
		p := &r.practices[i]
		var parent *practice.Value
		for k := range p.Data {
			if p.Data[k].Mark == target && p.Data[k].Place.Block == r.block {
				parent = &p.Data[k]
			}
		}
		for k := range p.Groups {
			for c := range p.Groups[k].Children {
				if p.Groups[k].Children[c].Mark == target && p.Groups[k].Children[c].Place.Block == r.block {
					parent = &p.Groups[k].Children[c]
				}
			}
		}
		if parent == nil {
			continue
		}
		at := -1
		for k := range p.Groups {
			if p.Groups[k].Parent.Mark == target {
				at = k
			}
		}
		whole := *parent
		p.Data = r.remove(p.Data, m)
		for k := range p.Groups {
			p.Groups[k].Children = r.remove(p.Groups[k].Children, m)
		}
		if at < 0 {
			p.Groups = append(p.Groups, practice.Group{Parent: whole})
			at = len(p.Groups) - 1
		}
		put(&p.Groups[at].Children, child)
		derive(p, "qualifier")
		r.roles[m] = practice.Role{Name: practice.RoleMember, Rule: "qualifier", Margin: saidSo}
	}
}
