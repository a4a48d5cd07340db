package core

import (
	"slices"
	"sort"

	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// FixAll returns the edits that apply one fix to each problem of a rule, and to
// how many: the fix of the given number when n is not negative, else the first
// that is safe. Edits are in bytes of the source, in order and apart. Where fixes
// get into each other's way the later one is left for another time, so applying
// them again and again comes to rest.
func (d *Document) FixAll(r *rule.Rule, n int) (edits []source.Edit, places int) {
	return d.fix(func(p Problem) int {
		switch {
		case p.Rule != r:
			return -1
		case n < 0:
			return firstSafe(p)
		}
		return n
	})
}

// FixSafe returns the edits that apply to each problem of any rule its first fix
// that is safe, and to how many, as FixAll does for one rule.
func (d *Document) FixSafe() (edits []source.Edit, places int) { return d.fix(firstSafe) }

func firstSafe(p Problem) int {
	return slices.IndexFunc(p.Fixes(), func(f rule.Fix) bool { return f.Safe() })
}

// fix applies to each problem the fix of the number that choose returns; none for
// a negative one.
func (d *Document) fix(choose func(Problem) int) (edits []source.Edit, places int) {
	d.cells.From(0, func(i int, before Tally, c *cell) bool {
		var groups [][]source.Edit
		free := true // the plain text may change
		c.problems(d, i, before, func(p Problem) bool {
			k := choose(p)
			if k < 0 {
				return true
			}
			if fixes := p.Fixes(); k < len(fixes) && !fixes[k].Document {
				groups = append(groups, fixes[k].Edits)
				free = free && fixes[k].ChangesPlain
			}
			return true
		})
		one, taken := joinEdits(c.block, groups, free)
		for _, e := range one {
			edits = append(edits, e.Shift(before.Source.Bytes))
		}
		places += taken
		return true
	})
	return edits, places
}

// joinEdits returns the edits of as many groups, each the edits of one fix, as
// can be applied to a block together.
func joinEdits(b *syntax.Block, groups [][]source.Edit, free bool) (edits []source.Edit, taken int) {
	if len(groups) == 0 {
		return nil, 0
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i][0].Start < groups[j][0].Start })
	end := -1
	for _, g := range groups {
		if g[0].Start >= end {
			edits = append(edits, g...)
			end = g[len(g)-1].End
			taken++
		}
	}
	// Each holds alone; together they must too, else the first goes alone.
	if text, err := source.Apply(b.Text(), edits); err == nil {
		after := syntax.Parse(text)
		if after.Sum().Strays <= b.NumStrays() && (free || after.Plain() == b.Plain()) {
			return edits, taken
		}
	}
	return groups[0], 1
}
