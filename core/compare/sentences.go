package compare

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
)

// verbs say what each category does, of somebody who does it, and of somebody who
// does not.
var verbs = [...]struct{ does, doesNot locale.Text }{
	lexicon.NoCategory:  {locale.Text{ZH: "处理", EN: "processes"}, locale.Text{ZH: "不处理", EN: "does not process"}},
	lexicon.Collect:     {locale.Text{ZH: "收集", EN: "collects"}, locale.Text{ZH: "不收集", EN: "does not collect"}},
	lexicon.Use:         {locale.Text{ZH: "使用", EN: "uses"}, locale.Text{ZH: "不使用", EN: "does not use"}},
	lexicon.Store:       {locale.Text{ZH: "存储", EN: "stores"}, locale.Text{ZH: "不存储", EN: "does not store"}},
	lexicon.Share:       {locale.Text{ZH: "共享", EN: "shares"}, locale.Text{ZH: "不共享", EN: "does not share"}},
	lexicon.Disclose:    {locale.Text{ZH: "披露", EN: "discloses"}, locale.Text{ZH: "不披露", EN: "does not disclose"}},
	lexicon.TransferTo:  {locale.Text{ZH: "转让", EN: "transfers"}, locale.Text{ZH: "不转让", EN: "does not transfer"}},
	lexicon.Entrust:     {locale.Text{ZH: "委托处理", EN: "has others process"}, locale.Text{ZH: "不委托处理", EN: "does not have others process"}},
	lexicon.Delete:      {locale.Text{ZH: "删除", EN: "deletes"}, locale.Text{ZH: "不删除", EN: "does not delete"}},
	lexicon.Query:       {locale.Text{ZH: "查询", EN: "looks up"}, locale.Text{ZH: "不查询", EN: "does not look up"}},
	lexicon.Publish:     {locale.Text{ZH: "公开", EN: "publishes"}, locale.Text{ZH: "不公开", EN: "does not publish"}},
	lexicon.CrossBorder: {locale.Text{ZH: "向境外提供", EN: "sends abroad"}, locale.Text{ZH: "不向境外提供", EN: "does not send abroad"}},
	lexicon.UserProvide: {locale.Text{ZH: "要您提供", EN: "has you provide"}, locale.Text{ZH: "不要您提供", EN: "does not have you provide"}},
	lexicon.Grant:       {locale.Text{ZH: "授权使用", EN: "grants access to"}, locale.Text{ZH: "不授权使用", EN: "does not grant access to"}},
	lexicon.Record:      {locale.Text{ZH: "记载", EN: "records"}, locale.Text{ZH: "不记载", EN: "does not record"}},
	lexicon.Other:       {locale.Text{ZH: "处理", EN: "processes"}, locale.Text{ZH: "不处理", EN: "does not process"}},
}

// The sentences. 1 is what is done, with the data; 2 is what came or went.
var (
	sayAdded      = locale.Text{ZH: "新增：%[1]s", EN: "new: %[1]s"}
	sayRemoved    = locale.Text{ZH: "不再有：%[1]s", EN: "gone: %[1]s"}
	sayMoved      = locale.Text{ZH: "%[1]s：从“%[2]s”移到“%[3]s”", EN: "%[1]s: moved from “%[2]s” to “%[3]s”"}
	sayAction     = locale.Text{ZH: "动作由“%[1]s”（%[2]s）改为“%[3]s”（%[4]s）", EN: "the action was “%[1]s” (%[2]s) and is now “%[3]s” (%[4]s)"}
	sayDataMore   = locale.Text{ZH: "现在还%[1]s", EN: "now also %[1]s"}
	sayDataLess   = locale.Text{ZH: "不再说%[1]s", EN: "no longer says that it %[1]s"}
	sayPartsMore  = locale.Text{ZH: "“%[1]s”现在还包括%[2]s", EN: "“%[1]s” now also includes %[2]s"}
	sayPartsLess  = locale.Text{ZH: "“%[1]s”不再包括%[2]s", EN: "“%[1]s” no longer includes %[2]s"}
	sayActorMore  = locale.Text{ZH: "%[1]s：参与方新增%[2]s", EN: "%[2]s now also %[1]s"}
	sayActorLess  = locale.Text{ZH: "%[1]s：参与方不再有%[2]s", EN: "it is no longer %[2]s who %[1]s"}
	sayAskerMore  = locale.Text{ZH: "%[1]s：现在由%[2]s要求", EN: "%[2]s now asks for it: %[1]s"}
	sayAskerLess  = locale.Text{ZH: "%[1]s：不再由%[2]s要求", EN: "%[2]s no longer asks for it: %[1]s"}
	sayToMore     = locale.Text{ZH: "现在还向%[2]s%[1]s", EN: "now also %[1]s with %[2]s"}
	sayToLess     = locale.Text{ZH: "不再说向%[2]s%[1]s", EN: "no longer says that it %[1]s with %[2]s"}
	sayFromMore   = locale.Text{ZH: "现在还从%[2]s%[1]s", EN: "now also %[1]s from %[2]s"}
	sayFromLess   = locale.Text{ZH: "不再说从%[2]s%[1]s", EN: "no longer says that it %[1]s from %[2]s"}
	sayWhyMore    = locale.Text{ZH: "%[1]s：目的新增%[2]s", EN: "now also %[1]s in order to %[2]s"}
	sayWhyLess    = locale.Text{ZH: "%[1]s：目的不再有%[2]s", EN: "no longer says that it %[1]s in order to %[2]s"}
	sayWhenMore   = locale.Text{ZH: "%[1]s：条件新增%[2]s", EN: "%[1]s, with a new condition: %[2]s"}
	sayWhenLess   = locale.Text{ZH: "%[1]s：条件不再有%[2]s", EN: "%[1]s, no longer with the condition: %[2]s"}
	sayModality   = locale.Text{ZH: "%[1]s：由“%[2]s”改为“%[3]s”", EN: "%[1]s: was “%[2]s” and is now “%[3]s”"}
	sayDenied     = locale.Text{ZH: "现在声明%[1]s", EN: "now says that it %[1]s"}
	sayNotDenied  = locale.Text{ZH: "不再声明不这样做：现在%[1]s", EN: "no longer denies it: now %[1]s"}
	partWith      = locale.Text{ZH: "，接收方：%s", EN: " with %s"}
	partFrom      = locale.Text{ZH: "，来源：%s", EN: " from %s"}
	partFor       = locale.Text{ZH: "，目的：%s", EN: ", in order to %s"}
	partWhen      = locale.Text{ZH: "，条件：%s", EN: ", when %s"}
	partBy        = locale.Text{ZH: "%s", EN: "%s "}
	unlessWords   = locale.Text{ZH: "除非", EN: "unless "}
	noSection     = locale.Text{ZH: "正文", EN: "the text"}
	listSeparator = locale.Text{ZH: "、", EN: ", "}
	andMore       = locale.Text{ZH: "等 %d 项", EN: " and %d more"}
)

// Sentences says what changed in a practice, one sentence for each thing, in a
// language; none for Same. They begin in lower case and end without a full stop.
func (c *PracticeChange) Sentences(lang locale.Lang) []string {
	switch c.Fate {
	case Added:
		return []string{sayAdded.In(lang, summary(c.New, lang))}
	case Removed:
		return []string{sayRemoved.In(lang, summary(c.Old, lang))}
	case Shifted:
		return []string{sayMoved.In(lang, deed(c.New, lang), trail(c.Old, lang), trail(c.New, lang))}
	}
	var list []string
	for i := range c.Fields {
		list = append(list, c.sentences(&c.Fields[i], lang)...)
	}
	return list
}

func (c *PracticeChange) sentences(f *FieldChange, lang locale.Lang) []string {
	var list []string
	say := func(more, less locale.Text) {
		if len(f.Come) > 0 {
			list = append(list, more.In(lang, deed(c.New, lang), quoted(f.Come, lang)))
		}
		if len(f.Gone) > 0 {
			list = append(list, less.In(lang, deed(c.Old, lang), quoted(f.Gone, lang)))
		}
	}
	switch f.Field {
	case FieldAction:
		list = append(list, sayAction.In(lang, c.Old.Action.Text, c.Old.Category.Name().In(lang), c.New.Action.Text, c.New.Category.Name().In(lang)))
	case FieldData:
		if len(f.Come) > 0 {
			s := does(c.New, lang) + quoted(f.Come, lang)
			if c.New.Category.Gives() && len(c.New.Recipients) > 0 {
				s += partWith.In(lang, quoted(c.New.Recipients, lang))
			}
			list = append(list, sayDataMore.In(lang, s))
		}
		if len(f.Gone) > 0 {
			list = append(list, sayDataLess.In(lang, does(c.Old, lang)+quoted(f.Gone, lang)))
		}
	case FieldParts:
		if len(f.Come) > 0 {
			list = append(list, sayPartsMore.In(lang, f.Of, quoted(f.Come, lang)))
		}
		if len(f.Gone) > 0 {
			list = append(list, sayPartsLess.In(lang, f.Of, quoted(f.Gone, lang)))
		}
	case FieldActors:
		say(sayActorMore, sayActorLess)
	case FieldRequester:
		say(sayAskerMore, sayAskerLess)
	case FieldRecipients:
		say(sayToMore, sayToLess)
	case FieldSources:
		say(sayFromMore, sayFromLess)
	case FieldPurposes:
		say(sayWhyMore, sayWhyLess)
	case FieldConditions:
		say(sayWhenMore, sayWhenLess)
	case FieldModality:
		list = append(list, sayModality.In(lang, deed(c.New, lang), c.Old.Modality.Name().In(lang), c.New.Modality.Name().In(lang)))
	case FieldNegation:
		say := sayNotDenied
		if c.New.Negated {
			say = sayDenied
		}
		list = append(list, say.In(lang, deed(c.New, lang)))
	}
	return list
}

// does says what is done: shares.
func does(p *Practice, lang locale.Lang) string {
	words := verbs[p.Category].does
	if p.Negated {
		words = verbs[p.Category].doesNot
	}
	if lang == locale.EN {
		return words.In(lang) + " "
	}
	return words.In(lang)
}

// deed says what is done with which data: shares “address”.
func deed(p *Practice, lang locale.Lang) string {
	values := p.Data
	if len(values) == 0 {
		for _, g := range p.Groups {
			values = append(values, g.Parent)
		}
	}
	if len(values) == 0 {
		values = []practice.Value{p.Action}
	}
	return does(p, lang) + quoted(values, lang)
}

// summary says all that a practice says.
func summary(p *Practice, lang locale.Lang) string {
	s := ""
	if len(p.Actors) > 0 && p.Actors[0].Text != "" {
		s = partBy.In(lang, quoted(p.Actors, lang))
	}
	s += deed(p, lang)
	for _, part := range []struct {
		words  locale.Text
		values []practice.Value
	}{{partWith, p.Recipients}, {partFrom, p.Sources}, {partFor, p.Purposes}, {partWhen, p.Conditions}} {
		if len(part.values) > 0 {
			s += part.words.In(lang, quoted(part.values, lang))
		}
	}
	return s
}

// maxListed is how many values a sentence names.
const maxListed = 6

func quoted(vs []practice.Value, lang locale.Lang) string {
	var list []string
	for i, v := range vs {
		if i == maxListed {
			return strings.Join(list, listSeparator.In(lang)) + andMore.In(lang, len(vs)-maxListed)
		}
		s := "“" + strings.Join(strings.Fields(v.Text), " ") + "”"
		if v.Negative {
			s = unlessWords.In(lang) + s
		}
		list = append(list, s)
	}
	return strings.Join(list, listSeparator.In(lang))
}

func trail(p *Practice, lang locale.Lang) string {
	if len(p.Section) == 0 {
		return noSection.In(lang)
	}
	return strings.Join(p.Section, " › ")
}
