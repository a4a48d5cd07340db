package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed irregular.txt
var irregular string

// form is a form of a verb.
type form struct {
	word       string
	participle bool // given, collected
}

// forms returns the forms of an English verb, itself first. Of several words the first
// is inflected, or the one behind an adverb: gave away, publicly posted.
func forms(verb string) []form {
	before, rest := "", verb
	if first, after, found := strings.Cut(verb, " "); found && strings.HasSuffix(first, "ly") {
		before, rest = first+" ", after
	}
	first, rest, found := strings.Cut(rest, " ")
	if found {
		rest = " " + rest
	}
	all, isIrregular := irregularVerbs()[first]
	if !isIrregular {
		all = regular(first)
	}
	var list []form
	for i, word := range all {
		if i > 0 && word == all[0] {
			// The participle is the verb itself: read.
			list[0].participle = list[0].participle || i == participle
			continue
		}
		if i > 0 && word == all[i-1] {
			list[len(list)-1].participle = i == participle
			continue
		}
		list = append(list, form{before + word + rest, i == participle})
	}
	return list
}

// participle is the index of the participle among the forms of a verb.
const participle = 3

// irregularVerbs are the forms of the verbs of irregular.txt.
var irregularVerbs = sync.OnceValue(func() map[string][5]string {
	verbs := map[string][5]string{}
	for line := range strings.Lines(irregular) {
		line, _, _ = strings.Cut(line, "#")
		if all := strings.Fields(line); len(all) > 0 {
			verbs[all[0]] = [5]string(all)
		}
	}
	return verbs
})

// regular inflects a regular English verb: it, its -s form, past, participle, -ing form.
func regular(v string) [5]string {
	s, past, ing := v+"s", v+"ed", v+"ing"
	switch end := v[len(v)-1]; {
	case end == 'e':
		past, ing = v+"d", v[:len(v)-1]+"ing"
	case end == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		stem := v[:len(v)-1]
		s, past = stem+"ies", stem+"ied"
	case strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "ss"), strings.HasSuffix(v, "x"):
		s = v + "es"
	}
	return [5]string{v, s, past, past, ing}
}
