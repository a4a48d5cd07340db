package core

import (
	"testing"

	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/source"
)

// A document that was edited is compared as it is now.
func TestDocumentIsCompared(t *testing.T) {
	d := Read("一、收集\n\n(我们)会[收集]您的<手机号>。\n")
	before := d.Version()
	if err := d.Apply([]source.Edit{source.Insert(len("一、收集\n\n(我们)会[收集]您的<手机号>"), "和<地址>")}); err != nil {
		t.Fatal(err)
	}
	list, err := compare.Practices(before, d.Version(), nil)
	if err != nil || len(list) != 1 || list[0].Fate != compare.Changed || len(list[0].Fields) != 1 || list[0].Fields[0].Come[0].Text != "地址" {
		t.Fatalf("%+v, %v", list, err)
	}
	drift, err := d.Drift("一、收集\n\n我们会收集您的手机号。\n", nil)
	if err != nil || len(drift) != 1 || drift[0].Text != "和地址" {
		t.Fatalf("%+v, %v", drift, err)
	}
	if _, err := d.Restore(drift); err == nil {
		t.Error("the mark on 地址 would be empty")
	}
	c, err := d.Carry("一、收集\n\n我们会收集您的手机号和地址。\n\n新。\n", nil)
	if err != nil || c.Count(compare.Exact) != 4 {
		t.Errorf("%+v, %v", c, err)
	}
}
