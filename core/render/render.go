// Package render writes a document as a page to read, for places where no program
// runs: HTML and Markdown. Whatever the text says is text there too: nothing of it
// becomes markup of the page.
package render

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/sheet"
)

// Options say how a document is written. The zero value is a whole page in Chinese.
type Options struct {
	// Lang is the language of the words around the text.
	Lang locale.Lang
	// Fragment leaves out what makes a page of it.
	Fragment bool
	// Title is what the document is called when it does not say so itself.
	Title string
	// Heading is the level of the document's outermost headings, from 1 to 6; 0 is 2
	// in a fragment and what suits the title in a page.
	Heading int
	// ID is the document's own in its page, and stands with a slash before every
	// address; "" for none.
	ID string
	// Src is the address of the source, for the element that shows it where programs
	// run; with "" the fragment carries Source.
	Src string
	// Source is the document's source; with "" and no Src there is no element.
	Source string
	// Script is the address of the program of the element; "" for none.
	Script string
}

func langTag(l locale.Lang) string {
	if l == locale.EN {
		return "en"
	}
	return "zh-CN"
}

// titleOf returns what the document is called.
func titleOf(s *sheet.Sheet, o Options) string {
	switch {
	case s.Meta.Title != "":
		return s.Meta.Title
	case s.Titled:
		return s.Paragraphs[0].Text()
	case o.Title != "":
		return o.Title
	}
	return textPolicy.In(o.Lang)
}

// practicesLevel returns the level of the heading over the practices: that of the
// document's sections.
func practicesLevel(s *sheet.Sheet, base int) int {
	if s.Titled {
		base++
	}
	return min(6, max(2, base+1))
}
