import { randomBytes } from "node:crypto";
import {
  normaliseReadableCode,
  readableCodeFrom,
} from "../values/readable-code.ts";
import { sha256 } from "../values/sha256.ts";

const count = 10;

/** 79 bits: `abcd-efgh-jkmn-pqrs`. */
const shape = { length: 16, group: 4 };

/** Codes for whoever has lost the app, each for one sign-in: shown once, and stored as hashes only. */
export function newRecoveryCodes(): {
  readonly codes: readonly string[];
  readonly hashes: readonly Buffer[];
} {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = readableCodeFrom(randomBytes(32), shape);
    if (code !== undefined) codes.add(code);
  }
  return { codes: [...codes], hashes: [...codes].map((code) => sha256(code)) };
}

/** What a typed code is looked up by, however it is spelt; undefined when it cannot be a recovery code. */
export function hashOfRecoveryCode(typed: string): Buffer | undefined {
  const code = normaliseReadableCode(typed, shape);
  return code === undefined ? undefined : sha256(code);
}
