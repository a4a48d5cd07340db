// Package protocol is all that the page may ask of the engine, as one Go
// interface. The dispatch in wasm/bridge and the TypeScript in
// web/src/engine/protocol.gen.ts are generated from this package, comments
// included; nothing of it is written a second time by hand.
//
// Every position is an offset in UTF-16 units of the document's source, as the
// page's editor counts. The engine alone converts. A request that needs the
// document says which version of it the page means; the engine answers for that
// version or refuses with the code "stale".
package protocol

//go:generate go run ../../scripts/protocolgen

// Engine is what the page may ask. A method takes one request and answers with
// one result or an error, which reaches the page as a Failure. No call changes
// the text of the document but Load and Edit: whatever else wants to change it
// answers with edits, which the page applies as one step of undo and sends back
// through Edit.
type Engine interface {
	// Hello is the handshake, the first call of a page.
	Hello(HelloRequest) (Welcome, error)

	// Inspect looks at the bytes of a file without opening it.
	Inspect(InspectRequest) (Inspection, error)
	// Decode reads the bytes of a file as the text that the editor shows.
	Decode(DecodeRequest) (Decoded, error)
	// Encode returns the bytes to save for the document: those of the file it was
	// opened from when nothing changed, its line endings and byte order mark
	// otherwise.
	Encode(EncodeRequest) (Encoded, error)

	// Load makes text the document, in place of the one before.
	Load(LoadRequest) (Report, error)
	// Edit applies what was typed since and reports on what the page shows.
	Edit(EditRequest) (Report, error)
	// Look reports on another part of the document, which stays as it is.
	Look(LookRequest) (Report, error)

	// Mark puts a mark around a range, its edges' white space and punctuation
	// left out unless Exact.
	Mark(MarkRequest) (Changes, error)
	// Unmark removes the brackets of the innermost mark at a place.
	Unmark(PlaceRequest) (Changes, error)
	// Retype changes the kind of the innermost mark at a place.
	Retype(RetypeRequest) (Changes, error)
	// MoveEdge moves the start or the end of the innermost mark at a place.
	MoveEdge(MoveEdgeRequest) (Changes, error)
	// Around says what stands around the innermost mark at a place.
	Around(PlaceRequest) (Surroundings, error)
	// Split makes two marks of the innermost mark at a place.
	Split(PlaceRequest) (Changes, error)
	// Join makes one mark of the innermost mark at a place and the next one of its
	// kind beside it.
	Join(PlaceRequest) (Changes, error)
	// Alike lists the places that read the same, and ChangeAlike marks or unmarks
	// them.
	Alike(AlikeRequest) (AlikeList, error)
	ChangeAlike(ChangeAlikeRequest) (Changes, error)
	// Insert puts text in as prose: its brackets are no marks, and within a mark it
	// brings no blank line.
	Insert(InsertRequest) (Changes, error)
	// Reread answers with the edits that make the whole document plain text, or
	// markup again.
	Reread(RereadRequest) (Changes, error)

	// Fix answers with the edits of one fix of a problem.
	Fix(FixRequest) (Changes, error)
	// FixAll answers with the edits that apply the same fix to all problems of a
	// rule.
	FixAll(FixAllRequest) (Changes, error)
	// NextProblem finds the next or the previous problem from a place, going round
	// at the ends of the document.
	NextProblem(NextRequest) (Found, error)

	// NextUnmarked finds the next or the previous sentence that handles data and has no
	// mark, going round at the ends of the document.
	NextUnmarked(UnmarkedRequest) (Unmarked, error)

	// Remember gives the engine what the person has marked and turned down before,
	// which it holds until it is given something else, whatever document is loaded.
	Remember(RememberRequest) (Remembered, error)
	// MarkedWords returns the words that the document's marks hold most often.
	MarkedWords(MarkedWordsRequest) (MarkedWords, error)
	// NextSuggestion finds the next or the previous suggestion from a place, going
	// round at the ends of the document.
	NextSuggestion(NextSuggestionRequest) (FoundSuggestion, error)
	// Accept makes marks of suggestions.
	Accept(AcceptRequest) (Accepted, error)

	// Plain returns the plain text of a range.
	Plain(RangeRequest) (PlainText, error)
	// Runs returns a part of the document in plain text with its marks, for print.
	Runs(RunsRequest) (RunList, error)

	// SetLevels exchanges the levels that documents lie in, as Load does.
	SetLevels(LevelsRequest) (Report, error)
	// Ignored lists the problems that the document passes over.
	Ignored(IgnoredRequest) (IgnoredList, error)
	// Heed answers with the edits that take a problem up again.
	Heed(HeedRequest) (Changes, error)
	// Outline returns headings.
	Outline(OutlineRequest) (Outline, error)
	// Facets returns values by which practices can be filtered.
	Facets(FacetRequest) (FacetList, error)
	// Practices returns rows beside those of a report, for tables and copies.
	Practices(PracticesRequest) (PracticeList, error)
	// Inventory returns what the practices speak of.
	Inventory(InventoryRequest) (Inventory, error)
	// Occurrence returns where a practice names an entry of the inventory.
	Occurrence(OccurrenceRequest) (Occurrence, error)
	// Flow adds practices up.
	Flow(FlowRequest) (Flow, error)
	// Corrections returns what can be set right of a value of a practice.
	Corrections(CorrectionsRequest) (Corrections, error)
	// Correct answers with the edits of a correction: marks and qualifiers.
	Correct(CorrectRequest) (Changes, error)
	// Render lays out a text that is not the document, for reading, and says what its
	// practices and problems are. It keeps the last text so that other parts of it
	// cost these alone.
	Render(RenderRequest) (Rendering, error)

	// GiveText brings a text to compare the document with.
	GiveText(GiveTextRequest) (GivenText, error)
	// WeighText says how the document and a text stand to each other.
	WeighText(WeighTextRequest) (WeighedText, error)
	// Compare begins a comparison, of which nothing is worked out yet.
	Compare(CompareRequest) (ComparisonProgress, error)
	// StepComparison works on a comparison for a moment, so that typing is answered
	// between.
	StepComparison(ComparisonRequest) (ComparisonProgress, error)
	// StopComparison gives a comparison up, and what it found.
	StopComparison(ComparisonRequest) (ComparisonProgress, error)
	// ComparisonRows returns rows of a comparison.
	ComparisonRows(ComparisonRowsRequest) (ComparisonRows, error)
	// NextRow finds the next row to look at.
	NextRow(NextRowRequest) (NextRow, error)
	// DecideRow decides on a row.
	DecideRow(DecideRowRequest) (DecidedRow, error)
	// CompareResult returns the document that decisions make.
	CompareResult(ComparisonRequest) (ComparisonResult, error)
	// RestoreRows answers with the edits that give places the words of the base again.
	RestoreRows(RestoreRowsRequest) (Changes, error)
	// Agreement measures how annotators agree.
	Agreement(ComparisonRequest) (Agreement, error)
}

// Lang is a language of the interface: "zh" or "en".
type Lang string

// Kind is the kind of a mark: "actor", "action", "data" or "purpose".
type Kind string

// Reading is one of the two ways to read a file: "markup", or "plain" with every
// bracket escaped.
type Reading string

// Severity is how bad a problem is: "error", "warning" or "info".
type Severity string

// Evidence says how a value is known: "marked", "read" from unmarked words,
// "carried" from an earlier clause or sentence, or "implied".
type Evidence string

// Range is a half-open range of the source.
type Range struct {
	From int
	To   int
}

// Change replaces a range of the source by Insert.
type Change struct {
	From   int
	To     int
	Insert string
}

// Failure is an error as the page gets it.
type Failure struct {
	// Code is "stale" when the version asked about is not the engine's, "refused"
	// when what was asked cannot be done, "broken" when the engine failed.
	Code string
	// Message says what was wrong, where, and what to do, in the language asked for.
	Message string
}
