package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// part is a package of somebody else's that ships in the product.
type part struct {
	kind    string // "golang" or "npm", as a package URL has it
	name    string
	version string
	licence string // an SPDX expression
	texts   []string
	in      []string // what it ships in, sorted
}

// standardLibrary is the name of Go's own library and runtime, which every program
// contains.
const standardLibrary = "std"

// bundles are the builds of the page, as web/vite/shipped.ts names them, and what
// they are built into.
var bundles = map[string]string{
	"page":           "site",
	"page-worker":    "site",
	"single":         "policymark.html",
	"single-worker":  "policymark.html",
	"package":        "npm package",
	"package-worker": "npm package",
}

// programs are the Go programs that ship, by their package, and what they ship in.
var programs = []struct {
	path string
	env  []string
	in   []string
}{
	{"./core/cmd/policymark", nil, []string{"command"}},
	{"./wasm", []string{"GOOS=js", "GOARCH=wasm"}, []string{"npm package", "policymark.html", "site"}},
}

// shippedParts returns all that ships, sorted, each with its licence. It is an error
// when one has a licence that is not allowed.
func shippedParts() ([]part, error) {
	folders := map[string][]string{} // what each ships in
	kinds := map[string]string{}
	add := func(kind, dir string, in ...string) {
		kinds[dir] = kind
		folders[dir] = append(folders[dir], in...)
	}
	versions := map[string][2]string{} // name and version of the Go modules
	for _, p := range programs {
		modules, err := modulesOf(p.path, p.env)
		if err != nil {
			return nil, err
		}
		for dir, module := range modules {
			versions[dir] = module
			add("golang", dir, p.in...)
		}
	}
	for bundle, in := range bundles {
		data, err := os.ReadFile("build/shipped/" + bundle + ".json")
		if err != nil {
			return nil, fmt.Errorf("run make build package first: %w", err)
		}
		var dirs []string
		if err := json.Unmarshal(data, &dirs); err != nil {
			return nil, fmt.Errorf("build/shipped/%s.json: %w", bundle, err)
		}
		for _, dir := range dirs {
			add("npm", filepath.Join("web", dir), in)
		}
	}
	var parts []part
	for dir, in := range folders {
		slices.Sort(in)
		p := part{kind: kinds[dir], in: slices.Compact(in)}
		var declared string
		if p.kind == "npm" {
			var err error
			if p.name, p.version, declared, err = packageIn(dir); err != nil {
				return nil, err
			}
		} else {
			p.name, p.version = versions[dir][0], versions[dir][1]
		}
		var err error
		if p.texts, err = licenceTexts(dir); err != nil {
			return nil, err
		}
		if p.licence, err = licenceOf(p.texts, declared); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(a, b part) int {
		return strings.Compare(a.kind+" "+a.name+" "+a.version, b.kind+" "+b.name+" "+b.version)
	})
	return parts, nil
}

// modulesOf returns the name and version of each module that a program is linked of,
// by the folder that it lies in.
func modulesOf(path string, env []string) (map[string][2]string, error) {
	const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}`
	out, err := outputIn(env, "go", "list", "-deps", "-f", format, path)
	if err != nil {
		return nil, err
	}
	library, err := outputIn(env, "go", "env", "GOVERSION", "GOROOT")
	if err != nil {
		return nil, err
	}
	version, root, _ := strings.Cut(library, "\n")
	modules := map[string][2]string{root: {standardLibrary, strings.TrimPrefix(version, "go")}}
	for line := range strings.Lines(out) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) == 3 {
			modules[fields[2]] = [2]string{fields[0], fields[1]}
		}
	}
	return modules, nil
}

// packageIn returns what the npm package in a folder says of itself.
func packageIn(dir string) (name, version, licence string, err error) {
	file := filepath.Join(dir, "package.json")
	data, err := os.ReadFile(file)
	if err != nil {
		return "", "", "", err
	}
	var said struct{ Name, Version, License string }
	if err := json.Unmarshal(data, &said); err != nil {
		return "", "", "", fmt.Errorf("%s: %w", file, err)
	}
	return said.Name, said.Version, said.License, nil
}

// licenceFile is how the files are called that have to go along with a package.
var licenceFile = regexp.MustCompile(`(?i)^(apache-)?(licen[cs]e|copying|notice)([-.].*)?$`)

// ofBundled begins, in a licence file, the licences of what only builds.
const ofBundled = "\n# Licenses of bundled dependencies"

// licenceTexts returns the texts that have to go along with the package in a folder,
// in the order of their files' names, of which there is at least one.
func licenceTexts(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, entry := range entries {
		if entry.IsDir() || !licenceFile.MatchString(entry.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		text, _, _ := strings.Cut(strings.ReplaceAll(string(data), "\r\n", "\n"), ofBundled)
		texts[entry.Name()] = strings.Trim(text, "\n")
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no licence file", dir)
	}
	var sorted []string
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		sorted = append(sorted, texts[name])
	}
	return sorted, nil
}
