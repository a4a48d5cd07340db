package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// allowed are the licences that what ships may have, by their SPDX names: all ask for
// their notice and for nothing more.
var allowed = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}

// leastCoverage is how many percent of a licence file have to be known text. The rest
// may be a list of what a licence is of, as that of lucide's icons.
const leastCoverage = 50

// licenceOf returns the licences that texts are, as an SPDX expression. It is an error
// when one is unknown or not allowed, or when what the package declares, "" for
// nothing, is not among them.
func licenceOf(texts []string, declared string) (string, error) {
	var found []string
	for _, text := range texts {
		coverage := licensecheck.Scan([]byte(text))
		if coverage.Percent < leastCoverage {
			return "", fmt.Errorf("only %.0f %% of its licence file is a licence that is known", coverage.Percent)
		}
		for _, match := range coverage.Match {
			if !match.IsURL {
				found = append(found, match.ID)
			}
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	for _, id := range found {
		if !slices.Contains(allowed, id) {
			return "", fmt.Errorf("the licence %s is not allowed; allowed are %s", id, strings.Join(allowed, ", "))
		}
	}
	if len(found) == 0 || declared != "" && !slices.Contains(found, declared) {
		return "", fmt.Errorf("it declares the licence %q, but its files say %q", declared, found)
	}
	return strings.Join(found, " AND "), nil
}
