package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
)

// The words of the text format.
var (
	textDenied     = locale.Text{ZH: "否定", EN: "DENIED"}
	textWho        = locale.Text{ZH: "参与方", EN: "who"}
	textRequester  = locale.Text{ZH: "要求方", EN: "asked by"}
	textData       = locale.Text{ZH: "数据", EN: "data"}
	textParts      = locale.Text{ZH: "组成", EN: "parts"}
	textPurposes   = locale.Text{ZH: "目的", EN: "why"}
	textConditions = locale.Text{ZH: "条件", EN: "when"}
	textRecipients = locale.Text{ZH: "接收方", EN: "to"}
	textSources    = locale.Text{ZH: "来源", EN: "from"}
	textResolves   = locale.Text{ZH: "所指", EN: "stands for"}
	textUnless     = locale.Text{ZH: "除非：", EN: "unless: "}
	textComma      = locale.Text{ZH: "，", EN: ", "}
	textNone       = locale.Text{ZH: "没有处理行为", EN: "no practices"}
	textEvidence   = [...]locale.Text{
		practice.Read:    {ZH: "（未标注）", EN: " (not marked)"},
		practice.Carried: {ZH: "（承前）", EN: " (from before)"},
		practice.Implied: {ZH: "（推断）", EN: " (implied)"},
	}
)

// WritePracticesText writes the practices for a person to read.
func WritePracticesText(w io.Writer, p *Policy, lang locale.Lang) error {
	var b strings.Builder
	if len(p.Practices) == 0 {
		b.WriteString(textNone.In(lang) + "\n")
	}
	var section []string
	for i := range p.Practices {
		one := &p.Practices[i]
		if i == 0 || !slices.Equal(section, one.Section) {
			section = one.Section
			if i > 0 {
				b.WriteString("\n")
			}
			if len(section) > 0 {
				b.WriteString(strings.Join(section, " › ") + "\n")
			}
		}
		what := one.Category.Name().In(lang)
		if one.Modality != lexicon.NoModality {
			what += textComma.In(lang) + one.Modality.Name().In(lang)
		}
		denied := ""
		if one.Negated {
			denied = fmt.Sprintf("%s (%s) ", textDenied.In(lang), one.NegationText)
		}
		fmt.Fprintf(&b, "\n%d. %s%s [%s]%s\n", i+1, denied, one.Action.Text, what, evidence(one.Action.Evidence, lang))
		line := func(label locale.Text, vs []practice.Value) {
			if len(vs) == 0 {
				return
			}
			parts := make([]string, len(vs))
			for k, v := range vs {
				if v.Negative {
					parts[k] = textUnless.In(lang)
				}
				parts[k] += v.Text
				if v.SameAs != "" {
					parts[k] += " = " + v.SameAs
				}
				if len(v.Members) > 0 {
					parts[k] += " {" + strings.Join(texts(v.Members), ", ") + "}"
				}
				parts[k] += evidence(v.Evidence, lang)
			}
			fmt.Fprintf(&b, "   %s: %s\n", label.In(lang), strings.Join(parts, "; "))
		}
		line(textWho, one.Actors)
		if one.Requester != nil {
			line(textRequester, []practice.Value{*one.Requester})
		}
		line(textData, one.Data)
		for _, g := range one.Groups {
			more := ""
			if g.Open {
				more = ", …"
			}
			fmt.Fprintf(&b, "   %s: %s = %s%s\n", textParts.In(lang), g.Parent.Text, strings.Join(texts(g.Children), ", "), more)
		}
		line(textPurposes, one.Purposes)
		line(textConditions, one.Conditions)
		line(textRecipients, one.Recipients)
		line(textSources, one.Sources)
		for _, r := range one.Resolves {
			fmt.Fprintf(&b, "   %s: %s = %s\n", textResolves.In(lang), r.Text, strings.Join(texts(r.Resolved), "; "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func evidence(e practice.Evidence, lang locale.Lang) string {
	return textEvidence[e].In(lang)
}
