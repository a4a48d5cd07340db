package engine

import (
	"cmp"
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/wasm/protocol"
)

// addProblems adds the rows of the panel.
func (e *Engine) addProblems(r *protocol.Report, v protocol.View, lang locale.Lang) {
	tally := e.doc.Tally()
	list := protocol.ProblemList{
		Errors:   tally.Problems[rule.Error],
		Warnings: tally.Problems[rule.Warning],
		Infos:    tally.Problems[rule.Info],
	}
	found := e.found()
	for _, r := range found {
		list.Rules = append(list.Rules, protocol.RuleCount{
			Rule: r.Name, Severity: severityName(int(e.doc.Level(r))), Count: e.doc.Alike(r),
		})
	}
	chosen := severities(v.Severities)
	total, walk := e.doc.CountProblems(chosen), e.inOrder(chosen)
	if v.ByRule || len(v.Rules) > 0 {
		found = slices.DeleteFunc(found, func(r *rule.Rule) bool {
			return !chosen[e.doc.Level(r)] || len(v.Rules) > 0 && !slices.Contains(v.Rules, r.Name)
		})
		total, walk = e.ofRules(found, v.ByRule)
	}
	list.Total = total
	first, count := window(v.Problems, total)
	list.First = first
	if count > 0 {
		block, ruler := -1, (*ruler)(nil)
		walk(first, count, func(p core.Problem) {
			if p.Block.Index != block {
				block, ruler = p.Block.Index, newRuler(p.Block)
			}
			list.Items = append(list.Items, e.problem(ruler, p, lang))
		})
	}
	r.Problems = list
}

// found returns the rules that found anything, the worst first, in the order of
// the list of rules within a severity.
func (e *Engine) found() []*rule.Rule {
	var found []*rule.Rule
	for _, r := range rules.All {
		if e.doc.Alike(r) > 0 {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b *rule.Rule) int { return cmp.Compare(e.doc.Level(a), e.doc.Level(b)) })
	return found
}

// walker calls yield for count problems, at least one, from number first on; the
// list has so many.
type walker func(first, count int, yield func(core.Problem))

func (e *Engine) inOrder(chosen core.Severities) walker {
	return func(first, count int, yield func(core.Problem)) {
		e.doc.Problems(chosen, first, func(p core.Problem) bool {
			yield(p)
			count--
			return count > 0
		})
	}
}

// ofRules counts and walks the problems of some rules, one rule behind the other
// or all in the order of the text. A walk reads over the problems of the others,
// once for each rule that the window shows.
func (e *Engine) ofRules(chosen []*rule.Rule, byRule bool) (total int, walk walker) {
	groups := [][]*rule.Rule{chosen}
	if byRule {
		groups = groups[:0]
		for i := range chosen {
			groups = append(groups, chosen[i:i+1])
		}
	}
	for _, r := range chosen {
		total += e.doc.Alike(r)
	}
	return total, func(first, count int, yield func(core.Problem)) {
		for _, group := range groups {
			size := 0
			for _, r := range group {
				size += e.doc.Alike(r)
			}
			if first >= size {
				first -= size
				continue
			}
			e.doc.Problems(core.AllSeverities, 0, func(p core.Problem) bool {
				if !slices.Contains(group, p.Rule) {
					return true
				}
				if first > 0 {
					first--
					return true
				}
				yield(p)
				count--
				return count > 0
			})
			if count == 0 {
				return
			}
		}
	}
}
