package core

import (
	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// Version returns the document as package compare takes it: as it is now, whatever
// is edited later. It costs time in the number of blocks; a document that is not
// analysed is read for it.
func (d *Document) Version() compare.Version {
	if !d.Analysed() {
		return compare.NewVersion(d.tree, nil)
	}
	readings := make([]*practice.Reading, 0, d.cells.Len())
	d.cells.From(0, func(_ int, _ Tally, c *cell) bool {
		readings = append(readings, c.reading)
		return true
	})
	return compare.NewVersion(d.tree, readings)
}

// Drift returns where the plain text has left its base, the text as it was
// published; see compare.FindDrift.
func (d *Document) Drift(base string, p compare.Progress) ([]compare.Drift, error) {
	return compare.FindDrift(d.tree, base, p)
}

// Restore returns the edits, in bytes of the source, that give places the words of
// the base again; see compare.Restore.
func (d *Document) Restore(places []compare.Drift) ([]source.Edit, error) {
	return compare.Restore(d.tree, places)
}

// Carry lays the document's marks into a newer plain text; see compare.Carry.
func (d *Document) Carry(plain string, p compare.Progress) (*compare.Carrying, error) {
	return compare.Carry(d.tree, plain, p)
}
