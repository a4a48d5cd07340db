package source

import (
	"bytes"
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"
)

// rawLine is a line of a file as it was opened.
type rawLine struct {
	text    string // normalised, without its ending
	content string // as it was
	ending  string
}

// encodeByLine writes text with the endings and invalid bytes of the lines of
// the file that it still has. Lines are aligned by those that occur once in each;
// what lies between two aligned lines is taken pair by pair when it is as many
// lines as before.
func (f File) encodeByLine(b *bytes.Buffer, text string) {
	old := f.rawLines()
	now := strings.Split(text, "\n")
	pair := alignLines(old, now)
	for i, line := range now {
		ending := cmp.Or(f.ending, "\n")
		if j := pair[i]; j >= 0 {
			line = restoreInvalid(line, old[j])
			if old[j].ending != "" {
				ending = old[j].ending
			}
		}
		b.WriteString(line)
		if i == len(now)-1 {
			break
		}
		if line == "" && ending == "\n" && bytes.HasSuffix(b.Bytes(), []byte("\r")) {
			ending = "\r\n" // else the two would read as one line break
		}
		b.WriteString(ending)
	}
}

func (f File) rawLines() []rawLine {
	rest := string(f.raw)
	if f.bom {
		rest = rest[len(byteOrderMark):]
	}
	var lines []rawLine
	for {
		content, ending := cutLine(rest)
		normal := content
		if f.invalid > 0 {
			normal, _ = replaceInvalid(content)
		}
		lines = append(lines, rawLine{normal, content, ending})
		if ending == "" {
			return lines
		}
		rest = rest[len(content)+len(ending):]
	}
}

// restoreInvalid returns line with the invalid bytes of the line that it was
// edited from, if it has as many U+FFFD as that.
func restoreInvalid(line string, from rawLine) string {
	const replacement = "\uFFFD"
	if line == from.text {
		return from.content
	}
	if n := strings.Count(line, replacement); n == 0 || n != strings.Count(from.text, replacement) {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(from.content); {
		r, size := utf8.DecodeRuneInString(from.content[i:])
		if r == utf8.RuneError {
			before, after, _ := strings.Cut(line, replacement)
			b.WriteString(before)
			b.WriteString(from.content[i : i+size])
			line = after
		}
		i += size
	}
	b.WriteString(line)
	return b.String()
}

// alignLines returns for each line of now the index of the line of old that it
// is or was edited from, -1 for a line that is new.
func alignLines(old []rawLine, now []string) []int {
	pair := make([]int, len(now))
	for i := range pair {
		pair[i] = -1
	}
	anchors := append(uniquePairs(old, now), [2]int{len(old), len(now)})
	i, j := 0, 0 // first lines of old and now that are not aligned
	for _, a := range anchors {
		ends := [2]int{a[0], a[1]}
		for i < ends[0] && j < ends[1] && old[i].text == now[j] {
			pair[j] = i
			i, j = i+1, j+1
		}
		for i < ends[0] && j < ends[1] && old[ends[0]-1].text == now[ends[1]-1] {
			ends[0], ends[1] = ends[0]-1, ends[1]-1
			pair[ends[1]] = ends[0]
		}
		if ends[0]-i == ends[1]-j {
			for ; i < ends[0]; i, j = i+1, j+1 {
				pair[j] = i
			}
		}
		if a[1] < len(now) {
			pair[a[1]] = a[0]
		}
		i, j = a[0]+1, a[1]+1
	}
	return pair
}

// uniquePairs returns the lines that occur once in both, as pairs of indexes in
// old and now, thinned out to the longest run that rises in both (patience).
func uniquePairs(old []rawLine, now []string) [][2]int {
	where := map[string]int{} // index in old, -1 for a line that occurs again
	for i, line := range old {
		if _, again := where[line.text]; again {
			where[line.text] = -1
		} else {
			where[line.text] = i
		}
	}
	seen := map[string]int{}
	for _, line := range now {
		seen[line]++
	}
	type link struct {
		pair     [2]int
		previous int
	}
	var links []link
	var tops []int // the last link of the best run of each length
	for j, line := range now {
		i, found := where[line]
		if !found || i < 0 || seen[line] > 1 {
			continue
		}
		k := sort.Search(len(tops), func(k int) bool { return links[tops[k]].pair[0] > i })
		previous := -1
		if k > 0 {
			previous = tops[k-1]
		}
		links = append(links, link{[2]int{i, j}, previous})
		if k == len(tops) {
			tops = append(tops, 0)
		}
		tops[k] = len(links) - 1
	}
	if len(tops) == 0 {
		return nil
	}
	run := make([][2]int, len(tops))
	at := tops[len(tops)-1]
	for k := len(tops) - 1; k >= 0; k-- {
		run[k] = links[at].pair
		at = links[at].previous
	}
	return run
}
