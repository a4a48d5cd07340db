package main

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
)

// textOf writes problems for a person, one a line.
func textOf(name string, list []problem) []byte {
	var b bytes.Buffer
	for _, j := range list {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", name, j.Line, j.Column, j.Severity, j.Message, j.Rule)
	}
	return b.Bytes()
}

// jsonOf writes problems as one line of JSON.
func jsonOf(name string, list []problem) ([]byte, error) {
	out, err := encode(struct {
		File     string    `json:"file"`
		Problems []problem `json:"problems"`
	}{name, list})
	return out.data, err
}

// githubOf writes problems as the workflow commands that GitHub shows beside the
// lines of a change.
func githubOf(name string, list []problem) []byte {
	levels := [...]string{rule.Error: "error", rule.Warning: "warning", rule.Info: "notice"}
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var b bytes.Buffer
	for _, j := range list {
		s, _ := rule.SeverityNamed(j.Severity)
		fmt.Fprintf(&b, "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s\n",
			levels[s], property.Replace(filepath.ToSlash(name)), j.Line, j.Column, j.EndLine, j.EndColumn, property.Replace(j.Rule), message.Replace(j.Message))
	}
	return b.Bytes()
}

// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. All files make one
// log: sarifLog writes what stands around the results, which each file adds.
type (
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifPlace       `json:"locations"`
		Fixes        []sarifFix         `json:"fixes,omitempty"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifPlace struct {
		Physical struct {
			Artifact sarifLocation `json:"artifactLocation"`
			Region   sarifRegion   `json:"region"`
		} `json:"physicalLocation"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifLocation      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted sarifText   `json:"insertedContent"`
	}
	sarifSuppression struct {
		Kind string `json:"kind"`
	}
	sarifRule struct {
		ID            string    `json:"id"`
		Short         sarifText `json:"shortDescription"`
		Configuration struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
)

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

func sarifLevel(severity string) string {
	if severity == rule.Info.String() {
		return "note"
	}
	return severity
}

// sarifURI returns the reference to a file: relative for a relative name.
func sarifURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
		if !strings.HasPrefix(u.Path, "/") {
			u.Path = "/" + u.Path
		}
	}
	return u.String()
}

// sarifOf writes the results of one file, with commas between them.
func sarifOf(name string, list []problem) ([]byte, error) {
	var b bytes.Buffer
	where := sarifLocation{sarifURI(name)}
	for i, j := range list {
		r := sarifResult{RuleID: j.Rule, Level: sarifLevel(j.Severity), Message: sarifText{j.Message}, Locations: make([]sarifPlace, 1)}
		r.Locations[0].Physical.Artifact = where
		r.Locations[0].Physical.Region = sarifRegion{j.Line, j.Column, j.EndLine, j.EndColumn}
		for _, f := range j.fixes {
			change := sarifChange{Artifact: where}
			for _, e := range f.edits {
				change.Replacements = append(change.Replacements, sarifReplacement{
					sarifRegion{e.line, e.column, e.endLine, e.endColumn}, sarifText{e.text}})
			}
			r.Fixes = append(r.Fixes, sarifFix{sarifText{f.title}, []sarifChange{change}})
		}
		if j.Ignored {
			r.Suppressions = []sarifSuppression{{"inSource"}}
		}
		one, err := encode(r)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b.WriteString(",")
		}
		b.Write(bytes.TrimRight(one.data, "\n"))
	}
	return b.Bytes(), nil
}

// sarifLog writes a log around the results that are written to it.
type sarifLog struct {
	w    io.Writer
	some bool
}

// newSARIFLog writes what stands before the results.
func newSARIFLog(w io.Writer, lang locale.Lang) (*sarifLog, error) {
	list := make([]sarifRule, len(rules.All))
	for i, r := range rules.All {
		list[i] = sarifRule{ID: r.Name, Short: sarifText{r.Title.In(lang)}}
		list[i].Configuration.Level = sarifLevel(r.Severity.String())
	}
	known, err := encode(list)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(w, `{"$schema":%q,"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Policymark","rules":%s}},"columnKind":"unicodeCodePoints","results":[`,
		sarifSchema, bytes.TrimRight(known.data, "\n"))
	return &sarifLog{w: w}, err
}

// Write writes results, behind a comma unless they are the first.
func (l *sarifLog) Write(results []byte) (int, error) {
	if len(results) == 0 {
		return 0, nil
	}
	if l.some {
		if _, err := io.WriteString(l.w, ",\n"); err != nil {
			return 0, err
		}
	}
	l.some = true
	return l.w.Write(results)
}

// Close writes what stands behind the results.
func (l *sarifLog) Close() error {
	_, err := io.WriteString(l.w, "]}]}\n")
	return err
}
