import { rules as ruleWords } from "./words.js";

const words = {
  zh: {
    editor: "打开编辑器",
    playground: "试一试",
    guide: "指南",
    using: "使用编辑器",
    reference: "参考",
    pages: {
      "guide/start": "开始使用",
      "guide/marking": "标注与调整",
      "guide/guideline": "标什么，标多宽",
      "guide/views": "看文档的方式",
      "guide/panels": "面板",
      "guide/suggestions": "标注建议",
      "guide/compare": "比较",
      "guide/documents": "文档与离线",
      "guide/command-line": "命令行",
      language: "标注语法",
      practices: "处理行为",
      formats: "格式",
      embedding: "用在网页里",
    },
    rules: "规则",
    allRules: "全部规则",
  },
  en: {
    editor: "Open the editor",
    playground: "Playground",
    guide: "Guide",
    using: "Using the editor",
    reference: "Reference",
    pages: {
      "guide/start": "Getting started",
      "guide/marking": "Marking and adjusting",
      "guide/guideline": "What to mark, and how wide",
      "guide/views": "Ways to look at a document",
      "guide/panels": "Panels",
      "guide/suggestions": "Suggestions",
      "guide/compare": "Compare",
      "guide/documents": "Documents, and working offline",
      "guide/command-line": "Command line",
      language: "The markup",
      practices: "Practices",
      formats: "Formats",
      embedding: "In your own pages",
    },
    rules: "Rules",
    allRules: "All rules",
  },
};

/** What leads through the site in a language. */
export function navigation(lang, ruleGroups) {
  const w = words[lang];
  const at = lang === "zh" ? "/" : `/${lang}/`;
  const item = (page) => ({ text: w.pages[page], link: at + page });
  const named = (part) => Object.keys(w.pages).filter(part).map(item);
  const pages = [
    { text: w.using, items: named((page) => page.startsWith("guide/")) },
    {
      text: w.reference,
      items: [...named((page) => !page.startsWith("guide/")), { text: w.rules, link: `${at}rules/` }],
    },
  ];
  const rules = [
    { text: w.allRules, link: `${at}rules/` },
    ...ruleGroups.map((group, i) => ({
      text: ruleWords[lang].groups[i],
      items: group.map((rule) => ({ text: rule[lang].title, link: `${at}rules/${rule.name}` })),
    })),
  ];
  return {
    nav: [
      { text: w.guide, link: `${at}guide/start`, activeMatch: `^${at}(guide/|language|practices|formats)` },
      { text: w.rules, link: `${at}rules/`, activeMatch: `^${at}rules/` },
      { text: w.pages.embedding, link: `${at}embedding` },
      { text: w.playground, link: `${at}playground` },
      { text: w.editor, link: "/editor/", target: "_self" },
    ],
    sidebar: { [`${at}rules/`]: rules, [at]: pages },
  };
}
