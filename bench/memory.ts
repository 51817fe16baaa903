import { residentMegabytes } from "./child-process.ts";
import {
  antragPath,
  fillInOnce,
  firstStep,
  formHeaders,
  seedDrafts,
} from "./drafts.ts";
import { measureLoad } from "./run-load.ts";
import type { Site } from "./site.ts";

const series = "memory";
const count = 1_000;

/** Memory of the web process, in MB: as it started, and after 1,000 applicants have opened and saved a step each, 16 at once. Undefined where the system does not tell. */
export async function webMemory(site: Site) {
  const { pid } = site.server;
  if (pid === undefined) return undefined;
  const started = residentMegabytes(pid);
  await seedDrafts(site, await fillInOnce(site), { series, count });
  const request = {
    port: site.port,
    path: `${antragPath}/schritt/1`,
    headers: formHeaders(site),
    connections: 16,
    amount: count,
    cookieSeries: series,
  };
  await measureLoad(site.server, { ...request, method: "GET" }, 200);
  await measureLoad(
    site.server,
    { ...request, method: "POST", body: firstStep },
    303,
  );
  const used = residentMegabytes(pid);
  return started === undefined || used === undefined
    ? undefined
    : { started, used };
}
