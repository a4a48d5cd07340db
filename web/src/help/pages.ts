import guidelineEn from "./guideline.en.md?html";
import guidelineZh from "./guideline.zh.md?html";
import languageEn from "./language.en.md?html";
import languageZh from "./language.zh.md?html";
import privacyEn from "./privacy.en.md?html";
import privacyZh from "./privacy.zh.md?html";
import type { Lang } from "../engine/protocol.gen.ts";

/** The pages of the help as HTML. */
export const pages: Readonly<Record<"guideline" | "language" | "privacy", Readonly<Record<Lang, string>>>> = {
  guideline: { en: guidelineEn, zh: guidelineZh },
  language: { en: languageEn, zh: languageZh },
  privacy: { en: privacyEn, zh: privacyZh },
};
