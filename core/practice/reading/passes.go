package reading

// pass is a step of the reading of a scope. Each sees what those before it found.
type pass struct {
	name string
	run  func(*scope)
}

// passes are the steps in which a scope is read, in their order. The files of a pass
// start with its name, that of the first words here. What a person says beside a mark,
// its qualifiers, is obeyed where roles are given, and once more when the whole block
// is read (qualifiers.go).
var passes = [...]pass{
	// What is each mark by itself?
	{"roles: actions", (*scope).giveActionRoles},
	{"roles: actors", (*scope).giveActorRoles},
	{"roles: purposes and conditions", (*scope).givePurposeRoles},

	// Which words are actions, and which of them only say more of data, or act as one?
	{"frames: actions", (*scope).findFrames},
	{"frames: relative clauses", (*scope).findRelatives},
	{"frames: joined actions", (*scope).joinFrames},

	// What belongs to each action? First the marks, then words that nobody marked.
	{"subjects", (*scope).linkSubjects},
	{"objects", (*scope).linkObjects},
	{"parties", (*scope).linkParties},
	{"polarity", (*scope).linkPolarity},
	{"adjuncts", (*scope).linkPurposes},
	{"parties: unmarked", (*scope).readParties},
	{"adjuncts: unmarked", (*scope).readAdjuncts},
	{"references", (*scope).resolveData},

	// Each frame becomes a practice.
	{"assembly", (*scope).assemble},
}
