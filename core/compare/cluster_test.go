package compare

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// clusters cuts s as the package does.
func clusters(s string) []string {
	var list []string
	for at := 0; at < len(s); {
		end := clusterEnd(s, at)
		list = append(list, s[at:end])
		at = end
	}
	return list
}

func TestClusters(t *testing.T) {
	for _, want := range []string{
		"a|b|c", "甲|乙|，", "👨‍👩‍👧| |a|\r\n|b", "e\u0301|e", "🇨🇳|🇩🇪", "🇨🇳|🇩", "👍🏽|x", "가|각", "\u1100\u1161\u11A8|x", "葛\U000E0101|城",
		"か\u3099|き", "ﾊﾞ|x", "❤️|❤", "क्ष|a", "\u0600a|b", "\n|\n", "\r|a", "1️⃣|2", "🏴\U000E0067\U000E0062\U000E007F|x",
	} {
		s := strings.ReplaceAll(want, "|", "")
		if got := strings.Join(clusters(s), "|"); got != want {
			t.Errorf("%q is cut %q, want %q", s, got, want)
		}
	}
}

// No cluster of the Unicode standard is ever split.
func FuzzClusters(f *testing.F) {
	for _, s := range []string{"👨\u200d👩\u200d👧 a\r\nb", "e\u0301 क्\u200dष 각 🇨🇳🇩🇪🇫 👍🏽 \u0600x", "\u200d\u200d甲\ufe0f", "\r\r\n\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		ours := map[int]bool{}
		at := 0
		for _, c := range clusters(s) {
			at += len(c)
			ours[at] = true
		}
		theirs := map[int]bool{}
		at = 0
		for g := uniseg.NewGraphemes(s); g.Next(); {
			at += len(g.Str())
			theirs[at] = true
		}
		for at := range ours {
			if !theirs[at] {
				t.Fatalf("%+q is split at byte %d, inside a cluster", s, at)
			}
		}
	})
}
