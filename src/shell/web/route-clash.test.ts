import assert from "node:assert/strict";
import { test } from "node:test";
import type { Route } from "./route.ts";
import { refuseClashes } from "./route-clash.ts";

const route = (path: string, scope?: Route["scope"]): Route => ({
  method: "GET",
  path,
  audience: "public",
  ...(scope && { scope }),
  handle: () => Promise.reject(new Error("not asked")),
});

for (const [what, first, second] of [
  ["the same address", route("/a"), route("/a")],
  ["another name of the parameter", route("/a/:id"), route("/a/:name")],
  ["one for every portal", route("/a"), route("/a", "any")],
] as const)
  test(`two routes clash by ${what}`, () => {
    assert.throws(() => {
      refuseClashes([first, route("/b"), second]);
    }, /two routes answer GET/);
  });

test("a page of authorities and one of the installation share an address, as do reading and writing", () => {
  refuseClashes([
    route("/a"),
    route("/a", "installation"),
    { ...route("/a"), method: "POST" },
    route("/a/:id"),
    route("/a/new"),
  ]);
});
