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

	// indirectObject reports whether the actor at item i is whom a verb gives something
	// without a preposition: [provide] (our partners) with <data>.
	indirectObject(s *scope, i int) bool
	// placeBefore reports whether the words before the actor at item i say that data is
	// kept there: [store] it on (our servers), [存储]于(服务器).
	placeBefore(s *scope, i int) bool
	// namesUser reports whether the words of a mark start with whom they are done for,
	// as a purpose does: 为您.
	namesUser(s *scope, span source.Span) bool
	// voteClause lets the form of the clause in the mark at item i vote, and what it
	// follows: a finite clause is a condition, <photos> {you choose to publish}.
	voteClause(s *scope, v *votes, i int)
	// fronted returns the index of the word that puts data before the unmarked verb at
	// item i, -1 for none: 将您的<订单>提供给承办方.
	fronted(s *scope, i int) int
	// saidOfTopic reports whether the unmarked verb at item i is said of data before it:
	// 您的<评价>会公开展示给其他用户.
	saidOfTopic(s *scope, i int) bool
	// denied reports whether the unmarked verb at item i says what is not done with data;
	// last is the last action before it, -1 for none.
	denied(s *scope, i, last int) bool
	// saysBut reports whether item i takes the data behind it out of what was said: use
	// <colour> but not <size>.
	saysBut(s *scope, i int) bool
	// relative decides whether frame f qualifies data: 您[提供]的<姓名>, <data> that
	// you [provide].
	relative(s *scope, f int)
	// polarity reads the modals and the negation before the action of a frame, from item
	// from on, and returns the modality that the negation holds: will of 不会, none of 不.
	polarity(s *scope, fr *frame, from int) lexicon.Modality
	// joinsAhead returns the index of the word that joins what stands behind item k with
	// the action at item a, over what is put in between: may [stop] and, if need be,
	// [search]. It is k when nothing is.
	joinsAhead(s *scope, a, k int) int

	// Subjects, objects, assembly.

	// subject finds the subject of frame f in ways that only this language has, and
	// reports whether that settles it.
	subject(s *scope, f int) bool
	// subjectPhrase finds the noun phrase, of whatever words, that is the subject of
	// frame f, and reports whether there is one. It stands before item v, which mostly is
	// the action, and else follows the modal with which the predicate starts.
	subjectPhrase(s *scope, f, v int) (phrase, bool)
	// namesOwner reports whether a name says by its start that it is the company's own.
	namesOwner(name string) bool
	// pronoun is the word for a party that no words name: 我们, you. Only the company
	// and the person have one.
	pronoun(p practice.Party) string
	// thirdSubject reports whether the unmarked third party at item k is the subject of
	// the action at item v.
	thirdSubject(s *scope, k, v int) bool
	// attached reports whether the unmarked party at item k belongs to the mark beside
	// it, so that it does not act. relative says that the action behind qualifies data.
	attached(s *scope, k int, relative bool) bool
	// setsApart reports whether word j starts something that the unmarked party at item k
	// has no part in, so that it does not act behind it.
	setsApart(s *scope, k, j int, relative bool) bool
	// topic collects data that stands before the action of frame f with no word to front
	// it.
	topic(s *scope, f int) []link
	// objectsGoOn reports whether more data follows item k, which is no data, though it
	// would else end the objects of an action.
	objectsGoOn(s *scope, k int) bool
	// memberFollows reports whether a member of a list starts at item k whose data stands
	// behind a clause that qualifies it: 以及您在使用中产生的<记录>.
	memberFollows(s *scope, k int) bool
	// relativeObjects returns the data that frame f qualifies; last is the last frame
	// that is joined with it.
	relativeObjects(s *scope, f, last int) []link
	// commaEndsParts reports whether the comma at item k ends a list of parts; first is
	// the item of the first part, -1 when none has come.
	commaEndsParts(s *scope, first, k int) bool

	// Adjuncts, parties, references.

	// conditionTail returns the word at item last that makes the clause from item start
	// on a condition, nil for none: 时.
	conditionTail(s *scope, start, last int) *lexicon.Entry
	// behindModal returns the index of the word that leads a condition or a purpose behind a
	// modal that waits for its verb, start when there is none: 我们会在您退房后，[清点]….
	behindModal(s *scope, start, last int) int
	// conditionGoesOn returns the index behind the clauses that carry on a condition
	// which ends before item end: 如果您下单，或者您付款，…. It is end when none does.
	conditionGoesOn(s *scope, end int) int
	// clauseAdjuncts reads purposes and conditions, in the clause of the items from start to
	// last, that only this language says so; end is the index behind the clause, and actions
	// the number of its actions.
	clauseAdjuncts(s *scope, start, last, end, actions int)
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
	// parties returns the unmarked parties that the preposition at item g governs, which
	// goes with frame fr: [提供]给承办方，…, 与图书馆[共享].
	parties(s *scope, g int, fr *frame) []practice.Value
	// otherParty returns the frame whose recipients, or sources, a word at item g governs
	// that does so at this place alone, -1 for none: 为导游[提供], 向医保局[调取].
	otherParty(s *scope, g int) (f int, from bool)
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
