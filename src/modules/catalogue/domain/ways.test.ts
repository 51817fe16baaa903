import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeistungContent } from "./content/leistung-content.ts";
import { waysOf } from "./ways.ts";

const content: LeistungContent = {
  title: { de: "a" },
  teaser: { de: "b" },
  assuranceLevel: "none",
  onlineMaturity: 0,
  situations: [],
  keywords: [],
  officeSlug: "",
};
const kindsOf = (
  more: Partial<LeistungContent>,
  formKey: string | null = null,
) =>
  waysOf({ formKey, content: { ...content, ...more } }).map(({ kind }) => kind);
const link = { name: { de: "x" }, url: "https://land.example" };

test("what has no other way is done at the office", () => {
  assert.deepEqual(kindsOf({}), ["office"]);
});

test("a form of one's own is online, an appointment stays possible", () => {
  assert.deepEqual(kindsOf({ appointment: { needed: true } }, "antrag"), [
    "online",
    "appointment",
  ]);
});

test("a service of Reifegrad 2 is something to print, not online", () => {
  assert.deepEqual(kindsOf({ onlineServices: [{ ...link, maturity: 2 }] }), [
    "form",
    "office",
  ]);
  assert.deepEqual(
    kindsOf({ onlineServices: [{ ...link, maturity: 3 }, link] }),
    ["online-elsewhere", "online-elsewhere", "office"],
  );
});
