package lexicon

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// read makes a lexicon of both files.
func read(zh, en string) (*Lexicon, error) {
	words := map[string]*Entry{}
	for i, text := range [...]string{zh, en} {
		if err := readFile(words, text, i == 1); err != nil {
			return nil, fmt.Errorf("%s.txt: %w", [...]string{"zh", "en"}[i], err)
		}
	}
	l := &Lexicon{folding: folds()}
	placed := map[uint32][]*Entry{}
	for form, e := range words {
		for n := range l.withTrait {
			if e.Traits.Has(Trait(n)) {
				l.withTrait[n] = append(l.withTrait[n], e)
			}
		}
		if e.Class == Phrase {
			continue
		}
		if c, _ := utf8.DecodeRuneInString(form); c < 1<<16 {
			l.first[c/64] |= 1 << (c % 64)
		}
		head, n := headOf(form), uint(latinStart)
		if form[0] >= utf8.RuneSelf {
			_, n = characters(head)
		}
		hash := hashOf(head & first(n))
		l.starting.add(hash)
		at := placeOf(hash)
		placed[at] = append(placed[at], e)
	}
	l.beginnings, l.endings = map[traitAt][]*Entry{}, map[traitAt][]*Entry{}
	for t, list := range l.withTrait {
		sort.Slice(list, func(i, j int) bool { return len(list[i].Word) > len(list[j].Word) })
		for _, e := range list {
			first, _ := utf8.DecodeRuneInString(e.Word)
			last, _ := utf8.DecodeLastRuneInString(e.Word)
			l.beginnings[traitAt{Trait(t), first}] = append(l.beginnings[traitAt{Trait(t), first}], e)
			l.endings[traitAt{Trait(t), last}] = append(l.endings[traitAt{Trait(t), last}], e)
		}
	}
	for at := range uint32(numPlaces) {
		list := placed[at]
		sort.Slice(list, func(i, j int) bool { return len(list[i].Word) > len(list[j].Word) })
		for _, e := range list {
			mask, size := first(uint(len(e.Word))), 0
			if e.Word[0] >= utf8.RuneSelf {
				_, two := characters(headOf(e.Word))
				mask &= first(two)
				if two >= uint(len(e.Word)) && e.Word[len(e.Word)-1] >= utf8.RuneSelf {
					size = len(e.Word)
				}
			}
			l.words = append(l.words, word{headOf(e.Word) & mask, mask, e, size})
		}
		l.places[at+1] = uint16(len(l.words))
	}
	return l, nil
}

// readFile adds the words of one file. A line is "classes: word, word"; a line
// that starts with white space goes on with the classes of the one before, and #
// starts a comment. Traits alone may stand before words that some line has under a
// class, which then have them too; forms stand between slashes there.
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
		} else if head.Class == 0 && head.Traits == (Traits{}) {
			return fmt.Errorf("line %d: no classes before the words", number)
		}
		for word := range strings.SplitSeq(rest, ",") {
			word = strings.TrimSpace(word)
			if word == "" {
				continue
			}
			var list []form
			switch {
			case head.Class == 0:
				for one := range strings.SplitSeq(word, "/") {
					list = append(list, form{word: one})
				}
			case english && head.Class&Verb != 0:
				list = forms(word)
			default:
				list = []form{{word: word}}
			}
			for _, f := range list {
				e := words[f.word]
				if e == nil {
					e = &Entry{Word: f.word, Lemma: word, English: english}
					words[f.word] = e
				}
				if f.participle {
					e.Traits.add(Participle)
				}
				e.Class |= head.Class
				e.Traits.addAll(head.Traits)
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
			head.Traits.add(traitNames[name])
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
