package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed spelling.txt
var spelling string

type respelling struct {
	from, to string
	end      bool
}

var respellings = sync.OnceValue(func() []respelling {
	var list []respelling
	for line := range strings.Lines(spelling) {
		line, _, _ = strings.Cut(line, "#")
		from, to, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found {
			continue
		}
		r := respelling{from: from, to: strings.TrimSpace(to)}
		r.from, r.end = strings.CutSuffix(r.from, "$")
		list = append(list, r)
	}
	return list
})

// Canonical returns a name of data as it is written most plainly, so that two
// spellings of one name come out alike. The result is for comparing, not for show.
func Canonical(name string) string {
	name = Fold(strings.TrimSpace(name))
	name = strings.Trim(name, "“”\"‘’'《》*_ ")
	if hasHan := strings.ContainsFunc(name, func(r rune) bool { return r >= 0x3400 && r <= 0x9FFF }); hasHan {
		name = strings.ReplaceAll(name, " ", "")
	}
	for _, r := range respellings() {
		if r.end {
			if rest, ok := strings.CutSuffix(name, r.from); ok && rest != "" {
				name = rest + r.to
			}
			continue
		}
		name = strings.ReplaceAll(name, r.from, r.to)
	}
	return name
}
