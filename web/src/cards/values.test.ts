import { describe, expect, it } from "vitest";
import type { Group, Value } from "../engine/protocol.gen.ts";
import { practice, value } from "./practice.sample.ts";
import { dataOf, fieldsOf, saysModality, type Datum } from "./values.ts";

const group = (parent: Value, ...children: Value[]): Group => ({ parent, children, cue: "including", open: false });

/** Writes data with their parts in brackets, each with where corrections find it. */
const write = ({ value: { text }, field, index, parts }: Datum): string =>
  `${text}${field ? `:${field}${index}` : ""}${parts.length > 0 ? `(${parts.map(write).join(" ")})` : ""}`;
const read = (data: Value[], groups: Group[]) =>
  dataOf({ ...practice, data, groups })
    .map(write)
    .join(" ");

describe("the data of a practice", () => {
  const [contact, email, phone, home] = [
    value("contact", 1),
    value("email", 20),
    value("phone", 30),
    value("home", 40),
  ];

  it("has its parts beside it, and theirs", () => {
    expect(read([contact], [group(contact, email, phone), group(phone, home)])).toBe(
      "contact:data0(email:member0 phone:member1(home:member2))",
    );
  });

  it("knows a value by its place and its words, not by the object", () => {
    expect(read([contact], [group({ ...contact }, email)])).toBe("contact:data0(email:member0)");
    expect(read([contact], [group(value("contact", 2), email)])).toBe("contact:data0 contact(email:member0)");
  });

  it("ends with what has parts and is no data by itself", () => {
    expect(read([home], [group(contact, email)])).toBe("home:data0 contact(email:member0)");
  });

  it("comes to an end where a group holds what it is part of", () => {
    expect(read([contact], [group(contact, email), group(email, { ...contact })])).toBe(
      "contact:data0(email:member0(contact:member1(email:member0(contact:member1))))",
    );
  });
});

it("fields that hold nothing are left out, the others keep their order", () => {
  const p = { ...practice, requester: value("you"), purposes: [value("ads")], recipients: [value("them")] };
  expect(fieldsOf(p).map(({ name, field, kind }) => `${name} ${field} ${kind}`)).toEqual([
    "purposes purpose purpose",
    "recipients recipient actor",
    "asks requester actor",
  ]);
});

it("how binding it is is not said twice", () => {
  expect(saysModality({ ...practice, negated: true, negationText: "不会", modalityText: "会" })).toBe(false);
  expect(saysModality({ ...practice, negated: true, negationText: "not", modalityText: "will" })).toBe(true);
  expect(saysModality({ ...practice, modalityText: "will" })).toBe(true);
});
