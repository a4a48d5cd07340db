package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/syntax"
)

const sample = "# 三、信息\n\n## （二）报名\n\n若您报名参赛，(我们)可能会将您的<姓名>、<联系方式>（包括<邮箱>、<电话>等）[提供]给承办方，用于{发送通知}。\n\n" +
	"(我们)不会向(第三方)[出售]您的<个人信息>，除非{获得您的同意}。\n\n(我们)还需要(您)[提供]<号码,\"A\">。\n\n😊(We) [share] your <email> with (partners).\n"

func policy(t *testing.T, markup string) *Policy {
	t.Helper()
	return NewPolicy("a policy 政策.txt", syntax.Parse(markup), nil)
}

func TestJSON(t *testing.T) {
	p := policy(t, sample)
	var b bytes.Buffer
	if err := WritePracticesJSON(&b, p); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") && strings.Count(b.String(), "null") != strings.Count(b.String(), `"requester": null`) {
		t.Errorf("a list is null:\n%s", b.String())
	}
	var got []map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	runes := []rune(syntax.Parse(sample).Plain())
	var check func(v any)
	check = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, w := range v {
				check(w)
			}
		case map[string]any:
			if text, ok := v["text"].(string); ok {
				start, end := int(v["start"].(float64)), int(v["end"].(float64))
				if start >= 0 && string(runes[start:end]) != text {
					t.Errorf("%q is not what stands at %d to %d: %q", text, start, end, string(runes[start:end]))
				}
			}
			for _, w := range v {
				check(w)
			}
		}
	}
	for _, one := range got {
		check(one)
	}
	var want map[string]any
	const one = `{"section": ["三、信息", "（二）报名"], "sentence": {"start": 18, "end": 64}, "span": {"start": 19, "end": 63},
 "action": {"text": "提供", "start": 50, "end": 52, "category": "share", "dpv": "dpv:Share", "evidence": "marked"},
 "actors": [{"text": "我们", "start": 25, "end": 27, "party": "first", "owner": "", "evidence": "marked"}],
 "requester": null,
 "data": [{"text": "姓名", "start": 33, "end": 35, "evidence": "marked", "vague": false, "members": [], "subject": "您"},
          {"text": "联系方式", "start": 36, "end": 40, "evidence": "marked", "vague": false, "members": [], "subject": "您"}],
 "groups": [{"parent": "联系方式", "children": ["邮箱", "电话"], "cue": "包括", "open": true, "evidence": "read"}],
 "purposes": [{"text": "发送通知", "start": 59, "end": 63, "evidence": "marked", "cue": "用于", "via": "trailing"}],
 "conditions": [{"text": "您报名参赛", "start": 19, "end": 24, "evidence": "read", "cue": "若", "via": "leading", "negative": false}],
 "recipients": [{"text": "承办方", "start": 53, "end": 56, "party": "third", "same_as": "", "evidence": "read"}],
 "sources": [], "modality": "may", "modality_text": "可能会", "negated": false, "negation_text": "",
 "resolves": []}`
	if err := json.Unmarshal([]byte(one), &want); err != nil {
		t.Fatal(err)
	}
	id, _ := got[0]["id"].(string)
	if !strings.HasPrefix(id, "p") {
		t.Errorf("id %q", id)
	}
	if d, _ := got[0]["derivation"].([]any); len(d) < 5 {
		t.Errorf("derivation %v", d)
	}
	delete(got[0], "id")
	delete(got[0], "derivation")
	for k := range want {
		if !reflect.DeepEqual(got[0][k], want[k]) {
			t.Errorf("%s is %v, want %v", k, got[0][k], want[k])
		}
	}
	if len(got[0]) != len(want) {
		t.Errorf("%d fields, want %d", len(got[0])+2, len(want)+2)
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := WritePracticesCSV(&b, policy(t, sample)); err != nil {
		t.Fatal(err)
	}
	text, hasMark := strings.CutPrefix(b.String(), "\ufeff")
	if !hasMark || !strings.HasSuffix(text, "\r\n") {
		t.Errorf("no byte order mark or no line ending of RFC 4180: %q", b.String())
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5 || !reflect.DeepEqual(rows[0], csvHeader) {
		t.Fatalf("%d rows: %v", len(rows), rows)
	}
	column := func(name string) int {
		for i, h := range csvHeader {
			if h == name {
				return i
			}
		}
		t.Fatalf("no column %q", name)
		return 0
	}
	for _, c := range []struct {
		row        int
		name, want string
	}{
		{1, "data", "姓名; 联系方式"}, {1, "groups", "联系方式: 邮箱, 电话, …"}, {1, "recipients", "承办方 (read)"},
		{2, "negated", "true"}, {2, "conditions", "unless: 获得您的同意"}, {3, "requester", "我们"}, {3, "data", `号码,"A"`}, {4, "recipients", "partners"},
	} {
		if got := rows[c.row][column(c.name)]; got != c.want {
			t.Errorf("row %d, %s: %q, want %q", c.row, c.name, got, c.want)
		}
	}
}

func TestFormulasAreNotRun(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "-5": "-5", "@a": "'@a", "": "", "姓名": "姓名", " =1+1": "' =1+1", "\n=1": "'\n=1",
		"＝cmd()": "'＝cmd()", "\u3000＋1": "'\u3000＋1", "a=1": "a=1", "\xff=1": "\xff=1",
	} {
		if got := plainCell(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Nothing that a text says becomes a formula, a row or a key of its own.
func TestHostileFormats(t *testing.T) {
	said := func(text string) *Policy {
		markup := "---\ntitle: HERE\nsource: HERE\n---\n# HERE\n\n(HERE)[collect]<HERE>, <HERE> to {HERE}, and (HERE)[share]<HERE> with (HERE|recipient).\n"
		return NewPolicy(text, syntax.Parse(strings.ReplaceAll(markup, "HERE", text)), nil)
	}
	formats := map[string]func(io.Writer, *Policy) error{"json": WritePracticesJSON, "dpv": WritePracticesDPV}
	for _, text := range []string{
		"=cmd\\(\\)", "＝cmd\\(\\)", "+1+1", "-x", "@SUM\\(1\\)", "a\",=1", "a,b;c", "a\tb", "__proto__", "constructor", "@id", "@context", "@type",
		"\\<script>pwn\\(\\)\\</script>", "\u202Eabc", "a\u2028b", "nul\x00", "\\]\\]>", "http://a.example/?x=1#y",
	} {
		p, plain := said(text), said("x")
		var b bytes.Buffer
		if err := WritePracticesCSV(&b, p); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
		if err != nil || len(p.Practices) == 0 || len(rows) != len(p.Practices)+1 {
			t.Errorf("%q: %d rows for %d practices, %v", text, len(rows), len(p.Practices), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+@＝", []rune(cell)[0]) {
					t.Errorf("%q: the cell %q is taken for a formula", text, cell)
				}
			}
		}
		for name, write := range formats {
			want := keys(t, plain, write)
			for key := range keys(t, p, write) {
				if !want[key] {
					t.Errorf("%q: %s has a key %q", text, name, key)
				}
			}
		}
	}
}

// keys returns the names that the objects have which are written of a policy.
func keys(t *testing.T, p *Policy, write func(io.Writer, *Policy) error) map[string]bool {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, p); err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(b.Bytes(), &all); err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	found := map[string]bool{}
	var look func(v any)
	look = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, w := range v {
				look(w)
			}
		case map[string]any:
			for key, w := range v {
				found[key] = true
				look(w)
			}
		}
	}
	look(all)
	return found
}

func TestText(t *testing.T) {
	var b bytes.Buffer
	if err := WritePracticesText(&b, policy(t, sample), locale.EN); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"DENIED (不会) 出售", "when: unless: 获得您的同意", "to: 承办方 (not marked)", "parts: 联系方式 = 邮箱, 电话, …", "三、信息 › （二）报名"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

func TestDPV(t *testing.T) {
	var b bytes.Buffer
	if err := WritePracticesDPV(&b, policy(t, sample)); err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = noNetwork{t}
	options.Format = "application/n-quads"
	expanded, err := ld.NewJsonLdProcessor().Expand(doc, options)
	if err != nil {
		t.Fatalf("it is no JSON-LD: %v", err)
	}
	if len(expanded) != 4 {
		t.Errorf("%d processes, want 4", len(expanded))
	}
	quads, err := ld.NewJsonLdProcessor().ToRDF(doc, options)
	if err != nil {
		t.Fatalf("it is no RDF: %v", err)
	}
	rdf := quads.(string)
	for _, want := range []string{
		"<https://w3id.org/dpv#hasProcessing> <https://w3id.org/dpv#Share>",
		"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/dpv#Process>",
		"<https://w3id.org/dpv#hasProhibition>",
		"<https://w3id.org/dpv#hasPersonalData>", "<https://w3id.org/dpv#hasRecipient>", "<https://w3id.org/dpv#hasDataController>", "<https://w3id.org/dpv#hasPurpose>",
		`"姓名"@zh`, `"email"@en`,
	} {
		if !strings.Contains(rdf, want) {
			t.Errorf("%s is missing in\n%s", want, rdf)
		}
	}
	// What is denied is not said of the process itself.
	for line := range strings.Lines(rdf) {
		if strings.Contains(line, "#hasProhibition>") {
			subject, _, _ := strings.Cut(line, " ")
			for other := range strings.Lines(rdf) {
				if strings.HasPrefix(other, subject+" ") && strings.Contains(other, "#hasProcessing>") {
					t.Errorf("a denied process has processing: %s", other)
				}
			}
		}
	}
}

// noNetwork fails a test that would load a context.
type noNetwork struct{ t *testing.T }

func (n noNetwork) LoadDocument(u string) (*ld.RemoteDocument, error) {
	n.t.Errorf("loads %s", u)
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, u)
}

func TestNothing(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer, *Policy) error{
		"[\n]\n":       func(b *bytes.Buffer, p *Policy) error { return WritePracticesJSON(b, p) },
		"no practices": func(b *bytes.Buffer, p *Policy) error { return WritePracticesText(b, p, locale.EN) },
		`"@graph": []`: func(b *bytes.Buffer, p *Policy) error { return WritePracticesDPV(b, p) },
		"id,section":   func(b *bytes.Buffer, p *Policy) error { return WritePracticesCSV(b, p) },
	} {
		var b bytes.Buffer
		if err := write(&b, policy(t, "Nothing here.\n")); err != nil {
			t.Error(err)
		}
		if !strings.Contains(b.String(), name) {
			t.Errorf("no practices are written as %q, want %q", b.String(), name)
		}
	}
}
