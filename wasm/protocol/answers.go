package protocol

// Welcome answers a page whose protocol is the engine's.
type Welcome struct {
	// Version is the version of Policymark.
	Version string
	Rules   []RuleInfo
	// MaxAnalysed is the size in bytes of text up to which practices and problems
	// are worked out.
	MaxAnalysed int
	// MaxFile is the size in bytes of the largest file that can be opened.
	MaxFile int
}

// RuleInfo names a rule.
type RuleInfo struct {
	Name     string
	Severity Severity
	Title    string
}

// Inspection says what a file is.
type Inspection struct {
	// Refusal says why the file cannot be opened as text; "" when it can.
	Refusal string
	// Recommended is how to read it, and Reason why, for a person.
	Recommended Reading
	Reason      string
	// Markup is what reading it as markup would find.
	Markup Counts
	// Notes are what a person should know before opening: bytes that are no UTF-8,
	// mixed line endings, great size.
	Notes []string
}

// Counts counts what a document holds.
type Counts struct {
	Marks    int
	Actors   int
	Actions  int
	Data     int
	Purposes int
	Strays   int
}

// Decoded is the text of a file: valid Unicode, lines ended by a line feed.
type Decoded struct {
	Text string
}

// Encoded is a file.
type Encoded struct {
	Data []byte
}

// Report is what the engine knows of a version of the document. Lists hold what
// the View asked for, in the order of the text.
type Report struct {
	Version int
	// Serial is another number for each report on the document; see View.Known.
	Serial int
	// Length is the length of the source.
	Length int
	// Analysed is false for a document too large to work out practices and problems,
	// whose lists of both are empty, and while they are pending: then the lists have
	// what is known of its beginning and will stay.
	Analysed bool
	// Pending is the share of the document, in percent from above, that is still to be
	// worked out: each Look works out some more of it. 0 when nothing is.
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

// ProblemList is a part of all problems that the View's severities and rules
// choose.
type ProblemList struct {
	First int
	Total int
	// Errors, Warnings and Infos count those of the whole document, and so do Rules.
	Errors   int
	Warnings int
	Infos    int
	Rules    []RuleCount
	Items    []Problem
}

// RuleCount counts the problems of a rule that found any.
type RuleCount struct {
	Rule     string
	Severity Severity
	Count    int
}

// Problem is one place where a rule found something.
type Problem struct {
	Rule     string
	Severity Severity
	From     int
	To       int
	Message  string
	Fixes    []FixInfo
	// Alike is the number of problems of the same rule in the document, 0 while that is
	// not known.
	Alike int
}

// FixInfo names a fix. Safe fixes never change the plain text.
type FixInfo struct {
	Title string
	Safe  bool
}

// Tick is a place on the strip: the problems of Severity and worse whose place
// falls on tick At, 0 at the top.
type Tick struct {
	At       int
	Severity Severity
}

// PracticeList is a part of the practices that a filter chooses.
type PracticeList struct {
	First int
	Total int
	// All is the number of practices of the document.
	All   int
	Items []Practice
	// Kept has, for each row, the number of the practice of the known report that
	// stands there, the same but for where it is, or -1 for the next of Items. Empty
	// when all rows are Items.
	Kept []int
	// AtCaret is the index, among those chosen, of the one at the caret, -1 when there
	// is none.
	AtCaret int
}

// Practice is one thing that the policy says is done with data.
type Practice struct {
	ID string
	// Number is its number among all practices, from 0.
	Number int
	// Section is the trail of headings above it.
	Section []string
	// From and To hold its words; the sentence is what it was read from.
	From     int
	To       int
	Sentence Range
	// Category is that of the action: "collect", "share", …
	Category string
	// CategoryName is the category's name for a person.
	CategoryName string
	Action       Value
	Actors       []Value
	// Requester is who asks another to act; empty or one.
	Requester  []Value
	Data       []Value
	Groups     []Group
	Purposes   []Value
	Conditions []Value
	Recipients []Value
	Sources    []Value
	// Modality is "will", "may", "need", "may_need", "can" or "none".
	Modality     string
	ModalityText string
	Negated      bool
	NegationText string
}

// Value is one field of a practice.
type Value struct {
	Text string
	// From and To are where it stands; both -1 when it stands nowhere.
	From     int
	To       int
	Evidence Evidence
	// Rule is the name of the rule that found it, Why the same for a person.
	Rule string
	Why  string
	// Notes are what else is known of it, for a person: the party, that it is
	// vague, whose data it is, that a condition is an exception.
	Notes []string
}

// Group says that data has parts.
type Group struct {
	Parent   Value
	Children []Value
	// Cue is the words that say so, and Open whether more parts may follow (等).
	Cue  string
	Open bool
}

// Changes are edits of the document at Version, in order and apart, to be
// applied as one step of undo, and the range to select after them.
type Changes struct {
	Version int
	Changes []Change
	Select  Range
	// Count is the number of places changed, for a person.
	Count int
	// Text is the plain text of the mark that was made or changed, shortened in the
	// middle when it is long; "" when the changes are not about one.
	Text string
}

// Surroundings is a mark and what stands around it, in plain text.
type Surroundings struct {
	Kind   Kind
	Before string
	Text   string
	After  string
	// Range is the mark with its brackets.
	Range Range
}

// AlikeList is a part of the places that read the same.
type AlikeList struct {
	// Text is what was looked for: the text asked about without the white space and
	// the punctuation at its edges.
	Text  string
	First int
	Total int
	// On is how many are on, Possible how many can be, and Same how many are so
	// already.
	On       int
	Possible int
	Same     int
	// Short says why none is on: the text is one character or a pronoun, which is
	// rarely meant everywhere. "" when it is not so.
	Short string
	// Scope is the range looked through.
	Scope Range
	Items []AlikeItem
}

// AlikeItem is a place that reads the same, and the plain text around it.
type AlikeItem struct {
	From   int
	To     int
	Before string
	Text   string
	After  string
	// Kind is that of the mark which holds just the text, "" for none.
	Kind     Kind
	On       bool
	Possible bool
	// Reason says why it is not on, for a person; "" when it is.
	Reason string
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

// Found is the problem asked for, empty when there is none, and its number among
// all, from 0.
type Found struct {
	Problem []Problem
	Index   int
}

// Unmarked is a sentence that handles data and has no mark, its number among all such
// sentences, from 0, and how many there are; Total is 0 when there is none.
type Unmarked struct {
	Range Range
	Index int
	Total int
}

// PlainText is a text without brackets, escapes and qualifiers.
type PlainText struct {
	Text string
}

// SuggestionList is a part of all suggestions.
type SuggestionList struct {
	First int
	Total int
	// Pending says that more is being worked out: the next report knows more.
	Pending bool
	Items   []Suggestion
}

// Suggestion is a mark that might be made. It is no mark.
type Suggestion struct {
	// ID stays the same as long as the words and those around them do.
	ID   string
	Kind Kind
	From int
	To   int
	Text string
	// Score is how sure it is, in percent.
	Score int
	// Why says for a person why it is suggested.
	Why string
	// Before and After are the words around it in its sentence, cut to what a row
	// shows, and Sentence the whole.
	Before   string
	After    string
	Sentence Range
	// Section is the title of the section that it lies in, "" for none.
	Section string
	// Leads says that it is the first of its section, in Items.
	Leads bool
}

// FoundSuggestion is the suggestion asked for, empty when there is none, and its
// number among all, from 0.
type FoundSuggestion struct {
	Suggestion []Suggestion
	Index      int
	Total      int
}

// Accepted are edits of the document at Version, as those of Changes, and the words
// that they mark.
type Accepted struct {
	Version int
	Changes []Change
	Select  Range
	Count   int
	Learned []Learned
}

// Remembered says how many words the engine remembers.
type Remembered struct {
	Count int
}

// MarkedWords are words of the document's marks, the most frequent first.
type MarkedWords struct {
	Items []Learned
}
