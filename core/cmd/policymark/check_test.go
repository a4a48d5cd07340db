package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// faulty has problems of every severity, one of them ignored, with and without
// fixes, behind an astral character.
const faulty = "---\npolicymark:\n  ignore:\n    - vague-data x y\n---\n😊(我们会[收集]您的<手机号>，用于{联系您}。\n\n(，我们)会[收集]<相关数据>，用于{联系 您}。(我们)[披露]<邮箱>，\n它(1)。\n"

// compileSchema compiles the schema of SARIF 2.1.0. It is read here, since a test in
// WebAssembly knows no absolute paths.
func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const name = "sarif-schema-2.1.0.json"
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSARIFHoldsItsSchema(t *testing.T) {
	dir := t.TempDir()
	files := []string{filepath.Join(dir, "a b%甲.txt"), filepath.Join(dir, "clean.txt"), filepath.Join(dir, "second.txt")}
	for i, text := range []string{faulty, "甲\n", faulty} {
		if err := os.WriteFile(files[i], []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	schema := compileSchema(t)
	for _, args := range [][]string{files, files[1:2], {"--lang", "zh", files[0]}, {"--plain", files[0]}} {
		out, stderr, status := call("", append([]string{"check", "--format", "sarif"}, args...)...)
		if stderr != "" || status == statusFailed {
			t.Fatalf("%v: status %d, %s", args, status, stderr)
		}
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%v: %v", args, err)
		}
	}
	out, _, _ := call("", append([]string{"check", "--format", "sarif"}, files...)...)
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
				Fixes []any
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%d runs, %v", len(log.Runs), err)
	}
	results := log.Runs[0].Results
	first := results[0].Locations[0].PhysicalLocation
	if r := first.Region; results[0].RuleID != "unclosed-mark" || r.StartLine != 6 || r.StartColumn != 2 || r.EndColumn != 3 || len(results[0].Fixes) == 0 {
		t.Errorf("the first result is %+v", results[0])
	}
	if uri := first.ArtifactLocation.URI; !strings.HasPrefix(uri, "file:///") || !strings.HasSuffix(uri, "/a%20b%25%E7%94%B2.txt") {
		t.Errorf("the file is %s", uri)
	}
	if len(results)%2 != 0 || results[len(results)/2].RuleID != "unclosed-mark" {
		t.Errorf("%d results of two files that are the same", len(results))
	}
}

func TestGitHubFormat(t *testing.T) {
	out, _, status := call("(我们会[收集]您的<手机号>。\n", "check", "--format", "github", "--lang", "zh")
	if want := "::error file=standard input,line=1,col=1,endLine=1,endColumn=2,title=unclosed-mark::“(”没有闭合"; !strings.HasPrefix(out, want) || status != 1 {
		t.Errorf("got %q, status %d", out, status)
	}
}

func TestLevels(t *testing.T) {
	const text = "(，我们)会[收集]<手机号>，用于{联系您}。\n"
	for _, tt := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, 0, "warning: "},
		{[]string{"--fail-on", "warning"}, 1, "warning: "},
		{[]string{"--rule", "loose-edge=error"}, 1, "error: "},
		{[]string{"--rule", "loose-edge=off", "--fail-on", "info"}, 0, ""},
		{[]string{"--rule", "loose-edge=no"}, 2, ""},
		{[]string{"--rule", "lose-edge=off"}, 2, ""},
		{[]string{"--fail-on", "never"}, 2, ""},
	} {
		out, stderr, status := call(text, append([]string{"check"}, tt.args...)...)
		if status != tt.status || !strings.Contains(out, tt.want) || tt.want == "" && out != "" || (status == statusFailed) != (stderr != "") {
			t.Errorf("%v: status %d, %q, %q", tt.args, status, out, stderr)
		}
	}
	if _, stderr, _ := call("", "check", "--rule", "lose-edge=off"); !strings.Contains(stderr, "did you mean loose-edge?") {
		t.Errorf("a misspelt rule: %q", stderr)
	}
}

// --fix applies what is safe, keeps the bytes that are not its business, and leaves
// nothing behind.
func TestFix(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	link := filepath.Join(dir, "link.txt")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	read := func() string {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no symbolic links here")
	}
	write("\uFEFF(，我们)会[收集 ]< 手机号>、<>，用于{联系您}。\r\n\r\n(我们会(1)\r\n")
	out, stderr, status := call("", "check", "--fix", link)
	if want := "\uFEFF，(我们)会[收集]  <手机号>、，用于{联系您}。\r\n\r\n(我们会(1)\r\n"; read() != want {
		t.Errorf("fixed to %q, want %q; %s", read(), want, stderr)
	}
	if status != 1 || strings.Contains(out, "loose-edge") || !strings.Contains(out, "link.txt:3:1: error: ") {
		t.Errorf("status %d, what is left is %q", status, out)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is no longer one")
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode became %v", info.Mode())
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d files are left, %v", len(entries), err)
	}
	before := read()
	if _, _, status := call("", "check", "--fix", "--rule", "empty-mark=off", file); status != 1 || read() != before {
		t.Error("fixing again changed something")
	}
	// A file that cannot be replaced stays whole.
	write("(，我们)会[收集]<手机号>。\n")
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if os.Geteuid() != 0 {
		if _, stderr, status := call("", "check", "--fix", file); status != 2 || !strings.Contains(stderr, "as it was") || read() != "(，我们)会[收集]<手机号>。\n" {
			t.Errorf("status %d, %q", status, stderr)
		}
	}
	for _, args := range [][]string{{"--fix"}, {"--fix", "-"}, {"--fix", "--plain", file}} {
		if _, stderr, status := call("(，我们)", append([]string{"check"}, args...)...); status != 2 || !strings.Contains(stderr, "--fix") {
			t.Errorf("%v: status %d, %q", args, status, stderr)
		}
	}
}

func TestPlainPlacesAreThoseOfTheFile(t *testing.T) {
	out, _, _ := call("(a)(b)（c)\n", "check", "--plain", "--format", "json")
	var got struct{ Problems []problem }
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Problems) != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	if p := got.Problems[0]; p.Start != 6 || p.End != 9 || p.Line != 1 || p.Column != 7 || p.EndColumn != 10 || len(p.Fixes) != 0 {
		t.Errorf("got %+v", p)
	}
}
