package render

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

var (
	kindNames = [...]locale.Text{
		syntax.Actor:   {ZH: "参与方", EN: "Actor"},
		syntax.Action:  {ZH: "动作", EN: "Action"},
		syntax.Data:    {ZH: "数据", EN: "Data"},
		syntax.Purpose: {ZH: "目的", EN: "Purpose"},
	}
	kindMeans = [...]locale.Text{
		syntax.Actor:   {ZH: "谁处理，或谁接收", EN: "who acts, or who receives"},
		syntax.Action:  {ZH: "对数据做什么", EN: "what is done with the data"},
		syntax.Data:    {ZH: "哪些数据", EN: "which data"},
		syntax.Purpose: {ZH: "为了什么，或在什么条件下", EN: "why, or under which condition"},
	}
	evidenceNotes = [...]locale.Text{
		practice.Marked:  {},
		practice.Read:    {ZH: "未标注", EN: "not marked"},
		practice.Carried: {ZH: "承前", EN: "from before"},
		practice.Implied: {ZH: "推断", EN: "implied"},
	}

	textPolicy     = locale.Text{ZH: "隐私政策", EN: "Privacy policy"}
	textLegend     = locale.Text{ZH: "标注的含义", EN: "What the marks mean"}
	textSection    = locale.Text{ZH: "章节", EN: "Section"}
	textPractices  = locale.Text{ZH: "处理行为", EN: "Practices"}
	textCaption    = locale.Text{ZH: "标注所说明的处理行为，共 %d 条", EN: "What the marks say is done with data: %d practices"}
	textCaptionOne = locale.Text{ZH: "标注所说明的处理行为，共 1 条", EN: "What the marks say is done with data: 1 practice"}
	textNone       = locale.Text{ZH: "没有标注出处理行为。", EN: "The marks add up to no practice."}
	textTooLarge   = locale.Text{ZH: "正文过长，没有分析处理行为。", EN: "The text is too long for its practices to be worked out."}
	textNoSection  = locale.Text{ZH: "第一个标题之前", EN: "Before the first heading"}
	textVersion    = locale.Text{ZH: "版本", EN: "Version"}
	textDate       = locale.Text{ZH: "日期", EN: "Date"}
	textSource     = locale.Text{ZH: "来源", EN: "Source"}

	columns = [...]locale.Text{
		{ZH: "动作", EN: "Action"},
		{ZH: "参与方", EN: "Who"},
		{ZH: "数据", EN: "Data"},
		{ZH: "目的", EN: "Purpose"},
		{ZH: "条件", EN: "Condition"},
		{ZH: "提供给 / 来自", EN: "To / from"},
	}

	textDenied    = locale.Text{ZH: "否定：%s", EN: "NOT: %s"}
	textDeniedToo = locale.Text{ZH: "否定", EN: "NOT"}
	textRequester = locale.Text{ZH: "要求方", EN: "asks for it"}
	textUnless    = locale.Text{ZH: "除非", EN: "unless"}
	textVague     = locale.Text{ZH: "所指不明", EN: "vague"}
	textSameAs    = locale.Text{ZH: "即“%s”", EN: "the same as “%s”"}
	textMembers   = locale.Text{ZH: "包括：%s", EN: "consists of: %s"}
	textStandsFor = locale.Text{ZH: "即：%s", EN: "stands for: %s"}
	textTo        = locale.Text{ZH: "给", EN: "to"}
	textFrom      = locale.Text{ZH: "来自", EN: "from"}
	textIncluding = locale.Text{ZH: "包括", EN: "including"}
	textMore      = locale.Text{ZH: "等", EN: "and more"}
	textComma     = locale.Text{ZH: "、", EN: ", "}
	textParen     = locale.Text{ZH: "（%s）", EN: " (%s)"}
)
