package core

import (
	"slices"
	"strings"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// after is the block with a correction's edits.
type after struct {
	block   *syntax.Block
	reading *practice.Reading
}

// named reports whether a list names what stands at a span of the block.
func (a *after) named(vs []practice.Value, at source.Span) bool {
	return slices.ContainsFunc(vs, func(v practice.Value) bool { return v.Place.Block == a.block && v.Place.Span == at })
}

// in reports whether a practice names what stands at a span anywhere.
func (a *after) in(p *practice.Practice, at source.Span) bool {
	for _, v := range dataOf(p) {
		if v.Place.Block == a.block && v.Place.Span == at {
			return true
		}
	}
	return a.named(p.Actors, at) || a.named(p.Recipients, at) || a.named(p.Sources, at) ||
		a.named(p.Purposes, at) || a.named(p.Conditions, at) ||
		p.Requester != nil && p.Requester.Place.Block == a.block && p.Requester.Place.Span == at
}

// outcome reports whether a practice, read with a correction's edits, came out as wanted.
type outcome func(p *practice.Practice, a *after) bool

// plan notes the qualifiers of a correction and returns how to know that it came
// out.
func (c *corrector) plan(group, of string, mark int) (so outcome, err error) {
	at := c.value.Place.Span
	switch group {
	case SetRole:
		err = c.qualify(c.value, syntax.Actor, isRole, of)
		if err == nil && c.explicit && of != practice.RoleSubject {
			err = c.belong(c.value, syntax.Actor, c.holders(at))
		}
		return func(p *practice.Practice, a *after) bool {
			switch of {
			case practice.RoleActor:
				return a.named(p.Actors, at)
			case practice.RoleRecipient:
				return a.named(p.Recipients, at)
			case practice.RoleSource:
				return a.named(p.Sources, at)
			}
			return of == practice.RoleSubject && !a.in(p, at)
		}, err
	case SetKind:
		err = c.qualify(c.value, syntax.Purpose, isKind, of)
		if err == nil && c.explicit {
			err = c.belong(c.value, syntax.Purpose, c.holders(at))
		}
		return func(p *practice.Practice, a *after) bool {
			if of == practice.RoleCondition {
				return a.named(p.Conditions, at)
			}
			return of == practice.RolePurpose && a.named(p.Purposes, at)
		}, err
	case SetCategory:
		category := lexicon.CategoryNamed(of)
		err = c.qualify(c.p.Action, syntax.Action, isCategory, of)
		return func(p *practice.Practice, _ *after) bool {
			return category != lexicon.NoCategory && p.Category == category
		}, err
	case SetPolarity:
		return c.polarity(of)
	case SetModality:
		words := []string{of}
		if c.p.Negated {
			words = append(words, practice.Not)
		}
		err = c.qualify(c.p.Action, syntax.Action, func(w string) bool { return isModality(w) || w == practice.Not }, words...)
		modality, negated := lexicon.ModalityNamed(of), c.p.Negated
		return func(p *practice.Practice, _ *after) bool {
			return modality != lexicon.NoModality && p.Modality == modality && p.Negated == negated
		}, err
	case Detach:
		err = c.belong(c.value, c.kind(), c.others(at))
		return func(p *practice.Practice, a *after) bool { return !a.in(p, at) }, err
	}
	if mark < 0 {
		return nil, refusal(noValue)
	}
	return c.planWith(group, mark)
}

// polarity says that the practice is done, or that it is denied.
func (c *corrector) polarity(of string) (outcome, error) {
	not := of == practice.Not
	isNot := func(w string) bool { return w == practice.Not }
	var words []string
	switch {
	case not:
		words = []string{practice.Not}
	case c.explicit:
		// A modality restates the whole.
		modality := c.p.Modality
		if modality == lexicon.NoModality {
			modality = lexicon.Will
		}
		words = []string{modality.String()}
		isNot = func(w string) bool { return w == practice.Not || isModality(w) }
	}
	err := c.qualify(c.p.Action, syntax.Action, isNot, words...)
	return func(p *practice.Practice, _ *after) bool { return p.Negated == not }, err
}

func isRole(w string) bool {
	return w == practice.RoleActor || w == practice.RoleRecipient || w == practice.RoleSource || w == practice.RoleSubject
}

func isKind(w string) bool { return w == practice.RolePurpose || w == practice.RoleCondition }

func isCategory(w string) bool { return lexicon.CategoryNamed(w) != lexicon.NoCategory }

func isModality(w string) bool { return lexicon.ModalityNamed(w) != lexicon.NoModality }

// qualify exchanges the qualifiers of a value's mark for which drop holds. Words
// that are not marked yet are marked.
func (c *corrector) qualify(v practice.Value, kind syntax.Kind, drop func(word string) bool, with ...string) error {
	if !c.here(v) {
		return refusal(elsewhere, v.Text)
	}
	if v.Mark < 0 {
		for i := range c.made {
			if c.made[i].Plain == v.Place.Span {
				words := slices.DeleteFunc(strings.Fields(c.made[i].Qualifiers), drop)
				c.made[i].Qualifiers = strings.Join(append(words, with...), " ")
				return nil
			}
		}
		c.made = append(c.made, annotate.Qualification{Mark: -1, Kind: kind, Plain: v.Place.Span, Qualifiers: strings.Join(with, " ")})
		return nil
	}
	c.words[v.Mark] = append(slices.DeleteFunc(c.qualifiers(v.Mark), drop), with...)
	return nil
}

// qualifiers returns the qualifiers that a mark has by now.
func (c *corrector) qualifiers(mark int) []string {
	if words, set := c.words[mark]; set {
		return slices.Clone(words)
	}
	var words []string
	for _, q := range c.p.Block.Qualifiers(mark) {
		words = append(words, q.String())
	}
	return words
}

// name returns the name of a value's mark, and gives it one when it has none.
func (c *corrector) name(v practice.Value, kind syntax.Kind) (string, error) {
	var words []string
	if v.Mark >= 0 && c.here(v) {
		words = c.qualifiers(v.Mark)
	}
	for i := range c.made {
		if v.Mark < 0 && c.made[i].Plain == v.Place.Span {
			words = strings.Fields(c.made[i].Qualifiers)
		}
	}
	for _, w := range words {
		if name, found := strings.CutPrefix(w, syntax.Naming); found && name != "" {
			return name, nil
		}
	}
	name := annotate.FreeName(c.p.Block.Block, c.names...)
	c.names = append(c.names, name)
	return name, c.qualify(v, kind, func(string) bool { return false }, syntax.Naming+name)
}

// belong makes a value belong to practices of the block and to no other.
func (c *corrector) belong(v practice.Value, kind syntax.Kind, practices []int) error {
	words := []string{syntax.Belonging + "-"}
	for k, i := range practices {
		name, err := c.name(c.p.Block.Reading.Practices[i].Action, syntax.Action)
		if err != nil {
			return err
		}
		if k == 0 {
			words = nil
		}
		words = append(words, syntax.Belonging+name)
	}
	return c.qualify(v, kind, func(w string) bool { return strings.HasPrefix(w, syntax.Belonging) }, words...)
}

// holders returns the practices of the block that name what stands at a span, by
// their index in the reading.
func (c *corrector) holders(at source.Span) []int {
	var list []int
	a := after{c.p.Block.Block, c.p.Block.Reading}
	for i := range a.reading.Practices {
		if a.in(&a.reading.Practices[i], at) {
			list = append(list, i)
		}
	}
	return list
}

// self is the index of the practice in its block's reading.
func (c *corrector) self() int {
	return slices.IndexFunc(c.p.Block.Reading.Practices, func(p practice.Practice) bool { return p.ID == c.p.ID })
}

// others returns the holders but for the practice itself.
func (c *corrector) others(at source.Span) []int {
	self := c.self()
	return slices.DeleteFunc(c.holders(at), func(i int) bool { return i == self })
}

// with returns the holders and the practice itself.
func (c *corrector) with(at source.Span) []int {
	list := c.others(at)
	return append(list, c.self())
}
