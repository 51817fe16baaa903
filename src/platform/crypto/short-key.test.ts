import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, test } from "node:test";
import { shortKey } from "./short-key.ts";

/** As long as that; whether it is a product of two primes does not matter to its length. */
const rsa = (bits: number) =>
  createPublicKey({
    format: "jwk",
    key: {
      kty: "RSA",
      e: "AQAB",
      n: Buffer.alloc(bits / 8, 0xff).toString("base64url"),
    },
  });

void describe("keys with less than 128 bits of security", () => {
  void test("are RSA below 3000 bits, and told with their length", () => {
    assert.deepEqual([1024, 2048, 3072, 4096].map(rsa).map(shortKey), [
      "RSA 1024",
      "RSA 2048",
      undefined,
      undefined,
    ]);
  });

  void test("are none of the curves in use", () => {
    const curves = ["P-256", "P-384"].map(
      (namedCurve) => generateKeyPairSync("ec", { namedCurve }).publicKey,
    );
    const { publicKey } = generateKeyPairSync("ed25519");
    assert.deepEqual([...curves, publicKey].map(shortKey), [
      undefined,
      undefined,
      undefined,
    ]);
  });
});
