package probes

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The project's own probes; README.md says how they are written.
var (
	//go:embed zh.txt
	chinese string
	//go:embed en.txt
	english string
)

// Own returns the project's own probes.
func Own() ([]*Probe, error) {
	zh, err := ReadText(chinese, "zh")
	if err != nil {
		return nil, fmt.Errorf("zh.txt: %w", err)
	}
	en, err := ReadText(english, "en")
	if err != nil {
		return nil, fmt.Errorf("en.txt: %w", err)
	}
	return append(zh, en...), nil
}

// ReadText reads probes as people write them.
func ReadText(text, lang string) ([]*Probe, error) {
	var list []*Probe
	var construction string
	var focus, sentence []string
	var p *Probe
	numbers := map[string]int{}
	for i, line := range strings.Split(text+"\n", "\n") {
		fail := func(err error) error { return fmt.Errorf("line %d: %w", i+1, err) }
		if line != ">" && !strings.HasPrefix(line, "> ") {
			if len(sentence) > 0 {
				numbers[construction]++
				p = &Probe{
					ID: fmt.Sprintf("%s-%s-%d", construction, lang, numbers[construction]), Lang: lang,
					Construction: construction, Focus: focus, Text: strings.Join(sentence, "\n"),
				}
				list = append(list, p)
				sentence = nil
			}
		}
		switch {
		case line == ">" || strings.HasPrefix(line, "> "):
			sentence = append(sentence, strings.TrimPrefix(line[1:], " "))
		case strings.HasPrefix(line, "# "):
			name, fields, found := strings.Cut(line[2:], ":")
			if !found {
				return nil, fail(fmt.Errorf("a construction needs a colon and the fields that it is about"))
			}
			construction, focus, p = name, nil, nil
			for f := range strings.SplitSeq(fields, ",") {
				if f = strings.TrimSpace(f); f != "" {
					focus = append(focus, f)
				}
			}
		case strings.HasPrefix(line, "["):
			if p == nil {
				return nil, fail(fmt.Errorf("a practice without a sentence"))
			}
			e, err := readPractice(line)
			if err != nil {
				return nil, fail(err)
			}
			if _, found := e.placeOf(actionsOf(p.Text)); !found {
				return nil, fail(fmt.Errorf("no action [%s] in %q", e.Action, p.Text))
			}
			p.Practices = append(p.Practices, *e)
		case line == "" || strings.HasPrefix(line, "~ "):
		default:
			return nil, fail(fmt.Errorf("neither construction, sentence, practice nor note: %q", line))
		}
	}
	return list, nil
}

var modalities = []string{"none", "will", "may", "need", "may_need", "can"}

// readPractice reads a line as `[open] not; will; who We; data parcel`.
func readPractice(line string) (*Expected, error) {
	action, rest, found := strings.Cut(line[1:], "]")
	if !found {
		return nil, fmt.Errorf("an action without its bracket")
	}
	e := &Expected{Action: action, Modality: "none"}
	if name, n, found := strings.Cut(action, "/"); found {
		e.Action = name
		var err error
		if e.Nth, err = strconv.Atoi(n); err != nil {
			return nil, err
		}
	}
	for piece := range strings.SplitSeq(rest, ";") {
		if err := e.add(strings.TrimSpace(piece)); err != nil {
			return nil, err
		}
	}
	if e.Actors == nil {
		return nil, fmt.Errorf("nobody says who does [%s]", action)
	}
	return e, nil
}

// add adds what one piece of the line says.
func (e *Expected) add(piece string) error {
	how := ""
	for _, word := range []string{"or ", "also ", "never "} {
		if rest, found := strings.CutPrefix(piece, word); found {
			how, piece = strings.TrimSpace(word), rest
			break
		}
	}
	if slices.Contains(modalities, piece) {
		if how == "or" {
			e.Accept.Modality = append(e.Accept.Modality, piece)
		} else {
			e.Modality = piece
		}
		return nil
	}
	key, rest, _ := strings.Cut(piece, " ")
	var values []string
	if rest != "none" {
		for v := range strings.SplitSeq(rest, " + ") {
			values = append(values, strings.TrimSpace(v))
		}
	}
	type field struct {
		plain, also, never *[]string
		accept             *[][]string
	}
	fields := map[string]field{
		"data": {&e.Data, &e.Also.Data, &e.Never.Data, &e.Accept.Data},
		"to":   {&e.Recipients, &e.Also.Recipients, &e.Never.Recipients, &e.Accept.Recipients},
		"from": {&e.Sources, &e.Also.Sources, &e.Never.Sources, &e.Accept.Sources},
		"for":  {&e.Purposes, &e.Also.Purposes, &e.Never.Purposes, &e.Accept.Purposes},
		"if":   {&e.Conditions, &e.Also.Conditions, &e.Never.Conditions, &e.Accept.Conditions},
	}
	fields["unless"] = fields["if"]
	if key == "unless" {
		for i := range values {
			values[i] = "!" + values[i]
		}
	}
	f, known := fields[key]
	switch {
	case piece == "":
	case piece == "not" && how == "":
		e.Negated = true
	case key == "who":
		e.addActors(how, values)
	case key == "why" && how == "":
		e.Either = values
	case key == "why" && how == "or" && values == nil:
		e.Either = nil
	case key == "parts" && how == "":
		e.Members = values
	case key == "asker" && how == "":
		e.Requester = rest
	case !known:
		return fmt.Errorf("unknown field %q", piece)
	case how == "or":
		*f.accept = append(*f.accept, values)
	case how == "also":
		*f.also = append(*f.also, values...)
	case how == "never":
		*f.never = append(*f.never, values...)
	default:
		*f.plain = append(*f.plain, values...)
	}
	return nil
}

func (e *Expected) addActors(how string, values []string) {
	list := []Actor{}
	for _, v := range values {
		name, ours := strings.CutSuffix(v, "=we")
		a := Actor{Text: name}
		if ours {
			a.Party = "first"
		}
		list = append(list, a)
	}
	switch how {
	case "or":
		e.Accept.Actors = append(e.Accept.Actors, list)
	case "also":
		e.Also.Actors = append(e.Also.Actors, values...)
	case "never":
		e.Never.Actors = append(e.Never.Actors, values...)
	default:
		e.Actors = list
	}
}
