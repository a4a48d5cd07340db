package compare

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/syntax"
)

func told(list []PracticeChange, lang locale.Lang) string {
	var out []string
	for i := range list {
		if list[i].Fate == Same {
			continue
		}
		out = append(out, list[i].Fate.String()+": "+strings.Join(list[i].Sentences(lang), "; "))
	}
	return strings.Join(out, "\n")
}

func TestPractices(t *testing.T) {
	for _, tt := range []struct{ name, old, new, zh, en string }{
		{"the same", "(我们)会[收集]您的<手机号>。", "(我们)会[收集]您的<手机号>。", "", ""},
		{"more data", "(我们)会将<姓名>[提供]给(配送公司)。", "(我们)会将<姓名>和<地址>[提供]给(配送公司)。",
			"changed: 现在还共享“地址”，接收方：“配送公司”", "changed: now also shares “地址” with “配送公司”"},
		{"another recipient", "(We) [share] your <address> with (the courier).", "(We) [share] your <address> with (the courier) and (advertisers).",
			"changed: 现在还向“advertisers”共享“address”", "changed: now also shares “address” with “advertisers”"},
		{"a purpose less", "(我们)会[收集]您的<手机号>，用于{联系您}。", "(我们)会[收集]您的<手机号>。",
			"changed: 收集“手机号”：目的不再有“联系您”", "changed: no longer says that it collects “手机号” in order to “联系您”"},
		{"new and gone", "(我们)会[收集]您的<手机号>。\n\n(我们)会[删除]您的<账号>。\n", "(我们)会[收集]您的<手机号>。\n\n(我们)会[公开]您的<头像>。\n",
			"added: 新增：“我们”公开“头像”\nremoved: 不再有：“我们”删除“账号”", "added: new: “我们” publishes “头像”\nremoved: gone: “我们” deletes “账号”"},
		{"denied", "(我们)不会[共享]您的<手机号>。", "(我们)会[共享]您的<手机号>。",
			"changed: 不再声明不这样做：现在共享“手机号”", "changed: no longer denies it: now shares “手机号”"},
		{"moved", "一、收集\n\n(我们)会[收集]您的<手机号>。\n\n二、其他\n\n(甲)会[删除]<乙>。\n", "一、收集\n\n(甲)会[删除]<乙>。\n\n二、其他\n\n(我们)会[收集]您的<手机号>。\n",
			"moved: 删除“乙”：从“二、其他”移到“一、收集”\nmoved: 收集“手机号”：从“一、收集”移到“二、其他”", "moved: deletes “乙”: moved from “二、其他” to “一、收集”\nmoved: collects “手机号”: moved from “一、收集” to “二、其他”"},
		{"a section renamed", "一、收集\n\n(我们)会[收集]您的<手机号>。\n", "一、取得\n\n(我们)会[收集]您的<手机号>。\n", "", ""},
		{"only renumbered", "一、收集\n\n(我们)会[收集]您的<手机号>。\n", "一、定义\n\n您是指用户，本政策所称用户均同此意。\n\n二、收集\n\n(我们)会[收集]您的<手机号>。\n", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, err := Practices(NewVersion(syntax.Parse(tt.old), nil), NewVersion(syntax.Parse(tt.new), nil), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := told(list, locale.ZH); got != tt.zh {
				t.Errorf("Chinese:\n%s\nwant\n%s", got, tt.zh)
			}
			if got := told(list, locale.EN); tt.en+tt.zh != "" && tt.en != "" && got != tt.en {
				t.Errorf("English:\n%s\nwant\n%s", got, tt.en)
			}
		})
	}
}

func TestPracticesOfTwoAnnotators(t *testing.T) {
	a := NewVersion(syntax.Parse("(我们)会[收集]您的<手机号>，会[使用]您的<地址>。"), nil)
	b := NewVersion(syntax.Parse("(我们)会[收集]您的<手机号>和地址，会使用您的<地址>。"), nil)
	if a.Tree.Plain() == b.Tree.Plain() {
		t.Fatal("the texts are to differ here")
	}
	b = NewVersion(syntax.Parse("(我们)会[收集]您的手机号，会[使用]您的<地址>。"), nil)
	list := PracticesOf(a, b)
	var fates []string
	for _, c := range list {
		fates = append(fates, c.Fate.String())
	}
	if got := strings.Join(fates, " "); got != "changed same" {
		t.Errorf("got %s\n%s", got, told(list, locale.EN))
	}
}

// Every practice of either version is told of once.
func FuzzPractices(f *testing.F) {
	f.Add("(我们)会[收集]您的<手机号>。\n\n(甲)[提供]<乙>给(丙)", "(我们)会[收集]您的<手机>，[使用]<乙>。")
	f.Fuzz(func(t *testing.T, a, b string) {
		if strings.Contains(a+b, "%!") {
			return // what a message that lacks an argument is known by
		}
		old, new := NewVersion(syntax.Parse(a), nil), NewVersion(syntax.Parse(b), nil)
		list, err := Practices(old, new, nil)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[*Practice]bool{}
		olds, news := 0, 0
		for i := range list {
			c := &list[i]
			if c.Old != nil {
				olds++
			}
			if c.New != nil {
				news++
			}
			if c.Old != nil && seen[c.Old] || c.New != nil && seen[c.New] || (c.Fate == Changed) != (len(c.Fields) > 0) {
				t.Fatalf("%+v", c)
			}
			seen[c.Old], seen[c.New] = c.Old != nil, c.New != nil
			for _, lang := range []locale.Lang{locale.ZH, locale.EN} {
				s := c.Sentences(lang)
				if (len(s) == 0) != (c.Fate == Same) || strings.Contains(strings.Join(s, ""), "%!") {
					t.Fatalf("%q of %+v", s, c)
				}
			}
		}
		if olds != len(old.Practices()) || news != len(new.Practices()) {
			t.Fatalf("%d and %d practices told of", olds, news)
		}
		if a == b {
			for _, c := range list {
				if c.Fate != Same {
					t.Fatalf("%+v", c)
				}
			}
		}
	})
}
