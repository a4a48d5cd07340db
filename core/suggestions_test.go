package core

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
)

const toSuggest = "一、收集\n\n我们会收集您的手机号和设备型号。\n\n我们会将您的收货地址提供给物流公司，用于配送商品。\n\n二、使用\n\n我们会使用您的昵称。\n\n(我们)会[收集]您的<芽点数>。\n\n我们会收集您的旧芽点数和手机号。\n"

// allSuggestions returns the suggestions of a document as "kind words@start".
func allSuggestions(t *testing.T, d *Document) []string {
	t.Helper()
	for {
		budget := 100
		if d.SuggestWithin(&budget) {
			break
		}
		if budget == 100 {
			t.Fatal("nothing was worked out within the budget")
		}
	}
	var list []string
	d.Suggestions(0, func(s Suggestion) bool {
		list = append(list, s.Kind.String()+" "+s.Text())
		return true
	})
	if len(list) != d.CountSuggestions() {
		t.Fatalf("%d suggestions, counted %d", len(list), d.CountSuggestions())
	}
	return list
}

// Suggestions kept up with edits are those of the document read anew, and accepting
// all of them leaves the plain text and makes as many marks.
func TestSuggestionsFollowEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	d := Read(toSuggest)
	pieces := []string{"<", ">", "手机号", "，", "\n\n", "我们会收集您的姓名。", "(", ")", "芽点数"}
	for range 150 {
		text := d.Tree().Text()
		at := r.IntN(len(text) + 1)
		for at < len(text) && text[at]&0xC0 == 0x80 {
			at++
		}
		edit := source.Insert(at, pieces[r.IntN(len(pieces))])
		if r.IntN(3) == 0 && at < len(text) && text[at] < 0x80 {
			edit = source.Edit{Span: source.Span{Start: at, End: at + 1}}
		}
		if err := d.Apply([]source.Edit{edit}); err != nil {
			t.Fatal(err)
		}
		if got, want := allSuggestions(t, d), allSuggestions(t, Read(d.Tree().Text())); !slices.Equal(got, want) {
			t.Fatalf("after edits of\n%s\nsuggested\n%v\nanew\n%v", d.Tree().Text(), got, want)
		}
	}
}

func TestAcceptAll(t *testing.T) {
	d := Read(toSuggest)
	allSuggestions(t, d)
	var list []Suggestion
	d.Suggestions(0, func(s Suggestion) bool { list = append(list, s); return true })
	edits, marks, _, err := d.Accept(list)
	if err != nil || marks != len(list) {
		t.Fatalf("made %d of %d marks: %v", marks, len(list), err)
	}
	plain, before := d.Tree().Plain(), d.Tally().Marks
	if err := d.Apply(edits); err != nil {
		t.Fatal(err)
	}
	if d.Tree().Plain() != plain || d.Tally().Marks != before+marks || d.Tally().Strays != 0 {
		t.Errorf("accepting changed more than the marks:\n%s", d.Tree().Text())
	}
	want := "(我们)会将您的<收货地址>[提供]给(物流公司)，用于{配送商品}。"
	if !strings.Contains(d.Tree().Text(), want) {
		t.Errorf("accepted\n%s\nwithout\n%s", d.Tree().Text(), want)
	}
}

func TestWhatIsKnown(t *testing.T) {
	d := Read(toSuggest)
	if got := allSuggestions(t, d); !slices.Contains(got, "data 芽点数") {
		t.Errorf("what is marked elsewhere is not suggested: %v", got)
	}
	memory := suggest.NewWords()
	memory.Count("配送", syntax.Action, 3, 0)
	memory.Count("昵称", syntax.Data, 0, 2)
	var skip Suggestion
	d.Suggestions(0, func(s Suggestion) bool { skip = s; return s.Text() != "手机号" })
	d.Remember(memory, map[string]bool{skip.ID(): true})
	got := allSuggestions(t, d)
	if slices.Contains(got, "data 昵称") {
		t.Errorf("what was turned down again and again is suggested: %v", got)
	}
	if n := len(slices.DeleteFunc(slices.Clone(got), func(s string) bool { return s != "data 手机号" })); n != 1 {
		t.Errorf("手机号 is suggested %d times, want the one place that was not skipped", n)
	}
	section := 0
	for _, s := range d.SuggestionsOfSection(skip) {
		section++
		if s.Block.Index > 4 {
			t.Errorf("%q is of another section", s.Text())
		}
	}
	if section == 0 {
		t.Error("the section has no suggestions")
	}
	if words := d.MarkedWords(1); len(words) != 1 {
		t.Errorf("marked words %v, want one", words)
	}
}

// A section is that of a heading, however few blank lines a text has.
func TestSuggestionsOfASectionWithoutBlankLines(t *testing.T) {
	d := Read("# 一、注册\n我们会收集您的手机号。\n# 二、配送\n我们会收集您的收货地址和电话号码。\n## 路线\n我们会收集您的位置信息。\n# 三、支付\n我们会收集您的银行卡号。\n")
	allSuggestions(t, d)
	texts := func(start string) (texts []string) {
		d.Suggestions(0, func(s Suggestion) bool {
			if s.Text() != start {
				return true
			}
			for _, s := range d.SuggestionsOfSection(s) {
				if s.Kind == syntax.Data {
					texts = append(texts, s.Text())
				}
			}
			return false
		})
		return texts
	}
	for start, want := range map[string][]string{
		"手机号":  {"手机号"},
		"收货地址": {"收货地址", "电话号码", "位置信息"},
		"位置信息": {"位置信息"},
		"银行卡号": {"银行卡号"},
	} {
		if got := texts(start); !slices.Equal(got, want) {
			t.Errorf("the section of %s has %v, want %v", start, got, want)
		}
	}
}
