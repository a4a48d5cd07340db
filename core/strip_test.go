package core

import (
	"reflect"
	"testing"

	"github.com/policymark/policymark/core/source"
)

// What is kept of a strip is what would be worked out, but for half a tick.
func TestStripIsKeptWhileNothingMoves(t *testing.T) {
	text := sized(t, 40<<10)
	d := Read(text)
	const ticks = 100
	first := d.Strip(ticks)
	if again := Read(text).Strip(ticks); !reflect.DeepEqual(first, again) {
		t.Error("the strip of the same text is another")
	}
	kept := func() bool { return len(d.Strip(ticks).Worst) > 0 && &d.Strip(ticks).Worst[0] == &first.Worst[0] }
	apply := func(e source.Edit) {
		t.Helper()
		if err := d.Apply([]source.Edit{e}); err != nil {
			t.Fatal(err)
		}
	}
	apply(source.Insert(100, "x"))
	if !kept() {
		t.Error("a letter made another strip")
	}
	apply(source.Insert(100, "["))
	if kept() {
		t.Error("a bracket without a partner is not in the strip")
	}
	if !reflect.DeepEqual(d.Strip(ticks), Read(d.Tree().Text()).Strip(ticks)) {
		t.Error("the strip is not that of the text as it is")
	}
	// Text that comes and goes moves what is behind it in between.
	apply(source.Delete(100, 101))
	first = d.Strip(ticks)
	long := string(make([]byte, len(text)/ticks))
	apply(source.Insert(0, long))
	if kept() {
		t.Error("what moved by a tick is where it was")
	}
	first = d.Strip(ticks)
	if d.Strip(ticks / 2); len(d.Strip(ticks/2).Worst) != ticks/2 {
		t.Error("another number of ticks gives the same strip")
	}
}
