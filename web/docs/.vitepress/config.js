import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withPolicymark } from "../../../dist/package/vitepress.js";
import { marksInLine } from "./marks.js";
import { navigation } from "./navigation.js";
import { writeRulePages } from "./rule-pages.js";
import { tokenize } from "./search.js";
import { about, search, theme } from "./words.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const dist = path("../../../dist/");

/** Where the site will lie on its host, with a slash at both ends. */
const base = process.env["POLICYMARK_BASE"] ?? "/";

const rules = writeRulePages(path("../../../core/rules/"), path("../"));

const locale = (lang, key) => ({
  label: { zh: "简体中文", en: "English" }[lang],
  lang: { zh: "zh-CN", en: "en" }[lang],
  description: about[lang],
  themeConfig: { ...theme[lang], ...navigation(lang, rules) },
  ...(key === "root" ? {} : { link: `/${key}/` }),
});

export default withPolicymark({
  base,
  title: "Policymark",
  outDir: "../../build/site",
  cacheDir: "./.vitepress/cache",
  head: [["link", { rel: "icon", href: `${base}icon.svg` }]],
  locales: { root: locale("zh", "root"), en: locale("en", "en") },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: marksInLine,
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        locales: { root: { translations: search.zh }, en: { translations: search.en } },
        miniSearch: { options: { tokenize } },
        // The examples of rules are full of words that are not what they are about.
        _render: (markdown, env, md) => md.render(markdown, env).replace(/<pre translate="no">.*?<\/pre>/g, ""),
      },
    },
  },
  vite: {
    server: { fs: { allow: ["../.."] } },
  },
  buildEnd({ outDir }) {
    cpSync(dist, `${outDir}/editor`, { recursive: true, filter: (source) => !source.startsWith(`${dist}package`) });
  },
});
