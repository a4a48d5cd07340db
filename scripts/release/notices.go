package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// notices returns, as Markdown, what has to go along with the product: which parts of
// it are somebody else's, and their licences. Parts with the same texts share them.
func notices(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString("# Third-party notices\n\nPolicymark contains the software below. Written by `make notices`.\n\n| what | licence | in |\n|---|---|---|\n")
	var texts []string
	sharing := map[string][]string{}
	for _, p := range parts {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", title(p), p.licence, strings.Join(p.in, ", "))
		text := strings.Join(p.texts, "\n\n")
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		sharing[text] = append(sharing[text], title(p))
	}
	for _, text := range texts {
		fmt.Fprintf(&b, "\n## %s\n\n```text\n%s\n```\n", strings.Join(sharing[text], ", "), text)
	}
	return b.Bytes()
}

// title names a part. Go's library goes without its version, which is that of whoever
// builds.
func title(p part) string {
	if p.name == standardLibrary {
		return "Go's standard library and runtime"
	}
	return p.name + " " + p.version
}
