package reading

import (
	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/source"
)

// grammar is what Chinese and English say in different ways. A scope chooses one by the
// language of its sentence; what both say alike stands in the passes themselves. The
// two are written side by side in files that end with the name of the language.
type grammar interface {
	// space is how many bytes stand between two words that follow each other at once.
	space() int

	// Roles, frames, polarity.

	// namesUser reports whether the words of a mark start with whom they are done for,
	// as a purpose does: 为您.
	namesUser(s *scope, span source.Span) bool
	// relative decides whether frame f qualifies data: 您[提供]的<姓名>, <data> that
	// you [provide].
	relative(s *scope, f int)

	// Subjects, objects, assembly.

	// subject finds the subject of frame f in ways that only this language has, and
	// reports whether that settles it.
	subject(s *scope, f int) bool
	// pronoun is the word for a party that no words name: 我们, you. Only the company
	// and the person have one.
	pronoun(p practice.Party) string
	// relativeObjects returns the data that frame f qualifies; last is the last frame
	// that is joined with it.
	relativeObjects(s *scope, f, last int) []link

	// Adjuncts, parties, references.

	// conditionTail returns the word at item last that makes the clause from item start
	// on a condition, nil for none: 时.
	conditionTail(s *scope, start, last int) *lexicon.Entry
	// conditionGoesOn returns the index behind the clauses that carry on a condition
	// which ends before item end: 如果您下单，或者您付款，…. It is end when none does.
	conditionGoesOn(s *scope, end int) int
	// leadsPurpose reports whether item k, which may lead a purpose ahead, does so where
	// nobody has marked it; trailsPurpose that of item k behind an action, last the last
	// of its clause.
	leadsPurpose(s *scope, k int) bool
	trailsPurpose(s *scope, k, last int) bool
	// innerCondition reads an unmarked condition between item start and the action at
	// item action, in one clause: 我们在您下单时[收集]….
	innerCondition(s *scope, start, action int)
	// verbFinal reports whether an action stands behind the parties and the purposes of
	// its clause: 为{发货}向您[发送].
	verbFinal() bool
	// qualifiesParty reports whether the words from the byte offset at on, behind a
	// party, only say which party the next one is: 与(X)合作的(Y).
	qualifiesParty(s *scope, at int) bool
	// partyTrails reports whether a party goes with the action at item left, before it in
	// its clause, rather than with one behind; g is the preposition that governs it, -1
	// for none: [提供]给(商家).
	partyTrails(s *scope, g, left int) bool
	// unknownParty returns the party that words without an entry name between the
	// preposition at item g and the action of frame fr, or what follows it:
	// [提供]给承办方，…, 与图书馆[共享].
	unknownParty(s *scope, g int, fr *frame) []practice.Value
	// takenFromUs reports whether the company stands behind the preposition at item g,
	// and another party takes something from it: (合作银行)从我们处[接收]<…>.
	takenFromUs(s *scope, g int, fr *frame) bool
	// headNoun returns the part of a name for data that an anaphor repeats: numbers of
	// phone numbers, for these numbers.
	headNoun(name string) string
}

// chinese and english are the grammars.
type (
	chinese struct{}
	english struct{}
)

func (chinese) space() int { return 0 }
func (english) space() int { return 1 }
