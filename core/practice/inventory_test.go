package practice_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/syntax"
)

const inventoried = `# 政策

## 一、收集

(我们)会[收集]您的<小米帐号>、<设备信息>（包括<型号>、<系统>等），用于{登录}。

上述信息构成您的“基础信息”。我们会把您的信息保存在服务器上。

## 二、共享

(我们)会将您的<基础信息>[提供]给(物流公司)以{配送}。

(我们)会将您的<小米账号>[提供]给(支付公司)。

(我们)不会向(广告商)[出售]<型号>。

请阅读本政策。
`

func TestInventory(t *testing.T) {
	inv := practice.NewInventory(readAll(inventoried))
	entry := func(name string) practice.DataEntry {
		for _, e := range inv.Data {
			if e.Name == name || slices.Contains(e.Synonyms, name) {
				return e
			}
		}
		t.Fatalf("no data %q in %+v", name, inv.Data)
		return practice.DataEntry{}
	}
	names := func(indices []int) string {
		var list []string
		for _, i := range indices {
			list = append(list, inv.Data[i].Name)
		}
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	account := entry("小米帐号")
	if got := strings.Join(append(account.Synonyms, account.Name), " "); !strings.Contains(got, "小米账号") || !strings.Contains(got, "小米帐号") {
		t.Errorf("the two spellings of the account are not one: %q", got)
	}
	if got := strings.Join(account.Recipients, " "); got != "物流公司 支付公司" {
		t.Errorf("the account goes to %q", got)
	}
	if got := strings.Join(account.Purposes, " "); got != "登录 配送" {
		t.Errorf("the account is for %q", got)
	}
	device := entry("设备信息")
	if names(device.Children) != "型号 系统" || !device.Open {
		t.Errorf("parts of the device: %q, open %v", names(device.Children), device.Open)
	}
	if model := entry("型号"); slices.Contains(model.Recipients, "广告商") {
		t.Errorf("what is denied counts as done: %v", model.Recipients)
	}
	base := entry("基础信息")
	if !strings.Contains(names(base.Children), "设备信息") {
		t.Errorf("members of the term: %q", names(base.Children))
	}
	var acts []string
	for _, p := range inv.Actors {
		acts = append(acts, fmt.Sprintf("%s %s %d %d", p.Name, p.Party, len(p.Acts), len(p.Receives)))
	}
	if want := []string{"我们 first 4 0", "物流公司 third 0 1", "支付公司 third 0 1", "广告商 third 0 1"}; !slices.Equal(acts, want) {
		t.Errorf("parties %q, want %q", acts, want)
	}
	var cover []string
	for _, c := range inv.Coverage {
		cover = append(cover, fmt.Sprintf("%s %d/%d of %d, %d%%", strings.Join(c.Section, ">"), c.Marked, c.Handling, c.Sentences, c.Percent()))
	}
	want := []string{"政策 0/0 of 0, 100%", "政策>一、收集 1/2 of 3, 50%", "政策>二、共享 3/3 of 4, 100%"}
	if !slices.Equal(cover, want) {
		t.Errorf("coverage %q, want %q", cover, want)
	}
}

func TestTerms(t *testing.T) {
	readings := readAll(inventoried)
	terms := practice.NewTerms(readings)
	d, found := terms.Lookup("基础信息")
	if !found || texts(d.Members) != "小米帐号, 设备信息, 型号, 系统" {
		t.Fatalf("%v: %+v", found, d)
	}
	for _, r := range readings {
		for _, p := range r.Practices {
			filled := terms.Fill(p)
			for i, v := range filled.Data {
				if v.Text == "基础信息" && len(v.Members) != 4 {
					t.Errorf("the term has the members %q", texts(v.Members))
				}
				if len(p.Data[i].Members) != 0 {
					t.Error("filling a practice changed the reading")
				}
			}
		}
	}
	if _, found := terms.Lookup("别的"); found {
		t.Error("an unknown name is a term")
	}
}

func TestPartsNeverGoRound(t *testing.T) {
	inv := practice.NewInventory(readAll("(我们)[收集]<甲>（包括<乙>）。\n\n(我们)[收集]<乙>（包括<甲>）。\n"))
	for i, e := range inv.Data {
		if slices.Contains(e.Children, i) {
			t.Errorf("%q is a part of itself", e.Name)
		}
	}
	if len(inv.Data) != 2 || len(inv.Data[0].Children)+len(inv.Data[1].Children) != 1 {
		t.Errorf("%+v", inv.Data)
	}
}

func readAll(markup string) []*practice.Reading { return reading.All(syntax.Parse(markup)) }

// texts returns the words of some values, with commas between.
func texts(vs []practice.Value) string {
	words := make([]string, len(vs))
	for i, v := range vs {
		words[i] = v.Text
	}
	return strings.Join(words, ", ")
}
