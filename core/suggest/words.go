package suggest

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/syntax"
)

// MaxWords is how many bytes the words of a mark have at most to be remembered:
// longer ones come once.
const MaxWords = 240

// Times counts how often words were marked as each kind, and how often that was
// turned down.
type Times struct{ Yes, No [len(syntax.Kinds) + 1]int }

// Words remembers words that are marked. NewWords makes one.
type Words struct {
	times map[string]*Times
	// start holds the words by their first code point, the longest first.
	start map[rune][]string
	// log is the words whose answer changed, in order, and forgotten how many of them
	// were dropped.
	log       []string
	forgotten int
}

// maxLog is how many changes are remembered one by one.
const maxLog = 512

// NewWords returns a memory of no words.
func NewWords() *Words { return &Words{times: map[string]*Times{}, start: map[rune][]string{}} }

// Generation returns a number that grows with every change of what is remembered.
func (w *Words) Generation() int { return w.forgotten + len(w.log) }

// Len returns the number of words.
func (w *Words) Len() int { return len(w.times) }

// Count adds to how often words were marked as a kind, and turned down as one.
func (w *Words) Count(words string, kind syntax.Kind, yes, no int) {
	if words == "" || len(words) > MaxWords || kind == syntax.NoKind || yes == 0 && no == 0 {
		return
	}
	t := w.times[words]
	if t == nil {
		t = &Times{}
		w.times[words] = t
		w.place(words, true)
	}
	t.Yes[kind] = max(0, t.Yes[kind]+yes)
	t.No[kind] = max(0, t.No[kind]+no)
	if *t == (Times{}) {
		delete(w.times, words)
		w.place(words, false)
	}
	w.log = append(w.log, words)
	if len(w.log) > maxLog {
		w.forgotten += maxLog / 2
		w.log = append(w.log[:0], w.log[maxLog/2:]...)
	}
}

func (w *Words) place(words string, add bool) {
	r, _ := utf8.DecodeRuneInString(words)
	list := w.start[r]
	i := sort.Search(len(list), func(i int) bool {
		return len(list[i]) < len(words) || len(list[i]) == len(words) && list[i] >= words
	})
	switch {
	case add:
		w.start[r] = append(list[:i:i], append([]string{words}, list[i:]...)...)
	case i < len(list) && list[i] == words:
		w.start[r] = append(list[:i:i], list[i+1:]...)
	}
}

// Times returns how often words were marked.
func (w *Words) Times(words string) Times {
	if w != nil {
		if t := w.times[words]; t != nil {
			return *t
		}
	}
	return Times{}
}

// Kind returns the kind as which words are mostly marked, and how often; NoKind
// when that was turned down as often.
func (t Times) Kind() (syntax.Kind, int) {
	best := syntax.NoKind
	for _, k := range syntax.Kinds {
		if t.Yes[k] > t.No[k] && (best == syntax.NoKind || t.Yes[k] > t.Yes[best]) {
			best = k
		}
	}
	return best, t.Yes[best]
}

// at calls yield for the words that stand at the start of s, the longest first,
// until yield returns false.
func (w *Words) at(s string, yield func(words string) bool) {
	if w == nil {
		return
	}
	r, _ := utf8.DecodeRuneInString(s)
	for _, words := range w.start[r] {
		if strings.HasPrefix(s, words) && !yield(words) {
			return
		}
	}
}

// ChangedIn reports whether words that stand in text changed since a generation.
func (w *Words) ChangedIn(text string, since int) bool {
	if since < w.forgotten {
		return true
	}
	for _, words := range w.log[since-w.forgotten:] {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// Each calls yield for all words in alphabetical order.
func (w *Words) Each(yield func(words string, t Times) bool) {
	all := make([]string, 0, len(w.times))
	for words := range w.times {
		all = append(all, words)
	}
	sort.Strings(all)
	for _, words := range all {
		if !yield(words, *w.times[words]) {
			return
		}
	}
}
