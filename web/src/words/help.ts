/** The words of the help. */
export const en = {
  title: "Help",
  menu: "Help",
  sections: {
    guideline: "How to mark",
    language: "The markup",
    keys: "Keys",
    rules: "Rules",
    about: "About",
  },
  open: {
    guideline: "How to mark…",
    language: "The markup in one screen…",
    keys: "Keys…",
    rules: "All rules…",
    about: "About Policymark…",
  },
  rulesIntro: "What Policymark looks for. Each rule has a page with its reasons and examples.",
  rulesLater: "The rules appear here once the engine is running.",
  groups: { error: "Errors", warning: "Warnings", info: "Notes" },
  version: (version: string) => `Version ${version}`,
  versionUnknown: "The version appears here once the engine is running.",
  licence:
    "Policymark is free software under the MIT licence: you may use, copy, change and share it, as long as its notice stays with it. It comes without any warranty.",
  privacy: "What is kept where",
  means: (what: string) => `: ${what}`,
  /** A sentence; the mark stands between the bars. */
  kindExamples: {
    actor: "Your name is kept by |(our support team)|.",
    action: "We |[collect]| your name.",
    data: "We collect your |<name>|.",
    purpose: "We collect your name to |{send you a parcel}|.",
  },
  howToMark: (bracket: string, key: string) => `Select text and type ${bracket}${key && `, or press ${key}`}.`,
};

export const zh: typeof en = {
  title: "帮助",
  menu: "帮助",
  sections: {
    guideline: "怎样标注",
    language: "标注语法",
    keys: "按键",
    rules: "规则",
    about: "关于",
  },
  open: {
    guideline: "怎样标注…",
    language: "一屏看懂标注语法…",
    keys: "按键…",
    rules: "全部规则…",
    about: "关于 Policymark…",
  },
  rulesIntro: "Policymark 会查找这些情况。每条规则都有一页说明，写着理由和例子。",
  rulesLater: "引擎运行以后，这里会列出规则。",
  groups: { error: "错误", warning: "警告", info: "提示" },
  version: (version) => `版本 ${version}`,
  versionUnknown: "引擎运行以后，这里会显示版本。",
  licence: "Policymark 是自由软件，采用 MIT 许可证：可以使用、复制、修改和转发，只要保留许可声明。它不附带任何担保。",
  privacy: "什么留在哪里",
  means: (what) => `：${what}`,
  kindExamples: {
    actor: "您的姓名会交给|(负责派送的骑手)|。",
    action: "我们会|[收集]|您的姓名。",
    data: "我们会收集您的|<姓名>|。",
    purpose: "我们会收集您的姓名，用来|{给您寄送包裹}|。",
  },
  howToMark: (bracket, key) => `选中文字后键入 ${bracket}${key && `，或按 ${key}`}。`,
};
