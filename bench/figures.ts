import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  endChild,
  portalNodeOptions,
  portalScript,
  startChild,
} from "./child-process.ts";
import { median, quantile } from "./compare.ts";
import { importForm } from "../src/modules/forms/commands.ts";
import { systemActor } from "../src/main/services.ts";
import { visit } from "./visit.ts";
import { freePort, untilReady, type Site } from "./site.ts";

/** Median of what a piece of work takes, in ms, after some runs that do not count. */
export function timeMs(runs: number, work: () => void): number {
  for (let run = 0; run < 20; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

const searches = [
  "parkplatz",
  "hundesteuer",
  "geburtsurkunde",
  "anwonerparken",
  "gewerbe anmelden",
  "müll",
  "hochzeit",
  "xyzzy",
];

/** p95 of a search as a visitor waits for it, in ms; each asks for something else, so no page is kept. */
export async function searchP95(site: Site, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count + 20; index += 1) {
    const words = `${searches[index % searches.length] ?? ""} ${String(index)}`;
    const start = performance.now();
    await visit(site.port, {
      host: site.host,
      path: `/leistungen?${new URLSearchParams({ q: words }).toString()}`,
    });
    if (index >= 20) times.push(performance.now() - start);
  }
  return quantile(times, 0.95);
}

const schemas = fileURLToPath(
  new URL("../../shared/data/xdatenfelder/schemas/", import.meta.url),
);

/** The largest of the released schemas at hand. */
export const largestSchema = join(
  schemas,
  "S00000009-gewerbeanmeldung/S00000009_xdatenfelder.xml",
);

/** Import of an official schema, stored too, where it lies beside the project; undefined otherwise. Median in ms. */
export async function importMs(
  site: Site,
  schemaId: string,
  runs: number,
): Promise<number | undefined> {
  const found = existsSync(schemas)
    ? readdirSync(schemas).find((name) => name.startsWith(schemaId))
    : undefined;
  if (found === undefined) return undefined;
  const documents = readDocuments(found, schemaId);
  const context = site.services.contextFor({
    tenantId: site.portal.tenantId,
    actor: systemActor,
  });
  const times: number[] = [];
  for (let run = 0; run < runs + 3; run += 1) {
    const start = performance.now();
    const imported = await importForm(context, documents);
    if (!imported.ok) throw new Error(`bench: ${schemaId} was refused`);
    if (run >= 3) times.push(performance.now() - start);
  }
  return median(times);
}

/** A schema lies there alone, or in a folder with its code lists. */
function readDocuments(found: string, schemaId: string) {
  const isAlone = found.endsWith(".xml");
  const folder = isAlone ? schemas : join(schemas, found);
  const [schema = "", ...others] = isAlone
    ? [found]
    : readdirSync(folder).sort(
        (a, b) =>
          Number(b.startsWith(schemaId)) - Number(a.startsWith(schemaId)),
      );
  const read = (name: string) => ({
    name,
    content: readFileSync(join(folder, name)),
  });
  // The lists of some official schemas are not published with them.
  return {
    schema: read(schema),
    codeLists: others.map(read),
    missingCodeLists: "as-text" as const,
  };
}

/** From starting the program to the first page, in ms: on an empty data folder, and again on the same. */
export async function startMs(dataDir: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const portal = startChild(portalScript, {
    arguments: ["start"],
    nodeOptions: portalNodeOptions,
    environment: {
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "error",
      HOST: "127.0.0.1",
    },
  });
  await untilReady(port);
  await visit(port, {
    host: `schwerin.localhost:${String(port)}`,
    path: "/leistungen",
  });
  const taken = performance.now() - start;
  await endChild(portal);
  return taken;
}
