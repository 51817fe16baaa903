import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { urgencyOf, type Asking } from "./urgency.ts";

const visit: Asking = {
  method: "GET",
  path: "/leistungen",
  cookies: {},
  acceptsCrossSite: false,
};

void describe("how urgent a request is", () => {
  for (const [what, asking, urgency] of [
    ["a visitor", {}, "new"],
    ["one who chose a language", { cookies: { sprache: "en" } }, "new"],
    ["one who begins an application", { method: "POST" }, "new"],
    [
      "a page of an application that was begun",
      { cookies: { "antrag-hundesteuer": "key" } },
      "begun",
    ],
    [
      "a save of it",
      { method: "POST", cookies: { "antrag-hundesteuer": "key" } },
      "sending",
    ],
    [
      "the answer of an identity provider",
      { method: "POST", acceptsCrossSite: true },
      "sending",
    ],
    [
      "a program of a back office",
      { method: "POST", path: "/api/v1/vorgaenge" },
      "begun",
    ],
  ] as const)
    void test(`${what}: ${urgency}`, () => {
      assert.equal(urgencyOf({ ...visit, ...asking }), urgency);
    });
});
