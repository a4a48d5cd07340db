package core

import (
	"slices"
	"strings"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// planWith plans a correction that brings in a mark of the block.
func (c *corrector) planWith(group string, mark int) (outcome, error) {
	m := c.p.Block.Marks()[mark]
	fresh := practice.Value{Text: c.p.Block.MarkText(mark), Place: practice.Place{Block: c.p.Block.Block, Span: m.Plain}, Mark: mark}
	switch group {
	case Attach:
		return c.attach(fresh, m.Kind)
	case Replace:
		return c.replace(fresh, m.Kind)
	case MoveTo:
		return c.moveTo(fresh)
	case SetSame:
		return c.relate(fresh, m.Kind, syntax.SameAs, c.isSame(fresh))
	case SetPart:
		return c.relate(fresh, m.Kind, syntax.PartOf, c.isPart(fresh))
	}
	return nil, refusal(noValue)
}

// attach makes a mark part of the practice.
func (c *corrector) attach(fresh practice.Value, kind syntax.Kind) (outcome, error) {
	at := fresh.Place.Span
	if c.explicit && kind == syntax.Actor {
		if err := c.qualify(fresh, kind, isRole, practice.RoleActor); err != nil {
			return nil, err
		}
	}
	if err := c.belong(fresh, kind, c.with(at)); err != nil {
		return nil, err
	}
	return func(p *practice.Practice, a *after) bool { return a.in(p, at) }, nil
}

// role returns the qualifier that gives a mark the field of the value, "" for none, and
// which qualifiers it takes the place of.
func (c *corrector) role() (role string, is func(word string) bool) {
	switch c.field {
	case ActorField:
		return practice.RoleActor, isRole
	case RecipientField:
		return practice.RoleRecipient, isRole
	case SourceField:
		return practice.RoleSource, isRole
	case PurposeField:
		return practice.RolePurpose, isKind
	case ConditionField:
		return practice.RoleCondition, isKind
	}
	return "", isRole
}

// replace puts a mark in the value's place.
func (c *corrector) replace(fresh practice.Value, kind syntax.Kind) (outcome, error) {
	was, at := c.value.Place.Span, fresh.Place.Span
	if role, is := c.role(); role != "" && c.p.Block.Reading.Roles[fresh.Mark].Name != role {
		if err := c.qualify(fresh, kind, is, role); err != nil {
			return nil, err
		}
	}
	if err := c.belong(fresh, kind, c.with(at)); err != nil {
		return nil, err
	}
	gone := c.here(c.value) && (c.value.Evidence <= practice.Read || c.explicit)
	if gone {
		if err := c.belong(c.value, c.kind(), c.others(was)); err != nil {
			return nil, err
		}
	}
	field := c.field
	return func(p *practice.Practice, a *after) bool {
		if gone && a.in(p, was) {
			return false
		}
		if field == MemberField {
			return a.in(p, at)
		}
		vs := c.values(p, field)
		// What was not marked, and is elsewhere, gives way by itself.
		return a.named(vs, at) && (field != ActorField || !slices.ContainsFunc(vs, func(v practice.Value) bool { return v.Evidence > practice.Read }))
	}, nil
}

// moveTo gives the value to the practice whose action a mark is.
func (c *corrector) moveTo(action practice.Value) (outcome, error) {
	was, at := c.value.Place.Span, action.Place.Span
	target := -1
	for i := range c.p.Block.Reading.Practices {
		if a := c.p.Block.Reading.Practices[i].Action; c.here(a) && a.Mark == action.Mark {
			target = i
		}
	}
	if target < 0 {
		return nil, refusal(noValue)
	}
	others := c.others(was)
	if !slices.Contains(others, target) {
		others = append(others, target)
	}
	if err := c.belong(c.value, c.kind(), others); err != nil {
		return nil, err
	}
	return func(p *practice.Practice, a *after) bool {
		return !a.in(p, was) && slices.ContainsFunc(a.reading.Practices, func(q practice.Practice) bool {
			return q.Action.Place.Block == a.block && q.Action.Place.Span == at && a.in(&q, was)
		})
	}, nil
}

// relate says of the value what it is to a mark: key is syntax.SameAs or syntax.PartOf.
func (c *corrector) relate(fresh practice.Value, kind syntax.Kind, key string, so outcome) (outcome, error) {
	name, err := c.name(fresh, kind)
	if err != nil {
		return nil, err
	}
	return so, c.qualify(c.value, kind, func(w string) bool { return strings.HasPrefix(w, key) }, key+name)
}

// isSame is the outcome that the value is the same thing as a mark.
func (c *corrector) isSame(fresh practice.Value) outcome {
	at, field := c.value.Place.Span, c.field
	return func(p *practice.Practice, a *after) bool {
		return slices.ContainsFunc(c.values(p, field), func(v practice.Value) bool {
			return v.Place.Block == a.block && v.Place.Span == at && v.SameAs == fresh.Text
		})
	}
}

// isPart is the outcome that the value is part of the data that a mark is.
func (c *corrector) isPart(fresh practice.Value) outcome {
	at := c.value.Place.Span
	return func(p *practice.Practice, a *after) bool {
		return slices.ContainsFunc(p.Groups, func(g practice.Group) bool {
			return g.Parent.Place.Block == a.block && g.Parent.Place.Span == fresh.Place.Span && a.named(g.Children, at)
		})
	}
}
