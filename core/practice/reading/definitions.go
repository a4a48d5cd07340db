package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Distances and lengths, in bytes.
const (
	maxToTerm     = 8 * hanSize // from a word such as 简称 to the name that it gives: 简称您的“X”
	maxTerm       = 60          // of a name: twenty characters
	maxMarkToName = 2 * hanSize // from a mark to the parenthesis that names it: two unknown characters
	maxWordToName = 2           // from unmarked words for a party to that parenthesis: spaces
)

// findDefinitions finds the names that a sentence gives: 上述信息构成“订单信息”,
// （以下简称“支付机构”）, “X”是指…, referred to as “X”.
func (r *reader) findDefinitions(span source.Span) {
	list := r.tokensIn(span)
	for i := range list {
		k := &list[i]
		if !k.entry.Is(lexicon.Define) {
			continue
		}
		if term, ok := r.quoteBehind(int(k.end), span.End); ok {
			if k.entry.Has(lexicon.Composes) {
				r.define(term, nil, source.Span{Start: span.Start, End: term.End})
				r.definitions[len(r.definitions)-1].Above = true
			} else {
				r.defineBefore(term, int(k.start), span)
			}
		} else if k.entry.Has(lexicon.Equates) {
			at := int(k.start)
			if i > 0 && list[i-1].punct == comma && int(list[i-1].end) == at {
				at = int(list[i-1].start) // “X”，是指…
			}
			if term, ok := r.quoteBefore(at, span.Start); ok {
				r.define(term, r.dataBehind(int(k.end), span.End), source.Span{Start: term.Start, End: span.End})
			}
		}
	}
}

// quoteBehind returns what stands in quotation marks right behind the byte offset
// at; a word such as 您的 or as may stand between.
func (r *reader) quoteBehind(at, end int) (source.Span, bool) {
	rest := r.plain[at:end]
	for i, c := range rest {
		switch c {
		case '“', '"', '「', '‘':
			inner := rest[i+utf8.RuneLen(c):]
			n := strings.IndexAny(inner, "”\"」’")
			start := end - len(inner)
			return source.Span{Start: start, End: start + n}, 0 < n && n <= maxTerm
		case '，', '。':
			return source.Span{}, false
		}
		if i > maxToTerm {
			break
		}
	}
	return source.Span{}, false
}

// quoteBefore returns what stands in quotation marks right before the byte offset at.
func (r *reader) quoteBefore(at, start int) (source.Span, bool) {
	before := strings.TrimRight(r.plain[start:at], " ")
	for _, q := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"「", "」"}} {
		inner, ok := strings.CutSuffix(before, q[1])
		if !ok {
			continue
		}
		if i := strings.LastIndex(inner, q[0]); i >= 0 {
			return source.Span{Start: start + i + len(q[0]), End: start + len(inner)}, true
		}
	}
	return source.Span{}, false
}

func (r *reader) define(term source.Span, members []practice.Value, s source.Span) {
	r.definitions = append(r.definitions, practice.Define(r.text(term), practice.Place{Block: r.block, Span: s}, members))
}

// dataBehind returns the marked data between two byte offsets.
func (r *reader) dataBehind(from, to int) []practice.Value {
	var list []practice.Value
	for m := r.markAt(from); m < len(r.marks) && r.marks[m].Plain.Start < to; m++ {
		if r.marks[m].Kind == syntax.Data {
			put(&list, r.marked(m, ""))
		}
	}
	return list
}

// defineBefore defines what stands before （以下简称“X”）: the data, the party or the
// parties in the parenthesis before it. at is where the words in the parenthesis start
// that give the name.
func (r *reader) defineBefore(term source.Span, at int, span source.Span) {
	from := span.Start
	if i := strings.LastIndexAny(r.plain[span.Start:at], "（("); i >= 0 {
		from += i
		if members := r.listedIn(source.Span{Start: from, End: at}); len(members) > 0 {
			r.define(term, members, source.Span{Start: from, End: term.End})
			return
		}
	}
	if members := r.allMarkedBefore(at, span.Start); len(members) > 1 {
		r.define(term, members, source.Span{Start: members[0].Place.Start, End: term.End})
		return
	}
	v := r.markedBefore(from, span.Start)
	if v == nil {
		v = r.partyBefore(from, span.Start)
	}
	if v == nil {
		r.define(term, nil, term)
		return
	}
	r.define(term, []practice.Value{*v}, source.Span{Start: v.Place.Start, End: term.End})
}

// listedIn returns the members that a parenthesis lists before it gives their name:
// （包括甲、乙，以下称“X”）. nil says that it lists nothing.
func (r *reader) listedIn(s source.Span) []practice.Value {
	if inner := r.text(s); strings.Contains(inner, "，") || strings.Contains(inner, "、") || strings.Contains(inner, ", ") {
		return r.named(s)
	}
	return nil
}

// allMarkedBefore returns the marked data of the list right before the byte offset at, not
// before limit: 您的<姓名>和<积分>合称“X”.
func (r *reader) allMarkedBefore(at, limit int) []practice.Value {
	var list []practice.Value
	for m := r.markAt(at) - 1; m >= 0 && r.marks[m].Plain.Start >= limit; m-- {
		s := r.marks[m].Plain
		if r.marks[m].Kind != syntax.Data || s.End > at || !r.joinsData(source.Span{Start: s.End, End: at}) {
			break
		}
		list = append(list, *r.marked(m, ""))
		at = s.Start
	}
	slices.Reverse(list)
	return list
}

// joinsData reports whether nothing stands in a span but words that join members of a list,
// or say whose they are.
func (r *reader) joinsData(span source.Span) bool {
	end := span.Start
	for _, k := range r.tokensIn(span) {
		if !blank(r.plain[end:k.start]) || k.punct != noPunct && k.punct != comma || k.punct == noPunct && !k.entry.Is(lexicon.List|lexicon.With|lexicon.Possessive|lexicon.Determiner|lexicon.User|lexicon.Of|lexicon.Adverb|lexicon.More) {
			return false
		}
		end = int(k.end)
	}
	return blank(r.plain[end:span.End])
}

// markedBefore returns the marked data or the party right before the byte offset from, not
// before limit, nil for none.
func (r *reader) markedBefore(from, limit int) *practice.Value {
	for m := r.markAt(from) - 1; m >= 0 && r.marks[m].Plain.Start >= limit; m-- {
		s := r.marks[m].Plain
		if s.End < from-maxMarkToName {
			return nil
		}
		if s.End > from || r.marks[m].Kind != syntax.Data && r.marks[m].Kind != syntax.Actor {
			continue
		}
		v := r.marked(m, "")
		if r.marks[m].Kind == syntax.Actor {
			if v.Party, _ = r.partyOf(m); v.Party == practice.UnknownParty {
				v.Party = practice.ThirdParty
			}
		}
		return v
	}
	return nil
}

// partyBefore returns the party whose unmarked name stands right before the byte offset
// from, not before limit, nil for none: 杭州某某公司（以下简称“X”）.
func (r *reader) partyBefore(from, limit int) *practice.Value {
	for t := r.tokenAt(from) - 1; t >= 0 && int(r.tokens[t].end) >= from-maxWordToName && int(r.tokens[t].start) >= limit; t-- {
		if k := &r.tokens[t]; k.entry.Is(lexicon.Third | lexicon.Organisation | lexicon.First) {
			return r.third(source.Span{Start: r.nameStart(t, limit), End: int(k.end)})
		}
	}
	return nil
}

// endsName are the words that no name runs back over.
const endsName = lexicon.By | lexicon.With | lexicon.To | lexicon.From | lexicon.Of | lexicon.Break | lexicon.Modal | lexicon.Verb |
	lexicon.List | lexicon.Possessive | lexicon.PurposeLead | lexicon.ConditionLead | lexicon.Front | lexicon.Define | lexicon.Determiner

// nameStart returns where the name starts that token t ends, such as 杭州某某网络科技
// before 公司; not before the byte offset limit.
func (r *reader) nameStart(t, limit int) int {
	start := int(r.tokens[t].start)
	for start > limit {
		for t--; t >= 0 && int(r.tokens[t].end) > start; t-- {
		}
		if t >= 0 && int(r.tokens[t].end) == start {
			if r.tokens[t].entry.Is(endsName) {
				break
			}
			start = max(limit, int(r.tokens[t].start))
			continue
		}
		t++ // it stands further ahead
		c, n := utf8.DecodeLastRuneInString(r.plain[:start])
		if c < utf8.RuneSelf || !unicode.IsLetter(c) {
			break
		}
		start -= n
	}
	return start
}

// named returns the names that a parenthesis lists.
func (r *reader) named(s source.Span) []practice.Value {
	var list []practice.Value
	start := s.Start
	flush := func(end int) {
		piece := trimSpan(r.plain, source.Span{Start: start, End: end})
		t := r.tokenAt(piece.Start)
		for t < len(r.tokens) && int(r.tokens[t].start) == piece.Start && r.tokens[t].entry.Is(lexicon.PartsClosed|lexicon.PartsOpen) {
			piece.Start = int(r.tokens[t].end)
			t++
		}
		piece.End = r.namesEnd(piece)
		if !piece.Empty() && piece.Len() <= maxTerm {
			put(&list, r.third(piece))
		}
	}
	for i, c := range r.text(s) {
		if c == '（' || c == '(' || c == '、' || c == '，' || c == ',' {
			if i > 0 {
				flush(s.Start + i)
			}
			start = s.Start + i + utf8.RuneLen(c)
		}
	}
	flush(s.End)
	return list
}

// namesEnd returns the byte offset where the names of a stretch of the plain text end:
// at 等, else at the end of the stretch.
func (r *reader) namesEnd(s source.Span) int {
	for i := range r.text(s) {
		if lexicon.Default().StartOf(r.plain[s.Start+i:s.End], lexicon.EndsNames) != nil {
			return s.Start + i
		}
	}
	return s.End
}
