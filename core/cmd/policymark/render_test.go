package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRender(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "notice.policymark.txt")
	if err := os.WriteFile(file, []byte("(We) [collect] your <email>.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want []string
		not  []string
	}{
		{"", []string{"<!doctype html>", `<html lang="en">`, "<title>notice</title>", `value="(We) [collect]`, "Practices"}, []string{"<script", "href=\"http"}},
		{"--lang zh --script policymark.js", []string{`<html lang="zh-CN">`, `<script type="module" src="policymark.js">`, "处理行为"}, nil},
		{"--fragment --id policy --src notice.txt --heading 3", []string{`id="policy" src="notice.txt"`, `id="policy/data:email"`, "<h3>Practices"}, []string{"<html", "value="}},
		{"--fragment --static", []string{`<div class="policymark"`}, []string{"policymark-view"}},
		{"--format markdown", []string{"# notice\n", "`(We)` `[collect]` your `<email>`.", "| `[collect]` collection | `(We)` |"}, []string{"<div"}},
		{"--plain", []string{"(We) [collect] your &lt;email&gt;."}, []string{"pm-kind\" lang"}},
	} {
		out, stderr, status := call("", append([]string{"render", file}, strings.Fields(c.args)...)...)
		if status != 0 || stderr != "" {
			t.Errorf("%s: status %d, %s", c.args, status, stderr)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in\n%s", c.args, want, out)
			}
		}
		for _, not := range c.not {
			if strings.Contains(out, not) {
				t.Errorf("%s: %q is in\n%s", c.args, not, out)
			}
		}
	}
	// Without --lang the words are in the language of the text.
	if out, _, _ := call("(我们)[收集]<手机号>。", "render"); !strings.Contains(out, "处理行为") {
		t.Errorf("a Chinese text has other words:\n%s", out)
	}
}

func TestRenderRefuses(t *testing.T) {
	for args, want := range map[string]string{
		"--heading 7":                   "--heading is 1 to 6",
		"--id a/b":                      "--id is a name",
		"--format pdf":                  "--format is html or markdown",
		"a.txt b.txt":                   "2 files make no one page",
		"a.txt b.txt --fragment --id x": "--id and --src are for one file",
	} {
		_, stderr, status := call("", append([]string{"render"}, strings.Fields(args)...)...)
		if status != 2 || !strings.Contains(stderr, want) {
			t.Errorf("%s: status %d, %q", args, status, stderr)
		}
	}
}
