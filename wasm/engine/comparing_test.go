package engine

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/policymark/policymark/wasm/protocol"
)

// comparedWith loads a document and compares it with other texts to the end.
func comparedWith(t *testing.T, text string, kind protocol.Comparing, older bool, others ...string) *Engine {
	t.Helper()
	e := New()
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view}); err != nil {
		t.Fatal(err)
	}
	for i, other := range others {
		half := len(other) / 2
		for half < len(other) && other[half]&0xC0 == 0x80 {
			half++
		}
		for k, piece := range []string{other[:half], other[half:]} {
			if _, err := e.GiveText(protocol.GiveTextRequest{Place: i, Text: piece, Add: k > 0}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := e.Compare(protocol.CompareRequest{Version: 1, Kind: kind, Others: len(others), Older: older}); err != nil {
		t.Fatal(err)
	}
	for {
		p, err := e.StepComparison(protocol.ComparisonRequest{Kind: kind, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if p.Ended {
			return e
		}
	}
}

func rowsOf(t *testing.T, e *Engine, kind protocol.Comparing, states ...string) protocol.ComparisonRows {
	t.Helper()
	rows, err := e.ComparisonRows(protocol.ComparisonRowsRequest{Lang: "en", Kind: kind, States: states, Rows: protocol.Window{Count: 100}})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func unitsOf(text string, from, to int) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[from:to]))
}

func TestDriftIsFoundAndRestored(t *testing.T) {
	text := "😊(我们)会[收集]您的<电话号码>。\n\n第二段改了。"
	e := comparedWith(t, text, drift, false, "😊我们会收集您的手机号码。\n\n第二段。")
	rows := rowsOf(t, e, drift)
	if rows.Total != 2 || rows.Stale {
		t.Fatalf("%+v", rows)
	}
	r := rows.Items[0]
	if got := unitsOf(text, r.From, r.To); got != "电话" || r.Sides[0].Text != "电话" || r.Sides[1].Text != "手机" || !strings.HasSuffix(r.Sides[0].Before, "您的") {
		t.Errorf("%q: %+v", got, r)
	}
	one, err := e.RestoreRows(protocol.RestoreRowsRequest{Version: 1, Rows: []int{1}})
	if err != nil || len(one.Changes) != 1 || unitsOf(text, one.Changes[0].From, one.Changes[0].To) != "改了" {
		t.Errorf("%v %+v", err, one)
	}
	all, err := e.RestoreRows(protocol.RestoreRowsRequest{Version: 1, All: true})
	if err != nil {
		t.Fatal(err)
	}
	after, err := e.Edit(protocol.EditRequest{Base: 1, Version: 2, Changes: all.Changes, View: view})
	if err != nil || after.Counts.Marks != 3 {
		t.Errorf("%v, %d marks", err, after.Counts.Marks)
	}
	if got := e.doc.Tree().Plain(); got != "😊我们会收集您的手机号码。\n\n第二段。" {
		t.Errorf("restored to %q", got)
	}
	if !rowsOf(t, e, drift).Stale {
		t.Error("the edit did not make the comparison stale")
	}
	if _, err := e.RestoreRows(protocol.RestoreRowsRequest{Version: 2, All: true}); err == nil {
		t.Error("a stale comparison restores")
	}
}

func TestCarriedMarks(t *testing.T) {
	text := "---\ntitle: 旧\n---\n(我们)会[收集]您的<手机号>。\n\n为了{向您发送账单}，我们需要<邮箱>。"
	e := comparedWith(t, text, carry, false, "我们会收集您的手机号。\n\n完全不同的一段话，别无相同。")
	rows := rowsOf(t, e, carry)
	if rows.Total != 5 {
		t.Fatalf("%+v", rows)
	}
	lost := rowsOf(t, e, carry, "lost")
	for _, r := range lost.Items {
		if !r.Sides[1].None || r.Sides[0].Text == "" || len(r.Sides[0].Marks) != 1 {
			t.Errorf("%+v", r)
		}
	}
	if _, err := e.DecideRow(protocol.DecideRowRequest{Lang: "en", Kind: carry, Row: 0, Choice: 1}); err == nil {
		t.Error("a mark that is placed was decided on")
	}
	result, err := e.CompareResult(protocol.ComparisonRequest{Kind: carry})
	if err != nil || result.Text != "---\ntitle: 旧\n---\n(我们)会[收集]您的<手机号>。\n\n完全不同的一段话，别无相同。" {
		t.Errorf("%v %q", err, result.Text)
	}
}

func TestDoubtfulMarksAreDecided(t *testing.T) {
	text := "(我们)会[收集]您的<手机号>，用于{联系您并为您配送商品}。"
	e := comparedWith(t, text, carry, false, "我们会收集您的电话，用于联系您并为您配送商品。")
	rows := rowsOf(t, e, carry, "doubtful")
	if rows.Total != 1 {
		t.Fatalf("not doubtful: %+v", rowsOf(t, e, carry))
	}
	next, err := e.NextRow(protocol.NextRowRequest{Kind: carry, Position: -1})
	if err != nil || next.Position != 2 {
		t.Errorf("%v %+v", err, next)
	}
	if _, err := e.DecideRow(protocol.DecideRowRequest{Kind: carry, Row: 2, Choice: 1}); err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(t, e, carry, "accepted"); got.Total != 1 || got.Items[0].Choice != 1 {
		t.Errorf("%+v", got)
	}
	result, err := e.CompareResult(protocol.ComparisonRequest{Kind: carry})
	if err != nil || !strings.Contains(result.Text, "<") || result.Open != 0 {
		t.Errorf("%v %+v", err, result)
	}
}

func TestPracticesBesideThoseOfAnOlderText(t *testing.T) {
	text := "(我们)会[收集]您的<姓名>和<电话>。"
	e := comparedWith(t, text, practices, true, "(我们)会[收集]您的<姓名>。")
	rows := rowsOf(t, e, practices)
	if rows.Total != 1 || rows.Items[0].State != "changed" || len(rows.Items[0].Says) != 1 || rows.Items[0].Says[0] != "now also collects “电话”" {
		t.Fatalf("%+v", rows)
	}
	r := rows.Items[0]
	if got := unitsOf(text, r.From, r.To); !strings.Contains(got, "电话") {
		t.Errorf("it is said to stand at %q", got)
	}
	e = comparedWith(t, text, plainTexts, true, "(我们)会[收集]您的<姓名>。")
	rows = rowsOf(t, e, plainTexts)
	if rows.Total != 1 || rows.Items[0].Sides[0].Text != "" || rows.Items[0].Sides[1].Text != "和电话" {
		t.Errorf("%+v", rows)
	}
}

func TestAnnotatorsAreSettled(t *testing.T) {
	a, b := "(我们)会[收集]您的<手机号>和<邮箱>。", "(我们)会[收集]<您的手机号>和邮箱。"
	e := comparedWith(t, a, annotators, false, b)
	rows := rowsOf(t, e, annotators)
	if rows.Total != 4 {
		t.Fatalf("%+v", rows)
	}
	p := -1
	for _, want := range []string{"differ", "only"} {
		next, err := e.NextRow(protocol.NextRowRequest{Kind: annotators, Position: p})
		if err != nil || rows.Items[next.Position].State != want {
			t.Fatalf("%v, next is %d", err, next.Position)
		}
		p = next.Position
	}
	if next, _ := e.NextRow(protocol.NextRowRequest{Kind: annotators, Position: p}); next.Position != -1 {
		t.Errorf("next of the last is %d", next.Position)
	}
	open, err := e.CompareResult(protocol.ComparisonRequest{Kind: annotators})
	if err != nil || open.Open != 2 {
		t.Errorf("%v %+v", err, open)
	}
	before, err := e.DecideRow(protocol.DecideRowRequest{Lang: "en", Kind: annotators, Row: 2, Choice: 2})
	if err != nil || before.Before != 0 {
		t.Fatal(err)
	}
	if _, err := e.DecideRow(protocol.DecideRowRequest{Kind: annotators, Row: 3, Choice: 1}); err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(t, e, annotators, "resolved"); got.Total != 2 || got.Items[0].Choice != 2 {
		t.Errorf("%+v", got)
	}
	done, err := e.CompareResult(protocol.ComparisonRequest{Kind: annotators})
	if want := "(我们)会[收集]<您的手机号>和<邮箱>。"; err != nil || done.Text != want || done.Open != 0 {
		t.Errorf("%v %+v", err, done)
	}
	figures, err := e.Agreement(protocol.ComparisonRequest{Kind: annotators, Lang: "en"})
	if err != nil || len(figures.Figures) != 25 {
		t.Fatalf("%v, %d figures", err, len(figures.Figures))
	}
	for _, f := range figures.Figures {
		switch {
		case f.Kind == "" && f.Measure == "exact" && (f.Thousandths != 571 || f.Units != 7):
			t.Errorf("%+v", f)
		case f.Kind == "purpose" && f.Undefined == "":
			t.Errorf("%+v", f)
		}
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	e := New()
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: "(甲)乙", View: view}); err != nil {
		t.Fatal(err)
	}
	give := func(text string) {
		if _, err := e.GiveText(protocol.GiveTextRequest{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	give("甲\n丙")
	w, err := e.WeighText(protocol.WeighTextRequest{Version: 1})
	if err != nil || w.Same || w.Line != 1 || w.Column != 2 || w.Recommended != carry {
		t.Errorf("%v %+v", err, w)
	}
	if _, err := e.Compare(protocol.CompareRequest{Version: 1, Kind: annotators, Others: 1}); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, err = e.StepComparison(protocol.ComparisonRequest{Lang: "en", Kind: annotators}); err != nil {
			break
		}
	}
	if err == nil || !strings.Contains(err.Error(), "line 1, column 2") {
		t.Errorf("two texts: %v", err)
	}
	if _, err := e.ComparisonRows(protocol.ComparisonRowsRequest{Kind: annotators}); err == nil {
		t.Error("there are rows of nothing")
	}
	give("(甲)(乙)")
	if w, _ := e.WeighText(protocol.WeighTextRequest{Version: 1}); w.Recommended != annotators || !w.Same {
		t.Errorf("%+v", w)
	}
	for _, q := range []protocol.CompareRequest{{Version: 2, Kind: drift, Others: 1}, {Version: 1, Kind: "other", Others: 1}, {Version: 1, Kind: drift}} {
		if _, err := e.Compare(q); err == nil {
			t.Errorf("%+v was begun", q)
		}
	}
	if _, err := e.GiveText(protocol.GiveTextRequest{Place: 2}); err == nil {
		t.Error("a third text was taken")
	}
}

// Long texts are compared in steps, and what is given up is gone.
func TestComparingIsStoppedBetweenSteps(t *testing.T) {
	e := New()
	text := strings.Repeat("(我们)会[收集]您的<电话>，用于{联系您}。\n\n", 4000)
	if _, err := e.Load(protocol.LoadRequest{Version: 1, Text: text, View: view}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.GiveText(protocol.GiveTextRequest{Text: strings.ReplaceAll(text, "电话", "手机")}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Compare(protocol.CompareRequest{Version: 1, Kind: practices, Others: 1}); err != nil {
		t.Fatal(err)
	}
	p, err := e.StepComparison(protocol.ComparisonRequest{Kind: practices})
	if err != nil || p.Ended {
		t.Fatalf("%v %+v", err, p)
	}
	if _, err := e.StopComparison(protocol.ComparisonRequest{Kind: practices}); err != nil {
		t.Fatal(err)
	}
	if _, err := e.StepComparison(protocol.ComparisonRequest{Kind: practices}); err == nil {
		t.Error("a comparison goes on that was given up")
	}
}
