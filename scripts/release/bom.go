package main

import (
	"bytes"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// product is what a bill of materials is of.
type product struct {
	version string
	commit  string
	made    time.Time
}

// billOfMaterials returns what the product is made of as CycloneDX JSON: what ships,
// what each of these contains, and the licences. It has no serial number, so that the
// same commit gives the same bytes.
func billOfMaterials(parts []part, of product) ([]byte, error) {
	bom := cyclonedx.NewBOM()
	root := cyclonedx.Component{
		BOMRef:   "policymark",
		Type:     cyclonedx.ComponentTypeApplication,
		Name:     "policymark",
		Version:  of.version,
		Licenses: licences("MIT"),
		Properties: &[]cyclonedx.Property{
			{Name: "policymark:commit", Value: of.commit},
		},
	}
	bom.Metadata = &cyclonedx.Metadata{
		Timestamp: of.made.Format(time.RFC3339),
		Component: &root,
		Tools:     &cyclonedx.ToolsChoice{Components: &[]cyclonedx.Component{tool("go", strings.TrimPrefix(runtime.Version(), "go")), tool("node", nodeVersion())}},
	}
	contained := map[string][]string{}
	var components []cyclonedx.Component
	for _, p := range parts {
		url := packageURL(p)
		components = append(components, cyclonedx.Component{
			BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: p.name, Version: p.version, PackageURL: url, Licenses: licences(p.licence),
		})
		for _, in := range p.in {
			contained[in] = append(contained[in], url)
		}
	}
	var shipped []string
	for in := range contained {
		shipped = append(shipped, in)
	}
	slices.Sort(shipped)
	dependencies := []cyclonedx.Dependency{{Ref: root.BOMRef, Dependencies: &shipped}}
	for _, in := range shipped {
		components = append(components, cyclonedx.Component{
			BOMRef: in, Type: cyclonedx.ComponentTypeApplication, Name: in, Version: of.version, Licenses: licences("MIT"),
		})
		inside := contained[in]
		dependencies = append(dependencies, cyclonedx.Dependency{Ref: in, Dependencies: &inside})
	}
	bom.Components, bom.Dependencies = &components, &dependencies
	var out bytes.Buffer
	encoder := cyclonedx.NewBOMEncoder(&out, cyclonedx.BOMFileFormatJSON).SetPretty(true)
	err := encoder.EncodeVersion(bom, specification)
	return out.Bytes(), err
}

// specification is the version of CycloneDX that is written.
const specification = cyclonedx.SpecVersion1_6

func licences(expression string) *cyclonedx.Licenses {
	if strings.Contains(expression, " ") {
		return &cyclonedx.Licenses{{Expression: expression}}
	}
	return &cyclonedx.Licenses{{License: &cyclonedx.License{ID: expression}}}
}

// packageURL returns the address of a part in the form of package URLs.
func packageURL(p part) string {
	return "pkg:" + p.kind + "/" + strings.ReplaceAll(p.name, "@", "%40") + "@" + p.version
}

func tool(name, version string) cyclonedx.Component {
	return cyclonedx.Component{Type: cyclonedx.ComponentTypeApplication, Name: name, Version: version}
}

func nodeVersion() string {
	out, err := exec.Command("node", "--version").Output()
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSpace(string(out)), "v")
}
