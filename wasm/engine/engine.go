// Package engine answers what the page asks. It knows no JavaScript and holds one
// document; the UTF-16 offsets of the page become bytes here and nowhere else.
package engine

import (
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/annotate"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/suggest"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// Version is the version of Policymark, set when the engine is linked.
var Version = "dev"

// Error is an error with the code and the words that reach the page.
type Error struct {
	Code    string
	Message string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// The codes of errors, see protocol.Failure.
const (
	Stale   = "stale"
	Refused = "refused"
	Broken  = "broken"
)

var (
	wrongProtocol = locale.Text{
		ZH: "页面与引擎的版本不一致（%s 与 %s）：请重新加载页面",
		EN: "the page and the engine are of different versions (%s and %s): reload the page"}
	staleVersion = locale.Text{
		ZH: "引擎里的是第 %d 版，问的是第 %d 版",
		EN: "the engine has version %d, but was asked about version %d"}
	wrongChange = locale.Text{
		ZH: "第 %d 处改动（第 %d 到 %d 单位）不在正文的 %d 个单位之内，或切开了一个字符：请重新交来全文",
		EN: "change %d, from unit %d to %d, does not lie in the text of %d units or cuts a character in two: load the text again"}
	unknownRule = locale.Text{ZH: "没有名为“%s”的规则", EN: "there is no rule named “%s”"}
	unknownKind = locale.Text{ZH: "没有名为“%s”的标注种类", EN: "there is no kind of mark named “%s”"}
	problemGone = locale.Text{
		ZH: "这个问题已经不在了：正文刚刚改过",
		EN: "this problem is gone: the text has just changed"}
	nothingToFix = locale.Text{
		ZH: "没有可以这样修正的地方",
		EN: "this fix applies to no place"}
)

// Engine implements protocol.Engine. New makes one.
type Engine struct {
	doc     *core.Document
	version int
	budget  int // bytes that this report may still read to check fixes
	marks   int // that the last report had
	told    telling
	survey  *survey
	sorted  sortedPractices
	memory  *suggest.Words
	skipped map[string]bool
	knows   bool // the document was given both
	shown   *shown
	given   [maxOthers]string
	beside  map[protocol.Comparing]*comparison
	// inspected is forgotten with the next report.
	inspected *inspected
}

// New returns an engine with an empty document of version 0.
func New() *Engine { return &Engine{doc: core.Read(""), memory: suggest.NewWords()} }

var _ protocol.Engine = (*Engine)(nil)

// Hello implements protocol.Engine.
func (e *Engine) Hello(q protocol.HelloRequest) (protocol.Welcome, error) {
	lang := langOf(q.Lang)
	if q.Protocol != protocol.Fingerprint {
		return protocol.Welcome{}, &Error{Refused, wrongProtocol.In(lang, q.Protocol, protocol.Fingerprint)}
	}
	w := protocol.Welcome{Version: Version, MaxAnalysed: core.MaxAnalysed, MaxFile: maxFile}
	for _, r := range rules.All {
		w.Rules = append(w.Rules, protocol.RuleInfo{
			Name:     r.Name,
			Severity: protocol.Severity(r.Severity.String()),
			Title:    r.Title.In(lang),
		})
	}
	return w, nil
}

// Load implements protocol.Engine.
func (e *Engine) Load(q protocol.LoadRequest) (protocol.Report, error) {
	e.doc = core.OpenTree(e.read(q.Text), settingsOf(q.Levels))
	if len(q.Text) <= atOnce {
		e.doc.Advance(math.MaxInt)
	} else {
		e.advance(firstStep)
	}
	e.version = q.Version
	e.survey, e.sorted = nil, sortedPractices{}
	e.knows = false
	e.stopComparing()
	return e.report(q.View), nil
}

// Edit implements protocol.Engine.
func (e *Engine) Edit(q protocol.EditRequest) (protocol.Report, error) {
	if err := e.check(q.Base, q.View.Lang); err != nil {
		return protocol.Report{}, err
	}
	edits := make([]source.Edit, len(q.Changes))
	for i, c := range q.Changes {
		s, exact := e.exactSpan(c.From, c.To)
		if !exact {
			units := e.doc.Tree().Sum().Source.Units
			return protocol.Report{}, &Error{Stale, wrongChange.In(langOf(q.View.Lang), i+1, c.From, c.To, units)}
		}
		edits[i] = source.Edit{Span: s, Text: c.Insert}
	}
	if err := e.doc.Apply(edits); err != nil {
		return protocol.Report{}, &Error{Stale, err.Error()}
	}
	if e.doc.Tree().Sum().Source.Bytes <= atOnce {
		e.doc.Advance(math.MaxInt)
	}
	e.version = q.Version
	e.survey, e.sorted = nil, sortedPractices{}
	return e.report(q.View), nil
}

// Look implements protocol.Engine.
func (e *Engine) Look(q protocol.LookRequest) (protocol.Report, error) {
	if err := e.check(q.Version, q.View.Lang); err != nil {
		return protocol.Report{}, err
	}
	e.advance(nextStep)
	return e.report(q.View), nil
}

// A document of up to atOnce bytes is worked out when it is loaded, a longer one in
// steps of so long, so many blocks between looks at the clock. The first is for what the
// screen shows of its beginning.
const (
	atOnce          = 64 << 10
	firstStep       = 15 * time.Millisecond
	nextStep        = 30 * time.Millisecond
	blocksInBetween = 16
)

// advance works out a step's worth of what is pending.
func (e *Engine) advance(step time.Duration) {
	if e.doc.Done() == 1 {
		return
	}
	for end := time.Now().Add(step); !e.doc.Advance(blocksInBetween) && time.Now().Before(end); {
	}
	e.survey, e.sorted = nil, sortedPractices{}
}

// whole is check for questions about all of the document, which is worked out to the
// end for them.
func (e *Engine) whole(version int, lang protocol.Lang) error {
	err := e.check(version, lang)
	if err == nil {
		e.doc.Advance(math.MaxInt)
	}
	return err
}

// check refuses a question about another version than the engine's.
func (e *Engine) check(version int, lang protocol.Lang) error {
	if version == e.version {
		return nil
	}
	return &Error{Stale, staleVersion.In(langOf(lang), e.version, version)}
}

// Plain implements protocol.Engine.
func (e *Engine) Plain(q protocol.RangeRequest) (protocol.PlainText, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.PlainText{}, err
	}
	s := e.span(q.From, q.To)
	var out []byte
	e.doc.BlocksIn(s, func(b core.Block) bool {
		start := b.Before.Source.Bytes
		from := b.PlainAt(max(0, s.Start-start))
		to := b.PlainAt(min(b.Size().Bytes, s.End-start))
		if from < to {
			out = append(out, b.Plain()[from:to]...)
		}
		return true
	})
	return protocol.PlainText{Text: string(out)}, nil
}

func langOf(l protocol.Lang) locale.Lang { return locale.LangNamed(string(l)) }

func kindOf(k protocol.Kind, lang locale.Lang) (syntax.Kind, error) {
	kind := syntax.KindNamed(string(k))
	if kind == syntax.NoKind {
		return kind, &Error{Refused, unknownKind.In(lang, string(k))}
	}
	return kind, nil
}

// maxMessage bounds a message, in code points: it may quote what the page gave.
const maxMessage = 600

// Fail returns an error as it reaches the page.
func Fail(err error, lang locale.Lang) protocol.Failure {
	f := failureOf(err, lang)
	f.Message = shorten(f.Message, maxMessage)
	return f
}

func failureOf(err error, lang locale.Lang) protocol.Failure {
	var known *Error
	var refusal *annotate.Refusal
	switch {
	case errors.As(err, &known):
		return protocol.Failure{Code: known.Code, Message: known.Message}
	case errors.As(err, &refusal):
		return protocol.Failure{Code: Refused, Message: refusal.In(lang)}
	}
	return protocol.Failure{Code: Broken, Message: fmt.Sprintf("policymark: %v", err)}
}
