package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files writes files into a new folder and returns their names.
func files(t *testing.T, contents ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var names []string
	for i, c := range contents {
		name := filepath.Join(dir, string(rune('a'+i))+".txt")
		if err := os.WriteFile(name, []byte(c), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func TestDiff(t *testing.T) {
	f := files(t, "(我们)会将<姓名>[提供]给(配送公司)。\n", "😊(我们)会将<姓名>和<地址>[提供]给(配送公司)。\n")
	out, _, status := call("", "diff", f[0], f[1], "--lang", "zh")
	want := "文字：2 处不同\n  " + f[1] + ":1:1: 新增“😊”\n  " + f[1] + ":1:12: 新增“和地址”\n处理行为：1 处不同\n  " + f[1] + ":1:3: 现在还共享“地址”，接收方：“配送公司”\n"
	if out != want || status != 1 {
		t.Errorf("status %d\n%s, want\n%s", status, out, want)
	}
	out, _, status = call("", "diff", f[0], f[1], "--format", "json")
	var got struct {
		Changes   []changeJSON
		Practices []practiceJSON
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 1 || len(got.Changes) != 2 || len(got.Practices) != 1 {
		t.Fatalf("%s, %v, status %d", out, err, status)
	}
	if b := got.Changes[1].B; b.Start != 7 || b.End != 10 || b.Text != "和地址" || got.Practices[0].Fields[0].Come[0] != "地址" {
		t.Errorf("%+v", got)
	}
	if out, _, status := call("", "diff", f[0], f[0]); status != 0 || out != "text: 0 differences\npractices: 0 differences\n" {
		t.Errorf("of itself: %q, status %d", out, status)
	}
}

func TestCarry(t *testing.T) {
	f := files(t, "---\npolicymark:\n  base: old.txt\n---\n(我们)会[收集]您的<手机号>，用于{联系您并为您配送商品}。\n", "\uFEFF我们会收集您的电话，用于联系您并为您配送商品。\r\n(1)\r\n")
	out, notes, status := call("", "carry", f[0], f[1])
	if !strings.HasPrefix(out, "\uFEFF---\r\npolicymark:\r\n  base: ") || !strings.HasSuffix(out, "(我们)会[收集]您的电话，用于{联系您并为您配送商品}。\r\n\\(1\\)\r\n") || status != 1 {
		t.Errorf("status %d, %q", status, out)
	}
	if strings.Contains(out, "old.txt") {
		t.Error("the base is still the old one")
	}
	if !strings.Contains(notes, "4 marks: 0 as they were, 0 moved, 3 kept in changed sentences, 1 doubtful, 0 lost") || !strings.Contains(notes, "<手机号> → “电话”") {
		t.Errorf("the lists are %s", notes)
	}
	name := filepath.Join(filepath.Dir(f[0]), "out.txt")
	out, notes, status = call("", "carry", f[0], f[1], "-o", name, "--report", "json")
	var got struct{ Marks []carriedJSON }
	if err := json.Unmarshal([]byte(notes), &got); err != nil || out != "" || status != 1 || len(got.Marks) != 4 {
		t.Fatalf("%q, %s, %v, status %d", out, notes, err, status)
	}
	if m := got.Marks[2]; m.State != "doubtful" || m.New.Text != "电话" || m.New.Start != 7 || m.OldContext == "" || m.NewContext == "" {
		t.Errorf("%+v", m)
	}
	written, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(written), "base: b.txt") {
		t.Errorf("%q, %v", written, err)
	}
	if _, _, status := call("", "drift", name); status != 0 {
		t.Errorf("what was carried has drifted from its base: status %d", status)
	}
}

func TestDrift(t *testing.T) {
	f := files(t, "---\npolicymark:\n  base: b.txt\n---\n(我们)将会[收集]您的<手机号>。\n\n<新的>\n", "我们会收集您的手机号。\r\n\r\n")
	out, _, status := call("", "drift", f[0])
	if !strings.Contains(out, f[0]+":5:5: warning: ") || !strings.Contains(out, "“将” is new") || status != 1 {
		t.Errorf("status %d: %s", status, out)
	}
	out, _, _ = call("", "drift", f[0], "--format", "json")
	var got struct{ Places []driftJSON }
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Places) != 2 || got.Places[0].Start != 2 || got.Places[0].Text != "将" {
		t.Errorf("%s, %v", out, err)
	}
	out, _, status = call("", "drift", "--fix", f[0])
	if !strings.Contains(out, "unmark it first") || status != 1 {
		t.Errorf("status %d: %s", status, out)
	}
	if text, _ := os.ReadFile(f[0]); !strings.Contains(string(text), "\n(我们)会[收集]您的<手机号>。\n\n<新的>\n") {
		t.Errorf("restored to %s", text)
	}
	if _, stderr, status := call("甲", "drift"); status != 2 || !strings.Contains(stderr, "names no base") {
		t.Errorf("status %d, %s", status, stderr)
	}
	if _, stderr, status := call("甲", "drift", "--base", f[1]+"x"); status != 2 || !strings.Contains(stderr, "the base of") {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestAgreeAndMerge(t *testing.T) {
	f := files(t, "(我们)会[收集]您的<手机号>。\n", "我们会[收集]<您的手机号>。\n", "我们会收集手机号。\n")
	out, _, status := call("", "agree", f[0], f[1])
	for _, want := range []string{"1 agree, 1 differ, 1 are missing for some", "F1, exact", "all 0.400", "(5 marks)", "(12 characters)", "purpose –", f[0] + ":1:10: differ: <手机号>  ≠  <您的手机号>"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if status != 0 {
		t.Errorf("status %d", status)
	}
	out, _, _ = call("", "agree", "--format", "json", "--lang", "zh", f[0], f[1])
	var got struct {
		Pairs []pairJSON
		Rows  []rowJSON
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Pairs) != 1 || len(got.Rows) != 3 {
		t.Fatalf("%s, %v", out, err)
	}
	if v := got.Pairs[0].Kappa["purpose"]; v.Value != nil || v.Undefined != "谁也没有这类标注" {
		t.Errorf("%+v", v)
	}
	if _, stderr, status := call("", "agree", f[0], f[2]); status != 2 || !strings.Contains(stderr, "line 1, column 6") || !strings.Contains(stderr, "carry") {
		t.Errorf("status %d, %s", status, stderr)
	}
	out, notes, status := call("", "merge", f[0], f[1])
	if out != "我们会[收集]您的手机号。\n" || status != 1 || !strings.Contains(notes, "2 places") {
		t.Errorf("status %d, %q, %q", status, out, notes)
	}
	for take, want := range map[string]string{"a": "(我们)会[收集]您的<手机号>。\n", "b": "我们会[收集]<您的手机号>。\n"} {
		if out, _, status := call("", "merge", f[0], f[1], "--take", take); out != want || status != 0 {
			t.Errorf("status %d, %q, want %q", status, out, want)
		}
	}
}

func TestWrongComparisons(t *testing.T) {
	f := files(t, "甲", "乙")
	for _, args := range [][]string{
		{"diff", f[0]}, {"diff", f[0], f[1], f[0]}, {"carry", f[0]}, {"agree", f[0]}, {"merge", f[0], f[1], "--take", "c"},
		{"carry", f[0], f[1], "--report", "xml"}, {"diff", f[0], f[1] + "x"}, {"merge", f[0], f[1]},
	} {
		if _, stderr, status := call("", args...); status != 2 || stderr == "" {
			t.Errorf("%v: status %d, %q", args, status, stderr)
		}
	}
}
