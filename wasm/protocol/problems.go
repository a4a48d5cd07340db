package protocol

// ProblemEngine finds and fixes problems, and is told how bad they are.
type ProblemEngine interface {
	// Fix answers with the edits of one fix of a problem.
	Fix(FixRequest) (Changes, error)
	// FixAll answers with the edits that apply the same fix to all problems of a
	// rule.
	FixAll(FixAllRequest) (Changes, error)
	// NextProblem finds the next or the previous problem from a place, going round
	// at the ends of the document.
	NextProblem(NextRequest) (Found, error)
	// SetLevels exchanges the levels that documents lie in, as Load does.
	SetLevels(LevelsRequest) (Report, error)
	// Ignored lists the problems that the document passes over.
	Ignored(IgnoredRequest) (IgnoredList, error)
	// Heed answers with the edits that take a problem up again.
	Heed(HeedRequest) (Changes, error)
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

// Found is the problem asked for, nil when there is none, and its number among
// all, from 0.
type Found struct {
	Problem *Problem
	Index   int
}

// RuleLevel is how bad a rule's problems are taken to be.
type RuleLevel struct {
	Rule  string
	Level Level
}

// Level is a severity, or "off": "off", "error", "warning" or "info".
type Level string

// LevelsRequest gives the levels that documents lie in; what a document's own front
// matter says goes before them.
type LevelsRequest struct {
	Version int
	Levels  []RuleLevel
	View    View
}

// IgnoredRequest asks for a window of the problems that are passed over.
type IgnoredRequest struct {
	Version int
	Lang    Lang
	Window  Window
}

// IgnoredList is a part of all entries that pass over a problem.
type IgnoredList struct {
	First int
	Total int
	Items []IgnoredItem
}

// IgnoredItem is an entry of the front matter that passes over a problem. From is
// -1 when the problem is no more.
type IgnoredItem struct {
	Rule    string
	Words   string
	Message string
	From    int
	To      int
	// Entry is the number of the entry.
	Entry int
}

// HeedRequest asks for an entry to be taken out of the front matter.
type HeedRequest struct {
	Version int
	Lang    Lang
	Entry   int
}
