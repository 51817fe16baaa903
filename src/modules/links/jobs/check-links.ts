import type { JobHandler } from "../../../shell/worker/job.ts";
import { checkLinksJob } from "../domain/check-links-job.ts";
import { checkLinks, type LinkPorts } from "../use-cases/check-links.ts";

/** Long enough for two hundred addresses that all time out, four at a time. */
const timeoutMs = 60 * 60_000;

/** Looks at the links that are due. */
export function checkLinksHandler(ports: LinkPorts): JobHandler {
  return {
    name: checkLinksJob,
    maxAttempts: 3,
    timeoutMs,
    run: async ({ context, signal }) => {
      await checkLinks(context, ports, signal);
      return { kind: "done" };
    },
  };
}
