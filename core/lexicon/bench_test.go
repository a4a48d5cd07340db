package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// benchmark finds the words of a text as a reading does: from left to right.
func benchmark(b *testing.B, text string) {
	l := Default()
	text = strings.Repeat(text, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		before := byte(0)
		for at := 0; at < len(text); {
			n := 1
			if e := l.Match(text[at:], before); e != nil {
				n = len(e.Word)
			} else if text[at] >= utf8.RuneSelf {
				_, n = utf8.DecodeRuneInString(text[at:])
			}
			at += n
			before = text[at-1]
		}
	}
}

func BenchmarkChinese(b *testing.B) {
	benchmark(b, "当您领用工具箱时，您需要登记您的工号、联系方式以及领用日期，随后这张领用单会载明单号、工具或耗材（包括耗材编号、规格、数量）。")
}

func BenchmarkEnglish(b *testing.B) {
	benchmark(b, "When you borrow a toolbox, we will not share your contact details with any supplier unless a court orders us to; we may keep the date in order to plan repairs. ")
}
