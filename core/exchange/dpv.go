package exchange

import (
	"bytes"
	"io"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// The namespaces of the JSON-LD. The context stands in the file itself, so that it
// can be read without a network. Terms are those of the Data Privacy Vocabulary
// 2.3, https://w3id.org/dpv.
var dpvContext = map[string]any{
	"dpv":  "https://w3id.org/dpv#",
	"dct":  "http://purl.org/dc/terms/",
	"skos": "http://www.w3.org/2004/02/skos/core#",
	"oa":   "http://www.w3.org/ns/oa#",
	"xsd":  "http://www.w3.org/2001/XMLSchema#",
}

// node is a node of the graph.
type node map[string]any

// WritePracticesDPV writes the practices as JSON-LD: one dpv:Process for each. What
// a policy says that is not done stands under dpv:hasProhibition alone, so that
// nobody who reads the process takes it for something that is done.
func WritePracticesDPV(w io.Writer, p *Policy) error {
	base := "urn:policymark:" + escapeName(p.Name) + "#"
	graph := []any{}
	for i := range p.Practices {
		graph = append(graph, p.process(&p.Practices[i], base))
	}
	var b bytes.Buffer
	if err := encode(&b, node{"@context": dpvContext, "@graph": graph}); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// process makes the dpv:Process of a practice.
func (p *Policy) process(one *practice.Practice, base string) node {
	start, end := p.points(one.Home, one.Span)
	n := node{
		"@id":       base + one.ID,
		"@type":     "dpv:Process",
		"dct:title": label(one.Action.Text),
		"dct:source": node{
			"@type":    "oa:TextPositionSelector",
			"oa:start": node{"@value": start, "@type": "xsd:nonNegativeInteger"},
			"oa:end":   node{"@value": end, "@type": "xsd:nonNegativeInteger"},
		},
	}
	if one.ModalityText != "" {
		n["skos:note"] = label(one.ModalityText)
	}
	if len(one.Section) > 0 {
		n["dct:isPartOf"] = label(strings.Join(one.Section, " > "))
	}
	if !one.Negated {
		for k, v := range p.handling(one, base) {
			n[k] = v
		}
		return n
	}
	denied := p.handling(one, base)
	denied["@id"] = base + one.ID + "-prohibition"
	denied["@type"] = "dpv:Prohibition"
	if one.NegationText != "" {
		denied["skos:note"] = label(one.NegationText)
	}
	n["dpv:hasProhibition"] = denied
	return n
}

// handling says who does what with which data.
func (p *Policy) handling(one *practice.Practice, base string) node {
	n := node{"dpv:hasProcessing": node{"@id": "dpv:" + one.Category.DPV()}}
	things := func(key, class string, vs []practice.Value) {
		var list []any
		for i := range vs {
			list = append(list, p.thing(&vs[i], class))
		}
		n.add(key, list)
	}
	things("dpv:hasPersonalData", "dpv:PersonalData", p.data(one))
	things("dpv:hasPurpose", "dpv:Purpose", one.Purposes)
	var conditions []any
	for i := range one.Conditions {
		c := p.thing(&one.Conditions[i], "dpv:Context")
		if one.Conditions[i].Negative {
			c["skos:note"] = label("exception")
		}
		conditions = append(conditions, c)
	}
	n.add("dpv:hasContext", conditions)
	for i := range one.Actors {
		v := &one.Actors[i]
		switch {
		case v.Party == practice.FirstParty:
			n.add("dpv:hasDataController", []any{p.thing(v, "dpv:DataController")})
		case v.Party == practice.UserParty:
			n.add("dpv:hasDataSubject", []any{p.thing(v, "dpv:DataSubject")})
			n.add("dpv:isImplementedByEntity", []any{p.thing(v, "dpv:DataSubject")})
		case v.Party == practice.ThirdParty && one.Category == lexicon.Entrust:
			n.add("dpv:hasDataProcessor", []any{p.thing(v, "dpv:DataProcessor")})
		case v.Party == practice.ThirdParty:
			n.add("dpv:isImplementedByEntity", []any{p.thing(v, "dpv:ThirdParty")})
		case v.Party == practice.MediumParty:
			n.add("dpv:isImplementedUsingTechnology", []any{p.thing(v, "dpv:Technology")})
		default:
			n.add("dpv:isImplementedByEntity", []any{p.thing(v, "dpv:Entity")})
		}
	}
	for i := range one.Recipients {
		v := &one.Recipients[i]
		class, key := "dpv:Recipient", "dpv:hasRecipient"
		if one.Category == lexicon.Entrust {
			class, key = "dpv:DataProcessor", "dpv:hasDataProcessor"
		}
		n.add(key, []any{p.thing(v, class)})
	}
	things("dpv:hasDataSource", "dpv:DataSource", one.Sources)
	return n
}

// data returns the data of a practice with the parts of its groups.
func (p *Policy) data(one *practice.Practice) []practice.Value {
	all := append([]practice.Value(nil), one.Data...)
	for _, g := range one.Groups {
		all = append(all, g.Children...)
	}
	return all
}

// thing makes a node of a value, with its words as the label.
func (p *Policy) thing(v *practice.Value, class string) node {
	n := node{"@type": class, "skos:prefLabel": label(v.Text)}
	if v.SameAs != "" {
		n["skos:altLabel"] = label(v.SameAs)
	}
	if len(v.Members) > 0 {
		var members []any
		for i := range v.Members {
			members = append(members, node{"@type": class, "skos:prefLabel": label(v.Members[i].Text)})
		}
		n["skos:narrower"] = members
	}
	return n
}

// add puts values behind those that a key has. It does nothing for none.
func (n node) add(key string, values []any) {
	if len(values) == 0 {
		return
	}
	have, _ := n[key].([]any)
	n[key] = append(have, values...)
}

// label makes a literal with its language.
func label(s string) any {
	lang := "en"
	for _, c := range s {
		if c >= 0x3400 && c <= 0x9FFF {
			lang = "zh"
			break
		}
	}
	return node{"@value": s, "@language": lang}
}

// escapeName writes a name so that it can stand in a URN.
func escapeName(s string) string {
	if s == "" {
		return "policy"
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
