package protocol

// SuggestionEngine suggests marks, and is told what a person marked and turned down.
type SuggestionEngine interface {
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

// Remembered says how many words the engine remembers.
type Remembered struct {
	Count int
}

// MarkedWordsRequest asks for the words of the document's marks, so many at most.
type MarkedWordsRequest struct {
	Version int
	Lang    Lang
	Most    int
}

// MarkedWords are words of the document's marks, the most frequent first.
type MarkedWords struct {
	Items []Learned
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

// NextSuggestionRequest asks for the suggestion that starts next behind From, or
// right there when Here, or before it when Backward.
type NextSuggestionRequest struct {
	Version  int
	Lang     Lang
	From     int
	Here     bool
	Backward bool
}

// FoundSuggestion is the suggestion asked for, nil when there is none, and its
// number among all, from 0.
type FoundSuggestion struct {
	Suggestion *Suggestion
	Index      int
	Total      int
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

// Accepted are edits of the document at Version, as those of Changes, and the words
// that they mark.
type Accepted struct {
	Version int
	Changes []Change
	Select  Range
	Count   int
	Learned []Learned
}
