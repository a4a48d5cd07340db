package syntax

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
)

// benchText is a megabyte of marked text in short paragraphs.
var benchText = strings.Repeat("每天您签到时，(我们)可能会[记录]您的<签到信息>（包括<日期>、<班次>），以便{按月核算全勤奖}。\n\n", 6300)

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		Parse(benchText)
	}
}

func BenchmarkEscape(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		EscapeText(benchText)
	}
}

func BenchmarkEdit(b *testing.B) {
	tree := Parse(benchText)
	at := strings.Index(benchText[len(benchText)/2:], "(") + len(benchText)/2
	for b.Loop() {
		next, _, err := tree.Edit(source.Insert(at, "x"))
		if err != nil {
			b.Fatal(err)
		}
		tree, _, err = next.Edit(source.Delete(at, at+1))
		if err != nil {
			b.Fatal(err)
		}
	}
}
