// Package protocol is all that the page may ask of the engine, as one Go
// interface. The dispatch in wasm/bridge and the TypeScript in
// web/src/engine/protocol.gen.ts are generated from this package, comments
// included; nothing of it is written a second time by hand.
//
// Every position is an offset in UTF-16 units of the document's source, as the
// page's editor counts. The engine alone converts. A request that needs the
// document says which version of it the page means; the engine answers for that
// version or refuses with the code "stale".
package protocol

//go:generate go run ../../scripts/protocolgen

// Engine is all that the page may ask. A method takes one request and answers with
// one result or an error, which reaches the page as a Failure. No call changes
// the text of the document but Load and Edit: whatever else wants to change it
// answers with edits, which the page applies as one step of undo and sends back
// through Edit.
type Engine interface {
	// Hello is the handshake, the first call of a page.
	Hello(HelloRequest) (Welcome, error)

	FileEngine
	TextEngine
	MarkEngine
	ProblemEngine
	PracticeEngine
	SuggestionEngine
	ComparingEngine
}

// HelloRequest introduces the page.
type HelloRequest struct {
	// Protocol is the fingerprint of the protocol that the page was built with.
	Protocol string
	Lang     Lang
}

// Welcome answers a page whose protocol is the engine's.
type Welcome struct {
	// Version is the version of Policymark.
	Version string
	Rules   []RuleInfo
	// MaxAnalysed is the size in bytes of text up to which practices and problems
	// are worked out.
	MaxAnalysed int
	// MaxFile is the size in bytes of the largest file that can be opened.
	MaxFile int
}

// RuleInfo names a rule.
type RuleInfo struct {
	Name     string
	Severity Severity
	Title    string
}

// Lang is a language of the interface: "zh" or "en".
type Lang string

// Kind is the kind of a mark: "actor", "action", "data" or "purpose".
type Kind string

// Reading is one of the two ways to read a file: "markup", or "plain" with every
// bracket escaped.
type Reading string

// Severity is how bad a problem is: "error", "warning" or "info".
type Severity string

// Range is a half-open range of the source.
type Range struct {
	From int
	To   int
}

// Change replaces a range of the source by Insert.
type Change struct {
	From   int
	To     int
	Insert string
}

// Changes are edits of the document at Version, in order and apart, to be
// applied as one step of undo, and the range to select after them.
type Changes struct {
	Version int
	Changes []Change
	Select  Range
	// Count is the number of places changed, for a person.
	Count int
	// Text is the plain text of the mark that was made or changed, shortened in the
	// middle when it is long; "" when the changes are not about one.
	Text string
}

// Failure is an error as the page gets it.
type Failure struct {
	// Code is "stale" when the version asked about is not the engine's, "refused"
	// when what was asked cannot be done, "broken" when the engine failed.
	Code string
	// Message says what was wrong, where, and what to do, in the language asked for.
	Message string
}
