package practice

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/syntax"
)

// findEnglishRelative decides whether action f qualifies data before it: <data>
// that (you) [provide], <data> (you) [provide], <data> [collected] by (us).
func (r *reader) findEnglishRelative(list []item, frames []frame, f int) {
	fr := &frames[f]
	subject, that, passive := -1, -1, false
	for k := fr.item - 1; k >= 0; k-- {
		it := &list[k]
		if it.depth != list[fr.item].depth {
			continue
		}
		switch {
		case it.isMark(syntax.Data):
			if list[k+1].punct == comma && that < 0 {
				return
			}
			if that >= 0 || subject >= 0 && !passive && k+1 == subject && list[subject].gap <= 1 || subject < 0 && participle(fr.verb.entry) && !passive && k+1 == fr.item {
				fr.relative = true
				fr.from = k + 1
				if f > 0 {
					fr.host = f - 1
				}
			}
			return
		case it.isMark(syntax.Action), it.punct == semicolon, it.punct == colon, it.is(lexicon.ConditionLead) && subject < 0 && that < 0:
			return
		case it.isMark(syntax.Actor) && r.roles[it.mark].Name == RoleActor, it.is(lexicon.User | lexicon.First):
			if subject < 0 {
				subject = k
			}
		case it.is(lexicon.Relative):
			that = k
		case it.is(lexicon.Passive):
			passive = true
		case it.is(lexicon.List | lexicon.Break):
			if subject >= 0 || it.is(lexicon.Break) {
				return
			}
		}
	}
}

// participle reports whether a word can be a past participle.
func participle(e *lexicon.Entry) bool {
	if e == nil || !e.English || e.Word == e.Lemma {
		return false
	}
	w := e.Word
	for i := range len(w) {
		if w[i] == ' ' {
			w = w[:i]
			break
		}
	}
	n := len(w)
	return n > 2 && (w[n-2:] == "ed" || w[n-2:] == "en" || w == "sent" || w == "kept" || w == "held" || w == "sold" || w == "made")
}
