package core_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
)

const panelText = `一、收集

(我们)会[收集]您的<手机号>、<邮箱>，用于{完成注册}。我们也会[使用]<地址>。我们会收集您的位置信息。

（一）支付

(我们)不会向(广告公司)[出售]您的<姓名>。

二、共享

(我们)会向(配送公司)[提供]您的<手机号码>，以{完成配送}。(配送公司)会[使用]<收货地址>。
`

func TestChoose(t *testing.T) {
	d := core.Read(panelText)
	for _, test := range []struct {
		name string
		f    core.Filter
		want []int
	}{
		{"all", core.Filter{}, []int{0, 1, 2, 3, 4}},
		{"words", core.Filter{Words: "配送 使用"}, []int{4}},
		{"actor", core.Filter{Actors: []string{"配送公司"}}, []int{4}},
		{"recipient", core.Filter{Recipients: []string{"广告公司", "配送公司"}}, []int{2, 3}},
		{"spellings of data", core.Filter{Data: []string{lexicon.Canonical("手机号")}}, []int{0, 3}},
		{"category", core.Filter{Categories: []lexicon.Category{lexicon.Collect}}, []int{0}},
		{"kind of purpose", core.Filter{PurposeKinds: []lexicon.PurposeKind{lexicon.ForDelivery}}, []int{3}},
		{"no purpose", core.Filter{PurposeKinds: []lexicon.PurposeKind{lexicon.NoPurposeKind}}, []int{1, 2, 4}},
		{"section with its own", core.Filter{Section: []string{"一、收集"}}, []int{0, 1, 2}},
		{"inner section", core.Filter{Section: []string{"一、收集", "（一）支付"}}, []int{2}},
		{"denied", core.Filter{States: []core.State{core.Denied}}, []int{2}},
		{"inferred and in a section", core.Filter{States: []core.State{core.WithInferred}, Section: []string{"一、收集"}}, []int{1}},
		{"nothing", core.Filter{Words: "护照"}, nil},
	} {
		got := d.Choose(test.f)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestChooseFollows checks that a filter's choice after edits is that of a document
// read anew.
func TestChooseFollows(t *testing.T) {
	d := core.Read(panelText)
	f := core.Filter{Actors: []string{"我们"}, Section: []string{"一、收集"}}
	for _, e := range []struct{ old, new string }{
		{"[收集]", "[保存]"}, {"一、收集\n", "一、收集\n\n(我们)[使用]<昵称>。\n"}, {"（一）支付", "二、支付"}, {"(我们)会[保存]", "(他们)会[保存]"},
	} {
		text := d.Tree().Text()
		at := strings.Index(text, e.old)
		if err := d.Apply([]source.Edit{{Span: source.Span{Start: at, End: at + len(e.old)}, Text: e.new}}); err != nil {
			t.Fatal(err)
		}
		if got, want := d.Choose(f), core.Read(d.Tree().Text()).Choose(f); !slices.Equal(got, want) {
			t.Errorf("after %q: %v, read anew %v", e.new, got, want)
		}
	}
}

func TestFacets(t *testing.T) {
	d := core.Read(panelText)
	facets := d.Facets(core.Filter{Data: []string{"nothing"}}, core.ByData)
	if len(facets) < 4 || facets[0].Key != lexicon.Canonical("手机号") || facets[0].Count != 2 {
		t.Errorf("data: %+v", facets)
	}
	if n := d.CountCategories(core.Filter{Categories: []lexicon.Category{lexicon.Share}}); n[lexicon.Collect] != 1 {
		t.Errorf("categories: %v", n)
	}
}

func TestHeadings(t *testing.T) {
	d := core.Read(panelText)
	var got []string
	d.Headings(0, func(h core.Heading) bool {
		got = append(got, fmt.Sprintf("%d %s: %d marks, %d practices, %d/%d", h.Level, h.Title, h.Marks, h.Practices, h.Covered, h.Handling))
		return true
	})
	want := []string{
		"1 一、收集: 11 marks, 3 practices, 3/4",
		"2 （一）支付: 4 marks, 1 practices, 1/1",
		"1 二、共享: 8 marks, 2 practices, 2/2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for i, words := range []string{"完成注册", "广告公司", "收货地址"} {
		if n := d.HeadingAt(strings.Index(panelText, words)); n != i {
			t.Errorf("%s: under heading %d, want %d", words, n, i)
		}
	}
	if trail := d.TrailOf(1); !slices.Equal(trail, []string{"一、收集", "（一）支付"}) {
		t.Errorf("trail %q", trail)
	}
}

func TestSurvey(t *testing.T) {
	d := core.Read(strings.Repeat(panelText+"\n", 20))
	s := d.Survey()
	steps := 0
	for !s.Step(10) {
		if steps++; s.Inventory() != nil || steps > 1000 {
			t.Fatal("an inventory before its time")
		}
	}
	if steps < 5 {
		t.Errorf("%d steps", steps)
	}
	phone := -1
	for i, e := range s.Inventory().Data {
		if e.Name == "手机号" || slices.Contains(e.Synonyms, "手机号") {
			phone = i
			if len(e.Practices) != 40 || !slices.Equal(e.Recipients, []string{"配送公司"}) {
				t.Errorf("%+v", e)
			}
		}
		if slices.Contains(append(e.Synonyms, e.Name), "姓名") && len(e.Recipients) > 0 {
			t.Errorf("what is denied is told as done: %+v", e)
		}
	}
	for n, p := range s.Inventory().Data[phone].Practices[:3] {
		at, ok := d.Occurrence(s, core.DataList, phone, p)
		if text := d.Tree().Text(); !ok || !strings.HasPrefix(text[at.Start:at.End], "手机号") {
			t.Errorf("occurrence %d: %q", n, text[at.Start:at.End])
		}
	}
	if rows := s.Rows(core.DataList, "邮箱", func(string) bool { return false }); len(rows) != 1 {
		t.Errorf("%d rows hold the words", len(rows))
	}
}

func TestFlow(t *testing.T) {
	d := core.Read(panelText)
	s := d.Survey()
	for !s.Step(100) {
	}
	flow := d.Flow(s, core.Filter{}, 14)
	if flow.Denied != 1 || flow.Drawn != 4 {
		t.Errorf("%d drawn, %d denied", flow.Drawn, flow.Denied)
	}
	for _, n := range flow.Nodes {
		if n.Name == "广告公司" {
			t.Error("what is denied flows")
		}
		if n.Column != core.FlowPurposes && !n.None && !n.Others {
			// A node's keys choose as many practices as it counts, and those denied.
			f := core.Filter{}
			switch n.Column {
			case core.FlowActors:
				f.Actors = n.Keys
			case core.FlowData:
				f.Data = n.Keys
			case core.FlowRecipients:
				f.Recipients = n.Keys
			}
			if got := len(d.Choose(f)); got < n.Count || got > n.Count+1 {
				t.Errorf("%s counts %d and chooses %d", n.Name, n.Count, got)
			}
		}
	}
	small := d.Flow(s, core.Filter{}, 2)
	columns := map[core.FlowColumn]int{}
	for _, n := range small.Nodes {
		columns[n.Column]++
	}
	if columns[core.FlowData] != 2 {
		t.Errorf("%d nodes of data, at most 2 were asked for", columns[core.FlowData])
	}
	for _, l := range small.Links {
		if small.Nodes[l.From].Column+1 != small.Nodes[l.To].Column {
			t.Errorf("a link from column %d to %d", small.Nodes[l.From].Column, small.Nodes[l.To].Column)
		}
	}
}

func TestDensities(t *testing.T) {
	for _, copies := range []int{1, 200} {
		d := core.Read(strings.Repeat(panelText+"\n", copies))
		list := d.Densities(50)
		marks, unmarked := 0, 0
		for _, x := range list {
			marks += x.Kinds[0] + x.Kinds[1] + x.Kinds[2] + x.Kinds[3]
			unmarked += x.Unmarked
		}
		if sum := d.Tally(); marks < sum.Marks || copies > 1 && marks != sum.Marks || unmarked < sum.Handling-sum.Covered || unmarked == 0 {
			t.Errorf("%d copies: %d marks of %d, %d unmarked", copies, marks, sum.Marks, unmarked)
		}
	}
}

func TestPurposeKinds(t *testing.T) {
	for purpose, want := range map[string]lexicon.PurposeKind{
		"完成配送": lexicon.ForDelivery, "向您推荐商品": lexicon.ForPersonalisation, "保障账户安全": lexicon.ForSecurity,
		"process your payment": lexicon.ForPayment, "": lexicon.ForOther,
		"comply with the law": lexicon.ForLaw, "提供服务": lexicon.ForService,
	} {
		if got := lexicon.PurposeKindOf(purpose); got != want {
			t.Errorf("%q is %s, want %s", purpose, got, want)
		}
	}
}
