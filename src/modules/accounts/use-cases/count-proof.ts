import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  throttleKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { forgetAttempts } from "../../../platform/throttle/throttle-store.ts";
import { personalLimit } from "../../../platform/throttle/throttle.ts";

const keyOf = (accountId: string) => ({
  kind: "account-proof",
  value: accountId,
});

/** Counts a code or password of somebody half or fully signed in, before it is compared. */
export function countProof(
  context: Context,
  accountId: string,
): Promise<Result<void, TooManyAttempts>> {
  return countAttempts(context, [
    { ...keyOf(accountId), limit: personalLimit },
  ]);
}

/** The person was who they said: the count starts again. */
export function forgetProofs(
  context: Context,
  db: Db,
  accountId: string,
): Promise<void> {
  return forgetAttempts(db, context.tenantId, throttleKey(keyOf(accountId)));
}
