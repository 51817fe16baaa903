import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { hmac, hmacKey } from "./hmac.ts";

void test("an HMAC is that of the standard's second example", () => {
  // RFC 4231, 4.3
  assert.equal(
    hmac(hmacKey(Buffer.from("Jefe")), "what do ya want for nothing?").toString(
      "hex",
    ),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

void test("an HMAC is what the crypto library makes, whatever key and text", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.string({ unit: "binary" }),
      (key, text) => {
        assert.deepEqual(
          hmac(hmacKey(key), text),
          createHmac("sha256", key).update(text).digest(),
        );
      },
    ),
  );
});

void test("a key that would have to be hashed first is refused", () => {
  assert.throws(() => hmacKey(new Uint8Array(65)), RangeError);
});
