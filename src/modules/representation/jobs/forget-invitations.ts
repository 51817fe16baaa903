import type { JobHandler } from "../../../shell/worker/job.ts";
import { startOfLimit } from "../domain/invitation.ts";
import { forgetInvitationsJob } from "../domain/jobs.ts";
import { forgetInvitations } from "../use-cases/forget-invitations.ts";

/** Removes what is left of invitations that ended. */
export function forgetInvitationsHandler(): JobHandler {
  return {
    name: forgetInvitationsJob,
    maxAttempts: 10,
    timeoutMs: 30_000,
    run: async ({ context }) => {
      await forgetInvitations(context, startOfLimit(context.now));
      return { kind: "done" };
    },
  };
}
