package compare

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/syntax"
)

func near(t *testing.T, what string, got, want, by float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > by {
		t.Errorf("%s is %.6f, want %.4f", what, got, want)
	}
}

// units makes units of the rows of a table, one row for each annotator, "." for no
// value.
func units(rows ...string) []codes {
	var list []codes
	for i := range strings.Fields(rows[0]) {
		u := codes{n: 1}
		for _, r := range rows {
			if v := strings.Fields(r)[i]; v == "." {
				u.values = append(u.values, -1)
			} else {
				u.values = append(u.values, int(v[0]))
			}
		}
		list = append(list, u)
	}
	return list
}

// The examples A, B and C of Krippendorff, Computing Krippendorff's Alpha-Reliability
// (2011): two observers with binary data, two with nominal data, four with data
// missing.
func TestAlphaAsPublished(t *testing.T) {
	a := alpha(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))
	near(t, "example A", a.Value, 0.095, 0.0005)
	b := alpha(units("a a b b d c c c e d d a", "b a b b b c c c e d d d"))
	near(t, "example B", b.Value, 0.692, 0.0005)
	c := alpha(units("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."))
	near(t, "example C", c.Value, 0.743, 0.0005)
	if a.Units != 10 || c.Units != 11 {
		t.Errorf("%d and %d units", a.Units, c.Units)
	}
}

// Cohen's kappa of 50 proposals that two readers accept or not, 20 both, 5 and 10 one
// of them, 15 neither: 0.4 (the example of Wikipedia's article on the measure). The
// second is Cohen's own of 1960, table 1: three categories, kappa 0.492, with the
// proportions of 200 cases.
func TestKappaAsPublished(t *testing.T) {
	table := func(n ...int) []run {
		size := int(math.Sqrt(float64(len(n))))
		var list []run
		for i, k := range n {
			list = append(list, run{k, []uint8{uint8(i / size), uint8(i % size)}})
		}
		return list
	}
	f := kappa(table(20, 5, 10, 15), 0xFF)
	near(t, "the proposals", f.Value, 0.4, 1e-9)
	if f.Units != 50 {
		t.Errorf("%d units", f.Units)
	}
	near(t, "Cohen's example", kappa(table(88, 14, 18, 10, 40, 10, 2, 6, 12), 0xFF).Value, 0.492, 0.0005)
}

// The example of Krippendorff, Measuring the reliability of qualitative text analysis
// data (2004): two observers, two categories, a continuum of 300 places from 150 on.
func TestUnitizingAsPublished(t *testing.T) {
	unit := func(start, length int) stretch { return stretch{start: start - 150, end: start - 150 + length} }
	o, e := unitizing([][]stretch{{unit(225, 70), unit(370, 30)}, {unit(220, 80), unit(355, 20), unit(400, 20)}}, 300)
	near(t, "observed of c", o, 0.0144, 0.00005)
	near(t, "expected of c", e, 0.0532, 0.00005)
	near(t, "alpha of c", 1-o/e, 0.7286, 0.0005)
	k := []stretch{unit(180, 60), unit(300, 50)}
	ok, ek := unitizing([][]stretch{k, k}, 300)
	near(t, "observed of k", ok, 0, 0)
	near(t, "expected of k", ek, 0.0490, 0.00005)
	near(t, "alpha of both", 1-(o+ok)/(e+ek), 0.8587, 0.0005)
}

func agreementOf(t *testing.T, docs ...string) Agreement {
	t.Helper()
	c, err := Annotations(parseAll(docs...)...)
	if err != nil {
		t.Fatal(err)
	}
	return c.Agree()
}

func TestAgreement(t *testing.T) {
	a := agreementOf(t, "(我们)会[收集]<手机号>和<地址>。", "(我们)会[收集]<手机号和地址>。", "我们会收集手机号和地址。")
	if len(a.Pairs) != 3 {
		t.Fatalf("%d pairs", len(a.Pairs))
	}
	p := a.Pairs[0]
	near(t, "exact F1", p.Exact[syntax.NoKind].Value, 4.0/7, 1e-9)
	near(t, "exact F1 of data", p.Exact[syntax.Data].Value, 0, 1e-9)
	near(t, "overlap F1 of data", p.Overlap[syntax.Data].Value, 1, 1e-9)
	near(t, "kappa of actors", p.Kappa[syntax.Actor].Value, 1, 1e-9)
	// 12 characters; data on 5 of one and 6 of the other, 5 of both.
	chance := (5.0*6 + 7*6) / 144
	near(t, "kappa of data", p.Kappa[syntax.Data].Value, (11.0/12-chance)/(1-chance), 1e-9)
	if n := p.Exact[syntax.NoKind].Units; n != 7 {
		t.Errorf("%d marks", n)
	}
	if n := p.Kappa[syntax.Data].Units; n != 12 {
		t.Errorf("%d characters", n)
	}
	for _, f := range []Figure{p.Exact[syntax.Purpose], p.Kappa[syntax.Purpose], a.Alpha[syntax.Purpose], a.Unitizing[syntax.Purpose]} {
		if f.Defined() || f.Value != 0 || f.Undefined.In(locale.ZH) == "" || f.Undefined.In(locale.EN) == "" {
			t.Errorf("a figure of no marks: %+v", f)
		}
	}
	if f := a.Pairs[1].Exact[syntax.NoKind]; !f.Defined() || f.Value != 0 || f.Units != 4 {
		t.Errorf("one with marks and one without: %+v", f)
	}
	for _, f := range agreementOf(t, "", "").Alpha {
		if f.Defined() {
			t.Errorf("a figure of no text: %+v", f)
		}
	}
	if f := agreementOf(t, "<甲乙>", "<甲乙>").Pairs[0].Kappa[syntax.Data]; f.Defined() {
		t.Errorf("all characters alike: %+v", f)
	}
	same := agreementOf(t, "(我们)会[收集]{若<手机号>}。", "(我们)会[收集]{若<手机号>}。")
	for _, f := range []Figure{same.Alpha[0], same.Unitizing[0], same.Pairs[0].Kappa[0], same.Pairs[0].Exact[0], same.Pairs[0].Overlap[0]} {
		near(t, "of itself", f.Value, 1, 1e-9)
	}
}

// A document agrees with itself wholly wherever a figure is defined, and no figure is
// ever no number or above one.
func FuzzAgreement(f *testing.F) {
	f.Add("我们会收集您的手机号。\n\n甲", []byte{0, 2, 0, 0, 6, 1}, []byte{0, 3, 0, 2, 6, 1})
	f.Fuzz(func(t *testing.T, plain string, a, b []byte) {
		plain = strings.ToValidUTF8(plain, "\uFFFD")
		docA, docB := syntax.Parse(annotated(plain, a)), syntax.Parse(annotated(plain, b))
		for _, docs := range [][]syntax.Tree{{docA, docA}, {docA, docB}, {docA, docB, docA}} {
			c, err := Annotations(docs...)
			if err != nil {
				t.Fatal(err)
			}
			g := c.Agree()
			figures := slices.Concat(g.Alpha[:], g.Unitizing[:])
			for _, p := range g.Pairs {
				figures = slices.Concat(figures, p.Exact[:], p.Overlap[:], p.Kappa[:])
			}
			for _, f := range figures {
				if math.IsNaN(f.Value) || math.IsInf(f.Value, 0) || f.Value > 1+1e-9 || f.Units < 0 || !f.Defined() && f.Value != 0 {
					t.Fatalf("%+v", f)
				}
				if len(docs) == 2 && docs[0].Text() == docs[1].Text() && f.Defined() && math.Abs(f.Value-1) > 1e-9 {
					t.Fatalf("of itself: %+v", f)
				}
			}
		}
	})
}
