package reading

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is read into the golden files")

// The files of testdata/sentences hold sentences in markup, each followed by the
// practices that an analyst reads in it, one to a line and indented. Sentences
// stand apart by blank lines; lines that start with "//" are comments. How a
// practice is written: see brief. A sign behind a value is its evidence: ° read
// from unmarked words, ^ carried from before, ? implied; ! before it a condition
// under which something is not so.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/sentences/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sentences: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		n := 0
		for i, part := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
			if i > 0 {
				out.WriteString("\n")
			}
			var markup, want []string
			for line := range strings.SplitSeq(part, "\n") {
				switch {
				case strings.HasPrefix(line, "//"):
					out.WriteString(line + "\n")
				case strings.HasPrefix(line, "  "):
					want = append(want, line)
				default:
					markup = append(markup, line)
				}
			}
			if len(markup) == 0 {
				continue
			}
			n++
			source := strings.Join(markup, "\n")
			got := readBrief(strings.ReplaceAll(source, `\n`, "\n"))
			if got != "" {
				got = "  " + strings.ReplaceAll(got, "\n", "\n  ")
			}
			if w := strings.Join(want, "\n"); got != w && !*update {
				t.Errorf("%s: %s\n got\n%s\nwant\n%s", file, source, got, w)
			}
			out.WriteString(source + "\n")
			if got != "" {
				out.WriteString(got + "\n")
			}
		}
		t.Logf("%s: %d sentences", file, n)
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
