package reading

import (
	"math/rand"
	"strings"
)

// englishParts are the pieces of English sentences, of which one is chosen each time.
type englishParts struct {
	fronts, subjects, adjuncts, modals, verbs, objects, tails, agents, participles []part
}

var english1 = englishParts{
	fronts: []part{
		{},
		{},
		{},
		{text: "From time to time, "},
		{text: "If {you opt in}, ", when: []string{"you opt in"}},
		{text: "To {fix faults}, ", why: []string{"fix faults"}},
		{text: "When {you call us}, ", when: []string{"you call us"}},
		{text: "In some countries, "},
		{text: "As a rule, "},
		{text: "With {your consent}, ", when: []string{"your consent"}},
		{text: "For {security}, ", why: []string{"security"}},
		{text: "Please note that "},
		{text: "In addition, "},
	},
	subjects: []part{
		{text: "(We)", who: "We"},
		{text: "We", who: "We"},
		{text: "(Our partners)", who: "Our partners"},
		{text: "Our partners", who: "Our partners"},
		{text: "Third parties", who: "Third parties"},
		{text: "Acme Analytics Ltd.", who: "Acme Analytics"},
		{text: "The courier", who: "courier", one: true},
		{text: "Couriers", who: "Couriers"},
		{text: "Your employer", who: "Your employer", one: true},
		{text: "Parents or guardians", who: "Parents guardians or"},
		{text: "Nobody", who: "Nobody", deny: true, one: true},
		{text: "No third party", who: "No third party", deny: true, one: true},
		{text: "None of our staff", who: "None of our staff", deny: true},
		{text: "Neither we nor our partners", who: "Neither we nor our partners", deny: true},
		{text: "The bank that issued your card", who: "The bank that issued your card", one: true},
		{text: "Advertisers we work with", who: "Advertisers we work with"},
		{text: "Members of our team", who: "Members of our team"},
		{text: "The tax office", who: "The tax office", one: true},
		{text: "(The clinic)", who: "The clinic", one: true},
		{text: "Some of the shops on our platform", who: "Some of the shops on our platform"},
		{text: "Children under 14", who: "Children under 14"},
		{text: "Teachers and (head teachers)", who: "Teachers and head teachers"},
		{text: "The people who deliver your parcels", who: "The people who deliver your parcels"},
		{text: "Our website", who: "Our website", one: true},
		{text: "Any company that buys us", who: "Any company that buys us", one: true},
		{text: "You", who: "You"},
		{text: "The operator of the car park", who: "The operator of the car park", one: true},
		{text: "Law enforcement", who: "Law enforcement"},
	},
	adjuncts: []part{
		{},
		{},
		{},
		{text: ", where the law allows it,"},
		{text: ", with your consent,"},
		{text: ", like most firms,"},
		{text: ", unless {you object},", when: []string{"you object"}},
		{text: ", however,"},
		{text: " – as a rule –"},
	},
	modals: []part{
		{text: " may"},
		{text: " will"},
		{text: " can"},
		{text: " might also"},
		{text: " will automatically"},
		{text: " do not", deny: true},
		{text: " don’t", deny: true},
		{text: " won't", deny: true},
		{text: " will never", deny: true},
		{text: " may not", deny: true},
		{text: " cannot", deny: true},
		{text: " must not", deny: true},
		{text: " are not allowed to", deny: true},
		{text: " never", deny: true},
		{text: " no longer", deny: true},
		{text: " refuse to", deny: true},
		{text: " will not under any circumstances", deny: true},
		{text: " are required to"},
		{text: " have to"},
		{text: ""},
		{text: " always"},
		{text: " would never knowingly", deny: true},
		{text: " shall not, in any event,", deny: true},
		{text: " may from time to time"},
	},
	verbs: []part{
		{text: "[collect]", actions: []string{"collect"}},
		{text: "[copy]", actions: []string{"copy"}},
		{text: "[collect] and [store]", actions: []string{"collect", "store"}},
		{text: "[collect], [use] and [keep]", actions: []string{"collect", "use", "keep"}},
		{text: "collect and [store]", actions: []string{"store"}},
		{text: "[collect], use, [keep], and store", actions: []string{"collect", "keep"}},
		{text: "[view] or [record]", actions: []string{"view", "record"}},
		{text: "[collect], process, store and use", actions: []string{"collect"}},
		{text: "sell, rent or [trade]", actions: []string{"trade"}},
		{text: "[sell] or otherwise [disclose]", actions: []string{"sell", "disclose"}},
		{text: "[scan]", actions: []string{"scan"}},
		{text: "[pass on]", actions: []string{"pass on"}},
	},
	objects: []part{
		{text: " your <name>", data: []string{"name"}},
		{text: " <your payment details>", data: []string{"payment details"}},
		{text: " your <name>, <age> and <photo>", data: []string{"name", "age", "photo"}},
		{text: " the <messages> you send to other users", data: []string{"messages"}},
		{text: " <information>, including your <IP address> and <location>", data: []string{"information", "IP address", "location"}},
		{text: " any <health data>", data: []string{"health data"}},
		{text: " the <photos> that you upload", data: []string{"photos"}},
	},
	tails: []part{
		{},
		{},
		{text: " to {fix faults}", why: []string{"fix faults"}},
		{text: " in order to {fix faults} or {improve the service}", why: []string{"fix faults", "improve the service"}},
		{text: " for {marketing}", why: []string{"marketing"}},
		{text: " for the purpose of {billing}", why: []string{"billing"}},
		{text: " if {you agree}", when: []string{"you agree"}},
		{text: " when {you sign in} or {open the shop}", when: []string{"you sign in", "open the shop"}},
		{text: " unless {the law requires it}", when: []string{"the law requires it"}},
		{text: " so that {orders arrive}", why: []string{"orders arrive"}},
		{text: " without {your permission}", when: []string{"your permission"}},
	},
	agents: []part{
		{text: " by (Localytics)", who: "Localytics"},
		{text: " by Localytics", who: "Localytics"},
		{text: " by our partners", who: "our partners"},
		{text: " by us", who: "us"},
		{text: " by (our team)", who: "our team"},
		{text: " by the hotel you booked", who: "the hotel you booked"},
		{text: "", who: anyWho},
		{text: " by third parties", who: "third parties"},
		{text: " only by (the nurse)", who: "the nurse"},
		{text: " on our behalf by a courier", who: "a courier"},
	},
	participles: []part{
		{text: " [stored]", actions: []string{"stored"}},
		{text: " [collected] and [stored]", actions: []string{"collected", "stored"}},
		{text: " collected, [used] or [kept]", actions: []string{"used", "kept"}},
		{text: " [transcribed]", actions: []string{"transcribed"}},
		{text: " [read] and [archived]", actions: []string{"read", "archived"}},
	},
}

// english2 has other words, so that no form holds for the words of the first alone.
var english2 = englishParts{
	fronts: []part{
		{},
		{text: "On race days, "},
		{text: "Once {the doors close}, ", when: []string{"the doors close"}},
		{text: "In order to {plan the menu}, ", why: []string{"plan the menu"}},
		{text: "Unless {you object}, ", when: []string{"you object"}},
		{text: "Furthermore, "},
		{text: "We confirm that "},
		{text: "As of May, "},
	},
	subjects: []part{
		{text: "The bakery", who: "The bakery", one: true},
		{text: "Volunteers", who: "Volunteers"},
		{text: "(A locksmith)", who: "A locksmith", one: true},
		{text: "Tide & Sons", who: "Tide & Sons"},
		{text: "Your dentist", who: "Your dentist", one: true},
		{text: "The people next door", who: "The people next door"},
		{text: "Whoever finds your bag", who: "Whoever finds your bag", one: true},
		{text: "Not one of the referees", who: "Not one of the referees", deny: true, one: true},
		{text: "Guests with a season ticket", who: "Guests with a season ticket"},
		{text: "The choir and its conductor", who: "The choir and its conductor"},
		{text: "Anyone who rents a boat", who: "Anyone who rents a boat", one: true},
		{text: "A sensor in the lift", who: "A sensor in the lift", one: true},
		{text: "Both parents", who: "Both parents"},
		{text: "The museum's guides", who: "The museum's guides"},
		{text: "Our own engineers", who: "Our own engineers"},
		{text: "Every branch", who: "Every branch", one: true},
	},
	adjuncts: []part{
		{},
		{},
		{text: ", in turn,"},
		{text: ", if {asked},", when: []string{"asked"}},
		{text: ", by contrast,"},
		{text: ", at your request,"},
		{text: " \\(and nobody else\\)"},
		{text: ", after {closing time},", when: []string{"closing time"}},
	},
	modals: english1.modals,
	verbs: []part{
		{text: "[weigh]", actions: []string{"weigh"}},
		{text: "[translate] and [print]", actions: []string{"translate", "print"}},
		{text: "[photograph]", actions: []string{"photograph"}},
		{text: "[measure], [note] or [compare]", actions: []string{"measure", "note", "compare"}},
		{text: "[lend]", actions: []string{"lend"}},
	},
	objects: english1.objects,
	tails: []part{
		{},
		{text: " to {plan the menu}", why: []string{"plan the menu"}},
		{text: " because {the law says so}", when: []string{"the law says so"}, why: []string{"the law says so"}},
		{text: " as soon as {the gates open}", when: []string{"the gates open"}},
		{text: " for {insurance}", why: []string{"insurance"}},
		{text: " until {you leave}", when: []string{"you leave"}},
	},
}

// englishAsides are words that say when or how, which may be read as a condition.
var englishAsides = []string{"where the law allows it", "with your consent", "unless you object", "without your permission", "in some countries", "under any circumstances", "in any event", "at your request", "on race days", "On race days", "as of May", "As of May", "Only with your consent", "In no case", "In no event"}

// inside writes the start of a sentence as it stands inside of one.
func inside(text string) string { return strings.ToLower(text[:1]) + text[1:] }

// present are the predicates that are no modals, so that one alone would take another form.
func present(m part) bool {
	for _, lead := range []string{" do", " are", " have", " refuse", " always", " never", " no longer"} {
		if strings.HasPrefix(m.text, lead) {
			return true
		}
	}
	return m.text == ""
}

// clause says who does what: From time to time, couriers, like most firms, may [copy] <names>.
func (e *englishParts) clause(r *rand.Rand) composed {
	front, subject, adjunct := pick(r, e.fronts), pick(r, e.subjects), pick(r, e.adjuncts)
	modal := pickBut(r, e.modals, func(m part) bool { return subject.deny && (m.deny || m.text == "") || subject.one && present(m) })
	verb, object, tail := pick(r, e.verbs), pick(r, e.objects), pick(r, e.tails)
	name := subject.text
	if front.text != "" && !strings.HasPrefix(name, "Acme") && !strings.HasPrefix(name, "(") && !strings.HasPrefix(name, "Tide") {
		name = inside(name)
	}
	c := composed{part: part{text: front.text + name + adjunct.text + modal.text + " " + verb.text + object.text + tail.text + ".",
		who: subject.who, deny: subject.deny || modal.deny, data: object.data, actions: verb.actions}, also: englishAsides}
	c.add(front, adjunct, tail)
	return c
}

var englishBeen = []part{
	{text: " is"},
	{text: " may be"},
	{text: " is not", deny: true},
	{text: " isn’t", deny: true},
	{text: " will never be", deny: true},
	{text: " can be"},
	{text: " has been"},
	{text: " is being"},
	{text: " may also be"},
	{text: " will not be", deny: true},
	{text: " is no longer", deny: true},
	{text: " was"},
	{text: " must be"},
	{text: " is automatically"},
}

var englishTopics = []part{
	{text: "Your <name>", data: []string{"name"}},
	{text: "This <information>, including your <IP address>,", data: []string{"information", "IP address"}},
	{text: "<Payment details>", data: []string{"Payment details"}},
	{text: "Your <name> and <photo>", data: []string{"name", "photo"}},
	{text: "The <letters> you send us", data: []string{"letters"}},
	{text: "Any <notes> made during your visit", data: []string{"notes"}},
	{text: "None of your <messages>", data: []string{"messages"}, deny: true},
	{text: "No <health data>", data: []string{"health data"}, deny: true},
}

// passive says by whom something is done: None of your <messages> is [stored] by the hotel.
func (e *englishParts) passive(r *rand.Rand) composed {
	front, topic := pick(r, e.fronts), pick(r, englishTopics)
	been := pickBut(r, englishBeen, func(b part) bool { return topic.deny && b.deny })
	verb, agent, tail := pick(r, e.participles), pick(r, e.agents), pick(r, e.tails)
	start := topic.text
	if front.text != "" && !strings.HasPrefix(start, "<") {
		start = inside(start)
	}
	c := composed{part: part{text: front.text + start + been.text + verb.text + agent.text + tail.text + ".",
		who: agent.who, deny: topic.deny || been.deny, data: topic.data, actions: verb.actions}, also: englishAsides}
	c.add(front, tail)
	return c
}

var englishHeads = []part{
	{text: "(We) [use] ", who: "We", actions: []string{"use"}},
	{text: "We may [share] ", who: "We", actions: []string{"share"}},
	{text: "(Our partners) do not [keep] ", who: "Our partners", actions: []string{"keep"}, deny: true},
}

var englishRelatives = []part{
	{text: "the <information> you [provide] to us", who: "you", to: []string{"us"}, actions: []string{"provide"}},
	{text: "the <details> that your bank [sends] to us", who: "your bank", to: []string{"us"}, actions: []string{"sends"}},
	{text: "<information> that (our partners) have [collected] about you", who: "our partners", actions: []string{"collected"}},
	{text: "the <photos> [taken] by (visitors)", who: "visitors", actions: []string{"taken"}},
	{text: "the <data> which third parties [gather]", who: "third parties", actions: []string{"gather"}},
	{text: "<error reports> [generated] by your router", who: "your router", actions: []string{"generated"}},
	{text: "the <notes> our staff [write] down", who: "our staff", actions: []string{"write"}},
	{text: "<information> we [receive] from your school", who: "we", from: []string{"your school"}, actions: []string{"receive"}},
}

// composeEnglishRelative has an action about the data of another: We [use] the <notes> our staff [write].
func composeEnglishRelative(r *rand.Rand) composed {
	head, clause, tail := pick(r, englishHeads), pick(r, englishRelatives), pick(r, english1.tails)
	c := composed{part: clause, also: englishAsides}
	if r.Intn(2) == 0 {
		c.part = head
		c.add(tail)
	}
	_, data, _ := strings.Cut(clause.text, "<")
	data, _, _ = strings.Cut(data, ">")
	c.data, c.text = []string{data}, head.text+clause.text+tail.text+"."
	return c
}

var englishFirst = []part{
	{text: "(We) [collect] your <name>", who: "We", data: []string{"name"}, actions: []string{"collect"}},
	{text: "Our partners may [read] <messages>", who: "Our partners", data: []string{"messages"}, actions: []string{"read"}},
	{text: "We do not [sell] your <photos>", who: "We", deny: true, data: []string{"photos"}, actions: []string{"sell"}},
	{text: "You [send] us your <letters>", who: "You", data: []string{"letters"}, to: []string{"us"}, actions: []string{"send"}},
	{text: "The clinic [stores] <x-rays>", who: "The clinic", data: []string{"x-rays"}, actions: []string{"stores"}},
	{text: "Your <votes> are [counted] by (the council)", who: "the council", data: []string{"votes"}, actions: []string{"counted"}},
	{text: "Couriers can [see] your <address>", who: "Couriers", data: []string{"address"}, actions: []string{"see"}},
	{text: "Nobody will [open] your <parcels>", who: "Nobody", deny: true, data: []string{"parcels"}, actions: []string{"open"}},
}

var englishSecond = []part{
	{text: "(the bank) [checks] your <income>", who: "the bank", data: []string{"income"}, actions: []string{"checks"}},
	{text: "our staff may [copy] your <passport>", who: "our staff", data: []string{"passport"}, actions: []string{"copy"}},
	{text: "third parties must not [record] your <calls>", who: "third parties", deny: true, data: []string{"calls"}, actions: []string{"record"}},
	{text: "we [delete] your <files>", who: "we", data: []string{"files"}, actions: []string{"delete"}},
	{text: "you can [download] your <invoices>", who: "you", data: []string{"invoices"}, actions: []string{"download"}},
	{text: "no one [shares] your <diary>", who: "no one", deny: true, data: []string{"diary"}, actions: []string{"shares"}},
	{text: "your <notes> are not [kept] by the coach", who: "the coach", deny: true, data: []string{"notes"}, actions: []string{"kept"}},
	{text: "the police might [request] your <logs>", who: "the police", data: []string{"logs"}, actions: []string{"request"}},
}

// composeEnglishPair puts two clauses side by side, each about its own.
func composeEnglishPair(r *rand.Rand) composed {
	joins := []string{", and ", "; ", ", but ", " and ", ", while ", ", whereas ", ". ", ", so ", " – and "}
	front, first, second, join := pick(r, english1.fronts), pick(r, englishFirst), pick(r, englishSecond), joins[r.Intn(len(joins))]
	start, end := first.text, second.text
	if front.text != "" && !strings.HasPrefix(start, "(") {
		start = inside(start)
	}
	if join == ". " && !strings.HasPrefix(end, "(") {
		end = strings.ToUpper(end[:1]) + end[1:]
	}
	c := composed{part: first, also: englishAsides}
	if r.Intn(2) == 0 {
		c.part = second
		c.allow(front)
	} else {
		c.add(front)
	}
	c.text = front.text + start + join + end + "."
	return c
}

var englishInversions = []part{
	{text: "Under no circumstances ", deny: true},
	{text: "At no time ", deny: true},
	{text: "Never ", deny: true},
	{text: "In no event ", deny: true},
	{text: "Nor ", deny: true},
	{text: "Only with your consent "},
	{text: "Not only ", deny: false},
	{text: "On no account ", deny: true},
	{text: "By no means ", deny: true},
	{text: "In no case, not even then, ", deny: true},
	{text: "Neither ", deny: true},
}

var englishInverted = []part{
	{text: "(we)", who: "we"},
	{text: "we", who: "we"},
	{text: "our partners", who: "our partners"},
	{text: "(couriers)", who: "couriers"},
	{text: "the teachers", who: "the teachers"},
	{text: "third parties", who: "third parties"},
	{text: "you", who: "you"},
	{text: "shops that sell through us", who: "shops that sell through us"},
}

// inversion puts the subject behind its modal: Under no circumstances may couriers [copy] <names>.
func (e *englishParts) inversion(r *rand.Rand) composed {
	modals := []string{"do ", "will ", "may ", "can ", "shall ", "would "}
	lead, subject, verb, object, tail := pick(r, englishInversions), pick(r, englishInverted), pick(r, e.verbs), pick(r, e.objects), pick(r, e.tails)
	c := composed{part: part{text: lead.text + modals[r.Intn(len(modals))] + subject.text + " " + verb.text + object.text + tail.text + ".",
		who: subject.who, deny: lead.deny, data: object.data, actions: verb.actions}, also: englishAsides}
	c.add(tail)
	return c
}

var englishParties = []part{
	{text: "(banks)", to: []string{"banks"}},
	{text: "(banks) and (insurers)", to: []string{"banks", "insurers"}},
	{text: "(banks), (insurers) and (lawyers)", to: []string{"banks", "insurers", "lawyers"}},
	{text: "our partners", to: []string{"our partners"}},
	{text: "banks and insurers", to: []string{"banks", "insurers"}},
	{text: "(vendors), such as (Acme)", to: []string{"vendors", "Acme"}},
	{text: "(our affiliates), (agents) or (other companies)", to: []string{"our affiliates", "agents", "other companies"}},
	{text: "(Acme), its (affiliates) and (resellers)", to: []string{"Acme", "affiliates", "resellers"}},
	{text: "the police", to: []string{"the police"}},
	{text: "your school or (your parents)", to: []string{"your school", "your parents"}},
	{text: "any (buyer) of our business", to: []string{"buyer"}},
	{text: "third-party (service providers) including (Google)", to: []string{"service providers", "Google"}},
}

var englishGiving = []part{
	{text: "[share] %D with %P", actions: []string{"share"}},
	{text: "[disclose] %D to %P", actions: []string{"disclose"}},
	{text: "[send] %D to %P", actions: []string{"send"}},
	{text: "[transfer] or [sell] %D to %P", actions: []string{"transfer", "sell"}},
	{text: "[pass] %D on to %P", actions: []string{"pass"}},
}

// parties says to whom data goes: We [share] <names> with (banks), (insurers) and (lawyers).
func (e *englishParts) parties(r *rand.Rand) composed {
	front, tail, to, giving := pick(r, e.fronts), pick(r, e.tails), pick(r, englishParties), pick(r, englishGiving)
	subject := pick(r, []part{{text: "(we)", who: "we"}, {text: "we", who: "we"}, {text: "our website", who: "our website"}, {text: "(the hotel)", who: "the hotel"}})
	modal := pick(r, []part{{text: " may "}, {text: " will "}, {text: " will not ", deny: true}, {text: " never ", deny: true}, {text: " can "}, {text: " must "}, {text: " do not ", deny: true}})
	object := pick(r, []part{{text: "your <name>", data: []string{"name"}}, {text: "<orders> and <payments>", data: []string{"orders", "payments"}}})
	c := composed{part: part{text: front.text + subject.text + modal.text + strings.NewReplacer("%D", object.text, "%P", to.text).Replace(giving.text) + tail.text + ".",
		who: subject.who, deny: modal.deny, data: object.data, to: to.to, actions: giving.actions}, also: englishAsides}
	c.add(front, tail)
	return c
}
