package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// findDefinitions finds the names that a sentence gives: 上述信息构成“订单信息”,
// （以下简称“支付机构”）, “X”是指…, referred to as “X”.
func (r *reader) findDefinitions(span source.Span) {
	for t := r.tokenAt(span.Start); t < len(r.tokens) && int(r.tokens[t].start) < span.End; t++ {
		k := &r.tokens[t]
		if !k.entry.Is(lexicon.Define) {
			continue
		}
		term, quoted := r.quoteBehind(int(k.end), span.End)
		if !quoted {
			if term, quoted = r.quoteBefore(int(k.start), span.Start); quoted && (k.entry.Word == "是指" || k.entry.Word == "指" || k.entry.Word == "means") {
				r.define(term, r.dataBehind(int(k.end), span.End), source.Span{Start: term.Start, End: span.End})
			}
			continue
		}
		switch word := k.entry.Word; {
		case word == "构成":
			r.define(term, nil, source.Span{Start: span.Start, End: term.End})
			r.definitions[len(r.definitions)-1].Above = true
		default:
			r.defineBefore(term, int(k.start), span)
		}
	}
}

// quoteBehind returns what stands in quotation marks right behind the byte offset
// at; a word such as 您的 or as may stand between.
func (r *reader) quoteBehind(at, end int) (source.Span, bool) {
	rest := r.plain[at:end]
	open, size := -1, 0
	for i, c := range rest {
		if c == '“' || c == '"' || c == '「' || c == '‘' {
			open, size = i, len(string(c))
			break
		}
		if i > 8*hanSize || c == '，' || c == '。' {
			break
		}
	}
	if open < 0 {
		return source.Span{}, false
	}
	inner := rest[open+size:]
	i := strings.IndexAny(inner, "”\"」’")
	if i <= 0 || i > 60 {
		return source.Span{}, false
	}
	return source.Span{Start: at + open + size, End: at + open + size + i}, true
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
// parties in the parenthesis before it.
func (r *reader) defineBefore(term source.Span, at int, span source.Span) {
	from := span.Start
	if i := strings.LastIndexAny(r.plain[span.Start:at], "（("); i >= 0 {
		from = span.Start + i
		if inner := r.plain[from:at]; strings.Contains(inner, "，") || strings.Contains(inner, "、") || strings.Contains(inner, ", ") {
			// （包括甲、乙，以下称“X”）: the members stand in the parenthesis.
			if members := r.named(source.Span{Start: from, End: at}); len(members) > 0 {
				r.define(term, members, source.Span{Start: from, End: term.End})
				return
			}
		}
	}
	// The mark, or the words for a party, right before the parenthesis.
	for m := r.markAt(from) - 1; m >= 0 && r.marks[m].Plain.Start >= span.Start; m-- {
		s := r.marks[m].Plain
		if s.End < from-2*hanSize {
			break
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
		r.define(term, []practice.Value{*v}, source.Span{Start: s.Start, End: term.End})
		return
	}
	for t := r.tokenAt(from) - 1; t >= 0 && int(r.tokens[t].end) >= from-2 && int(r.tokens[t].start) >= span.Start; t-- {
		if k := &r.tokens[t]; k.entry.Is(lexicon.Third | lexicon.Organisation | lexicon.First) {
			s := source.Span{Start: r.nameStart(t, span.Start), End: int(k.end)}
			r.define(term, []practice.Value{*r.third(s)}, source.Span{Start: s.Start, End: term.End})
			return
		}
	}
	r.define(term, nil, term)
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
		if i := strings.Index(r.text(piece), "等"); i >= 0 {
			piece.End = piece.Start + i
		}
		if !piece.Empty() && piece.Len() <= 60 {
			put(&list, r.third(piece))
		}
	}
	for i, c := range r.text(s) {
		if c == '（' || c == '(' || c == '、' || c == '，' || c == ',' {
			if i > 0 {
				flush(s.Start + i)
			}
			start = s.Start + i + len(string(c))
		}
	}
	flush(s.End)
	return list
}
