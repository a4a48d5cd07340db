package protocol

// TextEngine keeps the text of the document, reports on what the page shows of it, and
// lays out this and other texts.
type TextEngine interface {
	// Load makes text the document, in place of the one before.
	Load(LoadRequest) (Report, error)
	// Edit applies what was typed since and reports on what the page shows.
	Edit(EditRequest) (Report, error)
	// Look reports on another part of the document, which stays as it is.
	Look(LookRequest) (Report, error)
	// Insert puts text in as prose: its brackets are no marks, and within a mark it
	// brings no blank line.
	Insert(InsertRequest) (Changes, error)
	// Reread answers with the edits that make the whole document plain text, or
	// markup again.
	Reread(RereadRequest) (Changes, error)
	// Plain returns the plain text of a range.
	Plain(RangeRequest) (PlainText, error)
	// Runs returns a part of the document in plain text with its marks, for print.
	Runs(RunsRequest) (RunList, error)
	// Outline returns headings.
	Outline(OutlineRequest) (Outline, error)
	// Render lays out a text that is not the document, for reading, and says what its
	// practices and problems are. It keeps the last text so that other parts of it
	// cost these alone.
	Render(RenderRequest) (Rendering, error)
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
	// Known is the Serial of the report that the page has: the next report leaves out
	// what has not changed since. 0 for none.
	Known int
}

// Window is a part of a list: Count rows from First on.
type Window struct {
	First int
	Count int
}

// Report is what the engine knows of a version of the document. Lists hold what
// the View asked for, in the order of the text.
type Report struct {
	Version int
	// Serial numbers the reports on the document; see View.Known.
	Serial int
	// Length is the length of the source.
	Length int
	// Analysed is false for a document that is too large for practices and problems, whose
	// lists of both are empty, and while some are pending: until then the lists cover
	// only blocks already read.
	Analysed bool
	// Pending is the share of the document that is still to be worked out, in percent
	// rounded up: each Look works out some more of it. 0 when nothing is pending.
	Pending int
	Marks   []Mark
	// Hidden are the backslashes of escapes that are visible.
	Hidden []Range
	// Squiggles are the problems in the visible range.
	Squiggles []Problem
	Problems  ProblemList
	Practices PracticeList
	// Ticks are the problems of the whole document along the strip.
	Ticks []Tick
	// Density has five numbers for each tick of the strip: the marks of each kind,
	// actor, action, data, purpose, and the sentences that speak of handling data but
	// bear no mark.
	Density []int
	// StripKept says that Ticks and Density, which are empty then, are as they were in
	// the known report.
	StripKept bool
	// Counts are those of the whole document.
	Counts Counts
	// Suggested are the suggestions in the visible range.
	Suggested   []Suggestion
	Suggestions SuggestionList
}

// Mark is a mark that is visible.
type Mark struct {
	Kind Kind
	// From and To hold the brackets, InnerTo is where the text in it ends and the
	// qualifiers begin.
	From    int
	To      int
	InnerTo int
	// Depth is the number of marks around it.
	Depth int
	// Role is what the engine takes it for: "recipient", "condition", a category of
	// action, …; "" when it is not worked out.
	Role string
}

// Tick is a place on the strip: the problems of Severity and worse whose place
// falls on tick At, 0 at the top.
type Tick struct {
	At       int
	Severity Severity
}

// InsertRequest asks for text to be put in as prose, in place of a range.
type InsertRequest struct {
	Version int
	Lang    Lang
	From    int
	To      int
	Text    string
}

// RereadRequest asks for the document to be read the other way.
type RereadRequest struct {
	Version int
	Lang    Lang
	Reading Reading
}

// RangeRequest is about a range.
type RangeRequest struct {
	Version int
	Lang    Lang
	From    int
	To      int
}

// PlainText is a text without brackets, escapes and qualifiers.
type PlainText struct {
	Text string
}

// RunsRequest asks for a part of the document as runs, from a place on that an
// answer before named; 0 for the start.
type RunsRequest struct {
	Version int
	Lang    Lang
	From    int
}

// RunList is a part of a document in plain text. Next is where the next part
// starts, -1 at the end.
type RunList struct {
	Runs []PrintRun
	Next int
}

// PrintRun is plain text: before it marks of Open open, outermost first, and after it
// Close marks close.
type PrintRun struct {
	Text  string
	Open  []Kind
	Close int
}

// OutlineRequest asks for a window of the headings.
type OutlineRequest struct {
	Version int
	Lang    Lang
	Window  Window
	// At is a place whose section's number is wanted.
	At int
}

// Outline is a part of all headings.
type Outline struct {
	First int
	Total int
	Items []Heading
	// Current is the number of the heading above the place asked about, -1 before the
	// first.
	Current int
}

// Heading is a heading and what its section, with those below it, adds up to.
type Heading struct {
	Title string
	// Level is from 1.
	Level     int
	From      int
	To        int
	Marks     int
	Practices int
	Problems  int
	// Handling is the number of sentences that speak of handling data, Covered of
	// those among them that bear marks.
	Handling int
	Covered  int
	// Trail is the titles of the sections that it lies in, with its own.
	Trail []string
}
