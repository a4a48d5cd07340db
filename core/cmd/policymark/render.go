package main

import (
	"bytes"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/render"
	"github.com/policymark/policymark/core/sheet"
)

var renderFormats = []string{"html", "markdown"}

// renderOptions are what the flags of render say.
type renderOptions struct {
	fragment, static bool
	id, src, script  string
	heading          int
}

func (o *renderOptions) flags(set *flag.FlagSet) {
	set.BoolVar(&o.fragment, "fragment", false, "")
	set.BoolVar(&o.static, "static", false, "")
	set.StringVar(&o.id, "id", "", "")
	set.StringVar(&o.src, "src", "", "")
	set.StringVar(&o.script, "script", "", "")
	set.IntVar(&o.heading, "heading", 0, "")
}

// check refuses what does not go together.
func (o *renderOptions) check(files int) error {
	switch {
	case o.heading < 0 || o.heading > 6:
		return fmt.Errorf("render: --heading is 1 to 6, not %d", o.heading)
	case strings.ContainsAny(o.id, " \t\r\n\f/#"):
		return fmt.Errorf("render: --id is a name without spaces, / and #, not %q", o.id)
	case files > 1 && !o.fragment:
		return fmt.Errorf("render: %d files make no one page; render them one by one, or with --fragment", files)
	case files > 1 && (o.id != "" || o.src != ""):
		return fmt.Errorf("render: --id and --src are for one file, not %d", files)
	}
	return nil
}

// doRender prints a document to read. Its words are in the document's own language
// unless --lang chose one.
func doRender(in input, o options) (output, error) {
	markup := in.markup(o)
	d := core.Read(markup)
	s := sheet.New(d)
	r := render.Options{
		Lang: o.lang, Fragment: o.render.fragment, Heading: o.render.heading, ID: o.render.id, Src: o.render.src, Script: o.render.script,
	}
	if !o.langed {
		r.Lang = locale.LangNamed(strings.ToLower(s.Lang()))
	}
	if in.path != "" {
		r.Title, _, _ = strings.Cut(filepath.Base(in.path), ".")
	}
	if o.render.static {
		r.Src = ""
	} else {
		r.Source = markup
	}
	var b bytes.Buffer
	write := render.HTML
	if o.format == "markdown" {
		write = render.Markdown
	}
	err := write(&b, s, d.Analysed(), r)
	return output{data: b.Bytes()}, err
}
