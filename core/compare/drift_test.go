package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

func TestDrift(t *testing.T) {
	for _, tt := range []struct{ name, doc, base, want, refused string }{
		{"none", "(我们)会[收集]您的<手机号>。", "我们会收集您的手机号。", "", "nothing here differs"},
		{"a word too many", "(我们)现在会[收集]您的<手机号>。", "我们会收集您的手机号。", "(我们)会[收集]您的<手机号>。", ""},
		{"a word missing in a mark", "(我们)会[收集]您的<手号码>。", "我们会收集您的手机号码。", "(我们)会[收集]您的<手机号码>。", ""},
		{"a marked word exchanged", "(我们)会[收集]您的<电话>。", "我们会收集您的手机号。", "(我们)会[收集]您的<手机号>。", ""},
		{"words with brackets", "(我们)会[收集]您的<手机号>。", "我们会收集您的手机号(1)[2]。", "(我们)会[收集]您的<手机号>\\(1\\)\\[2\\]。", ""},
		{"a bar inside a mark", "<ac|#x>", "a|bc", "<a\\|bc|#x>", ""},
		{"two places in a paragraph", "(我们)将会[收集]您们的<手机号>。\n\n(甲)", "我们会收集您的手机号。\n\n甲", "(我们)会[收集]您的<手机号>。\n\n(甲)", ""},
		{"a paragraph missing", "(甲)一。\n\n(丙)三。\n", "甲一。\n\n乙二。\n\n丙三。\n", "(甲)一。\n\n乙二。\n\n(丙)三。\n", ""},
		{"paragraphs joined", "(甲)一二三四五。(丙)六七八九十。\n", "甲一二三四五。\n\n丙六七八九十。\n", "(甲)一二三四五。\n\n(丙)六七八九十。\n", ""},
		{"front matter", "---\na: b\n---\n(甲)乙", "甲", "---\na: b\n---\n(甲)", ""},
		{"the marked words are not in the base", "我们会收集<手机号>您的信息。", "我们会收集您的信息。", "", "unmark it first"},
		{"over an edge", "会[收集并使]用信息", "会收集或者信息", "", "crosses an edge"},
		{"a blank line in a mark", "{甲乙丙丁}", "甲乙\n\n丙丁", "", "blank line"},
		{"an empty mark beside", "<>甲乙", "甲", "", "empty mark"},
		{"everything", "甲乙", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tree := syntax.Parse(tt.doc)
			list, err := FindDrift(tree, tt.base, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range list {
				got := strings.NewReplacer("(", "", ")", "", "[", "", "]", "", "<", "", ">", "").Replace(tt.doc[d.Source.Start:d.Source.End])
				if d.Text != tree.Plain()[d.Plain.Start:d.Plain.End] || got != d.Text {
					t.Errorf("%+v is %q in the source", d, tt.doc[d.Source.Start:d.Source.End])
				}
			}
			edits, err := Restore(tree, list)
			if tt.refused != "" {
				if err == nil || !strings.Contains(err.Error(), tt.refused) {
					t.Errorf("edits %+v, %v, want a refusal with %q", edits, err, tt.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got, err := source.Apply(tt.doc, edits); err != nil || got != tt.want {
				t.Errorf("restored to\n%s, want\n%s, %v", got, tt.want, err)
			}
		})
	}
}

// Restored, a document reads as its base and has all its marks; or a refusal says
// why not, in both languages.
func FuzzRestore(f *testing.F) {
	f.Add("(我们)会[收集]您的<手机号|#a>。\n\n{若(您)同意}", "我们将收集您的手机。若您不同意")
	f.Add("---\na: b\n---\n(a", "a)\n\nb")
	f.Add(`\(a|b\\(c|d)`, `(a|b\c|`)
	f.Fuzz(func(t *testing.T, doc, base string) {
		doc, base = strings.ToValidUTF8(doc, "\uFFFD"), strings.ToValidUTF8(base, "\uFFFD")
		tree := syntax.Parse(doc)
		list, err := FindDrift(tree, base, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := -1; i < min(len(list), 3); i++ {
			chosen := list
			if i >= 0 {
				chosen = list[i : i+1]
			}
			edits, err := Restore(tree, chosen)
			if r, ok := err.(interface{ In(locale.Lang) string }); ok {
				if r.In(locale.ZH) == "" || r.In(locale.EN) == "" {
					t.Fatal("a refusal without words")
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			want, _ := source.Apply(tree.Plain(), plainEdits(chosen))
			got, err := source.Apply(doc, edits)
			if err != nil {
				t.Fatal(err)
			}
			after := syntax.Parse(got)
			if after.Plain() != want {
				t.Fatalf("%q restored is %q, which reads %q, want %q", doc, got, after.Plain(), want)
			}
			same := func(a, b Mark) bool { return a.Kind == b.Kind && a.Qualifiers == b.Qualifiers }
			if !slices.EqualFunc(Marks(tree), Marks(after), same) {
				t.Fatalf("%q restored is %q", doc, got)
			}
		}
	})
}
