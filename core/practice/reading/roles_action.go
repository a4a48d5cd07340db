package reading

import (
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// giveActionRoles says what kind of handling each marked action is.
func (s *scope) giveActionRoles() {
	for i := range s.items {
		if it := &s.items[i]; it.isMark(syntax.Action) {
			v := s.verbOf(it)
			s.roles[it.mark] = practice.Role{Name: v.category.String(), Rule: "verb", Cue: word(v.entry), Margin: plainMargin}
		}
	}
}
