package protocol

// PracticeEngine says what the document's practices are, counts them and sets them right.
type PracticeEngine interface {
	// Practices returns rows beside those of a report, for tables and copies.
	Practices(PracticesRequest) (PracticeList, error)
	// Facets returns values by which practices can be filtered.
	Facets(FacetRequest) (FacetList, error)
	// Inventory returns what the practices speak of.
	Inventory(InventoryRequest) (Inventory, error)
	// Occurrence returns where a practice names an entry of the inventory.
	Occurrence(OccurrenceRequest) (Occurrence, error)
	// Flow adds practices up.
	Flow(FlowRequest) (Flow, error)
	// NextUnmarked finds the next or the previous sentence that handles data and has no
	// mark, going round at the ends of the document.
	NextUnmarked(UnmarkedRequest) (Unmarked, error)
	// Corrections returns what can be set right of a value of a practice.
	Corrections(CorrectionsRequest) (Corrections, error)
	// Correct answers with the edits of a correction: marks and qualifiers.
	Correct(CorrectRequest) (Changes, error)
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
	// Requester is who asks another to act; nil for nobody.
	Requester  *Value
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

// Evidence says how a value is known: "marked", "read" from unmarked words,
// "carried" from an earlier clause or sentence, or "implied".
type Evidence string

// Group says that data has parts.
type Group struct {
	Parent   Value
	Children []Value
	// Cue is the words that say so, and Open whether more parts may follow (等).
	Cue  string
	Open bool
}

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

// UnmarkedRequest asks for the next sentence without marks behind From, or before it
// when Backward.
type UnmarkedRequest struct {
	Version  int
	Lang     Lang
	From     int
	Backward bool
}

// Unmarked is a sentence that handles data and has no mark, its number among all such
// sentences, from 0, and how many there are; Total is 0 when there is none.
type Unmarked struct {
	Range Range
	Index int
	Total int
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
