package suggest

import (
	"hash/fnv"
	"strconv"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Knowledge is what is known beside the words of a block. Its fields may be nil.
type Knowledge struct {
	// Document holds what is marked in the document, Memory what a person has marked
	// and turned down before.
	Document, Memory *Words
	// Skipped holds the IDs of suggestions that were turned down right there.
	Skipped map[string]bool
}

// How often words must have been turned down, and never marked, to be suggested no
// more; and how much one time counts for or against, in percent.
const (
	enough = 2
	weight = 5
)

// With returns what a block's own words suggest (see Block) with what is known: words
// that are marked elsewhere are found inside of others too, the longest first, and
// what was turned down is left out.
func With(b *syntax.Block, reading *practice.Reading, own []Suggestion, k Knowledge) []Suggestion {
	if b.IsFrontMatter() || reading == nil {
		return nil
	}
	var list []Suggestion
	handles := make(map[int]bool, len(own)) // sentences in which something is suggested
	for _, s := range own {
		handles[s.Sentence] = true
		if s, ok := k.weigh(b.Plain(), s); ok {
			list = append(list, s)
		}
	}
	for i := range reading.Sentences {
		if s := &reading.Sentences[i]; !s.Heading && (s.Marks > 0 || handles[i]) {
			list = k.look(list, b, i, s.Span)
		}
	}
	kept := disjoint(list)
	if len(k.Skipped) > 0 {
		n := 0
		for _, s := range kept {
			if !k.Skipped[s.ID(b)] {
				kept[n] = s
				n++
			}
		}
		kept = kept[:n]
	}
	return kept
}

// weigh changes the score of a suggestion by what is known of its words; ok is false
// when they were turned down.
func (k *Knowledge) weigh(plain string, s Suggestion) (_ Suggestion, ok bool) {
	words := plain[s.Plain.Start:s.Plain.End]
	here, before := k.Document.Times(words), k.Memory.Times(words)
	yes, no := here.Yes[s.Kind]+before.Yes[s.Kind], before.No[s.Kind]
	if no >= enough && yes == 0 || no > 2*yes+enough {
		return s, false
	}
	if other, n := here.Kind(); other != syntax.NoKind && other != s.Kind && n > here.Yes[s.Kind]+1 && s.Kind != syntax.Action {
		s.Kind = other // it is mostly marked so
	}
	s.Score = max(5, min(98, s.Score+weight*min(3, yes)-2*weight*min(3, no)))
	return s, true
}

// look adds the words of a sentence that are marked elsewhere.
func (k *Knowledge) look(list []Suggestion, b *syntax.Block, sentence int, span source.Span) []Suggestion {
	plain := b.Plain()
	for at := span.Start; at < span.End; {
		_, size := utf8.DecodeRuneInString(plain[at:])
		step := size
		for _, from := range [...]struct {
			words  *Words
			source Source
		}{{k.Document, FromDocument}, {k.Memory, FromMemory}} {
			from.words.at(plain[at:span.End], func(words string) bool {
				s, ok := k.known(b, source.Span{Start: at, End: at + len(words)}, from.words, from.source)
				if !ok {
					return true
				}
				s.Sentence = sentence
				list = append(list, s)
				step = len(words)
				return false
			})
			if step > size {
				break
			}
		}
		at += step
	}
	return list
}

// known suggests a mark for words that are marked elsewhere; ok is false when they
// may well mean something else here.
func (k *Knowledge) known(b *syntax.Block, span source.Span, from *Words, src Source) (_ Suggestion, ok bool) {
	plain := b.Plain()
	words := plain[span.Start:span.End]
	kind, n := from.Times(words).Kind()
	if kind == syntax.NoKind || utf8.RuneCountInString(words) < 2 || isLetterRun(plain, span) || touchesMark(b, span) {
		return Suggestion{}, false
	}
	// Words of the language are marked for what they do in a sentence, not for what
	// they are: of these the lexicon speaks.
	if lexicon.Default().Whole(words).Is(lexicon.First | lexicon.User | lexicon.Verb | lexicon.DataNoun | lexicon.Vague | lexicon.SameData | lexicon.SameParty | lexicon.Medium) {
		return Suggestion{}, false
	}
	s := Suggestion{Plain: span, Kind: kind, Score: 60 + weight*min(4, n), Reason: Reason{Source: src, Count: n}}
	switch kind {
	case syntax.Action:
		s.Score -= 20
	case syntax.Actor:
		s.Score -= 10
	case syntax.Data:
		// 设备信息 within 设备信息安全 is another word.
		if e := tail(plain, span.End); e != "" {
			return Suggestion{}, false
		}
	}
	if src == FromMemory {
		s.Score -= 5
	}
	no := k.Memory.Times(words).No[kind]
	if no >= enough && no >= n {
		return Suggestion{}, false
	}
	s.Score -= 2 * weight * min(3, no)
	return s, true
}

// tails end words that hold the name of data and name none.
var tails = [...]string{"安全", "保护", "政策", "主体", "处理者", "泄露", "服务", "功能", "展示", "页面"}

// tail returns the word behind a name that makes it part of another, "" for none.
func tail(plain string, at int) string {
	for _, t := range tails {
		if len(plain)-at >= len(t) && plain[at:at+len(t)] == t {
			return t
		}
	}
	return ""
}

// isLetterRun reports whether a span cuts a word of Latin letters.
func isLetterRun(plain string, s source.Span) bool {
	return s.Start > 0 && isLetter(plain[s.Start-1]) && isLetter(plain[s.Start]) ||
		s.End < len(plain) && isLetter(plain[s.End-1]) && isLetter(plain[s.End])
}

// reach is how many code points on either side belong to a suggestion's identity.
const reach = 12

// ID names the suggestion by its words and those around it: it stays the same as
// long as these do, wherever the block stands.
func (s Suggestion) ID(b *syntax.Block) string {
	plain := b.Plain()
	from, to := s.Plain.Start, s.Plain.End
	for n := 0; n < reach && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(plain[:from])
		from -= size
	}
	for n := 0; n < reach && to < len(plain); n++ {
		_, size := utf8.DecodeRuneInString(plain[to:])
		to += size
	}
	h := fnv.New64a()
	for _, part := range [...]string{s.Kind.String(), plain[from:s.Plain.Start], plain[s.Plain.Start:s.Plain.End], plain[s.Plain.End:to]} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return strconv.FormatUint(h.Sum64(), 36)
}
