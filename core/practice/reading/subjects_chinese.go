package reading

import "github.com/policymark/policymark/core/practice"

// subject finds nothing: in Chinese the subject stands before its action, with 被 too.
func (chinese) subject(*scope, int) bool { return false }

func (chinese) pronoun(p practice.Party) string {
	if p == practice.UserParty {
		return "您"
	}
	return "我们"
}
