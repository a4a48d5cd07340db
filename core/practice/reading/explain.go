package reading

import "github.com/policymark/policymark/core/locale"

// Explain says what a reading rule is, for a person who asks why a value is
// there. An unknown name yields the empty text.
func Explain(rule string) locale.Text { return explanations[rule] }

var explanations = map[string]locale.Text{
	// Actions.
	"verb":                    {ZH: "动作由标注标出", EN: "the action is marked"},
	"unmarked-verb":           {ZH: "未标注的动词支配已标注的数据", EN: "an unmarked verb governs marked data"},
	"action-of-lead-in":       {ZH: "沿用引出本列表项的句子的动作", EN: "the action of the sentence that introduces this item"},
	"action-of-clause-before": {ZH: "“但不包括”等从前面的动作中排除数据", EN: "“but not” and the like take data out of what the action before says"},
	"joined-verbs":            {ZH: "与前一个动作并列，共用主语和宾语", EN: "joined with the previous action, sharing its subject and object"},

	// Actors.
	"subject":                    {ZH: "没有介词支配，是主语", EN: "no preposition governs it, so it is the subject"},
	"subject-left":               {ZH: "动作左边最近的参与方", EN: "the nearest actor to the left of the action"},
	"subject-unmarked":           {ZH: "未标注的主语（我们、您等）", EN: "an unmarked subject such as “we” or “you”"},
	"subject-phrase":             {ZH: "谓语前的名词短语（未标注）", EN: "the noun phrase before the predicate, which nobody marked"},
	"subject-asked":              {ZH: "被要求、被允许或被禁止去做的一方", EN: "whom another party asks, allows or forbids to act"},
	"subject-unread":             {ZH: "主语位置上的词语无法确认所指何人，因此不写参与方", EN: "words stand where the subject would, and nothing says that they name somebody, so nobody is named"},
	"subject-open":               {ZH: "没有主语，且公司与用户都可能这样做，因此不写参与方", EN: "no subject, and the company may be meant as well as the reader, so nobody is named"},
	"subject-of-sentence-before": {ZH: "沿用前一句的主语", EN: "carried over from the sentence before"},
	"subject-not-carried":        {ZH: "前一句说的是他人，本句没有主语，因此不写参与方", EN: "the sentence before speaks of somebody else and this one has no subject, so nobody is named"},
	"subject-joined":             {ZH: "与主语并列", EN: "joined with the subject"},
	"subject-of-clause-before":   {ZH: "沿用前一分句的主语", EN: "carried over from the clause before"},
	"subject-of-lead-in":         {ZH: "沿用引出本列表项的句子的主语", EN: "the subject of the sentence that introduces this item"},
	"subject-of-heading":         {ZH: "沿用标题所说的参与方", EN: "whoever the heading says acts"},
	"subject-behind":             {ZH: "主语在后面的分句", EN: "the subject is in a later clause"},
	"subject-implied":            {ZH: "原文没有写明参与方，按动作推断", EN: "the text names nobody; this party usually does such an action"},
	"subject-unclear":            {ZH: "主语是代词，所指不明，因此不写参与方", EN: "the subject is a pronoun, and nothing says whom it stands for, so nobody is named"},
	"subject-not-ours":           {ZH: "句中没有参与方，而标题说的是第三方，因此不写参与方", EN: "the sentence names nobody and stands under the name of a third party, so nobody is named"},
	"coordinated-subject":        {ZH: "“和”“与”连接两个主语", EN: "“and” joins two subjects"},
	"agent":                      {ZH: "由“由”“被”引出的施动者", EN: "the doer, introduced by “by”"},
	"pivot":                      {ZH: "由他人要求或允许去做（需要您提供）", EN: "another party asks for it or allows it (we ask you to provide)"},

	// Data.
	"object-right":            {ZH: "动作右边的宾语", EN: "the object to the right of the action"},
	"object-fronted":          {ZH: "由“将”“把”“对”提到动作之前的宾语", EN: "an object put before its action"},
	"object-topic":            {ZH: "位于动作之前的话题", EN: "the topic of the sentence, before its action"},
	"object-of-relative":      {ZH: "被该动作所在的定语修饰（您提供的…）", EN: "qualified by the clause of the action (… that you provide)"},
	"object-of-clause-before": {ZH: "省略的宾语，沿用前一分句", EN: "left out here, carried over from the clause before"},
	"object-of-lead-in":       {ZH: "引出本列表项的动作的宾语", EN: "an object of the action that introduces this item"},
	"object-anaphor":          {ZH: "“上述信息”等所指的数据", EN: "the data that words such as “this information” stand for"},

	// Parties.
	"recipient-to":               {ZH: "由“向”“给”等引出的接收方", EN: "governed by “to”"},
	"recipient-object":           {ZH: "给予类动词的间接宾语", EN: "the indirect object of a verb of giving"},
	"recipient-with":             {ZH: "由“与”“和”等引出的接收方", EN: "governed by “with”"},
	"recipient-unmarked":         {ZH: "动作旁未标注的接收方", EN: "an unmarked recipient beside the action"},
	"recipient-is-requester":     {ZH: "提出要求的一方即接收方", EN: "whoever asks for the data receives it"},
	"source-from":                {ZH: "由“从”“自”等引出的来源", EN: "governed by “from”"},
	"source-asked":               {ZH: "向其收集、查询，是数据来源", EN: "the data is asked of them"},
	"source-unmarked":            {ZH: "动作旁未标注的来源", EN: "an unmarked source beside the action"},
	"medium-via":                 {ZH: "由“通过”等引出，是手段而不是参与方", EN: "governed by “through”: a means, not a doer"},
	"on-request":                 {ZH: "按其要求而为，是接收方", EN: "done at their request, so they receive"},
	"medium-place":               {ZH: "存放数据的地方，不是参与方", EN: "where data is kept, not a doer"},
	"parties-listed":             {ZH: "列举的第三方", EN: "named in a list of third parties"},
	"list-of-parties":            {ZH: "与前面的各方并列", EN: "in a list with the parties before it"},
	"same-as-before-parenthesis": {ZH: "括号里举出的成员", EN: "a member named in parentheses"},

	// Purposes and conditions.
	"purpose-cue":       {ZH: "有目的的提示词", EN: "cue words of a purpose"},
	"purpose-default":   {ZH: "没有提示词，按目的处理", EN: "no cue words, so a purpose"},
	"purpose-leading":   {ZH: "句首的目的，管后面各分句", EN: "at the start, for the clauses after it"},
	"purpose-trailing":  {ZH: "属于前面最近的动作", EN: "belongs to the nearest action before it"},
	"purpose-inside":    {ZH: "在修饰数据的定语之内", EN: "inside a clause that qualifies data"},
	"purpose-item":      {ZH: "列表项中的目的", EN: "a purpose given in an item"},
	"purpose-anaphor":   {ZH: "“为此”等所指的目的", EN: "the purpose that words such as “to this end” stand for"},
	"purpose-of-parent": {ZH: "动作所在的目的", EN: "the purpose that holds the action"},

	"condition-cue":      {ZH: "有条件的提示词", EN: "cue words of a condition"},
	"condition-leading":  {ZH: "句首的条件，管到句末或新的条件", EN: "at the start, up to the end of the sentence or a new condition"},
	"condition-trailing": {ZH: "属于前面最近的动作", EN: "belongs to the nearest action before it"},
	"condition-inside":   {ZH: "在修饰数据的定语之内", EN: "inside a clause that qualifies data"},
	"condition-anaphor":  {ZH: "“在此情况下”等所指的条件", EN: "the condition that words such as “in this case” stand for"},
	"condition-item":     {ZH: "列表项中的条件", EN: "a condition given in an item"},

	// Groups.
	"group-parenthesis": {ZH: "括号里列出的组成部分", EN: "its parts are in parentheses"},
	"group-cue":         {ZH: "“包括”“例如”等引出的组成部分", EN: "its parts follow words such as “including”"},
	"group-behind":      {ZH: "“等”之后是总称", EN: "the name of the list before it as a whole"},
	"gloss":             {ZH: "换一种说法指同一数据", EN: "the same data in other words"},
	"group-nested":      {ZH: "标注之内的标注", EN: "a mark inside the mark"},

	// All.
	"modality":        {ZH: "主语与动作之间的情态词", EN: "a modal between subject and action"},
	"negation":        {ZH: "主语与动作之间的否定词", EN: "a negation between subject and action"},
	"double-negation": {ZH: "否定词之前还有一个否定词，合起来是肯定", EN: "a negation of a negation, which together deny nothing"},
	"qualifier":       {ZH: "标注中的限定词这样写明", EN: "a qualifier in the mark says so"},
	"unlinked":        {ZH: "没有归入任何处理行为", EN: "belongs to no practice"},
}
