package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// word is a word of the lexicon or one character of punctuation.
type word struct {
	source.Span
	entry *lexicon.Entry
	punct rune // 0 for a word
}

func (w *word) is(c lexicon.Class) bool { return w.entry.Is(c) }

// scan returns the words of a sentence that stand outside of marks, the longest
// first at each place. A mark is a word of its own without an entry.
func scan(b *syntax.Block, sentence source.Span) []word {
	var list []word
	plain, marks := b.Plain(), b.Marks()
	lex := lexicon.Default()
	next := 0
	for at := sentence.Start; at < sentence.End; {
		for next < len(marks) && marks[next].Plain.End <= at {
			next++
		}
		limit := sentence.End
		if next < len(marks) {
			m := marks[next].Plain
			if m.Start <= at {
				end := min(m.End, sentence.End)
				list = append(list, word{Span: source.Span{Start: at, End: end}, punct: object})
				at = end
				continue
			}
			limit = min(limit, m.Start)
		}
		before := byte(' ')
		if at > 0 {
			before = plain[at-1]
		}
		if e, n := lex.Find(plain[at:limit], before); e != nil {
			if e.Is(lexicon.To) && !e.English && !e.Is(lexicon.Verb) {
				// 提供给 is one word of the lexicon, and a verb and a preposition here.
				if v, n := longestVerb(lex, plain[at:at+n]); v != nil {
					list = append(list, word{Span: source.Span{Start: at, End: at + n}, entry: v})
					at += n
					continue
				}
			}
			list = append(list, word{Span: source.Span{Start: at, End: at + n}, entry: e})
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(plain[at:limit])
		if isBoundary(plain, at, r) {
			list = append(list, word{Span: source.Span{Start: at, End: at + n}, punct: r})
		}
		at += n
	}
	return list
}

// longestVerb returns the verb that a longer word starts with and how many bytes it
// takes, nil for none.
func longestVerb(lex *lexicon.Lexicon, s string) (*lexicon.Entry, int) {
	for end := len(s) - 1; end > 0; end-- {
		if utf8.RuneStart(s[end]) {
			if e := lex.Whole(s[:end]); e.Is(lexicon.Verb) {
				return e, end
			}
		}
	}
	return nil, 0
}

// isBoundary reports whether no name of data runs over the character at a place.
func isBoundary(plain string, at int, r rune) bool {
	switch r {
	case '-', '_', '/', '·', '+', '#', '&', '\'', '’', '.', '®':
		return r == '.' && (at+1 == len(plain) || plain[at+1] == ' ' || plain[at+1] == '\n') || r == '_' && (at == 0 || !isLetter(plain[at-1]))
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r) || r == '\n' || r == '\u3000'
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// cuts end a name of data on either side.
const cuts = lexicon.Verb | lexicon.To | lexicon.With | lexicon.From | lexicon.By | lexicon.Front | lexicon.Possessive | lexicon.Of |
	lexicon.Modal | lexicon.Negation | lexicon.User | lexicon.First | lexicon.More | lexicon.PartsOpen | lexicon.PartsClosed |
	lexicon.List | lexicon.PurposeLead | lexicon.PurposeTrail | lexicon.Determiner | lexicon.Ask | lexicon.Allow | lexicon.Agree |
	lexicon.Gloss | lexicon.Define | lexicon.ConditionTail | lexicon.Relative | lexicon.Passive | lexicon.SameData | lexicon.Via

// appendSeeds adds the verbs and the names of data of a sentence, which are not yet
// known to belong together.
func appendSeeds(seeds []seed, b *syntax.Block, sentence source.Span) []seed {
	words := scan(b, sentence)
	plain := b.Plain()
	english := !hasHan(plain[sentence.Start:sentence.End])
	start := len(seeds)
	seeds = actions(plain, words, english, seeds)
	verb := len(seeds) > start
	for _, m := range b.Marks() {
		verb = verb || m.Kind == syntax.Action && overlap(m.Plain, sentence)
	}
	if !verb {
		return seeds[:start]
	}
	for _, c := range clauses(words) {
		if !c.aside {
			seeds = appendNames(seeds, plain, words, c, sentence, english)
		}
	}
	return seeds
}

// appendNames adds the names of data in a clause: what lies between two cuts is a name
// when it ends like one.
func appendNames(seeds []seed, plain string, words []word, c clause, sentence source.Span, english bool) []seed {
	from, end := sentence.Start, sentence.End
	lead := c.first - 1 // the cut before
	if lead >= 0 {
		from = words[lead].End
	}
	if c.last < len(words) {
		end = words[c.last].Start
	}
	for i := c.first; i <= c.last; i++ {
		to := end
		if i < c.last {
			if w := &words[i]; w.punct == 0 && (!w.is(cuts) || isPartOfName(plain, words, i) || endsNames[w.entry.Word]) {
				continue
			}
			to = words[i].Start
		}
		party := i > 0 && words[i-1].End == to && words[i-1].is(lexicon.Third|lexicon.Organisation) && words[i-1].Start >= from
		if s, score := nameIn(plain, source.Span{Start: from, End: to}, english); !s.Empty() && !party {
			cue := ""
			if lead >= 0 && words[lead].punct == 0 && !words[lead].is(lexicon.List) {
				cue = plain[words[lead].Start:words[lead].End]
				if words[lead].is(lexicon.Possessive | lexicon.Verb) {
					score += 10
				}
			}
			seeds = append(seeds, seed{Span: s, kind: syntax.Data, score: score, rule: ruleData, cue: cue})
		}
		if i < c.last {
			from, lead = words[i].End, i
		}
	}
	return seeds
}

// isAction reports whether word i is a verb that may say what is done with data.
func isAction(plain string, words []word, i int, english bool) bool {
	w := &words[i]
	if !w.is(lexicon.Verb) || w.is(lexicon.Light) || isPartOfName(plain, words, i) {
		return false
	}
	for k := i + 1; k < len(words) && words[k].Start == words[k-1].End && !english; k++ {
		if words[k].is(lexicon.Of) {
			return false // 我们收集的信息, 您拍摄或选择的照片
		}
		if !words[k].is(lexicon.Verb|lexicon.List) && words[k].punct != '、' {
			break
		}
	}
	if i > 0 && words[i-1].End == w.Start && words[i-1].is(lexicon.Of|lexicon.Determiner|lexicon.Possessive) && !english {
		return false // 信息的收集
	}
	if i+1 < len(words) && words[i+1].Start == w.End && words[i+1].is(lexicon.ConditionTail|lexicon.Service) && !english {
		return false // 处理后, 浏览功能
	}
	return true
}

// isPartOfName reports whether word i, which would end a name, is part of one: 访问
// of 访问时间.
func isPartOfName(plain string, words []word, i int) bool {
	w := &words[i]
	if !w.is(lexicon.Verb) || w.entry.English {
		return false
	}
	rest := plain[w.End:]
	if analyses[w.entry.Lemma] && i > 0 && words[i-1].End == w.Start && words[i-1].entry != nil && words[i-1].entry.Word == "、" && (i+1 == len(words) || words[i+1].Start > w.End) {
		return true // 订单号、交易金额
	}
	for _, head := range nominal {
		if strings.HasPrefix(rest, head) {
			return true
		}
	}
	return false
}

// endsNames are words that end names of data, and conditions too.
var endsNames = list(`时间 期限 情况`)

// nominal are heads of names whose first part is a verb.
var nominal = []string{"时间", "日期", "次数", "频率", "方式", "习惯", "状态", "日志", "历史", "行为", "时长", "偏好", "关键词", "码", "号", "地址", "类型", "目的", "控制", "模型", "机制", "规则", "活动", "技术", "软件", "结果", "进度"}

// nameIn returns the name of data that a stretch between two cuts holds, and how
// sure that is; an empty span for none.
func nameIn(plain string, s source.Span, english bool) (source.Span, int) {
	text := plain[s.Start:s.End]
	s.Start += len(text) - len(strings.TrimLeft(text, trimmed))
	s.End -= len(text) - len(strings.TrimRight(text, trimmed))
	if s.End <= s.Start {
		return source.Span{}, 0
	}
	text = plain[s.Start:s.End]
	n := utf8.RuneCountInString(text)
	most := 16
	if english {
		most = 48
	}
	if n < 2 || n > most {
		return source.Span{}, 0
	}
	if score := dataScore(text, english); score > 0 {
		return s, score
	}
	return source.Span{}, 0
}

const trimmed = " \t\u00a0*"

func hasHan(s string) bool {
	for _, c := range s {
		if c >= 0x3400 && c <= 0x9FFF {
			return true
		}
	}
	return false
}
