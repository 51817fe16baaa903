import type { AttemptKey } from "../../../platform/throttle/count-attempts.ts";
import {
  personalLimit,
  sharedLimit,
} from "../../../platform/throttle/throttle.ts";

/**
 * A login is counted together with the network it is tried from: who guesses from elsewhere does not lock its owner out. The login as a whole is
 * counted, too, with room for many; a device that has signed in before is not held up by that.
 */
const limits = {
  "login-here": personalLimit,
  "known-device": personalLimit,
  login: { ...personalLimit, freeAttempts: 100 },
  code: personalLimit,
  password: personalLimit,
  address: sharedLimit,
};

/** What a member of staff, or somebody who would like to be one, may try how often. */
export function attemptKey(
  kind: keyof typeof limits,
  value: string,
): AttemptKey {
  return { kind, value, limit: limits[kind] };
}
