package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// endsClause reports whether r is a character that no mark of any kind runs over.
func endsClause(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '!', '?', ';', '\n':
		return true
	}
	return false
}

// stopsAt says, for each kind, which words end a mark of it that was left open.
var stopsAt = [...]lexicon.Class{
	syntax.Actor:   lexicon.Modal | lexicon.Ask | lexicon.Negation | lexicon.Adverb | lexicon.Front,
	syntax.Data:    lexicon.List | lexicon.More | lexicon.PurposeTrail | lexicon.To | lexicon.With | lexicon.Modal,
	syntax.Purpose: 0,
}

// leadsIn says, for each kind, behind which words a mark of it can start.
var leadsIn = [...]lexicon.Class{
	syntax.Actor:   startsAfter[syntax.Actor] | lexicon.Agree | lexicon.Determiner | lexicon.Modal | lexicon.Of | lexicon.ConditionLead,
	syntax.Action:  startsAfter[syntax.Data] | lexicon.Modal | lexicon.Adverb,
	syntax.Data:    startsAfter[syntax.Data] | lexicon.Of | lexicon.User | lexicon.Modal | lexicon.PartsOpen | lexicon.PartsClosed,
	syntax.Purpose: startsAfter[syntax.Purpose] | lexicon.User | lexicon.First | lexicon.Possessive | lexicon.Benefit | lexicon.To,
}

// maxPlaces is how many places are offered for a bracket that is missing.
const maxPlaces = 8

// places collects byte offsets of a plain text, the likeliest first.
type places []int

func (p *places) add(at int) {
	for _, have := range *p {
		if have == at {
			return
		}
	}
	if len(*p) < maxPlaces {
		*p = append(*p, at)
	}
}

// likelyEnds returns where the text of a mark of that kind may end which starts at
// the byte offset from of plain and cannot reach past limit, the likeliest first.
func likelyEnds(x *rule.Index, plain string, kind syntax.Kind, from, limit int) []int {
	var list places
	add := func(at int) {
		if s := annotate.Trim(plain, source.Span{Start: from, End: at}); !s.Empty() {
			list.add(s.End)
		}
	}
	// Words that are so marked elsewhere are so marked here.
	for at := min(limit, from+rule.MaxWords); at > from; at-- {
		if utf8.RuneStart(byteAt(plain, at)) && x.Marked(plain[from:at], kind.String()) > 0 {
			add(at)
			break
		}
	}
	add(likelyEnd(plain, kind, from, limit))
	words := lexicon.Default()
	var weak []int
	for at := from; at < limit; {
		r, n := utf8.DecodeRuneInString(plain[at:])
		e, word := words.Find(plain[at:limit], before(plain, at))
		if e != nil {
			n = word
		}
		switch {
		case endsClause(r), isLatinStop(plain, at, kind):
			add(at)
		case kind == syntax.Action && e.Is(lexicon.Verb):
			add(at + n)
		case kind == syntax.Purpose && e.Is(lexicon.ConditionTail) && at > from:
			// 当您{注册账号}时，: the word that ends a condition stays outside.
			add(at)
		case kind == syntax.Actor && e.Is(parties):
			add(at + n)
		case strings.ContainsRune("、（）(", r), e.Is(stopsAt[kind]|lexicon.List|lexicon.Break|lexicon.More) && at > from:
			weak = append(weak, at)
		}
		at += n
	}
	add(limit)
	for _, at := range weak {
		add(at)
	}
	return list
}

func byteAt(s string, at int) byte {
	if at >= len(s) {
		return 0
	}
	return s[at]
}

// parties are the words that name who acts or receives.
const parties = lexicon.First | lexicon.User | lexicon.Third | lexicon.Organisation | lexicon.Medium

// likelyStarts returns where the text of a mark of that kind may start which ends
// at the byte offset to of plain, the likeliest first. It cannot reach back before
// far and most likely not before near, where another mark ends.
func likelyStarts(x *rule.Index, plain string, kind syntax.Kind, near, far, to int) []int {
	var list places
	list.addStarts(x, plain, kind, near, to)
	if far < near {
		list.addStarts(x, plain, kind, far, to)
	}
	return list
}

func (p *places) addStarts(x *rule.Index, plain string, kind syntax.Kind, limit, to int) {
	add := func(at int) {
		if s := annotate.Trim(plain, source.Span{Start: at, End: to}); s.Start < to {
			p.add(s.Start)
		}
	}
	for at := max(limit, to-rule.MaxWords); at < to; at++ {
		if utf8.RuneStart(plain[at]) && x.Marked(plain[at:to], kind.String()) > 0 {
			add(at)
			break
		}
	}
	add(likelyStart(plain, kind, limit, to))
	words := lexicon.Default()
	var strong, weak, older []int
	for at := limit; at < to; {
		r, n := utf8.DecodeRuneInString(plain[at:])
		e, word := words.Find(plain[at:to], before(plain, at))
		if e != nil {
			n = word
		}
		switch {
		case endsClause(r), isLatinStop(plain, at, kind):
			strong = append(strong, at+n)
			older, weak = weak, nil
		case kind == syntax.Action && e.Is(lexicon.Verb):
			strong = append(strong, at)
		case strings.ContainsRune("、（）(", r), e.Is(leadsIn[kind]):
			if kind == syntax.Purpose && e.Is(lexicon.Benefit) {
				weak = append(weak, at)
			}
			weak = append(weak, at+n)
			if _, first := utf8.DecodeRuneInString(plain[at:]); e != nil && first < n {
				// The lexicon knows 为保证 and 向其 as one word.
				weak = append(weak, at+first)
				n = first
			}
		case kind == syntax.Purpose && e.Is(lexicon.Verb):
			weak = append(weak, at)
		}
		at += n
	}
	for i := range weak {
		if kind != syntax.Purpose {
			add(weak[len(weak)-1-i]) // data and parties are short
		} else if i < maxPlaces/2 {
			add(weak[i])
		}
	}
	if kind == syntax.Purpose {
		// A purpose may hold a comma: 为{…，…}.
		for _, at := range append(older, weak[min(len(weak), maxPlaces/2):]...) {
			add(at)
		}
	}
	add(limit)
	for i := len(strong) - 1; i >= 0; i-- {
		add(strong[i])
	}
}

// likelyEnd returns where the text of a mark of that kind most likely ends which
// starts at the byte offset from of plain and cannot reach past limit.
func likelyEnd(plain string, kind syntax.Kind, from, limit int) int {
	words := lexicon.Default()
	at := from
	for at < limit {
		r, n := utf8.DecodeRuneInString(plain[at:])
		if endsClause(r) || kind == syntax.Data && r == '、' || isLatinStop(plain, at, kind) {
			break
		}
		e, word := words.Find(plain[at:limit], before(plain, at))
		if kind == syntax.Action {
			if e.Is(lexicon.Verb) {
				return at + word
			}
			if utf8.RuneCountInString(plain[from:at]) >= 2 {
				break
			}
		}
		if at > from && e.Is(stopsAt[kind]) {
			break
		}
		if e != nil {
			n = word
		}
		at += n
	}
	return annotate.Trim(plain, source.Span{Start: from, End: at}).End
}

// isLatinStop reports whether an ASCII full stop or comma at an offset ends a
// clause.
func isLatinStop(plain string, at int, kind syntax.Kind) bool {
	c := plain[at]
	if c != '.' && (c != ',' || kind == syntax.Purpose) {
		return false
	}
	return at+1 == len(plain) || plain[at+1] == ' ' || plain[at+1] == '\n'
}

// startsAfter says, for each kind, behind which words a mark of it starts that
// was only closed.
var startsAfter = [...]lexicon.Class{
	syntax.Actor:   lexicon.To | lexicon.With | lexicon.From | lexicon.By | lexicon.Possessive | lexicon.List | lexicon.Break | lexicon.PurposeLead,
	syntax.Data:    lexicon.Possessive | lexicon.Verb | lexicon.List | lexicon.Front | lexicon.PartsOpen | lexicon.PartsClosed,
	syntax.Purpose: lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.ConditionLead,
}

// likelyStart returns where the text of a mark of that kind most likely starts
// which ends at the byte offset to of plain and cannot reach back before limit.
func likelyStart(plain string, kind syntax.Kind, limit, to int) int {
	words := lexicon.Default()
	start, verb := limit, -1
	for at := limit; at < to; {
		r, n := utf8.DecodeRuneInString(plain[at:])
		e, word := words.Find(plain[at:to], before(plain, at))
		if e != nil {
			n = word
		}
		switch {
		case e.Is(lexicon.Verb) && at+n == to:
			verb = at
		case endsClause(r), kind == syntax.Data && r == '、', isLatinStop(plain, at, kind):
			start = at + n
		case kind == syntax.Action:
			start = at + n
		case e.Is(startsAfter[kind]) && at+n < to:
			start = at + n
		}
		at += n
	}
	if kind == syntax.Action && verb >= 0 {
		return verb
	}
	if kind == syntax.Action {
		start = max(limit, lastRunes(plain, to, 2))
	}
	return annotate.Trim(plain, source.Span{Start: start, End: to}).Start
}

// lastRunes returns where the last n code points before the byte offset to start.
func lastRunes(plain string, to, n int) int {
	for ; n > 0 && to > 0; n-- {
		r, size := utf8.DecodeLastRuneInString(plain[:to])
		if unicode.IsSpace(r) {
			break
		}
		to -= size
	}
	return to
}

// before returns the byte before an offset, a line feed at the start.
func before(s string, at int) byte {
	if at == 0 {
		return '\n'
	}
	return s[at-1]
}
