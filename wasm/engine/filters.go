package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/wasm/protocol"
)

// chooses reports whether a filter leaves anything out.
func chooses(f protocol.PracticeFilter) bool {
	return strings.TrimSpace(f.Words) != "" || f.InSection ||
		len(f.Actors)+len(f.Data)+len(f.Purposes)+len(f.Recipients)+len(f.Categories)+len(f.PurposeKinds)+len(f.States) > 0
}

// filterOf returns a filter as the core takes it. Names that it does not know
// choose nothing.
func filterOf(f protocol.PracticeFilter) core.Filter {
	out := core.Filter{Words: f.Words, Actors: f.Actors, Data: f.Data, Purposes: f.Purposes, Recipients: f.Recipients}
	for _, name := range f.Categories {
		out.Categories = append(out.Categories, lexicon.CategoryNamed(name))
	}
	for _, name := range f.PurposeKinds {
		if k, ok := lexicon.PurposeKindNamed(name); ok {
			out.PurposeKinds = append(out.PurposeKinds, k)
		}
	}
	for _, name := range f.States {
		if s, ok := core.StateNamed(string(name)); ok {
			out.States = append(out.States, s)
		}
	}
	if f.InSection {
		out.Section = append([]string{}, f.Section...)
	}
	return out
}

// maxFacets is how many facets are handed out at once.
const maxFacets = 200

// Facets implements protocol.Engine.
func (e *Engine) Facets(q protocol.FacetRequest) (protocol.FacetList, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.FacetList{}, err
	}
	lang := langOf(q.Lang)
	var facets []core.Facet
	switch q.Field {
	case "category":
		n := e.doc.CountCategories(filterOf(q.Filter))
		for c := lexicon.NoCategory; c <= lexicon.Other; c++ {
			if n[c] > 0 {
				facets = append(facets, core.Facet{Key: c.String(), Name: c.Name().In(lang), Count: n[c]})
			}
		}
		slices.SortStableFunc(facets, func(a, b core.Facet) int { return cmp.Compare(b.Count, a.Count) })
	case "actor":
		facets = e.doc.Facets(filterOf(q.Filter), core.ByActor)
	case "data":
		facets = e.doc.Facets(filterOf(q.Filter), core.ByData)
	case "purpose":
		facets = e.doc.Facets(filterOf(q.Filter), core.ByPurpose)
	case "recipient":
		facets = e.doc.Facets(filterOf(q.Filter), core.ByRecipient)
	}
	words := strings.ToLower(strings.TrimSpace(q.Search))
	list := protocol.FacetList{}
	for _, f := range facets {
		if !strings.Contains(strings.ToLower(f.Name), words) {
			continue
		}
		if list.Total++; len(list.Items) < min(q.Count, maxFacets) {
			list.Items = append(list.Items, protocol.Facet{Key: f.Key, Name: f.Name, Count: f.Count})
		}
	}
	return list, nil
}

// sortedPractices are the numbers of practices in an order.
type sortedPractices struct {
	numbers []int
	of      string // filter and order, "" for none
}

// maxSorted is how many practices can be put into an order other than the text's.
const maxSorted = 5000

var tooManyToSort = locale.Text{
	ZH: "有 %d 条处理行为，最多能排序 %d 条：请先筛选",
	EN: "there are %d practices and at most %d can be sorted: filter them first"}

// Practices implements protocol.Engine.
func (e *Engine) Practices(q protocol.PracticesRequest) (protocol.PracticeList, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.PracticeList{}, err
	}
	lang := langOf(q.Lang)
	numbers := e.doc.Choose(filterOf(q.Filter))
	if q.Sort != "" && q.Sort != "text" {
		if len(numbers) > maxSorted {
			return protocol.PracticeList{}, &Error{Refused, tooManyToSort.In(lang, len(numbers), maxSorted)}
		}
		numbers = e.sort(q, numbers)
	}
	if q.Descending {
		numbers = slices.Clone(numbers)
		slices.Reverse(numbers)
	}
	first, count := window(q.Window, len(numbers))
	return protocol.PracticeList{
		First: first, Total: len(numbers), All: e.doc.Tally().Practices, AtCaret: -1,
		Items: e.practices(numbers[first:first+count], lang),
	}, nil
}

// sort returns numbers in an order, which is kept for the next window of it.
func (e *Engine) sort(q protocol.PracticesRequest, numbers []int) []int {
	of := filterKey(q.Filter) + "\x00" + string(q.Sort)
	if e.sorted.of == of && len(e.sorted.numbers) == len(numbers) {
		return e.sorted.numbers
	}
	type row struct {
		number int
		key    string
	}
	rows := make([]row, 0, len(numbers))
	next := 0
	if len(numbers) > 0 {
		number := numbers[0]
		e.doc.Practices(number, func(p core.Practice) bool {
			if numbers[next] == number {
				rows = append(rows, row{number, e.sortKey(q.Sort, p)})
				next++
			}
			number++
			return next < len(numbers)
		})
	}
	// What names nothing comes last.
	slices.SortStableFunc(rows, func(a, b row) int {
		if (a.key == "") != (b.key == "") {
			return cmp.Compare(len(b.key), len(a.key))
		}
		return strings.Compare(a.key, b.key)
	})
	sorted := make([]int, len(rows))
	for i, r := range rows {
		sorted[i] = r.number
	}
	e.sorted = sortedPractices{sorted, of}
	return sorted
}

func filterKey(f protocol.PracticeFilter) string {
	var b strings.Builder
	for _, list := range [][]string{{f.Words}, f.Actors, f.Data, f.Purposes, f.Recipients, f.Categories, f.PurposeKinds, f.Section} {
		b.WriteString(strings.Join(list, "\x01"))
		b.WriteByte(2)
	}
	for _, s := range f.States {
		b.WriteString(string(s) + "\x01")
	}
	if f.InSection {
		b.WriteByte(3)
	}
	return b.String()
}

func (e *Engine) sortKey(by protocol.PracticeSort, p core.Practice) string {
	first := func(vs []practice.Value) string {
		if len(vs) == 0 {
			return ""
		}
		return strings.ToLower(vs[0].Text)
	}
	switch by {
	case "actor":
		return first(p.Actors)
	case "action":
		return string(rune('A'+p.Category)) + strings.ToLower(p.Action.Text)
	case "data":
		if len(p.Data) == 0 && len(p.Groups) > 0 {
			return strings.ToLower(p.Groups[0].Parent.Text)
		}
		return first(p.Data)
	case "purpose":
		return first(p.Purposes)
	case "condition":
		return first(p.Conditions)
	case "recipient":
		return first(p.Recipients)
	case "section":
		return strings.Join(e.doc.Section(p), "\x01")
	}
	return ""
}
