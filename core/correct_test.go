package core_test

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/source"
)

func corrected(t *testing.T, text string, n int, f core.Field, index int, key string) (string, *core.Document) {
	t.Helper()
	d := core.Read(text)
	plain := d.Tree().Plain()
	r, err := d.Correct(n, f, index, key)
	if err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	after, err := source.Apply(text, r.Edits)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Apply(r.Edits); err != nil {
		t.Fatal(err)
	}
	if d.Tree().Plain() != plain {
		t.Errorf("%s: the plain text is %q, was %q", key, d.Tree().Plain(), plain)
	}
	return after, d
}

func TestCorrect(t *testing.T) {
	const two = "(我们)会[收集]您的<姓名>和<电话>，用于{联系您}。(承办方)会[使用]<地址>。"
	for _, test := range []struct {
		name, text string
		n          int
		field      core.Field
		index      int
		key, want  string
	}{
		{"role", "(客服)会[联系]<您>，(我们)向(甲公司)[提供]<姓名>。", 1, core.RecipientField, 0, "role:source", "(客服)会[联系]<您>，(我们)向(甲公司|source)[提供]<姓名>。"},
		{"kind", "(我们)为{您登录}[收集]<姓名>。", 0, core.PurposeField, 0, "kind:condition", "(我们)为{您登录|condition}[收集]<姓名>。"},
		{"category", "(我们)[处理]<姓名>。", 0, core.ActionField, 0, "category:share", "(我们)[处理|share]<姓名>。"},
		{"category again", "(我们)[处理|share]<姓名>。", 0, core.ActionField, 0, "category:store", "(我们)[处理|store]<姓名>。"},
		{"denied", "(我们)会[共享]<姓名>。", 0, core.ActionField, 0, "polarity:not", "(我们)会[共享|not]<姓名>。"},
		{"not denied", "(我们)不会[共享]<姓名>。", 0, core.ActionField, 0, "polarity:is", "(我们)不会[共享|will]<姓名>。"},
		{"denied no more", "(我们)[共享|not]<姓名>。", 0, core.ActionField, 0, "polarity:is", "(我们)[共享]<姓名>。"},
		{"modality", "(我们)会[共享]<姓名>。", 0, core.ActionField, 0, "modality:may", "(我们)会[共享|may]<姓名>。"},
		{"modality of what is denied", "(我们)不会[共享]<姓名>。", 0, core.ActionField, 0, "modality:need", "(我们)不会[共享|need not]<姓名>。"},
		{"detach", two, 0, core.DataField, 1, "detach:", strings.Replace(two, "<电话>", "<电话|@->", 1)},
		{"detach purpose", two, 0, core.PurposeField, 0, "detach:", strings.Replace(two, "{联系您}", "{联系您|@->"[:len("{联系您|@-")]+"}", 1)},
		{"move", two, 0, core.DataField, 1, "move:6", "(我们)会[收集]您的<姓名>和<电话|@a>，用于{联系您}。(承办方)会[使用|#a]<地址>。"},
		{"attach", two, 1, core.ActionField, 0, "attach:4", "(我们)会[收集|#a]您的<姓名>和<电话>，用于{联系您|@a @b}。(承办方)会[使用|#b]<地址>。"},
		{"another actor", two, 0, core.ActorField, 0, "replace:5", "(我们|@-)会[收集|#b]您的<姓名>和<电话>，用于{联系您}。(承办方|@a @b)会[使用|#a]<地址>。"},
		{"same", "(我们)的(客服)会[收集]<姓名>，(其)也[使用]<电话>。", 1, core.ActorField, 0, "same:1", "(我们)的(客服|#a)会[收集]<姓名>，(其|=a)也[使用]<电话>。"},
		{"part", "(我们)会[收集]<联系方式>、<电话>。", 0, core.DataField, 1, "part:2", "(我们)会[收集]<联系方式|#a>、<电话|in:a>。"},
		{"of words that are not marked", "我们会[收集]<姓名>。", 0, core.ActorField, 0, "role:recipient", "(我们|recipient)会[收集]<姓名>。"},
		{"English", "(We) may [share] your <name> with (partners).", 0, core.ActionField, 0, "polarity:not", "(We) may [share|not] your <name> with (partners)."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := corrected(t, test.text, test.n, test.field, test.index, test.key); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// FuzzCorrect carries out every correction that is offered: the plain text stays,
// no bracket becomes stray, and what is refused says why.
func FuzzCorrect(f *testing.F) {
	f.Add("若{您报名}，(我们)可能会[收集]您的<联系方式>（包括<邮箱>、<电话>等），用于{发送通知}。\n\n(我们)不会向(广告公司)[出售]您的<姓名>。")
	f.Add("我们需要您[提供]<姓名>。(其)也[使用|#a]<电话|@a x>。")
	f.Add("(We) will not [share] <your \\| data> with (them|recipient) {to|a b}.")
	f.Add("([<{a}>])(我们)收集<手机号>、<地址>\\并[共享]。")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		d := core.Read(text)
		text = d.Tree().Text()
		plain, strays := d.Tree().Plain(), d.Tree().Sum().Strays
		for n := range min(3, d.Tally().Practices) {
			for field := core.ActionField; field <= core.RequesterField; field++ {
				for index := range 2 {
					list, err := d.Corrections(n, field, index)
					if err != nil {
						break
					}
					for i, c := range list {
						if i > 40 {
							break
						}
						r, err := d.Correct(n, field, index, c.Key())
						if err != nil {
							if err.Error() == "" {
								t.Errorf("%s is refused without a word", c.Key())
							}
							continue
						}
						after, err := source.Apply(text, r.Edits)
						if err != nil {
							t.Fatalf("%s: %v", c.Key(), err)
						}
						e := core.Read(after)
						if e.Tree().Plain() != plain || e.Tree().Sum().Strays > strays {
							t.Errorf("%s: %q became %q", c.Key(), text, after)
						}
					}
				}
			}
		}
	})
}
