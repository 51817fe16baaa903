import assert from "node:assert/strict";
import { test } from "node:test";
import { fitConnectOptions } from "./options.ts";

test("what is no address is refused at its field, and throws nothing", () => {
  const read = fitConnectOptions.safeParse({ tokenUrl: "keine Adresse" });
  assert.ok(
    read.error?.issues.some(({ path }) => path.join(".") === "tokenUrl"),
  );
});
