import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeReceiver } from "../testing/fake-connectors.ts";
import { indexConnectors } from "./connector.ts";

test("two connectors with one key stop the start", () => {
  const { connector } = fakeReceiver();
  assert.equal(indexConnectors([connector]).get("fake"), connector);
  assert.throws(() => indexConnectors([connector, connector]), /"fake"/);
});
