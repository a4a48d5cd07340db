package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var date = time.Date(2026, 1, 2, 3, 4, 6, 0, time.UTC)

// An archive follows from its files alone: not from their order, their dates or their
// modes.
func TestArchivesAreReproducible(t *testing.T) {
	dir := t.TempDir()
	var files []file
	for _, name := range []string{"page.html", "assets/engine.wasm", "policymark"} {
		path := filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file{name: name, path: path, executable: name == "policymark"})
	}
	for _, ending := range []string{".tar.gz", ".zip"} {
		var made [][]byte
		for _, folder := range []string{t.TempDir(), t.TempDir()} {
			archive := filepath.Join(folder, "archive"+ending)
			if err := writeArchive(archive, files, date); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(archive)
			if err != nil {
				t.Fatal(err)
			}
			made = append(made, data)
			slices.Reverse(files)
			for _, f := range files {
				if err := os.Chmod(f.path, 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.Chtimes(f.path, time.Now(), date.Add(time.Hour)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !bytes.Equal(made[0], made[1]) {
			t.Errorf("%s: two archives of the same files differ", ending)
		}
	}
}

func TestFilesOf(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"index.html", "assets/a.js", "package/b.js"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filesOf(dir, "package")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.name)
	}
	if want := []string{"assets/a.js", "index.html"}; !slices.Equal(names, want) {
		t.Errorf("files %v, want %v", names, want)
	}
}

func TestSums(t *testing.T) {
	write := func(files map[string]string) string {
		dir := t.TempDir()
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := writeSums(dir); err != nil {
			t.Fatal(err)
		}
		return filepath.Join(dir, sumsFile)
	}
	a := write(map[string]string{"page": "", "site": "1", "only here": ""})
	b := write(map[string]string{"page": "", "site": "2", "only there": ""})
	sums, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	if want := "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  page\n"; !strings.Contains(string(sums), want) {
		t.Errorf("the checksums\n%s\nlack %q", sums, want)
	}
	differing, err := compareSums(a, b)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(differing)
	if want := []string{"only here", "only there", "site"}; !slices.Equal(differing, want) {
		t.Errorf("differing %q, want %q", differing, want)
	}
}

func TestLicenceOf(t *testing.T) {
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	mit := read("../../LICENSE")
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	bsd := read(filepath.Join(root, "LICENSE"))
	const copyleft = `This program is free software: you can redistribute it and/or modify
it under the terms of the GNU General Public License as published by
the Free Software Foundation, either version 3 of the License, or
(at your option) any later version.`
	tests := []struct {
		texts          []string
		declared, want string
		err            string
	}{
		{[]string{mit}, "MIT", "MIT", ""},
		{[]string{mit}, "", "MIT", ""},
		{[]string{mit, bsd}, "MIT", "BSD-3-Clause AND MIT", ""},
		{[]string{mit}, "ISC", "", `declares the licence "ISC"`},
		{[]string{"All rights reserved."}, "MIT", "", "licence that is known"},
		{[]string{copyleft}, "", "", "is not allowed"},
	}
	for _, test := range tests {
		got, err := licenceOf(test.texts, test.declared)
		switch {
		case test.err == "" && err != nil:
			t.Error(err)
		case test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)):
			t.Errorf("error %v, want one that says %q", err, test.err)
		case got != test.want:
			t.Errorf("licence %q, want %q", got, test.want)
		}
	}
}

var parts = []part{
	{"golang", "example.org/a", "v1.2.3", "MIT", []string{"of a"}, []string{"command", "site"}},
	{"golang", standardLibrary, "1.26", "BSD-3-Clause", []string{"of Go"}, []string{"command", "site"}},
	{"npm", "@b/c", "1.0.0", "Apache-2.0 AND MIT", []string{"of a"}, []string{"site"}},
}

// A licence that two parts have word for word stands once, and Go's version is not in
// the notices.
func TestNotices(t *testing.T) {
	got := string(notices(parts))
	for _, want := range []string{
		"| @b/c 1.0.0 | Apache-2.0 AND MIT | site |\n",
		"\n## example.org/a v1.2.3, @b/c 1.0.0\n\n```text\nof a\n```\n",
		"\n## Go's standard library and runtime\n",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("the notices\n%s\nlack %q", got, want)
		}
	}
}

// The bill of materials keeps to the published schema and is the same each time.
func TestBillOfMaterials(t *testing.T) {
	of := product{version: "1.0.0", commit: "abc", made: date}
	bom, err := billOfMaterials(parts, of)
	if err != nil {
		t.Fatal(err)
	}
	again, err := billOfMaterials(parts, of)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bom, again) {
		t.Error("two bills of the same differ")
	}
	var value struct {
		Components   []struct{ PURL string }
		Dependencies []struct {
			Ref       string
			DependsOn []string
		}
	}
	if err := json.Unmarshal(bom, &value); err != nil {
		t.Fatal(err)
	}
	if len(value.Components) != 5 || value.Components[2].PURL != "pkg:npm/%40b/c@1.0.0" {
		t.Errorf("components %+v", value.Components)
	}
	if d := value.Dependencies; len(d) != 3 || d[1].Ref != "command" || len(d[1].DependsOn) != 2 {
		t.Errorf("dependencies %+v", d)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(bom))
	if err != nil {
		t.Fatal(err)
	}
	if err := schemaOfBills(t).Validate(document); err != nil {
		t.Error(err)
	}
}

// schemaOfBills returns the published schema, which comes with the library.
func schemaOfBills(t *testing.T) *jsonschema.Schema {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	// The schema names its neighbours by their published addresses.
	for _, name := range []string{"bom-1.6.schema.json", "spdx.schema.json", "jsf-0.82.schema.json"} {
		stored := strings.Replace(name, "jsf-0.82.schema.json", "jsf-0.82.schemax.json", 1)
		data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "schema", stored))
		if err != nil {
			t.Fatal(err)
		}
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource("http://cyclonedx.org/schema/"+name, schema); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := compiler.Compile("http://cyclonedx.org/schema/bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
