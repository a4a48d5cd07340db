package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

const (
	maxHeadNounGap = hanSize     // bytes before a head noun outside of a mark: a single character
	maxWholeGap    = 2 * hanSize // bytes of unknown words between 等 and the whole
	minRepeated    = 2 * hanSize // bytes: a shorter name may stand in a clause by chance

	clauseEnds = "，；,;" // end the clause before one that names parts
)

// assignData puts the data of a frame into the practice: members of groups into
// Groups, all else into Data.
func (s *scope) assignData(fr *frame, p *practice.Practice) {
	member := s.groupsOf(fr, p)
	p.Data = make([]practice.Value, 0, len(fr.data)+len(fr.carried))
	for i, l := range fr.data {
		role := practice.RoleObject
		if member[i] {
			role = practice.RoleMember
		} else {
			v := s.value(l)
			put(&p.Data, &v)
		}
		m := s.items[l.item].mark
		if s.roles[m].Name == "" {
			s.roles[m] = s.qualified(m, practice.Role{Name: role, Evidence: practice.Read, Rule: l.rule, Cue: l.cue, Margin: plainMargin})
		}
	}
	s.glosses(fr, p)
	p.Data = append(p.Data, fr.carried...)
}

// glosses finds data that only says the same in other words: <地址>（可能是您的<家庭
// 地址>）.
func (s *scope) glosses(fr *frame, p *practice.Practice) {
	for i := 1; i < len(fr.data); i++ {
		k := fr.data[i].item
		g := k - 1
		for g > 0 && s.is(g, lexicon.Possessive|lexicon.Determiner) {
			g--
		}
		if !s.is(g, lexicon.Gloss) || s.items[g].gap > 0 || g == 0 || s.items[g-1].punct != openParen && s.items[g-1].punct != comma || s.items[fr.data[i-1].item].depth > s.items[k].depth {
			continue
		}
		for d := range p.Data {
			if p.Data[d].Place.Span == s.items[k].Span {
				p.Data[d].SameAs = s.text(s.items[fr.data[i-1].item].Span)
				derive(p, "gloss")
			}
		}
	}
}

// groupsOf finds which data of a frame are parts of other data, and reports for
// each whether it is a part.
func (s *scope) groupsOf(fr *frame, p *practice.Practice) []bool {
	member := make([]bool, len(fr.data))
	for i := range fr.data {
		k := fr.data[i].item
		if g, ok := s.nested(fr.data[i]); ok {
			p.Groups = append(p.Groups, g)
			derive(p, "group-nested")
		}
		parts := s.parts(fr.data, i)
		if len(parts.members) == 0 {
			continue
		}
		g := s.groupWith(fr, i, parts, member)
		if i > 0 && !member[i-1] && fr.data[i-1].item == k-2 && s.sharesName(k) && parts.rule == inParentheses {
			span := source.Span{Start: s.items[k-2].Start, End: s.items[k].End}
			g.Parent.Text, g.Parent.Place = s.text(span), s.place(span)
		}
		p.Groups = append(p.Groups, g)
		derive(p, parts.rule)
	}
	s.groupsBehind(fr, p, member)
	s.namedParts(fr, p, member)
	return member
}

// sharesName reports whether the data at item k and the two items before it name one
// whole: 商品或服务信息（…）.
func (s *scope) sharesName(k int) bool {
	return s.has(k-1, lexicon.SharesName) && s.adjoins(k-1) && s.adjoins(k)
}

// groupWith makes a group of data i of a frame and its parts, which become members.
func (s *scope) groupWith(fr *frame, i int, parts partList, member []bool) practice.Group {
	g := practice.Group{Parent: s.value(fr.data[i]), Cue: parts.cue, Open: parts.open, Evidence: practice.Read}
	for _, c := range parts.members {
		if c == i {
			continue
		}
		member[c] = true
		v := s.value(fr.data[c])
		v.Rule = parts.rule
		put(&g.Children, &v)
	}
	return g
}

//
//go:noinline
func derive(p *practice.Practice, rule string) {
	for _, d := range p.Derivation {
		if d == rule {
			return
		}
	}
	p.Derivation = append(p.Derivation[:len(p.Derivation):len(p.Derivation)], rule)
}

// nested returns the group of data marks that stand inside a data mark.
func (s *scope) nested(l link) (practice.Group, bool) {
	m := s.items[l.item].mark
	g := practice.Group{Cue: "", Evidence: practice.Marked}
	for c := m + 1; c < len(s.marks) && s.marks[c].Plain.Start < s.marks[m].Plain.End; c++ {
		if s.marks[c].Parent == m && s.marks[c].Kind == syntax.Data {
			put(&g.Children, s.marked(c, "group-nested"))
			s.roles[c] = s.qualified(c, practice.Role{Name: practice.RoleMember, Evidence: practice.Marked, Rule: "group-nested", Margin: plainMargin})
		}
	}
	if len(g.Children) == 0 {
		return g, false
	}
	g.Parent = s.value(l)
	return g, true
}

// partList are data that are parts of other data. The zero value has none.
type partList struct {
	members []int  // indices in the data of the frame
	cue     string // the words that say so
	open    bool   // there may be others: 等
	rule    string
}

// The rules by which parts are found.
const (
	inParentheses = "group-parenthesis"
	behindCue     = "group-cue"
)

// parts returns the parts of data i.
func (s *scope) parts(data []link, i int) partList {
	k := data[i].item
	depth := s.items[k].depth
	at := k + 1
	// The head noun of the mark may stand outside: <设备>信息（包括…）.
	for s.is(at, lexicon.DataNoun|lexicon.More|lexicon.Service) && s.items[at].gap <= maxHeadNounGap {
		at++
	}
	switch {
	case s.isPunct(at, openParen):
		return s.partsInParentheses(data, at, depth+1)
	case s.isPunct(at, comma) && s.partsWord(at+1):
		return s.listBehind(data, at+1, depth)
	case s.partsWord(at) && s.items[at].depth == depth:
		return s.listBehind(data, at, depth)
	case s.isPunct(at, colon) && at == k+1 && (s.isMark(at+1, syntax.Data) || s.is(at+1, lexicon.Possessive)):
		// <信息>：<姓名>、<电话>
		return s.listFrom(data, at+1, depth, s.text(s.items[at].Span), false)
	}
	return partList{}
}

// partsInParentheses returns the data in the parentheses that open at item at, whose words
// lie at a depth: <信息>（包括<姓名>、<电话>等）.
func (s *scope) partsInParentheses(data []link, at, depth int) partList {
	cue := at
	found := partList{rule: inParentheses}
	if s.is(at+1, lexicon.Gloss|lexicon.PartsOpen|lexicon.PartsClosed) && s.items[at+1].gap <= oneSpace {
		if s.is(at+1, lexicon.Gloss) {
			return partList{} // the same in other words: （即<…>）
		}
		cue = at + 1
		found.open = s.isOpen(cue)
	}
	found.cue = s.text(s.items[cue].Span)
	for j := at + 1; j < len(s.items) && s.items[j].depth >= depth; j++ {
		if s.items[j].depth > depth {
			continue
		}
		if c := indexOf(data, j); c >= 0 {
			found.members = append(found.members, c)
		}
		found.open = found.open || s.is(j, lexicon.More)
	}
	return found
}

// isOpen reports whether parts other than those named may exist behind the word at item
// k: 例如.
func (s *scope) isOpen(k int) bool {
	return s.is(k, lexicon.PartsOpen) && !s.is(k, lexicon.PartsClosed)
}

// partsWord reports whether item k introduces parts of the data before it.
func (s *scope) partsWord(k int) bool {
	if !s.is(k, lexicon.PartsOpen|lexicon.PartsClosed) || s.items[k].gap > s.grammar.space()+oneSpace {
		return false
	}
	if s.is(k, lexicon.ConditionLead|lexicon.Verb) {
		return s.dataFollows(k + 1)
	}
	return true
}

// listBehind returns the data of the list behind the word at item k that introduces parts.
func (s *scope) listBehind(data []link, k, depth int) partList {
	return s.listFrom(data, k+1, depth, s.text(s.items[k].Span), s.isOpen(k))
}

// listFrom returns the data of the list that starts at item at.
func (s *scope) listFrom(data []link, at, depth int, cue string, open bool) partList {
	found := partList{cue: cue, open: open, rule: behindCue}
	first := -1
	for j := at; j < len(s.items) && s.items[j].depth >= depth; j++ {
		it := &s.items[j]
		if it.depth > depth {
			continue
		}
		if c := indexOf(data, j); c >= 0 {
			if first < 0 {
				first = j
			}
			found.members = append(found.members, c)
			continue
		}
		found.open = found.open || it.is(lexicon.More)
		if s.endsParts(first, j) {
			break
		}
	}
	return found
}

// endsParts reports whether item k, which is no part, ends a list of parts; first is the
// item of the first part, -1 when none has come.
func (s *scope) endsParts(first, k int) bool {
	it := &s.items[k]
	switch {
	case it.punct == comma:
		return s.grammar.commaEndsParts(s, first, k)
	case it.punct == semicolon, it.isMark(syntax.Purpose):
		return true
	}
	return first >= 0 && it.is(lexicon.More|lexicon.Modal)
}

// indexOf returns the index in data of the link to an item, -1 when there is none.
func indexOf(data []link, item int) int {
	for i := range data {
		if data[i].item == item {
			return i
		}
	}
	return -1
}

// groupsBehind finds lists whose whole is named behind them: <姓名>、<电话>等<个人信息>.
func (s *scope) groupsBehind(fr *frame, p *practice.Practice, member []bool) {
	for i := 1; i < len(fr.data); i++ {
		k := fr.data[i].item
		if member[i] || k < 2 || !s.is(k-1, lexicon.More) || s.items[k-1].gap > 0 || s.items[k].gap > maxWholeGap || !s.isMark(k-2, syntax.Data) {
			continue
		}
		g := practice.Group{Parent: s.value(fr.data[i]), Cue: s.text(s.items[k-1].Span), Open: true, Evidence: practice.Read}
		for c := range s.before(i) {
			if member[c] || s.items[fr.data[c].item].depth != s.items[k].depth || c < i-1 && !s.separatedOnly(fr.data[c].item, fr.data[c+1].item) {
				break
			}
			member[c] = true
			v := s.value(fr.data[c])
			v.Rule = "group-behind"
			g.Children = append([]practice.Value{v}, g.Children...)
		}
		if len(g.Children) > 0 {
			p.Groups = append(p.Groups, g)
			derive(p, "group-behind")
		}
	}
}

// separatedOnly reports whether two data stand in one list: only separators stand
// between, no owner of its own.
func (s *scope) separatedOnly(a, b int) bool {
	lists := false
	for k := a + 1; k < b; k++ {
		if !s.is(k, lexicon.List) && s.items[k].depth == s.items[a].depth {
			return false
		}
		lists = lists || s.is(k, lexicon.List)
	}
	return lists
}

// namedParts finds data whose parts are named of it as an anaphor in a clause of
// its own: <实名信息>，这些实名信息可能包括<身份证>.
func (s *scope) namedParts(fr *frame, p *practice.Practice, member []bool) {
	for i := range fr.data {
		parent := s.text(s.items[fr.data[i].item].Span)
		if len(parent) < minRepeated || member[i] {
			continue
		}
		for k := fr.data[i].item + 1; k < len(s.items); k++ {
			if !s.is(k, lexicon.PartsOpen|lexicon.PartsClosed) || s.items[k].depth != s.items[fr.data[i].item].depth || s.items[k].segment <= s.items[fr.data[i].item].segment {
				continue
			}
			from := s.items[fr.data[i].item].End
			clause := s.plain[from:s.items[k].Start]
			j := strings.LastIndexAny(clause, clauseEnds)
			if j < 0 || !strings.Contains(clause[j:], parent) && !(i == 0 && len(fr.data) > 1 && s.pointsIn(fr.data[i].item, k)) {
				break
			}
			parts := s.listFrom(fr.data, k+1, s.items[k].depth, s.text(s.items[k].Span), s.is(k, lexicon.PartsOpen))
			g := s.groupWith(fr, i, parts, member)
			if len(g.Children) > 0 {
				p.Groups = append(p.Groups, g)
				derive(p, parts.rule)
			}
			break
		}
	}
}

// pointsIn reports whether words that stand for data stand between two items: 这些信
// 息可能包括….
func (s *scope) pointsIn(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.is(k, lexicon.SameData) && s.sameClause(k, b) {
			return true
		}
	}
	return false
}
