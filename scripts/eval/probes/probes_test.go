package probes

import (
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
)

func TestOwnProbes(t *testing.T) {
	list, err := Own()
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	seen := map[string]string{}
	fields := []string{"actor", "negation", "modality", "data", "recipient", "source", "purpose", "condition", "requester", "member"}
	for _, p := range list {
		count[p.Lang]++
		if other := seen[p.Text]; other != "" {
			t.Errorf("%s is %s over again", p.ID, other)
		}
		seen[p.Text] = p.ID
		if len(p.Practices) == 0 {
			t.Errorf("%s states no practice", p.ID)
		}
		for _, f := range p.Focus {
			if !slices.Contains(fields, f) {
				t.Errorf("%s is about %q, which is no field", p.ID, f)
			}
		}
		for i := range p.Practices {
			checkWords(t, p, &p.Practices[i])
		}
	}
	if count["zh"] < 120 || count["en"] < 120 {
		t.Errorf("%d Chinese and %d English probes", count["zh"], count["en"])
	}
}

// checkWords reports expected words that the text does not have.
func checkWords(t *testing.T, p *Probe, e *Expected) {
	text := letters(strings.ReplaceAll(strings.NewReplacer(`\`, "", "[", "", "]", "", "(", "", ")", "", "<", "", ">", "", "{", "", "}", "").Replace(p.Text), "\n", " "))
	check := func(field string, values []string) {
		for _, v := range values {
			if v != "" && pronoun(v) == "" && !slices.ContainsFunc(wordings(v), func(w string) bool { return strings.Contains(text, letters(strings.Trim(w, "()"))) }) {
				t.Errorf("%s: %s %q is not in the text", p.ID, field, v)
			}
		}
	}
	for _, actors := range e.actorLists() {
		for _, a := range actors {
			check("who", []string{a.Text})
		}
	}
	for field, values := range map[string][]string{
		"data": e.Data, "to": e.Recipients, "from": e.Sources, "for": e.Purposes, "if": e.Conditions,
		"why": e.Either, "parts": e.Members, "asker": {e.Requester},
	} {
		check(field, values)
	}
}

func TestReadText(t *testing.T) {
	list, err := ReadText("# kind: actor, data\n\n> A (b) [keeps] <c>,\n> and [keeps] <d>.\n[keeps] not; will; who b=we; data c; or who none; also to x + y; never data d\n[keeps/2] who b|A b; data d; unless p\n", "en")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].ID != "kind-en-1" || list[0].Text != "A (b) [keeps] <c>,\nand [keeps] <d>." || len(list[0].Practices) != 2 {
		t.Fatalf("%+v", list)
	}
	one, two := list[0].Practices[0], list[0].Practices[1]
	if !one.Negated || one.Modality != "will" || one.Actors[0] != (Actor{"b", "", "first"}) || len(one.Accept.Actors) != 1 || len(one.Accept.Actors[0]) != 0 ||
		!slices.Equal(one.Also.Recipients, []string{"x", "y"}) || !slices.Equal(one.Never.Data, []string{"d"}) {
		t.Errorf("%+v", one)
	}
	if at, ok := two.placeOf(actionsOf(list[0].Text)); two.Nth != 2 || !slices.Equal(two.Conditions, []string{"!p"}) || !ok || at != (place{17, 22, "keeps"}) {
		t.Errorf("%+v at %+v", two, at)
	}
	for _, text := range []string{"# kind", "[a] who b", "# k:\n> [a]\n[b] who c", "# k:\n> [a]\n[a] data c", "# k:\n> [a]\n[a] who b; colour red", "words"} {
		if _, err := ReadText(text, "en"); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		got, want string
		share     float64
		same      bool
	}{
		{"the bank", "Our bank", .5, true},
		{"we", "us", .5, true},
		{"we", "you", .5, false},
		{"we", "the web", .5, false},
		{"bank", "the large old bank of England", .5, false},
		{"bank", "the large bank", .5, false},
		{"bank", "the large bank|bank", .5, true},
		{"您的姓名", "姓名", .6, true},
		{"姓名", "真实姓名和住址", .6, false},
		{"any partner’s", "partner's", .5, true},
		{"card", "cardboard", .3, false},
	} {
		if got := sameName(c.share)(c.got, c.want); got != c.same {
			t.Errorf("%q is %q: %v", c.got, c.want, got)
		}
	}
}

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		got, want string
		same      bool
	}{
		{"you agree", "!you agree", true},
		{"if you agree to it", "you agree to it", true},
		{"you agree", "you once agreed to all of what is written in it", false},
		{"a court orders it", "a court", false},
		{"改进服务", "用于改进服务", true},
		{"改进", "保护账号安全", false},
		{"", "x", false},
	} {
		if got := sameClause(c.got, c.want); got != c.same {
			t.Errorf("%q is %q: %v", c.got, c.want, got)
		}
	}
}

func TestCommonLetters(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		least int
		want  int
	}{
		{"abcdef", "abcdef", 1, 6},
		{"abxcd", "abycd", 1, 4},
		{"abxcd", "abycd", 3, 0},
		{"abcd", "cdab", 1, 2}, // the first of the longest; what is before and behind has nothing in common
		{"", "ab", 1, 0},
	} {
		if got := commonLetters([]rune(c.a), []rune(c.b), c.least); got != c.want {
			t.Errorf("%q and %q have %d letters in common", c.a, c.b, got)
		}
	}
}

func TestJudge(t *testing.T) {
	value := func(texts ...string) (list []practice.Value) {
		for _, text := range texts {
			list = append(list, practice.Value{Text: text})
		}
		return list
	}
	bank := []Actor{{Text: "the bank"}}
	ours := []Actor{{Text: "the bank", Party: "first"}}
	negative := value("you agree")
	negative[0].Negative = true
	for _, c := range []struct {
		name string
		want Expected
		got  *told
		is   string // kinds and fields of the faults
	}{
		{"whole", Expected{Actors: bank, Data: []string{"name"}}, &told{actors: value("The bank"), data: []string{"your name"}, done: true}, ""},
		{"nothing told", Expected{Actors: bank}, nil, "omission practice"},
		{"another actor", Expected{Actors: bank}, &told{actors: value("the shop"), done: true}, "false actor"},
		{"we for the owner's other name", Expected{Actors: ours}, &told{actors: value("we"), done: true}, "omission actor"},
		{"you for the owner's other name", Expected{Actors: ours}, &told{actors: value("you"), done: true}, "false actor"},
		{"nobody told", Expected{Actors: bank}, &told{done: true}, "omission actor"},
		{"nobody said", Expected{Actors: nil}, &told{actors: value("we"), done: true}, "false actor"},
		{"nobody said, we accepted", Expected{Accept: Accepted{Actors: [][]Actor{{{Text: "we"}}}}}, &told{actors: value("we"), done: true}, ""},
		{"a lost not", Expected{Negated: true}, &told{done: true}, "false negation"},
		{"an invented not in one of two", Expected{}, &told{done: true, denied: true}, "false negation"},
		{"a wrong recipient and one left out", Expected{Recipients: []string{"shops"}}, &told{recipients: []string{"banks"}, done: true}, "false recipient, omission recipient"},
		{"a recipient that may be told", Expected{Also: Values{Recipients: []string{"banks"}}}, &told{recipients: []string{"banks"}, done: true}, ""},
		{"who asks, as recipient", Expected{Requester: "You"}, &told{recipients: []string{"you"}, requester: "You", done: true}, ""},
		{"another asks", Expected{Requester: "You"}, &told{requester: "we", done: true}, "false requester"},
		{"never, although alike", Expected{Data: []string{"name of the dog"}, Never: Values{Data: []string{"the dog"}}}, &told{data: []string{"name of the dog", "the dog"}, done: true}, "false data"},
		{"two read as one", Expected{Data: []string{"name", "age"}}, &told{data: []string{"name and age"}, done: true}, ""},
		{"a purpose as condition, wrong once", Expected{Purposes: []string{"run the shop"}}, &told{conditions: value("run the shop"), done: true}, "false purpose/condition mixed"},
		{"an invented purpose", Expected{}, &told{purposes: []string{"run the shop"}, done: true}, "false purpose/condition invented"},
		{"either", Expected{Either: []string{"the law asks for it"}}, &told{conditions: value("the law asks for it"), done: true}, ""},
		{"neither", Expected{Either: []string{"the law asks for it"}}, &told{done: true}, "omission purpose or condition"},
		{"resolved elsewhere", Expected{Either: []string{"run the shop"}}, &told{resolved: []string{"run the shop"}, done: true}, ""},
		{"polarity", Expected{Conditions: []string{"!you agree"}}, &told{conditions: value("you agree"), done: true}, "false condition polarity"},
		{"polarity the other way", Expected{Conditions: []string{"you agree"}}, &told{conditions: negative, done: true}, "false condition polarity"},
		{"polarity by its words", Expected{Conditions: []string{"!you agree"}}, &told{conditions: value("unless you agree"), done: true}, ""},
		{"a lost modality", Expected{Modality: "may"}, &told{modality: "none", done: true}, "omission modality"},
		{"another modality", Expected{Modality: "may"}, &told{modality: "will", done: true}, "modality modality"},
		{"another accepted", Expected{Modality: "may", Accept: Accepted{Modality: []string{"can"}}}, &told{modality: "can", done: true}, ""},
		{"members", Expected{Data: []string{"file"}, Members: []string{"name", "age"}}, &told{data: []string{"file"}, members: []string{"name"}, done: true}, "omission member"},
	} {
		if c.want.Modality == "" {
			c.want.Modality = "none"
		}
		if c.got != nil && c.got.modality == "" {
			c.got.modality = "none"
		}
		var is []string
		for _, f := range judge(&c.want, c.got) {
			is = append(is, f.Kind.String()+" "+f.Field)
		}
		if got := strings.Join(is, ", "); got != c.is {
			t.Errorf("%s: %q, expected %q", c.name, got, c.is)
		}
	}
}

func TestScore(t *testing.T) {
	list, err := ReadText("# kind: negation\n> We [keep] your <name>.\n[keep] who We; data name\n> (We) [sell] <maps> and [burn] <books>.\n[sell] not; who We; data maps\n[burn] who We; data plays\n", "en")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Judge(list)
	if err != nil {
		t.Fatal(err)
	}
	f := s.figures(func(*Probe) bool { return true })
	if f.probes != 2 || f.practices != 3 || f.false != 2 || f.omitted != 1 || f.whole != 1 || f.focus != 2 {
		t.Errorf("%+v", f)
	}
	var out strings.Builder
	s.PrintFailures(&out)
	if !strings.Contains(out.String(), "[sell] false: negation: got not negated, expected negated") || strings.Contains(out.String(), "kind-en-1") {
		t.Error(out.String())
	}
}
