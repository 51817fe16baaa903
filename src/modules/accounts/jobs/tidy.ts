import type { JobHandler } from "../../../shell/worker/job.ts";
import { tidyAccountsJob } from "../domain/account-jobs.ts";
import type { AccountKeeper } from "../ports.ts";
import { tidyAccounts, type AccountPlace } from "../use-cases/tidy-accounts.ts";

/** Tells of and removes accounts that nobody uses, in batches. */
export function tidyHandler(
  placeOf: () => Promise<AccountPlace>,
  keepers: readonly AccountKeeper[],
): JobHandler {
  return {
    name: tidyAccountsJob,
    maxAttempts: 5,
    timeoutMs: 100_000,
    run: async ({ context, signal }) => {
      const place = await placeOf();
      for (;;) {
        const { told, removed } = await tidyAccounts(context, place, keepers);
        if (told === 0 && removed === 0) return { kind: "done" };
        if (signal.aborted)
          return { kind: "retry", reason: "more-left", afterMs: 0 };
      }
    },
  };
}
