package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// relative decides whether action f qualifies data before it: <data> that (you)
// [provide], <data> (you) [provide], <data> [collected] by (us).
func (english) relative(s *scope, f int) {
	fr := &s.frames[f]
	subject, that, passive := -1, -1, false
	for k := range s.before(fr.item) {
		it := &s.items[k]
		if it.depth != s.items[fr.item].depth {
			continue
		}
		switch {
		case it.isMark(syntax.Data):
			if s.items[k+1].punct == comma && that < 0 {
				return
			}
			if that >= 0 || subject >= 0 && !passive && k+1 == subject && s.items[subject].gap <= 1 || subject < 0 && participle(fr.verb.entry) && !passive && k+1 == fr.item {
				fr.relative = true
				fr.from = k + 1
				if f > 0 {
					fr.host = f - 1
				}
			}
			return
		case it.isMark(syntax.Action), it.punct == semicolon, it.punct == colon, it.is(lexicon.ConditionLead) && subject < 0 && that < 0:
			return
		case it.isMark(syntax.Actor) && s.roles[it.mark].Name == practice.RoleActor, it.is(lexicon.User | lexicon.First):
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
