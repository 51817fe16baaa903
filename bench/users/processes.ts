import { cpuSeconds, residentMegabytes } from "../child-process.ts";
import { asOwner } from "../drafts.ts";
import type { Site } from "../site.ts";

/** What a part of the installation has used; undefined where the system does not tell. */
export type Usage = {
  readonly cpuSeconds: number | undefined;
  readonly megabytes: number | undefined;
};

export type Parts = {
  readonly web: Usage;
  readonly worker: Usage;
  readonly database: Usage;
};

/** So far, of all parts. The database counts by its connections. */
export async function usageOf(
  site: Site,
  workerId: number | undefined,
): Promise<Parts> {
  const { rows } = await asOwner<{ pid: number }>(
    site,
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  const connections = rows.map(({ pid }) => cpuSeconds(pid) ?? 0);
  return {
    web: usageOfProcess(site.server.pid),
    worker: usageOfProcess(workerId),
    database: {
      cpuSeconds: connections.reduce((sum, each) => sum + each, 0),
      megabytes: undefined,
    },
  };
}

function usageOfProcess(processId: number | undefined): Usage {
  return {
    cpuSeconds: processId === undefined ? undefined : cpuSeconds(processId),
    megabytes:
      processId === undefined ? undefined : residentMegabytes(processId),
  };
}

/** Share of one core between two moments, in percent. */
export function shareOfCore(
  before: Usage,
  after: Usage,
  seconds: number,
): number | undefined {
  return before.cpuSeconds === undefined || after.cpuSeconds === undefined
    ? undefined
    : (100 * (after.cpuSeconds - before.cpuSeconds)) / seconds;
}

/** How late ticks of the portal's event loop were so far: how many up to each bound, in seconds. */
export type Lateness = ReadonlyMap<number, number>;

/** From what the portal tells Prometheus. */
export async function readLateness(metricsPort: number): Promise<Lateness> {
  const answer = await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`);
  const bounds = (await answer.text()).matchAll(
    /^openrathaus_event_loop_delay_seconds_bucket\{[^}]*le="([^"]+)"[^}]*\} (\d+)/gm,
  );
  return new Map(
    [...bounds].map(([, bound = "", count = ""]) => [
      bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound),
      Number(count),
    ]),
  );
}

/** The bound that so many of the ticks between two moments were within, in ms. */
export function latenessBound(
  before: Lateness,
  after: Lateness,
  share: number,
): number | undefined {
  const counts = [...after].map(
    ([bound, count]) => [bound, count - (before.get(bound) ?? 0)] as const,
  );
  const all = Math.max(0, ...counts.map(([, count]) => count));
  const found = counts.find(([, count]) => all > 0 && count >= all * share);
  return found && found[0] * 1000;
}
