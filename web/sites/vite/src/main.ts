import "policymark";
import type { PolicymarkEditor } from "policymark";

const editor = document.querySelector("policymark-editor") as PolicymarkEditor;
editor.addEventListener("practices", () => (document.querySelector("output")!.value = String(editor.practices.length)));
editor.value = "(We) [collect] your <email address> to {send you letters}.";
