// Package rules holds the rules, each in one place: NAME.go checks, NAME.md is
// its page, whose examples are its tests, and one line below makes it known.
package rules

import "github.com/policymark/policymark/core/rule"

// All are the rules, in the order in which their pages are listed.
var All = []*rule.Rule{
	unclosedMark,
	strayCloser,
	crossingMarks,
	sameKindNested,
	emptyMark,
	markOverLineBreak,
	looseEdge,
	ProseBracket,
	mixedWidthBrackets,
	fullWidthMarkup,
	hiddenCharacter,
	wrongKind,
	longMark,
	listInMark,
	possessiveInMark,
	cueInMark,
	unknownQualifier,
	danglingReference,
	unknownSetting,

	actionWithoutData,
	dataWithoutAction,
	actorNotMarked,
	actorImplied,
	verbNotMarked,
	requesterAsActor,
	mediumAsActor,
	recipientNotMarked,
	sharingWithoutRecipient,
	unclearPurposeOrCondition,
	orphanPurpose,
	unresolvedReference,
	notMarkedElsewhere,
	twoKinds,
	unmarkedPractice,
	serviceAsData,

	groupMemberNotMarked,
	openList,
	groupCycle,
	twoParents,
	vagueData,
	undefinedTerm,
	redefinedTerm,
	unusedTerm,
	spellingVariant,
	personalDataCalledAnonymous,

	contradiction,
	narrowedDenial,
	usedNeverCollected,
	collectedNeverUsed,
	modalityConflict,
	purposeDrift,
	undisclosedRecipient,
}

// Named returns the rule of that name, nil when there is none.
func Named(name string) *rule.Rule {
	for _, r := range All {
		if r.Name == name {
			return r
		}
	}
	return nil
}
