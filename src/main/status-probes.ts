import type { Probes } from "../modules/operation/index.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import { newId } from "../platform/values/id.ts";
import { figureSources } from "./operation-ports.ts";
import { installationTenantId, type Services } from "./services.ts";

/** The public page that tells how the portal is; to be asked for it keeps it in memory for when the database is away. */
const statusPath = "/verfuegbarkeit";
const waitMs = 15_000;
/** A page that takes longer is disturbed. */
const slowMs = 5_000;

/** How a worker finds out how the portal is for visitors. Undefined: the operator wants nothing measured. */
export function statusProbes(
  services: Services,
): Omit<Probes, "withinMs"> | undefined {
  const { statusCheck, smtpUrl } = services.settings;
  if (!statusCheck) return undefined;
  return {
    ...(statusCheck.url !== undefined && askFrom(statusCheck.url)),
    uploads: () => keepAndRemove(services),
    countDeliveries: figureSources(services.settings).countDeliveries,
    isMailSent: smtpUrl !== undefined,
  };
}

/** By the address that visitors use, through proxy and TLS; each time by a connection of its own, so that each web process has its turn. */
function askFrom(address: string): Pick<Probes, "pages" | "applications"> {
  const base = address.replace(/\/$/, "");
  const ask = async (path: string) => {
    const http = createHttpClient({ maxConnectionsPerHost: 1 });
    const begun = performance.now();
    const answer = await http.request({
      method: "GET",
      url: `${base}${path}`,
      timeoutMs: waitMs,
    });
    http.close();
    if (answer.kind !== "answered" || answer.status !== 200) return "down";
    return performance.now() - begun > slowMs ? "disturbed" : "up";
  };
  return { pages: () => ask(statusPath), applications: () => ask("/readyz") };
}

/** As an upload is kept, encrypted, and read back. */
async function keepAndRemove(services: Services): Promise<void> {
  const tenantId = await installationTenantId(services);
  const cipher = services.cipherOf(tenantId);
  const key = { tenantId, fileId: newId() };
  const content = Buffer.from("a probe");
  try {
    await services.files.put(one(content), key, cipher);
    const read = await services.files.open(key, cipher);
    const parts: readonly unknown[] = await read.toArray();
    const [first] = parts;
    if (!(first instanceof Uint8Array) || !content.equals(first))
      throw new Error("the file store gave back something else");
  } finally {
    await services.files.remove(key);
  }
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
