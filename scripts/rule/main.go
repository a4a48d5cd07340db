// Command rule starts a new rule: it makes core/rules/NAME.go, its page
// core/rules/NAME.md and the line that makes it known, and writes the index of
// rules. Without a name it writes the index alone.
//
//	go run ./scripts/rule my-rule
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core/rules"
)

const folder = "core/rules"

func main() {
	if len(os.Args) > 2 {
		fail(fmt.Errorf("want one name, such as my-rule"))
	}
	if len(os.Args) == 2 {
		if err := start(folder, os.Args[1]); err != nil {
			fail(err)
		}
		return
	}
	if err := os.WriteFile(filepath.Join(folder, "README.md"), []byte(rules.Index()), 0o644); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "rule:", err)
	os.Exit(1)
}

// start makes the files of a rule and registers it.
func start(dir, name string) error {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") != "" || name == "" || strings.Trim(name, "-") != name {
		return fmt.Errorf("%q is no name: it states the problem in lower case with hyphens, such as my-rule", name)
	}
	if rules.Named(name) != nil {
		return fmt.Errorf("there is a rule %s already", name)
	}
	base := filepath.Join(dir, strings.ReplaceAll(name, "-", "_"))
	list := filepath.Join(dir, "rules.go")
	code, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	registered, ok := register(string(code), identifier(name))
	if !ok {
		return fmt.Errorf("%s has no list of rules that ends in a line with a closing brace", list)
	}
	for suffix, text := range map[string]string{".go": source, ".md": page} {
		text = strings.NewReplacer("my-rule", name, "myRule", identifier(name)).Replace(text)
		f, err := os.OpenFile(base+suffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = f.WriteString(text)
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return err
		}
	}
	if err := os.WriteFile(list, []byte(registered), 0o644); err != nil {
		return err
	}
	fmt.Printf(`made %[1]s.go and %[1]s.md, and a line in %[2]s
1. say what it finds in the .go file, and why in both languages of the .md file
2. write examples that fire and some that do not
3. go test ./%[3]s -update    writes what the examples report: read the difference
4. make rule                 writes the index
`, base, list, dir)
	return nil
}

// identifier returns the name of a rule's variable.
func identifier(name string) string {
	var b strings.Builder
	for i, part := range strings.Split(name, "-") {
		if i > 0 && part != "" {
			part = strings.ToUpper(part[:1]) + part[1:]
		}
		b.WriteString(part)
	}
	return b.String()
}

// register adds a line to the list of all rules.
func register(code, variable string) (string, bool) {
	start := strings.Index(code, "var All = []*rule.Rule{")
	if start < 0 {
		return "", false
	}
	end := strings.Index(code[start:], "\n}")
	if end < 0 {
		return "", false
	}
	end += start
	return code[:end] + "\n\t" + variable + "," + code[end:], true
}

const source = `package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
)

var myRule = &rule.Rule{
	Name:     "my-rule",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "", EN: ""},
	Message: locale.Text{
		ZH: "“%s”：请",
		EN: "“%s”: "},
	Check: func(p *rule.Pass) {
		for i, m := range p.Block.Marks() {
			if p.Broken(m.Plain) {
				continue // its one fault is reported as such
			}
			_ = i
		}
	},
}
`

const page = "# my-rule\n\nSeverity: info\n\n## \n\n\n\n## \n\n\n\n## Examples\n\nIt reports:\n\n```policymark\n\n```\n\n```problems\n```\n\nIt is silent:\n\n```policymark\n\n```\n\n```problems\n```\n"
