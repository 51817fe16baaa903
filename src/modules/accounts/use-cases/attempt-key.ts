import type { AttemptKey } from "../../../platform/throttle/count-attempts.ts";
import {
  personalLimit,
  sharedLimit,
} from "../../../platform/throttle/throttle.ts";

/**
 * What citizens, and those who would like to be one, may try how often. A login is counted together with the network it is tried from: who
 * guesses from elsewhere does not lock its owner out. The account as a whole is counted, too, with room for many; a device that has signed in
 * before is not held up by that.
 */
const limits = {
  "login-here": personalLimit,
  "known-device": personalLimit,
  login: { ...personalLimit, freeAttempts: 100 },
  address: sharedLimit,
  mail: personalLimit,
  "mail-address": sharedLimit,
  "mail-account": personalLimit,
  password: personalLimit,
};

/** Whose attempts are counted, and how many are free. */
export function attemptKey(
  kind: keyof typeof limits,
  value: string,
): AttemptKey {
  return { kind: `account-${kind}`, value, limit: limits[kind] };
}
