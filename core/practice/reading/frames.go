package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// frame is a practice in the making: an action of a sentence and what is linked
// to it.
type frame struct {
	item     int // of the action in the list
	verb     verb
	unmarked bool
	// group is the index of the first frame that this one is joined with (收集、使用),
	// its own when it is joined with none before.
	group int
	// relative says that the action stands in a clause that qualifies data, as 填写
	// in [收集](您)[填写]的<姓名>; host is the frame whose object that data is, -1.
	relative bool
	host     int
	// aside says that the action is only said of a party in passing: with (partners),
	// who [process] it.
	aside bool
	// undergone says that the action is said in the passive (被).
	undergone bool
	// unclear says that somebody acts of whom it is not known who it is: (it) may [search].
	unclear bool
	// unread says that words stand where its subject would, and may name somebody.
	unread bool
	// nobody is the word with which the subject denies that anybody acts, where it stands apart
	// from those that it names: neither.
	nobody string
	// but says that the frame only takes data out of what is said before, use <colour> but
	// not <size>: its item is the denial, and action that of the verb which is meant.
	but    bool
	action int
	// from is the index of the first item that can belong to the relative clause.
	from int

	actors     []link
	requester  *link
	data       []link
	purposes   []link
	conditions []link
	recipients []link
	sources    []link
	modality   lexicon.Modality
	modalText  string
	negated    bool
	negText    string
	resolves   []practice.Resolution
	carried    []practice.Value // data that an anaphor stands for
	derivation []string
}

// link is something that belongs to a frame: an item of the sentence, or a value
// from elsewhere.
type link struct {
	item     int // -1 when value says it
	value    *practice.Value
	evidence practice.Evidence
	rule     string
	cue      string
	negative bool
}

// verb is what the lexicon says of an action.
type verb struct {
	category lexicon.Category
	entry    *lexicon.Entry
}

// verbOf reads the verb of an action: of several in one mark the first decides,
// but for a giving one, which decides wherever it stands.
func (r *reader) verbOf(it *item) verb {
	if it.mark < 0 {
		return verb{it.entry.Category, it.entry}
	}
	if v := r.verbs[it.mark]; v.category != lexicon.NoCategory {
		return v
	}
	v := verb{category: lexicon.Other}
	list := r.tokensIn(it.Span)
	for i := range list {
		e := list[i].entry
		if !e.Is(lexicon.Verb) {
			continue
		}
		if v.entry == nil || e.Category.Gives() && !v.category.Gives() {
			v = verb{e.Category, e}
		}
	}
	for _, q := range r.qualifiers(it.mark) {
		if c := lexicon.CategoryNamed(q.Key); c != lexicon.NoCategory {
			v.category = c
		}
	}
	r.verbs[it.mark] = v
	return v
}

// findFrames finds the actions of the scope: the marked ones, and unmarked verbs
// that plainly govern marked data.
func (s *scope) findFrames() {
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.isMark(syntax.Action):
			s.frames = append(s.frames, frame{item: i, verb: s.verbOf(it), host: -1})
		case it.is(lexicon.Verb) && s.governsData(i):
			s.frames = append(s.frames, frame{item: i, verb: s.verbOf(it), unmarked: true, host: -1})
		case it.is(lexicon.Negation|lexicon.Break) && s.grammar.saysBut(s, i):
			act := s.verbBefore(i)
			s.frames = append(s.frames, frame{item: i, verb: s.verbOf(&s.items[act]), unmarked: true, host: -1, but: true, action: act})
		default:
			continue
		}
		it.frame = len(s.frames) - 1
	}
}
