import assert from "node:assert/strict";
import { test } from "node:test";
import { findHidden } from "./guided.ts";

void test("guided by what ran, a fault behind six conditions is found and made small; as many blind cases do not find it", async () => {
  const { guided, blind } = await findHidden(1);
  const [failure] = guided.failures;
  assert.match(failure?.problem ?? "", /planted/);
  assert.equal(Buffer.from(failure?.input ?? "", "base64").length, 9);
  assert.deepEqual(blind.failures, []);
  assert.ok(blind.cases >= guided.cases);
});
