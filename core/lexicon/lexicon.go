// Package lexicon holds the words by which practices are read: verbs of handling
// data, cues of purposes and conditions, modality, negation and the rest. They
// are data, in zh.txt and en.txt, which somebody who knows language but no Go can
// read and edit.
package lexicon

import (
	_ "embed"
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
	Traits      Traits
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
	*folding
	// words are those of all scripts by the place of their start, the longest of a
	// place first; places[i] is the index of the first word of place i. The start is
	// the first two characters, in Latin script latinStart of them, or all.
	words  []word
	places [numPlaces + 1]uint16
	// starting has the starts of all words.
	starting sieve
	// first has a bit for each character of the basic plane that a word starts with.
	first [1 << 16 / 64]uint64
	// withTrait are the words, phrases among them, that have a trait, the
	// longest first.
	withTrait [numTraits][]*Entry
	// beginnings and endings are the same words by their first and by their last character.
	beginnings, endings map[traitAt][]*Entry
}

// traitAt is a trait of words that start, or end, with a character.
type traitAt struct {
	trait     Trait
	character rune
}

// word is an entry and what tells it from nearly all others: its first bytes, as
// headOf packs them, in Chinese the first two characters, and ones where these are.
// size is how many bytes the word takes of a text with this head when it is Chinese
// and no longer, else 0: then the rest is to be compared.
type word struct {
	head, mask uint64
	entry      *Entry
	size       int
}

var load = sync.OnceValue(func() *Lexicon {
	l, err := read(chinese, english)
	if err != nil {
		// A test reads the files, so this is never reached.
		return &Lexicon{folding: folds()}
	}
	return l
})

// Default returns the lexicon of the embedded files, which it reads at the first
// call.
func Default() *Lexicon { return load() }

// StartOf returns the longest word with a trait, one of them, that s starts with, nil when
// there is none. It finds phrases too, and words inside longer ones: 此类 of 此类商家.
func (l *Lexicon) StartOf(s string, t Trait) *Entry {
	first, _ := utf8.DecodeRuneInString(s)
	for _, e := range l.beginnings[traitAt{t, l.one(first)}] {
		if l.starts(s, e.Word) > 0 {
			return e
		}
	}
	return nil
}

// EndOf returns the longest word with a trait, one of them, that s ends with, nil when
// there is none. It finds phrases too, and words inside longer ones: 师 of 营养师.
func (l *Lexicon) EndOf(s string, t Trait) *Entry {
	last, _ := utf8.DecodeLastRuneInString(s)
	for _, e := range l.endings[traitAt{t, l.one(last)}] {
		if strings.HasSuffix(s, e.Word) || strings.HasSuffix(Fold(s), e.Word) {
			return e
		}
	}
	return nil
}

// Match returns the longest word of the lexicon at the start of s, nil when there
// is none. before is the byte before s, which decides whether a word in Latin
// script starts there. How a word is written, Fold sees through.
func (l *Lexicon) Match(s string, before byte) *Entry {
	e, _ := l.Find(s, before)
	return e
}

// Find returns what Match does, and how many bytes of s the word takes: not always as
// many as the word has (will   not), 0 when there is none.
func (l *Lexicon) Find(s string, before byte) (*Entry, int) {
	if s == "" || s[0] <= ' ' || IsWordByte(s[0]) && IsWordByte(before) {
		return nil, 0
	}
	head := headOf(s)
	if s[0] < utf8.RuneSelf {
		if l.oddLatin(s, head) {
			return l.findFolded(s, before)
		}
		return l.findLatin(s, lowerHead(head))
	}
	if s[0]>>4 == 0xE && len(s) >= 3 {
		// Three bytes, as nearly all Chinese characters have. Most start no word.
		if r := rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F); l.first[r/64]>>(r%64)&1 == 0 && !l.isOdd(r) {
			return nil, 0
		}
	}
	if l.oddHan(head) {
		return l.findFolded(s, before)
	}
	return l.findHan(s, head, false)
}

// Whole returns the word that s is as a whole, nil when s is none.
func (l *Lexicon) Whole(s string) *Entry {
	if e, n := l.Find(s, ' '); n == len(s) {
		return e
	}
	return nil
}

// findFolded finds the word of s when its first characters may have to be read as others.
func (l *Lexicon) findFolded(s string, before byte) (*Entry, int) {
	head := l.head(s)
	switch c := byte(head); {
	case c == 0 || IsWordByte(c) && IsWordByte(before):
		return nil, 0
	case c < utf8.RuneSelf:
		return l.findLatin(s, head)
	}
	return l.findHan(s, head, true)
}

func (l *Lexicon) findLatin(s string, head uint64) (*Entry, int) {
	for n := uint(latinStart); n > 0; n-- {
		if e, size := l.find(s, head, n, false); e != nil {
			return e, size
		}
	}
	return nil, 0
}

func (l *Lexicon) findHan(s string, head uint64, folded bool) (*Entry, int) {
	one, two := characters(head)
	if e, size := l.find(s, head, two, folded); e != nil {
		return e, size
	}
	return l.find(s, head, one, folded)
}

// find returns the longest word whose start is the first n bytes of a head and that s,
// which has this head as the lexicon writes it, starts with. folded says that the head
// may be of other bytes than s.
func (l *Lexicon) find(s string, head uint64, n uint, folded bool) (*Entry, int) {
	hash := hashOf(head & first(n))
	if !l.starting.has(hash) {
		return nil, 0
	}
	place := placeOf(hash)
	list := l.words[l.places[place]:l.places[place+1]]
	for i := range list {
		w := &list[i]
		if head&w.mask != w.head {
			continue
		}
		if w.size > 0 && !folded {
			return w.entry, w.size
		}
		if size := l.starts(s, w.entry.Word); size > 0 {
			return w.entry, size
		}
	}
	return nil, 0
}

// starts returns how many bytes of s a word takes that s starts with, 0 when s starts
// otherwise.
func (l *Lexicon) starts(s, word string) int {
	n := len(word)
	if word[0] >= utf8.RuneSelf && n <= len(s) && s[:n] == word {
		return n
	}
	for i := range min(n, len(s)) {
		if lower(s[i]) != word[i] {
			if l.mayFold(s, i) {
				return l.prefix(s, word)
			}
			return 0
		}
	}
	switch {
	case n > len(s):
		return 0
	case n == len(s) || word[n-1] >= utf8.RuneSelf:
		return n
	case s[n] >= utf8.RuneSelf:
		return l.prefix(s, word)
	case IsWordByte(s[n]) && IsWordByte(word[n-1]):
		return 0
	}
	return n
}

// mayFold reports whether the character that holds byte i of s may be read as another.
func (l *Lexicon) mayFold(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return !plain(s[i])
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return l.isOdd(leading(s[i:]))
}

// plain reports whether a byte is a character that nothing else is read as.
func plain(c byte) bool { return c > ' ' && c < utf8.RuneSelf && c != '`' }

// oddLatin reports whether a character of the head of s, which starts with one of ASCII, may
// have to be read as another. No such word goes on in another script, so the first of its
// characters is all that is looked at.
func (l *Lexicon) oddLatin(s string, head uint64) bool {
	if !unusual(head | filler(len(s))) {
		return false
	}
	n := ascii(head)
	return n == headSize || unusual(head&first(uint(n))|filler(n)) || l.isOdd(leading(s[n:]))
}

// oddHan reports whether either of the first two characters of a head, the first of
// which is not of ASCII, may have to be read as another.
func (l *Lexicon) oddHan(head uint64) bool {
	second := head >> (8 * hanSize)
	switch {
	case head&0xF0 != 0xE0:
		return head&0xF0 < 0xE0
	case l.isOdd(three(head)):
		return true
	case second&0xF0 == 0xE0:
		return l.isOdd(three(second))
	case second&0x80 == 0:
		return false // no Chinese word goes on with a character of ASCII that is read as another
	}
	return second&0xF0 < 0xE0
}

// hanSize is how many bytes a Chinese character takes.
const hanSize = len("的")

// three returns the character that a head starts with, which takes three bytes.
func three(head uint64) rune {
	return rune(head&0xF<<12 | head>>8&0x3F<<6 | head>>16&0x3F)
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
