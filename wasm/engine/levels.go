package engine

import (
	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/rules"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/wasm/protocol"
)

// settingsOf returns levels as settings. Rules and levels that do not exist are
// passed over: a page of another version may have kept them.
func settingsOf(levels []protocol.RuleLevel) rule.Settings {
	s := rule.Settings{Levels: map[string]rule.Severity{}}
	for _, l := range levels {
		if level, ok := rule.SeverityNamed(string(l.Level)); ok && rules.Named(l.Rule) != nil {
			s.Levels[l.Rule] = level
		}
	}
	return s
}

// SetLevels implements protocol.Engine.
func (e *Engine) SetLevels(q protocol.LevelsRequest) (protocol.Report, error) {
	if err := e.check(q.Version, q.View.Lang); err != nil {
		return protocol.Report{}, err
	}
	e.doc.SetOutside(settingsOf(q.Levels))
	e.sorted = sortedPractices{}
	return e.report(q.View), nil
}

// Ignored implements protocol.Engine.
func (e *Engine) Ignored(q protocol.IgnoredRequest) (protocol.IgnoredList, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.IgnoredList{}, err
	}
	settings, _ := e.doc.Settings()
	first, count := window(q.Window, len(settings.Ignored))
	list := protocol.IgnoredList{First: first, Total: len(settings.Ignored)}
	at := map[string]int{}
	for i, entry := range settings.Ignored[first : first+count] {
		at[entry.Rule+" "+entry.Place] = i
		list.Items = append(list.Items, protocol.IgnoredItem{Rule: entry.Rule, Words: entry.Words, From: -1, To: -1, Entry: first + i})
	}
	if len(list.Items) == 0 {
		return list, nil
	}
	e.doc.Ignored(func(p core.Problem) bool {
		if i, found := at[p.Rule.Name+" "+p.Place()]; found && list.Items[i].From < 0 {
			s := newRuler(p.Block).span(p.Span)
			item := &list.Items[i]
			item.From, item.To, item.Message = s.From, s.To, p.Message(langOf(q.Lang))
		}
		return true
	})
	return list, nil
}

// Heed implements protocol.Engine.
func (e *Engine) Heed(q protocol.HeedRequest) (protocol.Changes, error) {
	if err := e.whole(q.Version, q.Lang); err != nil {
		return protocol.Changes{}, err
	}
	settings, _ := e.doc.Settings()
	if q.Entry < 0 || q.Entry >= len(settings.Ignored) {
		return protocol.Changes{}, &Error{Refused, problemGone.In(langOf(q.Lang))}
	}
	edits := []source.Edit{e.doc.HeedEdit(settings.Ignored[q.Entry])}
	// The page keeps the caret where it is.
	return protocol.Changes{Version: e.version, Changes: e.changes(edits), Count: 1, Select: protocol.Range{From: -1, To: -1}}, nil
}
