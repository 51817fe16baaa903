import assert from "node:assert/strict";
import { test } from "node:test";
import { cmisOptions } from "./options.ts";

test("what is no address is refused at its field, and throws nothing", () => {
  const read = cmisOptions.safeParse({ url: "keine Adresse" });
  assert.ok(read.error?.issues.some(({ path }) => path.join(".") === "url"));
});
