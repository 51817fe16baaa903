import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../values/sha256.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";

void test("recovery codes are ten different ones, and recognised however they are typed", () => {
  const { codes, hashes } = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const [index, code] of codes.entries()) {
    assert.match(code, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    assert.deepEqual(hashes[index], sha256(code));
    for (const typed of [code.toUpperCase(), code.replaceAll("-", " ")])
      assert.deepEqual(hashOfRecoveryCode(typed), hashes[index]);
  }
  assert.equal(hashOfRecoveryCode("123456"), undefined);
});
