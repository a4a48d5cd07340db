package reading

import "github.com/policymark/policymark/core/source"

func (english) namesUser(*scope, source.Span) bool { return false }
