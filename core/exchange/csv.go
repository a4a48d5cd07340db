package exchange

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/practice"
)

var csvHeader = []string{
	"id", "section", "sentence_start", "sentence_end", "start", "end", "action", "action_evidence", "category", "negated", "negation_text", "modality", "modality_text",
	"actors", "actor_parties", "requester", "data", "groups", "purposes", "conditions", "recipients", "sources", "resolves",
}

// WritePracticesCSV writes one row for each practice as CSV of RFC 4180 in UTF-8,
// with a byte order mark, by which spreadsheet programs know Chinese. Several
// values of a cell stand apart by "; ". A sign behind a value is its evidence:
// nothing for marked, else "(read)", "(carried)" or "(implied)".
func WritePracticesCSV(w io.Writer, p *Policy) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(csvHeader); err != nil {
		return err
	}
	for i := range p.Practices {
		one := &p.Practices[i]
		j := p.json(one)
		var requester []practice.Value
		if one.Requester != nil {
			requester = append(requester, *one.Requester)
		}
		var parties, groups, resolves []string
		for _, a := range one.Actors {
			parties = append(parties, a.Party.String())
		}
		for _, g := range one.Groups {
			more := ""
			if g.Open {
				more = ", …"
			}
			groups = append(groups, g.Parent.Text+": "+strings.Join(texts(g.Children), ", ")+more)
		}
		for _, r := range one.Resolves {
			resolves = append(resolves, r.Text+" = "+strings.Join(texts(r.Resolved), ", "))
		}
		row := []string{
			j.ID, strings.Join(one.Section, " > "), strconv.Itoa(j.Sentence.Start), strconv.Itoa(j.Sentence.End), strconv.Itoa(j.Span.Start), strconv.Itoa(j.Span.End),
			one.Action.Text, one.Action.Evidence.String(), one.Category.String(), strconv.FormatBool(one.Negated), one.NegationText, one.Modality.String(), one.ModalityText,
			cell(one.Actors), strings.Join(parties, "; "), cell(requester), cell(one.Data), strings.Join(groups, "; "), cell(one.Purposes), cell(one.Conditions),
			cell(one.Recipients), cell(one.Sources), strings.Join(resolves, "; "),
		}
		for k := range row {
			row[k] = plainCell(row[k])
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// plainCell keeps a spreadsheet program from taking text for a formula: one may begin
// behind spaces, and with the wide signs that input methods for Chinese write.
func plainCell(s string) string {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\u3000"))
	if !strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
		return s
	}
	if _, err := strconv.Atoi(s); err == nil {
		return s
	}
	return "'" + s
}

// cell joins values.
func cell(vs []practice.Value) string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.Text
		if v.Negative {
			out[i] = "unless: " + out[i]
		}
		if v.SameAs != "" {
			out[i] += " = " + v.SameAs
		}
		if v.Evidence != practice.Marked {
			out[i] += " (" + v.Evidence.String() + ")"
		}
	}
	return strings.Join(out, "; ")
}
