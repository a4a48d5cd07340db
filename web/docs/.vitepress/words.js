// The words of the site around its pages.

export const about = {
  zh: "在浏览器里标注隐私政策，即时看到标注说明的数据处理行为。",
  en: "Annotate privacy policies in a browser and see the data practices that the marks add up to.",
};

export const theme = {
  zh: {
    outline: { label: "本页内容", level: [2, 3] },
    docFooter: { prev: "上一页", next: "下一页" },
    darkModeSwitchLabel: "颜色",
    lightModeSwitchTitle: "换成浅色",
    darkModeSwitchTitle: "换成深色",
    sidebarMenuLabel: "目录",
    returnToTopLabel: "回到顶部",
    langMenuLabel: "语言",
    skipToContentLabel: "跳到正文",
    notFound: {
      title: "没有这一页",
      quote: "地址可能写错了，也可能这一页已经移走。",
      linkLabel: "回到首页",
      linkText: "回到首页",
    },
  },
  en: {
    outline: { label: "On this page", level: [2, 3] },
    docFooter: { prev: "Previous page", next: "Next page" },
    darkModeSwitchLabel: "Colours",
    lightModeSwitchTitle: "Switch to light",
    darkModeSwitchTitle: "Switch to dark",
    notFound: {
      title: "There is no such page",
      quote: "The address may be mistyped, or the page has moved.",
      linkLabel: "Go to the first page",
      linkText: "Go to the first page",
    },
  },
};

export const search = {
  zh: {
    button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
    modal: {
      displayDetails: "显示详细内容",
      resetButtonTitle: "清除",
      backButtonTitle: "关闭搜索",
      noResultsText: "没有找到",
      footer: {
        selectText: "打开",
        selectKeyAriaLabel: "回车键",
        navigateText: "选择",
        navigateUpKeyAriaLabel: "上方向键",
        navigateDownKeyAriaLabel: "下方向键",
        closeText: "关闭",
        closeKeyAriaLabel: "Esc 键",
      },
    },
  },
  en: { button: { buttonText: "Search", buttonAriaLabel: "Search" } },
};

const settings = `\`\`\`yaml
---
policymark:
  rules:
    open-list: off
    list-in-mark: warning
---
\`\`\``;

export const rules = {
  zh: {
    title: "规则",
    intro:
      "Policymark 会查找下面这些情况，在文字下画线，并列在“问题”面板里，能改的给出修正。它们是给人核对的线索，不是结论。每条规则都有一页说明，写着理由和例子；例子同时是规则的测试。",
    groups: ["标注", "处理行为", "组成与名称", "前后一致"],
    byGroup: "按内容",
    bySeverity: "按级别",
    severities: { error: "错误", warning: "警告", info: "提示" },
    columns: ["级别", "规则", "名称"],
    comma: "；",
    finds: "会报告",
    passes: "不会报告",
    fix: (title) => `修正：${title}`,
    levels: "改变级别",
    levelsText: `在文档开头写明的设置对这一份文档有效，级别有 \`off\`（关闭）、\`error\`、\`warning\`、\`info\`：\n\n${settings}\n\n在编辑器里，“规则设置…”对浏览器里的所有文档有效；命令行用 \`--rule open-list=off\`。文档自己的设置优先。`,
  },
  en: {
    title: "Rules",
    intro:
      "What Policymark looks for. It underlines the words, lists them in the Problems panel and offers fixes where there are any. They are hints for a person to check, not verdicts. Each rule has a page with its reasons and its examples, which are also its tests.",
    groups: ["Marks", "Practices", "Parts and terms", "Consistency"],
    byGroup: "By subject",
    bySeverity: "By severity",
    severities: { error: "Errors", warning: "Warnings", info: "Notes" },
    columns: ["Severity", "Rule", "Name"],
    comma: "; ",
    finds: "It reports",
    passes: "It is silent",
    fix: (title) => `Fix: ${title}`,
    levels: "Changing levels",
    levelsText: `Settings at the start of a document hold for that document. The levels are \`off\`, \`error\`, \`warning\` and \`info\`:\n\n${settings}\n\nIn the editor *Rule settings…* holds for all documents in the browser; on the command line there is \`--rule open-list=off\`. A document's own settings go first.`,
  },
};
