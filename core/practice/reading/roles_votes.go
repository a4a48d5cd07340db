package reading

import (
	"math/bits"

	"github.com/policymark/policymark/core/lexicon"
	"github.com/policymark/policymark/core/practice"
)

// place is where a word stands that votes on what a mark is: a purpose or a condition.
type place uint32

// The places. A word is asked at each at which it stands.
const (
	sentenceStart place = 1 << iota // before the mark, and first in an English sentence
	ahead                           // before the mark, with other words between
	adjacent                        // right before the mark
	opening                         // the first telling word in the mark
	alone                           // the same, and nothing follows it
	within                          // behind the first telling word
	subject                         // the very first word, and not a telling one
	somewhere                       // anywhere in the mark
	fromFirst                       // the first telling word or one behind it
	conditionEnd                    // the last word, where a condition may end
	purposeEnd                      // the last word, where a purpose may end
	clauseEnd                       // inside, with a comma further behind
	beforeBenefit                   // inside what starts like a condition, before what is done for somebody
	behind                          // right behind the mark
	head                            // right behind the mark, or behind the 的 there

	numPlaces = iota
)

// What a vote weighs.
const (
	hint    = 1  // the word mostly says something else
	doubt   = 2  // the way of speaking fits one of the two better
	slight  = 3  // what is done for somebody, and what the neighbour in a list is
	leads   = 4  // leads a condition from inside the mark, or ends one behind it
	cues    = 5  // says a condition from outside the mark
	telling = 6  // ends the mark, or says a purpose
	firm    = 7  // an exception, and a word of time at the end
	settles = 20 // nothing outweighs it
)

// ballot says for what a word votes: of those of its place, the first that fits counts.
type ballot struct {
	at place // one or several
	// The word has one of these classes, one of those of with, none of those of without
	// and one of the traits; what is zero does not matter.
	has, with, without lexicon.Class
	trait              lexicon.Trait
	condition          bool // rather than a purpose
	weight             int
	silent             bool // it is no cue to show to a person
}

const purposeWord = lexicon.PurposeLead | lexicon.PurposeTrail

var ballots = [...]ballot{
	{at: sentenceStart, has: lexicon.By, condition: true, weight: cues}, // by {signing up}, you agree

	{at: ahead | adjacent, has: purposeWord, with: lexicon.ConditionLead, condition: true, weight: hint}, // 基于 may be either: the rest decides
	{at: ahead | adjacent, has: purposeWord, weight: telling},
	{at: adjacent, has: lexicon.ConditionLead, trait: lexicon.Decisive, condition: true, weight: settles},
	{at: adjacent, has: lexicon.ConditionLead, condition: true, weight: cues},
	{at: ahead, has: lexicon.ConditionLead, without: lexicon.Verb | lexicon.Modal | lexicon.Via, trait: lexicon.Decisive, condition: true, weight: settles},
	{at: ahead, has: lexicon.ConditionLead, without: lexicon.Verb | lexicon.Modal | lexicon.Via, condition: true, weight: cues},
	{at: adjacent, has: lexicon.ConditionTail, weight: hint, silent: true}, // a condition has just ended, so this is something else

	{at: opening | alone, has: lexicon.Exception, condition: true, weight: firm},
	{at: opening | alone | within, has: lexicon.SameCondition, condition: true, weight: leads},
	{at: opening | alone, has: purposeWord, with: lexicon.ConditionLead, condition: true, weight: hint},
	{at: opening, has: purposeWord, weight: telling},
	{at: opening | alone, has: lexicon.ConditionLead, condition: true, weight: leads},
	{at: opening | alone, has: lexicon.Benefit, weight: slight},
	{at: subject, has: lexicon.User, condition: true, weight: doubt}, // a clause with a subject says when
	{at: subject, has: lexicon.Adverb, trait: lexicon.Restricts, condition: true, weight: doubt},
	{at: somewhere, has: lexicon.ConditionWord, condition: true, weight: hint, silent: true},
	{at: fromFirst, has: lexicon.Benefit, weight: hint, silent: true},

	{at: conditionEnd, has: lexicon.ConditionTail, trait: lexicon.Temporal, condition: true, weight: firm},
	{at: conditionEnd, has: lexicon.ConditionTail, condition: true, weight: telling},
	{at: purposeEnd, has: lexicon.PurposeTail, weight: telling},
	{at: clauseEnd, has: lexicon.ConditionTail, condition: true, weight: hint},
	{at: beforeBenefit, has: lexicon.ConditionTail, weight: cues}, // 在需要的情况下与您联系: the condition is only part of a purpose

	{at: behind, has: lexicon.ConditionAfter, condition: true, weight: cues},
	{at: behind, has: lexicon.ConditionTail, without: lexicon.Neutral, condition: true, weight: cues},
	{at: head, has: lexicon.PurposeTail | lexicon.PurposeNoun, weight: telling},
	{at: head, has: lexicon.ConditionTail, condition: true, weight: leads},
}

// ballotsAt are the ballots of each place, by the number of its bit.
var ballotsAt = func() (list [numPlaces][]ballot) {
	for n := range list {
		for _, b := range ballots {
			if b.at&(1<<n) != 0 {
				list[n] = append(list[n], b)
			}
		}
	}
	return list
}()

// votes are what speaks for a purpose and for a condition, and the cue that weighs
// most.
type votes struct {
	purpose, condition int
	best               int // weight of the cue
	cue                string
}

// cast lets a word vote that stands at a place, and returns the ballot that it used, nil
// for none.
func (v *votes) cast(at place, e *lexicon.Entry) *ballot {
	if e == nil {
		return nil
	}
	list := ballotsAt[bits.TrailingZeros32(uint32(at))]
	for i := range list {
		b := &list[i]
		if e.Class&b.has == 0 || b.with != 0 && e.Class&b.with == 0 || e.Class&b.without != 0 || b.trait != 0 && !e.Has(b.trait) {
			continue
		}
		if b.condition {
			v.condition += b.weight
		} else {
			v.purpose += b.weight
		}
		if !b.silent && b.weight > v.best {
			v.best, v.cue = b.weight, e.Word
		}
		return b
	}
	return nil
}

// role returns what the votes come to. When as much speaks for either, it is a condition
// only where no cue says more than a hint.
func (v *votes) role() practice.Role {
	role := practice.Role{Name: practice.RolePurpose, Evidence: practice.Read, Rule: "purpose-cue", Cue: v.cue, Margin: v.purpose - v.condition}
	if v.condition > v.purpose || v.condition == v.purpose && v.condition > 0 && v.best < leads {
		role.Name, role.Rule, role.Margin = practice.RoleCondition, "condition-cue", v.condition-v.purpose
	}
	if v.cue == "" {
		role.Rule, role.Evidence = "purpose-default", practice.Implied
	}
	return role
}
