import { randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  generatedKeyPrefix,
  type Settings,
} from "../platform/config/settings.ts";
import { usable } from "../platform/config/usable-file.ts";
import {
  generateKeyRing,
  parseKeyRing,
  type KeyRing,
} from "../platform/crypto/key-ring.ts";
import { makeFolder } from "../platform/files/make-folder.ts";

/** The key ring from the settings; without one the demo's own, made once and kept in the data folder (production never gets here). */
export async function loadKeyRing(settings: Settings): Promise<KeyRing> {
  if (settings.secretKeys) return settings.secretKeys;
  const file = join(settings.dataDir, "secret-keys");
  makeFolder(settings.dataDir);
  const generated = generateKeyRing(
    `${generatedKeyPrefix}${randomBytes(4).toString("hex")}`,
  );
  // "wx": of two first starts one writes, the other reads.
  const handle = await open(file, "wx", 0o600).catch(ignoreExisting);
  if (handle) {
    await handle.writeFile(generated);
    await handle.sync();
    await handle.close();
  }
  return usable(file, async () =>
    parseKeyRing((await readFile(file, "utf8")).trim()),
  );
}

function ignoreExisting(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "EEXIST")
    return undefined;
  throw error;
}
