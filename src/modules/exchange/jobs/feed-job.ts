import type { JobHandler } from "../../../shell/worker/job.ts";
import type { PortalDirectory } from "../../tenants/index.ts";
import { fetchFeedJob } from "../domain/feed.ts";
import type { FeedPorts } from "../use-cases/fetch-delivery.ts";
import { takeFeed } from "../use-cases/take-feed.ts";

/** Long enough for the whole directory of a Land. */
const timeoutMs = 30 * 60_000;

/** Takes what is due from where the authority has its Leistungen fetched. What goes wrong outside is noted there, and no fault of the job. */
export function feedJob(
  ports: FeedPorts & { readonly portals: PortalDirectory },
): JobHandler {
  return {
    name: fetchFeedJob,
    maxAttempts: 3,
    timeoutMs,
    run: async ({ context, signal }) => {
      const portal = await ports.portals.findById(context.tenantId);
      if (portal) await takeFeed(context, { ars: portal.ars, signal }, ports);
      return { kind: "done" };
    },
  };
}
