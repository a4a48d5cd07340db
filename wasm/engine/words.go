package engine

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
)

var (
	cueNote       = locale.Text{ZH: "（线索：“%s”）", EN: " (cue: “%s”)"}
	noteException = locale.Text{ZH: "例外", EN: "exception"}
	noteVague     = locale.Text{ZH: "所指不明", EN: "vague"}
	noteOwner     = locale.Text{ZH: "属于“%s”", EN: "part of “%s”"}
	noteStandsFor = locale.Text{ZH: "即：%s", EN: "stands for: %s"}
	noteSameAs    = locale.Text{ZH: "即“%s”", EN: "the same as “%s”"}
	noteMembers   = locale.Text{ZH: "包括：%s", EN: "consists of: %s"}
	noteSeparator = locale.Text{ZH: "、", EN: ", "}
)

var partyNotes = map[practice.Party]locale.Text{
	practice.FirstParty:  {ZH: "处理者", EN: "the company"},
	practice.UserParty:   {ZH: "用户", EN: "the user"},
	practice.ThirdParty:  {ZH: "第三方", EN: "a third party"},
	practice.MediumParty: {ZH: "载体，不是参与方", EN: "a medium that acts for nobody"},
}
