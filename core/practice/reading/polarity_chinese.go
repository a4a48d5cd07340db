package reading

import "github.com/policymark/policymark/core/lexicon"

func (chinese) polarity(s *scope, fr *frame, from int) lexicon.Modality {
	return s.readPolarity(fr, from)
}
