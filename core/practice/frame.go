package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// frame is a practice in the making: an action of a sentence and what is linked
// to it.
type frame struct {
	item     int // of the action in the list
	verb     verb
	unmarked bool
	// group is the index of the first frame that this one is joined with (收集、使用),
	// its own when it is joined with none before.
	group int
	// relative says that the action stands in a clause that qualifies data, as 填写
	// in [收集](您)[填写]的<姓名>; host is the frame whose object that data is, -1.
	relative bool
	// aside says that the action is only said of a party in passing: with (partners),
	// who [process] it.
	aside bool
	// undergone says that the action is said in the passive (被).
	undergone bool
	host      int
	// from is the index of the first item that can belong to the relative clause.
	from int

	actors     []link
	requester  *link
	data       []link
	purposes   []link
	conditions []link
	recipients []link
	sources    []link
	modality   lexicon.Modality
	modalText  string
	negated    bool
	negText    string
	resolves   []Resolution
	carried    []Value // data that an anaphor stands for
	derivation []string
}

// link is something that belongs to a frame: an item of the sentence, or a value
// from elsewhere.
type link struct {
	item     int // -1 when value says it
	value    *Value
	evidence Evidence
	rule     string
	cue      string
	negative bool
}

// verb is what the lexicon says of an action.
type verb struct {
	category lexicon.Category
	entry    *lexicon.Entry
}

// verbOf reads the verb of an action: of several in one mark the first decides,
// but for a giving one, which decides wherever it stands.
func (r *reader) verbOf(it *item) verb {
	if it.mark < 0 {
		return verb{it.entry.Category, it.entry}
	}
	if v := r.verbs[it.mark]; v.category != lexicon.NoCategory {
		return v
	}
	v := verb{category: lexicon.Other}
	s := it.Span
	for t := r.tokenAt(s.Start); t < len(r.tokens) && int(r.tokens[t].start) < s.End; t++ {
		e := r.tokens[t].entry
		if !e.Is(lexicon.Verb) {
			continue
		}
		if v.entry == nil || e.Category.Gives() && !v.category.Gives() {
			v = verb{e.Category, e}
		}
	}
	for _, q := range r.qualifiers(it.mark) {
		if c := lexicon.CategoryNamed(q.Key); c != lexicon.NoCategory {
			v.category = c
		}
	}
	r.verbs[it.mark] = v
	return v
}

// findFrames finds the actions of the list: the marked ones, and unmarked verbs
// that plainly govern marked data.
func (r *reader) findFrames(list []item) []frame {
	clear(r.frames)
	frames := r.frames[:0]
	for i := range list {
		it := &list[i]
		switch {
		case it.isMark(syntax.Action):
			frames = append(frames, frame{item: i, verb: r.verbOf(it), host: -1})
		case it.is(lexicon.Verb) && r.governsData(list, i, frames):
			frames = append(frames, frame{item: i, verb: r.verbOf(it), unmarked: true, host: -1})
		default:
			continue
		}
		it.frame = len(frames) - 1
	}
	r.findRelatives(list, frames)
	findGroups(list, frames)
	r.frames = frames
	return frames
}

// governsData reports whether the unmarked verb at item i makes a practice: data
// follows at once, and no action before it can claim that data.
func (r *reader) governsData(list []item, i int, frames []frame) bool {
	if list[i].depth > 0 || i > 0 && list[i-1].is(lexicon.Of) && list[i].gap == 0 && !list[i].entry.English {
		return false // 您上传的显示<位置>的照片
	}
	english := list[i].entry.English
	k := i + 1
	for k < len(list) && k <= i+3 && list[k].mark < 0 && list[k].is(lexicon.Possessive|lexicon.Determiner|lexicon.More|lexicon.User) && (list[k].gap == 0 || english && !list[k].is(lexicon.User)) {
		k++
	}
	if !english && k+2 < len(list) && list[k].is(lexicon.With) && list[k-1].is(lexicon.User) && list[k+1].is(lexicon.Possessive) {
		k += 2 // 您与我们的<通话记录>
	}
	k = announced(list, k)
	topic := list[i].is(lexicon.Light) && r.topicBefore(list, i) || len(frames) == 0 && r.saidOfTopic(list, i)
	if front := r.frontOf(list, i); front >= 0 && (len(frames) == 0 || frames[len(frames)-1].item < front) {
		return true
	}
	if k >= len(list) || !list[k].isMark(syntax.Data) || list[k].gap > 1 && !(english && list[k].gap < 14) {
		return topic && len(frames) == 0
	}
	if k == i+1 && list[k].gap > 0 && !english {
		return topic && len(frames) == 0
	}
	// A verb inside a phrase that is a purpose, a condition or qualifies something
	// makes none, and neither does one that says what data is.
	for j := i - 1; j >= 0 && list[j].segment == list[i].segment; j-- {
		it := &list[j]
		if it.depth > 0 {
			continue
		}
		if it.isMark(syntax.Data) && !list[i].is(lexicon.Light) {
			break
		}
		if it.mark >= 0 && it.kind != syntax.Actor {
			break
		}
		if it.is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail) && !it.is(lexicon.Modal) {
			return false
		}
		if it.is(lexicon.Head) || it.is(lexicon.Negation) && !plainDenial(it.entry) {
			return false
		}
	}
	// 对于…而收集<个人信息>的情况 says when, not what.
	for j := k + 1; j < len(list) && j < k+3; j++ {
		if list[j].is(lexicon.ConditionTail|lexicon.PurposeNoun) && list[j].gap <= len("的") {
			return false
		}
	}
	if len(frames) == 0 {
		return !list[i].is(lexicon.PartsClosed) || r.predicateBefore(list, i) && !r.dataBefore(list, i)
	}
	// With an action before it, the verb must start a clause of its own.
	last := &frames[len(frames)-1]
	if list[i].is(lexicon.PartsClosed | lexicon.PartsOpen) {
		return false
	}
	if i > 0 && (list[i-1].is(lexicon.List|lexicon.Break) && list[i-1].entry.Word != "、" || list[i-1].is(lexicon.Modal)) && list[i].gap == 0 && list[i].segment > list[last.item].segment {
		return true
	}
	return false
}

// announced returns the index of what follows words such as 以下部分或全部信息：, which
// start at item k and only announce data; k when there are none.
func announced(list []item, k int) int {
	for j := k; j < len(list) && j < k+6; j++ {
		if list[j].punct == colon && j > k && list[j-1].is(lexicon.DataNoun) && j+1 < len(list) && list[j+1].isMark(syntax.Data) {
			return j + 1
		}
		if !list[j].is(lexicon.Determiner|lexicon.List|lexicon.DataNoun|lexicon.Neutral) || list[j].mark >= 0 {
			break
		}
	}
	return k
}

// plainDenial reports whether a negation says what somebody will not do, rather than
// what happens when something is not done (不提供<…>则无法…).
func plainDenial(e *lexicon.Entry) bool {
	switch e.Word {
	case "不会", "绝不会", "也不会", "亦不会", "并不会", "均不会", "将不会", "都不会", "不得", "绝不", "从不", "决不", "will not", "will never", "never will", "never", "do not", "does not", "won't", "don't":
		return true
	}
	return false
}

// saidOfTopic reports whether the unmarked verb at item i is said of data before it
// in its clause: 您的<评价>会公开[展示]给其他用户.
func (r *reader) saidOfTopic(list []item, i int) bool {
	if list[i].is(lexicon.Light) || r.english || i+1 < len(list) && list[i+1].is(lexicon.Of|lexicon.ConditionTail) && list[i+1].gap == 0 {
		return false // 加密后[存储]
	}
	for k := i - 1; k >= 0 && list[k].segment == list[i].segment; k-- {
		switch {
		case list[k].is(lexicon.Modal):
			for j := k - 1; j >= 0; j-- {
				if list[j].isMark(syntax.Data) {
					return true
				}
				if list[j].mark >= 0 || list[j].punct != noPunct && list[j].depth == list[i].depth || !list[j].is(lexicon.More|lexicon.DataNoun|lexicon.List|lexicon.Adverb|lexicon.Neutral) && list[j].depth == list[i].depth {
					return false
				}
			}
			return false
		case list[k].is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.Head|lexicon.Verb) && !list[k].is(lexicon.Adverb|lexicon.Modal|lexicon.With):
			return false
		}
	}
	return false
}

// frontOf returns the index of the word that puts the data of the unmarked verb at item
// i before it in its clause, where no marked action takes it: 将您的<订单>提供给承办方,
// 对<记录>进行分析. It is -1 when there is none.
func (r *reader) frontOf(list []item, i int) int {
	if list[i].is(lexicon.Light) || r.english || i+1 < len(list) && (list[i+1].is(lexicon.Of|lexicon.ConditionTail|lexicon.Service) && list[i+1].gap == 0) {
		return -1
	}
	if i > 0 && list[i-1].is(lexicon.Via) && list[i].gap == 0 {
		return -1 // 通过加密方式
	}
	for k := i + 1; k < len(list) && list[k].segment == list[i].segment; k++ {
		if list[k].isMark(syntax.Action) || list[k].isMark(syntax.Data) {
			return -1
		}
	}
	data, front := false, -1
	for k := i - 1; k >= 0 && list[k].segment == list[i].segment; k-- {
		switch {
		case list[k].depth > list[i].depth:
		case list[k].isMark(syntax.Data):
			data = true
		case list[k].is(lexicon.Front) && data && !(list[k].is(lexicon.Modal) && k+1 < i && list[k+1].is(lexicon.Modal)):
			front = k
		case list[k].is(lexicon.ConditionLead|lexicon.Head) && !list[k].is(lexicon.Adverb|lexicon.Modal|lexicon.Via) && front < 0:
			return -1
		}
		if front >= 0 {
			break
		}
	}
	if front < 0 {
		return -1
	}
	// 如需将…提供给… is a condition, and 以将… a purpose.
	for k := front - 1; k >= 0 && list[k].segment == list[front].segment; k-- {
		if list[k].mark >= 0 {
			break
		}
		if list[k].is(lexicon.ConditionLead|lexicon.PurposeLead|lexicon.PurposeTrail|lexicon.Head) && !list[k].is(lexicon.Modal) {
			return -1
		}
	}
	word := list[front].entry.Word
	if strings.HasSuffix(word, "将") || word == "把" || list[i-1].entry != nil && list[i-1].entry.Word == "进行" && list[i-1].End == list[i].Start {
		return front
	}
	return -1
}

// topicBefore reports whether data stands before item i with no action between.
func (r *reader) topicBefore(list []item, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if list[k].isMark(syntax.Action) {
			return false
		}
		if list[k].isMark(syntax.Data) {
			return list[i].entry.Category == lexicon.Use
		}
	}
	return false
}

func (r *reader) dataBefore(list []item, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if list[k].isMark(syntax.Data) {
			return true
		}
	}
	return false
}

func (r *reader) predicateBefore(list []item, i int) bool {
	return i > 0 && list[i-1].is(lexicon.Modal)
}

// findGroups joins actions that share what stands before and behind them.
func findGroups(list []item, frames []frame) {
	for f := range frames {
		frames[f].group = f
		if f == 0 || frames[f].unmarked != frames[f-1].unmarked || frames[f].relative != frames[f-1].relative {
			continue
		}
		if list[frames[f].item].depth != list[frames[f-1].item].depth {
			continue
		}
		if coordinated(list, frames[f-1].item, frames[f].item) {
			frames[f].group = frames[f-1].group
		}
	}
}

// coordinated reports whether only words that can join actions stand between
// actions a and b: 向(第三方)[提供]、[转让]或从(第三方)[获取].
func coordinated(list []item, a, b int) bool {
	joins, prose := 0, 0
	governed := false
	for k := a + 1; k <= b; k++ {
		it := &list[k]
		if it.depth > list[a].depth {
			return false
		}
		english := it.entry != nil && it.entry.English
		gap := it.gap
		if english || list[k-1].entry != nil && list[k-1].entry.English {
			gap = max(0, gap-2)
		}
		if !governed {
			prose += gap
		}
		if k == b {
			break
		}
		switch {
		case it.is(lexicon.To | lexicon.With | lexicon.From):
			if it.is(lexicon.List) {
				joins++
			}
			governed = !it.is(lexicon.List) || k+1 < b && list[k+1].isMark(syntax.Actor)
		case it.isMark(syntax.Actor):
			if !governed {
				return false
			}
			governed = false
		case it.is(lexicon.List):
			joins++
		case it.is(lexicon.Adverb | lexicon.Determiner | lexicon.Third | lexicon.Organisation | lexicon.Neutral):
		case it.is(lexicon.Modal) && joins > 0:
		case it.is(lexicon.Negation) && joins > 0:
		case it.is(lexicon.Break) && k+1 < b && list[k+1].is(lexicon.Negation) && list[k+1].gap == 0 && k == a+1:
			joins++
		case it.punct == comma && k+1 < b && list[k+1].is(lexicon.List), it.punct == comma && k+1 == b && it.gap == 0, it.punct == comma && english:
			joins++
		default:
			return false
		}
	}
	return prose <= 4*len("的") && (joins > 0 || b == a+1 && list[b].gap <= len("的"))
}
