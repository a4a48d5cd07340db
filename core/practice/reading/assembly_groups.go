package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
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
			s.roles[m] = s.qualified(m, practice.Role{Name: role, Evidence: practice.Read, Rule: l.rule, Cue: l.cue, Margin: 3})
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
		children, cue, open, rule := s.parts(fr.data, i)
		if len(children) == 0 {
			continue
		}
		g := practice.Group{Parent: s.value(fr.data[i]), Cue: cue, Open: open, Evidence: practice.Read}
		for _, c := range children {
			member[c] = true
			v := s.value(fr.data[c])
			v.Rule = rule
			put(&g.Children, &v)
		}
		if i > 0 && !member[i-1] && k > 1 && s.is(k-1, lexicon.List) && s.items[k-1].entry.Word == "或" && s.adjoins(k-1) && s.adjoins(k) && fr.data[i-1].item == k-2 && rule == "group-parenthesis" {
			// 商品或服务信息（…）: the two are one.
			span := source.Span{Start: s.items[k-2].Start, End: s.items[k].End}
			g.Parent.Text, g.Parent.Place = s.text(span), s.place(span)
		}
		p.Groups = append(p.Groups, g)
		derive(p, rule)
	}
	s.groupsBehind(fr, p, member)
	s.namedParts(fr, p, member)
	return member
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
			s.roles[c] = s.qualified(c, practice.Role{Name: practice.RoleMember, Evidence: practice.Marked, Rule: "group-nested", Margin: 3})
		}
	}
	if len(g.Children) == 0 {
		return g, false
	}
	g.Parent = s.value(l)
	return g, true
}

// parts returns the indices in data of what are parts of data i, with the words
// that say so.
func (s *scope) parts(data []link, i int) (children []int, cue string, open bool, rule string) {
	k := data[i].item
	at := k + 1
	// The head noun of the mark may stand outside: <设备>信息（包括…）.
	for s.is(at, lexicon.DataNoun|lexicon.More|lexicon.Service) && s.items[at].gap <= hanSize && s.items[at].punct == noPunct {
		at++
	}
	if at >= len(s.items) {
		return nil, "", false, ""
	}
	depth := s.items[k].depth
	switch it := &s.items[at]; {
	case it.punct == openParen:
		if s.is(at+1, lexicon.Gloss) && s.items[at+1].gap <= 1 {
			return nil, "", false, ""
		}
		cue, rule = s.text(it.Span), "group-parenthesis"
		if s.is(at+1, lexicon.PartsOpen|lexicon.PartsClosed) && s.items[at+1].gap <= 1 {
			cue = s.text(s.items[at+1].Span)
			open = s.is(at+1, lexicon.PartsOpen) && !s.is(at+1, lexicon.PartsClosed)
		}
		for j := at + 1; j < len(s.items) && s.items[j].depth > depth; j++ {
			if s.items[j].depth == depth+1 {
				if c := indexOf(data, j); c >= 0 {
					children = append(children, c)
				}
				if s.is(j, lexicon.More) {
					open = true
				}
			}
		}
		return children, cue, open, rule
	case it.punct == comma && at+1 < len(s.items) && s.partsWord(at+1):
		at++
	case s.partsWord(at) && it.depth == depth:
	case it.punct == colon && at == k+1 && at+1 < len(s.items) && (s.isMark(at+1, syntax.Data) || s.is(at+1, lexicon.Possessive)):
		// <信息>：<姓名>、<电话>
		return s.listFrom(data, at+1, depth, s.text(it.Span), false)
	default:
		return nil, "", false, ""
	}
	e := s.items[at].entry
	return s.listFrom(data, at+1, depth, s.text(s.items[at].Span), e.Is(lexicon.PartsOpen) && !e.Is(lexicon.PartsClosed))
}

// partsWord reports whether item k introduces parts of the data before it.
func (s *scope) partsWord(k int) bool {
	if !s.is(k, lexicon.PartsOpen|lexicon.PartsClosed) || s.items[k].gap > 1 && !s.english || s.items[k].gap > 2 {
		return false
	}
	if s.is(k, lexicon.ConditionLead) || s.is(k, lexicon.Verb) {
		return s.dataFollows(k + 1)
	}
	return true
}

// listFrom returns the data of the list that starts at item at.
func (s *scope) listFrom(data []link, at, depth int, cue string, open bool) ([]int, string, bool, string) {
	var children []int
	closed := false // an English and or or without a comma has come
	for j := at; j < len(s.items); j++ {
		it := &s.items[j]
		if it.depth < depth {
			break
		}
		if it.depth > depth {
			continue
		}
		if c := indexOf(data, j); c >= 0 {
			// A member with an owner of its own behind a comma starts anew.
			children = append(children, c)
			continue
		}
		if s.english && len(children) > 0 && it.is(lexicon.List) && s.items[j-1].punct != comma {
			closed = true
		}
		if s.english && closed && it.punct == comma {
			break
		}
		if it.is(lexicon.More) {
			open = true
			if len(children) > 0 {
				break
			}
		}
		if it.punct == semicolon || it.punct == comma && (!s.english && len(children) > 0 || s.english && !s.dataFollows(j+1)) || it.mark >= 0 && it.kind != syntax.Data && !it.isMark(syntax.Actor) && it.frame < 0 {
			break
		}
		if len(children) > 0 && it.is(lexicon.Modal) {
			break
		}
	}
	return children, cue, open, "group-cue"
}

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
		if member[i] || k < 2 || !s.is(k-1, lexicon.More) || s.items[k-1].gap > 0 || s.items[k].gap > 2*hanSize || !s.isMark(k-2, syntax.Data) {
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
		if len(parent) < 2*hanSize || member[i] {
			continue
		}
		for k := fr.data[i].item + 1; k < len(s.items); k++ {
			if !s.is(k, lexicon.PartsOpen|lexicon.PartsClosed) || s.items[k].depth != s.items[fr.data[i].item].depth || s.items[k].segment <= s.items[fr.data[i].item].segment {
				continue
			}
			from := s.items[fr.data[i].item].End
			clause := s.plain[from:s.items[k].Start]
			j := strings.LastIndexAny(clause, "，；,;")
			if j < 0 || !strings.Contains(clause[j:], parent) && !(i == 0 && len(fr.data) > 1 && s.pointsIn(fr.data[i].item, k)) {
				break
			}
			children, cue, open, rule := s.listFrom(fr.data, k+1, s.items[k].depth, s.text(s.items[k].Span), s.is(k, lexicon.PartsOpen))
			g := practice.Group{Parent: s.value(fr.data[i]), Cue: cue, Open: open, Evidence: practice.Read}
			for _, c := range children {
				if c == i {
					continue
				}
				if !member[c] {
					member[c] = true
				}
				v := s.value(fr.data[c])
				v.Rule = rule
				put(&g.Children, &v)
			}
			if len(g.Children) > 0 {
				p.Groups = append(p.Groups, g)
				derive(p, rule)
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
