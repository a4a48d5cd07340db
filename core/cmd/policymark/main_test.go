package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policymark/policymark/core/source"
)

var update = flag.Bool("update", false, "write what the commands print into testdata")

// call runs the program and returns what it prints.
func call(stdin string, args ...string) (stdout, stderr string, status int) {
	var out, err bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &err, "en_GB.UTF-8")
	return out.String(), err.String(), status
}

func TestPlainAndEscape(t *testing.T) {
	for _, text := range []string{
		"", "a", "(1) [协议](https://example.com) <br> 1\\. \\(x\\)\n", "\uFEFF甲😊\r\n(b)\r\n", "a\rb\r(c)", "a\r\n(b)\nc\r",
		"bad \xff(bytes\xe4)\n(", "---\na: (b)\n---\nc", "NUL \x00 (x)",
	} {
		escaped, _, status := call(text, "escape")
		if status != 0 {
			t.Fatalf("escape of %q: status %d", text, status)
		}
		plain, _, status := call(escaped, "plain")
		if status != 0 || plain != text {
			t.Errorf("%q escaped and back is %q, status %d", text, plain, status)
		}
		if same, _, _ := call(text, "plain", "--plain"); same != text {
			t.Errorf("plain --plain of %q is %q", text, same)
		}
	}
}

func TestMarksPositionsAreCodePoints(t *testing.T) {
	out, _, status := call("\uFEFF😊(甲😊公司)会[收集]您的{若<邮箱|#a in:b>}。\r\n\r\n(乙)", "marks")
	if status != 0 {
		t.Fatalf("status %d", status)
	}
	var got struct {
		Plain string
		Marks []markJSON
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	points := []rune(got.Plain)
	want := []string{"actor 甲😊公司 0 []", "action 收集 0 []", "purpose 若邮箱 0 []", "data 邮箱 1 [#a in:b]", "actor 乙 0 []"}
	if len(got.Marks) != len(want) {
		t.Fatalf("%d marks, want %d", len(got.Marks), len(want))
	}
	for i, m := range got.Marks {
		if s := string(points[m.Start:m.End]); s != m.Text {
			t.Errorf("mark %d says %q and stands at %q", i, m.Text, s)
		}
		if s := fmt.Sprintf("%s %s %d %v", m.Kind, m.Text, m.Depth, m.Qualifiers); s != want[i] {
			t.Errorf("mark %d is %s, want %s", i, s, want[i])
		}
	}
}

func TestCheck(t *testing.T) {
	out, _, status := call("(我们)会[收集]您的<手机号>，用于{联系您}。\n", "check")
	if out != "" || status != 0 {
		t.Errorf("a clean text: %q, status %d", out, status)
	}
	out, _, status = call("甲\n😊(我们会[收集]您的<手机号>。\n", "check", "--lang", "zh")
	if want := "standard input:2:2: error: “(”没有闭合"; !strings.HasPrefix(out, want) || status != 1 {
		t.Errorf("got %q, status %d", out, status)
	}
	out, _, status = call("😊(我们会[收集]您的<手机号>。", "check", "--format", "json", "--rule", "collected-never-used=off")
	var got struct {
		File     string
		Problems []problem
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 1 || len(got.Problems) != 1 {
		t.Fatalf("got %q, %v, status %d", out, err, status)
	}
	if p := got.Problems[0]; p.Start != 1 || p.End != 2 || p.Line != 1 || p.Column != 2 || p.Rule != "unclosed-mark" || len(p.Fixes) == 0 {
		t.Errorf("got %+v", p)
	}
	if _, _, status = call("(，我们)会[收集]您的<手机号>。", "check"); status != 0 {
		t.Errorf("a warning alone: status %d", status)
	}
}

func TestManyFilesStayInOrder(t *testing.T) {
	dir := t.TempDir()
	var args []string
	for i := range 200 {
		name := filepath.Join(dir, fmt.Sprintf("%03d.txt", i))
		text := strings.Repeat("(我们)会[收集]您的<手机号>。\n\n", (i*37)%90+1)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	args = append(args, filepath.Join(dir, "absent.txt"))
	out, stderr, status := call("", append([]string{"marks"}, args...)...)
	if status != 2 || !strings.Contains(stderr, "absent.txt") {
		t.Errorf("status %d, %q", status, stderr)
	}
	rows := strings.Split(strings.TrimSpace(out), "\n")
	if len(rows) != 200 {
		t.Fatalf("%d rows, want 200", len(rows))
	}
	for i, row := range rows {
		var got struct{ File string }
		if err := json.Unmarshal([]byte(row), &got); err != nil || got.File != args[i] {
			t.Fatalf("row %d is of %s, %v", i, got.File, err)
		}
	}
}

func TestWrongCalls(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"frobnicate"}, "no command"},
		{[]string{"check", "--format", "xml"}, "--format is"},
		{[]string{"check", "--lang", "fr"}, "--lang is"},
		{[]string{"marks", "--wat"}, "wat"},
		{[]string{"marks", filepath.Join(t.TempDir(), "absent")}, "absent"},
	} {
		_, stderr, status := call("", tt.args...)
		if status != 2 || !strings.Contains(stderr, tt.want) {
			t.Errorf("%v: status %d, %q", tt.args, status, stderr)
		}
	}
	if _, stderr, status := call("\xff\xfea\x00", "marks"); status != 2 || !strings.Contains(stderr, "UTF-16") {
		t.Errorf("UTF-16: status %d, %q", status, stderr)
	}
	if out, _, status := call("", "help"); status != 0 || !strings.Contains(out, "policymark check") {
		t.Errorf("help: status %d, %q", status, out)
	}
	if _, _, status := call("x", "plain", "-"); status != 0 {
		t.Errorf("- is standard input: status %d", status)
	}
}

// What the commands print of a small text is kept in testdata.
func TestGoldens(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "small.txt"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := source.Open(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands {
		if c.together != nil || c.name == "drift" {
			continue // these look at more than one file
		}
		out, stderr, status := call(f.Text(), c.name, "--lang=en")
		if stderr != "" || status == statusFailed {
			t.Fatalf("%s: %s", c.name, stderr)
		}
		golden := filepath.Join("testdata", c.name+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil || out != string(want) {
			t.Errorf("%s prints, %v (run with -update and look at the difference):\n%s", c.name, err, out)
		}
	}
}
