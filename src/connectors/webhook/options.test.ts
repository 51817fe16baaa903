import assert from "node:assert/strict";
import { test } from "node:test";
import { webhookOptions } from "./options.ts";

test("what is no address is refused at its field, and throws nothing", () => {
  const read = webhookOptions.safeParse({ url: "keine Adresse" });
  assert.ok(read.error?.issues.some(({ path }) => path.join(".") === "url"));
});
