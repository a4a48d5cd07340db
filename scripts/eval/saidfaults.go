package main

import (
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// saidFaults leave out or add words, so that a text no longer says what it did.
var saidFaults = map[string]func(*place) string{
	"actor-implied": func(p *place) string {
		pr := p.actorOf()
		sentence := p.sentence()
		if pr == nil || sentence == nil || sentence.Item || len(sentence.Practices) != 1 || !p.startsClause() || strings.Count(p.plain(sentence.Span), "我们") != 1 || strings.ContainsAny(strings.NewReplacer("您的", "", "你的", "", "用户的", "").Replace(p.plain(sentence.Span)), "您你用户") {
			return ""
		}
		return p.with(p.start(), p.end(), "")
	},
	"medium-as-actor": func(p *place) string {
		if p.actorOf() == nil {
			return ""
		}
		return p.with(p.start(), p.end(), "(系统)")
	},
	"data-without-action": func(p *place) string {
		sentence := p.sentence()
		if p.practiceOf() == nil || sentence == nil || sentence.Item || sentence.Heading || len(sentence.Practices) != 1 || !strings.HasSuffix(p.plain(sentence.Span), "。") || p.data(sentence.Span) == 0 {
			return ""
		}
		return p.with(p.start(), p.end(), "谈到")
	},
	"orphan-purpose": func(p *place) string {
		sentence := p.sentence()
		if sentence == nil || p.mark().Kind != syntax.Purpose || p.mark().Parent >= 0 || len(sentence.Practices) != 1 {
			return ""
		}
		return p.text + "\n\n这些措施有助于" + p.text[p.start():p.end()] + "。\n"
	},
	"unclear-purpose-or-condition": func(p *place) string {
		return p.text + "\n\n(我们)只会[使用]{必要}的<检验信息>。\n"
	},
	"unresolved-reference": func(p *place) string {
		return p.text + "\n\n## 检验\n\n" + [...]string{"为此，(我们)会[收集]您的<检验信息>。", "(我们)会[使用]上述信息。", "(我们)会[保存]这些信息。"}[p.r.IntN(3)] + "\n"
	},
	"unmarked-practice": func(p *place) string {
		list := p.block.Reading.Sentences
		for i := 1; i+1 < len(list); i++ {
			if s := &list[i]; s.Contains(p.mark().Plain) && p.mark().Depth == 0 && len(s.Practices) > 0 && !s.Heading && list[i-1].Marks > 0 && list[i+1].Marks > 0 && p.saysPlainly(s) {
				return p.unmarked(s.Span)
			}
		}
		return ""
	},
	"undefined-term": func(p *place) string {
		if !p.leaf(syntax.Data) || !strings.HasSuffix(p.words(), "信息") || strings.HasSuffix(p.text[:p.start()], "“") || strings.Contains(p.text, "“"+p.words()+"”") {
			return ""
		}
		return p.with(p.start(), p.end(), "“<"+p.words()+">”")
	},
	"group-cycle": func(p *place) string {
		return p.text + "\n\n(我们)会[收集]您的<检验信息>（包括<检验编号>）。\n\n(我们)会[使用]您的<检验编号>（包括<检验信息>）。\n"
	},
	"narrowed-denial": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || pr.Negated || len(pr.Actors) != 1 || pr.Actors[0].Party != practice.FirstParty || len(pr.Data) == 0 || pr.Data[0].Mark < 0 || pr.Data[0].Vague || strings.ContainsAny(pr.Data[0].Text, "，,；;") || atLarge(pr.Data[0].Text) || isOneWord(pr.Data[0].Text) || strings.HasSuffix(pr.Data[0].Text, "的信息") {
			return ""
		}
		return p.text + "\n\n(我们)不会[" + p.words() + "]您的<个人信息>。\n"
	},
	"purpose-drift": func(p *place) string {
		return p.text + "\n\n(我们)会[收集]您的<检验编号>，仅用于{核对检验}。\n\n(我们)会[使用]您的<检验编号>来{推荐商品}。\n"
	},
	"undisclosed-recipient": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || pr.Negated || len(pr.Actors) != 1 || pr.Actors[0].Text != "我们" || len(pr.Data) == 0 || pr.Data[0].Mark < 0 || len(pr.Recipients) == 0 || pr.Recipients[0].Party != practice.ThirdParty || p.words() != "共享" && p.words() != "提供" || strings.ContainsAny(pr.Data[0].Text, "、，,；;") || atLarge(pr.Data[0].Text) || isOneWord(pr.Data[0].Text) || strings.HasSuffix(pr.Data[0].Text, "的信息") {
			return ""
		}
		return p.text + "\n\n(我们)不会向任何(第三方)[" + p.words() + "]您的<" + pr.Data[0].Text + ">。\n"
	},
	"personal-data-called-anonymous": func(p *place) string {
		sentence := p.sentence()
		if sentence == nil || p.mark().Kind != syntax.Data || !strings.Contains(p.words(), "姓名") && !strings.Contains(p.words(), "手机号") && !strings.Contains(p.words(), "IMEI") || !strings.HasSuffix(p.plain(sentence.Span), "。") {
			return ""
		}
		at := p.block.Before.Source.Bytes + p.block.SourceOf(source.Span{Start: sentence.End - len("。"), End: sentence.End}).Start
		return p.with(at, at, "，这些都是匿名信息")
	},
}

// actorOf returns the practice whose only actor is the mark 我们, nil for none.
func (p *place) actorOf() *practice.Practice {
	if p.words() != "我们" || p.mark().Kind != syntax.Actor {
		return nil
	}
	for k := range p.block.Reading.Practices {
		pr := &p.block.Reading.Practices[k]
		if len(pr.Actors) == 1 && pr.Actors[0].Mark == p.i && pr.Actors[0].Evidence == practice.Marked && pr.Action.Mark >= 0 && pr.Action.Evidence == practice.Marked {
			return pr
		}
	}
	return nil
}

// sentence returns the sentence of the mark, nil for one that runs over its edge.
func (p *place) sentence() *practice.Sentence {
	for i := range p.block.Reading.Sentences {
		if s := &p.block.Reading.Sentences[i]; s.Contains(p.mark().Plain) {
			return s
		}
	}
	return nil
}

func (p *place) plain(s source.Span) string { return p.block.Plain()[s.Start:s.End] }

// data counts the data marks in a span of the plain text.
func (p *place) data(s source.Span) int {
	n := 0
	for _, m := range p.block.Marks() {
		if m.Kind == syntax.Data && s.Contains(m.Plain) {
			n++
		}
	}
	return n
}

// startsClause reports whether nothing stands before the mark in its clause.
func (p *place) startsClause() bool {
	before := p.block.Plain()[:p.mark().Plain.Start]
	return before == "" || strings.HasSuffix(before, "，") || strings.HasSuffix(before, "。") || strings.HasSuffix(before, "\n")
}

// saysPlainly reports whether a sentence says in words that the lexicon knows what
// is done with data, in a main clause: 我们会收集您的…信息.
func (p *place) saysPlainly(s *practice.Sentence) bool {
	text := p.plain(s.Span)
	return s.Practices != nil && strings.HasPrefix(text, "我们") && strings.Contains(text, "信息") && !strings.ContainsAny(text[:len(text)-len("。")], "；：“")
}

// unmarked returns the text without the marks of a span of the plain text.
func (p *place) unmarked(s source.Span) string {
	text := p.text
	for i := len(p.block.Marks()) - 1; i >= 0; i-- {
		m := p.block.Marks()[i]
		if !s.Contains(m.Plain) {
			continue
		}
		q := *p
		q.text, q.i = text, i
		text = q.with(q.start(), q.end(), q.text[p.block.Before.Source.Bytes+m.Inner.Start:p.block.Before.Source.Bytes+m.Inner.End])
	}
	if core.Read(text).Tree().Plain() != core.Read(p.text).Tree().Plain() {
		return ""
	}
	return text
}
