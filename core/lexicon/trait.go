package lexicon

// Trait is a finer distinction than a class: what some words of a class do and others do
// not. A trait stands with the pass of the reading that asks for it most. The zero value
// is none.
type Trait uint8

// Traits is a set of traits.
type Traits [2]uint64

func (s *Traits) add(t Trait) { s[t/64] |= 1 << (t % 64) }

func (s *Traits) addAll(more Traits) {
	for i := range s {
		s[i] |= more[i]
	}
}

// Has reports whether a trait, which is not the zero value, is in the set.
func (s *Traits) Has(t Trait) bool { return s[t/64]>>(t%64)&1 != 0 }

// The traits. Their names in the files are those of traitNames.
const (
	_ Trait = iota

	// What is each word by itself? (roles, frames, polarity)

	PlainDenial  // says what somebody will not do, rather than what happens when something is not done (不会)
	FollowsLaw   // says by which rule: what it starts is a condition even where a need ends it (根据法律的需要)
	Restricts    // sets a limit: what it starts is rather a condition (只会)
	Decisive     // leads a condition and nothing else (除非)
	Locative     // says where as well as when (在)
	Temporal     // ends what says when, and nothing else (期间)
	Circumstance // ends a condition, but may be what a purpose is about (为核实情况)
	WeakTail     // ends a condition only at the end of a mark (下)
	Channel      // names whom data comes through: it is collected from them (经由)
	GivesTo      // says to whom something goes, never of whom it is asked (给)
	Addresses    // says of whom something is asked as well as to whom it goes (向银行查询)
	Concerns     // says whom something is about as often as to whom it goes (对)
	Arrival      // says where somebody goes to do something, rather than to whom something goes (到门店办理)
	KeptAt       // right behind a verb, says where data is kept (存储于服务器)
	Furnishes    // is with and a possessive in one: what follows may be what somebody is given (with your)
	Infinitive   // before a verb starts an infinitive rather than names a recipient (to)
	Performs     // has no meaning of its own before the verb that says what is done (进行分析)
	Enumerates   // joins words, never clauses (、)
	Attributive  // ends a clause that qualifies what follows (的), unlike 之
	Alternative  // offers a choice, which a denial before it reaches over (或)
	Continues    // goes on with the predicate before a comma (并)
	Equates      // stands between a name and what it means (“X”是指…)
	ServesUser   // says for whom something is done, at the start of longer words as well (为您 of 为您提供)
	DeniesNext   // denies the verb right behind it alone (avoid)
	DeniesNoun   // denies by the noun behind it, mostly a subject (none of)
	NamesNobody  // starts a name for nobody, which can be a subject (none of our agents)
	DeniesVerb   // is a verb by itself, and denies what it takes (拒绝)
	NoNeed       // says that something need not be: a consent, rather than the verb behind it (无需)
	EndsReason   // ends what says why, before the verb (因…而)
	NewPredicate // behind a comma, starts a predicate of its own (仍)
	OpensAdjunct // starts words that say how, and is no preposition in other places (以任何)
	ActsBelow    // points at actions that stand further down (下列行为)
	LightDoes    // has no meaning of its own before the word that says what is done (从事, have access)
	Vouches      // says what somebody answers for, or does not: what follows is not stated (guarantee that)
	TakesBare    // has somebody do what follows without to (let)
	DeniesDeed   // behind a noun for an action, says that it is not done (is not allowed)
	NoParty      // denies by a word for nobody (no one)
	DeniesBare   // denies only what follows at once, and adverbs and joined verbs between (not)
	DeniesFrom   // keeps somebody from what from or to leads (prohibit)
	Inverts      // stands before a subject in place of a modal (nor do we)
	EndsNames    // ends a list of names, at the start of longer words as well (等 of 等信息)
	Composes     // gives a name to what was said before the sentence (上述信息构成“X”)

	// Who, and what? (subjects, objects, assembly)

	PlaceEnd       // makes a place of the name between 在 and it (在小程序里)
	Hires          // one party has another do something for it (委托)
	Pronoun        // is one of the two parties, and a subject by itself (我们)
	Urges          // asks the reader to act (请)
	Nominative     // the form of an English pronoun that is a subject (we)
	Objective      // the form of a pronoun that is never a subject (us)
	ThirdPerson    // whoever or whatever was last spoken of, or theirs (其)
	Ours           // what follows is the company's (我们的)
	Supplies       // giving, by which both parties may give to the other (提供)
	Submits        // said of the person, it means to provide (发送)
	Captures       // said of the company, it means to collect (拍摄)
	Participle     // the past participle of an English verb (sent), which forms.go knows
	PlainDisposal  // puts an object before its verb and does nothing else (把)
	FormalDisposal // does the same in writing, and mostly is a modal too (将)
	Copular        // what follows is what something is, or becomes (为)
	Partitive      // of what was just said: its parts follow (其中)
	Directs        // says whom somebody has act, before the action (要求, 禁止)
	HandsOver      // says who does from here on what the action says (交由)
	LetsThrough    // right before somebody who acts, says that they do (经公证处[核对]的)
	Undertakes     // stands between who acts and the action, and is no part of a name (负责)
	Concessive     // starts what holds in any case (无论) or of one alone (只有), and is no part of a name
	NamesDoer      // ends a name for somebody, or for a thing that acts (员, 插件)
	NamesBrand     // ends the name of a business (科技), and mostly of other things too
	EndsTime       // ends words that say when or where, and name nobody (间 of 夜间)
	Rights         // behind a party in a heading, says that the section is about what that party may do (的权利)
	SharesName     // joins two words that have the rest of a name in common (商品或服务信息)

	// Why, when, to whom, and what is pointed at? (adjuncts, parties, references)

	Points          // points at something said before (该), unlike other determiners (任何)
	StrongLead      // starts a condition that needs no word at its end (如果)
	PersonalTail    // ends a condition that a party starts, with no word ahead (您申请时)
	TimeLead        // leads a condition of time, which a word at its end may close (当…时)
	OnDemand        // leads a condition that says at whose demand, which 要求 ends (根据…要求)
	MainClause      // starts the main clause behind a condition, with which the condition ends (则)
	Reserves        // an exception that takes back what the clause before denies (不会[共享]，除非…)
	Below           // points at what stands further down, and says no more itself (以下)
	LooseLead       // leads a purpose, and as often a thing or a party (for)
	MidClause       // leads a purpose wherever in its clause it stands (用于)
	ClauseStart     // leads a purpose at the start of a clause, and is a word of its predicate elsewhere (方便)
	NeverAlone      // leads a purpose only where somebody has marked that (进行)
	SerialVerb      // joins two verbs to one predicate, so that the second starts no step of its own (来)
	PurposeParticle // introduces a purpose and says nothing of it, at the start of longer words as well (为 of 为帮助)
	PostVerbal      // stands behind the action whose recipient it governs ([提供]给)
	BareNoun        // names any party of its kind, so that a longer name with the same start is the same (第三方)
	BarePronoun     // a pronoun that says nothing of what it stands for (其)
	NamesNext       // behind a party, says that the next one is meant, which it helps to name (与(X)合作的(Y))
	Ditransitive    // of an action, names whom something goes to right behind it (send)
	InvertedLead    // leads a condition by changing places with its subject (should we close)
	ReasonLead      // leads a reason, which is neither when nor what for (because)
	AimWord         // the last word of what something is done for (research)
	PurposeItems    // introduces items that say what for (以下用途)
	ConditionItems  // introduces items that say when (下列情形)
	Pairs           // goes with another that joins two (neither … nor)
	NeedsMore       // ends no line but one that goes on (可能)
	MarkFollows     // the same, before what somebody has marked (包括)
	OpensPlace      // says where or when something will be, before what it is (将在)
	OpensHow        // says how, why or to whom something is not done, before what it is (不会以任何理由)
	DeniesOffer     // says that what follows is not offered (不提供打印服务)
	Tells           // of an action, names whom it tells right behind it (告知)
	PartyWord       // the last word of phrases for somebody (school)
	Precedes        // ends a condition before which something is done, and is a part of what it says (付款前)
	InvertsAhead    // starts a clause whose subject stands behind its modal (not only)
	SaysThat        // before that, starts a clause of its own rather than one about what it names (note that)
	PartySuffix     // the last letters of English words for somebody (ers)
	Location        // a place, where data is or goes, and nobody who gets it (境外)
	OurPlace        // behind the company, makes it a place from which something is taken (从我们处)
	AnaphorStart    // starts what points at somebody, and is no part of whom it names (此类 of 此类商家)
)

var traitNames = map[string]Trait{
	// roles, frames, polarity
	"names-nobody":  NamesNobody,
	"plain-denial":  PlainDenial,
	"denies-next":   DeniesNext,
	"denies-noun":   DeniesNoun,
	"vouches":       Vouches,
	"takes-bare":    TakesBare,
	"denies-deed":   DeniesDeed,
	"no-party":      NoParty,
	"denies-verb":   DeniesVerb,
	"no-need":       NoNeed,
	"ends-reason":   EndsReason,
	"new-predicate": NewPredicate,
	"opens-adjunct": OpensAdjunct,
	"acts-below":    ActsBelow,
	"light-does":    LightDoes,
	"denies-bare":   DeniesBare,
	"denies-from":   DeniesFrom,
	"inverts":       Inverts,
	"follows-law":   FollowsLaw,
	"restricts":     Restricts,
	"decisive":      Decisive,
	"locative":      Locative,
	"temporal":      Temporal,
	"circumstance":  Circumstance,
	"weak-tail":     WeakTail,
	"channel":       Channel,
	"gives-to":      GivesTo,
	"addresses":     Addresses,
	"concerns":      Concerns,
	"arrival":       Arrival,
	"kept-at":       KeptAt,
	"furnishes":     Furnishes,
	"infinitive":    Infinitive,
	"performs":      Performs,
	"enumerates":    Enumerates,
	"attributive":   Attributive,
	"alternative":   Alternative,
	"continues":     Continues,
	"equates":       Equates,
	"serves-user":   ServesUser,
	"ends-names":    EndsNames,
	"composes":      Composes,

	// subjects, objects, assembly
	"place-end":       PlaceEnd,
	"hires":           Hires,
	"pronoun":         Pronoun,
	"nominative":      Nominative,
	"urges":           Urges,
	"objective":       Objective,
	"third-person":    ThirdPerson,
	"ours":            Ours,
	"supplies":        Supplies,
	"submits":         Submits,
	"captures":        Captures,
	"participle":      Participle,
	"plain-disposal":  PlainDisposal,
	"formal-disposal": FormalDisposal,
	"copular":         Copular,
	"partitive":       Partitive,
	"directs":         Directs,
	"hands-over":      HandsOver,
	"lets-through":    LetsThrough,
	"undertakes":      Undertakes,
	"concessive":      Concessive,
	"names-doer":      NamesDoer,
	"names-brand":     NamesBrand,
	"ends-time":       EndsTime,
	"rights":          Rights,
	"shares-name":     SharesName,

	// adjuncts, parties, references
	"points":           Points,
	"strong-lead":      StrongLead,
	"personal-tail":    PersonalTail,
	"time-lead":        TimeLead,
	"on-demand":        OnDemand,
	"main-clause":      MainClause,
	"reserves":         Reserves,
	"below":            Below,
	"loose-lead":       LooseLead,
	"mid-clause":       MidClause,
	"clause-start":     ClauseStart,
	"never-alone":      NeverAlone,
	"serial-verb":      SerialVerb,
	"purpose-particle": PurposeParticle,
	"post-verbal":      PostVerbal,
	"bare-noun":        BareNoun,
	"bare-pronoun":     BarePronoun,
	"names-next":       NamesNext,
	"ditransitive":     Ditransitive,
	"inverted-lead":    InvertedLead,
	"reason-lead":      ReasonLead,
	"aim-word":         AimWord,
	"purpose-items":    PurposeItems,
	"condition-items":  ConditionItems,
	"pairs":            Pairs,
	"needs-more":       NeedsMore,
	"mark-follows":     MarkFollows,
	"opens-place":      OpensPlace,
	"opens-how":        OpensHow,
	"denies-offer":     DeniesOffer,
	"tells":            Tells,
	"party-word":       PartyWord,
	"precedes":         Precedes,
	"inverts-ahead":    InvertsAhead,
	"says-that":        SaysThat,
	"party-suffix":     PartySuffix,
	"location":         Location,
	"our-place":        OurPlace,
	"anaphor-start":    AnaphorStart,
}

// numTraits is how many a set has room for.
const numTraits = 64 * len(Traits{})

// Has reports whether the word has a trait.
func (e *Entry) Has(t Trait) bool { return e != nil && e.Traits.Has(t) }
