package protocol

// PracticeFilter chooses practices. Of each list that is not empty one must fit,
// of States and of the words of Words each.
type PracticeFilter struct {
	// Words are looked for in what a practice was read from and in its values.
	Words string
	// Actors, Data, Purposes and Recipients are keys of facets; "" stands for none
	// being named.
	Actors     []string
	Data       []string
	Purposes   []string
	Recipients []string
	// Categories are those of the action, PurposeKinds what purposes are for at large.
	Categories   []string
	PurposeKinds []string
	// Section is the trail of titles of the section that counts when InSection.
	InSection bool
	Section   []string
	States    []PracticeState
}

// PracticeState is something that can be said of a practice: that all of it is
// "marked", that some was "inferred", that it is "negated", that it has "problems".
type PracticeState string

// FacetField is a field of practices that has facets: "actor", "category", "data",
// "purpose" or "recipient".
type FacetField string

// FacetRequest asks for the Count most frequent values of a field that hold Search,
// among the practices that the filter chooses without regard to that field.
type FacetRequest struct {
	Version int
	Lang    Lang
	Filter  PracticeFilter
	Field   FacetField
	Search  string
	Count   int
}

// FacetList is the part of Total values that was asked for.
type FacetList struct {
	Total int
	Items []Facet
}

// Facet is a value by which practices can be filtered.
type Facet struct {
	Key   string
	Name  string
	Count int
}

// PracticeSort is an order of practices: "text", "actor", "action", "data",
// "purpose", "condition", "recipient" or "section".
type PracticeSort string

// PracticesRequest asks for a window of the practices that a filter chooses. An
// order other than that of the text is refused for too many of them.
type PracticesRequest struct {
	Version    int
	Lang       Lang
	Filter     PracticeFilter
	Window     Window
	Sort       PracticeSort
	Descending bool
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

// InventoryOf is a list of the inventory: "data", "parties" or "purposes".
type InventoryOf string

// InventoryRequest asks for a window of a list of the inventory. A long document is
// taken in step by step: the page asks until the answer is ready.
type InventoryRequest struct {
	Version int
	Lang    Lang
	Of      InventoryOf
	Search  string
	// Closed are the names of the data whose parts are hidden.
	Closed []string
	Window Window
}

// Inventory is a part of a list of what the document speaks of.
type Inventory struct {
	// Ready is false as long as the document is being taken in; Percent says how far
	// that is.
	Ready    bool
	Percent  int
	First    int
	Total    int
	Data     int
	Parties  int
	Purposes int
	Items    []InventoryItem
}

// InventoryItem is some data, a party or a purpose. Lists are cut; the numbers are
// those of all.
type InventoryItem struct {
	// Entry is its number in the list, whatever is searched for.
	Entry    int
	Name     string
	Synonyms []string
	Depth    int
	// Parts says that it has parts, Closed that they are hidden.
	Parts  bool
	Closed bool
	Open   bool
	Vague  bool
	// Party says for a person who a party is, Kind what a purpose is for.
	Party string
	Kind  string
	// Practices is the number of practices, Receives of those in which a party gets
	// the data.
	Practices  int
	Receives   int
	Actors     []string
	Recipients []string
	Purposes   []string
	// Keys are those of the facets that choose its practices, and Field which.
	Field FacetField
	Keys  []string
}

// OccurrenceRequest asks for the place of practice number Nth, counted round from
// 0, that names an entry of the inventory.
type OccurrenceRequest struct {
	Version int
	Lang    Lang
	Of      InventoryOf
	Entry   int
	Nth     int
}

// Occurrence is where a practice names an entry: number Nth of Total.
type Occurrence struct {
	From  int
	To    int
	Nth   int
	Total int
}

// FlowRequest asks for the flows of the practices that a filter chooses.
type FlowRequest struct {
	Version int
	Lang    Lang
	Filter  PracticeFilter
	// Limit is the number of nodes of a column; 0 for the usual one.
	Limit int
}

// Flow adds up who does something with which data, why and with whom. Practices
// that are denied are counted and not drawn.
type Flow struct {
	Ready   bool
	Percent int
	Drawn   int
	Denied  int
	Nodes   []FlowNode
	Links   []FlowLink
}

// FlowNode is a party, data or purposes; Column is 0 for who acts, 1 for data, 2
// for purposes, 3 for who receives.
type FlowNode struct {
	Column int
	Name   string
	Count  int
	// Entries is the number of things that it stands for.
	Entries int
	None    bool
	Others  bool
	// Field and Keys are the filter that chooses its practices.
	Field FlowField
	Keys  []string
}

// FlowField is a part of a filter that a node of a flow sets: "actors", "data",
// "purposeKinds" or "recipients".
type FlowField string

// FlowLink joins two nodes by their number in the list.
type FlowLink struct {
	From  int
	To    int
	Count int
}

// PracticeField is where a value stands in a practice: "action", "actor", "data",
// "member", "purpose", "condition", "recipient", "source" or "requester".
type PracticeField string

// CorrectionsRequest asks what can be set right of a value: number Index of a field
// of practice number Practice; members of groups are counted through all groups,
// parents left out.
type CorrectionsRequest struct {
	Version  int
	Lang     Lang
	Practice int
	Field    PracticeField
	Index    int
}

// Corrections are what can be set right of a value.
type Corrections struct {
	Items []Correction
}

// CorrectionGroup is what a correction is about: "role", "kind", "category",
// "polarity", "modality", "attach", "replace", "move", "same", "part" or "detach".
type CorrectionGroup string

// Correction is one thing that can be set right. It says nothing of how it is
// written.
type Correction struct {
	Group CorrectionGroup
	// Key names the correction in a CorrectRequest.
	Key string
	// Title is its name for a person, and Kind that of the mark that it is about, ""
	// for none.
	Title string
	Kind  string
	// Checked says that it is so already.
	Checked bool
}

// CorrectRequest asks for the edits of a correction.
type CorrectRequest struct {
	Version  int
	Lang     Lang
	Practice int
	Field    PracticeField
	Index    int
	Key      string
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
