import assert from "node:assert/strict";
import { test } from "node:test";
import { stableHash } from "./stable-hash.ts";

test("a hash does not depend on the order of keys, nor on what is undefined", () => {
  assert.equal(
    stableHash({ a: 1, b: [{ c: 2, d: undefined }] }),
    stableHash({ b: [{ c: 2 }], a: 1 }),
  );
  assert.notEqual(stableHash({ a: [1, 2] }), stableHash({ a: [2, 1] }));
});
