import type { JobHandler } from "../../../shell/worker/job.ts";
import { tidyContactJob } from "../domain/contact-jobs.ts";
import { tidyMessages } from "../use-cases/tidy-messages.ts";

/** Removes messages of one authority whose term is over. */
export function tidyHandler(): JobHandler {
  return {
    name: tidyContactJob,
    maxAttempts: 5,
    timeoutMs: 30_000,
    run: async ({ context }) => {
      await tidyMessages(context);
      return { kind: "done" };
    },
  };
}
