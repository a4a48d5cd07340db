package reading

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// What an anaphor and what it stands for look like.
const (
	maxAnaphorGap = 4 * hanSize // bytes: between an action and 上述信息 behind it, with words that the lexicon does not know
	minDataName   = 3           // bytes: a name of two letters may start any word
)

// samePurpose links the purposes that the words at item k stand for (为此).
func (s *scope) samePurpose(k int) {
	found := s.said.purposesOrConditions()
	res := practice.Resolution{Text: s.text(s.items[k].Span), Place: s.place(s.items[k].Span), Kind: "purpose", Resolved: found}
	conditions := s.said != nil && len(s.said.purposes) == 0 && len(found) > 0
	if len(found) == 0 {
		found = []practice.Value{*s.unmarked(s.items[k].Span, "", "")} // what it stands for is not known
	}
	left, right := -1, -1
	for f := range s.frames {
		if s.frames[f].relative {
			continue
		}
		if s.frames[f].item < k {
			left = f
		} else if right < 0 {
			right = f
		}
	}
	var to []int
	switch {
	case right >= 0 && (left < 0 || s.items[s.frames[left].item].segment < s.items[k].segment):
		to = s.following(right, k, false)
	case left >= 0:
		to = s.nearest(left)
	}
	for _, f := range to {
		fr := &s.frames[f]
		fr.resolves = append(fr.resolves, res)
		if conditions {
			carry(&fr.conditions, found, "condition-anaphor", res.Text)
			fr.derive("condition-anaphor")
		} else {
			carry(&fr.purposes, found, "purpose-anaphor", res.Text)
			fr.derive("purpose-anaphor")
		}
	}
}

// sameCondition links the conditions that the words at item k stand for (在此情况下).
func (s *scope) sameCondition(k int) {
	if s.said == nil || len(s.said.conditions) == 0 {
		return
	}
	res := practice.Resolution{Text: s.text(s.items[k].Span), Place: s.place(s.items[k].Span), Kind: "condition", Resolved: s.said.conditions}
	for f := range s.frames {
		if fr := &s.frames[f]; fr.item > k && !fr.relative {
			fr.resolves = append(fr.resolves, res)
			carry(&fr.conditions, s.said.conditions, "condition-anaphor", res.Text)
			fr.derive("condition-anaphor")
		}
	}
}

func (s *said) purposesOrConditions() []practice.Value {
	if s == nil {
		return nil
	}
	if len(s.purposes) > 0 {
		return s.purposes
	}
	return s.conditions
}

// resolveData finds the data that unmarked words such as 上述信息 stand for, for
// frames that have them as their object.
func (s *scope) resolveData() {
	for f := range s.frames {
		k := s.objectAnaphor(f)
		if k < 0 {
			s.resolveNamed(f)
			continue
		}
		fr := &s.frames[f]
		found := s.dataBefore(f)
		res := practice.Resolution{Text: s.text(s.items[k].Span), Place: s.place(s.items[k].Span), Kind: "data", Resolved: found}
		fr.resolves = append(fr.resolves, res)
		if s.english && k == fr.item+1 && len(found) > 0 {
			// store it in <logs>: the marked data is only a place.
			fr.data = nil
		}
		if len(fr.data) == 0 {
			for i := range found {
				v := found[i]
				v.Evidence, v.Rule, v.Cue = practice.Carried, "object-anaphor", res.Text
				put(&fr.carried, &v)
			}
			fr.derive("object-anaphor")
		}
	}
}

// objectAnaphor returns the item that stands for data said before and is the object of
// frame f: the first behind the action, else the last before it; -1 for none.
func (s *scope) objectAnaphor(f int) int {
	action := s.frames[f].item
	before := -1
	for j := range s.items {
		if !s.is(j, lexicon.SameData) || s.items[j].depth != s.items[action].depth || !s.mayBeObject(j, action) {
			continue
		}
		if j > action && s.sameClause(j, action) && !s.otherFrame(action, j) && s.items[j].gap <= maxAnaphorGap {
			return j
		}
		if j < action && !s.otherFrame(j, action) && (j == 0 || s.is(j-1, lexicon.Front)) {
			before = j
		}
	}
	return before
}

// mayBeObject reports whether the anaphor at item j may be the object of the action at
// item action. A pronoun that may stand for a party as well is one only where its place
// says so: 将其[删除], [delete] it.
func (s *scope) mayBeObject(j, action int) bool {
	switch e := s.items[j].entry; {
	case !e.Has(lexicon.BarePronoun):
		return true
	case e.English:
		return j == action+1
	}
	return s.is(j-1, lexicon.Front)
}

// dataBefore returns the data that an anaphor in frame f stands for: what the frame has
// from elsewhere, else what the nearest frame before it has, else that of the sentence
// before.
func (s *scope) dataBefore(f int) []practice.Value {
	var found []practice.Value
	for _, l := range s.frames[f].data {
		if l.evidence == practice.Carried {
			v := s.value(l)
			put(&found, &v)
		}
	}
	for g := f - 1; g >= 0 && len(found) == 0; g-- {
		for _, l := range s.frames[g].data {
			v := s.value(l)
			put(&found, &v)
		}
	}
	if len(found) == 0 && s.said != nil {
		return s.said.data
	}
	return found
}

// resolveNamed finds the data that a word that points and a name stand for: [保存]这
// 些照片, these numbers are [deleted].
func (s *scope) resolveNamed(f int) {
	fr := &s.frames[f]
	if len(fr.data) > 0 && !(fr.data[0].evidence == practice.Carried) || s.said == nil {
		return
	}
	for k := range s.items {
		it := &s.items[k]
		if !it.is(lexicon.Determiner) || !it.has(lexicon.Points) || s.otherFrame(min(k, fr.item), max(k, fr.item)) || it.depth != s.items[fr.item].depth {
			continue
		}
		if k != fr.item+1 && !(k < fr.item && (k == 0 || s.is(k-1, lexicon.Front) || s.items[k-1].punct != noPunct)) {
			continue
		}
		rest := lexicon.Lower(strings.TrimLeft(s.plain[it.End:s.sentence.End], " "))
		for i := len(s.said.data) - 1; i >= 0; i-- {
			d := s.said.data[i]
			name := s.grammar.headNoun(lexicon.Lower(d.Text))
			if len(name) < minDataName || !strings.HasPrefix(rest, name) {
				continue
			}
			res := practice.Resolution{Kind: "data", Resolved: []practice.Value{d}, Place: s.place(source.Span{Start: it.Start, End: it.End + strings.Index(lexicon.Lower(s.plain[it.End:s.sentence.End]), name) + len(name)})}
			res.Text = s.text(res.Place.Span)
			fr.resolves = append(fr.resolves, res)
			d.Evidence, d.Rule, d.Cue = practice.Carried, "object-anaphor", res.Text
			fr.data = nil
			put(&fr.carried, &d)
			fr.derive("object-anaphor")
			return
		}
	}
}

// otherFrame reports whether an action that qualifies no data stands between items a
// and b.
func (s *scope) otherFrame(a, b int) bool {
	for f := range s.frames {
		if s.frames[f].item > a && s.frames[f].item < b && !s.frames[f].relative {
			return true
		}
	}
	return false
}

// resolveMarks says what marked words such as (该第三方) or <上述信息> stand for.
func (s *scope) resolveMarks(p *practice.Practice) {
	parties := func(vs []practice.Value) {
		for i := range vs {
			v := &vs[i]
			if v.SameAs != "" {
				p.Resolves = append(p.Resolves, practice.Resolution{Text: v.Text, Place: v.Place, Kind: "party", Resolved: s.antecedents(v.SameAs, v.Place.Start)})
				continue
			}
			if v.Mark < 0 || v.Place.Block != s.block || !s.pointsBack(v.Place.Span, lexicon.SameParty) {
				continue
			}
			if v.SameAs = s.antecedent(v.Text, v.Place.Start); v.SameAs != "" {
				p.Resolves = append(p.Resolves, practice.Resolution{Text: v.Text, Place: v.Place, Kind: "party", Resolved: s.antecedents(v.SameAs, v.Place.Start)})
			}
		}
	}
	parties(p.Actors)
	parties(p.Recipients)
	parties(p.Sources)
	for i := range p.Data {
		v := &p.Data[i]
		if v.Mark < 0 || v.Place.Block != s.block || s.said == nil || len(s.said.data) == 0 || !s.pointsBack(v.Place.Span, lexicon.SameData) && !s.pointedAt(v.Place.Span) {
			continue
		}
		names := make([]string, 0, len(s.said.data))
		for _, d := range s.said.data {
			names = append(names, d.Text)
		}
		v.SameAs = strings.Join(names, "、")
		p.Resolves = append(p.Resolves, practice.Resolution{Text: v.Text, Place: v.Place, Kind: "data", Resolved: s.said.data})
	}
	for i := range p.Purposes {
		v := &p.Purposes[i]
		if v.Mark < 0 || v.Place.Block != s.block || !s.pointsBack(v.Place.Span, lexicon.SamePurpose) {
			continue
		}
		if found := s.said.purposesOrConditions(); len(found) > 0 {
			v.SameAs = found[0].Text
			p.Resolves = append(p.Resolves, practice.Resolution{Text: v.Text, Place: v.Place, Kind: "purpose", Resolved: found})
		}
	}
}

// pointsBack reports whether a span is, or starts with, words that stand for
// something said before.
func (r *reader) pointsBack(s source.Span, c lexicon.Class) bool {
	t := r.tokenAt(s.Start)
	if t >= len(r.tokens) || int(r.tokens[t].start) != s.Start {
		return false
	}
	k := &r.tokens[t]
	if k.entry.Is(c) && int(k.end) == s.End {
		return true
	}
	return k.entry.Is(lexicon.Determiner) && k.entry.Has(lexicon.Points)
}

// pointedAt reports whether a word that points stands right before a span that
// says nothing but information: this <information>, 该<信息>.
func (r *reader) pointedAt(s source.Span) bool {
	t := r.tokenAt(s.Start)
	if t == 0 || t >= len(r.tokens) || int(r.tokens[t].start) != s.Start || int(r.tokens[t].end) != s.End || !r.tokens[t].entry.Is(lexicon.DataNoun) {
		return false
	}
	k := &r.tokens[t-1]
	return s.Start-int(k.end) <= 1 && k.entry.Is(lexicon.Determiner) && k.entry.Has(lexicon.Points)
}

// antecedent returns the name of the nearest party before the byte offset at that
// has the same head as text, which points at it: 第三方商家 for 此类商家. It is ""
// when there is none.
func (s *scope) antecedent(text string, at int) string {
	for _, list := range [...][]practice.Value{s.partiesIn(source.Span{Start: s.sentence.Start, End: at}), s.parties} {
		for i := len(list) - 1; i >= 0; i-- {
			if p := &list[i]; p.Text != text && sameHead(p.Text, text) {
				return p.Text
			}
		}
	}
	return ""
}

// antecedents returns the parties before the byte offset at with a name.
func (s *scope) antecedents(name string, at int) []practice.Value {
	for _, list := range [...][]practice.Value{s.partiesIn(source.Span{Start: s.sentence.Start, End: at}), s.parties} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].Text == name {
				return []practice.Value{list[i]}
			}
		}
	}
	return nil
}

// headOf returns what an anaphor says behind the word that points: 商家 of 此类商家,
// partners of these partners.
func headOf(anaphor string) string {
	e := lexicon.Default().StartOf(anaphor, lexicon.AnaphorStart)
	rest := anaphor[len(word(e)):]
	if e != nil && e.English {
		var spaced bool
		if rest, spaced = strings.CutPrefix(rest, " "); !spaced {
			return anaphor
		}
	}
	return rest
}

// sameHead reports whether what anaphor says, but for the word that points, ends
// the name.
func sameHead(name, anaphor string) bool {
	name, head := lexicon.Fold(name), headOf(lexicon.Fold(anaphor))
	switch {
	case head == "":
		return false
	case strings.HasSuffix(name, head), strings.HasSuffix(name, strings.TrimSuffix(head, pluralEnding)):
		return true
	}
	return word(lexicon.Default().StartOf(head, lexicon.BareNoun)) == head && strings.HasPrefix(name, head)
}
