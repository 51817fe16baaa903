import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hashSecretToken,
  isSecretToken,
  newSecretToken,
} from "../values/secret-token.ts";
import { hashPassword, isPasswordOf } from "./password-hash.ts";

void test("a password is kept as argon2id with 19 MiB and two passes, each with a salt of its own", async () => {
  const password = "drei Enten am Pfaffenteich";
  const [one, other] = [
    await hashPassword(password),
    await hashPassword(password),
  ];
  for (const stored of [one, other]) {
    assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22,}\$/);
    assert.ok(await isPasswordOf(stored, password));
    assert.ok(!(await isPasswordOf(stored, `${password}.`)));
  }
  assert.notEqual(one, other);
});

void test("sessions, links and tokens are 256 bits of chance, each of them zero as often as one", () => {
  const count = 4_000;
  const ones = new Uint32Array(256);
  const seen = new Set<string>();
  for (let number = 0; number < count; number += 1) {
    const token = newSecretToken();
    assert.ok(isSecretToken(token));
    seen.add(token);
    const bytes = Buffer.from(token, "base64url");
    assert.equal(bytes.length, 32);
    ones.forEach((_, bit) => {
      const isSet = ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1;
      ones[bit] = (ones[bit] ?? 0) + isSet;
    });
  }
  assert.equal(seen.size, count);
  // Eight standard deviations: a fair coin goes beyond once in 10^15.
  const most = 8 * Math.sqrt(count / 4);
  for (const times of ones) assert.ok(Math.abs(times - count / 2) < most);
  const token = newSecretToken();
  assert.equal(hashSecretToken(token).length, 32);
  assert.ok(!hashSecretToken(token).includes(Buffer.from(token)));
});
