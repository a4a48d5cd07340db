package exchange

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/policymark/policymark/core/practice"
)

type jsonRange struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonAction struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Category string `json:"category"`
	DPV      string `json:"dpv"`
	Evidence string `json:"evidence"`
}

type jsonActor struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Party    string `json:"party"`
	Owner    string `json:"owner"`
	Evidence string `json:"evidence"`
}

type jsonData struct {
	Text     string   `json:"text"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Evidence string   `json:"evidence"`
	Vague    bool     `json:"vague"`
	Members  []string `json:"members"`
	Subject  string   `json:"subject"`
}

type jsonGroup struct {
	Parent   string   `json:"parent"`
	Children []string `json:"children"`
	Cue      string   `json:"cue"`
	Open     bool     `json:"open"`
	Evidence string   `json:"evidence"`
}

type jsonPurpose struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Evidence string `json:"evidence"`
	Cue      string `json:"cue"`
	Via      string `json:"via"`
}

type jsonCondition struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Evidence string `json:"evidence"`
	Cue      string `json:"cue"`
	Via      string `json:"via"`
	Negative bool   `json:"negative"`
}

type jsonParty struct {
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Party    string `json:"party"`
	SameAs   string `json:"same_as"`
	Evidence string `json:"evidence"`
}

type jsonResolution struct {
	Text  string   `json:"text"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  string   `json:"kind"`
	To    []string `json:"to"`
}

type jsonPractice struct {
	ID           string           `json:"id"`
	Section      []string         `json:"section"`
	Sentence     jsonRange        `json:"sentence"`
	Span         jsonRange        `json:"span"`
	Action       jsonAction       `json:"action"`
	Actors       []jsonActor      `json:"actors"`
	Requester    *jsonActor       `json:"requester"`
	Data         []jsonData       `json:"data"`
	Groups       []jsonGroup      `json:"groups"`
	Purposes     []jsonPurpose    `json:"purposes"`
	Conditions   []jsonCondition  `json:"conditions"`
	Recipients   []jsonParty      `json:"recipients"`
	Sources      []jsonParty      `json:"sources"`
	Modality     string           `json:"modality"`
	ModalityText string           `json:"modality_text"`
	Negated      bool             `json:"negated"`
	NegationText string           `json:"negation_text"`
	Resolves     []jsonResolution `json:"resolves"`
	Derivation   []string         `json:"derivation"`
}

// WritePracticesJSON writes the practices as a JSON array. Lists that are absent
// are empty, never null; what stands nowhere has start and end -1.
func WritePracticesJSON(w io.Writer, p *Policy) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i := range p.Practices {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n")
		if err := encode(&b, p.json(&p.Practices[i])); err != nil {
			return err
		}
	}
	b.WriteString("\n]\n")
	_, err := w.Write(b.Bytes())
	return err
}

// encode writes v as JSON without escaping what HTML would want escaped.
func encode(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the line feed of Encode
	return nil
}

func (p *Policy) json(one *practice.Practice) jsonPractice {
	block := one.Home
	j := jsonPractice{
		ID: one.ID, Section: list(one.Section), Modality: one.Modality.String(), ModalityText: one.ModalityText,
		Negated: one.Negated, NegationText: one.NegationText, Derivation: list(one.Derivation),
		Actors: []jsonActor{}, Data: []jsonData{}, Groups: []jsonGroup{}, Purposes: []jsonPurpose{},
		Conditions: []jsonCondition{}, Recipients: []jsonParty{}, Sources: []jsonParty{}, Resolves: []jsonResolution{},
	}
	j.Sentence.Start, j.Sentence.End = p.points(block, one.Sentence)
	j.Span.Start, j.Span.End = p.points(block, one.Span)
	a := &one.Action
	start, end := p.where(a)
	j.Action = jsonAction{a.Text, start, end, one.Category.String(), "dpv:" + one.Category.DPV(), a.Evidence.String()}
	for i := range one.Actors {
		j.Actors = append(j.Actors, p.actor(&one.Actors[i]))
	}
	if one.Requester != nil {
		r := p.actor(one.Requester)
		j.Requester = &r
	}
	for i := range one.Data {
		v := &one.Data[i]
		start, end := p.where(v)
		j.Data = append(j.Data, jsonData{v.Text, start, end, v.Evidence.String(), v.Vague, texts(v.Members), v.Subject})
	}
	for i := range one.Groups {
		g := &one.Groups[i]
		j.Groups = append(j.Groups, jsonGroup{g.Parent.Text, texts(g.Children), g.Cue, g.Open, g.Evidence.String()})
	}
	for i := range one.Purposes {
		v := &one.Purposes[i]
		start, end := p.where(v)
		j.Purposes = append(j.Purposes, jsonPurpose{v.Text, start, end, v.Evidence.String(), v.Cue, via(v.Rule)})
	}
	for i := range one.Conditions {
		v := &one.Conditions[i]
		start, end := p.where(v)
		j.Conditions = append(j.Conditions, jsonCondition{v.Text, start, end, v.Evidence.String(), v.Cue, via(v.Rule), v.Negative})
	}
	j.Recipients = append(j.Recipients, p.parties(one.Recipients)...)
	j.Sources = append(j.Sources, p.parties(one.Sources)...)
	for i := range one.Resolves {
		r := &one.Resolves[i]
		start, end := p.points(r.Place.Block, r.Place.Span)
		j.Resolves = append(j.Resolves, jsonResolution{r.Text, start, end, r.Kind, texts(r.Resolved)})
	}
	return j
}

func (p *Policy) actor(v *practice.Value) jsonActor {
	start, end := p.where(v)
	return jsonActor{v.Text, start, end, v.Party.String(), v.Owner, v.Evidence.String()}
}

func (p *Policy) parties(vs []practice.Value) []jsonParty {
	var out []jsonParty
	for i := range vs {
		v := &vs[i]
		start, end := p.where(v)
		out = append(out, jsonParty{v.Text, start, end, v.Party.String(), v.SameAs, v.Evidence.String()})
	}
	return out
}

func texts(vs []practice.Value) []string {
	out := make([]string, len(vs))
	for i := range vs {
		out[i] = vs[i].Text
	}
	return out
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// via returns how a purpose or condition was linked: "leading" of
// "purpose-leading".
func via(rule string) string {
	for i := range len(rule) {
		if rule[i] == '-' {
			return rule[i+1:]
		}
	}
	return rule
}
