package core

import (
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
)

// Strip is an overview of a document: what falls on each tick, of so many, from top
// to bottom.
type Strip struct {
	// Worst has the worst severity of the problems on each tick plus one, 0 for none.
	Worst     []int
	Densities []Density
}

// strip is a strip and what it was worked out from.
type strip struct {
	Strip
	counts  Tally // without sizes
	stirred int
}

// Strip returns the strip of a document. Making one goes over the whole document, so
// Strip keeps the last one while edits are small and change no count: it is then less
// than half a tick off.
func (d *Document) Strip(ticks int) Strip {
	ticks = max(0, ticks)
	counts := d.Tally()
	size := counts.Source.Bytes
	counts.Source, counts.Plain = source.Size{}, source.Size{}
	if s := d.strip; s != nil && len(s.Worst) == ticks && s.counts == counts && (d.stirred-s.stirred)*ticks*2 < size {
		return s.Strip
	}
	s := &strip{Strip{make([]int, ticks), d.Densities(ticks)}, counts, d.stirred}
	if ticks > 0 && size > 0 {
		d.Overview(ticks, func(tick int, severity rule.Severity) {
			if worst := &s.Worst[tick]; *worst == 0 || int(severity)+1 < *worst {
				*worst = int(severity) + 1
			}
		})
	}
	d.strip = s
	return s.Strip
}
