import assert from "node:assert/strict";
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
  type Mood,
} from "../../modules/delivery/testing/connector.contract.ts";
import { stuckUpload } from "../../modules/delivery/testing/sample-delivery.ts";
import type { Delivery } from "../../modules/delivery/index.ts";
import { createFolderConnector } from "./connector.ts";
import type { FolderOptions } from "./options.ts";

const tenantId = "0190a000-0000-7000-8000-000000000001";

describeConnectorContract({
  name: "folder",
  open: openFolder,
  cannotHappen: ["refusing", "late", "twice"],
});

async function openFolder(): Promise<ConnectorUnderTest<FolderOptions>> {
  const base = await mkdtemp(join(tmpdir(), "orh-folder-ä "));
  const directory = join(base, "parken");
  const away = join(base, "away");
  await mkdir(directory);
  const become = async (mood: Mood, delivery: Delivery): Promise<Delivery> => {
    if (mood === "down") await rename(directory, away);
    if (mood === "well") await rename(away, directory).catch(() => undefined);
    if (mood !== "hanging") return delivery;
    // A directory does not hang; what can hang is our own storage.
    return { ...delivery, uploads: [...delivery.uploads, stuckUpload()] };
  };
  return {
    connect: () => createFolderConnector({ directoryOfTenant: () => base }),
    enteredOptions: { tenantId, directory: "parken" },
    wrongOptions: { tenantId, directory: "../parken" },
    records: () => listRecords(directory),
    become,
    close: () => rm(base, { recursive: true }),
  };
}

async function listRecords(directory: string): Promise<string[]> {
  const names = (await readdir(directory)).filter(
    (name) => !name.startsWith("."),
  );
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name, "manifest.json"));
      const manifest = JSON.parse(text.toString()) as { deliveryId: string };
      assert.ok(name.endsWith(manifest.deliveryId));
      return manifest.deliveryId;
    }),
  );
}
