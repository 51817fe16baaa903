import type { Signer } from "../../../platform/crypto/signing-key.ts";
import type { TimeStampAuthority } from "../../../platform/time-stamp/time-stamp-authority.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import { sealLogJob } from "../domain/jobs.ts";
import { sealLog, stampSeals } from "../use-cases/seal-log.ts";

/** Seals the log up to yesterday and has the seals time-stamped, where an authority is set up. */
export function sealHandler(
  signer: Signer,
  authority: TimeStampAuthority | undefined,
): JobHandler {
  return {
    name: sealLogJob,
    maxAttempts: 10,
    timeoutMs: 300_000,
    run: async ({ context, signal }) => {
      await sealLog(context, signer);
      const fault = authority && (await stampSeals(context, authority, signal));
      return fault === undefined
        ? { kind: "done" }
        : { kind: "retry", reason: `time-stamp authority ${fault}` };
    },
  };
}
