// Package practice says what a data practice is: who does what with which data, why,
// when, and who gets it. Package reading under it finds the practices of a block; what
// is said of a whole document (terms, inventory) is made here of all readings.
package practice

import (
	"strconv"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Evidence says how a value is known. The zero value is Marked.
type Evidence uint8

// From the surest to the least.
const (
	Marked  Evidence = iota // a mark says so
	Read                    // unmarked words of the sentence say so
	Carried                 // an earlier clause, sentence or heading says so
	Implied                 // no words say so
)

var evidenceNames = [...]string{"marked", "read", "carried", "implied"}

// String returns the name of the evidence.
func (e Evidence) String() string { return evidenceNames[e] }

// Place is where something stands: a span of a block's plain text, in bytes. The
// zero value is nowhere.
type Place struct {
	Block *syntax.Block
	source.Span
}

// Party says who somebody is in a policy. The zero value is unknown.
type Party uint8

// The parties.
const (
	UnknownParty Party = iota
	FirstParty         // the company
	UserParty          // the person whose data it is
	ThirdParty         // anybody else
	MediumParty        // a thing that holds data but acts for nobody: an order, a form
)

var partyNames = [...]string{"unknown", "first", "user", "third", "medium"}

// String returns the name of the party.
func (p Party) String() string { return partyNames[p] }

// Value is something that a practice speaks of. What does not apply is zero. There are
// many: its small fields stand together, as they do in a Practice and a Sentence.
type Value struct {
	Text string
	// Place is where it stands; nowhere when it is implied. A value carried from
	// another block points there.
	Place Place
	// Mark is the index of its mark in Place.Block, -1 when it has none.
	Mark int
	// Rule is the name of the reading rule that found it, see Explain, and Cue the
	// words that decided.
	Rule string
	Cue  string

	// Owner is whose part an actor is: 我们 of 我们的(客服).
	Owner string
	// Subject is whose data it is.
	Subject string
	// Members are the parts of data that is a defined term, filled in by Terms.
	Members []Value
	// SameAs is what the words stand for, when that was said elsewhere.
	SameAs   string
	Evidence Evidence
	Party    Party
	// Vague data says nothing of what it is (相关数据).
	Vague bool
	// Negative conditions say when something is not so (除非…).
	Negative bool
}

// Group says that data has parts.
type Group struct {
	Parent   Value
	Children []Value
	// Cue is the words that say so, and Open whether more parts may exist (等).
	Cue      string
	Open     bool
	Evidence Evidence
}

// Resolution says what words that point elsewhere stand for.
type Resolution struct {
	Text  string
	Place Place
	// Kind is "purpose", "condition", "data" or "party".
	Kind     string
	Resolved []Value
}

// Practice is one thing that the policy says is done with data. Lists are in the
// order of the text.
type Practice struct {
	// ID is made of the practice's own sentence, so that edits elsewhere leave it
	// alone. It is unique in its block; Distinct makes IDs unique in a document.
	ID string
	// Section is the trail of headings above.
	Section []string
	// Home is the block that the practice was read in. Its action stands there too,
	// but for one carried from a lead-in before.
	Home *syntax.Block
	// Sentence and Span are in bytes of the plain text of Home: the sentence, and the
	// words of it that the practice was read from.
	Sentence, Span source.Span
	Action         Value
	Actors         []Value
	Requester      *Value
	Data           []Value
	Groups         []Group
	Purposes       []Value
	Conditions     []Value
	Recipients     []Value
	Sources        []Value
	ModalityText   string
	NegationText   string
	Resolves       []Resolution
	// Derivation is the names of the rules that fired, in order.
	Derivation []string
	Category   lexicon.Category
	Modality   lexicon.Modality
	Negated    bool
}

// Distinct makes the IDs of a document's practices, given in order, unique: the
// second practice with an ID gets "-2" behind it, and so on. It returns the same
// slice when there is nothing to do.
func Distinct(practices []*Practice) []string {
	seen := make(map[string]int, len(practices))
	ids := make([]string, len(practices))
	for i, p := range practices {
		seen[p.ID]++
		ids[i] = p.ID
		if n := seen[p.ID]; n > 1 {
			ids[i] = p.ID + "-" + strconv.Itoa(n)
		}
	}
	return ids
}

// Sentence is a sentence, heading or item of a block.
type Sentence struct {
	source.Span
	// Section is the trail of headings above it, with itself when it is one.
	Section []string
	// Practices are the indices of its practices in the reading.
	Practices []int
	// Marks is the number of marks that start in it.
	Marks int
	// Heading says that it names what follows; Level is then its depth, from 1.
	Level   int
	Heading bool
	// Item says that it is a numbered or bulleted item.
	Item bool
	// Handles says that it speaks of handling data, marked or not.
	Handles bool
}

// The names of roles.
const (
	RoleActor     = "actor"
	RoleRecipient = "recipient"
	RoleSource    = "source"
	RoleSubject   = "subject"
	RoleRequester = "requester"
	RoleMedium    = "medium"
	RolePurpose   = "purpose"
	RoleCondition = "condition"
	RoleObject    = "object"
	RoleMember    = "member"
)

// Not is the qualifier of an action that is denied.
const Not = "not"

// Role is what a mark is taken for.
type Role struct {
	// Name is one of the names above, or for an action its category.
	Name     string
	Evidence Evidence
	// Rule and Cue say why.
	Rule, Cue string
	// Margin is how much spoke for Name over the next best, 0 upwards; below
	// CloseCall somebody should look.
	Margin int
}

// CloseCall is the margin below which a role is uncertain.
const CloseCall = 2

// Definition is a name that a text gives to data or to a party.
type Definition struct {
	Term    string
	Place   Place
	Members []Value
	// Party says that the name is one of a party, which Members name.
	Party bool
	// Above says that the members are all data of the section above (上述信息构成…);
	// Terms finds them.
	Above bool

	key string // of Term
}

// Define returns the definition of a term that stands for members. It is of a party when
// one of them is.
func Define(term string, at Place, members []Value) Definition {
	d := Definition{Term: term, Place: at, Members: members, key: lexicon.Canonical(term)}
	for _, m := range members {
		d.Party = d.Party || m.Party != UnknownParty
	}
	return d
}

// Key returns the term as it is compared with others; see lexicon.Canonical.
func (d *Definition) Key() string { return d.key }

// Reading is what a block says.
type Reading struct {
	Sentences []Sentence
	Practices []Practice
	// Roles has one role for each mark of the block.
	Roles       []Role
	Definitions []Definition
}
