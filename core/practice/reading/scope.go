package reading

import "github.com/policymark/policymark/core/source"

// scope is a stretch of words that is read as one: a sentence, or the inside of a mark
// in it. The passes read its items and fill its frames. One scope is done before the
// next is begun, so that a reader has only one, whose memory is used again.
type scope struct {
	*reader // of the block it lies in

	grammar  grammar // of the language of the sentence
	english  bool    // the same as a question: what is left to move into a grammar
	sentence source.Span

	span   source.Span // what is read, without the full stop
	parent int         // the mark that it is the inside of, -1 for a whole sentence
	items  []item
	frames []frame
}

// start makes the scope one of a sentence, whose language is chosen here.
func (s *scope) start(sentence source.Span) {
	s.sentence = sentence
	s.english = !hasHan(s.text(sentence))
	s.grammar = chinese{}
	if s.english {
		s.grammar = english{}
	}
}

// maxItems is how many items are read at once. The longest sentences of real
// policies have about 300.
const maxItems = 500

// read reads what stands directly in a stretch of the sentence, or directly in mark
// parent, -1 for none.
func (s *scope) read(span source.Span, parent int) {
	s.items = s.appendItems(s.items[:0], span, parent)
	if len(s.items) > maxItems {
		// No sentence of a language is so long: it is read in parts.
		at := maxItems
		for at > maxItems/2 && s.items[at].punct != comma && s.items[at].punct != semicolon {
			at--
		}
		cut := s.items[at].Start
		s.read(source.Span{Start: span.Start, End: cut}, parent)
		s.read(source.Span{Start: cut, End: span.End}, parent)
		return
	}
	s.span, s.parent = span, parent
	clear(s.frames)
	s.frames = s.frames[:0]
	for i := range passes {
		passes[i].run(s)
	}
}

// isSentence reports whether a whole sentence is read rather than the inside of a mark.
func (s *scope) isSentence() bool { return s.parent < 0 }
