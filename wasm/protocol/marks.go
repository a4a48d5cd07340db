package protocol

// MarkEngine makes marks, changes them and takes them away.
type MarkEngine interface {
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

// Surroundings is a mark and what stands around it, in plain text.
type Surroundings struct {
	Kind   Kind
	Before string
	Text   string
	After  string
	// Range is the mark with its brackets.
	Range Range
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
