package engine

import (
	"errors"
	"time"

	"github.com/policymark/policymark/core/compare"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/practice/reading"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

// maxOthers is how many texts the document can be compared with at once, and oneStep
// how long a step of a comparison takes at most, as far as the work can be cut.
const (
	maxOthers = 2
	oneStep   = 20 * time.Millisecond
)

// The ways to compare, see protocol.Comparing.
const (
	drift      = protocol.Comparing("drift")
	carry      = protocol.Comparing("carry")
	practices  = protocol.Comparing("practices")
	plainTexts = protocol.Comparing("text")
	annotators = protocol.Comparing("annotators")
)

var (
	noSuchPlace = locale.Text{
		ZH: "最多能同时比较 %d 份文字",
		EN: "at most %d texts can be compared at once"}
	noComparison = locale.Text{
		ZH: "没有这个比较的结果：请重新比较",
		EN: "there is no such comparison: compare again"}
	notEnded = locale.Text{
		ZH: "比较还没有完成",
		EN: "the comparison has not ended yet"}
	unknownComparing = locale.Text{ZH: "没有名为“%s”的比较方式", EN: "there is no comparison named “%s”"}
	noSuchRow        = locale.Text{ZH: "没有第 %d 行", EN: "there is no row %d"}
	notDecided       = locale.Text{ZH: "这里没有什么要决定的", EN: "there is nothing to decide here"}
)

// comparison is one way in which the document was compared, as it was then.
type comparison struct {
	kind    protocol.Comparing
	version int // of the document
	older   bool
	doc     syntax.Tree
	here    compare.Version // of the document where it is analysed, for practices
	others  []syntax.Tree
	plain   [2]string // of the older and the newer text, or the document and the other
	task    *compare.Task[bool]
	ended   bool

	drift     []compare.Drift
	carrying  *compare.Carrying
	practices []compare.PracticeChange // without the same
	changes   []compare.Change
	both      *compare.Comparison
	agreement *compare.Agreement
	choices   []compare.Choice // of rows
}

// stopComparing gives all comparisons up.
func (e *Engine) stopComparing() {
	for _, c := range e.beside {
		c.task.Stop()
	}
	e.beside = nil
}

// GiveText implements protocol.Engine.
func (e *Engine) GiveText(q protocol.GiveTextRequest) (protocol.GivenText, error) {
	lang := langOf(q.Lang)
	if q.Place < 0 || q.Place >= maxOthers {
		return protocol.GivenText{}, &Error{Refused, noSuchPlace.In(lang, maxOthers)}
	}
	given := &e.given[q.Place]
	if !q.Add {
		*given = ""
	}
	if len(*given)+len(q.Text) > maxFile {
		*given = ""
		return protocol.GivenText{}, &Error{Refused, textTooLarge.In(lang, maxFile>>20)}
	}
	*given += q.Text
	return protocol.GivenText{Bytes: len(*given)}, nil
}

// WeighText implements protocol.Engine.
func (e *Engine) WeighText(q protocol.WeighTextRequest) (protocol.WeighedText, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.WeighedText{}, err
	}
	if q.Place < 0 || q.Place >= maxOthers {
		return protocol.WeighedText{}, &Error{Refused, noSuchPlace.In(langOf(q.Lang), maxOthers)}
	}
	other := syntax.Parse(e.given[q.Place])
	here, there := e.doc.Tree().Sum().Marks, other.Sum().Marks
	place, differ := compare.FirstDifference(e.doc.Tree().Plain(), other.Plain())
	w := protocol.WeighedText{Counts: counts(other.Sum()), Same: !differ, Line: place.Line, Column: place.Column}
	switch {
	case !differ && there > 0:
		w.Recommended = annotators
	case !differ:
		w.Recommended = drift
	case there == 0 && here > 0:
		w.Recommended = carry
	case there == 0:
		w.Recommended = plainTexts
	default:
		w.Recommended = practices
	}
	return w, nil
}

// Compare implements protocol.Engine.
func (e *Engine) Compare(q protocol.CompareRequest) (protocol.ComparisonProgress, error) {
	lang := langOf(q.Lang)
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.ComparisonProgress{}, err
	}
	if q.Others < 1 || q.Others > maxOthers {
		return protocol.ComparisonProgress{}, &Error{Refused, noSuchPlace.In(lang, maxOthers)}
	}
	work := works[q.Kind]
	if work == nil {
		return protocol.ComparisonProgress{}, &Error{Refused, unknownComparing.In(lang, string(q.Kind))}
	}
	if before := e.beside[q.Kind]; before != nil {
		before.task.Stop()
	}
	c := &comparison{kind: q.Kind, version: q.Version, older: q.Older, doc: e.doc.Tree()}
	if q.Kind == practices && e.doc.Analysed() {
		c.here = e.doc.Version()
	}
	given := e.given
	c.task = compare.Start(func(p compare.Progress) (bool, error) {
		for i, text := range given[:q.Others] {
			if !p(i, 100) {
				return false, compare.ErrCancelled
			}
			c.others = append(c.others, syntax.Parse(text))
		}
		if !p(q.Others, 100) {
			return false, compare.ErrCancelled
		}
		return true, work(c, p)
	})
	if e.beside == nil {
		e.beside = map[protocol.Comparing]*comparison{}
	}
	e.beside[q.Kind] = c
	for i := range q.Others {
		e.given[i] = ""
	}
	return protocol.ComparisonProgress{Total: 100}, nil
}

// StepComparison implements protocol.Engine.
func (e *Engine) StepComparison(q protocol.ComparisonRequest) (protocol.ComparisonProgress, error) {
	c := e.beside[q.Kind]
	if c == nil {
		return protocol.ComparisonProgress{}, &Error{Stale, noComparison.In(langOf(q.Lang))}
	}
	for end := time.Now().Add(oneStep); !c.ended && time.Now().Before(end); {
		if c.task.Next() {
			continue
		}
		if _, err := c.task.Result(); err != nil {
			delete(e.beside, q.Kind)
			return protocol.ComparisonProgress{}, told(err, langOf(q.Lang))
		}
		c.ended = true
		c.choices = make([]compare.Choice, c.len())
	}
	done, total := c.task.Progress()
	return protocol.ComparisonProgress{Done: done, Total: total, Ended: c.ended}, nil
}

// told is an error of a comparison as it reaches the page.
func told(err error, lang locale.Lang) error {
	var different *compare.DifferentTexts
	if errors.As(err, &different) {
		return &Error{Refused, different.In(lang)}
	}
	return err
}

// StopComparison implements protocol.Engine.
func (e *Engine) StopComparison(q protocol.ComparisonRequest) (protocol.ComparisonProgress, error) {
	if c := e.beside[q.Kind]; c != nil {
		c.task.Stop()
		delete(e.beside, q.Kind)
	}
	return protocol.ComparisonProgress{}, nil
}

// comparison returns a comparison that has ended.
func (e *Engine) comparison(kind protocol.Comparing, lang protocol.Lang) (*comparison, error) {
	c := e.beside[kind]
	switch {
	case c == nil:
		return nil, &Error{Stale, noComparison.In(langOf(lang))}
	case !c.ended:
		return nil, &Error{Refused, notEnded.In(langOf(lang))}
	}
	return c, nil
}

// works does what a comparison of each kind is.
var works = map[protocol.Comparing]func(*comparison, compare.Progress) error{
	drift: func(c *comparison, p compare.Progress) (err error) {
		c.plain = [2]string{c.doc.Plain(), c.others[0].Plain()}
		c.drift, err = compare.FindDrift(c.doc, c.plain[1], p)
		return err
	},
	carry: func(c *comparison, p compare.Progress) (err error) {
		c.carrying, err = compare.Carry(c.doc, c.others[0].Plain(), p)
		return err
	},
	practices: func(c *comparison, p compare.Progress) error {
		here, err := c.here, error(nil)
		if here.Readings == nil {
			if here, err = read(c.doc, p); err != nil {
				return err
			}
		}
		there, err := read(c.others[0], p)
		if err != nil {
			return err
		}
		if c.older {
			here, there = there, here
		}
		c.plain = [2]string{here.Tree.Plain(), there.Tree.Plain()}
		all, err := compare.Practices(here, there, p)
		for _, one := range all {
			if one.Fate != compare.Same {
				c.practices = append(c.practices, one)
			}
		}
		return err
	},
	plainTexts: func(c *comparison, p compare.Progress) (err error) {
		c.plain = [2]string{c.doc.Plain(), c.others[0].Plain()}
		if c.older {
			c.plain[0], c.plain[1] = c.plain[1], c.plain[0]
		}
		c.changes, err = compare.Diff(c.plain[0], c.plain[1], p)
		return err
	},
	annotators: func(c *comparison, _ compare.Progress) (err error) {
		c.both, err = compare.Annotations(append([]syntax.Tree{c.doc}, c.others...)...)
		return err
	},
}

// read reads the practices of a text in steps.
func read(t syntax.Tree, p compare.Progress) (compare.Version, error) {
	list := make([]*practice.Reading, t.Len())
	var in *reading.Context
	for i := range list {
		if i%16 == 0 && !p(i, t.Len()) {
			return compare.Version{}, compare.ErrCancelled
		}
		list[i], in = reading.Block(t.At(i), in)
	}
	return compare.NewVersion(t, list), nil
}
