package core

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
)

// levels returns the problems of a document as "rule severity", in order.
func levels(d *Document) []string {
	var list []string
	d.Problems(AllSeverities, 0, func(p Problem) bool {
		list = append(list, p.Rule.Name+" "+p.Severity.String())
		return true
	})
	return list
}

func TestSettings(t *testing.T) {
	const body = "(我们)会[收集]<您的手机号>，用于{联系您}。(，我们)会[收集]<相关数据>，用于{联系您}。\n"
	for _, tt := range []struct{ front, want string }{
		{"", "possessive-in-mark info, loose-edge warning, vague-data info"},
		{"---\ntitle: a\n---\n", "possessive-in-mark info, loose-edge warning, vague-data info"},
		{"---\npolicymark:\n  rules:\n    loose-edge: off\n    vague-data: error # why\n---\n", "possessive-in-mark info, vague-data error"},
		{"---\npolicymark:\n  rules: {loose-edge: 'info', \"vague-data\": off}\n---\n", "possessive-in-mark info, loose-edge info"},
		{"---\nother:\n  rules:\n    loose-edge: off\n---\n", "possessive-in-mark info, loose-edge warning, vague-data info"},
		{"---\npolicymark:\n  rules:\n    lose-edge: off\n---\n", "unknown-setting warning, possessive-in-mark info, loose-edge warning, vague-data info"},
	} {
		d := Read(tt.front + body)
		if got := strings.Join(levels(d), ", "); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.front, got, tt.want)
		}
		// Typed into a document that lacks it, the front matter does the same.
		e := Read(body)
		if err := e.Apply([]source.Edit{source.Insert(0, tt.front)}); err != nil {
			t.Fatal(err)
		}
		if got := describe(e); got != describe(d) {
			t.Errorf("%q typed in: %s", tt.front, got)
		}
	}
	outside := rule.Settings{Levels: map[string]rule.Severity{"loose-edge": rule.Off, "vague-data": rule.Error}}
	d := ReadWith("---\npolicymark:\n  rules:\n    vague-data: warning\n---\n"+body, outside)
	if got := strings.Join(levels(d), ", "); got != "possessive-in-mark info, vague-data warning" {
		t.Errorf("the document goes before what it lies in: %s", got)
	}
	d.SetOutside(rule.Settings{})
	if got := strings.Join(levels(d), ", "); got != "possessive-in-mark info, loose-edge warning, vague-data warning" {
		t.Errorf("without outer settings: %s", got)
	}
	if got := d.Alike(rules.Named("loose-edge")); got != 1 {
		t.Errorf("%d loose edges, want 1", got)
	}
}

// Every problem can be ignored at its place: that alone goes, the plain text stays,
// and it stays ignored when the text elsewhere changes.
func TestIgnoreHere(t *testing.T) {
	for _, front := range []string{"", "---\ntitle: a\n---\n", "---\npolicymark:\n  rules:\n    open-list: off\n---\n", "---\npolicymark:\n  ignore:\n    - vague-data abc def\nlang: zh\n---\n"} {
		text := front + "(我们)会[收集]<相关数据>，用于{联系您}。\n\n(我们)会[收集]<相关数据>和<相关数据>，用于{联系您}。\n\n(，我们)会[收集您的<手机号>，用于{联系您}。\n"
		before := levels(Read(text))
		if len(before) < 5 {
			t.Fatalf("only %v", before)
		}
		for i := range before {
			d := Read(text)
			plain := d.Tree().Plain()
			var edits []source.Edit
			d.Problems(AllSeverities, i, func(p Problem) bool {
				fixes := p.Fixes()
				last := fixes[len(fixes)-1]
				if !last.Document || last.Safe() || last.Name(locale.EN) != ignoreHere.EN {
					t.Fatalf("the last fix is %s", last.Name(locale.EN))
				}
				edits = p.Edits(last)
				return false
			})
			if err := d.Apply(edits); err != nil {
				t.Fatal(err)
			}
			want := strings.Join(append(append([]string{}, before[:i]...), before[i+1:]...), ", ")
			for _, more := range [][]source.Edit{nil, {source.Insert(len(d.Tree().Text()), "\n完。\n")}} {
				if err := d.Apply(more); err != nil {
					t.Fatal(err)
				}
				if got := strings.Join(levels(d), ", "); got != want {
					t.Errorf("%q: ignoring problem %d leaves %s\nwant %s\n%s", front, i, got, want, d.Tree().Text())
				}
			}
			if d.Tree().Plain() != plain+"\n完。\n" && !strings.HasPrefix(d.Tree().Plain(), plain) {
				t.Errorf("%q: the plain text changed", front)
			}
			ignored := 0
			d.Ignored(func(p Problem) bool { ignored++; return true })
			if s, faults := d.Settings(); ignored != 1 || len(faults) > 0 || len(s.Ignored) == 0 {
				t.Errorf("%q: %d ignored, %v, %v", front, ignored, s, faults)
			}
		}
	}
}
