package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Verdict says how annotations of one place stand to each other. The zero value is
// Agree.
type Verdict uint8

// The verdicts.
const (
	Agree    Verdict = iota // all have the same mark
	Differ                  // marks overlap and differ in kind, edges or role
	Only                    // one alone has it, or some of many; see Row.Of
	Resolved                // somebody has decided; see Comparison.Verdict
)

var verdictNames = [...]string{"agree", "differ", "only", "resolved"}

// String returns the name of the verdict.
func (v Verdict) String() string { return verdictNames[v] }

// Row is one place where annotations agree or not.
type Row struct {
	// Verdict is Agree, Differ or Only.
	Verdict Verdict
	// Of is the first of the documents that have marks here; for Only with two
	// documents it is the one.
	Of int
	// Plain holds all marks of the row, in bytes of the plain text.
	Plain source.Span
	// Marks has the marks of each document, none for one that has none here.
	Marks [][]Mark
	// members are the indices of the marks among those of their document.
	members [][]int
}

// Comparison sets annotations of one plain text side by side. It keeps nothing of
// what is decided: choices are given to it.
type Comparison struct {
	// Plain is the text that all share.
	Plain string
	// Rows are in the order of the text.
	Rows []Row

	docs  []syntax.Tree
	marks [][]Mark // by document
	homes [][]int  // block of each mark, by document
}

// DifferentTexts is the error of annotations whose plain texts are not the same.
type DifferentTexts struct {
	// Document is the first whose text is not that of document 0, and Place where the
	// two differ first.
	Document int
	Place    Place
}

var differentTexts = locale.Text{
	ZH: "第 %[1]d 份文档的文字与第一份不同，首先不同的地方在第 %[2]d 行第 %[3]d 列：请先把标注迁移到同一文字上",
	EN: "the text of document %[1]d is not that of the first: they differ first at line %[2]d, column %[3]d; carry the marks over to one text first"}

// Error returns the message in English.
func (e *DifferentTexts) Error() string { return e.In(locale.EN) }

// In returns the message in a language. Lines and columns are those of the plain
// text, from 1, columns in code points.
func (e *DifferentTexts) In(lang locale.Lang) string {
	return differentTexts.In(lang, e.Document+1, e.Place.Line, e.Place.Column)
}

// Annotations sets two or more annotations of one plain text side by side. The error
// is a *DifferentTexts.
//
// Two marks are the same when kind, words and role are: a role is what a qualifier
// says of the reading (recipient, condition, not, @name, =name, in:name, with names
// taken for the marks that they name). A name itself, or a word that means nothing,
// is a note, and a note alone is no disagreement (as curators of INCEpTION found,
// its issue 1290).
//
// Marks that are not the same differ when they compete for the same words: those of
// one kind that overlap, those that cross, and those of two kinds of which one holds
// half of the other or more. A short mark inside a long one of another kind competes
// with nothing, for both can stand. So marks that cross are always in one row.
func Annotations(docs ...syntax.Tree) (*Comparison, error) {
	c := &Comparison{docs: docs}
	for d, t := range docs {
		plain := t.Plain()
		if d == 0 {
			c.Plain = plain
		} else if p, differ := FirstDifference(c.Plain, plain); differ {
			return nil, &DifferentTexts{d, p}
		}
		c.marks = append(c.marks, Marks(t))
		c.homes = append(c.homes, homes(t))
	}
	c.makeRows()
	return c, nil
}

// homes returns the index of the block of each mark.
func homes(t syntax.Tree) []int {
	list := make([]int, 0, t.Sum().Marks)
	t.From(0, func(i int, _ syntax.Total, b *syntax.Block) bool {
		for range b.Marks() {
			list = append(list, i)
		}
		return true
	})
	return list
}

// sameAs is what two marks must share to be the same.
type sameAs struct {
	kind  syntax.Kind
	plain source.Span
	role  string
}

func (c *Comparison) makeRows() {
	groups := map[sameAs][][]int{} // marks that are the same, by document
	var keys []sameAs
	names := make([]map[scope]int, len(c.docs))
	for d, marks := range c.marks {
		names[d] = c.names(d)
		for i, m := range marks {
			key := sameAs{m.Kind, m.Plain, c.role(d, i, names[d])}
			g := groups[key]
			if g == nil {
				g = make([][]int, len(c.docs))
				groups[key] = g
				keys = append(keys, key)
			}
			g[d] = append(g[d], i)
		}
	}
	var rest []member
	for _, key := range keys {
		g := groups[key]
		all := len(g[0])
		for _, list := range g {
			all = min(all, len(list))
		}
		for k := range all {
			row := make([][]int, len(g))
			for d := range g {
				row[d] = []int{g[d][k]}
			}
			c.addRow(Agree, row)
		}
		for d := range g {
			for _, i := range g[d][all:] {
				rest = append(rest, member{d, i, c.marks[d][i]})
			}
		}
	}
	for _, set := range competing(rest) {
		row := make([][]int, len(c.docs))
		kinds := map[sameAs]bool{}
		for _, m := range set {
			row[m.doc] = append(row[m.doc], m.index)
			kinds[sameAs{m.Kind, m.Plain, c.role(m.doc, m.index, names[m.doc])}] = true
		}
		verdict, have := Only, 0
		for _, list := range row {
			if len(list) > 0 {
				have++
			}
		}
		if have > 1 && len(kinds) > 1 {
			verdict = Differ
		}
		c.addRow(verdict, row)
	}
	sort.SliceStable(c.Rows, func(i, j int) bool { return outerFirst(c.Rows[i].Plain, c.Rows[j].Plain) })
}

// outerFirst orders spans by where they start, those that hold others first.
func outerFirst(a, b source.Span) bool {
	if a.Start != b.Start {
		return a.Start < b.Start
	}
	return a.End > b.End
}

func (c *Comparison) addRow(v Verdict, members [][]int) {
	r := Row{Verdict: v, Of: -1, Marks: make([][]Mark, len(members)), members: members}
	for d, list := range members {
		sort.Ints(list)
		for _, i := range list {
			m := c.marks[d][i]
			if r.Of < 0 {
				r.Of, r.Plain = d, m.Plain
			}
			r.Plain.Start, r.Plain.End = min(r.Plain.Start, m.Plain.Start), max(r.Plain.End, m.Plain.End)
			r.Marks[d] = append(r.Marks[d], m)
		}
	}
	c.Rows = append(c.Rows, r)
}

// member is a mark of one of the documents.
type member struct {
	doc, index int
	Mark
}

// compete reports whether two marks cannot both be what somebody meant.
func compete(a, b Mark) bool {
	switch {
	case a.Plain == b.Plain:
		return true
	case !a.Plain.Overlaps(b.Plain):
		return false
	case a.Kind == b.Kind, crossing(a.Plain, b.Plain):
		return true
	}
	return 2*min(a.Plain.Len(), b.Plain.Len()) >= max(a.Plain.Len(), b.Plain.Len())
}

// competing returns marks in sets: those that compete, directly or through others of
// the set, are together.
func competing(list []member) [][]member {
	sort.SliceStable(list, func(i, j int) bool { return outerFirst(list[i].Plain, list[j].Plain) })
	parent := make([]int, len(list))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	var open []int
	for i, m := range list {
		open = slices.DeleteFunc(open, func(j int) bool { return list[j].Plain.End < m.Plain.Start })
		for _, j := range open {
			if list[j].doc != m.doc && compete(list[j].Mark, m.Mark) {
				parent[find(i)] = find(j)
			}
		}
		open = append(open, i)
	}
	at := map[int]int{}
	var sets [][]member
	for i, m := range list {
		root := find(i)
		k, known := at[root]
		if !known {
			k = len(sets)
			at[root] = k
			sets = append(sets, nil)
		}
		sets[k] = append(sets[k], m)
	}
	return sets
}

// scope is a name and the block that it holds in.
type scope struct {
	block int
	name  string
}

// names returns the mark that each name of a document stands for.
func (c *Comparison) names(doc int) map[scope]int {
	names := map[scope]int{}
	for i, m := range c.marks[doc] {
		for _, n := range namesOf(m.Qualifiers) {
			names[scope{c.homes[doc][i], n}] = i
		}
	}
	return names
}

// role returns what the qualifiers of a mark say of how it is read, so that two that
// say the same are equal.
func (c *Comparison) role(doc, i int, names map[scope]int) string {
	m := c.marks[doc][i]
	if m.Qualifiers == "" {
		return ""
	}
	var list []string
	for word := range strings.FieldsSeq(m.Qualifiers) {
		if isRole(m.Kind, word) {
			list = append(list, word)
			continue
		}
		for _, key := range references {
			name, found := strings.CutPrefix(word, key)
			if !found || name == "" {
				continue
			}
			if t, known := names[scope{c.homes[doc][i], name}]; known {
				target := c.marks[doc][t]
				word = key + target.Kind.String() + " " + spanKey(target.Plain)
			}
			list = append(list, word)
			break
		}
	}
	sort.Strings(list)
	return strings.Join(slices.Compact(list), "\n")
}

// references are the keys of qualifiers that point at a mark.
var references = []string{syntax.Belonging, syntax.SameAs, syntax.PartOf}

// isRole reports whether a qualifier says how marks of a kind are read.
func isRole(kind syntax.Kind, word string) bool {
	switch kind {
	case syntax.Actor:
		return word == practice.RoleActor || word == practice.RoleRecipient || word == practice.RoleSource || word == practice.RoleSubject
	case syntax.Purpose:
		return word == practice.RolePurpose || word == practice.RoleCondition
	case syntax.Action:
		return word == practice.Not || lexicon.CategoryNamed(word) != lexicon.NoCategory || lexicon.ModalityNamed(word) != lexicon.NoModality
	}
	return false
}
