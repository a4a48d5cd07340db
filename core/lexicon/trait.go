package lexicon

// Trait is a set of finer distinctions than classes: what some words of a class do and
// others do not. A trait stands with the pass of the reading that asks for it most.
type Trait uint64

// The traits. Their names in the files are those of traitNames.
const (
	_ Trait = 0

	// What is each word by itself? (roles, frames, polarity)

	PlainDenial  Trait = 1 << (iota - 1) // says what somebody will not do, rather than what happens when something is not done (不会)
	FollowsLaw                           // says by which rule: what it starts is a condition even where a need ends it (根据法律的需要)
	Restricts                            // sets a limit: what it starts is rather a condition (只会)
	Decisive                             // leads a condition and nothing else (除非)
	Locative                             // says where as well as when (在)
	Temporal                             // ends what says when, and nothing else (期间)
	Circumstance                         // ends a condition, but may be what a purpose is about (为核实情况)
	WeakTail                             // ends a condition only at the end of a mark (下)

	// Who, and what? (subjects, objects, assembly)

	Hires          // one party has another do something for it (委托)
	Pronoun        // is one of the two parties, and a subject by itself (我们)
	Objective      // the form of a pronoun that is never a subject (us)
	ThirdPerson    // whoever or whatever was last spoken of, or theirs (其)
	Ours           // what follows is the company's (我们的)
	Supplies       // giving, by which both parties may give to the other (提供)
	Submits        // said of the person, it means to provide (发送)
	Captures       // said of the company, it means to collect (拍摄)
	Participle     // the past participle of an English verb (sent); forms.go finds the regular ones
	Disposal       // puts an object before its verb and does nothing else (把)
	FormalDisposal // does the same in writing, and mostly is a modal too (将)
	Copular        // what follows is what something is, or becomes (为)
	Attributive    // ends a clause that qualifies what follows (的), unlike 之
	Partitive      // of what was just said: its parts follow (其中)
	Alternative    // joins two words that have the rest of a name in common (商品或服务信息)

	// Why, when, to whom, and what is pointed at? (adjuncts, parties, references)

	Points       // points at something said before (该), unlike other determiners (任何)
	StrongLead   // starts a condition that needs no word at its end (如果)
	PersonalTail // ends a condition that a party starts, with no word ahead (您申请时)
)

var traitNames = map[string]Trait{
	// roles, frames, polarity
	"plain-denial": PlainDenial,
	"follows-law":  FollowsLaw,
	"restricts":    Restricts,
	"decisive":     Decisive,
	"locative":     Locative,
	"temporal":     Temporal,
	"circumstance": Circumstance,
	"weak-tail":    WeakTail,

	// subjects, objects, assembly
	"hires":           Hires,
	"pronoun":         Pronoun,
	"objective":       Objective,
	"third-person":    ThirdPerson,
	"ours":            Ours,
	"supplies":        Supplies,
	"submits":         Submits,
	"captures":        Captures,
	"participle":      Participle,
	"disposal":        Disposal,
	"formal-disposal": FormalDisposal,
	"copular":         Copular,
	"attributive":     Attributive,
	"partitive":       Partitive,
	"alternative":     Alternative,

	// adjuncts, parties, references
	"points":        Points,
	"strong-lead":   StrongLead,
	"personal-tail": PersonalTail,
}

// Has reports whether the word has any of the traits.
func (e *Entry) Has(t Trait) bool { return e != nil && e.Trait&t != 0 }
