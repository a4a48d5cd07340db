package lexicon

import "strings"

// forms returns the forms of a word. An English verb comes with its regular
// forms, of its first word; an irregular one is written with slashes:
// give/gives/gave/given/giving.
func forms(word string, inflect bool) []string {
	if !inflect {
		return []string{word}
	}
	first, rest, _ := strings.Cut(word, " ")
	if rest != "" {
		rest = " " + rest
	}
	var list []string
	if strings.Contains(first, "/") {
		list = strings.Split(first, "/")
	} else {
		list = regular(first)
	}
	for i := range list {
		list[i] += rest
	}
	return list
}

// endsInEd reports whether the first word of a form ends as the past participle of a
// regular verb does.
func endsInEd(form string) bool {
	first, _, _ := strings.Cut(form, " ")
	return strings.HasSuffix(first, "ed")
}

// regular inflects a regular English verb.
func regular(v string) []string {
	end := v[len(v)-1]
	switch {
	case end == 'e':
		return []string{v, v + "s", v + "d", v[:len(v)-1] + "ing"}
	case end == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2])):
		stem := v[:len(v)-1]
		return []string{v, stem + "ies", stem + "ied", v + "ing"}
	case strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "ss"), strings.HasSuffix(v, "x"):
		return []string{v, v + "es", v + "ed", v + "ing"}
	}
	return []string{v, v + "s", v + "ed", v + "ing"}
}
