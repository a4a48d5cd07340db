package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/syntax"
)

// keepNames makes the names of marks hold in the new document. A name holds within
// its paragraph: where two paragraphs became one, and both used a name, the second
// gets another; where a mark and the one that it names are not in one paragraph any
// more, Broken says so.
func (c *carrier) keepNames(old syntax.Tree) {
	marks := c.result.Marks
	home := make([]int, len(marks)) // block of the old document
	k := 0
	old.From(0, func(i int, _ syntax.Total, b *syntax.Block) bool {
		for range b.Marks() {
			home[k] = i
			k++
		}
		return true
	})
	blocks := paragraphs(c.b.s)
	groups := map[int][]int{} // marks by block of the new document
	for i := range marks {
		// Those to be decided count too: they may be taken.
		if m := &marks[i]; m.State != Lost && m.Qualifiers != "" {
			b := blockAt(blocks, m.To.Start)
			groups[b] = append(groups[b], i)
		}
	}
	for _, group := range groups {
		type name struct {
			home int
			name string
		}
		given := map[name]string{}
		taken := map[string]bool{}
		for _, i := range group {
			for _, n := range namesOf(marks[i].Qualifiers) {
				key := name{home[i], n}
				if _, known := given[key]; known {
					continue
				}
				fresh := n
				for k := 2; taken[fresh]; k++ {
					fresh = n + "-" + strconv.Itoa(k)
				}
				taken[fresh], given[key] = true, fresh
			}
		}
		for _, i := range group {
			marks[i].Qualifiers = rename(marks[i].Qualifiers, func(key, n string) string {
				if fresh, known := given[name{home[i], n}]; known {
					return fresh
				}
				if key != syntax.Naming && n != "-" {
					marks[i].Broken = append(marks[i].Broken, key+n)
				}
				return n
			})
		}
	}
}

// namesOf returns the names that qualifiers give.
func namesOf(qualifiers string) []string {
	var list []string
	for word := range strings.FieldsSeq(qualifiers) {
		if n, found := strings.CutPrefix(word, syntax.Naming); found && n != "" {
			list = append(list, n)
		}
	}
	return list
}

// rename returns qualifiers with every name in them as to says.
func rename(qualifiers string, to func(key, name string) string) string {
	fields := strings.FieldsFunc(qualifiers, func(r rune) bool { return r == ' ' || r == '\t' })
	changed := false
	for i, word := range fields {
		for _, key := range []string{syntax.Naming, syntax.Belonging, syntax.SameAs, syntax.PartOf} {
			if n, found := strings.CutPrefix(word, key); found && n != "" {
				if fresh := to(key, n); fresh != n {
					fields[i], changed = key+fresh, true
				}
				break
			}
		}
	}
	if !changed {
		return qualifiers
	}
	return strings.Join(fields, " ")
}

// paragraphs returns where the blocks of a plain text start, in bytes.
func paragraphs(plain string) []int {
	var starts []int
	syntax.Parse(syntax.EscapeText(plain)).From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
		if !b.IsFrontMatter() {
			starts = append(starts, before.Plain.Bytes)
		}
		return true
	})
	return starts
}

// blockAt returns the number of the block that holds a byte offset.
func blockAt(starts []int, at int) int {
	i, ok := slices.BinarySearch(starts, at)
	if !ok {
		i--
	}
	return i
}
