package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
)

// traditional returns a replacer that writes text in Traditional characters.
func traditional(t *testing.T) *strings.Replacer {
	t.Helper()
	data, err := os.ReadFile("../../lexicon/variants.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		for group := range strings.FieldsSeq(line) {
			_, n := utf8.DecodeRuneInString(group)
			_, m := utf8.DecodeRuneInString(group[n:])
			pairs = append(pairs, group[:n], group[n:n+m])
		}
	}
	return strings.NewReplacer(pairs...)
}

// A sentence in Traditional characters reads as the same in Simplified ones.
func TestTraditionalReadsAlike(t *testing.T) {
	convert := traditional(t)
	files, err := filepath.Glob("testdata/sentences/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	const probes = "../../../scripts/eval/probes/zh.txt"
	for _, file := range append(files, probes) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `\n`, "\n")
			line, quoted := strings.CutPrefix(line, "> ")
			if file == probes && !quoted || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "//") || convert.Replace(line) == line {
				continue
			}
			n++
			if got, want := lexicon.Fold(readBrief(convert.Replace(line))), lexicon.Fold(readBrief(line)); got != want {
				t.Errorf("%s: %s\n got\n%s\nwant\n%s", file, convert.Replace(line), got, want)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d sentences", n)
	}
}
