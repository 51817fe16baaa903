import type { AttemptKey } from "../../../platform/throttle/count-attempts.ts";
import {
  personalLimit,
  sharedLimit,
} from "../../../platform/throttle/throttle.ts";

const limits = {
  login: personalLimit,
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
