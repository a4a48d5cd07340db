package protocol

// ComparingEngine sets the document beside other texts.
type ComparingEngine interface {
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

// Comparing names how the document is set beside other texts: "drift", its plain text
// beside its base; "carry", its marks in a newer plain text; "practices", what changed
// in practice; "text", what changed in the plain text; "annotators", its marks beside
// those of others on the same plain text.
type Comparing string

// GiveTextRequest brings a text to compare with, whole or in pieces. It is markup, as
// Decode gives it, and is kept until a comparison has begun.
type GiveTextRequest struct {
	Lang Lang
	// Place numbers the texts from 0; there are two at most.
	Place int
	Text  string
	// Add puts Text behind what was brought before.
	Add bool
}

// GivenText says how much of a text is there.
type GivenText struct {
	Bytes int
}

// WeighTextRequest asks how the document and a text that was brought stand to each
// other.
type WeighTextRequest struct {
	Version int
	Lang    Lang
	Place   int
}

// WeighedText is the answer.
type WeighedText struct {
	// Counts are those of the text, and Recommended how to compare it.
	Counts      Counts
	Recommended Comparing
	// Same says that both have the same plain text; else Line and Column, from 1, are
	// where the plain texts differ first.
	Same   bool
	Line   int
	Column int
}

// CompareRequest begins a comparison with the texts that were brought, so many of
// them, in place of the one of the same kind before.
type CompareRequest struct {
	Version int
	Lang    Lang
	Kind    Comparing
	Others  int
	// Older says that the text which was brought is the older one, for "practices"
	// and "text".
	Older bool
}

// ComparisonRequest names a comparison.
type ComparisonRequest struct {
	Lang Lang
	Kind Comparing
}

// ComparisonProgress says how far a comparison is; Done and Total have no unit.
type ComparisonProgress struct {
	Done  int
	Total int
	Ended bool
}

// ComparisonRowsRequest asks for rows of a comparison that has ended, of those in the
// states; empty for all.
type ComparisonRowsRequest struct {
	Lang   Lang
	Kind   Comparing
	States []string
	Rows   Window
}

// ComparisonRows is a part of what a comparison found.
type ComparisonRows struct {
	First int
	Total int
	Items []ComparisonRow
	// Counts has how many rows there are in each state.
	Counts []StateCount
	// Stale says that the document has changed since; places are those of then.
	Stale bool
	// Version is the version of the document that was compared.
	Version int
}

// StateCount counts rows.
type StateCount struct {
	State string
	Count int
}

// ComparisonRow is one place of a comparison.
type ComparisonRow struct {
	// Row numbers all rows of the comparison from 0.
	Row int
	// State is "changed" for drift and text; "exact", "moved", "kept", "doubtful",
	// "lost", "accepted" or "rejected" for carry; "added", "removed", "changed" or
	// "moved" for practices; "agree", "differ", "only" or "resolved" for annotators.
	State string
	// Choice is what was decided, as in DecideRowRequest; Of is the first document
	// that has marks here, for annotators.
	Choice int
	Of     int
	// From and To are the place in the document, -1 for none.
	From int
	To   int
	// Says is what changed in practice, a sentence each.
	Says []string
	// Score is how sure a place for a mark is, in percent.
	Score int
	// Sides are the document and the others; for practices and text, the older one
	// and the newer one.
	Sides []ComparedSide
}

// ComparedSide is what one text has at a row.
type ComparedSide struct {
	// None says that it has nothing here.
	None   bool
	Before string
	Text   string
	After  string
	Marks  []ComparedMark
}

// ComparedMark is a mark of one side.
type ComparedMark struct {
	Kind       Kind
	Text       string
	Qualifiers string
}

// NextRowRequest asks for the next row that is still to be decided on, or that shows a
// difference, of those in the states, behind a position in their list or before it;
// -1 stands before all.
type NextRowRequest struct {
	Lang     Lang
	Kind     Comparing
	States   []string
	Position int
	Backward bool
}

// NextRow is the answer: a position in the list, -1 for none.
type NextRow struct {
	Position int
}

// DecideRowRequest decides on a row. Choice is 0 for undecided, and for annotators n
// for the marks of document n from 1, -1 for neither and -2 for all; for carry 1 to
// accept the place, -1 to reject it.
type DecideRowRequest struct {
	Lang   Lang
	Kind   Comparing
	Row    int
	Choice int
}

// DecidedRow says what was decided before.
type DecidedRow struct {
	Before int
}

// ComparisonResult is the document that a comparison makes.
type ComparisonResult struct {
	Text string
	// Open is how many rows nobody decided on, whose marks are left out.
	Open int
	// Notes say what could not be kept.
	Notes []string
}

// RestoreRowsRequest asks for the words of the base at rows of the drift, or at all.
type RestoreRowsRequest struct {
	Version int
	Lang    Lang
	Rows    []int
	All     bool
}

// Agreement is how annotators agree.
type Agreement struct {
	Figures []AgreementFigure
}

// AgreementFigure is one measure.
type AgreementFigure struct {
	// Measure is "exact" or "overlap", the F1 of spans, "kappa", "alpha" or
	// "unitizing".
	Measure string
	// Kind is the kind of marks, "" for all. A and B number the two documents from 0, for
	// a measure of two.
	Kind Kind
	A    int
	B    int
	// Thousandths is the value times a thousand, Units how many units it rests on, and
	// Undefined why there is none; "" where there is.
	Thousandths int
	Units       int
	Undefined   string
}
