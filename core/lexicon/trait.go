package lexicon

// Trait is a set of finer distinctions than classes: what one word does that others of
// its class do not.
type Trait uint64

// The traits. Their names in the files are those of traitNames.
const (
	PlainDenial  Trait = 1 << iota // says what somebody will not do, rather than what happens when something is not done (不会)
	FollowsLaw                     // says by which rule: what it starts is a condition even where a need ends it (根据法律的需要)
	Restricts                      // sets a limit: what it starts is rather a condition (只会)
	Hires                          // one party has another do something for it (委托)
	Pronoun                        // one of the two parties, and a subject by itself (我们)
	Points                         // points at something said before (该), unlike other determiners (任何)
	StrongLead                     // starts a condition that needs no word at its end (如果)
	PersonalTail                   // ends a condition that a party starts, with no word ahead (您申请时)
)

var traitNames = map[string]Trait{
	"plain-denial": PlainDenial, "follows-law": FollowsLaw, "restricts": Restricts,
	"hires": Hires, "pronoun": Pronoun, "points": Points, "strong-lead": StrongLead, "personal-tail": PersonalTail,
}

// Has reports whether the word has any of the traits.
func (e *Entry) Has(t Trait) bool { return e != nil && e.Trait&t != 0 }
