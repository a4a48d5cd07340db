// Package probes measures how true the practices are that are read: short sentences,
// each with what an attentive analyst states of it and nothing more, and a judge who
// counts what is stated falsely and what is left out.
package probes

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/syntax"
)

// Probe is a short text in our markup with the practices that it states.
type Probe struct {
	ID           string
	Lang         string
	Construction string
	// Focus are the fields that the construction is about; none: all.
	Focus     []string
	Text      string
	Practices []Expected
}

// Actor is who acts; the text is empty where the sentence does not say.
type Actor struct {
	Text string
	// Evidence is what the actor is known by, alternatives joined by bars; empty: not judged.
	Evidence string
	// Party is "first" for another name of the policy's owner.
	Party string
}

// Expected is the practice of one marked action. Texts may hold alternatives joined by
// bars. A condition that begins with an exclamation mark says when something is not so.
type Expected struct {
	Action string
	// Nth tells actions of the same words apart, from 1; zero is the first.
	Nth        int
	Actors     []Actor
	Negated    bool
	Modality   string
	Data       []string
	Recipients []string
	Sources    []string
	Purposes   []string
	Conditions []string
	// Either must be told, as purpose or as condition.
	Either []string
	// Members are the parts of data that is a defined term.
	Members []string
	// Requester is who asks or permits another to act.
	Requester string
	// Accept holds other values that are just as good, Also what may be told and need not,
	// Never what would be false.
	Accept Accepted
	Also   Values
	Never  Values
}

// Values are values by field.
type Values struct {
	Actors, Data, Recipients, Sources, Purposes, Conditions []string
}

// Accepted are lists of values by field.
type Accepted struct {
	Actors                                          [][]Actor
	Data, Recipients, Sources, Purposes, Conditions [][]string
	Modality                                        []string
}

// ReadJSON reads probes, one JSON object a line.
func ReadJSON(text []byte) ([]*Probe, error) {
	var list []*Probe
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		p := &Probe{}
		if err := json.Unmarshal(lines.Bytes(), p); err != nil {
			return nil, fmt.Errorf("probe %d: %w", len(list)+1, err)
		}
		list = append(list, p)
	}
	return list, lines.Err()
}

// place is a marked action, in code points of the plain text.
type place struct {
	start, end int
	words      string
}

// actionsOf returns the marked actions of a text.
func actionsOf(markup string) []place {
	var list []place
	syntax.Parse(markup).From(0, func(_ int, before syntax.Total, b *syntax.Block) bool {
		points := func(at int) int { return before.Plain.Points + utf8.RuneCountInString(b.Plain()[:at]) }
		for i, m := range b.Marks() {
			if m.Kind == syntax.Action {
				list = append(list, place{points(m.Plain.Start), points(m.Plain.End), b.MarkText(i)})
			}
		}
		return true
	})
	return list
}

// placeOf returns where the action of an expected practice stands.
func (e *Expected) placeOf(actions []place) (place, bool) {
	n := max(1, e.Nth)
	for _, a := range actions {
		if a.words == e.Action {
			if n--; n == 0 {
				return a, true
			}
		}
	}
	return place{}, false
}
