import type { Context } from "../../../platform/context/context.ts";
import type { JobHandler } from "../../../shell/worker/job.ts";
import type { PortalDirectory } from "../../tenants/index.ts";
import { followAboveJob } from "../domain/follow-above-job.ts";
import { followAbove } from "../use-cases/above/follow-above.ts";

export type FollowPorts = {
  readonly portals: PortalDirectory;
  /** The program's own context in another tenant. */
  readonly systemIn: (tenantId: string) => Context;
};

/** Brings what an authority has published to all portals below it. */
export function followAboveHandler({
  portals,
  systemIn,
}: FollowPorts): JobHandler {
  return {
    name: followAboveJob,
    maxAttempts: 20,
    timeoutMs: 10 * 60_000,
    run: async ({ context, signal }) => {
      for (const tenantId of await portalsBelow(portals, context.tenantId)) {
        signal.throwIfAborted();
        await followAbove(systemIn(tenantId), context);
      }
      return { kind: "done" };
    },
  };
}

async function portalsBelow(
  portals: PortalDirectory,
  tenantId: string,
): Promise<readonly string[]> {
  const all = await portals.list();
  const found = new Set([tenantId]);
  // Each round goes one step down; never in a circle, whatever the tree says.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const portal of all)
      if (portal.parentTenantId !== null && found.has(portal.parentTenantId))
        found.add(portal.tenantId);
  }
  found.delete(tenantId);
  return [...found];
}
