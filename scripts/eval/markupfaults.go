package main

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/syntax"
)

// markupFaults break a text as the rules of the markup mean it; "" when the mark is no
// place for it.
var markupFaults = map[string]func(*place) string{
	"unclosed-mark": func(p *place) string { return p.with(p.end()-1, p.end(), "") },
	"stray-closer":  func(p *place) string { return p.with(p.start(), p.start()+1, "") },
	"crossing-marks": func(p *place) string {
		at := p.middle()
		_, n := utf8.DecodeRuneInString(p.text[p.end():])
		if !p.leaf(syntax.Data) || at == 0 || strings.ContainsAny(p.text[p.end():min(len(p.text), p.end()+n)], "()[]<>{}。\n，；\\") {
			return ""
		}
		return p.text[:at] + "[" + p.text[at:p.end()+n] + "]" + p.text[p.end()+n:]
	},
	"same-kind-nested": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 {
			return p.text[:at] + "<" + p.text[at:p.end()-1] + ">" + p.text[p.end()-1:]
		}
		return ""
	},
	"empty-mark": func(p *place) string { return p.with(p.end(), p.end(), "< >") },
	"mark-over-line-break": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 {
			return p.with(at, at, "\n")
		}
		return ""
	},
	"loose-edge": func(p *place) string {
		r, n := utf8.DecodeRuneInString(p.text[p.end():])
		if !strings.ContainsRune("，。；：", r) {
			return ""
		}
		return p.text[:p.end()-1] + string(r) + p.mark().Kind.Close() + p.text[p.end()+n:]
	},
	"prose-bracket": func(p *place) string { return p.with(p.end(), p.end(), "(1)") },
	"mixed-width-brackets": func(p *place) string {
		if p.mark().Kind != syntax.Data || !strings.HasPrefix(p.text[p.end():], "（") {
			return ""
		}
		return p.with(p.end(), p.end()+len("（"), "(")
	},
	"full-width-markup": func(p *place) string {
		if !p.leaf(syntax.Data) || utf8.RuneCountInString(p.words()) > 20 {
			return ""
		}
		return p.with(p.start(), p.end(), "＜"+p.words()+"＞")
	},
	"hidden-character": func(p *place) string {
		if at := p.middle(); p.leaf(syntax.Data) && at > 0 {
			return p.with(at, at, "\u200b")
		}
		return ""
	},
	"wrong-kind": func(p *place) string {
		if !p.leaf(syntax.Action) {
			return ""
		}
		return p.with(p.start(), p.end(), "<"+p.words()+">")
	},
	"list-in-mark": func(p *place) string {
		// The next mark holds no list, nor does a bracket stand open here.
		next, _, _ := strings.Cut(strings.TrimPrefix(p.text[p.end():], "、<"), ">")
		if p.mark().Kind != syntax.Data || !strings.HasPrefix(p.text[p.end():], "、<") || strings.ContainsAny(next+p.words(), "、（(") {
			return ""
		}
		return p.text[:p.end()-1] + "、" + p.text[p.end()+len("、<"):]
	},
	"possessive-in-mark": func(p *place) string {
		before, found := strings.CutSuffix(p.text[:p.start()], "您的")
		if !found || p.mark().Kind != syntax.Data {
			return ""
		}
		return before + "<您的" + p.text[p.start()+1:]
	},
	"cue-in-mark": func(p *place) string {
		for _, cue := range cues {
			before, found := strings.CutSuffix(p.text[:p.start()], cue)
			if found && p.mark().Kind == syntax.Purpose && strings.Count(p.text, cue+"{") > 4+3*strings.Count(p.text, "{"+cue) {
				return before + "{" + cue + p.text[p.start()+1:]
			}
		}
		return ""
	},
	"long-mark": func(p *place) string {
		if !p.leaf(syntax.Data) {
			return ""
		}
		return p.with(p.start(), p.end(), "<"+strings.Repeat("某种", 22)+"信息>")
	},
	"unknown-setting": func(p *place) string {
		return "---\npolicymark:\n  rules:\n    " + [...]string{"long-marks: off", "long-mark: of", "- long-mark"}[p.r.IntN(3)] + "\n---\n" + p.text
	},
	"unknown-qualifier":  func(p *place) string { return p.with(p.end()-1, p.end()-1, "|boss") },
	"dangling-reference": func(p *place) string { return p.with(p.end()-1, p.end()-1, "|=nix") },
}
