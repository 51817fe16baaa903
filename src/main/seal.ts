import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Settings } from "../platform/config/settings.ts";
import { usable } from "../platform/config/usable-file.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import type { Logger } from "../platform/logging/logger.ts";
import {
  generateSeal,
  localSignature,
  type SealPem,
} from "../platform/seal/local-signature.ts";
import { createPdfSealer } from "../platform/seal/pdf-sealer.ts";
import type { Sealer, SignatureSource } from "../platform/seal/sealer.ts";
import {
  sealServiceSchema,
  sealServiceSignature,
} from "../platform/seal/seal-service.ts";
import { httpTimeStampAuthority } from "../platform/time-stamp/time-stamp-authority.ts";

const sealPem = z.object({ key: z.string(), certificates: z.string() });

/** To be said at each start where nobody has decided that Bescheide go out without a seal, and they do. */
export function warnOfMissingSeal(
  { environment, seal }: Pick<Settings, "environment" | "seal">,
  logger: Logger,
): void {
  if (environment === "production" && seal === undefined)
    logger.warn(
      "bescheide: no seal is set, so Bescheide go out without one; set SEAL_KEY_FILE or SEAL_SERVICE_FILE, or SEAL=none if that is wanted",
    );
}

/** The seal of this installation; undefined where there is none. Stops the start where its files cannot be used. */
export async function loadSealer(
  settings: Settings,
): Promise<Sealer | undefined> {
  const source = await loadSource(settings);
  if (!source) return undefined;
  const { timeStampUrl } = settings;
  return createPdfSealer(
    source,
    timeStampUrl === undefined
      ? undefined
      : httpTimeStampAuthority(timeStampUrl, createHttpClient()),
  );
}

async function loadSource(
  settings: Settings,
): Promise<SignatureSource | undefined> {
  const { seal, environment } = settings;
  if (seal?.kind === "none") return undefined;
  if (seal?.kind === "key")
    return usable("SEAL_KEY_FILE", async () =>
      localSignature({
        key: await readFile(seal.keyFile, "utf8"),
        certificates: await readFile(seal.certificateFile, "utf8"),
      }),
    );
  if (seal?.kind === "service")
    return usable("SEAL_SERVICE_FILE", async () => {
      const text = await readFile(seal.serviceFile, "utf8");
      const service = sealServiceSchema.parse(JSON.parse(text));
      return sealServiceSignature(service, createHttpClient());
    });
  return environment === "production"
    ? undefined
    : localSignature(await demoSeal(settings));
}

/** Made once and kept in the data folder, so that what was sealed yesterday names the same certificate. */
async function demoSeal({ dataDir }: Settings): Promise<SealPem> {
  const file = join(dataDir, "demo-seal.json");
  // "wx": of two first starts one writes, the other reads.
  const handle = await open(file, "wx", 0o600).catch(ignoreExisting);
  if (handle) {
    const made = generateSeal("Siegel zum Ausprobieren", new Date());
    await handle.writeFile(JSON.stringify(made));
    await handle.sync();
    await handle.close();
  }
  return sealPem.parse(JSON.parse(await readFile(file, "utf8")));
}

function ignoreExisting(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "EEXIST")
    return undefined;
  throw error;
}
