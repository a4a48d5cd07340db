package engine

import (
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/wasm/protocol"
)

// telling is what a report told of the practices and the strip, so that the next need
// not tell again what is as it was.
type telling struct {
	serial int
	lang   locale.Lang
	terms  *practice.Terms
	rows   map[*practice.Practice]toldRow
	strip  *core.Density // the first of the strip's

	// What the page still has of the report before, nil for nothing.
	before *telling
}

// toldRow is a practice as it was told.
type toldRow struct {
	number  int
	section []string
}

// tell begins a report.
func (e *Engine) tell(v protocol.View, lang locale.Lang) {
	before := e.told
	before.before = nil
	e.told = telling{serial: before.serial + 1, lang: lang, rows: map[*practice.Practice]toldRow{}}
	if v.Known != 0 && v.Known == before.serial && before.lang == lang {
		e.told.before = &before
	}
}

// useTerms notes the terms that practices are told with.
func (t *telling) useTerms(terms *practice.Terms) {
	t.terms = terms
	if t.before != nil && !terms.SameWords(t.before.terms) {
		t.before.rows = nil
	}
}

// row notes that a practice is told, and returns its number in the report before when
// the page has it from there as it is, but for where it stands; else -1.
func (t *telling) row(p core.Practice, number int, section []string) int {
	if t.rows == nil {
		return -1 // no report: rows for a view of the whole
	}
	t.rows[p.Practice] = toldRow{number, section}
	if t.before == nil {
		return -1
	}
	if row, found := t.before.rows[p.Practice]; found && slices.Equal(row.section, section) {
		return row.number
	}
	return -1
}

// sameStrip reports whether the page has a strip already.
func (t *telling) sameStrip(s core.Strip) bool {
	t.strip = nil
	if len(s.Densities) > 0 {
		t.strip = &s.Densities[0]
	}
	return t.strip != nil && t.before != nil && t.before.strip == t.strip
}
