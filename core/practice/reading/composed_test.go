package reading

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// A sentence that is put together of parts says what its parts say. Thousands of them, with
// everything before, between and behind, hold the reading to that: what it says of an action
// stands in the sentence, and little is left out.

// part is a piece of a sentence and what it says: who acts, on which data, and so on.
type part struct {
	text           string
	who            string // whoever acts, anyWho when it is open
	deny           bool
	data, to, from []string
	why, when      []string
	actions        []string
	one            bool // takes a verb of the third person in the present: only modals stand behind it
}

// anyWho is of sentences that leave open who acts.
const anyWho = "*"

// composed is a sentence and what it says of each of its actions.
type composed struct {
	part
	also []string // words that may be read as a condition or a purpose as well
}

// add lets a sentence say what a part says of why and when.
func (c *composed) add(parts ...part) {
	for i := range parts {
		c.why = append(c.why, parts[i].why...)
		c.when = append(c.when, parts[i].when...)
	}
}

// allow lets a sentence be read with why and when of parts that need not belong to its action.
func (c *composed) allow(parts ...part) {
	for i := range parts {
		c.also = append(c.also, parts[i].why...)
		c.also = append(c.also, parts[i].when...)
	}
}

func pick(r *rand.Rand, list []part) part { return list[r.Intn(len(list))] }

// pickBut picks a part that is not refused.
func pickBut(r *rand.Rand, list []part, refused func(part) bool) part {
	for {
		if p := pick(r, list); !refused(p) {
			return p
		}
	}
}

// names reports whether one of a list holds a text, or is held by it.
func names(list []string, text string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, text) || strings.Contains(text, s) })
}

// valuesOf returns the texts of values and of their members.
func valuesOf(list []practice.Value) (texts []string) {
	for i := range list {
		texts = append(texts, list[i].Text)
		texts = append(texts, valuesOf(list[i].Members)...)
	}
	return texts
}

// misread returns what the reading of a sentence says that it does not, and what it leaves out.
func (c *composed) misread() (falsehoods, omissions []string) {
	found := map[string]*practice.Practice{}
	for _, r := range All(syntax.Parse(c.text)) {
		for i := range r.Practices {
			found[r.Practices[i].Action.Text] = &r.Practices[i]
		}
	}
	for _, action := range c.actions {
		p := found[action]
		if p == nil {
			omissions = append(omissions, "["+action+"]")
			continue
		}
		compare := func(field string, got, want, also []string) {
			for _, g := range got {
				if !names(want, g) && !names(also, g) {
					falsehoods = append(falsehoods, fmt.Sprintf("[%s] %s: %s", action, field, g))
				}
			}
			for _, w := range want {
				if !names(got, w) {
					omissions = append(omissions, fmt.Sprintf("[%s] %s: %s", action, field, w))
				}
			}
		}
		if who := valuesOf(p.Actors); c.who != anyWho {
			for _, w := range who {
				if !strings.Contains(strings.ToLower(c.who), strings.ToLower(w)) && !strings.Contains(strings.ToLower(w), strings.ToLower(c.who)) || c.who == "" {
					falsehoods = append(falsehoods, fmt.Sprintf("[%s] who: %s", action, w))
				}
			}
			if len(who) == 0 && c.who != "" {
				omissions = append(omissions, fmt.Sprintf("[%s] who: %s", action, c.who))
			}
		}
		if p.Negated != c.deny {
			falsehoods = append(falsehoods, fmt.Sprintf("[%s] denied: %t", action, p.Negated))
		}
		data := valuesOf(p.Data)
		for i := range p.Groups {
			data = append(data, valuesOf(p.Groups[i].Children)...)
		}
		compare("data", data, c.data, nil)
		compare("recipient", valuesOf(p.Recipients), c.to, nil)
		compare("source", valuesOf(p.Sources), c.from, nil)
		compare("purpose", valuesOf(p.Purposes), c.why, c.also)
		compare("condition", valuesOf(p.Conditions), c.when, c.also)
	}
	return falsehoods, omissions
}

// How many falsehoods and omissions a hundred practices may show at most.
const (
	maxFalse   = 1.5
	maxOmitted = 22
)

// composedSentences is how many sentences of each form are read.
const composedSentences = 2000

func TestComposedSentences(t *testing.T) {
	for _, form := range []struct {
		name    string
		compose func(*rand.Rand) composed
	}{
		{"English clauses", english1.clause},
		{"English clauses, other words", english2.clause},
		{"English passives", english1.passive},
		{"English clauses about data", composeEnglishRelative},
		{"English clauses side by side", composeEnglishPair},
		{"English inversions", english1.inversion},
		{"English lists of parties", english1.parties},
		{"English cues", composeEnglishCue},
		{"English items", composeEnglishItem},
		{"English denials", composeEnglishDenial},
		{"Chinese cues", composeChineseCue},
		{"Chinese items", composeChineseItem},
		{"Chinese denials", composeChineseDenial},
		{"Chinese clauses", chinese1.clause},
		{"Chinese clauses, other words", chinese2.clause},
		{"Chinese passives", chinese1.passive},
		{"Chinese passives, other words", chinese2.passive},
		{"Chinese clauses about data", chinese1.relative},
		{"Chinese clauses side by side", chinese1.pair},
		{"Chinese lists of parties", chinese1.parties},
	} {
		t.Run(form.name, func(t *testing.T) {
			r := rand.New(rand.NewSource(7))
			practices, falsehoods, omissions := 0, 0, 0
			var shown []string
			for range composedSentences {
				c := form.compose(r)
				f, o := c.misread()
				practices += len(c.actions)
				falsehoods += len(f)
				omissions += len(o)
				if len(f) > 0 && len(shown) < 10 {
					shown = append(shown, c.text+"\n    "+strings.Join(f, "\n    "))
				}
			}
			of := func(n int) float64 { return 100 * float64(n) / float64(practices) }
			t.Logf("%d practices, %.1f falsehoods and %.1f omissions in a hundred", practices, of(falsehoods), of(omissions))
			if of(falsehoods) > maxFalse || of(omissions) > maxOmitted {
				t.Errorf("more than %.1f falsehoods or %d omissions in a hundred practices:\n%s", maxFalse, maxOmitted, strings.Join(shown, "\n"))
			}
		})
	}
}
