import type { Practice, Value } from "../engine/protocol.gen.ts";

/** A value that is marked, at a place. */
export const value = (text: string, from = 0): Value => ({
  text,
  from,
  to: from + text.length,
  evidence: "marked",
  rule: "",
  why: "",
  notes: [],
});

/** A practice of an action alone. */
export const practice: Practice = {
  id: "p1",
  number: 0,
  sentence: { from: 0, to: 0 },
  from: 0,
  to: 0,
  section: [],
  actors: [],
  action: value("collect"),
  category: "",
  categoryName: "",
  negated: false,
  negationText: "",
  modality: "none",
  modalityText: "",
  data: [],
  groups: [],
  purposes: [],
  conditions: [],
  recipients: [],
  sources: [],
  requester: null,
};
