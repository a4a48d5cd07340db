package rules

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

// deed is what a practice says of one item of data, without the words around it.
type deed struct {
	practice *practice.Practice
	data     *practice.Value
	item     string // the data, or one of those that its mark lists
	actor    string
	isPart   bool // of other data, or of what a mark lists
	named    bool // item names one kind of data, see isNamed
}

// What is noted of deeds: doesTopic with actor, category and data.
var (
	doesTopic = rule.NewAbout()
	dataTopic = rule.NewAbout()
)

const (
	always    = "always"    // under no condition
	sometimes = "sometimes" // under a condition
	never     = "never"     // under no condition
	except    = "except"    // denied under a condition, or with an exception

	taken  = "taken"  // somebody takes or gives the data
	serves = "serves" // somebody does something with it
	meant  = "meant"  // taken for a purpose that is said
)

// deeds are what the marked actions of a block do with marked data. Many rules ask, so
// they are worked out once for all of them.
type deeds []deed

// spareDeeds is memory for the deeds of one block after those of another.
var spareDeeds = sync.Pool{New: func() any { return new(deeds) }}

// Forget gives the memory back.
func (list *deeds) Forget() {
	clear(*list)
	*list = (*list)[:0]
	spareDeeds.Put(list)
}

// eachDeed calls yield for what the marked actions of a block do with marked data.
func eachDeed(p *rule.Pass, yield func(*deed)) {
	list, known := p.Memo.(*deeds)
	if !known {
		list = spareDeeds.Get().(*deeds)
		eachPractice(p, func(pr *practice.Practice) {
			if isMarkedHere(p, pr) {
				*list = appendDeeds(*list, p, pr)
			}
		})
		p.Memo = list
	}
	for i := range *list {
		yield(&(*list)[i])
	}
}

// appendDeeds appends what one practice does with marked data of the block.
func appendDeeds(list []deed, p *rule.Pass, pr *practice.Practice) []deed {
	actor := actorOf(pr)
	each := func(v *practice.Value, isPart bool) {
		if v.Mark < 0 || !isHere(p, v) || v.Vague || v.SameAs != "" {
			return
		}
		if pieces := listPieces(p.Block, p.Block.Marks()[v.Mark]); len(pieces) > 1 {
			for _, s := range pieces {
				item := p.Block.Plain()[s.Start:s.End]
				list = append(list, deed{pr, v, item, actor, true, isNamed(item)})
			}
		} else {
			list = append(list, deed{pr, v, v.Text, actor, isPart, isNamed(v.Text)})
		}
	}
	for i := range pr.Data {
		each(&pr.Data[i], false)
	}
	for g := range pr.Groups {
		for c := range pr.Groups[g].Children {
			each(&pr.Groups[g].Children[c], true)
		}
	}
	return list
}

// actorOf names who acts: all words for the company are one, and all for the user.
func actorOf(pr *practice.Practice) string {
	if len(pr.Actors) == 0 {
		return ""
	}
	if a := &pr.Actors[0]; a.Party == practice.FirstParty || a.Party == practice.UserParty {
		return a.Party.String()
	}
	return pr.Actors[0].Text
}

// topic names what the deed is.
func (d *deed) topic() rule.Topic {
	return doesTopic.Of(d.actor + " " + d.practice.Category.String() + " " + d.item)
}

// manner says whether the deed is denied and whether there are conditions to it.
func (d *deed) manner() string {
	free := len(d.practice.Conditions)+len(d.practice.Purposes) == 0
	switch {
	case d.practice.Negated && free:
		return never
	case d.practice.Negated:
		return except
	case free:
		return always
	}
	return sometimes
}

// noteDeeds notes the deeds of a block.
func noteDeeds(p *rule.Pass) {
	eachDeed(p, func(d *deed) {
		if d.actor != "" {
			p.Note(d.topic(), d.manner())
		}
		if d.practice.Negated {
			return
		}
		switch d.practice.Category {
		case lexicon.Collect, lexicon.UserProvide, lexicon.Query, lexicon.Grant, lexicon.Record:
			p.Note(dataTopic.Of(d.item), taken)
			if len(d.practice.Purposes) > 0 {
				p.Note(dataTopic.Of(d.item), meant)
			}
		default:
			p.Note(dataTopic.Of(d.item), serves)
		}
	})
	// What an unmarked verb does with data is enough for it not to be missed.
	eachPractice(p, func(pr *practice.Practice) {
		if !isMarkedHere(p, pr) {
			for _, d := range appendDeeds(nil, p, pr) {
				p.Note(dataTopic.Of(d.item), taken)
				p.Note(dataTopic.Of(d.item), serves)
			}
		}
	})
	// Of a sentence with a stray bracket nothing is known, so nothing is missed that
	// it may well say.
	for i, m := range p.Block.Marks() {
		if m.Kind == syntax.Data && p.Broken(m.Plain) {
			text := p.Block.MarkText(i)
			p.Note(dataTopic.Of(text), taken)
			p.Note(dataTopic.Of(text), serves)
		}
	}
	eachPart(p, func(parent, child *practice.Value) {
		// What is said of the whole is said of its parts, and the other way round.
		p.Note(dataTopic.Of(child.Text), taken)
		p.Note(dataTopic.Of(parent.Text), taken)
	})
	eachTerm(p, func(d *practice.Definition, _ string) { p.Note(dataTopic.Of(d.Term), taken) })
}

// isNamed reports whether words name one kind of data rather than data at large.
func isNamed(item string) bool {
	for _, general := range atLarge {
		if strings.HasSuffix(item, general) {
			return false
		}
	}
	return utf8.RuneCountInString(item) >= 2 && listed.in(item) == "" && !isCommon(item)
}

// listed stand between the items of a list in the name of data.
var listed = phrasesOf("，", ",", "；", ";")

// atLarge end the names of data of which nothing more is said.
var atLarge = []string{"个人信息", "个人数据", "个人资料", "隐私信息", "的信息", "的数据", "personal information", "personal data"}
