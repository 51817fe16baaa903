import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import {
  exportLocalKeys,
  importLocalKeys,
  keptKeys,
  makeLocalKeys,
  type LocalKeys,
} from "../../../src/connectors/fit-connect/demo/local-keys.ts";

/** What the Zustellpunkt takes. */
export const serviceIdentifier = "urn:de:fim:leika:leistung:99108008001000";

export const casesFolder = (folder: string) => path.join(folder, "cases");
const keysFile = (folder: string) => path.join(folder, "keys.json");

const kept = z.object({ keys: keptKeys, destinationId: z.uuid() });

export type KeptKeys = {
  readonly keys: LocalKeys;
  readonly destinationId: string;
};

/** Made by the drill before the service is started for the first time. */
export async function makeKeptKeys(folder: string): Promise<KeptKeys> {
  const keys = await makeLocalKeys();
  const destinationId = randomUUID();
  const text = JSON.stringify({
    keys: await exportLocalKeys(keys),
    destinationId,
  });
  await writeFile(keysFile(folder), text, { mode: 0o600 });
  return { keys, destinationId };
}

export async function openKeptKeys(folder: string): Promise<KeptKeys> {
  const { keys, destinationId } = kept.parse(
    JSON.parse(await readFile(keysFile(folder), "utf8")),
  );
  return { keys: await importLocalKeys(keys), destinationId };
}
