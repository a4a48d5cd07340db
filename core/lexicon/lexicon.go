// Package lexicon holds the words by which practices are read: verbs of handling
// data, cues of purposes and conditions, modality, negation and the rest. They
// are data, in zh.txt and en.txt, which somebody who knows language but no Go can
// read and edit.
package lexicon

import (
	_ "embed"
	"fmt"
	"math/bits"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Class is a set of things that a word can be.
type Class uint64

// The classes. Their names in the files are those of classNames.
const (
	Verb           Class = 1 << iota // of handling data
	Gives                            // a verb that takes a recipient
	Light                            // an unmarked verb that makes a practice only right before its data
	First                            // the company as a party
	User                             // the person as a party
	Third                            // another party
	Organisation                     // ends the name of a party
	DataNoun                         // ends the name of data
	Vague                            // data of which nothing is said (相关数据)
	Medium                           // a thing that holds data but acts for nobody (订单)
	Service                          // what is provided instead of data
	Modal                            // will, may, need, can
	Negation                         // not
	Ask                              // needs, asks another to act
	Allow                            // lets another act
	Agree                            // consents to, wraps a practice
	PurposeLead                      // stands before a purpose, mostly ahead of the main clause
	PurposeTrail                     // stands before a purpose, mostly behind the main clause
	PurposeTail                      // ends a purpose
	PurposeNoun                      // 目的
	Benefit                          // a verb that starts a purpose
	ConditionLead                    // stands before a condition
	ConditionTail                    // ends a condition
	Exception                        // makes a condition negative
	ConditionWord                    // speaks for a condition anywhere in it
	To                               // governs a recipient
	With                             // governs a recipient or joins
	From                             // governs a source
	By                               // governs an agent
	Via                              // governs a means
	Front                            // puts an object before its verb
	List                             // joins members of a list
	Break                            // starts a clause
	PartsOpen                        // parts follow, others may exist
	PartsClosed                      // parts follow
	More                             // other parts exist (等)
	Gloss                            // the same in other words follows
	Define                           // a name follows
	SamePurpose                      // stands for a purpose said before
	SameData                         // stands for data said before
	SameParty                        // stands for a party said before
	SameCondition                    // stands for a condition said before
	Adverb                           // may stand between the words of a predicate
	Of                               // 的
	Determiner                       // this, any, related
	Possessive                       // 您的
	Consent                          // consent as a thing
	Relative                         // that, which
	Passive                          // is, are, be, been
	Head                             // a verb that heads a clause of its own (影响)
	ConditionAfter                   // behind a condition (视为, 即表示)
	Place                            // governs where something is
	Phrase                           // looked for in the text where a trait asks for it; parts no text by itself
	Neutral                          // no cue; keeps shorter words inside from being seen
)

var classNames = map[string]Class{
	"verb": Verb, "gives": Gives, "light": Light, "first": First, "user": User, "third": Third,
	"organisation": Organisation, "data": DataNoun, "vague": Vague, "medium": Medium, "service": Service,
	"modal": Modal, "negation": Negation, "ask": Ask, "allow": Allow, "agree": Agree,
	"purpose-lead": PurposeLead, "purpose-trail": PurposeTrail, "purpose-tail": PurposeTail,
	"purpose-noun": PurposeNoun, "benefit": Benefit, "condition-lead": ConditionLead,
	"condition-tail": ConditionTail, "exception": Exception, "condition-word": ConditionWord,
	"to": To, "with": With, "from": From, "by": By, "via": Via, "front": Front, "list": List, "break": Break,
	"parts-open": PartsOpen, "parts-closed": PartsClosed, "more": More, "gloss": Gloss, "define": Define,
	"same-purpose": SamePurpose, "same-data": SameData, "same-party": SameParty,
	"same-condition": SameCondition, "adverb": Adverb, "of": Of, "determiner": Determiner,
	"possessive": Possessive, "consent": Consent, "relative": Relative, "passive": Passive, "head": Head, "condition-after": ConditionAfter, "place": Place, "phrase": Phrase, "neutral": Neutral,
}

// Entry is what the lexicon knows of a word.
type Entry struct {
	// Word is the word in lower case, and Lemma the form that the file gives.
	Word, Lemma string
	Class       Class
	Trait       Trait
	Category    Category // of a verb
	Modality    Modality // of a modal, or of a negation that holds one (不会)
	English     bool
}

// Is reports whether the word belongs to any of the classes.
func (e *Entry) Is(c Class) bool { return e != nil && e.Class&c != 0 }

//go:embed zh.txt
var chinese string

//go:embed en.txt
var english string

// Lexicon finds words. Use Default; the zero value knows none.
type Lexicon struct {
	// words are those of all scripts by the place of their start, the longest of a
	// place first; places[i] is the index of the first word of place i. The start is
	// the first two characters, in Latin script latinStart of them, or all.
	words  []word
	places [numPlaces + 1]uint16
	// withTrait are the words, phrases among them, that have the trait of a bit, the
	// longest first.
	withTrait [64][]*Entry
}

// word is an entry and what tells it from nearly all others: its first bytes, as
// headOf packs them, and ones where these are.
type word struct {
	head, mask uint64
	entry      *Entry
}

var load = sync.OnceValue(func() *Lexicon {
	l, err := read(chinese, english)
	if err != nil {
		// A test reads the files, so this is never reached.
		return &Lexicon{}
	}
	return l
})

// Default returns the lexicon of the embedded files, which it reads at the first
// call.
func Default() *Lexicon { return load() }

// StartOf returns the longest word with a trait, one of them, that s starts with, nil when
// there is none. It finds phrases too, and words inside longer ones: 此类 of 此类商家.
func (l *Lexicon) StartOf(s string, t Trait) *Entry {
	for _, e := range l.withTrait[bits.TrailingZeros64(uint64(t))%len(l.withTrait)] {
		n := len(e.Word)
		if n <= len(s) && equalFold(s[:n], e.Word) && (n == len(s) || !IsWordByte(s[n]) || !IsWordByte(e.Word[n-1])) {
			return e
		}
	}
	return nil
}

// Match returns the longest word of the lexicon at the start of s, nil when there
// is none. before is the byte before s, which decides whether a word in Latin
// script starts there.
func (l *Lexicon) Match(s string, before byte) *Entry {
	if s == "" {
		return nil
	}
	latin := s[0] < utf8.RuneSelf
	if latin && IsWordByte(before) {
		return nil
	}
	head := headOf(s)
	if !latin {
		one, two := characters(head)
		if e := l.match(s, head, latin, two); e != nil {
			return e
		}
		return l.match(s, head, latin, one)
	}
	head = lowerHead(head)
	for n := uint(latinStart); n > 0; n-- {
		if e := l.match(s, head, latin, n); e != nil {
			return e
		}
	}
	return nil
}

// match returns the longest word whose start is the first n bytes of a head and that s,
// which has this head, starts with.
func (l *Lexicon) match(s string, head uint64, latin bool, n uint) *Entry {
	place := placeOf(head & first(n))
	list := l.words[l.places[place]:l.places[place+1]]
	for i := range list {
		w := &list[i]
		if head&w.mask == w.head && w.entry.starts(s, latin) {
			return w.entry
		}
	}
	return nil
}

// starts reports whether s, which has the head of the word, starts with the whole of it.
func (e *Entry) starts(s string, latin bool) bool {
	n := len(e.Word)
	switch {
	case n > len(s):
		return false
	case !latin:
		return n <= headSize || s[headSize:n] == e.Word[headSize:]
	}
	return (n == len(s) || !IsWordByte(s[n]) || !IsWordByte(e.Word[n-1])) && (n <= headSize || equalFold(s[headSize:n], e.Word[headSize:]))
}

// IsWordByte reports whether a byte is of a word in Latin script.
func IsWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func equalFold(s, lowered string) bool {
	for i := range len(s) {
		if lower(s[i]) != lowered[i] {
			return false
		}
	}
	return true
}

// read makes a lexicon of both files.
func read(zh, en string) (*Lexicon, error) {
	words := map[string]*Entry{}
	for i, text := range [...]string{zh, en} {
		if err := readFile(words, text, i == 1); err != nil {
			return nil, fmt.Errorf("%s.txt: %w", [...]string{"zh", "en"}[i], err)
		}
	}
	l := &Lexicon{}
	placed := map[uint32][]*Entry{}
	for form, e := range words {
		for n := range l.withTrait {
			if e.Trait&(1<<n) != 0 {
				l.withTrait[n] = append(l.withTrait[n], e)
			}
		}
		if e.Class == Phrase {
			continue
		}
		head, n := headOf(form), uint(latinStart)
		if form[0] >= utf8.RuneSelf {
			_, n = characters(head)
		}
		at := placeOf(head & first(n))
		placed[at] = append(placed[at], e)
	}
	for _, list := range l.withTrait {
		sort.Slice(list, func(i, j int) bool { return len(list[i].Word) > len(list[j].Word) })
	}
	for at := range uint32(numPlaces) {
		list := placed[at]
		sort.Slice(list, func(i, j int) bool { return len(list[i].Word) > len(list[j].Word) })
		for _, e := range list {
			l.words = append(l.words, word{headOf(e.Word), first(uint(len(e.Word))), e})
		}
		l.places[at+1] = uint16(len(l.words))
	}
	return l, nil
}

// readFile adds the words of one file. A line is "classes: word, word"; a line
// that starts with white space goes on with the classes of the one before, and #
// starts a comment. Traits alone may stand before words that some line has under a
// class, which then have them too; forms stand between slashes.
func readFile(words map[string]*Entry, text string, english bool) error {
	var head Entry
	number := 0
	classless := map[*Entry]int{} // the line of words that have nothing but traits so far
	for line := range strings.Lines(text) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		rest := line
		if line[0] != ' ' && line[0] != '\t' {
			classes, after, found := strings.Cut(line, ":")
			if !found {
				return fmt.Errorf("line %d: no colon behind the classes", number)
			}
			var err error
			if head, err = readHead(classes); err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
			rest = after
		} else if head.Class == 0 && head.Trait == 0 {
			return fmt.Errorf("line %d: no classes before the words", number)
		}
		for word := range strings.SplitSeq(rest, ",") {
			word = strings.TrimSpace(word)
			if word == "" {
				continue
			}
			list := forms(word, english && head.Class&Verb != 0)
			if head.Class == 0 {
				list = strings.Split(word, "/")
			}
			for _, form := range list {
				e := words[form]
				if e == nil {
					e = &Entry{Word: form, Lemma: word, English: english}
					if form != word && endsInEd(form) {
						e.Trait = Participle
					}
					words[form] = e
				}
				e.Class |= head.Class
				e.Trait |= head.Trait
				if e.Class == 0 {
					classless[e] = number
				}
				if e.Category == NoCategory {
					e.Category = head.Category
				}
				if e.Modality == NoModality {
					e.Modality = head.Modality
				}
			}
		}
	}
	for e, number := range classless {
		if e.Class == 0 {
			return fmt.Errorf("line %d: %q has no class", number, e.Word)
		}
	}
	return nil
}

func readHead(s string) (Entry, error) {
	var head Entry
	for name := range strings.FieldsSeq(s) {
		switch {
		case classNames[name] != 0:
			head.Class |= classNames[name]
		case traitNames[name] != 0:
			head.Trait |= traitNames[name]
		case head.Class&Verb != 0 && CategoryNamed(name) != NoCategory:
			head.Category = CategoryNamed(name)
		case head.Class&(Modal|Negation) != 0 && ModalityNamed(name) != NoModality:
			head.Modality = ModalityNamed(name)
		default:
			return Entry{}, fmt.Errorf("%q is no class, trait, category or modality", name)
		}
	}
	if head.Class&Verb != 0 && head.Category == NoCategory || head.Class&Modal != 0 && head.Modality == NoModality {
		return Entry{}, fmt.Errorf("%q wants a category or modality", s)
	}
	return head, nil
}

// Lower returns s with the letters of ASCII in lower case, which is all that the
// words of the lexicon need.
func Lower(s string) string {
	for i := range len(s) {
		if lower(s[i]) == s[i] {
			continue
		}
		b := []byte(s)
		for ; i < len(b); i++ {
			b[i] = lower(b[i])
		}
		return string(b)
	}
	return s
}
