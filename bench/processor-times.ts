import { cpuSeconds } from "./child-process.ts";
import { asOwner } from "./drafts.ts";
import type { Site } from "./site.ts";

/** In seconds, by process; undefined where the system does not tell. */
export type ProcessorTimes = ReadonlyMap<number, number | undefined>;

/** Of a process that serves a site, and of its connections to the database. */
export async function processorTimesOf(
  site: Site,
  pid: number | undefined,
): Promise<ProcessorTimes> {
  const { rows } = await asOwner<{ pid: number }>(
    site,
    "select pid from pg_stat_activity where application_name = 'openrathaus' and datname = current_database() and pid <> pg_backend_pid()",
  );
  const pids = [
    ...(pid === undefined ? [] : [pid]),
    ...rows.map((row) => row.pid),
  ];
  return new Map(pids.map((each) => [each, cpuSeconds(each)]));
}

/** Milliseconds for each run between both. Connections that came meanwhile count whole, those that ended do not. */
export function processorMsOf(
  {
    before,
    after,
  }: { readonly before: ProcessorTimes; readonly after: ProcessorTimes },
  runs: number,
): number | undefined {
  const spent = [...after].map(([pid, seconds]) =>
    seconds === undefined ? undefined : seconds - (before.get(pid) ?? 0),
  );
  return spent.every((each) => each !== undefined)
    ? (1000 * spent.reduce((sum, each) => sum + each, 0)) / runs
    : undefined;
}
