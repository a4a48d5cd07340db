package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// assignData puts the data of a frame into the practice: members of groups into
// Groups, all else into Data.
func (r *reader) assignData(list []item, fr *frame, p *Practice) {
	member := r.groupsOf(list, fr, p)
	p.Data = make([]Value, 0, len(fr.data)+len(fr.carried))
	for i, l := range fr.data {
		role := RoleObject
		if member[i] {
			role = RoleMember
		} else {
			v := r.value(list, l)
			put(&p.Data, &v)
		}
		m := list[l.item].mark
		if r.roles[m].Name == "" {
			r.roles[m] = r.qualified(m, Role{Name: role, Evidence: Read, Rule: l.rule, Cue: l.cue, Margin: 3})
		}
	}
	r.glosses(list, fr, p)
	p.Data = append(p.Data, fr.carried...)
}

// glosses finds data that only says the same in other words: <地址>（可能是您的<家庭
// 地址>）.
func (r *reader) glosses(list []item, fr *frame, p *Practice) {
	for i := 1; i < len(fr.data); i++ {
		k := fr.data[i].item
		g := k - 1
		for g > 0 && list[g].is(lexicon.Possessive|lexicon.Determiner) {
			g--
		}
		if !list[g].is(lexicon.Gloss) || list[g].gap > 0 || g == 0 || list[g-1].punct != openParen && list[g-1].punct != comma || list[fr.data[i-1].item].depth > list[k].depth {
			continue
		}
		for d := range p.Data {
			if p.Data[d].Place.Span == list[k].Span {
				p.Data[d].SameAs = r.text(list[fr.data[i-1].item].Span)
				p.derive("gloss")
			}
		}
	}
}

// groupsOf finds which data of a frame are parts of other data, and reports for
// each whether it is a part.
func (r *reader) groupsOf(list []item, fr *frame, p *Practice) []bool {
	member := make([]bool, len(fr.data))
	for i := range fr.data {
		k := fr.data[i].item
		if g, ok := r.nested(list, fr.data[i]); ok {
			p.Groups = append(p.Groups, g)
			p.derive("group-nested")
		}
		children, cue, open, rule := r.parts(list, fr.data, i)
		if len(children) == 0 {
			continue
		}
		g := Group{Parent: r.value(list, fr.data[i]), Cue: cue, Open: open, Evidence: Read}
		for _, c := range children {
			member[c] = true
			v := r.value(list, fr.data[c])
			v.Rule = rule
			put(&g.Children, &v)
		}
		if i > 0 && !member[i-1] && k > 1 && list[k-1].is(lexicon.List) && list[k-1].entry.Word == "或" && list[k-1].gap == 0 && list[k].gap == 0 && fr.data[i-1].item == k-2 && rule == "group-parenthesis" {
			// 商品或服务信息（…）: the two are one.
			s := source.Span{Start: list[k-2].Start, End: list[k].End}
			g.Parent.Text, g.Parent.Place = r.text(s), Place{r.block, s}
		}
		p.Groups = append(p.Groups, g)
		p.derive(rule)
	}
	r.groupsBehind(list, fr, p, member)
	r.namedParts(list, fr, p, member)
	return member
}

//
//go:noinline
func (p *Practice) derive(rule string) {
	for _, d := range p.Derivation {
		if d == rule {
			return
		}
	}
	p.Derivation = append(p.Derivation[:len(p.Derivation):len(p.Derivation)], rule)
}

// nested returns the group of data marks that stand inside a data mark.
func (r *reader) nested(list []item, l link) (Group, bool) {
	m := list[l.item].mark
	g := Group{Cue: "", Evidence: Marked}
	for c := m + 1; c < len(r.marks) && r.marks[c].Plain.Start < r.marks[m].Plain.End; c++ {
		if r.marks[c].Parent == m && r.marks[c].Kind == syntax.Data {
			put(&g.Children, r.marked(c, "group-nested"))
			r.roles[c] = r.qualified(c, Role{Name: RoleMember, Evidence: Marked, Rule: "group-nested", Margin: 3})
		}
	}
	if len(g.Children) == 0 {
		return g, false
	}
	g.Parent = r.value(list, l)
	return g, true
}

// parts returns the indices in data of what are parts of data i, with the words
// that say so.
func (r *reader) parts(list []item, data []link, i int) (children []int, cue string, open bool, rule string) {
	k := data[i].item
	at := k + 1
	// The head noun of the mark may stand outside: <设备>信息（包括…）.
	for at < len(list) && list[at].is(lexicon.DataNoun|lexicon.More|lexicon.Service) && list[at].gap <= len("的") && list[at].punct == noPunct {
		at++
	}
	if at >= len(list) {
		return nil, "", false, ""
	}
	depth := list[k].depth
	switch it := &list[at]; {
	case it.punct == openParen:
		if at+1 < len(list) && list[at+1].is(lexicon.Gloss) && list[at+1].gap <= 1 {
			return nil, "", false, ""
		}
		cue, rule = r.text(it.Span), "group-parenthesis"
		if at+1 < len(list) && list[at+1].is(lexicon.PartsOpen|lexicon.PartsClosed) && list[at+1].gap <= 1 {
			cue = r.text(list[at+1].Span)
			open = list[at+1].is(lexicon.PartsOpen) && !list[at+1].is(lexicon.PartsClosed)
		}
		for j := at + 1; j < len(list) && list[j].depth > depth; j++ {
			if list[j].depth == depth+1 {
				if c := indexOf(data, j); c >= 0 {
					children = append(children, c)
				}
				if list[j].is(lexicon.More) {
					open = true
				}
			}
		}
		return children, cue, open, rule
	case it.punct == comma && at+1 < len(list) && r.partsWord(list, at+1):
		at++
	case r.partsWord(list, at) && it.depth == depth:
	case it.punct == colon && at == k+1 && at+1 < len(list) && (list[at+1].isMark(syntax.Data) || list[at+1].is(lexicon.Possessive)):
		// <信息>：<姓名>、<电话>
		return r.listFrom(list, data, at+1, depth, r.text(it.Span), false)
	default:
		return nil, "", false, ""
	}
	e := list[at].entry
	return r.listFrom(list, data, at+1, depth, r.text(list[at].Span), e.Is(lexicon.PartsOpen) && !e.Is(lexicon.PartsClosed))
}

// partsWord reports whether item k introduces parts of the data before it.
func (r *reader) partsWord(list []item, k int) bool {
	if !list[k].is(lexicon.PartsOpen|lexicon.PartsClosed) || list[k].gap > 1 && !r.english || list[k].gap > 2 {
		return false
	}
	if list[k].is(lexicon.ConditionLead) || list[k].is(lexicon.Verb) {
		return r.dataFollows(list, k+1)
	}
	return true
}

// listFrom returns the data of the list that starts at item at.
func (r *reader) listFrom(list []item, data []link, at, depth int, cue string, open bool) ([]int, string, bool, string) {
	var children []int
	closed := false // an English and or or without a comma has come
	for j := at; j < len(list); j++ {
		it := &list[j]
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
		if r.english && len(children) > 0 && it.is(lexicon.List) && list[j-1].punct != comma {
			closed = true
		}
		if r.english && closed && it.punct == comma {
			break
		}
		if it.is(lexicon.More) {
			open = true
			if len(children) > 0 {
				break
			}
		}
		if it.punct == semicolon || it.punct == comma && (!r.english && len(children) > 0 || r.english && !r.dataFollows(list, j+1)) || it.mark >= 0 && it.kind != syntax.Data && !it.isMark(syntax.Actor) && it.frame < 0 {
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
func (r *reader) groupsBehind(list []item, fr *frame, p *Practice, member []bool) {
	for i := 1; i < len(fr.data); i++ {
		k := fr.data[i].item
		if member[i] || k < 2 || !list[k-1].is(lexicon.More) || list[k-1].gap > 0 || list[k].gap > 2*len("的") || !list[k-2].isMark(syntax.Data) {
			continue
		}
		g := Group{Parent: r.value(list, fr.data[i]), Cue: r.text(list[k-1].Span), Open: true, Evidence: Read}
		for c := i - 1; c >= 0; c-- {
			if member[c] || list[fr.data[c].item].depth != list[k].depth || c < i-1 && !r.separatedOnly(list, fr.data[c].item, fr.data[c+1].item) {
				break
			}
			member[c] = true
			v := r.value(list, fr.data[c])
			v.Rule = "group-behind"
			g.Children = append([]Value{v}, g.Children...)
		}
		if len(g.Children) > 0 {
			p.Groups = append(p.Groups, g)
			p.derive("group-behind")
		}
	}
}

// separatedOnly reports whether two data stand in one list: only separators stand
// between, no owner of its own.
func (r *reader) separatedOnly(list []item, a, b int) bool {
	lists := false
	for k := a + 1; k < b; k++ {
		if !list[k].is(lexicon.List) && list[k].depth == list[a].depth {
			return false
		}
		lists = lists || list[k].is(lexicon.List)
	}
	return lists
}

// namedParts finds data whose parts are named of it as an anaphor in a clause of
// its own: <实名信息>，这些实名信息可能包括<身份证>.
func (r *reader) namedParts(list []item, fr *frame, p *Practice, member []bool) {
	for i := range fr.data {
		parent := r.text(list[fr.data[i].item].Span)
		if len(parent) < 2*len("的") || member[i] {
			continue
		}
		for k := fr.data[i].item + 1; k < len(list); k++ {
			if !list[k].is(lexicon.PartsOpen|lexicon.PartsClosed) || list[k].depth != list[fr.data[i].item].depth || list[k].segment <= list[fr.data[i].item].segment {
				continue
			}
			from := list[fr.data[i].item].End
			clause := r.plain[from:list[k].Start]
			j := strings.LastIndexAny(clause, "，；,;")
			if j < 0 || !strings.Contains(clause[j:], parent) && !(i == 0 && len(fr.data) > 1 && r.pointsIn(list, fr.data[i].item, k)) {
				break
			}
			children, cue, open, rule := r.listFrom(list, fr.data, k+1, list[k].depth, r.text(list[k].Span), list[k].is(lexicon.PartsOpen))
			g := Group{Parent: r.value(list, fr.data[i]), Cue: cue, Open: open, Evidence: Read}
			for _, c := range children {
				if c == i {
					continue
				}
				if !member[c] {
					member[c] = true
				}
				v := r.value(list, fr.data[c])
				v.Rule = rule
				put(&g.Children, &v)
			}
			if len(g.Children) > 0 {
				p.Groups = append(p.Groups, g)
				p.derive(rule)
			}
			break
		}
	}
}

// pointsIn reports whether words that stand for data stand between two items: 这些信
// 息可能包括….
func (r *reader) pointsIn(list []item, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if list[k].is(lexicon.SameData) && list[k].segment == list[b].segment {
			return true
		}
	}
	return false
}
