package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// seededTrials is how often each rule's fault is made, and seededTries how many
// places are looked at for one that it can be made at.
const (
	seededTrials = 40
	seededTries  = 3000
)

// place is a mark of a document at which a fault may be made.
type place struct {
	text  string
	doc   *core.Document
	block core.Block
	i     int
	r     *rand.Rand
}

func (p *place) mark() syntax.Mark { return p.block.Marks()[p.i] }

func (p *place) words() string { return p.block.MarkText(p.i) }

func (p *place) start() int { return p.block.Before.Source.Bytes + p.mark().Source.Start }

func (p *place) end() int { return p.block.Before.Source.Bytes + p.mark().Source.End }

// with returns the text with what stands between two byte offsets replaced.
func (p *place) with(from, to int, text string) string { return p.text[:from] + text + p.text[to:] }

// bare returns the text with the mark's brackets gone.
func (p *place) bare() string { return p.with(p.start(), p.end(), p.words()) }

// leaf reports whether the mark is of a kind, holds plain words and no mark.
func (p *place) leaf(kind syntax.Kind) bool {
	inner := p.text[p.start()+1 : p.end()-1]
	return p.mark().Kind == kind && inner == p.words() && !strings.ContainsAny(inner, "\n\\")
}

// middle returns a byte offset of the source within the mark's words, 0 for none.
func (p *place) middle() int {
	words := []rune(p.words())
	if len(words) < 3 {
		return 0
	}
	return p.start() + 1 + len(string(words[:1+p.r.IntN(len(words)-2)]))
}

// practiceOf returns the practice whose action is the mark, nil for none.
func (p *place) practiceOf() *practice.Practice {
	for k := range p.block.Reading.Practices {
		if pr := &p.block.Reading.Practices[k]; pr.Action.Mark == p.i && pr.Action.Place.Block == p.block.Block && pr.Action.Evidence == practice.Marked {
			return pr
		}
	}
	return nil
}

// count returns how many marks of the document hold the mark's words.
func (p *place) count() int {
	return strings.Count(p.text, p.mark().Kind.Open()+p.words()+p.mark().Kind.Close())
}

func (p *place) role() string { return p.block.Reading.Roles[p.i].Name }

// faults break a text as a rule means it; "" when the mark is no place for it.
var faults = map[string]func(*place) string{
	"unclosed-mark": func(p *place) string { return p.with(p.end()-1, p.end(), "") },
	"stray-closer":  func(p *place) string { return p.with(p.start(), p.start()+1, "") },
	"crossing-marks": func(p *place) string {
		at := p.middle()
		_, n := utf8.DecodeRuneInString(p.text[p.end():])
		if !p.leaf(syntax.Data) || at == 0 || strings.ContainsAny(p.text[p.end():min(len(p.text), p.end()+n)], "()[]<>{}。\n，；\\") {
			return ""
		}
		return p.text[:at] + "[" + p.text[at:p.end()+n] + "]" + p.text[p.end()+n:]
	},
	"same-kind-nested": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 {
			return p.text[:at] + "<" + p.text[at:p.end()-1] + ">" + p.text[p.end()-1:]
		}
		return ""
	},
	"empty-mark": func(p *place) string { return p.with(p.end(), p.end(), "< >") },
	"mark-over-line-break": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 {
			return p.with(at, at, "\n")
		}
		return ""
	},
	"loose-edge": func(p *place) string {
		r, n := utf8.DecodeRuneInString(p.text[p.end():])
		if !strings.ContainsRune("，。；：", r) {
			return ""
		}
		return p.text[:p.end()-1] + string(r) + p.mark().Kind.Close() + p.text[p.end()+n:]
	},
	"prose-bracket": func(p *place) string { return p.with(p.end(), p.end(), "(1)") },
	"mixed-width-brackets": func(p *place) string {
		if p.mark().Kind != syntax.Data || !strings.HasPrefix(p.text[p.end():], "（") {
			return ""
		}
		return p.with(p.end(), p.end()+len("（"), "(")
	},
	"full-width-markup": func(p *place) string {
		if !p.leaf(syntax.Data) || utf8.RuneCountInString(p.words()) > 20 {
			return ""
		}
		return p.with(p.start(), p.end(), "＜"+p.words()+"＞")
	},
	"wrong-kind": func(p *place) string {
		if !p.leaf(syntax.Action) {
			return ""
		}
		return p.with(p.start(), p.end(), "<"+p.words()+">")
	},
	"list-in-mark": func(p *place) string {
		if p.mark().Kind != syntax.Data || !strings.HasPrefix(p.text[p.end():], "、<") {
			return ""
		}
		return p.text[:p.end()-1] + "、" + p.text[p.end()+len("、<"):]
	},
	"possessive-in-mark": func(p *place) string {
		before, found := strings.CutSuffix(p.text[:p.start()], "您的")
		if !found || p.mark().Kind != syntax.Data {
			return ""
		}
		return before + "<您的" + p.text[p.start()+1:]
	},
	"cue-in-mark": func(p *place) string {
		inside, outside := 0, 0
		for _, cue := range cues {
			inside += strings.Count(p.text, "{"+cue)
			outside += strings.Count(p.text, cue+"{")
		}
		for _, cue := range cues {
			before, found := strings.CutSuffix(p.text[:p.start()], cue)
			if found && p.mark().Kind == syntax.Purpose && outside > 4+3*inside {
				return before + "{" + cue + p.text[p.start()+1:]
			}
		}
		return ""
	},
	"unknown-qualifier":  func(p *place) string { return p.with(p.end()-1, p.end()-1, "|boss") },
	"dangling-reference": func(p *place) string { return p.with(p.end()-1, p.end()-1, "|=nix") },
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
		if pr := p.practiceOf(); pr == nil || len(pr.Data) == 0 || pr.Data[0].Mark < 0 || !pr.Sentence.Contains(pr.Data[0].Place.Span) || len(p.block.Reading.Practices) > 0 && sharesSentence(p, pr) {
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
		if !p.leaf(syntax.Data) || p.count() < 3 || utf8.RuneCountInString(p.words()) < 2 || atLarge(p.words()) {
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
		if !p.leaf(syntax.Data) {
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
		if !p.leaf(syntax.Data) {
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

// seeded prints for each rule how many of its faults, made at random places of real
// policies, it finds.
func seeded(folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "ca4p", "*.json"))
	if err != nil {
		return err
	}
	var texts []string
	for i, file := range files {
		if i%5 > 0 {
			continue
		}
		text, err := markupOf(file)
		if err != nil {
			return err
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return nil
	}
	docs := make([]*core.Document, len(texts))
	places := make([][]place, len(texts))
	r := rand.New(rand.NewPCG(7, 11))
	for i, text := range texts {
		docs[i] = core.Read(text)
		docs[i].BlocksIn(source.Span{End: len(text)}, func(b core.Block) bool {
			for m := range b.Marks() {
				places[i] = append(places[i], place{text, docs[i], b, m, r})
			}
			return true
		})
	}
	fmt.Fprintf(out, "\n%-34s %8s\n", "faults made at random", "found")
	for _, rule := range rules.All {
		fault := faults[rule.Name]
		if fault == nil {
			continue
		}
		found, made := 0, 0
		for try := 0; try < seededTries && made < seededTrials; try++ {
			i := r.IntN(len(texts))
			if len(places[i]) == 0 {
				continue
			}
			p := places[i][r.IntN(len(places[i]))]
			broken := fault(&p)
			if broken == "" {
				continue
			}
			made++
			if core.Read(broken).Alike(rule) > docs[i].Alike(rule) {
				found++
			} else if *missedOf == rule.Name {
				fmt.Fprintf(out, "    %s\n", around(texts[i], source.Span{Start: p.start(), End: p.end()}))
			}
		}
		fmt.Fprintf(out, "%-34s %3d of %2d\n", rule.Name, found, made)
	}
	return nil
}
