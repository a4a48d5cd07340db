package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

var sharingWithoutRecipient = &rule.Rule{
	Name:     "sharing-without-recipient",
	Severity: rule.Warning,
	Title:    locale.Text{ZH: "对外提供却没有接收方", EN: "Sharing without a recipient"},
	Message: locale.Text{
		ZH: "没有写明“%s”给谁：请标出接收方，或者核对这个动作",
		EN: "no words say to whom “%s” goes: mark the recipient, or check the action"},
	Check: func(p *rule.Pass) {
		b := p.Block
		last := source.Span{Start: -1, End: -1}
		eachPractice(p, func(pr *practice.Practice) {
			if pr.Sentence == last || !isMarkedHere(p, pr) || pr.Negated || len(pr.Recipients) > 0 || len(pr.Data)+len(pr.Groups) == 0 || len(pr.Actors) == 0 || pr.Actors[0].Party != practice.FirstParty && pr.Actors[0].Party != practice.ThirdParty || pr.Actors[0].Evidence == practice.Implied || pr.Action.Text == "展示" {
				return
			}
			switch pr.Category {
			case lexicon.Share, lexicon.Disclose, lexicon.TransferTo, lexicon.Entrust:
			default:
				return
			}
			if saysToWhom(p, pr) {
				return
			}
			last = pr.Sentence // joined verbs lack the same recipient
			p.ReportLate(b.Marks()[pr.Action.Mark].Source, []any{pr.Action.Text}, func() []rule.Fix {
				if s := findWord(b, pr.Sentence, lexicon.Third); !s.Empty() {
					return markFix(b, s, syntax.Actor)
				}
				return nil
			})
		})
	},
}

// listedBelow are the words of conditions that the text behind tells one by one.
var listedBelow = phrasesOf("下列", "以下", "如下", "下述", "following")

// saysToWhom reports whether the words around a practice without a recipient say
// who it is, or say that the sentence is about something else.
func saysToWhom(p *rule.Pass, pr *practice.Practice) bool {
	plain := p.Block.Plain()
	sentence := plain[pr.Sentence.Start:pr.Sentence.End]
	// A lead-in says it in its items; and what needs no consent is no list of who.
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(sentence, " *_\n"))
	if last == '：' || last == ':' || strings.Contains(sentence, "无需") || strings.Contains(sentence, "无须") || strings.Contains(sentence, "without your consent") {
		return true
	}
	for i := range pr.Conditions {
		if listedBelow.in(pr.Conditions[i].Text) != "" {
			return true
		}
	}
	for _, them := range [...]string{"与之", "与其", "向其"} {
		if strings.HasSuffix(plain[pr.Sentence.Start:pr.Action.Place.Start], them) {
			return true
		}
	}
	// [分享]至<…>: who receives is marked as something else.
	at := pr.Action.Place.End
	if e, n := lexicon.Default().Find(plain[at:pr.Sentence.End], before(plain, at)); e.Is(lexicon.To) && firstData(p.Block, source.Span{Start: at, End: at + n + 1}) >= 0 {
		return true
	}
	// (我们)和(关联方)[共享]: they share with each other.
	first, third := false, false
	for i := range pr.Actors {
		first = first || pr.Actors[i].Party == practice.FirstParty
		third = third || pr.Actors[i].Party == practice.ThirdParty
	}
	if first && third {
		return true
	}
	// What is said of data at large goes on with what the paragraph has said.
	for i := range pr.Data {
		if isNamed(pr.Data[i].Text) {
			return false
		}
	}
	start := strings.LastIndexByte(plain[:pr.Sentence.Start], '\n') + 1
	return namesRecipient(plain[start:pr.Action.Place.Start])
}

// namesRecipient reports whether a sentence of a text says that something is given to
// a third party, marked or not.
func namesRecipient(text string) bool {
	words := lexicon.Default()
	toward, party, gives := false, false, false
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		e, word := words.Find(text[at:], before(text, at))
		switch {
		case strings.ContainsRune("。！？\n", r):
			toward, party, gives = false, false, false
		case e.Is(lexicon.Third | lexicon.Organisation):
			party = party || toward
		case e.Is(lexicon.To | lexicon.With):
			toward = true
		case e.Is(lexicon.Verb) && e.Category.Gives():
			gives = true
		}
		if party && gives {
			return true
		}
		if e != nil {
			n = word
		}
		at += n
	}
	return false
}
