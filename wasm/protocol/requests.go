package protocol

// HelloRequest introduces the page.
type HelloRequest struct {
	// Protocol is the fingerprint of the protocol that the page was built with.
	Protocol string
	Lang     Lang
}

// InspectRequest holds a file.
type InspectRequest struct {
	Data []byte
	Lang Lang
}

// DecodeRequest holds a file and how to read it.
type DecodeRequest struct {
	Data    []byte
	Reading Reading
	Lang    Lang
}

// EncodeRequest asks for the bytes of the document.
type EncodeRequest struct {
	Version int
	// Original is the file that the document was opened from, empty for none, and
	// Reading how it was read.
	Original []byte
	Reading  Reading
	Lang     Lang
}

// LoadRequest brings a whole document.
type LoadRequest struct {
	Version int
	Text    string
	View    View
	// Levels are those that documents lie in, see LevelsRequest.
	Levels []RuleLevel
}

// EditRequest brings what was typed: Changes in order, all in offsets of the
// document at version Base, make the document at Version.
type EditRequest struct {
	Base    int
	Version int
	Changes []Change
	View    View
}

// LookRequest asks for a report.
type LookRequest struct {
	Version int
	View    View
}

// View is what the page shows, and so what a report is about.
type View struct {
	Lang Lang
	// Visible is the range of the source on the screen.
	Visible Range
	// Depth is the number of marks, one around the other, down to which marks are
	// reported; 0 for all.
	Depth int
	// Caret is where the caret stands.
	Caret int
	// Problems and Practices are the rows that the panels show.
	Problems  Window
	Practices Window
	// Filter chooses the practices that the panel lists.
	Filter PracticeFilter
	// Severities are the problems that the panel lists; empty for all.
	Severities []Severity
	// Rules are the names of the rules whose problems the panel lists; empty for
	// all.
	Rules []string
	// ByRule lists the problems rule by rule, the worst rules first, in the order of
	// the text within each; else all are in the order of the text.
	ByRule bool
	// Ticks is the number of ticks of the strip beside the scroll bar, 0 for none.
	Ticks int
	// Suggest asks for suggestions; without it both lists of them are empty.
	Suggest bool
	// Suggestions are the rows that the panel shows.
	Suggestions Window
	// Known is the Serial of the report that the page had before this one and still has:
	// what is as it was there is not told again. 0 for none.
	Known int
}

// Window is a part of a list: Count rows from First on.
type Window struct {
	First int
	Count int
}

// MarkRequest asks for a mark around a range.
type MarkRequest struct {
	Version int
	Lang    Lang
	Kind    Kind
	From    int
	To      int
	// Exact takes the range as it is.
	Exact bool
}

// PlaceRequest is about the innermost mark at a place: one that the place lies
// strictly inside of, else one that starts there, else one that ends there.
type PlaceRequest struct {
	Version int
	Lang    Lang
	At      int
}

// RetypeRequest asks for another kind.
type RetypeRequest struct {
	Version int
	Lang    Lang
	At      int
	Kind    Kind
}

// MoveEdgeRequest asks for an edge of the innermost mark at At to be moved.
type MoveEdgeRequest struct {
	Version int
	Lang    Lang
	At      int
	// End moves the end, else the start.
	End bool
	// Unit says where to: "place" to To, which lies in prose; "near" likewise, but
	// past marks that To lies within; "text" by the next By UTF-16 units of the
	// plain text, as Around gives it; "clause" to the edge of the next clause.
	// Towards the start of the text where By is negative.
	Unit string
	To   int
	By   int
}

// AlikeRequest looks for the places that read the same.
type AlikeRequest struct {
	Version int
	Lang    Lang
	// Text is the plain text to look for.
	Text string
	// Kind is what to mark the places as, "" to remove marks; Was is the kind of the
	// mark that the question came from, "" for none.
	Kind Kind
	Was  Kind
	// Scope is "document", "section" for the section around From, or "range" for
	// From to To.
	Scope string
	From  int
	To    int
	// Rows are the places to answer with, First counting from the first in the scope.
	Rows Window
}

// ChangeAlikeRequest asks for the changes at places of the list that the same
// AlikeRequest gives.
type ChangeAlikeRequest struct {
	Alike AlikeRequest
	// All takes every place where it is possible, None not one, neither those that
	// the list has on.
	All  bool
	None bool
	// Turned are the numbers of places, in the list, that a person turned on or off
	// against that.
	Turned []int
}

// InsertRequest asks for text to be put in as prose, in place of a range.
type InsertRequest struct {
	Version int
	Lang    Lang
	From    int
	To      int
	Text    string
}

// RunsRequest asks for a part of the document as runs, from a place on that an
// answer before named; 0 for the start.
type RunsRequest struct {
	Version int
	Lang    Lang
	From    int
}

// RereadRequest asks for the document to be read the other way.
type RereadRequest struct {
	Version int
	Lang    Lang
	Reading Reading
}

// FixRequest names a fix: number Fix of the problem of Rule at a range.
type FixRequest struct {
	Version int
	Lang    Lang
	Rule    string
	From    int
	To      int
	Fix     int
}

// FixAllRequest names a rule, and the number of the fix to apply to each of its
// problems; -1 for the first fix of each that is safe.
type FixAllRequest struct {
	Version int
	Lang    Lang
	Rule    string
	Fix     int
}

// NextRequest asks for the problem of the chosen severities, empty for all, that
// starts next behind From, or before it when Backward.
type NextRequest struct {
	Version    int
	Lang       Lang
	From       int
	Backward   bool
	Severities []Severity
}

// UnmarkedRequest asks for the next sentence without marks behind From, or before it
// when Backward.
type UnmarkedRequest struct {
	Version  int
	Lang     Lang
	From     int
	Backward bool
}

// RangeRequest is about a range.
type RangeRequest struct {
	Version int
	Lang    Lang
	From    int
	To      int
}

// RememberRequest holds what is known of a person's marks.
type RememberRequest struct {
	Lang Lang
	// Learned takes the place of what was learned before, or adds to it when Add.
	Learned []Learned
	Add     bool
	// Skipped are the IDs of the suggestions that are turned down in the document.
	Skipped []string
}

// Learned says how often words were marked as a kind, and how often a suggestion to
// do so was turned down.
type Learned struct {
	Text     string
	Kind     Kind
	Accepted int
	Rejected int
}

// MarkedWordsRequest asks for the words of the document's marks, so many at most.
type MarkedWordsRequest struct {
	Version int
	Lang    Lang
	Most    int
}

// NextSuggestionRequest asks for the suggestion that starts next behind From, or
// right there when Here, or before it when Backward.
type NextSuggestionRequest struct {
	Version  int
	Lang     Lang
	From     int
	Here     bool
	Backward bool
}

// Scope says which suggestions are meant beside one: "one", those of its "section",
// those of the same words and kind that are "alike", or all of at least the same
// "score".
type Scope string

// AcceptRequest names a suggestion by its place, and which others are meant with it.
type AcceptRequest struct {
	Version int
	Lang    Lang
	Scope   Scope
	Kind    Kind
	From    int
	To      int
}
