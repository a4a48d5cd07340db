package main

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// practiceFaults do so for what the marks say.
var practiceFaults = map[string]func(*place) string{
	"action-without-data": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || len(pr.Data) != 1 || pr.Data[0].Mark < 0 || pr.Data[0].Place.Block != p.block.Block || len(pr.Groups) > 0 || !pr.Sentence.Contains(pr.Data[0].Place.Span) {
			return ""
		}
		q := *p
		q.i = pr.Data[0].Mark
		return q.bare()
	},
	"verb-not-marked": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || len(pr.Data) == 0 || pr.Data[0].Mark < 0 || !pr.Sentence.Contains(pr.Data[0].Place.Span) || len(p.block.Reading.Practices) > 0 && sharesSentence(p, pr) || !pr.Sentence.Contains(pr.Action.Place.Span) || !isWholeVerb(p.words()) {
			return ""
		}
		// What is said of data in passing, or only names a case, is no practice by itself.
		sentence, behind := p.block.Plain()[pr.Sentence.Start:pr.Sentence.End], p.block.Plain()[p.mark().Plain.End:pr.Sentence.End]
		if strings.HasPrefix(behind, "的") || strings.HasSuffix(sentence, "情形") || !strings.ContainsAny(sentence, "。；：，") {
			return ""
		}
		return p.bare()
	},
	"actor-not-marked": func(p *place) string {
		if p.words() != "我们" && p.words() != "您" || p.role() != practice.RoleActor {
			return ""
		}
		return p.bare()
	},
	"requester-as-actor": func(p *place) string {
		for k := range p.block.Reading.Practices {
			if pr := &p.block.Reading.Practices[k]; pr.Requester != nil && pr.Requester.Mark >= 0 && len(pr.Actors) == 1 && pr.Actors[0].Mark == p.i && p.words() == "您" {
				return p.bare()
			}
		}
		// Mark who asks, and leave who acts without.
		if before, found := strings.CutSuffix(p.text[:p.start()], "我们需要"); found && p.words() == "您" {
			return before + "(我们)需要您" + p.text[p.end():]
		}
		return ""
	},
	"recipient-not-marked": func(p *place) string {
		if p.role() != practice.RoleRecipient || p.block.Reading.Roles[p.i].Evidence != practice.Read {
			return ""
		}
		return p.bare()
	},
	"sharing-without-recipient": func(p *place) string {
		if p.mark().Parent >= 0 || !isOnlyRecipient(p) {
			return ""
		}
		for _, cue := range []string{"向", "给", "与", "和"} {
			if before, found := strings.CutSuffix(p.text[:p.start()], cue); found {
				return before + p.text[p.end():]
			}
		}
		return ""
	},
	"two-kinds": func(p *place) string {
		if !p.leaf(syntax.Data) || p.count() < 5 {
			return ""
		}
		return p.with(p.start(), p.end(), "("+p.words()+")")
	},
	"not-marked-elsewhere": func(p *place) string {
		if !p.leaf(syntax.Data) || p.count() < 3 || utf8.RuneCountInString(p.words()) < 2 || atLarge(p.words()) || isOneWord(p.words()) {
			return ""
		}
		return p.bare()
	},
	"spelling-variant": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 && p.count() >= 2 && !strings.ContainsAny(p.words(), "、，") {
			return p.with(at, at, " ")
		}
		return ""
	},
	"vague-data": func(p *place) string {
		if !p.leaf(syntax.Data) || !p.isPlainObject() {
			return ""
		}
		return p.with(p.start(), p.end(), "<相关信息>")
	},
	"service-as-data": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || p.words() != "提供" || len(pr.Data) != 1 || pr.Data[0].Mark < 0 || pr.Actors == nil || pr.Actors[0].Party != practice.FirstParty {
			return ""
		}
		q := *p
		q.i = pr.Data[0].Mark
		return q.with(q.start(), q.end(), "<售后服务>")
	},
	"two-parents": func(p *place) string {
		if p.role() != practice.RoleMember || !p.leaf(syntax.Data) || strings.Contains(p.words(), "、") {
			return ""
		}
		return p.text + "\n\n(我们)会[收集]您的<检验信息>（包括<" + p.words() + ">）。\n"
	},
	"open-list": func(p *place) string {
		if !p.leaf(syntax.Data) || !p.isPlainObject() {
			return ""
		}
		return p.with(p.end(), p.end(), "（例如<型号>、<颜色>等）")
	},
	"group-member-not-marked": func(p *place) string {
		if !p.leaf(syntax.Data) || strings.HasPrefix(p.text[p.end():], "（") {
			return ""
		}
		return p.with(p.end(), p.end(), "（包括型号信息、IMEI）")
	},
	"contradiction": func(p *place) string {
		pr := p.practiceOf()
		if pr == nil || len(pr.Data) == 0 || pr.Data[0].Mark < 0 || pr.Negated || len(pr.Purposes)+len(pr.Conditions)+len(pr.Recipients) > 0 || len(pr.Actors) != 1 || pr.Actors[0].Text != "我们" || strings.ContainsAny(pr.Data[0].Text, "、\n\\（") || atLarge(pr.Data[0].Text) {
			return ""
		}
		return p.text + "\n\n(我们)不会[" + p.words() + "]您的<" + pr.Data[0].Text + ">。\n"
	},
	"used-never-collected": func(p *place) string { return p.text + "\n\n(我们)会[使用]您的<信用评分>。\n" },
	"collected-never-used": func(p *place) string { return p.text + "\n\n(我们)会[收集]您的<信用评分>。\n" },
	"unused-term":          func(p *place) string { return p.text + "\n\n上述信息合称“检验信息”。\n" },
	"redefined-term": func(p *place) string {
		return p.text + "\n\n上述信息合称“检验信息”。\n\n(我们)会[使用]<检验信息>。以上内容构成您的“检验信息”。\n"
	},
	"modality-conflict": func(p *place) string {
		return p.text + "\n\n(您)必须[填写]<检验编号>。\n\n(您)可以[填写]<检验编号>。\n"
	},
}

// atLarge reports whether words name data at large, of which the rules that compare
// data say nothing.
func atLarge(words string) bool {
	return strings.HasSuffix(words, "个人信息") || words == "信息" || words == "数据" || strings.HasSuffix(words, "述信息")
}

// isOnlyRecipient reports whether the mark is the one recipient of a practice of
// its sentence, in which the company shares something.
func isOnlyRecipient(p *place) bool {
	found := false
	for k := range p.block.Reading.Practices {
		pr := &p.block.Reading.Practices[k]
		for _, v := range pr.Recipients {
			if v.Mark == p.i && v.Place.Block == p.block.Block {
				if found || len(pr.Recipients) > 1 || pr.Negated || len(pr.Data) == 0 || len(pr.Actors) != 1 || pr.Actors[0].Party != practice.FirstParty || pr.Actors[0].Evidence > practice.Read {
					return false
				}
				found = true
			}
		}
	}
	return found
}

// cues are some of the words before purposes and conditions.
var cues = []string{"为了", "如果", "根据", "用于", "以便", "在", "为", "当"}

// sharesSentence reports whether another practice stands in the sentence of one,
// which would take its data over.
func sharesSentence(p *place, pr *practice.Practice) bool {
	for k := range p.block.Reading.Practices {
		if other := &p.block.Reading.Practices[k]; other != pr && other.Sentence == pr.Sentence {
			return true
		}
	}
	return false
}

// isPlainObject reports whether the mark is data of a practice and neither has parts
// nor is one.
func (p *place) isPlainObject() bool {
	found := false
	for k := range p.block.Reading.Practices {
		pr := &p.block.Reading.Practices[k]
		for _, v := range pr.Data {
			found = found || v.Mark == p.i && v.Place.Block == p.block.Block
		}
		for _, g := range pr.Groups {
			if g.Parent.Mark == p.i {
				return false
			}
			for _, v := range g.Children {
				if v.Mark == p.i {
					return false
				}
			}
		}
	}
	return found && !strings.HasPrefix(p.text[p.end():], "（") && !strings.HasPrefix(p.text[p.end():], "等")
}

// isOneWord reports whether words are one that the lexicon knows as a name of data at
// large, as 用户信息 is.
func isOneWord(words string) bool {
	return lexicon.Default().Whole(words).Is(lexicon.DataNoun | lexicon.Vague | lexicon.SameData)
}

// isWholeVerb reports whether words are one verb that the lexicon knows.
func isWholeVerb(words string) bool {
	return lexicon.Default().Whole(words).Is(lexicon.Verb)
}
