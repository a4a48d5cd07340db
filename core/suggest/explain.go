package suggest

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice/reading"
)

// The rules of this package; those of package practice keep their names.
const (
	ruleVerb = "suggest-verb"
	ruleData = "suggest-data"
)

var (
	verbOf     = locale.Text{ZH: "处理数据的动词（%s），管着旁边的数据", EN: "a verb of handling data (%s) that governs the data beside it"}
	dataBehind = locale.Text{ZH: "“%s”之后的数据名称", EN: "a name of data after “%s”"}
	dataName   = locale.Text{ZH: "数据名称，属于旁边的动词", EN: "a name of data that belongs to the verb beside it"}
	byWords    = locale.Text{ZH: "%s（线索：“%s”）", EN: "%s (cue: “%s”)"}
	inDocument = locale.Text{ZH: "本文档别处这样标注过 %d 次", EN: "marked like this %d times elsewhere in this document"}
	onceHere   = locale.Text{ZH: "本文档别处这样标注过", EN: "marked like this elsewhere in this document"}
	inMemory   = locale.Text{ZH: "您以前这样标注过 %d 次", EN: "you have marked it like this %d times before"}
	onceBefore = locale.Text{ZH: "您以前这样标注过", EN: "you have marked it like this before"}
)

// In says the reason in a language.
func (r Reason) In(lang locale.Lang) string {
	switch {
	case r.Source == FromDocument && r.Count == 1:
		return onceHere.In(lang)
	case r.Source == FromDocument:
		return inDocument.In(lang, r.Count)
	case r.Source == FromMemory && r.Count == 1:
		return onceBefore.In(lang)
	case r.Source == FromMemory:
		return inMemory.In(lang, r.Count)
	case r.Rule == ruleVerb:
		return verbOf.In(lang, lexicon.CategoryNamed(r.Cue).Name().In(lang))
	case r.Rule == ruleData && r.Cue != "":
		return dataBehind.In(lang, r.Cue)
	case r.Rule == ruleData:
		return dataName.In(lang)
	case r.Cue != "":
		return byWords.In(lang, reading.Explain(r.Rule).In(lang), r.Cue)
	}
	return reading.Explain(r.Rule).In(lang)
}
