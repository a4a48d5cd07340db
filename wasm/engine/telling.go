package engine

import (
	"slices"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/wasm/protocol"
)

// telling is what a report said about the practices and the strip, so that the next one
// can leave out what has not changed.
type telling struct {
	serial int
	lang   locale.Lang
	terms  *practice.Terms
	rows   map[*practice.Practice]toldRow
	strip  *core.Density // the first of the strip's

	// What the page still has of the report before, nil for nothing.
	before *telling
}

// toldRow is a practice as it was reported.
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

// useTerms notes the terms with which practices are reported.
func (t *telling) useTerms(terms *practice.Terms) {
	t.terms = terms
	if t.before != nil && !terms.SameWords(t.before.terms) {
		t.before.rows = nil
	}
}

// row notes that a practice is reported. It returns the practice's number in the report
// before when the page still has it from there, unchanged but for its place; else -1.
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
